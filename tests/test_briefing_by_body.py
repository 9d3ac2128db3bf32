"""A study of many meetings is told by body and window: small enough to count by hand."""

import io

import pytest
from lxml import html
from PIL import Image

import leadnet
from leadnet.briefing import files_of, read_author
from leadnet.briefing.exhibits_voice import voice_said
from leadnet.build import Built
from leadnet.new_study import start
from leadnet.study.tables import StudyError

SEATS = {
    "county": "| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |",
    "blaby": "| Bo Birch | - | Chief Executive, Blaby District Council |",
    "melton": "| Max Maple | - | Chief Executive, Melton Borough Council |",
}
# Blaby at all of the first year and none of the second, at both bodies; Melton at three of the board's four.
MET = {
    ("jb", "2007-03-05"): ("county", "blaby", "melton"), ("jb", "2007-09-03"): ("county", "blaby"),
    ("jb", "2008-03-03"): ("county", "melton"), ("jb", "2008-09-01"): ("county", "melton"),
    ("lf", "2007-05-07"): ("county", "blaby"), ("lf", "2007-11-05"): ("county", "blaby"),
    ("lf", "2008-05-05"): ("county",), ("lf", "2008-11-03"): ("county",),
}  # fmt: skip
BODIES = {"jb": "Joint Board", "lf": "Leaders Forum"}
WINDOWS = '\n[windows]\n"first year" = ["2007-01-01", "2007-12-31"]\n"second year" = ["2008-01-01", "2008-12-31"]\n'


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two bodies, four meetings each, with their members."""
    folder = start(tmp_path_factory.mktemp("many") / "study", "Leicestershire", "2010-01-01")
    add(
        folder / "bodies.csv",
        [f"{id},{name},{id.upper()},leicestershire,leicestershire" for id, name in BODIES.items()],
    )
    for (body, on), who in MET.items():
        seats = "\n".join(SEATS[each] for each in who)
        text = f"Minutes of a meeting of the {BODIES[body]} held at Town Hall on {on}.\n\nPRESENT\n\n{seats}\n"
        (folder / "papers" / f"{body}-{on}.txt").write_text(text)
    add(folder / "sources.csv", [f"{b}-{on},{b}-{on}.txt,minutes,{b},{on},,,public,," for b, on in MET])
    members = [f"{body},{org},,member,,,,," for body in BODIES for org in ("leicestershire", "blaby", "melton")]
    add(folder / "register" / "memberships.csv", members)
    (folder / "study.toml").write_text((folder / "study.toml").read_text() + WINDOWS)
    return leadnet.study(folder)


def add(path, rows):
    path.write_text(path.read_text() + "\n".join(rows) + "\n")


@pytest.fixture(scope="module")
def tree(built):
    return html.fromstring(files_of(built, read_author(built.folder.path), ("html", "pdf"))["briefing.html"])


def said(tree, heading: str) -> str:
    """The words of a section, from its heading to the next."""
    (start,) = [each for each in tree.xpath("//h2") if heading in each.text_content()]
    words = []
    for each in start.itersiblings():
        if each.tag == "h2":
            break
        words.append(each.text_content())
    return " ".join(" ".join(words).split())


def test_the_meetings_are_counted_by_body_and_the_districts_by_window(tree):
    (table,) = tree.xpath("//table[caption[contains(., 'by body')]]")
    rows = [[cell.text_content() for cell in row.xpath("./th | ./td")] for row in table.xpath("./tbody/tr")]
    assert rows == [["Joint Board (JB)", "4", "0", "0", "2 of 7", "1 of 7"],
                    ["Leaders Forum (LF)", "4", "0", "0", "1 of 7", "0 of 7"]]  # fmt: skip


def test_a_rate_has_its_counts_and_the_range_luck_could_give_behind_the_chart(tree):
    (row,) = tree.xpath("//details//table[contains(caption, 'range luck could give')]//tr[th='Melton']")
    assert [cell.text_content() for cell in row.xpath("./td")] == ["3 of 4 (0.3 to 0.95)", "0 of 4 (0 to 0.49)"]


def test_a_council_that_came_to_all_and_then_to_none_is_told_without_a_claim(tree):
    section = said(tree, "Who took part")
    assert "Blaby District Council: 2 of 2, 0 of 2 at the JB; 2 of 2, 0 of 2 at the LF." in section.replace(
        " and ", ", "
    )
    assert "no change is claimed" in section and "Melton Borough Council:" not in section


def test_councils_stand_in_the_order_of_the_register_whatever_their_rate(tree):
    names = tree.xpath("//details//table[contains(caption, 'range luck could give')]//tbody/tr/th/text()")
    assert names == ["Leicestershire", "Blaby", "Melton"]


def test_the_tiers_are_told_with_their_counts_beside_chance(tree):
    section = said(tree, "Do the tiers meet?")
    assert "tested by the meetings its councils shared" in section and "beside" in section


def test_no_sentence_counts_one_meeting_by_itself(tree):
    assert "At the one meeting" not in tree.text_content() and "people were in the room" not in tree.text_content()


@pytest.mark.parametrize("name", ["council_grid", "rates", "tier_matrix", "coverage_strip", "voice"])
def test_each_chart_can_be_drawn_by_name_and_says_what_it_shows(built, name):
    drawn = leadnet.draw(name, built)
    assert Image.open(io.BytesIO(drawn.drawn.png)).width > 600 and len(str(drawn.alt)) > 60 and str(drawn.caption)


def test_what_the_minutes_tell_of_voice_is_said_and_what_they_do_not_is_said_to_be_not_recorded(built, tree):
    section = said(tree, "Who took part")
    assert "tell who chaired. Not recorded in them: who introduced items, who spoke or who is asked" in section
    drawn = leadnet.draw("voice", built)
    assert "Leicestershire 4 of 4" in str(drawn.alt) and "items spoken in: not recorded" in str(drawn.alt)
    assert [str(text) for text in drawn.drawn.texts].count("not recorded") == 3


def test_where_the_minutes_tell_of_no_voice_that_is_said_aloud_and_nothing_is_drawn(built):
    silent = built.findings[built.findings["measure"] != "organisation_chaired"]
    mute = Built(built.folder, built.rules, built.records, {**built.results, "findings": silent})
    assert "tell nothing: who chaired, who introduced items, who spoke or" in str(voice_said(mute))
    with pytest.raises(StudyError, match='"voice": this study holds nothing to draw it from'):
        leadnet.draw("voice", mute)


def test_a_chart_the_study_holds_nothing_for_is_refused_by_name(built):
    for name in ("tier_map", "milestones"):
        with pytest.raises(StudyError, match=f'"{name}": this study holds nothing to draw it from'):
            leadnet.draw(name, built)
    with pytest.raises(StudyError, match="the charts are council_grid"):
        leadnet.draw("pie", built)
