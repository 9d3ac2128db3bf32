"""What must be true of the reading of any text: nothing but `Unread` is raised, and all that is found is printed there.

Run by itself, for `make test-all`, it is a fuzzer guided by coverage: python tests/fuzz_targets.py SECONDS FOLDER.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

HERE = Path(__file__).resolve().parent
if __name__ == "__main__":
    import atheris

    sys.path.insert(0, str(HERE.parent))
    with atheris.instrument_imports(include=["leadnet.documents"]):
        from leadnet.documents import papers
else:
    from leadnet.documents import papers

from leadnet.documents.formats.files import Opened  # noqa: E402
from leadnet.documents.formats.letters import bounded  # noqa: E402
from leadnet.documents.formats.sheets import csv_lines  # noqa: E402
from leadnet.documents.formats.word_tables import Cell, Table, block_lines  # noqa: E402
from leadnet.documents.kept import from_json, to_json  # noqa: E402
from leadnet.documents.lists.layouts.entry_lines import read as read_entries  # noqa: E402
from leadnet.documents.lists.name_details import name_and_details  # noqa: E402
from leadnet.documents.model import Line, Mention, Paper, Problem, Source, Unread  # noqa: E402

STATUSES = ("present", "in_attendance", "apologies", "absent", "expected")
_WORD = re.compile(r"\w+")


def lines_of(text: str) -> tuple[Line, ...]:
    """A text's lines, as every reader hands them on."""
    return bounded((Line(number, None, row) for number, row in enumerate(text.split("\n"), 1)), "any.txt")


def check_paper(text: str) -> Paper | None:
    """Read a text as a paper: each place is a line it has, each person is printed there, and days are days."""
    lines = lines_of(text)
    if not any(line.text.strip() for line in lines):
        return None
    with patch.object(papers, "open_paper", lambda path: Opened("any.txt", "0" * 64, lines, ())):
        paper = papers.read_paper(Path("any.txt"))
    assert from_json(to_json(paper)) == paper
    printed = {line.number: line.text for line in paper.lines}
    for place in places(paper):
        assert set(place) <= printed.keys(), place
    for meeting in paper.meetings:
        assert not meeting.date or date.fromisoformat(meeting.date)
        for who in meeting.attendance:
            cited = " ".join(printed[number] for number in who.source.numbers).casefold()
            assert all(word in cited for word in _WORD.findall(who.person.casefold())), (who.person, cited)
            assert who.status in STATUSES and who.person == " ".join(who.person.split())
    return paper


def places(found: object) -> Iterator[range]:
    """The line numbers of everything in a record that says where it stands."""
    if isinstance(found, Source):
        yield found.numbers
    elif isinstance(found, (Mention, Problem)):
        yield Source(found.line, None, "").numbers
    elif isinstance(found, tuple):
        for each in found:
            yield from places(each)
    elif is_dataclass(found):
        for field in fields(found):
            yield from places(getattr(found, field.name))


def check_entries(text: str) -> None:
    """Take a text for an attendance list: an entry's lines are the list's own, and a name is printed in it."""
    lines = [line for line in lines_of(text) if line.text.strip()]
    for entry in read_entries(lines):
        assert {*entry.lines} <= {*lines}
    for line in lines:
        cells = name_and_details([line.text])
        assert all(word in line.text for word in _WORD.findall(cells[0])), (line.text, cells)


def check_table(rows: Sequence[Sequence[str]]) -> None:
    """Put a table together: no word of it is lost, and no line holds another."""
    table = Table(tuple(tuple(Cell((text,)) for text in row) for row in rows))
    lines = list(block_lines([table]))
    words = [word for row in rows for text in row for word in _WORD.findall(text)]
    assert sorted(words) == sorted(word for line in lines for word in _WORD.findall(line)), (rows, lines)
    assert not any("\n" in line for line in lines)


def check_sheet(rows: Sequence[Sequence[str]]) -> None:
    """Read a CSV file a spreadsheet wrote: the same filled cells come out."""
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerows(rows)
    lines, _ = csv_lines(held.getvalue().encode(), "any.csv")
    cells = [cell.strip() for line in lines for cell in line.text.strip("|").split("|") if cell.strip()]
    assert cells == [" ".join(text.split()) for row in rows for text in row if text.strip()]


def one_input(data: bytes) -> None:
    """One try of the fuzzer: the first byte says of what, the rest is a text."""
    text = data[1:].decode("utf-8", errors="replace")
    rows = [row.split("|") for row in text.split("\n")]
    try:
        (check_paper, check_entries, lambda _: check_table(rows))[data[0] % 3 if data else 0](text)
    except Unread:
        return


def seeds(folder: Path, most: int = 400) -> None:
    """The labelled papers that are plain text, in pieces, as what the fuzzer starts from."""
    for file in sorted((HERE / "minutes-cases").glob("*/source.*")):
        if file.suffix in (".txt", ".md"):
            content = file.read_bytes()
            for at in range(0, len(content), most):
                for kind in b"\0\1\2":
                    (folder / f"{file.parent.name}-{at}-{kind}").write_bytes(bytes([kind]) + content[at : at + most])


if __name__ == "__main__":
    seconds, corpus = sys.argv[1:]
    seeds(Path(corpus))
    limits = [f"-max_total_time={seconds}", "-max_len=600", "-timeout=20", "-rss_limit_mb=2000", "-seed=1"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus}/fault-", corpus], one_input)
    atheris.Fuzz()
