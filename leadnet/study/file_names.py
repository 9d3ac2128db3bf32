"""Which names of files may stand in a study, so that it can be copied to any machine and read by any eye."""

from __future__ import annotations

import re

from leadnet.study.harmless import for_terminal

LONGEST = 120  # letters
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"/\\|?*]')


def name_fault(name: str) -> str:
    """What is wrong with the name of a paper's file, in words; "" where nothing is.

    >>> name_fault("CON.txt"), name_fault("board's notes (2).pdf")
    ('Windows keeps that name for itself', '')
    """
    if for_terminal(name) != name or {"\n", "\t"} & {*name}:
        return "it holds a control character, a line end, or a mark that turns the reading direction"
    if found := _REFUSED.search(name):
        return f"it holds {found[0]}, which Windows does not allow"
    if _RESERVED.fullmatch(name):
        return "Windows keeps that name for itself"
    if name.startswith(".") or name.endswith((".", " ")):
        return "it begins or ends with a dot or a space"
    return f"it has more than {LONGEST} letters" if len(name) > LONGEST else ""
