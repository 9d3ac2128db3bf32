"""Labelled minutes in another dress, read and scored: `python -m benchmarks.dresses CASES [--only DRESS] [--misses]`.

The same words may come with a margin, a blank line below each line, lines broken at a column as a PDF viewer copies
them, a page's menu or a letterhead above, or as a web page or a Word file. None of it changes who was there or what
was decided, so every figure should be that of the first row.
"""

from __future__ import annotations

import argparse
import html
import re
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from docx import Document

from benchmarks.minutes import Score, score, sources, table

_RULE = re.compile(r"[\s|:-]+")
_MENU = "Skip to main content\nHome\nAbout us\nMeetings and papers\nContact\n\n"
_LETTERHEAD = "www.example.org.uk\nTel: 01234 567890\n\n"


def _wrapped(width: int, hanging: str = "") -> Callable[[str], str]:
    """Every line of running text broken at a column; rows of cells are left whole."""

    def broken(line: str) -> str:
        if "|" in line or "\t" in line.strip() or len(line) <= width:
            return line
        return textwrap.fill(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)

    return lambda text: "\n".join(map(broken, text.split("\n")))


TEXTS: Mapping[str, Callable[[str], str]] = {
    "as it stands": lambda text: text,
    "a margin": lambda text: textwrap.indent(text, "    "),
    "double spaced": lambda text: re.sub(r"\n+", "\n\n", text),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "broken at 76": _wrapped(76),
    "broken at 60, hanging": _wrapped(60, "    "),
    "a menu above": lambda text: _MENU + text,
    "a letterhead above": lambda text: _LETTERHEAD + text,
}


def _blocks(text: str) -> Iterator[str | list[list[str]]]:
    """The lines of a paper, and the rows of cells between them as one table each."""
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "|" in line or "\t" in line.strip():
            cells = line.strip().strip("|").split("|") if "|" in line else line.strip("\n").split("\t")
            rows += [] if _RULE.fullmatch(line) else [[cell.strip() for cell in cells]]
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line.strip()


def _web_page(text: str, path: Path) -> None:
    """A paragraph a line, rows of cells as tables."""

    def row(cells: list[str]) -> str:
        return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"

    parts = [
        f"<p>{html.escape(block)}</p>" if isinstance(block, str) else f"<table>{''.join(map(row, block))}</table>"
        for block in _blocks(text)
    ]
    path.write_text(f"<html><body><main>{''.join(parts)}</main></body></html>", encoding="utf-8")


def _broken_paragraphs(text: str, path: Path) -> None:
    """Paragraphs where a blank line parts them, broken by <br>."""
    parts = [html.escape(part).replace("\n", "<br>\n") for part in re.split(r"\n\s*\n", text)]
    path.write_text(f"<html><body><p>{'</p><p>'.join(parts)}</p></body></html>", encoding="utf-8")


def _word_file(text: str, path: Path) -> None:
    """A paragraph a line, rows of cells as tables."""
    word = Document()
    for block in _blocks(text):
        if isinstance(block, str):
            word.add_paragraph(block)
            continue
        laid = word.add_table(len(block), max(map(len, block)))
        for row, cells in zip(laid.rows, block, strict=True):
            for place, cell in enumerate(cells):
                row.cells[place].text = cell
    word.save(str(path))


FILES: Mapping[str, tuple[str, Callable[[str, Path], None]]] = {
    "web page, a <p> a line": (".html", _web_page),
    "web page, <br>": (".html", _broken_paragraphs),
    "Word file": (".docx", _word_file),
}
DRESSES = (*TEXTS, *FILES)


def dressed(source: Path, dress: str, folder: Path) -> Path:
    """A text paper in one of DRESSES, in a folder of its own name."""
    text = source.read_text(encoding="utf-8")
    place = folder / dress.replace(" ", "-") / source.parent.name
    place.mkdir(parents=True, exist_ok=True)
    suffix, write = FILES.get(dress, (".txt", None))
    path = place / f"source{suffix}"
    write(text, path) if write else path.write_text(TEXTS[dress](text), encoding="utf-8")
    return path


def main() -> None:
    """Print the figures of every dress over all text papers of a folder."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.dresses", description=__doc__.splitlines()[0])
    words.add_argument("cases", type=Path)
    words.add_argument("--only", choices=DRESSES, help="one dress")
    words.add_argument("--misses", action="store_true", help="print what is missed beyond the paper as it stands")
    asked = words.parse_args()
    scores: dict[str, Score] = {}
    with tempfile.TemporaryDirectory() as folder:
        for dress in DRESSES if asked.only is None else (DRESSES[0], asked.only):
            scores[dress] = Score()
            for source, gold in sources(asked.cases):
                if source.suffix == ".txt":
                    scores[dress].add(score(dressed(source, dress, Path(folder)), gold))
            if asked.misses:
                said = (line.replace(".docx", ".txt").replace(".html", ".txt") for line in scores[dress].said)
                print("\n".join(sorted(set(said) - set(scores[DRESSES[0]].said))))
    print(table(scores))


if __name__ == "__main__":
    main()
