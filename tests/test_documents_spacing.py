"""What stands about the words of a paper and means nothing: a margin, the menu of a page, a letterhead."""

from pathlib import Path

import pytest

from benchmarks.dresses import dressed
from benchmarks.minutes import score, sources

CASES = Path(__file__).parent / "minutes-cases"
PAPERS = [
    found for found in sources(CASES) if found[0].suffix == ".txt" and found[0].parent.name[:4] in ("A008", "A025")
]


@pytest.mark.parametrize("dress", ["a margin", "a menu above", "a letterhead above"])
@pytest.mark.parametrize(("source", "gold"), PAPERS, ids=[source.parent.name for source, _ in PAPERS])
def test_the_paper_in_this_dress_is_read_as_it_was(source: Path, gold: dict, dress: str, tmp_path: Path) -> None:
    other = dressed(source, dress, tmp_path)
    before, after = (score(paper, gold).said for paper in (source, other))
    assert {said.replace(other.suffix, source.suffix) for said in after} == set(before)
