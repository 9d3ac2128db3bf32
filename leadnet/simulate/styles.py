"""The house styles by name: how the paper opens, lists who came and sets its items out, and its format."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from leadnet.simulate import lists, set_out, write_pdf, write_text, write_web, write_word
from leadnet.simulate.paper import Block, Minutes
from leadnet.simulate.rates import Rates

FAULTS = Rates(typos=0.01, initials=0.03, nicknames=0.05, short=0.1, abbreviated=0.0, ampersand=0.2, dropped=0.05,
               lost_place=0.0, org_typos=0.01)  # fmt: skip


class Written(NamedTuple):
    """A paper as a file: its ending, its bytes, and the line each key stands at where the format has lines."""

    ending: str
    content: bytes
    lines: dict[str, int]


class Style(NamedTuple):
    """One house style of blocks: opening, list, items and the writer; `after` names the labelled papers it is like."""

    opening: Callable[[Minutes], list[Block]]
    listed: Callable[[Minutes], list[Block]]
    items: Callable[[Minutes], list[Block]]
    ending: str
    write: Callable[[list[Block]], tuple[bytes, dict[str, int]]]


STYLES = {
    "dash-list": Style(set_out.opening, lists.dashes, set_out.resolved, "txt", write_text.plain_text),
    "organisation-headings": Style(
        set_out.opening, lists.under_organisations, set_out.agreed, "txt", write_text.plain_text
    ),
    "pipe-table": Style(set_out.opening, lists.pipe_table, set_out.table_of_actions, "md", write_text.markdown),
    "colons": Style(set_out.opening_in_lines, lists.colons, set_out.agreed, "md", write_text.markdown),
    "word-table": Style(set_out.opening, lists.word_table, set_out.resolved, "docx", write_word.document),
    "register-grid": Style(set_out.opening_in_lines, lists.grid, set_out.table_of_actions, "docx", write_word.document),
    "initials-and-actions": Style(
        set_out.opening, lists.initialled, set_out.action_column, "docx", write_word.document
    ),
    "brackets-in-two-columns": Style(set_out.opening, lists.in_brackets, set_out.agreed, "pdf", write_pdf.two_columns),
    "columns-apart": Style(set_out.opening, lists.apart, set_out.resolved, "pdf", write_pdf.one_column),
    "ruled-table": Style(set_out.opening, lists.ruled, set_out.agreed, "pdf", write_pdf.one_column),
    "plain-page": Style(set_out.opening, lists.dashes, set_out.agreed, "html", write_web.plain_page),
}
WEB = {"moderngov-page": ("html", write_web.moderngov_page), "moderngov-service": ("xml", write_web.moderngov_service)}
NAMES = (*STYLES, *WEB)


def written(made: Minutes, style: str) -> Written:
    """The minutes in a house style, one of NAMES."""
    if style in WEB:
        ending, write = WEB[style]
        return Written(ending, write(made), {})
    of = STYLES[style]
    content, lines = of.write([*of.opening(made), *of.listed(made), *of.items(made)])
    return Written(of.ending, content, lines)
