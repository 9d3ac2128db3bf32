"""How fast papers are read: `python -m benchmarks.reading [--papers 1000]`.

The sources of the labelled cases, in every format, are copied until there are that many, and read as a study would:
in child processes, two at a time. Then once more, with what was read kept. Printed: seconds, papers a second, peak
memory of the largest process, and the seconds of a PDF of ten pages.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from pathlib import Path

import typst

from leadnet import documents

CASES = Path(__file__).resolve().parents[1] / "tests" / "minutes-cases"
_SAID = "The report on {} {} was considered at length by those present and was noted."


def copies(folder: Path, papers: int) -> list[Path]:
    """That many files, cycling through the sources of the cases."""
    sources = sorted(CASES.glob("*/source.*"))
    made = [folder / f"paper-{n:05}{sources[n % len(sources)].suffix}" for n in range(papers)]
    for n, path in enumerate(made):
        shutil.copyfile(sources[n % len(sources)], path)
    return made


def timed(paths: list[Path], keep: Path | None = None) -> tuple[float, int]:
    """Seconds to read these papers, and how many of them could not be read."""
    start = time.perf_counter()
    unread = sum(isinstance(paper, documents.Unread) for paper in documents.read_papers(paths, keep=keep))
    return time.perf_counter() - start, unread


def ten_pages(folder: Path, on: str = "matter") -> Path:
    """A PDF of about ten pages of minutes, of 300 numbered lines on that."""
    head = "Minutes of the Board held on 2 July 2007\n\nPresent: Ann Arden\n\n"
    text = '#set page(paper: "a4")\n#set text(size: 12pt)\n' + head
    lines = "\n\n".join(f"{n}. {_SAID.format(on, n)}" for n in range(300))
    path = folder / f"ten-pages-{on}.pdf"
    path.write_bytes(typst.compile((text + lines).encode()))
    return path


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__.splitlines()[0])
    words.add_argument("--papers", type=int, default=1000)
    papers = words.parse_args().papers
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        timed([ten_pages(folder, on="scheme")])  # the helper starts once, and keeps no words of the next one
        one, _ = timed([ten_pages(folder)])
        paths = copies(folder, papers)
        first, unread = timed(paths, keep=folder / "kept")
        again, _ = timed(paths, keep=folder / "kept")
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(f"a PDF of ten pages: {one:.2f} s")
    rate = f"{first:.1f} s ({papers / first:.0f} a second)"
    print(f"{papers} papers: {rate}, {unread} not read; peak {peak:.0f} MiB a process")
    print(f"the same again, what was read kept: {again:.1f} s")


if __name__ == "__main__":
    main()
