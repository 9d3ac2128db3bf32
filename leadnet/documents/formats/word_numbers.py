"""What Word adds by itself: the numbers and bullets of its lists, and what a style says of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from leadnet.documents.formats.zipped import Parts

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIX = {
    **dict.fromkeys(_WORD, ""),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
}
_CHAIN = 20  # styles based on one another
_LEVELS = 9
_LONGEST = 255  # letters of a number as Word itself allows
_HEADING = re.compile(r"^heading \d$", re.IGNORECASE)
_CONTENTS = re.compile(r"^toc \d$", re.IGNORECASE)


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace: `p`, `mc:Choice`, `?:wsp` for what belongs to no text."""
    space, _, local = element.tag[1:].rpartition("}")
    return _PREFIX.get(space, "?:") + local


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The element down this path, each name below the one before; None where there is none."""
    for name in path:
        element = next((below for below in element if name_of(below) == name), None) if element is not None else None
    return element


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """An element's attribute, whatever its namespace; blank where there is none."""
    if element is None:
        return ""
    return next((held for name, held in element.attrib.items() if name.rpartition("}")[2] == attribute), "")


def number(text: str, otherwise: int = 0) -> int:
    """A whole number from an attribute that should hold one."""
    return int(text) if re.fullmatch(r"\d{1,6}", text) else otherwise


def on(element: etree._Element | None) -> bool:
    """Whether a switch such as `vanish` is set."""
    return element is not None and value(element) not in ("0", "false", "off")


@dataclass(frozen=True)
class Style:
    """What a style says of its paragraphs or runs."""

    name: str = ""
    based_on: str = ""
    list_id: str = ""
    level: str = ""
    hidden: bool = False
    properties: etree._Element | None = None


class Styles:
    """The styles of one file, by id, each with what it inherits."""

    def __init__(self, parts: Parts, part: str):
        self.held: dict[str, Style] = {}
        self.default = ""  # the style of a paragraph that names none
        self.otherwise: etree._Element | None = None  # properties where no style says
        for found in parts.children(part, "styles"):
            if name_of(found) == "docDefaults":
                self.otherwise = child(found, "pPrDefault", "pPr")
            elif name_of(found) == "style":
                self.held[value(found, "styleId")] = _style(found)
                if value(found, "type") == "paragraph" and value(found, "default") in ("1", "true"):
                    self.default = value(found, "styleId")

    def chain(self, style_id: str) -> list[Style]:
        """A style and those it is based on, nearest first."""
        found: list[Style] = []
        while style_id in self.held and len(found) < _CHAIN:
            found.append(self.held[style_id])
            style_id = found[-1].based_on
        return found

    def properties(self, style_id: str) -> list[etree._Element | None]:
        """What is said of its paragraphs, by the style, those it is based on and the paper, nearest first."""
        return [*(style.properties for style in self.chain(style_id)), self.otherwise]

    def hidden(self, style_id: str) -> bool:
        """Whether the style hides its text."""
        return any(style.hidden for style in self.chain(style_id))

    def heading(self, style_id: str) -> bool:
        """Whether it is one of Word's headings, or based on one."""
        return any(_HEADING.match(style.name) for style in self.chain(style_id))

    def contents(self, style_id: str) -> bool:
        """Whether it is a row of a table of contents."""
        return any(_CONTENTS.match(style.name) for style in self.chain(style_id))


def _style(found: etree._Element) -> Style:
    numbered = child(found, "pPr", "numPr")
    return Style(
        value(child(found, "name")),
        value(child(found, "basedOn")),
        value(child(numbered, "numId")),
        value(child(numbered, "ilvl")),
        on(child(found, "rPr", "vanish")),
        child(found, "pPr"),
    )


@dataclass(frozen=True)
class Level:
    """One level of a list: where it starts, how it counts and what is printed, as `%1.%2`."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    restart: int | None = None
    plain: bool = False


@dataclass
class _List:
    """A list as paragraphs name it: its kind, and the levels that start anew with it."""

    kind: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbers:
    """Counts the lists of one file as Word does; ask for each paragraph once, in order."""

    def __init__(self, parts: Parts, part: str, styles: Styles):
        self.styles = styles
        self.kinds: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, _List] = {}
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()
        by_style: dict[str, str] = {}
        borrowed: dict[str, str] = {}
        for found in parts.children(part, "numbering"):
            if name_of(found) == "abstractNum":
                kind = value(found, "abstractNumId")
                self.kinds[kind] = _levels(found)
                by_style[value(child(found, "styleLink"))] = kind
                borrowed[kind] = value(child(found, "numStyleLink"))
            elif name_of(found) == "num":
                self.lists[value(found, "numId")] = _list(found)
        for kind, style in borrowed.items():  # a kind may hold nothing but the name of a list style
            if style and style in by_style:
                self.kinds[kind] = self.kinds[by_style[style]]

    def mark(self, properties: etree._Element | None) -> str:
        """The number or bullet Word prints before this paragraph (its `pPr`); blank where it prints none."""
        style_id = value(child(properties, "pStyle"))
        numbered = child(properties, "numPr")
        list_id, level = value(child(numbered, "numId")), value(child(numbered, "ilvl"))
        if not list_id:
            from_style = next((style for style in self.styles.chain(style_id) if style.list_id), Style())
            list_id, level = from_style.list_id, level or self._level_of(from_style.list_id, style_id, from_style.level)
        return self._next(list_id, min(number(level), _LEVELS - 1)) if list_id in self.lists else ""

    def _level_of(self, list_id: str, style_id: str, otherwise: str) -> str:
        """The level a list keeps for a style."""
        levels = self.kinds.get(self.lists[list_id].kind, {}) if list_id in self.lists else {}
        return next((str(place) for place, level in levels.items() if level.style == style_id), otherwise)

    def _next(self, list_id: str, at: int) -> str:
        one = self.lists[list_id]
        levels = self.kinds.get(one.kind, {}) | one.levels
        level = levels.get(at)
        if level is None:
            return ""
        counts = self.counts.setdefault(one.kind, [None] * _LEVELS)
        if at in one.starts and (list_id, at) not in self.begun:
            counts[at] = None
        self.begun.add((list_id, at))
        start = one.starts.get(at, level.start)
        counts[at] = start if counts[at] is None else counts[at] + 1
        for deeper in range(at + 1, _LEVELS):
            if levels.get(deeper, Level()).restart != 0:
                counts[deeper] = None
        if level.form == "bullet":
            return "•"
        return re.sub(
            r"%([1-9])", lambda match: self._count(counts, levels, int(match[1]) - 1, level.plain), level.text
        )

    def _count(self, counts: list[int | None], levels: dict[int, Level], at: int, plain: bool) -> str:
        """One level's number; a level above that was never used stands at its start, as Word has it."""
        level = levels.get(at, Level())
        if counts[at] is None:
            counts[at] = level.start
        return printed(counts[at], "decimal" if plain else level.form)


def _levels(found: etree._Element) -> dict[int, Level]:
    return {number(value(below, "ilvl")): _level(below) for below in found if name_of(below) == "lvl"}


def _level(found: etree._Element) -> Level:
    restart = value(child(found, "lvlRestart"))
    return Level(
        number(value(child(found, "start")), 1),
        value(child(found, "numFmt")) or "decimal",
        value(child(found, "lvlText"))[:_LONGEST],
        value(child(found, "pStyle")),
        number(restart) if restart else None,
        on(child(found, "isLgl")),
    )


def _list(found: etree._Element) -> _List:
    one = _List(value(child(found, "abstractNumId")))
    for below in found:
        if name_of(below) == "lvlOverride":
            at = number(value(below, "ilvl"))
            if (start := child(below, "startOverride")) is not None:
                one.starts[at] = number(value(start), 1)
            if (level := child(below, "lvl")) is not None:
                one.levels[at] = _level(level)
    return one


def printed(count: int, form: str) -> str:
    """A number as a list prints it.

    >>> printed(4, "lowerRoman"), printed(28, "lowerLetter"), printed(3, "decimalZero")
    ('iv', 'bb', '03')
    """
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 780:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        letters = _roman(count)
    else:
        return {"decimalZero": f"{count:02}", "none": ""}.get(form, str(count))
    return letters.upper() if form.startswith("upper") else letters


def _roman(count: int) -> str:
    digits = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
              (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    found = ""
    for size, letters in digits:
        found += letters * (count // size)
        count %= size
    return found
