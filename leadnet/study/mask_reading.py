"""Where one text names a person who may not be named, and where the same words are a place's or a body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from leadnet.study.mask_names import AFTER, HYPHENS, Name, Names, Word, folded, words_of
from leadnet.study.mask_words import (
    AFTER_A_PERSON,
    ARTICLES,
    BODY_WORDS,
    HONORIFICS,
    LETTERS_AFTER,
    ORDINARY_GIVEN,
    SAYS,
)

_TOUCHES = re.compile(r"[\s.*|()\"“”]{1,6}")
_WITHIN = re.compile(r"[\s.,()/]{1,4}")
_INITIALS = re.compile(r"\s?\(((?:[A-Z]\.?){1,3})([A-Z])\.?\)")
_TURNED = re.compile(r"\s*[,|]\s*")


class Hit(NamedTuple):
    """A name found: the word after it, what stands for it, and whether a verb of speaking follows a bare surname."""

    upto: int
    stands: str
    speaks: bool = False


class Reading:
    """One text being read for names, word by word; of what is kept and what is withheld the longer wins."""

    def __init__(self, names: Names, text: str) -> None:
        self.known, self.text, self.words = names, text.replace("_", " "), words_of(text)

    def near(self) -> set[int]:
        """The words from which a name may begin: those shortly before a surname, or before a post that would name."""
        triggers, near = self.known.triggers, set()
        for at, word in enumerate(self.words):
            joined = "-" in word.plain and not triggers.isdisjoint(word.plain.split("-"))
            if joined or word.plain in triggers:
                near.update(range(at - self.known.reach, at + 1))
        return near

    def names(self) -> Iterator[tuple[int, int, str]]:
        """Where a withheld name stands: first letter, letter after the last, what stands for it."""
        at, near = 0, self.near()
        while at < len(self.words) and near:
            if at not in near:
                at += 1
                continue
            kept, hit = self.phrase(at), self.person(at)
            if kept and (not hit or (kept.upto >= hit.upto and not (hit.speaks and kept.upto == at + 1))):
                hit = kept
            if hit and hit.stands:
                yield self.words[at].start, self.end(at, hit.upto), hit.stands
            yield from () if hit else self.joined(at)
            at = self.after(at, hit) if hit else at + 1

    def end(self, at: int, upto: int) -> int:
        """Where a name or post ends, with a bracket opened in it and the letters of honours behind it."""
        end = self.words[upto - 1].end
        if self.text[end : end + 1] == ")" and "(" in self.text[self.words[at].start : end]:
            end += 1
        after = AFTER.match(self.text, end)
        end = after.end() if after else end
        # "(DM)" behind Donna Mackay; not the body behind a name
        own = _INITIALS.match(self.text, end)
        letters = {part[0].upper() for part in re.split(f"[{HYPHENS}]", self.words[upto - 1].plain) if part}
        return own.end() if own and own[2] in letters else end

    def after(self, at: int, hit: Hit) -> int:
        """The first word that is no part of what was found."""
        end = self.end(at, hit.upto) if hit.stands else 0
        at = hit.upto
        while at < len(self.words) and self.words[at].start < end:
            at += 1
        return at

    def between(self, at: int) -> str:
        """What stands between a word and the next; "\\0" at the text's end."""
        return self.text[self.words[at].end : self.words[at + 1].start] if at + 1 < len(self.words) else "\0"

    def touches(self, at: int) -> bool:
        """Whether nothing but spaces, dots, brackets or quotes parts a word from the next."""
        return bool(_TOUCHES.fullmatch(self.between(at)))

    def longest(self, at: int, held: Mapping[Name, object]) -> Name:
        """The longest of the names held that begins at a word; () if none does."""
        for length in self.known.lengths.get(self.words[at].plain, ()):
            name = tuple(word.plain for word in self.words[at : at + length])
            if name in held and all(_WITHIN.fullmatch(self.between(n)) for n in range(at, at + length - 1)):
                return name
        return ()

    def phrase(self, at: int) -> Hit | None:
        """What is kept, or a post that would name; one of a single word only as it is written: with a capital."""
        name = self.longest(at, self.known.phrases)
        stands = self.known.phrases.get(name, "")
        single = len(name) == 1 and stands and not self.words[at].capital
        return Hit(at + len(name), stands) if name and not single else None

    def surname(self, at: int, sure: bool = False) -> tuple[Name, Mapping[str, str]]:
        """The surname at a word; also with a hyphen and more behind it, if small letters (Mackay-led) or it is sure."""
        name = self.longest(at, self.known.families)
        if not name and "-" in self.words[at].plain:
            first, more = self.words[at].plain.split("-")[0], self.words[at].shown[-1]
            name = (first,) if sure or more.islower() and self.words[at].capital else ()
        return name, self.known.families.get(name, {})

    def person(self, at: int) -> Hit | None:
        """A withheld person's name that begins at a word, with the honorifics before it."""
        first = at
        while self.words[first].plain in HONORIFICS and self.touches(first):
            first += 1
        hit = self.called(first) or self.initialled(first) or self.alone(first, sure=first > at)
        kept = self.phrase(first) if hit and first > at else None
        longer = kept and not kept.stands and kept.upto >= hit.upto and kept.upto > first + 1
        return None if longer else hit

    def called(self, at: int) -> Hit | None:
        """A given name, initials or one more name between, and the surname: hilda Hand, Hilda J. Hand."""
        more = 0
        for next_ in range(at + 1, min(at + 6, len(self.words))):
            if not self.touches(next_ - 1):
                return None
            name, family = self.surname(next_, sure=True)
            stands = _of_given(family, self.words[at], self.known.places)
            if stands and (self.words[next_ + len(name) - 1].capital or self.words[at].plain not in ORDINARY_GIVEN):
                return Hit(next_ + len(name), stands)
            more += len(self.words[next_].plain) > 1
            pair = (self.words[at].plain, self.words[next_].plain)
            if more > 1 or not self.words[next_].capital or pair in self.known.phrases:
                return None
        return None

    def initialled(self, at: int) -> Hit | None:
        """Initials and the surname: D Mackay, D. J. Mackay, DJ Mackay."""
        next_ = at
        while _initials(self.words[next_]) and self.touches(next_):
            next_ += 1
        name, family = self.surname(next_, sure=True) if next_ > at else ((), {})
        if not family or not self.words[next_ + len(name) - 1].capital:
            return None
        own = family.get(f"{self.words[at].plain[0]}.")
        dotted = "." in self.between(at)
        if not dotted and (not own or (self.words[at].shown in "AI" and not self.stands_alone(next_, name))):
            return None
        return Hit(next_ + len(name), own or family[""])

    def alone(self, at: int, sure: bool) -> Hit | None:
        """A surname by itself, or with the given name or initials behind it: Mackay, Donna."""
        name, family = self.surname(at, sure)
        upto = at + len(name)
        if not family or not (sure or self.words[upto - 1].capital):
            return None
        if turned := self.turned(upto, family):
            return turned
        speaks = self.speaks(upto)
        return Hit(upto, family[""], speaks) if sure or speaks or self.stands_alone(at, name) else None

    def turned(self, upto: int, family: Mapping[str, str]) -> Hit | None:
        """The given name behind a surname and a comma, unless it begins another name that is known."""
        if not _TURNED.fullmatch(self.between(upto - 1)):
            return None
        while self.words[upto].plain in HONORIFICS and self.touches(upto):
            upto += 1
        word = self.words[upto]
        pair = (word.plain, self.words[upto + 1].plain) if self.touches(upto) else ()
        if pair in self.known.phrases or self.called(upto):
            return None
        single = len(word.plain) == 1
        stands = family.get(f"{word.plain}.", "") if single else _of_given(family, word, self.known.places)
        while single and self.touches(upto) and len(self.words[upto + 1].plain) == 1:
            upto += 1
        return Hit(upto + 1, stands) if stands else None

    def speaks(self, upto: int) -> bool:
        """Whether the word at `upto` says that the person before it speaks: "said", "asked"."""
        return self.between(upto - 1).isspace() and self.words[upto].plain in SAYS

    def stands_alone(self, at: int, name: Name) -> bool:
        """Whether a bare surname is taken for the person: not in a place's name, nor before a word of a longer name."""
        before = self.words[at - 1] if at and self.touches(at - 1) else None
        if before and before.capital and before.plain in self.known.given:
            return True
        # County Hall and each Ward, though somebody is called Hall or Ward
        hall = before and (before.capital or before.plain in ARTICLES) and name[-1] in BODY_WORDS
        if hall or (len(name) == 1 and name[0] in self.known.places):
            return False
        upto = at + len(name)
        if not self.between(upto - 1).isspace():
            return True
        after = self.words[upto]
        if after.plain in BODY_WORDS:
            return False
        other = after.plain in AFTER_A_PERSON or after.shown in LETTERS_AFTER or self.surname(upto)[0]
        return bool(not after.capital or other or after.plain in self.known.given)

    def joined(self, at: int) -> Iterator[tuple[int, int, str]]:
        """A whole name inside an id or a file's name, joined by hyphens: ssog-donna-mackay-2007."""
        word = self.words[at]
        pieces = [(folded(piece[0]), *piece.span()) for piece in re.finditer(rf"[^{HYPHENS}]+", word.shown)]
        for (one, start, _), (two, _, end) in zip(pieces, pieces[1:], strict=False):
            for given, surname in ((one, two), (two, one)):
                if stands := given and self.known.families.get((surname,), {}).get(given):
                    yield word.start + start, word.start + end, stands
                    return


def _initials(word: Word) -> bool:
    return word.shown.isupper() and word.shown.isalpha() and len(word.shown) < 4


def _of_given(family: Mapping[str, str], word: Word, places: frozenset[str]) -> str:
    """What stands for the person of a family with this given name, or a shorter or longer form of it (Geoff)."""
    if not family or len(word.plain) < 2 or word.plain in family:
        return family.get(word.plain, "") if len(word.plain) > 1 else ""
    if not word.capital or len(word.plain) < 3 or word.plain in places or word.plain in BODY_WORDS:
        return ""
    given = [key for key in sorted(family) if len(key) > 2]
    return next((family[key] for key in given if key.startswith(word.plain) or word.plain.startswith(key)), "")
