"""A made-up year of twelve meetings, one clause at each, whose ledger can be recounted by hand; and two action logs."""

import re

import docx
import openpyxl
import pytest

import leadnet
from leadnet.measures import ledger, pace, survival, unsettled
from leadnet.measures.actions import faulty_showings, of_ledger, questions, side_by_side
from leadnet.measures.followup import index, links
from leadnet.measures.logs import logs_compared, of_logs, repeated_clauses
from leadnet.new_study import start
from leadnet.study import findings
from leadnet.study.schema import DECISIONS, ITEMS, JUDGEMENTS, LINES, LINKS, MENTIONS, SOURCES, WORKSTREAMS

AS_AT = "2021-12-31"
# One clause a meeting, on the tenth of each month: its words, whose it is, the date printed, the day, and the answer.
YEAR = (
    ("write to every parish on the flood plan", "Ann Arden", "by 31 January", "2021-01-31", "same"),
    ("map the empty shops of the market town", "the districts", "", "", "same"),
    ("buy a second gritter", "Arden County Council", "by the end of October", "2021-10-31", "same"),
    ("ask the bus company for Sunday services", "the Chair", "next meeting", "2021-05-10", "same"),
    ("train twenty volunteers for the library", "Bo Birch", "", "", "same"),
    ("repaint the crossing in Mill Lane", "", "", "", "same"),
    ("that the annual accounts be noted", "", "", "", "different"),
    ("would be willing to share the depot", "Arden Fire Service", "", "", "same"),
    ("that the annual plan be approved", "", "", "", "different"),
    ("replant the hedge along the canal", "Ann Arden", "by 30 November", "2021-11-30", "same"),
    ("look again at the rents", "", "", "", ""),
    ("write to the minister", "the Leader", "by 1 December", "2021-12-01", "same"),
)
# What a person answered of later papers: the month asked, the month looked at, what it shows.
SHOWN = (
    (1, 2, "shown done"),
    (2, 4, "shown begun"),
    (2, 7, "shown done"),
    (3, 5, "shown moved"),
    (3, 6, "shown moved"),
    (3, 8, "shown changed"),
    (4, 5, "not mentioned later"),
    (5, 6, "not mentioned later"),
    (5, 9, "shown done"),
)
TOLD = {12: "Ann Arden told the board that the hedge by the canal had been replanted in November."}


def paper(month):
    return f"m{month:02}"


PAPERS = SOURCES.frame(
    {"doc_id": paper(at), "kind": "minutes", "body_id": "board", "date": f"2021-{at:02}-10"} for at in range(1, 13)
)
CLAUSES = DECISIONS.frame(
    {
        "decision_id": f"{paper(at)}:5:1",
        "item_id": f"{paper(at)}/1",
        "kind": "agreed",
        "marked": "capitals",
        "text": text,
    }
    | {"owners": owner, "due_printed": printed, "due_to": until, "asks": "yes", "doc_id": paper(at), "line": "5"}
    for at, (text, owner, printed, until, _) in enumerate(YEAR, start=1)
)
TEXT = LINES.frame(
    {"doc_id": paper(at), "line": line, "part": "text", "text": text}
    for at, (clause, *_) in enumerate(YEAR, start=1)
    for line, text in ((5, clause), (7, TOLD.get(at, "The board went on.")))
)
AGENDA = ITEMS.frame(
    {"item_id": f"{paper(at)}/1", "doc_id": paper(at), "line": "3", "title": "Works"} for at in range(1, 13)
)


def showing(asked, looked_at, shows):
    place = paper(looked_at) + ("" if shows == "not mentioned later" else ":7")
    return {"kind": "action", "left": f"{paper(asked)}:5:1", "right": f"{place} {shows}", "verdict": "same"}


ANSWERS = [
    {"kind": "action", "left": f"{paper(at)}:5:1", "right": "asks", "verdict": verdict}
    for at, (*_, verdict) in enumerate(YEAR, start=1)
    if verdict
] + [showing(*row) for row in SHOWN]


def made(*more, text=TEXT, clauses=CLAUSES, papers=PAPERS):
    """The ledger of the year, with more answers."""
    return ledger(clauses, AGENDA, JUDGEMENTS.frame([*ANSWERS, *more]), WORKSTREAMS.empty(), papers, text)


@pytest.fixture(scope="module")
def year():
    return made()


def counts(rows):
    """value of each finding, or (n, of) where it is out of something, by measure and subject."""
    return {
        tuple(filter(None, (row["measure"], row["subject"]))): (row["n"], row["of"]) if row.get("of") else row["value"]
        for row in rows
    }


def test_twelve_meetings_give_nine_actions_two_decisions_and_one_clause_nobody_has_judged(year):
    assert year.drop_duplicates("action_id")["asks"].value_counts().to_dict() == {
        "to do": 9,
        "for decision only": 2,
        "not judged": 1,
    }
    sorts = {row["subject"]: (row["n"], row["of"]) for row in pace.of_actions(year) if row["measure"] == "clauses_are"}
    assert sorts == {
        "to do": (8, 11),
        "conditional promise": (1, 11),
        "to note": (1, 11),
        "for decision only": (1, 11),
    }


def test_owners_are_told_apart_by_kind_and_dates_by_what_they_are_reckoned_from(year):
    found = counts(row for row in pace.of_actions(year) if row["measure"] != "clauses_are")
    owners = {key[1]: n for key, (n, _) in found.items() if key[0] == "actions_owned_by"}
    assert owners == {"person": 3, "post": 2, "organisation": 2, "collective": 1}
    dates = {key[1]: n for key, (n, _) in found.items() if key[0] == "actions_due"}
    assert dates == {"absolute": 4, "relative": 1, "none": 4}
    assert found[("actions_with_owner_and_date",)] == (5, 9)


def test_follow_up_is_a_share_of_the_actions_that_could_have_any(year):
    found = counts(pace.of_follow_up(year, AS_AT))
    assert found == {
        ("actions_followable",): (6, 9),  # the first five, and the hedge; of the rest no later paper speaks
        ("actions_followed",): (4, 6),  # parishes, shops, gritter, library
        ("actions_waiting",): (1, 6),  # the hedge
        ("carried_over",): (1, 6),  # the gritter, moved in May and June
    }


def test_an_action_a_later_paper_shows_done_is_not_counted_as_not_mentioned_later(year):
    found = counts(of_ledger(year, AGENDA, AS_AT))
    assert found[("actions_shown", "shown done")] == (3, 9)  # parishes, shops, library
    assert found[("actions_shown", "not mentioned later")] == (1, 9)  # the buses; June is silent on the library too
    after = made(showing(1, 9, "not mentioned later"))  # silent seven months after the paper that shows it done
    assert counts(of_ledger(after, AGENDA))[("actions_shown", "not mentioned later")] == (1, 9)


def test_an_action_moved_once_is_not_carried_over_and_one_with_follow_up_does_not_wait():
    mapped = {"doc_id": "m10", "line": 9, "part": "text", "text": "The empty shops of the market town were on the map."}
    rows = made(showing(2, 5, "shown moved"), text=LINES.frame([*TEXT.to_dict("records"), mapped]))
    assert rows.loc[rows["action_id"] == "m02:5:1", "shows"].tolist() == [
        "shown begun",
        "shown moved",
        "shown done",
        "not judged",
    ]
    found = counts(pace.of_follow_up(rows, AS_AT))
    assert (found[("carried_over",)], found[("actions_waiting",)]) == ((1, 6), (1, 6))


def test_an_action_shown_done_again_is_closed_once():
    found = counts(pace.by_paper(made(showing(1, 3, "shown done")), PAPERS))
    assert [found[("actions_closed", doc)] for doc in ("m02", "m03")] == [1, 0]


def test_where_no_action_could_have_follow_up_there_is_no_share_and_the_finding_says_why(year):
    rows = pace.of_follow_up(year[year["action_id"] == "m06:5:1"], AS_AT)
    assert [(row["measure"], row["value"], row["note"]) for row in rows] == [
        ("follow_up_missing", 1, "as at 31 December 2021")
    ]


def test_the_time_to_first_follow_up_is_that_of_kaplan_and_meier(year):
    spells = survival.watched(year, PAPERS)
    assert spells[["action_id", "days", "shown"]].values.tolist() == [
        ["m01:5:1", 31, True],
        ["m02:5:1", 59, True],  # first shown begun in April; that it is done in July comes after
        ["m03:5:1", 61, True],
        ["m04:5:1", 30, False],  # watched to May, when the board was silent on it
        ["m05:5:1", 123, True],
    ]
    found = {(row["measure"], row["subject"]): row for row in survival.of_time(year, PAPERS, AS_AT)}
    # One watch ends on day 30: 4 are left. 1 - 3/4 · 2/3 · 1/2 by day 91; all of them by day 123, and no interval then.
    within = found[("followed_within", "91")]
    assert (within["value"], within["n"], within["of"]) == (pytest.approx(0.75), 3, 5)
    assert within["low"] < 0.75 < within["high"]
    assert found[("followed_within_bare", "123")]["value"] == 1
    assert found[("days_to_follow_up", "")]["value"] == 59
    assert found[("follow_up_time_missing", "")]["value"] == 4


def test_the_interval_is_the_log_log_one_by_hand(year):
    first = year[year["action_id"].isin([f"{paper(at)}:5:1" for at in (1, 4)])]
    alone = first.assign(doc_id=first["doc_id"].replace({"m05": "m08"}))  # the bus company watched to August, 122 days
    row = survival.of_time(alone, PAPERS)[0]
    # One of two by day 31: 1 - 0.5 ** exp(∓1.96 · sqrt(1 / (2 · 1)) / ln 2)
    assert [round(row[end], 3) for end in ("value", "low", "high")] == [0.5, 0.09, 0.994]


def test_actions_are_opened_and_closed_paper_by_paper(year):
    found = counts(pace.by_paper(year, PAPERS))
    left = {doc: n for (measure, doc), n in found.items() if measure == "actions_open_after"}
    assert list(left.values()) == [1, 1, 2, 3, 4, 5, 4, 5, 4, 5, 6]
    assert "m11" not in left  # asks for nothing and shows nothing
    closed = [doc for (measure, doc), n in found.items() if measure == "actions_closed" and n]
    assert closed == ["m02", "m07", "m09"]


def test_age_runs_to_the_day_the_record_was_taken_up_to_and_says_so(year):
    found = {row["measure"]: row for row in pace.of_age(year, PAPERS, AS_AT)}
    # Not shown done: gritter 296, bus company 265, crossing 204, depot 143, hedge 82, minister 21 days
    assert (found["oldest_open"]["value"], found["median_open"]["value"]) == (296, 173.5)
    assert found["oldest_open"]["note"] == "as at 31 December 2021"
    last = {row["measure"]: row for row in pace.of_age(year, PAPERS)}
    assert last["oldest_open"]["note"] == "as at 10 December 2021"  # the last paper's, where the study gives no day


def test_a_day_before_the_meeting_and_an_owner_in_no_register_are_shown(year):
    found = {row["measure"]: row for row in unsettled.of_dates(year, PAPERS)}
    early = found["due_before_meeting"]
    assert (early["n"], early["of"], early["cites"]) == (1, 5, "m12:5 sources.csv")
    listed = (("m01", "Ann Arden"), ("m03", "Arden County Council"))
    mentions = MENTIONS.frame(
        {"mention_id": f"{doc}:5:1", "kind": "person", "printed": name, "doc_id": doc}
        for doc, name in (*listed, ("m05", "Bo Birch"))
    )
    linked = LINKS.frame({"mention_id": f"{doc}:5:1", "kind": "person", "id": "x"} for doc, _ in listed)
    row = unsettled.of_owners(year, mentions, linked)[0]
    assert (row["n"], row["of"], row["cites"]) == (2, 4, "m05:5 m08:5")  # Bo Birch and the fire service


def test_initials_are_listed_where_a_linked_name_of_their_paper_has_them(year):
    short = year.assign(owners=year["owners"].replace({"Ann Arden": "AA"}))
    mentions = MENTIONS.frame([{"mention_id": "m01:2:1", "kind": "person", "printed": "Ann Arden", "doc_id": "m01"}])
    row = unsettled.of_owners(short, mentions, LINKS.frame([{"mention_id": "m01:2:1", "kind": "person", "id": "x"}]))[0]
    assert "m01:5" not in row["cites"].split()
    assert "m10:5" in row["cites"].split()  # nobody of that paper is listed


def test_a_date_whose_day_could_not_be_told_is_shown(year):
    blank = year.assign(due_to=year["due_to"].where(year["action_id"] != "m03:5:1", ""))
    found = {row["measure"]: row for row in unsettled.of_dates(blank, PAPERS)}
    assert (found["due_not_placed"]["n"], found["due_not_placed"]["cites"].split()[0]) == (1, "m03:5")


# ---- suggested links -------------------------------------------------------------------------------------------------


def test_a_later_line_that_reads_like_an_action_is_a_question_and_never_counted(year):
    row = year[year["action_id"] == "m10:5:1"].iloc[0]
    assert (row["shows"], row["doc_id"], row["suggested"]) == ("not judged", "m12", "m12:7")
    asked = next(row for row in questions(CLAUSES, year) if "m12:7" in row["right"])
    assert asked["right"].split(" | ")[0] == "m12:7 shown begun"
    assert asked["right"].split(" | ")[-1] == "m12 not mentioned later"
    assert "its owner is printed there" in asked["for_"]


@pytest.mark.parametrize("answer", ["m12:7 shown done", "m12 not mentioned later"])
def test_an_answer_settles_it(answer):
    rows = made({"kind": "action", "left": "m10:5:1", "right": answer, "verdict": "same"})
    assert rows.loc[rows["action_id"] == "m10:5:1", "shows"].tolist() == [answer.split(" ", 1)[1]]


def test_a_line_that_a_person_denied_is_not_suggested_again():
    rows = made({"kind": "action", "left": "m10:5:1", "right": "m12:7 shown begun", "verdict": "different"})
    assert rows.loc[rows["action_id"] == "m10:5:1", "shows"].tolist() == ["no later document held"]


def test_the_owner_the_date_and_the_title_each_raise_the_score():
    held = index(TEXT, AGENDA)
    clause = next(CLAUSES.iloc[[9]].itertuples())

    def score(clause, title):
        return links(clause, title, ["m12"], held)["m12"][0].score

    full = score(clause, "Works")
    assert round(full - score(clause, ""), 3) == 0.1
    assert round(full - score(clause._replace(owners=""), "Works"), 3) == 0.1
    assert round(full - score(clause._replace(due_printed=""), "Works"), 3) == 0.1


def test_what_was_asked_stands_beside_the_later_line(year):
    texts = {f"{row.doc_id}:{row.line}": row.text for row in TEXT.itertuples()}
    rows = side_by_side(year, texts)
    assert len(rows) == 7  # nine showings, two of them silent
    assert rows.iloc[0][["text", "later_text"]].tolist() == [YEAR[0][0], "The board went on."]


def test_no_sentence_of_the_year_says_what_silence_does_not_show(year):
    from leadnet.measures import say

    rows = [*of_ledger(year, AGENDA, AS_AT), *pace.of_follow_up(year, AS_AT), *pace.of_age(year, PAPERS, AS_AT)]
    rows += [*pace.of_actions(year), *pace.by_paper(year, PAPERS, AS_AT), *survival.of_time(year, PAPERS, AS_AT)]
    said = say(findings(rows, "defaults"))
    assert "not done" not in said
    assert all(
        "as at 31 December 2021" in line for line in said.splitlines() if re.search("follow-up|shown (done|m)", line)
    )


# ---- action logs -----------------------------------------------------------------------------------------------------

LOGS = SOURCES.frame(
    [
        {"doc_id": "m01", "kind": "minutes", "body_id": "board", "date": "2021-01-10"},
        {"doc_id": "log-1", "kind": "action log", "body_id": "board", "date": "2021-02-01"},
        {"doc_id": "log-2", "kind": "action log", "body_id": "board", "date": "2021-03-01"},
    ]
)
ROWS = {
    "log-1": (
        ("Send the flood plan to every parish", "Ann Arden", "31 January", "open"),
        ("Count the empty shops", "Bo Birch", "1 March", "open"),
        ("Order the second gritter", "Cy Cole", "1 May", "open"),
        ("Paint the crossing", "Bo Birch", "1 April", "open"),
        ("Ask about Sunday buses", "Di Dale", "1 June", "open"),
        ("Thank the volunteers", "Bo Birch", "1 February", "completed"),
    ),
    "log-2": (
        ("Send the flood plan to every parish", "Ann Arden", "31 January", "completed"),
        ("Count the empty shops", "Bo Birch", "1 July", "not yet completed"),
        ("Order second gritter from the framework", "Cy Cole", "1 May", "open"),
        ("Paint the crossing", "Bo Birch", "1 April", "open"),
        ("Replant the hedge", "Ann Arden", "1 November", "open"),
    ),
}
LOGGED = DECISIONS.frame(
    [
        {"decision_id": f"{doc}:{line}:1", "kind": "action", "marked": "plain", "text": text, "owners": owner}
        | {"due_printed": when, "asks": "yes", "doc_id": doc, "line": str(line)}
        for doc, rows in ROWS.items()
        for line, (text, owner, when, _) in enumerate(rows, start=2)
    ]
    + CLAUSES.iloc[[0]].to_dict("records")
)
PRINTED = LINES.frame(
    {"doc_id": doc, "line": line, "text": f"| {' | '.join(cells)} |"}
    for doc, rows in ROWS.items()
    for line, cells in enumerate(rows, start=2)
)


def test_a_new_log_is_held_against_the_last():
    found = logs_compared(LOGGED, LOGS, PRINTED)
    assert dict(
        zip(found["text"] + found["later_text"].where(found["text"] == "", ""), found["became"], strict=True)
    ) == {
        "Send the flood plan to every parish": "closed",
        "Count the empty shops": "moved",
        "Order the second gritter": "reworded",
        "Paint the crossing": "carried",
        "Ask about Sunday buses": "vanished without closure",
        "Replant the hedge": "new",
    }
    rows = {row["note"]: (row["n"], row["of"], row["cites"]) for row in of_logs(LOGGED, LOGS, PRINTED)}
    assert rows["vanished without closure"] == (1, 6, "log-1:6")
    assert rows["closed"][2] == "log-1:2 log-2:2"


def test_a_single_log_says_that_there_is_no_other():
    alone = of_logs(LOGGED, LOGS.iloc[:2], PRINTED)
    assert [(row["measure"], row["subject"]) for row in alone] == [("logs_held_alone", "log-1")]


def test_a_row_of_a_log_may_be_a_clause_of_the_minutes_in_other_words():
    def pairs(**minutes):
        papers = SOURCES.frame([LOGS.iloc[0].to_dict() | minutes, *LOGS.iloc[1:].to_dict("records")])
        return {row: clause for row, (clause, _) in repeated_clauses(LOGGED, papers).items()}

    assert pairs() == {"log-1:2:1": "m01:5:1", "log-2:2:1": "m01:5:1"}
    assert pairs(date="2021-02-01") == pairs()  # a log of the day of the meeting
    assert pairs(date="2021-02-02") == {"log-2:2:1": "m01:5:1"}
    assert pairs(body_id="forum") == {}


def test_the_same_action_in_a_log_and_in_the_minutes_is_asked_and_then_counted_once():
    text = LINES.frame([*TEXT.iloc[:2].to_dict("records"), *PRINTED.to_dict("records")])
    asked = [row["right"] for row in questions(LOGGED, made(text=text, clauses=LOGGED, papers=LOGS))]
    assert asked.count("m01:5:1 same action") == 2
    judged = {"kind": "action", "left": "log-1:2:1", "right": "asks", "verdict": "different"}
    asked = [row["right"] for row in questions(LOGGED, made(judged, text=text, clauses=LOGGED, papers=LOGS))]
    assert asked.count("m01:5:1 same action") == 1  # the other asks for nothing by a person's word
    same = {"kind": "action", "left": "log-1:2:1", "right": "m01:5:1 same action", "verdict": "same"}
    rows = made(same, text=text, clauses=LOGGED, papers=LOGS)
    assert "log-1:2:1" not in set(rows["action_id"])
    assert rows.loc[rows["action_id"] == "m01:5:1", "cites"].iloc[0].startswith("m01:5 log-1:2 ")
    assert faulty_showings(JUDGEMENTS.frame([same]), ["m01:5"]) == []
    assert len(faulty_showings(JUDGEMENTS.frame([same]), ["m01:6"])) == 1


def test_logs_in_excel_and_word_come_in_as_papers_and_are_reconciled_with_the_minutes(tmp_path):
    folder = start(tmp_path / "study", "Leicestershire", "2010-01-01")
    head = ("No", "Action", "Owner", "Due", "Status")
    first = [head, ("1", "Send the flood plan to all parishes", "Ann Arden", "1 October 2007", "Open")]
    first += [("2", "Count the empty shops", "Bo Birch", "1 December 2007", "Open")]
    second = [head, ("1", "Send the flood plan to all parishes", "Ann Arden", "1 October 2007", "Completed")]
    (folder / "papers" / "m1.txt").write_text(
        "Minutes of a meeting of the Joint Board held at Town Hall on Monday 2 July 2007.\n\n1. Flood plan\n\n"
        "It was AGREED that Ann Arden send the flood plan to every parish by 1 October.\n"
    )
    book = openpyxl.Workbook()
    for row in [("Joint Board action log, 1 August 2007",), (), *first]:
        book.active.append(row)
    book.save(folder / "papers" / "log1.xlsx")
    page = docx.Document()
    page.add_heading("Joint Board action log, 1 September 2007", 1)
    table = page.add_table(rows=0, cols=len(head))
    for row in second:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    page.save(folder / "papers" / "log2.docx")
    with (folder / "bodies.csv").open("a") as bodies, (folder / "sources.csv").open("a") as sources:
        bodies.write("jb,Joint Board,JB,leicestershire,leicestershire\n")
        sources.write(
            "m1,m1.txt,minutes,jb,2007-07-02,,,public,,\nlog1,log1.xlsx,action log,jb,2007-08-01,,,public,,\n"
        )
        sources.write("log2,log2.docx,action log,jb,2007-09-01,,,public,,\n")
    built = leadnet.study(folder)
    rows = {row.note: row.n for row in built.find("log_rows", "log2", "log1").itertuples() if row.n}
    assert rows == {"closed": 1, "vanished without closure": 1}
    asked = built.questions[built.questions["right"].str.endswith("same action")]
    assert [left.split(":")[0] for left in asked["left"]] == ["log1", "log2"]
    assert asked["right"].tolist() == ["m1:5:1 same action"] * 2
