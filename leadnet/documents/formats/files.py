"""From a file to numbered lines: a reader for each format, and one clear line for a file that cannot be read."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from leadnet.documents.formats.letters import bounded
from leadnet.documents.formats.moderngov import moderngov_lines
from leadnet.documents.formats.other_formats import by_name
from leadnet.documents.formats.pdf import pdf_lines
from leadnet.documents.formats.real_kind import refuse_other_kind
from leadnet.documents.formats.sheets import csv_lines, xlsx_lines
from leadnet.documents.formats.text import text_lines
from leadnet.documents.formats.web import web_lines
from leadnet.documents.formats.word import word_lines
from leadnet.documents.model import Line, Problem, Unread
from leadnet.documents.printable import printable

LARGEST = 20 * 1024 * 1024

READERS: Mapping[str, Callable[[bytes, str], tuple[tuple[Line, ...], tuple[Problem, ...]]]] = {
    ".txt": text_lines,
    ".md": text_lines,
    ".docx": word_lines,
    ".xlsx": xlsx_lines,
    ".csv": csv_lines,
    ".pdf": pdf_lines,
    ".html": web_lines,
    ".htm": web_lines,
    ".xml": moderngov_lines,
}
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_READER = f"this version reads {', '.join(READERS)}. Save it as one of these"
_NO_FILE = "it is no file with a paper in it, but a device or a pipe. Copy the paper into a file and try again."


@dataclass(frozen=True)
class Opened:
    """A file's name, fingerprint and lines, and what was odd about reading it."""

    file: str
    sha256: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


def open_paper(path: Path) -> Opened:
    """The file's numbered lines; Unread, in one line an analyst can act on, when it cannot be read."""
    content, ending = _content(path), path.suffix.lower()
    refuse_other_kind(content, ending if ending in READERS else "", path.name)
    if (reader := READERS.get(ending)) is None:
        raise Unread(f"{path.name}: not read - {_NO_READER} and try again.")
    lines, problems = reader(content, path.name) if content.strip() else ((), ())
    lines = bounded(lines, path.name)
    if not any(line.text.strip() for line in lines):
        raise Unread(f"{path.name}: not read - it is empty. Ask for the paper again, or leave it out.")
    return Opened(printable(path.name), hashlib.sha256(content).hexdigest(), lines, problems)


def _content(path: Path) -> bytes:
    """The file's bytes, after every check that needs no reading."""
    try:
        if path.is_dir():
            raise Unread(f"{path.name}: not read - it is a folder. Name the papers in it, as in {path.name}/*.txt.")
        if not path.exists():
            raise Unread(f"{path.name}: not read - there is no such file. Check its name and folder and try again.")
        ending = path.suffix.lower()
        if ending not in READERS and (told := by_name(path.name, ending)):
            raise Unread(f"{path.name}: not read - it is {told[0]}. {told[1]} and try again.")
        return _bytes(path)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise Unread(
            f"{path.name}: not read - it cannot be opened ({said}). Copy it elsewhere and try again."
        ) from None


def _bytes(path: Path) -> bytes:
    """What a file holds; a pipe would be waited for, and a device has no end."""
    if not path.is_file():
        raise Unread(f"{path.name}: not read - {_NO_FILE}")
    with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
        size = os.fstat(file.fileno()).st_size
        content = file.read(LARGEST + 1) if size <= LARGEST else b""
    size = max(size, len(content))
    if size > LARGEST:
        raise Unread(
            f"{path.name}: not read - it is {size / 1024 / 1024:.0f} MB and the most is 20 MB. "
            "Split it, or save only the meeting's own pages, and try again."
        )
    return content


def slug(name: str, most: int = 80) -> str:
    """An id made from a name: lower-case ASCII letters and digits joined by hyphens.

    >>> slug("Zoë's Board, 2 July")
    'zoes-board-2-july'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain)[: most + 1].strip("-")[:most].strip("-")
