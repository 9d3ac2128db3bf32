"""People removed from a study: known again in what is read by the keyed hashes of their names, and by nothing else.

register/forgotten.csv holds no name. Its rows are made by `leadnet forget`, and every later read of a paper replaces
what they match before anything is kept on disk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from leadnet.study.key import VARIABLE, key_file, keyed, read_key
from leadnet.study.tables import Column, StudyError, Table, read_table

FILE = "register/forgotten.csv"
FORGOTTEN = Table("forgotten", "One form of a removed person's name.", {
    "hash": Column("keyed hash (HMAC-SHA-256) of the form, in small letters without accents", needed=True),
    "words": Column("how many words the form has", kind="integer", needed=True),
    "stands": Column("what stands in its place: a pseudonym, made with the same key", needed=True),
    "key": Column("which key: a hash of nothing but the key", needed=True),
}, ("hash",))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*")
_GAP = re.compile(r"[\W\d_]{0,4}")  # between two words of one name: "Marrable, Dilys", "d.marrable", "dilys_marrable1"
_KEPT = ("doc_id", "file", "sha256")  # of a paper: what it is known by, not what it says
Value = TypeVar("Value")


@dataclass(frozen=True)
class Forgotten:
    """A function from a text to the same without the names that were removed."""

    key: bytes
    stands: Mapping[str, str]  # keyed hash of a form -> what stands for it
    lengths: Collection[int]  # words of the forms

    def __call__(self, text: str) -> str:
        parts, done = [], 0
        for start, end, stands in self.found(text):
            parts += [text[done:start], stands]
            done = end
        return "".join([*parts, text[done:]])

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where each name stands, from its first letter to after its last, and what stands for it; longest first."""
        words, at = list(_WORD.finditer(text)) if self.stands else [], 0
        while at < len(words):
            tried = ((n, self._stands(text, words[at : at + n], n)) for n in sorted(self.lengths, reverse=True))
            length, stands = next((each for each in tried if each[1]), (1, ""))
            if stands:
                yield words[at].start(), words[at + length - 1].end(), stands
            at += length

    def _stands(self, text: str, words: list[re.Match[str]], length: int) -> str:
        """What stands for these words, if they are a removed name with nothing but a gap between them; else ""."""
        gaps = (text[a.end() : b.start()] for a, b in zip(words, words[1:], strict=False))
        if len(words) < length or not all(map(_GAP.fullmatch, gaps)):
            return ""
        return self.stands.get(_hashed(self.key, " ".join(folded(word[0]) for word in words)), "")

    def of(self, paper: Value) -> Value:
        """A paper as read, without these names in anything it says."""
        if not self.stands:
            return paper
        return replace(self._in(paper), **{name: getattr(paper, name) for name in _KEPT})

    def _in(self, value: object) -> object:
        if isinstance(value, str):
            return self(value)
        if isinstance(value, tuple):
            return tuple(map(self._in, value))
        if is_dataclass(value):
            return replace(value, **{of.name: self._in(getattr(value, of.name)) for of in fields(value)})
        return value


@lru_cache(maxsize=1 << 18)
def _hashed(key: bytes, form: str) -> str:
    return keyed(key, form)


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word without case, accents and apostrophes.

    >>> folded("O’Neíll")
    'oneill'
    """
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char) and char not in "'’")


def words_of(name: str) -> list[str]:
    """The words of a name as they are compared.

    >>> words_of("Marrable, Dilys-Jane")
    ['marrable', 'dilys', 'jane']
    """
    return [folded(word) for word in _WORD.findall(name)]


def forgotten_in(study: Path) -> Forgotten:
    """The names removed from a study. StudyError where there are some and their key is not held here: nothing is read
    then, for it would bring the names back.
    """
    rows = read_table(study / FILE, FORGOTTEN)
    if rows.empty:
        return Forgotten(b"", {}, ())
    key = _its_key(sorted(set(rows["key"])))
    stands = dict(zip(rows["hash"], rows["stands"], strict=True))
    return Forgotten(key, stands, tuple(sorted({int(words) for words in rows["words"]})))


def _its_key(marks: list[str]) -> bytes:
    file = key_file()
    key = read_key(file) if file.is_file() else b""
    if not key or marks != [mark_of(key)]:
        raise StudyError(
            f"{Path(FILE).name}: people were removed from this study with a key that {file} does not hold; copy that "
            f"key here, or set {VARIABLE} to its file. Without it their names would be read again"
        )
    return key


def mark_of(key: bytes) -> str:
    """What tells one key from another and gives nothing of it away: eight hexadecimal digits."""
    return keyed(key, "which key")[:8]
