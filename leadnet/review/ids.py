"""The ids of questions: the same in every build of a study, and nothing from which a name can be tried.

A plain hash of a printed name would tell whoever tries all names which one it is; so the hash is keyed. The key is made
from the papers themselves when the first question is asked, and kept in .read/ of the study, so that it stays the same
when papers are added. Who has it has the papers, and the names in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress

from leadnet.build import Built
from leadnet.study.key import keyed
from leadnet.study.store import replace_file

FILE = ".read/questions.key"


def question_id(question: Mapping[str, str], key: bytes) -> str:
    """An id for one candidate of a question.

    >>> question_id({"kind": "organisation", "left": "BDC", "right": "blaby"}, bytes(32))
    'q-a0c6da621b'
    """
    return f"q-{keyed(key, chr(10).join(question[name] for name in ('kind', 'left', 'right')))[:10]}"


def question_key(built: Built) -> bytes:
    """The key of a study's questions: the one kept, else one made from all lines of its papers, and kept if it can."""
    file = built.folder.path / FILE
    try:
        held = bytes.fromhex(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        held = b""
    if len(held) == 32:
        return held
    made = hashlib.sha256("\n".join(["the questions of", *built.lines["text"]]).encode("utf-8", "replace"))
    with suppress(OSError):  # a study that cannot be written has the same key as long as its papers are the same
        replace_file(file, made.hexdigest().encode())
    return made.digest()
