"""From elements of a page to paragraphs and tables, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

import lxml.html

from leadnet.documents.formats.web_headings import BOLD, Block, by_level
from leadnet.documents.formats.word_tables import Cell, Table
from leadnet.documents.lists.layouts.entry_lines import begins_with_name, opens_entry
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.lists.list_words import is_chair
from leadnet.documents.outlines.bare_titles import bold_title
from leadnet.documents.outlines.headings import VERB, item_heading, list_heading
from leadnet.documents.words.posts import is_post
from leadnet.documents.words.vocabulary import word_set

Element = lxml.html.HtmlElement

_UNSEEN = word_set("""
    script style noscript template nav footer aside form button select iframe svg head object menu dialog input
    textarea img video audio canvas map figure option
""")
_BLOCKS = word_set("""
    p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote section article main header address table caption
    fieldset center hr body tr td th thead tbody tfoot
""")
_FURNITURE = re.compile(
    r"^(?:(?:site|page|main|global|top|bottom|sub|left|right|primary|skip)[-_]?)?"
    r"(?:nav(?:igation|bar)?|menu|footer|header|banner|breadcrumbs?|cookies?(?:[-_]?\w+)?|skip(?:[-_]?\w+)?|sidebar|"
    r"social(?:[-_]?\w+)?|search(?:[-_]?\w+)?|share|pagination|toolbar|logo)$",
    re.IGNORECASE,
)
_ROLES = word_set("""
    navigation banner contentinfo search complementary menu dialog alert
""")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 120
_WIDEST = 63  # columns of a table
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption")
_LEAD_WORDS = 14  # of a title in bold before its text
_LOST_BULLET = re.compile(r"^[·•▪●○§\uf0b7\uf0a7?][ \u00a0]+|^[·•▪●○§\uf0b7\uf0a7](?=\S)|^o\u00a0+")
_LIMB = re.compile(r"^(\(?(?:[a-z]{1,2}|[ivxl]+|\d{1,3})[.)]|\d{1,3}(?:\.\d{1,3})*\.?|-)[ \u00a0]*\u00a0[ \u00a0]*")
_COUNTED = re.compile(r"\d{1,3}\. $")  # an entry's number, which its heading keeps
_TAB = re.compile(r"(?<=\S)\t+(?=\S)")  # not one that sets in a line of the file
_RUN = re.compile(r"[ \u00a0]+")
_GONE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LABEL = re.compile(r"^(?:decision|resolved|agreed|actions?|resolution|recommendations?|recommended)$", re.IGNORECASE)


def blocks(element: Element, headings: bool = True) -> Iterator[Block]:
    """Paragraphs and tables of an element in order; a line break as a new line, `# ` before a heading.

    `headings` is off inside the text of an item, where a line in bold is no item of its own.
    """
    yield from by_level(_Walk(headings).of(element))


def plain(element: Element) -> str:
    """All letters of an element in one line."""
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def unseen(element: Element) -> bool:
    """Whether an element is no part of the text: scripts, menus, footers, what is hidden."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or element.get("role", "").lower() in _ROLES:
        return True
    if element.tag in ("body", "main", "article", "h1", "h2", "p", "td", "tr", "table"):
        return bool(_HIDDEN.search(element.get("style", "")))
    names = [element.get("id", ""), *element.get("class", "").split()]
    return any(_FURNITURE.match(name) for name in names) or bool(_HIDDEN.search(element.get("style", "")))


def _jumps(element: Element) -> bool:
    """Whether a list or paragraph is nothing but links to places of its own page: "Top of page", an index."""
    if element.tag not in ("ul", "ol", "p"):
        return False
    links = [link for link in element.iter("a") if plain(link)]
    here = bool(links) and all(link.get("href", "").startswith("#") for link in links)
    return here and "".join(map(plain, links)).replace(" ", "") == plain(element).replace(" ", "")


def _over_people(words: str, rest: str) -> bool:
    """Whether bold words are the chair, an organisation or a post before its people: "**Kent Police** Ann Lee"."""
    named = begins_with_name(rest.strip()) and not VERB.search(rest)
    return named and bool(is_chair(words) or heads(words) or is_post(words)) and not begins_with_name(words)


class _Walk:
    """One pass over a page; `open` holds the letters of the paragraph that is being put together."""

    def __init__(self, headings: bool):
        self.headings, self.open, self.mark, self.heading = headings, "", "", False

    def of(self, element: Element) -> Iterator[Block]:
        """The blocks of an element and what is left open at its end."""
        yield from self._inside(element, 0)
        yield from self._flush()

    def _inside(self, element: Element, depth: int) -> Iterator[Block]:
        self._letters(element.text, element.tag == "pre")
        for place, child in enumerate(element):
            if depth < _DEEPEST and not (unseen(child) or _jumps(child)):
                yield from self._child(child, place, depth + 1)
            elif depth >= _DEEPEST and isinstance(child.tag, str):
                self._letters(f" {child.text_content()}", False)
            self._letters(child.tail, element.tag == "pre")

    def _child(self, child: Element, place: int, depth: int) -> Iterator[Block]:
        if child.tag == "br":
            self.open += "\n"
        elif child.tag == "table":
            yield from self._flush()
            yield table_of(child)
        elif child.tag in _BLOCKS:
            yield from self._flush()
            self.heading = child.tag in _HEADINGS or self.heading and child.tag in ("p", "div", "span")
            within = self.mark if child.tag in ("p", "div", "span") or _COUNTED.match(self.mark) else ""
            mark = _mark(child, place, self.headings)
            self.mark = within if mark.startswith("#") and _COUNTED.match(within) else mark or within
            yield from self._inside(child, depth)
            yield from self._flush()
        else:
            leads = child.tag in ("b", "strong") and not self.open.strip()
            yield from self._inside(child, depth)
            if leads:
                self._part_lead(child)

    def _part_lead(self, bold: Element) -> None:
        """Bold words before others of one paragraph: a label gets its colon, an item's title a line of its own."""
        words = tidy(self.open)
        if not words:
            return
        rest = (bold.tail or "") + "".join(f" {plain(after)}{after.tail or ''}" for after in bold.itersiblings())
        if not re.match(r"[^\s:–—.,;-]", rest.strip()) or words.endswith((":", "-", "–")):
            return
        broken = not (bold.tail or "").strip() and (after := bold.getnext()) is not None and after.tag == "br"
        if broken and self.headings and bold_title(words):
            self.mark = self.mark or f"{'#' * BOLD} "
        elif list_heading(words) or _LABEL.match(words) or _over_people(words, rest):
            self.open += ":"
        elif (item_heading(words) or re.match(r"\d", self.mark)) and len(words.split()) <= _LEAD_WORDS:
            self.open += "\n"

    def _letters(self, letters: str | None, as_typed: bool) -> None:
        if letters and as_typed:
            self.open += letters
        elif letters:
            self.open += re.sub(r"[ \t\r\n\f]+", " ", _TAB.sub(3 * "\u00a0", letters))

    def _flush(self) -> Iterator[str]:
        """The paragraph that is open, if it holds anything, its mark before it."""
        text = tidy(self.open)
        if text:
            first = text.split("\n")[0]
            is_name = opens_entry if self.heading else begins_with_name
            named = self.mark.startswith("#") and (is_name(first) or len(first.split()) > 30)
            if self.mark == ":":
                text = f"{text.rstrip(':')}:"
            elif not (named or self.mark == "- " and text.startswith("- ")):
                text = f"{self.mark}{text}"
            yield text
            self.mark = ""
        self.open = ""


def tidy(text: str) -> str:
    """The lines of a paragraph: lost bullets put back, hard spaces made one space, or a tab where they part columns.

    >>> tidy("·\u00a0\u00a0\u00a0 Jane Hill\u00a0\u00a0\u00a0\u00a0\u00a0Kent Police")
    '- Jane Hill\\tKent Police'
    """
    return "\n".join(filter(None, (_line(line) for line in _GONE.sub("", text).split("\n"))))


def _line(line: str) -> str:
    line = _LOST_BULLET.sub("- ", line.strip(" \u00a0\t"))
    line = _LIMB.sub(r"\1 ", line)
    return _RUN.sub(_gap, line).strip()


def _gap(match: re.Match[str]) -> str:
    """Three hard spaces or more part columns, but not a name from the bracket behind it."""
    return "\t" if match[0].count("\u00a0") > 2 and match.string[match.end() : match.end() + 1] != "(" else " "


def _mark(element: Element, place: int, headings: bool) -> str:
    """What goes before a block: `# ` for a heading, an entry's bullet or number; ":" for a label, and goes after it."""
    if element.tag in _HEADINGS:
        return f"{'#' * int(element.tag[1])} " if element.tag != "caption" else f"{'#' * BOLD} "
    if element.tag == "li":
        return _entry_mark(element, place)
    if element.tag == "p" and _all_bold(element):
        text = plain(element)
        if _LABEL.match(text):
            return ":"
        if headings and bold_title(text):
            return f"{'#' * BOLD} "
    return ""


def _entry_mark(element: Element, place: int) -> str:
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    if "none" in parent.get("style", ""):
        return ""
    number = _number(element, "value") if element.get("value") else _number(parent, "start") + place
    kind = parent.get("type", "1")
    return f"{ascii_lowercase[(number - 1) % 26]}. " if kind in "aA" else f"{number}. "


def _all_bold(element: Element) -> bool:
    """Whether every letter of a paragraph is bold."""
    text = plain(element)
    bold = " ".join(plain(part) for part in element.iter("b", "strong") if part.getparent().tag not in ("b", "strong"))
    return bool(text) and text == " ".join(bold.split())


def table_of(element: Element) -> Table:
    """A table's rows of cells with the paragraphs in each; a cell that spans rows goes on below."""
    rows: list[tuple[Cell, ...]] = []
    hanging: dict[int, int] = {}  # column: rows a cell above still covers
    for row in element.iterdescendants("tr"):
        if next(row.iterancestors("table")) is not element or unseen(row):
            continue
        cells: list[Cell] = []
        for cell in row.iterchildren("td", "th"):
            _hang(cells, hanging)
            place = sum(each.span for each in cells)
            if place >= _WIDEST:
                break
            span = min(_number(cell, "colspan"), _WIDEST)
            hanging[place] = _number(cell, "rowspan") - 1
            cells.append(Cell(tuple(blocks(cell, headings=False)), span))
        _hang(cells, hanging)
        rows.append(tuple(cells[:_WIDEST]))
    return Table(tuple(rows))


def _hang(cells: list[Cell], hanging: dict[int, int]) -> None:
    """Fill the places that cells of rows above still cover."""
    while hanging.get(place := sum(each.span for each in cells), 0) > 0 and place < _WIDEST:
        hanging[place] -= 1
        cells.append(Cell((), 1, goes_on=True))


def _number(element: Element, name: str) -> int:
    """A count an element gives; 1 where it gives none, or one no page has."""
    value = element.get(name, "1").strip()
    return max(int(value), 1) if value.isdecimal() and len(value) < 5 else 1
