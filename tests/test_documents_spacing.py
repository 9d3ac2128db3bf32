"""White space that means nothing: a margin before every line of a paper."""

from pathlib import Path

import pytest

from benchmarks.minutes import score, sources

CASES = Path(__file__).parent / "minutes-cases"
PAPERS = [
    found for found in sources(CASES) if found[0].suffix == ".txt" and found[0].parent.name[:4] in ("A008", "A025")
]


def differs(source: Path, text: str, gold: dict, folder: Path) -> set[str]:
    """The misses of a paper with other white space that the paper as it stands has not."""
    other = folder / source.parent.name / source.name
    other.parent.mkdir()
    other.write_text(text, encoding="utf-8")
    before, after = (score(paper, gold).said for paper in (source, other))
    return set(before) ^ set(after)


@pytest.mark.parametrize(("source", "gold"), PAPERS, ids=[source.parent.name for source, _ in PAPERS])
def test_a_margin_before_every_line_changes_nothing(source: Path, gold: dict, tmp_path: Path) -> None:
    text = source.read_text(encoding="utf-8")
    margin = "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n"))
    assert differs(source, margin, gold, tmp_path) == set()
