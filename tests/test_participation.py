"""Who takes part, on a made-up board of 24 meetings: a letter a cell, so that a finger can recount every number."""

import pandas as pd
import pytest

import leadnet
from leadnet.measures import coverage, grid, grid_of_people, say, unanswered
from leadnet.measures.changes import difference
from leadnet.measures.gaps import gaps
from leadnet.measures.intervals import wilson
from leadnet.measures.membership import members_and_others
from leadnet.measures.people import continuity, substitutes
from leadnet.measures.rates import rates, times
from leadnet.measures.seniority import seniority
from leadnet.measures.voice import asked_to_act, heads_beside_organisations, voices
from leadnet.new_study import start
from leadnet.study import Rules, findings, fixed, links_by_post, presence, schema
from leadnet.study.folder import cross_faults

# One letter a month, April 2020 to March 2022. Meetings: M minutes, H held without minutes, N announced only, L minutes
# that name apologies and nobody who came. Lists: P present, Q present (another person), V present by video, S a
# substitute for the person of P, U in support, G guest, I there for an item, A apologies, X absent, ? expected and
# nothing more recorded, . not in the list. Seats: m member, o observer, - none.
MEETINGS_KNOWN = "MMMMHMMMNMMM MMMMMMLMMMHM"
LISTS = {
    "county": "PPPP PPP PPU PPPPPP PPP P",
    "north": " PSV. PPA PXP .A..Q.A... .",
    "south": " .... GPP I.P PPA.PS .P. .",
    "east": " AA.X ... ... ...... .?. .",
    "west": " .... ... ... ...... ... .",
    "city": " ..G. ... ... ...... ... .",
    "police": " .P.. ... ... .P.... ... .",
}
SEATS = {
    "county": "mmmmmmmmmmmm mmmmmmmmmmmm",
    "north": " mmmmmmmmmmmm mmmmmmmmmmmm",
    "south": " ------mmmmmm mmmmmm------",
    "east": " mmmm-------- --------mmmm",
    "police": " oooooooooooo oooooooooooo",
}
# p present, s by substitute, u in support, g guest, i item only, a apologies, x absent, r not recorded, e expected,
# n not seen, - not a member then, N announced only, H held without minutes.
GRID_EXPECTED = {
    "county": "ppppHpppNppu pppppprpppHp",
    "north": " pspeHppaNpxp eaeepeaeeeHe",
    "south": " ----HgppNiep ppaepsr-p-H-",
    "east": " aaexH---N--- ------r-reHe",
    "west": " ----H---N--- ------r---H-",
    "city": " --g-H---N--- ------r---H-",
    "police": " npnnHnnnNnnn npnnnnrnnnHn",
}
STATES = {
    "p": "present",
    "s": "by substitute",
    "u": "in support",
    "g": "guest",
    "i": "item only",
    "a": "apologies",
    "x": "absent",
    "r": "not recorded",
    "e": "expected",
    "n": "not seen",
    "-": "not a member then",
    "N": "announced only",
    "H": "held without minutes",
}
ENTRIES = {  # letter: person, status, part, more
    "P": ("One", "present", "member", {}),
    "Q": ("Three", "present", "member", {}),
    "V": ("One", "present", "member", {"mode": "virtual"}),
    "S": ("Two", "present", "member", {"on_behalf_of": "One"}),
    "U": ("Four", "in_attendance", "support", {}),
    "G": ("One", "in_attendance", "guest", {}),
    "I": ("One", "in_attendance", "member", {"items": "4"}),
    "A": ("One", "apologies", "unknown", {}),
    "X": ("One", "absent", "member", {}),
    "?": ("One", "expected", "member", {}),
}
DAYS = [f"{2020 + (month + 3) // 12}-{(month + 3) % 12 + 1:02}-10" for month in range(24)]
KNOWN_BY = {"M": "minutes", "L": "minutes", "H": "later paper", "N": "announced"}
YEARS = fixed(DAYS[0], DAYS[-1])


MONTHS = ((4, "april"), (5, "may"), (6, "june"))


def months(letters):
    """The letters of a row, one a month; the blanks that set rows and years apart are left out."""
    row = letters.strip() if len(letters) == 26 else letters
    assert len(row) == 25
    assert row[12] == " "
    return row[:12] + row[13:]


def board_meetings():
    return [
        {
            "meeting_id": f"board-{day}",
            "body_id": "board",
            "date": day,
            "known_by": KNOWN_BY[letter],
            "doc_id": f"m{month}" if letter in "ML" else "plan",
            "line": "1",
        }
        for month, (day, letter) in enumerate(zip(DAYS, months(MEETINGS_KNOWN), strict=True), start=1)
    ]


def lists():
    """Attendance, mentions and links of all lists: an entry a line, its person and its organisation both known."""
    rows, mentions, links = [], [], []
    for org, letters in LISTS.items():
        for month, letter in enumerate(months(letters), start=1):
            for code in {"S": "SA"}.get(letter, letter).strip(" ."):
                person, status, part, more = ENTRIES[code]
                more = {
                    name: f"{org.title()} {cell}" if name == "on_behalf_of" else cell for name, cell in more.items()
                }
                line = str(5 + sum(row["doc_id"] == f"m{month}" for row in rows))
                place = {"doc_id": f"m{month}", "line": line}
                name = f"{org.title()} {person}"
                common = {"meeting_id": f"board-{DAYS[month - 1]}", **place, "n": 1, "person": name}
                chair = "yes" if org == "county" and code == "P" else ""
                rows.append({**common, "organisations": org, "status": status, "part": part, "chair": chair, **more})
                for kind, printed, id in (("organisation", org, org), ("person", name, name.lower().replace(" ", "-"))):
                    mention = f"m{month}:{line}:{kind}"
                    mentions.append({"mention_id": mention, "kind": kind, "printed": printed, **place})
                    links.append({"mention_id": mention, "kind": kind, "id": id})
    return schema.ATTENDANCE.frame(rows), schema.MENTIONS.frame(mentions), schema.LINKS.frame(links)


def seats_held():
    """A row of memberships for each run of the same letter of SEATS, from the first of its month to the last."""
    rows = []
    for org, letters in SEATS.items():
        row = months(letters)
        for month, letter in enumerate(row):
            if letter != "-" and (month == 0 or row[month - 1] != letter):
                last = next((at for at in range(month, 24) if row[at : at + 1] != letter), 24) - 1
                since = "" if month == 0 else f"{DAYS[month][:7]}-01"
                until = "" if last == 23 else f"{DAYS[last][:7]}-28"
                part = "observer" if letter == "o" else "member"
                rows.append({"body_id": "board", "org_id": org, "part": part, "since": since, "until": until})
    return schema.MEMBERSHIPS.frame(rows)


LISTED = lists()
MEETINGS_HELD = schema.MEETINGS.frame(board_meetings())
SEATS_HELD = seats_held()
COUNCILS = pd.DataFrame(
    [
        {"meeting_id": row.meeting_id, "org_id": org, "cites": f"authorities#{org}@{row.date}"}
        for row in MEETINGS_HELD[MEETINGS_HELD["known_by"] == "minutes"].itertuples()
        for org in ("county", "north", "south", "east", "west", "city")
    ]
)
HELD = coverage(MEETINGS_HELD)


def there(**rules):
    hosts = dict.fromkeys(MEETINGS_HELD["meeting_id"], "county")
    return presence(*LISTED, Rules(**rules), hosts)


def cells(**rules):
    return grid(there(**rules), MEETINGS_HELD, COUNCILS, LISTED[0], SEATS_HELD)


def rated(memberships=SEATS_HELD, windows=(), **rules):
    return rates(cells(**rules), HELD, memberships, windows, Rules(**rules))


def n_of(rows, measure, since=""):
    """subject -> (n, of) of one measure, in the window that starts on a day or, without one, in the whole record."""
    found = {}
    for row in rows:
        if row["measure"] == measure and row.get("since", "") == since:
            found[row["subject"]] = (row["n"], row["of"]) if "of" in row else row["n"]
    return found


# ---- the Grid --------------------------------------------------------------------------------------------------------


def test_every_cell_of_the_grid_says_what_the_letters_say():
    found = cells()
    letters = {state: letter for letter, state in STATES.items()}
    rows = {org: "".join(mine["state"].map(letters)) for org, mine in found.groupby("org_id")}
    assert rows == {org: months(row) for org, row in GRID_EXPECTED.items()}
    assert len(found) == 7 * 24


def test_a_cell_cites_its_entry_or_the_list_searched_or_the_line_that_tells_of_the_meeting():
    found = cells().set_index(["org_id", "meeting_id"])
    assert found.at[("north", "board-2020-04-10"), "cites"] == "m1:6"
    assert found.at[("west", "board-2020-04-10"), "cites"] == "m1:5-7"  # county, north and east are in it
    assert found.at[("west", "board-2020-08-10"), "cites"] == "plan:1"
    assert found.at[("south", "board-2021-10-10"), "cites"] == "m19:5-5"  # a list of apologies alone


def test_without_a_list_of_members_nobody_is_expected_and_nobody_is_an_outsider():
    found = grid(there(), MEETINGS_HELD, COUNCILS, LISTED[0], schema.MEMBERSHIPS.empty())
    assert not {"expected", "not a member then"} & set(found["state"])
    before = schema.MEMBERSHIPS.frame([{"body_id": "board", "org_id": "north", "since": "2021-04-01"}])
    found = grid(there(), MEETINGS_HELD, COUNCILS, LISTED[0], before).set_index(["org_id", "meeting_id"])["state"]
    assert found["west", "board-2021-03-10"] == "not seen"  # the list begins in April
    assert found["west", "board-2021-04-10"] == "not a member then"


def test_a_council_that_is_no_more_was_no_member_then():
    later = COUNCILS[(COUNCILS["org_id"] != "west") | (COUNCILS["meeting_id"] < "board-2021-04")]
    found = grid(there(), MEETINGS_HELD, later, LISTED[0], schema.MEMBERSHIPS.empty())
    found = found[found["org_id"] == "west"].set_index("meeting_id")["state"]
    assert (found["board-2021-03-10"], found["board-2021-04-10"]) == ("not seen", "not a member then")


def test_a_member_that_never_came_and_is_no_council_has_its_row():
    seat = schema.MEMBERSHIPS.frame([{"body_id": "board", "org_id": "charity"}])
    found = grid(there(), MEETINGS_HELD, COUNCILS, LISTED[0], seat)
    assert set(found.loc[found["org_id"] == "charity", "state"]) >= {"expected", "announced only"}


def test_the_grid_of_people_tells_who_came_in_anothers_place():
    found = grid_of_people(there(), MEETINGS_HELD, LISTED[0], SEATS_HELD).set_index(["person_id", "meeting_id"])[
        "state"
    ]
    assert found["m1:6:1", "board-2020-05-10"] == "apologies"  # whom the first list has at its second line
    assert found["m2:6:1", "board-2020-05-10"] == "by substitute"
    assert found["m2:6:1", "board-2020-06-10"] == "not seen"  # no seat is held in person


def test_a_seat_held_in_person_is_expected_of_that_person_and_its_id_is_no_name():
    own = schema.MEMBERSHIPS.frame(
        [{"body_id": "board", "org_id": "north", "person_id": who} for who in ("north-two", "nan")]
    )
    found = grid_of_people(there(), MEETINGS_HELD, LISTED[0], own).set_index(["person_id", "meeting_id"])["state"]
    assert found["m2:6:1", "board-2020-06-10"] == "expected"
    assert found["memberships.csv#board/north/2", "board-2020-06-10"] == "expected"
    assert found["m1:6:1", "board-2020-07-10"] == "not a member then"


# ---- rates -----------------------------------------------------------------------------------------------------------


def test_a_rate_is_of_the_meetings_while_a_member_whose_minutes_say_who_came():
    assert n_of(rated(), "attendance_rate") == {"county": (20, 20), "north": (8, 21), "south": (8, 11), "east": (0, 6)}


def test_its_interval_is_wilsons_or_by_rule_jeffreys():
    north = next(row for row in rated() if row["finding_id"] == "attendance_rate/north/board")
    assert (north["low"], north["high"], north["range"]) == wilson(8, 21)
    assert {row.get("range", "") for row in rated(interval="jeffreys")} == {"jeffreys 95", "missing minutes", ""}


def test_the_bounds_take_every_meeting_without_minutes_both_ways():
    found = {row["subject"]: (row["low"], row["high"]) for row in rated() if row["measure"] == "attendance_bounds"}
    assert found["north"] == (8 / 24, 11 / 24)  # August and December 2020, February 2022
    assert found["county"] == (20 / 24, 1.0)  # and October 2021, of which only apologies are held
    assert found["south"] == (8 / 12, 9 / 12)  # a member at one of them
    assert found["east"] == (0.0, 2 / 8)  # and December 2021: expected, and nothing more was recorded
    note = next(row["note"] for row in rated() if row["finding_id"] == "attendance_bounds/north/board")
    assert note == "without minutes or list: 2; announced only: 1"


def test_a_meeting_whose_list_has_an_entry_that_may_be_its_own_is_no_absence_and_left_out_of_the_rate():
    attendance, mentions, links = LISTED  # in July 2020 the list says nothing of north, and east is absent
    place = {"doc_id": "m4", "line": "9"}
    entry = {"meeting_id": f"board-{DAYS[3]}", **place, "n": 1, "person": "Nora Nolan", "organisations": "Nrth"}
    attendance = schema.ATTENDANCE.frame([*attendance.to_dict("records"), {**entry, "status": "present"}])
    loose = {"mention_id": "m4:9:organisation", "kind": "organisation", "printed": "Nrth", **place}
    mentions = schema.MENTIONS.frame([*mentions.to_dict("records"), loose])
    asked = {"question_id": "q", "kind": "organisation", "left": "Nrth", "right": "north | east", "scope": "study"}
    questions = schema.QUESTIONS.frame([{**asked, **place, "mention": "m4:9:organisation"}])
    found = unanswered(questions, attendance, mentions, links)
    assert found[["org_id", "cites"]].values.tolist() == [["east", "m4:9"], ["north", "m4:9"]]
    filled = grid(there(), MEETINGS_HELD, COUNCILS, attendance, SEATS_HELD, found)
    cell = filled.set_index(["org_id", "meeting_id"])[["state", "cites"]]
    assert cell.loc[("north", f"board-{DAYS[3]}")].tolist() == ["not recorded", "m4:9"]
    assert cell.at[("east", f"board-{DAYS[3]}"), "state"] == "absent"  # its own entry says so
    rows = {row["finding_id"]: row for row in rates(filled, HELD, SEATS_HELD, (), Rules(), found)}
    rate, bounds = rows["attendance_rate/north/board"], rows["attendance_bounds/north/board"]
    assert (rate["n"], rate["of"]) == (8, 20)  # 8 of 21 where it is taken for an absence
    assert rate["note"] == "left out, an entry that may be its own is not yet answered: 1 of its meetings"
    assert (bounds["low"], bounds["high"]) == (8 / 24, 12 / 24)
    assert bounds["note"].endswith("announced only: 1; with an entry that may be its own, not yet answered: 1")


def test_without_a_list_of_members_there_are_counts_and_no_rate():
    assert {row["measure"] for row in rated(schema.MEMBERSHIPS.empty())} == {
        "organisations_with_rate",
        "organisations_with_change",
    }
    assert n_of(rated(schema.MEMBERSHIPS.empty()), "organisations_with_rate") == {
        "board": (0, 6)
    }  # the west has no cell
    assert n_of(rated(windows=YEARS), "organisations_with_rate") == {"board": (4, 6)}
    assert n_of(rated(windows=YEARS), "organisations_with_change") == {"board": (2, 6)}
    found = times(cells(), HELD, ())
    assert n_of(found, "meetings_in_room") == {"county": 20, "north": 8, "south": 10, "city": 1, "police": 2}
    assert n_of(found, "times_by_substitute") == {"north": 1, "south": 1}
    assert n_of(found, "times_in_support") == {"county": 1}
    assert n_of(found, "times_item_only") == {"south": 1}
    assert n_of(found, "times_apologies") == {"north": 3, "south": 1, "east": 2}
    assert n_of(found, "times_absent") == {"north": 1, "east": 1}
    assert n_of(found, "times_expected") == {"north": 9, "south": 2, "east": 3}


def test_first_and_last_seen_are_days_in_the_room():
    found = {row["subject"]: row for row in times(cells(), HELD, ()) if row["measure"] == "seen_between"}
    assert (found["south"]["since"], found["south"]["until"]) == ("2020-09-10", "2021-12-10")
    assert "east" not in found


def test_a_member_of_no_documented_meeting_has_no_rate_and_says_so():
    seat = schema.MEMBERSHIPS.frame(
        [{"body_id": "board", "org_id": "east", "since": "2022-02-01", "until": "2022-02-28"}]
    )
    assert n_of(rated(seat), "attendance_unknown") == {"east": 1}
    assert n_of(rated(seat), "attendance_rate") == {}


def test_spells_are_counted_with_the_minutes_held_of_each():
    rows = members_and_others(cells(), HELD, SEATS_HELD, COUNCILS)
    assert n_of(rows, "member_spells") == {"county": 1, "north": 1, "south": 1, "east": 2, "police": 1}
    assert n_of(rows, "member_spell", "2021-12-01") == {"east": 3}
    assert n_of(rows, "member_spell", "2020-10-01") == {"south": 11}


def test_never_came_is_told_from_never_asked():
    rows = members_and_others(cells(), HELD, SEATS_HELD, COUNCILS)
    assert n_of(rows, "never_came") == {"east": (0, 6)}
    assert n_of(rows, "never_asked") == {"west": (0, 21)}  # the city has no seat either, and came once
    assert n_of(rows, "members_never_came") == {"board": (1, 4)}
    assert n_of(rows, "councils_never_asked") == {"board": (1, 6)}
    assert members_and_others(cells(), HELD, schema.MEMBERSHIPS.empty(), COUNCILS) == []


def test_a_council_whose_seat_ended_before_the_first_minutes_was_asked_once():
    once = schema.MEMBERSHIPS.frame([{"body_id": "board", "org_id": "west", "until": "2019-03-31"}])
    rows = members_and_others(cells(), HELD, pd.concat([SEATS_HELD, once]), COUNCILS)
    assert not {"never_asked", "never_came"} & {row["measure"] for row in rows if row["subject"] == "west"}
    assert n_of(rows, "councils_never_asked") == {"board": (0, 6)}


# ---- windows ---------------------------------------------------------------------------------------------------------


def test_each_window_has_its_rate():
    rows = rated(windows=YEARS)
    assert n_of(rows, "attendance_rate", "2020-04-01") == {
        "county": (10, 10),
        "north": (7, 10),
        "south": (4, 5),
        "east": (0, 4),
    }
    assert n_of(rows, "attendance_rate", "2021-04-01")["north"] == (1, 11)
    assert n_of(times(cells(), HELD, YEARS), "meetings_in_room", "2021-04-01")["south"] == 5


def test_a_change_is_put_into_words_from_ten_meetings_in_each_window():
    changed = {row["subject"]: row for row in rated(windows=YEARS) if row["measure"] == "attendance_change"}
    assert set(changed) == {"county", "north"}  # south was a member at five and six meetings
    assert changed["north"]["note"] == "came less often"
    assert changed["north"]["high"] < 0
    assert changed["county"]["note"] == "more or less often than before cannot be told"


def test_windows_that_overlap_are_not_set_against_each_other():
    overlapping = (YEARS[0], YEARS[1]._replace(since="2021-03-01"))
    rows = [*rated(windows=overlapping), *continuity(there(), HELD, overlapping)]
    assert not {"attendance_change", "people_turnover", "organisations_turnover"} & {row["measure"] for row in rows}


def test_the_interval_of_a_change_equals_newcombes_published_value():
    low, high, _ = difference((48, 80), (56, 70), wilson)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


# ---- rules -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "org", "n", "of"),
    [
        ({"substitutes": False}, "north", 7, 21),
        ({"virtual": False}, "north", 7, 21),
        ({"host_support": False}, "county", 19, 20),
        ({"guests": False}, "south", 8, 11),  # a guest in September 2020 only, when it was no member
        ({"item_limited": "whole"}, "south", 8, 11),
    ],
)
def test_a_rule_changes_the_counts_it_is_about(rules, org, n, of):
    assert n_of(rated(**rules), "attendance_rate")[org] == (n, of)


def test_what_a_rule_leaves_out_is_said_in_the_grid():
    state = cells(host_support=False).set_index(["org_id", "meeting_id"])["state"]
    assert state["county", "board-2021-03-10"] == "left out by the rules"
    state = cells(guests=False).set_index(["org_id", "meeting_id"])["state"]
    assert state["city", "board-2020-06-10"] == "left out by the rules"
    state = cells(item_limited="whole").set_index(["org_id", "meeting_id"])["state"]
    assert state["south", "board-2021-01-10"] == "present"


def hats(role="", organisation="", **rules):
    """Presence of one councillor of two councils, on a list that prints what is given."""
    seat = {"meeting_id": "board-2020-04-10", "doc_id": "m1", "line": "5", "n": 1, "person": "Una Vale", "role": role}
    entry = schema.ATTENDANCE.frame([{**seat, "organisations": organisation, "status": "present"}])
    mentions = [{"mention_id": "a", "kind": "person", "printed": "Una Vale", "doc_id": "m1", "line": "5"}]
    links = [{"mention_id": "a", "kind": "person", "id": "una-vale"}]
    if organisation:
        mentions.append({**mentions[0], "mention_id": "b", "kind": "organisation", "printed": organisation})
        links.append({"mention_id": "b", "kind": "organisation", "id": organisation})
    posts = schema.POSTS.frame(
        [
            {"person_id": "una-vale", "org_id": "county", "post": "Cabinet Member", "since": "2017-05-01"},
            {"person_id": "una-vale", "org_id": "north", "post": "Leader"},
            {"person_id": "una-vale", "org_id": "south", "post": "Leader", "until": "2019-05-01"},
        ]
    )
    mentions, links = schema.MENTIONS.frame(mentions), schema.LINKS.frame(links)
    placed = links_by_post(entry, mentions, links, posts, {"board-2020-04-10": "2020-04-10"})
    found = presence(entry, mentions, placed, Rules(**rules), {})
    return dict(zip(found["org_id"], found["weight"], strict=True))


def test_a_double_hat_stands_for_both_councils_a_share_of_each_or_the_first():
    assert hats() == {"county": 1.0, "north": 1.0}  # the post at the south had ended
    assert hats(double_hats="split") == {"county": 0.5, "north": 0.5}
    assert hats(double_hats="first") == {"county": 1.0}
    assert hats(joint_posts="first") == {"county": 1.0, "north": 1.0}  # a rule of its own


def test_where_the_capacity_is_printed_that_one_counts():
    assert hats(organisation="north") == {"north": 1.0}
    assert hats(role="Leader") == {"north": 1.0}


def test_the_rules_are_printed_with_their_defaults_and_with_every_result():
    shown = {row["rule"]: (row["is"], row["default"]) for row in Rules(double_hats="first").listed()}
    assert shown["double_hats"] == ("first", "both")
    assert shown["interval"] == ("wilson", "wilson")
    assert set(findings(rated(), Rules(guests=False))["rules"]) == {"guests=false"}


# ---- who comes -------------------------------------------------------------------------------------------------------


def test_substitutes_are_told_by_person_and_by_organisation_and_no_finding_names_anybody():
    rows = substitutes(there(), HELD)
    assert n_of(rows, "substitutes_of") == {"north": 1, "south": 1}
    assert n_of(rows, "stood_in") == {"m2:6:1": 1, "m18:6:1": 1}
    assert n_of(rows, "was_replaced") == {"m1:6:1": 1, "m6:7:1": 1}  # first met in April and in September 2020
    assert n_of(rows, "apologies_not_covered") == {"north": (3, 4), "south": (1, 2), "east": (2, 2)}
    assert not any("one" in str(row).lower().split() for row in rows)


def test_people_who_filled_a_seat_and_the_same_face_again():
    rows = continuity(there(), HELD, YEARS)
    assert n_of(rows, "people_of_seat")["north"] == 3
    assert "police" in n_of(rows, "people_of_seat")
    assert "city" not in n_of(rows, "people_of_seat")  # a guest fills no seat
    assert n_of(rows, "same_face")["north"] == (4, 7)  # not in May, June 2020 and August 2021


def test_turnover_is_of_those_who_came_in_either_window():
    rows = continuity(there(), HELD, YEARS)
    assert n_of(rows, "people_turnover", "2021-04-01")["north"] == (3, 3)
    assert n_of(rows, "people_turnover", "2021-04-01")["county"] == (0, 1)
    assert n_of(rows, "organisations_turnover", "2021-04-01") == {"board": (1, 5)}  # the city came no more


RANKS = pd.DataFrame({"person_id": ["north-one", "north-two"], "seniority": ["chief officer", "other"]})


def test_the_rank_of_who_comes_is_counted_by_meetings():
    rows = seniority(there(), HELD, RANKS, YEARS, Rules())
    assert n_of(rows, "chief_officer_came")["north"] == (6, 8)
    assert n_of(rows, "other_came") == {"north": (1, 8)}
    assert n_of(rows, "rank_unknown_came")["north"] == (1, 8)
    assert n_of(rows, "chief_officer_came", "2021-04-01")["north"] == (0, 1)
    changed = [row["subject"] for row in rows if row["measure"] == "chief_officer_change"]
    assert changed == ["county"]  # the only one with ten meetings in each year


def test_the_hosts_heads_say_that_they_are_the_hosts():
    rows = heads_beside_organisations(there(), HELD, dict.fromkeys(MEETINGS_HELD["meeting_id"], "county"))
    assert n_of(rows, "heads_at_body")["county"] == (20, 41)
    assert n_of(rows, "organisations_ever") == {"board": 5}
    notes = {row["subject"]: row["note"] for row in rows if row["measure"] == "heads_at_body"}
    assert notes["north"] == ""
    assert say(findings(rows, Rules())).splitlines()[3] == (
        "county had 20 of 41 heads in the room at board, counted at every meeting (the host; its officers are there by "
        "duty and swell this count)."
    )


def test_presence_stands_beside_voice():
    items = schema.ITEMS.frame(
        [{"item_id": f"board/{n}", "meeting_id": f"board-{DAYS[0]}", "doc_id": "m1", "line": str(n)} for n in (20, 30)]
    )
    texts = {21: "County One introduced the plan.", 31: "North One was thanked. County One said so; East One wrote."}
    lines = schema.LINES.frame(
        [{"doc_id": "m1", "line": at, "part": "item", "text": text} for at, text in texts.items()]
    )
    names = [(21, "County One"), (31, "North One"), (31, "County One"), (31, "East One")]
    named = pd.DataFrame(
        [
            {"doc_id": "m1", "line": str(at), "printed": name, "linked": "person", "id": name.lower().replace(" ", "-")}
            for at, name in names
        ]
    )
    rows = voices(there(), HELD, items, named, lines)
    assert n_of(rows, "organisation_introduced") == {"county": (1, 2), "north": (0, 2)}
    assert n_of(rows, "organisation_spoke") == {"county": (2, 2), "north": (0, 2)}
    assert n_of(rows, "organisation_named") == {"county": (2, 2), "north": (1, 2)}  # the east was not in the room
    assert n_of(rows, "organisation_chaired") == {"county": (19, 20)}

    clauses = [{"decision_id": "a", "owners": "North One | East One"}, {"decision_id": "b", "owners": "officers"}]
    decided = schema.DECISIONS.frame([{**row, "item_id": "board/20", "doc_id": "m1", "line": "22"} for row in clauses])
    rows = asked_to_act(there(), HELD, decided, items, named)
    assert n_of(rows, "organisation_asked") == {"north": (1, 2), "east": (1, 2)}
    assert n_of(rows, "owners_not_placed") == {"board": (1, 2)}


# ---- from papers -----------------------------------------------------------------------------------------------------

PAPER = """Minutes of a meeting of the Joint Board held at Town Hall on 2 {month} 2007.

PRESENT

| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |
| Bo Birch | - | Policy Officer, Blaby District Council (representing Sue Dale) |
| Cllr Una Vale | - | |

1. Housing

Ann Arden introduced the report. Bo Birch asked for more.
"""


def test_from_papers_every_number_opens_at_its_lines_and_no_finding_holds_a_name(tmp_path):
    folder = start(tmp_path / "study", "Leicestershire", "2010-01-01")
    rows = {"bodies.csv": "jb,Joint Board,JB,leicestershire,leicestershire\n"}
    rows["register/memberships.csv"] = "jb,blaby,bo-birch,member,,,,,\njb,melton,,member,,,,,\n"
    rows["register/people.csv"] = "bo-birch,Bo Birch,other,\nuna-vale,Una Vale,elected,yes\n"
    rows["register/posts.csv"] = "una-vale,harborough,Leader,,\nuna-vale,rutland,Member,2007-05-01,\n"
    rows["sources.csv"] = "".join(f"{month},{month}.txt,minutes,jb,2007-{n:02}-02,,,public,,\n" for n, month in MONTHS)
    for _, month in MONTHS:
        (folder / "papers" / f"{month}.txt").write_text(PAPER.format(month=month.title()), encoding="utf-8")
    for name, lines in rows.items():
        (folder / name).write_text((folder / name).read_text(encoding="utf-8") + lines, encoding="utf-8")
    built = leadnet.study(folder)
    assert n_of(built.told("attendance_rate").to_dict("records"), "attendance_rate") == {
        "blaby": (3, 3),
        "melton": (0, 3),
    }
    assert n_of(built.told("never_came").to_dict("records"), "never_came") == {"melton": (0, 3)}
    assert set(built.evidence(built.findings)["finding_id"]) == set(built.findings["finding_id"])
    assert "birch" not in built.findings.to_csv().lower() + built.evidence(built.findings)["text"].str.cat().lower()
    assert say(built.told("stood_in")) == "[an officer] came to the JB in another's place: 3 meetings."
    assert "birch" not in built.texts["memberships.csv#jb/blaby"]
    assert built.find("meetings_in_room", "rutland")["n"].tolist() == [2]  # the second post is held from May
    hosts = built.told("heads_at_body").set_index("subject")["note"]
    assert hosts.index[hosts != ""].tolist() == ["leicestershire"]
    assert built.people_grid["person_id"].str.contains("^april:|^memberships").all()


# ---- bad input -------------------------------------------------------------------------------------------------------


def test_a_membership_that_ends_before_it_starts_is_refused_with_its_line():
    bad = schema.MEMBERSHIPS.frame(
        [{"body_id": "board", "org_id": "north", "since": "2021-04-01", "until": "2020-04-01"}]
    )
    tables = {table.name: table.empty() for table in schema.INPUTS.values()} | {"memberships": bad}
    assert "memberships.csv line 2: it ends (2020-04-01) before it starts (2021-04-01); correct one of the two" in (
        cross_faults(tables)
    )


def test_two_meetings_of_one_day_and_organisations_without_a_tier_are_said_aloud():
    twice = {**board_meetings()[0], "meeting_id": "board-2020-04-10-2", "doc_id": "m1b"}
    undated = {**twice, "meeting_id": "m1c", "date": ""}
    held = coverage(schema.MEETINGS.frame([*board_meetings(), twice, undated]))
    own = schema.ORGANISATIONS.frame([{"org_id": "police", "name": "Police"}, {"org_id": "north", "tier": "district"}])
    rows = gaps(held, cells(), own)
    assert n_of(rows, "meetings_same_day", "2020-04-10") == {"board": 2}
    assert "board-2020-04-10 or board-2020-04-10-2" in rows[1]["note"]
    assert n_of(rows, "minutes_undated") == {"board": 1}
    assert n_of(rows, "organisations_without_tier") == {"": (1, 2)}
    assert rows[2]["cites"] == "organisations.csv#police"
    assert gaps(HELD, cells(), own[own["tier"] != ""]) == []


def test_every_measure_of_participation_says_itself_in_a_sentence():
    every = [*rated(windows=YEARS), *times(cells(), HELD, YEARS), *substitutes(there(), HELD)]
    every += members_and_others(cells(), HELD, SEATS_HELD, COUNCILS)
    every += [*continuity(there(), HELD, YEARS), *seniority(there(), HELD, RANKS, YEARS, Rules())]
    found = findings(every, Rules())
    said = say(found).splitlines()
    assert len(said) == len(found)
    assert (
        "north was in the room at 1 of 11 meetings of board while a member from 1 April 2021 to 31 March 2022; a run "
        "of meetings like these could by luck give a share from 0.02 to 0.38."
    ) in said
    assert "south was first seen at board on 10 September 2020 and last on 10 December 2021; at 10 meetings." in said
