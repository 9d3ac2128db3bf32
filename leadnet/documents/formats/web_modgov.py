"""Pages of ModernGov: a meeting with its items, its attendance, one decision. Labels are read where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from leadnet.documents.formats.web_blocks import Block, Element, blocks, plain, unseen
from leadnet.documents.formats.word_tables import Table, block_lines

_CLASSED = "descendant-or-self::*[contains(concat(' ', normalize-space(@class), ' '), ' {} ')]"
_SIZE = re.compile(r"\s*\b(?:pdf icon(?:\s*PDF\s+[\d.,]+\s*[KM]B)?|PDF\s+[\d.,]+\s*[KM]B)\s*$", re.IGNORECASE)
_ATTENDANCE = re.compile(r"\battendance\b", re.IGNORECASE)
_SAID_ALREADY = re.compile(
    r"^\W*(?:apolog(?:y|ies)\b|(?:the \w+ )?(?:RESOLVED|AGREED|NOTED|DECIDED|RECOMMENDED)\b|decisions?\s*:|none\W*$|"
    r"(?:there were )?no (?:apologies|declarations)\b)",
    re.IGNORECASE,
)
_FRAME = re.compile(r"Items|Media|(?:meeting )?attendance(?: details)?", re.IGNORECASE)  # what a page is made of
_LEFT_OUT = re.compile(r"^(?:additional|supporting) documents|^media|^attachments", re.IGNORECASE)
_ALIKE = 0.8  # "were received" and "had been received" say the same
_MOST_COMPARED = 60  # lines of a decision


def is_modgov(root: Element) -> bool:
    """Whether a page is one of ModernGov's meeting, attendance or decision pages."""
    return bool(
        _classed(root, "mgItemTable")
        or root.xpath("//table[@id='mgItemTable' or contains(@summary, 'meeting attendance')]")
        or (_classed(root, "mgSubItemTitleTxt") and _classed(root, "mgWordPara"))
    )


def modgov_blocks(root: Element) -> Iterator[Block]:
    """The page from its heading down: head, then items, attendance or decision, each in a form the outline knows."""
    content = next(iter(_classed(root, "mgContent") or root.xpath("//*[@id='modgov']") or root.xpath("//body")), root)
    head = plain(next(iter(content.xpath(".//h1")), content))[:60].lower()
    if head.startswith("decision details") or _label(content, "decision maker"):
        yield from _decision_page(content)
    else:
        yield from _meeting_page(content)


def item_blocks(number: str, title: str, parts: Sequence[tuple[str, Sequence[Block]]]) -> Iterator[Block]:
    """One item: its heading, then agenda text, decision and minutes; what the minutes repeat of a decision stands once.

    The label "Decision:" is left off a block that says itself what it is: NOTED, RESOLVED, apologies received.
    """
    number = number.strip(" .\u00a0")
    yield f"# {number}. {title}" if number else f"# {title}"
    decided: list[str] = []
    for label, text in parts:
        name = label.strip(" :").lower()
        if not name.startswith("decision"):
            kept = [block for block in text if not _said(block, decided)]
            if label and kept and not _LEFT_OUT.match(label):
                yield label
            yield from kept if not _LEFT_OUT.match(label) else ()
        elif any(isinstance(block, Table) or block.strip() for block in text):
            decided = [line for line in block_lines(list(text)) if line.strip()]
            if not _SAID_ALREADY.match(decided[0]):
                yield "Decision:"
            yield from text


def _said(block: Block, decided: Sequence[str]) -> bool:
    """Whether a paragraph of the minutes only repeats the decision."""
    if isinstance(block, Table) or len(block) > 3000:
        return False
    words = block.lower().split()
    return any(alike(words, line.lower().split()) for line in decided[:_MOST_COMPARED])


def alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two paragraphs, as words, say the same but for some of them.

    >>> alike("apologies were received from two".split(), "apologies were sent from two".split()), alike(["a"], ["b"])
    (True, False)
    """
    compared = SequenceMatcher(None, words, others, autojunk=False)
    return compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE


def _classed(element: Element, name: str) -> list[Element]:
    return element.xpath(_CLASSED.format(name))


def _is(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def _meeting_page(content: Element) -> Iterator[Block]:
    """Heading, body, day, venue; then the table of items or of attendance."""
    tables = [table for table in content.iter("table") if _items(table) or _attends(table)]
    for element in list(content.iter("ul")):
        if _is(element, "mgActionList"):
            element.drop_tree()
    for table in tables:
        place = table.getparent()
        mark = place.makeelement("p")
        mark.text, mark.tail = "\ue000", table.tail  # where the table stands among the other blocks
        place.replace(table, mark)
    waiting = iter(tables)
    for block in blocks(content):
        if isinstance(block, str) and block.strip("# ") == "\ue000":
            table = next(waiting)
            yield from _item_rows(table) if _items(table) else _attendance(table)
        elif not (isinstance(block, str) and (_bare_contact(block) or _FRAME.fullmatch(block.strip("# ")))):
            yield _without_directions(block)


def _bare_contact(block: str) -> bool:
    """The officer to write to was not there by that."""
    return bool(re.match(r"^\s*Contact(?:s)?\s*:", block))


def _without_directions(block: Block) -> Block:
    return re.sub(r"[\s.]*View directions\s*$", "", block) if isinstance(block, str) else block


def _items(table: Element) -> bool:
    return _is(table, "mgItemTable") or table.get("id") == "mgItemTable"


def _attends(table: Element) -> bool:
    said = f"{table.get('summary', '')} {' '.join(plain(cell) for cell in table.iter('caption', 'th'))}"
    return bool(_ATTENDANCE.search(said))


def _item_rows(table: Element) -> Iterator[Block]:
    """Each row of the table of items."""
    yield "# Items"
    for row in table.iter("tr"):
        cells = list(row.iterchildren("td"))
        if len(cells) >= 2 and next(row.iterancestors("table")) is table:
            yield from _item(plain(cells[0]), cells[-1])


def _item(number: str, cell: Element) -> Iterator[Block]:
    """Title, agenda text and the labelled blocks of one item's cell."""
    title, parts, label, text = "", [], "", []
    for child in cell:
        if unseen(child):
            continue
        if _is(child, "mgAiTitleTxt") and not title:
            title = _title(child)
        elif _is(child, "mgSubItemTitleTxt"):
            parts.append((label, text))
            label, text = plain(child), []
        else:
            text.extend(blocks(child, headings=False))
    yield from item_blocks(number, title, [*parts, (label, text)])


def _title(element: Element) -> str:
    """The title without the size of the file that hangs on it."""
    for size in _classed(element, "mgFileSize"):
        size.drop_tree()
    return _SIZE.sub("", plain(element)).strip(" .")


def _attendance(table: Element) -> Iterator[Block]:
    """The table of attendance, under the word the outline knows a list by."""
    yield "Attendance"
    rows = [[plain(cell) for cell in row.iterchildren("td")] for row in table.iter("tr")]
    yield "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows if any(row))


def _label(content: Element, name: str) -> str:
    """What stands behind a label such as "Decision Maker:"."""
    for label in _classed(content, "mgLabel"):
        if plain(label).strip(" :").lower() == name:
            return plain(label.getparent())[len(plain(label)) :].strip(" :")
    return ""


def _decision_page(content: Element) -> Iterator[Block]:
    """Who decided and when go first, with all other labels; then the issue as an item with the texts under it."""
    title = next((plain(part) for part in _classed(content, "mgSubTitleTxt")), "")
    decided_at = re.match(r"[\d/]+\s*[-–]\s*(?P<body>.+)", _label(content, "decided at meeting"))
    head: list[Block] = ["# Decision details", decided_at["body"] if decided_at else _label(content, "decision maker")]
    head.append(f"Date of decision: {_label(content, 'date of decision')}")
    parts, label, text = [], "", []
    for child in (each for each in _flat(content) if not unseen(each) and each.tag != "h1"):
        if _is(child, "mgSubItemTitleTxt"):
            parts.append((label, text))
            label, text = plain(child), []
        elif _classed(child, "mgLabel"):
            told = [*head, f"Decision Maker: {head[1]}"]
            head += [block for block in blocks(child, headings=False) if block not in told]
        elif not _is(child, "mgSubTitleTxt"):
            text.extend(blocks(child, headings=False))
    yield from (*head, "# Items")
    yield from item_blocks("", title, [part for part in (*parts, (label, text)) if any(part)])


def _flat(content: Element) -> Iterator[Element]:
    """The page's own parts, whatever plain boxes they are put in."""
    for child in content:
        boxed = child.tag == "div" and not _is(child, "mgWordPara") and _classed(child, "mgSubItemTitleTxt")
        yield from _flat(child) if boxed else (child,)
