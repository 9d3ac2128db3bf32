"""Writers of web pages: a plain one, a council's meeting page, and the answer of the web service behind such pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from leadnet.simulate.paper import Block, Item, Minutes, clock
from leadnet.simulate.roll_call import Entry

_STATED = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies"}


def plain_page(blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """A page of headings, paragraphs and tables. No key has a line: a reader may count a page's lines as it likes."""
    marks = {"title": "h1", "heading": "h2"}
    parts = []
    for in_table, mine in groupby(blocks, key=lambda block: bool(block.cells)):
        if in_table:
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row.cells) for row in mine)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        else:
            parts += [f"<{marks.get(one.kind, 'p')}>{escape(one.text)}</{marks.get(one.kind, 'p')}>" for one in mine]
    title = escape(blocks[0].text)
    page = f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
    return (page + "\n".join(parts) + "\n</body></html>\n").encode("utf-8"), {}


def moderngov_page(made: Minutes) -> bytes:
    """A council's meeting page with its attendance, as a browser saves it (after A018, A037, B006)."""
    seats = "\n".join(
        f"<tr><td>{escape(name)}</td><td>{escape(role)}</td><td>{escape(of)}</td><td>{stated}</td></tr>"
        for name, role, of, stated in map(_seat, made.entries)
    )
    items = "\n".join(map(_page_item, made.items))
    when = date.fromisoformat(made.day)
    day = f"{when:%A}, {_ordinal(when.day)} {when:%B}, {when.year} {clock(made.start)}"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Agenda and minutes</title></head><body>
<div id="modgov"><div class="mgContent">
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">{escape(made.body)} - {day}</h2>
<p><span class="mgLabel">Venue:</span>&nbsp;{escape(made.venue)}</p>
<table summary="Table of meeting attendance"><tr><th>Name</th><th>Role</th><th>Representing</th><th>Attendance</th></tr>
{seats}
</table>
<h2 class="mgSectionTitle">Items</h2>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
{items}
</table>
</div></div></body></html>
""".encode()


def _ordinal(day: int) -> str:
    """A day of the month as these pages print it.

    >>> _ordinal(1), _ordinal(12), _ordinal(23)
    ('1st', '12th', '23rd')
    """
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{day}{'th' if day in (11, 12, 13) else endings.get(day % 10, 'th')}"


def _seat(one: Entry) -> tuple[str, str, str, str]:
    stands_in = f" (substitute for {one.instead})" if one.instead else ""
    role = "Chair" if one.chair else "" if one.status == "in_attendance" else "Committee Member"
    return one.titled + stands_in, role, one.organisation, _STATED[one.status]


def _parts(item: Item) -> Iterator[str]:
    """What was told and agreed in an item, a paragraph each."""
    yield from (words for _, words in item.told)
    limbs = [f"that {clause}" for clause in item.agreed]
    limbs += [f"that {one.who.titled} {one.what} by {one.due}" for one in item.actions]
    if limbs:
        yield "RESOLVED:"
    yield from (f"({at}) {limb}." for at, limb in enumerate(limbs, start=1))


def _page_item(item: Item) -> str:
    told = "".join(f"<p>{escape(words)}</p>" for words in _parts(item))
    return (
        f'<tr><td><p class="mgAiTitleTxt">{item.number}.</p></td><td><p class="mgAiTitleTxt">{escape(item.title)}</p>'
        f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{told}</div></td></tr>'
    )


def moderngov_service(made: Minutes) -> bytes:
    """The answer to GetMeeting: seats as attributes, the minutes as a page's text within the XML."""
    items = "\n".join(
        f"<agendaitem><fulldisplaynumberformat>{item.number}.</fulldisplaynumberformat><agendaitemtitle>"
        f"{escape(item.title)}</agendaitemtitle><minutesnonemptyhtmlbody>{_inside(item)}</minutesnonemptyhtmlbody></agendaitem>"
        for item in made.items
    )
    seats = "\n".join(map(_attendee, made.entries))
    day = f"{date.fromisoformat(made.day):%d/%m/%Y}"
    return f"""<?xml version="1.0" encoding="utf-8"?>
<meeting><committeetitle>{escape(made.body)}</committeetitle><meetingdate>{day}</meetingdate>
<meetingtime>{clock(made.start)}</meetingtime><meetingstatus>Confirmed</meetingstatus>
<meetinglocation>{escape(made.venue)}</meetinglocation><agendapublished>True</agendapublished>
<minutepublished>True</minutepublished>
<agendaitems>
{items}
</agendaitems>
<attendees>
{seats}
</attendees></meeting>
""".encode()


def _attendee(one: Entry) -> str:
    name, role, of, stated = map(quoteattr, _seat(one))
    kind = "Officer" if one.status == "in_attendance" else "Member"
    return f'<attendee membertype="{kind}" name={name} roledescription={role} attendance={stated} representing={of}/>'


def _inside(item: Item) -> str:
    """Paragraphs of the item's page, escaped once more as they stand in the XML."""
    return escape("".join(f"<p>{escape(words)}</p>" for words in _parts(item)))
