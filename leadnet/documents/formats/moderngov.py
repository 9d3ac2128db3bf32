"""The reader of .xml papers: the answer of ModernGov's web service to GetMeeting, as the lines its pages would give."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from leadnet.documents.formats.web_blocks import Block, blocks
from leadnet.documents.formats.web_modgov import item_blocks
from leadnet.documents.formats.word_tables import block_lines
from leadnet.documents.model import Line, Problem, Unread

_DO = "Ask the service for the meeting (GetMeeting) and save its answer whole."
_BODY = ("committeetitle", "committeename", "meetingtitle", "body")
_SEATS = ("name", "roledescription", "representing", "attendance")
_MOST_ITEMS = 2000


def moderngov_lines(content: bytes, file: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a GetMeeting answer: head, attendance with each status as stated, items; Unread for other XML."""
    if not content.strip():
        return (), ()
    meeting = _meeting(content, file)
    texts = list(block_lines(list(_blocks(meeting))))
    while texts and not texts[-1].strip():
        texts.pop()
    return tuple(Line(number, None, text) for number, text in enumerate(texts, start=1)), ()


def _meeting(content: bytes, file: str) -> etree._Element:
    """The element that holds the meeting; no entity, DTD or network is used, and a DOCTYPE is refused."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        at = f", line {error.lineno}" if error.lineno else ""
        raise Unread(f"{file}: not read - it is no whole XML file{at}. {_DO}") from None
    if root.getroottree().docinfo.doctype:
        raise Unread(f"{file}: not read - it has a DOCTYPE, which no answer of the service has. {_DO}")
    for element in root.iter():
        if _name(element) == "meeting" and any(_name(below) in ("agendaitems", "attendees") for below in element):
            return element
    raise Unread(
        f"{file}: not read - it is XML, but no meeting of a council's web service (root: {_name(root)}). {_DO}"
    )


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _blocks(meeting: etree._Element) -> Iterator[Block]:
    """The meeting in the order of its page."""
    yield f"# {_heading(meeting)}"
    body = next(filter(None, (_said(meeting, name) for name in _BODY)), "")
    if body:
        yield f"# {body}"
    yield "\n".join(_when_and_where(meeting))
    seats = [_seat(each) for each in _each(meeting, "attendees", "attendee")]
    if seats:
        yield "Attendance"
        yield "\n".join(seats)
    yield "# Items"
    for item in _each(meeting, "agendaitems", "agendaitem")[:_MOST_ITEMS]:
        yield from _item(item)


def _heading(meeting: etree._Element) -> str:
    """What is published of the meeting, as its page says it."""
    published = [
        word
        for word, flag in (("agenda", "agenda"), ("decisions", "decision"), ("minutes", "minute"))
        if _true(meeting, f"{flag}published")
    ]
    words = ", ".join(published[:-1]) + " and " + published[-1] if len(published) > 1 else "".join(published)
    return words.capitalize() or "Meeting"


def _when_and_where(meeting: etree._Element) -> Iterator[str]:
    """Day, times and venue; the time planned where the service does not say when it began."""
    began = _said(meeting, "meetingactualstarttime") or _said(meeting, "meetingtime")
    ended = _said(meeting, "meetingactualfinishtime")
    yield f"Date: {_said(meeting, 'meetingdate')}"
    if began:
        yield f"Time: {began}" + (f" - {ended}" if ended else "")
    if venue := _said(meeting, "meetinglocation"):
        yield f"Venue: {venue}"
    status = _said(meeting, "meetingstatus")
    if status and status.lower() != "confirmed":
        yield f"Status: {status}"


def _seat(attendee: etree._Element) -> str:
    """One row of the attendance: name, role, whom it represents, and the status as stated."""
    cells = [_tidy(attendee.get(name) or _said(attendee, name)).replace("|", "/") for name in _SEATS]
    kind = _tidy(attendee.get("membertype", ""))
    if not cells[1] and kind.lower() in ("officer", "observer", "guest", "substitute"):
        cells[1] = kind
    return f"| {' | '.join(cells)} |"


def _item(item: etree._Element) -> Iterator[Block]:
    """One agenda item with its agenda text, decision and minutes; of a restricted one, the title."""
    number = _said(item, "fulldisplaynumberformat") or _said(item, "minutesitemnumber")
    parts = [
        (label, _html(_said(item, name, tidy=False)))
        for label, name in (
            ("", "agendatext"),
            ("Decision:", "decisionnonemptyhtmlbody"),
            ("Minutes:", "minutesnonemptyhtmlbody"),
        )
    ]
    yield from item_blocks(number, _said(item, "agendaitemtitle"), parts)


def _html(text: str) -> list[Block]:
    """The paragraphs of escaped HTML; some services escape it once more."""
    for _ in range(2):
        if "<" not in text and re.search(r"&(?:lt|amp;lt);", text):
            text = html.unescape(text)
    if not text.strip():
        return []
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(f"<div>{text}</div>".encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return [_tidy(text)]
    return [_twice(block) for block in blocks(root, headings=False)]


def _twice(block: Block) -> Block:
    return html.unescape(block) if isinstance(block, str) else block


def _each(meeting: etree._Element, group: str, name: str) -> list[etree._Element]:
    return [each for found in meeting if _name(found) == group for each in found if _name(each) == name]


def _said(element: etree._Element, name: str, tidy: bool = True) -> str:
    text = next(("".join(below.itertext()) for below in element if _name(below) == name), "")
    return _tidy(text) if tidy else text


def _true(element: etree._Element, name: str) -> bool:
    return _said(element, name).lower() == "true"


def _tidy(text: str) -> str:
    """One line, whatever was escaped twice put right."""
    return " ".join(html.unescape(html.unescape(text)).replace("\u00a0", " ").split())
