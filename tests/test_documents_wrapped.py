"""Text whose lines were broken at a column is read like text that was not, and cited at the lines of its own file."""

import re
from pathlib import Path

import pytest

from benchmarks.dresses import dressed
from benchmarks.minutes import plain, score, sources
from leadnet.documents import read_paper
from leadnet.documents.formats.hard_wraps import goes_on
from leadnet.documents.model import Line

CASES = Path(__file__).parent / "minutes-cases"
PAPERS = {
    source.parent.name[:4]: (source, gold)
    for source, gold in sources(CASES)
    if source.suffix == ".txt" and source.parent.name[:4] in ("A004", "A026", "A052")
}
WIDTHS = ("broken at 76", "broken at 60, hanging")


def lines(text):
    return [Line(number, None, row) for number, row in enumerate(text.strip("\n").split("\n"), start=1)]


def missed(paper, gold):
    """What is missed or added of people and of what was decided; of the head, a venue may end at its line."""
    return {said for said in score(paper, gold).said if " missed " in said or " added " in said}


@pytest.mark.parametrize("dress", WIDTHS)
@pytest.mark.parametrize("case", PAPERS)
def test_where_its_lines_were_broken_changes_nobody_and_nothing_decided(case, dress, tmp_path):
    source, gold = PAPERS[case]
    before, after = (missed(paper, gold) for paper in (source, dressed(source, dress, tmp_path)))
    assert before == after


@pytest.mark.parametrize("dress", WIDTHS)
@pytest.mark.parametrize("case", PAPERS)
def test_every_name_and_decision_stands_in_the_lines_cited_of_the_broken_file(case, dress, tmp_path):
    source, _ = PAPERS[case]
    broken = dressed(source, dress, tmp_path)
    rows = broken.read_text(encoding="utf-8").split("\n")
    meeting = read_paper(broken).meeting

    def cited(line):
        first, last = (int(number) for number in (line.split("-")[0], line.split("-")[-1]))
        return plain(" ".join(rows[first - 1 : last]))

    for who in meeting.attendance:
        assert plain(who.person.split()[-1]) in cited(who.source.line), who.person
    for said in (said for item in meeting.items for said in item.decisions):
        assert plain(" ".join(said.text.split()[:4])) in cited(said.source.line), said.text


def test_a_paper_broken_nowhere_is_left_as_it_is():
    whole = """
Present:
Ann Lee, Chief Executive, Ashbury Council
Joe Dale, Head of Planning, Combe Council
Sue Orr, Director of Homes, Vale Housing
Tom Roe, Chief Inspector, Wolds Police

1. Matters arising
There were none.

2. Plan
(a) that the plan be kept as it now stands;
(b) that the map be sent to every partner;
(c) that the Board meet again in the spring.
"""
    assert goes_on(lines(whole)) == frozenset()


def test_limbs_labels_and_entries_below_a_full_line_begin_anew():
    text = """
The Board heard how the money of the past year was spent and was
told what the partners in the north of the county had planned in
their own strategies, which they hoped would be read by the end.
RESOLVED:
(i) that the report on the money of the past year be noted by it;
(ii) that the partners in the north of the county be asked to say
what they need.
Action: JH to write to all of the partners in the north about it.
3. Rail
"""
    assert sorted(goes_on(lines(text))) == [1, 2, 6]


def test_a_title_alone_over_its_text_is_no_broken_line():
    text = (
        "3\nPresentation of the Pathfinder Programme by the Coastal Team\nSlides were shown.\n4\nPlan\nIt was read.\n"
    )
    assert goes_on(lines(text)) == frozenset()


def test_a_problem_is_told_at_the_file_s_own_line(tmp_path):
    source, _ = PAPERS["A004"]
    text = dressed(source, "broken at 76", tmp_path).read_text(encoding="utf-8")
    paper = tmp_path / "minutes.txt"
    paper.write_text(text.replace("Apologies", "Apologies: The Vale Trust\n\nApologies", 1), encoding="utf-8")
    rows = paper.read_text(encoding="utf-8").split("\n")
    for problem in read_paper(paper).problems:
        if match := re.match(r'"(?P<words>[^"]{4,40})"', problem.what):
            assert match["words"] in " ".join(rows[int(problem.line.split("-")[0]) - 1 :][:4])
