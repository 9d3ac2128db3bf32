"""Attendance lists of made-up meetings in many house styles: no rule may work for one place's minutes alone.

The lists and the rows expected of each stand in attendance-styles.txt.
"""

import re
import time
from pathlib import Path

import docx
import pytest

from leadnet.documents import read_paper

HEAD = "Wolds Strategic Board\nMinutes of the meeting held on 4 March 2014 at Town Hall, Ashbury\n\n"


@pytest.fixture
def read(tmp_path):
    def of(text, head=HEAD):
        path = tmp_path / "paper.txt"
        path.write_text(head + text.strip("\n"), encoding="utf-8")
        return read_paper(path)

    return of


def row(who):
    marks = [
        *(["chair"] if who.chair else []),
        *([f"for {who.on_behalf_of}"] if who.on_behalf_of else []),
        *([f"items {' '.join(who.items)}"] if who.items else []),
        *(said for said in (who.arrived, who.left) if said),
        *([who.mode] if who.mode != "unknown" else []),
        *(["observer"] if who.part == "observer" else []),
        *([] if who.sure else ["unsure"]),
    ]
    cells = (who.status, f"{who.title} {who.person}".strip(), who.role, "; ".join(who.organisations), ", ".join(marks))
    return " | ".join(cell or "-" for cell in cells)


def styles():
    """Name, paper and expected rows of each style."""
    text = (Path(__file__).parent / "attendance-styles.txt").read_text(encoding="utf-8")
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, rest = block.split("\n", 1)
        paper, expected = rest.split("--- expected\n")
        yield pytest.param(paper, expected.strip("\n").split("\n"), id=name)


@pytest.mark.parametrize(("text", "expected"), list(styles()))
def test_a_list_in_this_style_is_read_and_each_entry_stands_on_the_line_it_cites(read, text, expected):
    paper = read(text, head="")
    assert [row(who) for who in paper.meeting.attendance] == expected
    for who in paper.meeting.attendance:
        printed = " ".join(paper.lines[number - 1].text for number in who.source.numbers)
        assert who.person.split()[-1] in printed


def test_a_vacant_seat_an_organisation_alone_and_a_count_are_problems_and_nobody(read):
    present = "Present:\nAnn Lee, Kent Police\nKent CVS - Vacancy\nThree members of the public"
    paper = read(f"{present}\n\nApologies: Kent Fire Service")
    assert [who.person for who in paper.meeting.attendance] == ["Ann Lee"]
    said = [(problem.line, problem.what.split('" ')[1]) for problem in paper.problems]
    assert said[:2] == [("6", "is a seat that nobody holds"), ("7", "counts people without naming them")]
    assert said[2][0] == "9" and said[2][1].startswith("sent apologies without naming anybody")


@pytest.mark.parametrize(
    "text",
    [
        "Membership:\nTom Roe, Kent Police\nJoe Dale, Kent CVS",
        "Circulation: Tom Roe, Joe Dale",
        "Present at the last meeting: Tom Roe and Joe Dale",
        "Contact: Tom Roe, 01234 567890",
        "Report by: Tom Roe",
        "Agenda\n1. Welcome - Tom Roe\n2. Budget - Joe Dale",
        "Terms of reference\nTom Roe and Joe Dale will meet.",
    ],
)
def test_who_is_named_elsewhere_was_not_there(read, text):
    paper = read(f"{text}\n\nPresent: Ann Lee and Sue May\n\n1. Plan\n\nThe plan was noted.")
    assert {who.person for who in paper.meeting.attendance} == {"Ann Lee", "Sue May"}


@pytest.mark.parametrize(
    ("sentence", "who", "instead_of"),
    [
        ("Apologies were received from Joe Dale. Tom Roe attended in his absence.", "Tom Roe", "Joe Dale"),
        ("Apologies were received from Joe Dale (represented by Tom Roe).", "Tom Roe", "Joe Dale"),
        ("Apologies were received from Joe Dale (Kent CVS – Tom Roe is sub).", "Tom Roe", "Joe Dale"),
        ("Apologies were received from Joe Dale; Ann Lee substituted for him.", "Ann Lee", "Joe Dale"),
        ("Apologies were received from Joe Dale. Ann Lee was deputising for Joe Dale.", "Ann Lee", "Joe Dale"),
    ],
)
def test_a_sentence_says_who_came_for_whom(read, sentence, who, instead_of):
    paper = read(f"Present: Ann Lee and Sue May\n\n1. Apologies\n\n{sentence}\n\n2. Plan\n\nNoted.")
    found = [(each.person, each.on_behalf_of) for each in paper.meeting.attendance if each.on_behalf_of]
    assert found == ([(who, instead_of)] if who else [])
    assert [each.person for each in paper.meeting.attendance if each.status == "apologies"] == ["Joe Dale"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the absence of the Chairman, Councillor Ann Lee took the chair.",
        "Councillor Ann Lee in the Chair",
        "The Chair, Councillor Ann Lee, welcomed everyone to the meeting.",
        "It was proposed, seconded and AGREED that Councillor Ann Lee be elected Chairman of the Board for 2014/15.",
        "The meeting was chaired by Ann Lee.",
    ],
)
def test_a_sentence_says_who_chaired(read, sentence):
    paper = read(f"Present: Councillors Ann Lee, Joe Dale and Sue May\n\n1. Welcome\n\n{sentence}\n\n2. Plan\n\nNoted.")
    assert [who.person for who in paper.meeting.attendance if who.chair] == ["Ann Lee"]


LONG_LINES = {
    "letters": "x",
    "names": "Ann Lee, ",
    "headings": "Present: Director of ",
    "capitals": "Abcd ",
    "brackets": "(",
    "semicolons": "A Smith; ",
    "spaces": " ",
    "gaps": " " * 299 + "a",
    "signs": "| + ",
    "initials": "Ann LeeALKent Police ",
    "deputies": "Ann Lee represented by ",
    "apologies": "AAAA, ",
}


@pytest.mark.parametrize("piece", LONG_LINES.values(), ids=LONG_LINES)
def test_a_line_as_long_as_a_paper_may_hold_is_read_and_not_for_ever(read, piece):
    long = (piece * 99_000)[:99_000]
    started = time.process_time()
    paper = read(f"Present: {long} sent apologies.\n\n1. Plan\n\nNoted.")
    assert time.process_time() - started < 30  # a pattern that walks back over all of it takes minutes
    assert [item.title for item in paper.meeting.items] == ["Plan"]


@pytest.mark.parametrize("space", [" ", "\t"], ids=["spaces", "tabs"])
def test_a_title_with_a_gap_as_wide_as_a_line_may_be_is_read_in_word_and_in_a_page(tmp_path, space):
    lines = [
        f"Wolds{space * 30_000}Board",
        "Minutes of the meeting held on 4 March 2014",
        "Present: Ann Lee",
        "1. Plan",
    ]
    page, word = tmp_path / "paper.html", docx.Document()
    page.write_text("".join(f"<pre>{line}</pre>" for line in lines), encoding="utf-8")
    for line in lines:
        word.add_paragraph(line)
    word.save(tmp_path / "paper.docx")
    started = time.process_time()
    dates = {read_paper(path).meeting.date for path in (page, tmp_path / "paper.docx")}
    assert dates == {"2014-03-04"}
    assert time.process_time() - started < 30  # a pattern that walks back over all of it takes minutes


def test_whom_a_row_says_something_unknown_of_is_neither_present_nor_away_and_a_problem_says_so(read):
    table = "Name\tOrganisation\tAttendance\nAnn Lee\tAshbury CVS\tPresent\nJoe Dale\tWolds Police\tSabbatical\n"
    paper = read(f"Wolds Board\nMinutes of the meeting held on 4 March 2014\n\n{table}", head="")
    assert [who.person for who in paper.meeting.attendance] == ["Ann Lee"]
    said = [(each.line, each.what) for each in paper.problems]
    assert said == [
        (
            "6",
            '"Joe Dale Wolds Police" does not say whether the person was there ("Sabbatical" is no known status)',
        )
    ]


def test_initials_taken_out_from_between_letters_leave_no_word_that_is_not_printed(read):
    paper = read("Present:\nHelen Lincoln (HL)a,J Marten (JM), Chris Frost (CF), Don King (DK)")
    assert [who.person for who in paper.meeting.attendance] == ["J Marten", "Chris Frost", "Don King"]
    assert ("5", '"Helen Lincoln (HL)a" in the list headed "Present" begins with no person\'s name') in [
        (each.line, each.what) for each in paper.problems
    ]
