"""Where an attendance list stops and the text begins, in papers whose items have neither numbers nor marks."""

from __future__ import annotations

from collections.abc import Sequence

from leadnet.documents.lists.layouts import run_on, run_together
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.lists.list_words import sort_heading
from leadnet.documents.lists.marks import explains_mark
from leadnet.documents.lists.remarks import is_remark
from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.outlines.title_lines import USUAL, VERB
from leadnet.documents.words.posts import is_post

_FEW = 2  # people
_LONG = 8  # words of a line that is more than a heading or an organisation
_LOOKED_AT = 400  # letters of a line


def names_nobody(lines: Sequence[Line]) -> bool:
    """Whether the block that begins here is text: several lines or a long one, and no person, body or post in any."""
    block = []
    for line in lines:
        if not line.text.strip():
            break
        block.append(line.text.strip()[:_LOOKED_AT])
    if block and block[-1].endswith(":"):
        return False  # it heads what stands below
    longest = max((len(text.split()) for text in block), default=0)
    return (len(block) > 1 or longest > _LONG) and not any(map(_belongs, block))


def stands_over(title: str, below: Sequence[Line]) -> bool:
    """Whether a line within a list heads the people straight below: their organisation, post or sort.

    >>> stands_over("Ward Councillors", [Line(2, None, "Ann Lee, Joe Dale")])
    True
    """
    under = next((line.text[:_LOOKED_AT].strip() for line in below[:2] if line.text.strip()), "")
    kind = heads(title) or sort_heading(title) or (is_post(title) and len(title.split()) < _LONG)
    told = VERB.search(under) or under.endswith(".")
    return bool(kind and not USUAL.search(title)) and begins_with_name(under) and not told


def _belongs(text: str) -> bool:
    """Whether a line can be part of a list."""
    if "|" in text or "\t" in text or heads(text) or list_heading(text) or is_remark(text) or explains_mark(text):
        return True
    text = text.strip("() ")
    behind = text.partition(":")[2].strip()
    # "Vale Councillors: Mr Joe Dale and Ms Ann Lee"
    labelled = begins_with_name(behind) or run_together.people_in(behind) > _FEW
    labelled = labelled or (run_together.people_in(text) > _FEW and not (VERB.search(text) or text.endswith(".")))
    several = labelled or len(run_on.names_in(text)) > 1 or run_together.is_run(text)
    return several or begins_with_name(text) or (is_post(text) and len(text.split()) <= _LONG)
