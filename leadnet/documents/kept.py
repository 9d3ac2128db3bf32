"""Read papers as plain JSON: the form in which a child process hands them over, and in which they are kept on disk.

JSON and not pickle: what comes from a child that read a hostile file, or from a folder others may write to, is data
that is checked, field by field, and never code that is run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from leadnet.documents.model import Paper
from leadnet.study.store import replace_file

_LIBRARIES = ("lxml", "openpyxl", "pypdfium2")  # what a reading depends on beside this room


def to_json(paper: Paper) -> str:
    """A paper as one line of JSON."""
    return json.dumps(asdict(paper), separators=(",", ":"))


def from_json(text: str) -> Paper:
    """The paper a line of JSON holds; ValueError where it holds anything else.

    >>> from_json('{"doc_id": 7}')
    Traceback (most recent call last):
    ValueError: not a Paper
    """
    try:
        return _built(Paper, json.loads(text))
    except RecursionError:
        raise ValueError("not a Paper") from None


def _built(kind: Any, plain: object) -> Any:
    """Plain JSON as the kind of value a field holds."""
    if is_dataclass(kind):
        return _record(kind, plain)
    if isinstance(kind, UnionType):
        one = NoneType if plain is None else next(arg for arg in get_args(kind) if arg is not NoneType)
        return _built(one, plain) if one in get_args(kind) and plain is not None else _checked(one, plain)
    if get_origin(kind) is tuple:
        return tuple(_built(get_args(kind)[0], each) for each in _checked(list, plain))
    return _checked(kind, plain)


def _record(kind: type, plain: object) -> Any:
    hints = _hints(kind)
    if not isinstance(plain, dict) or plain.keys() != hints.keys():
        raise ValueError(f"not a {kind.__name__}")
    return kind(**{name: _built(hint, plain[name]) for name, hint in hints.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _checked(kind: type, plain: object) -> Any:
    if type(plain) is not kind:
        raise ValueError(f"not a {kind.__name__}")
    return plain


@cache
def reader_version() -> str:
    """What the reading of a paper depends on, as 12 letters: this room's own source and the libraries below it."""
    room = Path(__file__).parent
    found = hashlib.sha256()
    for file in sorted(path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        found.update(f"{file.relative_to(room).as_posix()}\0".encode() + file.read_bytes())
    for name in _LIBRARIES:
        try:
            found.update(f"{name} {version(name)}\0".encode())
        except PackageNotFoundError:
            continue
    return found.hexdigest()[:12]


class Kept:
    """Papers read before, in a folder the caller chose: by fingerprint, ending and version of the reader.

    It is only a saving of time: what is missing, damaged or of another version is read again, and a full disk is no
    fault.
    """

    def __init__(self, folder: Path):
        self.folder = Path(folder)

    def find(self, sha256: str, file: str, doc_id: str) -> Paper | None:
        """The paper with this fingerprint, under the name it has now."""
        try:
            paper = from_json(self._path(sha256, file).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return replace(paper, file=file, doc_id=doc_id) if paper.sha256 == sha256 else None

    def put(self, paper: Paper) -> None:
        """Keep a paper."""
        try:
            replace_file(self._path(paper.sha256, paper.file), to_json(paper).encode())
        except OSError:
            return

    def _path(self, sha256: str, file: str) -> Path:
        return self.folder / reader_version() / f"{sha256}{Path(file).suffix.lower()}.json"
