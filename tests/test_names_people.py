"""Names of people: who is joined by rule, who is asked about, and who stays apart; then what answers do."""

import pytest
from names_case import judgements, listed, people, persons

from leadnet.names import link_people
from leadnet.names.person_names import distance, parsed
from leadnet.study.tables import TableError

LCC = {"org": "leicestershire"}
HOUSING, CLERK = "Head of Housing", "Committee Clerk"


def meetings(*entries, years=(2007, 2008, 2009), body="board", **more):
    """The same entries in the list of one meeting a year."""
    return [row for year in years for row in listed(f"{body}-{year}-07-02", *entries, body_id=body, **more)]


def ids_of(found):
    return {id for ids in found.values() for id in ids.split()}


# ---- joined by rule --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("print_", ["D Bolger", "D. Bolger", "Dave Bolger", "David Bolgr", "Daivd Bolger", "Bolger"])
def test_initial_nickname_slip_and_bare_surname_are_one_person_in_one_organisation(print_):
    rows = meetings("David Bolger", **LCC) + meetings(print_, years=(2010,), **LCC)
    found, questions = persons(people(*rows))
    assert ids_of(found) == {"david-bolger"}
    assert questions.empty


def test_mr_bolger_is_the_bolger_of_the_paper_but_not_the_miss_bolger():
    rows = [*listed("board-2007-07-02", "David Bolger", title="Mr"), ("board-2007-07-02", 20, "Mr Bolger", {}),
            ("board-2007-07-02", 30, "Miss Bolger", {})]  # fmt: skip
    found, _ = persons(people(*rows))
    assert found == {"David Bolger 5": "david-bolger", "Mr Bolger 20": "david-bolger", "Miss Bolger 30": "miss-bolger"}


def test_an_id_of_people_csv_wins_wherever_the_name_is_printed():
    rows = meetings("John Sinnott", **LCC) + [("report-2015-01-22", 9, "John Sinnott", {})]
    found, questions = persons(people(*rows), listed_people=[("ceo", "John Sinnott")])
    assert ids_of(found) == {"ceo"}
    assert questions.empty


def test_an_officer_who_keeps_post_and_board_from_one_organisation_to_the_next_is_one():
    rows = meetings("Ann Arden", years=(2007, 2008), role=HOUSING, org="blaby")
    rows += meetings("Ann Arden", years=(2009, 2010), role=HOUSING, org="melton")
    assert ids_of(persons(people(*rows))[0]) == {"ann-arden"}


def test_an_organisation_and_the_one_that_followed_it_are_one_place():
    rows = meetings("Ann Arden", years=(2007,), org="pct") + meetings("A Arden", years=(2008,), org="ccg")
    assert len(ids_of(persons(people(*rows))[0])) == 2
    assert len(ids_of(persons(people(*rows), later={"pct": frozenset({"ccg"})})[0])) == 1


# ---- apart -----------------------------------------------------------------------------------------------------------


def test_connell_and_connelly_on_one_list_are_two_and_no_chain_joins_them():
    rows = meetings("Jim Connell", "Jim Connelly", **LCC) + meetings("J Connell", "J Connelly", years=(2010,), **LCC)
    found, questions = persons(people(*rows))
    assert found["Jim Connell 5"] == found["J Connell 5"] != found["Jim Connelly 6"] == found["J Connelly 6"]
    assert questions.empty


def test_one_present_and_one_with_apologies_at_one_meeting_are_two():
    rows = listed("board-2007-07-02", "Jo Hill", **LCC)
    rows += [("board-2007-07-02", 20, "J Hill", {"org_id": "leicestershire", "status": "apologies",
                                                 "meeting_id": "board-2007-07-02"})]  # fmt: skip
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == 2
    assert questions.empty


def test_two_posts_of_one_name_one_there_and_one_away_are_two():
    at = {"org_id": "leicestershire", "meeting_id": "board-2007-07-02"}
    rows = [
        ("board-2007-07-02", 5, "Jo Hill", {**at, "role": HOUSING, "status": "present"}),
        ("board-2007-07-02", 20, "Jo Hill", {**at, "role": CLERK, "status": "apologies"}),
    ]
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == 2
    assert questions.empty


def test_who_is_replaced_is_not_who_replaces():
    rows = listed("board-2007-07-02", "Jo Hill", on_behalf_of="J Hill", **LCC)
    rows += [("board-2007-07-02", 40, "J Hill", {"org_id": "leicestershire"})]
    assert len(ids_of(persons(people(*rows))[0])) == 2


def test_a_rule_breaks_no_proof_through_a_third_name():
    # D Hill may be either brother; on one list with Dan he is not Dan
    rows = meetings("Dan Hill", "D Hill", years=(2007,), **LCC) + meetings("David Hill", years=(2008,), **LCC)
    found, _ = persons(people(*rows))
    assert found["D Hill 6"] == found["David Hill 5"] != found["Dan Hill 5"]


@pytest.mark.parametrize(
    "a, b", [("Christine Hill", "Christopher Hill"), ("John A Hill", "John B Hill"), ("Joan Hill", "John Hill")]
)
def test_given_names_that_are_never_one_persons(a, b):
    rows = meetings(a, years=(2007,), **LCC) + meetings(b, years=(2008,), **LCC)
    assert len(ids_of(persons(people(*rows))[0])) == 2


def test_alexander_and_alexandra_are_not_joined_through_alex():
    rows = meetings("Alex Hill", **LCC)
    rows += meetings("Alexander Hill", years=(2010,), **LCC) + meetings("Alexandra Hill", years=(2011,), **LCC)
    found, _ = persons(people(*rows))
    assert found["Alexander Hill 5"] != found["Alexandra Hill 5"]


def test_john_a_and_john_b_are_not_joined_through_john_but_asked_about():
    rows = meetings("John Hill", **LCC)
    rows += meetings("John A Hill", years=(2010,), **LCC) + meetings("John B Hill", years=(2011,), **LCC)
    found, questions = persons(people(*rows))
    assert found["John A Hill 5"] != found["John B Hill 5"]
    assert questions["against"].tolist() == ["further initials differ"]


def test_di_before_a_surname_is_a_given_name_and_in_capitals_a_rank():
    assert parsed("Di Woolloff").given == ("di",)
    assert parsed("DI Woolloff").given == ()


def test_bolger_and_bulger_sound_nearer_than_their_letters_say():
    # Jaro-Winkler puts Connell and Connelly (0.975) nearer than Bolger and Bulger (0.900)
    assert distance(parsed("David Bolger"), parsed("David Bulger")) == 1
    assert distance(parsed("Mick Connell"), parsed("Jim Connelly")) > 2


# ---- asked -----------------------------------------------------------------------------------------------------------


def test_one_adviser_spelt_three_ways_in_one_paper_is_asked_about_twice():
    rows = [("report-2008-01-22", line, name, {}) for line, name in ((13, "David Bolger"), (14, "David Bolter"),
            (19, "David Bolger"), (26, "David Bulger"))]  # fmt: skip
    _, questions = persons(people(*rows), listed_people=[("david-bolger", "David Bolger")])
    with_bolger = questions[questions["right"] == "david-bolger"]
    assert with_bolger["left"].tolist() == ["report-2008-01-22: David Bolter", "report-2008-01-22: David Bulger"]
    assert set(with_bolger["scope"]) == {"paper"}


def test_two_candidates_mean_none():
    rows = meetings("Jane Hill", "John Hill", **LCC) + meetings("J Hill", years=(2010,), **LCC)
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == 3
    assert questions[["left", "right"]].values.tolist() == [["j-hill", "jane-hill"], ["j-hill", "john-hill"]]
    assert set(questions["against"]) == {"2 people answer to the name"}


def test_the_post_tells_which_of_two():
    rows = meetings("Jane Hill", role=HOUSING, **LCC) + meetings("John Hill", role=CLERK, years=(2007, 2008), **LCC)
    rows += meetings("J Hill", years=(2010,), role=CLERK, **LCC)
    found, _ = persons(people(*rows))
    assert found["J Hill 5"] == "john-hill"


def test_one_name_beside_two_organisations_is_asked():
    rows = meetings("Jo Hill", org="blaby") + meetings("Jo Hill", body="forum", org="melton")
    found, questions = persons(people(*rows))
    assert len(questions) == 1
    assert questions.loc[0, ["for", "against"]].tolist() == ["same name", "different organisations"]
    assert ids_of(found) == {"jo-hill-blaby", "jo-hill-melton"}


def test_namesakes_with_posts_side_by_side_are_asked_about():
    rows = meetings("Jo Hill", role=HOUSING, **LCC) + meetings("Jo Hill", body="forum", role=CLERK, **LCC)
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == 2
    assert len(questions) == 1


def test_a_silence_of_years_is_asked_about():
    rows = meetings("Jo Hill", years=(2001, 2009), **LCC)
    assert len(persons(people(*rows))[1]) == 1
    assert persons(people(*meetings("Jo Hill", years=(2001, 2003, 2005, 2007), **LCC)))[1].empty


def test_the_same_print_twice_on_one_list_is_asked_and_counts_once():
    found, questions = persons(people(*listed("board-2007-07-02", "Jo Hill", "Jo Hill", **LCC)))
    assert ids_of(found) == {"jo-hill"}
    assert questions[["left", "scope"]].values.tolist() == [["board-2007-07-02:6:1", "line"]]


def test_two_rows_of_people_csv_with_one_name_are_asked_at_each_line():
    two = [("jo-a", "Jo Hill"), ("jo-b", "Jo Hill")]
    found, questions = persons(people(*meetings("Jo Hill", years=(2007, 2008), **LCC)), listed_people=two)
    assert questions["right"].tolist() == ["jo-a | jo-b"] * 2
    assert not ids_of(found) & {"jo-a", "jo-b"}


# ---- answers ---------------------------------------------------------------------------------------------------------

MOVED = meetings("Jo Hill", org="blaby") + meetings("Jo Hill", body="forum", org="melton")


def answer(verdict, left="jo-hill-blaby", right="jo-hill-melton", scope="study"):
    return (left, right, scope, verdict)


def test_same_makes_one_of_two_and_nothing_more_is_asked():
    found, questions = persons(people(*MOVED), answer("same"))
    assert len(ids_of(found)) == 1
    assert questions.empty


def test_different_keeps_two_and_unsure_keeps_asking():
    found, questions = persons(people(*MOVED), answer("different"))
    assert (len(ids_of(found)), len(questions)) == (2, 0)
    found, questions = persons(people(*MOVED), answer("unsure"))
    assert (len(ids_of(found)), len(questions)) == (2, 1)


def test_an_answer_about_one_line_moves_that_line_only():
    rows = people(*meetings("J Hill", "Jane Hill", years=(2007,), **LCC), *meetings("John Hill", years=(2008,), **LCC))
    found, _ = persons(rows)
    assert found["J Hill 5"] == "john-hill"
    found, _ = persons(rows, ("board-2007-07-02:5:1", "jane-hill", "line", "same"))
    assert found == {"J Hill 5": "jane-hill", "Jane Hill 6": "jane-hill", "John Hill 5": "john-hill"}


def test_different_undoes_what_a_rule_joined():
    rows = people(*meetings("David Hill", years=(2007, 2008, 2009), **LCC), *meetings("D Hill", years=(2010,), **LCC))
    found, _ = persons(rows, ("D Hill", "david-hill", "study", "different"))
    assert found["D Hill 5"] != "david-hill" == found["David Hill 5"]


def test_the_nearest_answer_goes_first_whatever_the_order_of_rows():
    rows = people(*meetings("J Hill", years=(2007, 2008), **LCC))
    known = [("jane", "Jane Hill"), ("john", "John Hill")]
    answers = [("J Hill", "jane", "study", "same"), ("board-2008-07-02: J Hill", "john", "paper", "same")]
    for order in (answers, answers[::-1]):
        found, _ = persons(rows, *order, listed_people=known)
        assert found == {"J Hill 5": "jane john"}


def test_an_answer_given_under_an_older_id_is_still_understood():
    # when only Blaby's Jo had been met her id was jo-hill; J Hill was answered to be she
    rows = people(*meetings("Jo Hill", org="blaby"), *meetings("Joanna Hill", years=range(2010, 2015), org="blaby"),
                  *meetings("J Hill", body="forum", org="melton"))  # fmt: skip
    found, _ = persons(rows, ("j-hill", "jo-hill", "study", "same"))
    assert len(ids_of(found)) == 1


@pytest.mark.parametrize(
    "answers, said",
    [
        ([answer("same", right="jo-none")], 'judgements.csv line 2, column right: "jo-none" is no id of people.csv'),
        (
            [answer("same"), answer("different")],
            "line 3: jo-hill-blaby and jo-hill-melton are said to be two people here",
        ),
    ],
)
def test_answers_that_cannot_hold_are_refused(answers, said):
    with pytest.raises(TableError, match=said):
        persons(people(*MOVED), *answers)


def test_a_chain_of_same_against_a_different_is_refused():
    rows = people(*MOVED, *meetings("Jo Hill", body="group", org="rutland"))
    same = [answer("same"), answer("same", "jo-hill-melton", "jo-hill-rutland")]
    with pytest.raises(TableError, match="line 4: jo-hill-blaby and jo-hill-rutland are said to be two people"):
        persons(rows, *same, answer("different", "jo-hill-blaby", "jo-hill-rutland"))


def test_two_rows_of_people_csv_are_not_made_one_by_an_answer():
    known = [("jo-a", "Jo Hill"), ("jo-b", "Joan Hill")]
    with pytest.raises(TableError, match="jo-a and jo-b both stand in people.csv"):
        persons(people(*MOVED), answer("same", "jo-b", "jo-a"), listed_people=known)


# ---- the same in any order -------------------------------------------------------------------------------------------


def test_the_order_of_the_rows_is_nothing_to_people_ids_and_questions():
    rows = people(
        *meetings("Jane Hill", "John Hill", "Jim Connell", "Jim Connelly", **LCC),
        *meetings("J Hill", years=(2010,), **LCC),
        *meetings("Jo Hill", body="group", org="blaby"), *meetings("Jo Hill", body="forum", org="melton"),
        *meetings("Jo Hil", years=(2011,), org="blaby"), ("report-2008-01-22", 9, "Jo Hill", {}),
    )  # fmt: skip
    first = link_people(rows, judgements("person"))
    for seed in range(5):
        again = link_people(rows.sample(frac=1, random_state=seed), judgements("person"))
        assert first.clusters.to_csv() == again.clusters.to_csv()
        assert first.questions.to_csv() == again.questions.to_csv()


# ---- posts told in other words ---------------------------------------------------------------------------------------


def test_two_prints_of_a_name_that_take_turns_on_a_board_are_one_whatever_the_post():
    rows = meetings("Jo Hill", years=(2007, 2009), role=HOUSING, **LCC)
    rows += meetings("Jo Hill", years=(2008,), role="Partnership Lead", **LCC)
    found, questions = persons(people(*rows))
    assert ids_of(found) == {"jo-hill"}
    assert questions.empty


def test_two_of_one_name_on_one_list_with_two_posts_are_asked_about():
    at = {"org_id": "leicestershire", "status": "present", "meeting_id": "board-2007-07-02"}
    rows = [
        ("board-2007-07-02", 5, "Jo Hill", {**at, "role": HOUSING}),
        ("board-2007-07-02", 6, "Jo Hill", {**at, "role": CLERK}),
    ]
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == 2
    assert len(questions) == 1


@pytest.mark.parametrize(
    "before, after, n", [(HOUSING, "Director of Housing", 1), ("Inspector", "Chief Inspector", 1), (HOUSING, CLERK, 2)]
)
def test_a_post_after_another_in_one_field_or_up_a_rank_is_one_career(before, after, n):
    rows = meetings("Jo Hill", years=(2007,), role=before, **LCC) + meetings(
        "Jo Hill", years=(2008,), role=after, body="forum", **LCC
    )
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == n
    assert len(questions) == n - 1


def test_a_councillor_and_an_officer_of_one_name_are_asked_about():
    rows = meetings("Jo Hill", years=(2007,), role="Leader", title="Cllr", **LCC)
    rows += meetings("Jo Hill", years=(2008,), role="Leader of Adult Learning", **LCC)
    assert len(persons(people(*rows))[1]) == 1


def test_a_married_name_is_asked_about():
    rows = meetings("Ann Arden", years=(2007, 2008), role=HOUSING, **LCC) + meetings(
        "Ann Birch", years=(2009, 2010), role=HOUSING, **LCC
    )
    _, questions = persons(people(*rows))
    assert questions["for"].tolist() == ["same organisation, given name, post and board; one surname after the other"]


def test_a_list_without_organisations_on_another_board_is_asked_about():
    rows = meetings("David Young", years=(2008,), body="psb") + meetings("David Young", years=(2008,), body="essp")
    found, questions = persons(people(*rows))
    assert len(ids_of(found)) == 2
    assert questions["against"].tolist() == ["different boards"]
