"""Whether the process that made something still lives: on this machine, and not another that has its number now."""

from __future__ import annotations

import os
from pathlib import Path


def began(process: int) -> str:
    """When a process began, in the system's own count, since numbers are given again; blank where it does not say."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, ValueError, IndexError):
        return ""


def alive(process: int, since: str) -> bool:
    """Whether a process that began then still runs; where the system does not say when, whether its number is used."""
    if os.name == "nt":  # no signal only asks there: signal 0 is Ctrl-C
        return True
    try:
        os.kill(process, 0)
    except (OSError, OverflowError) as error:
        return isinstance(error, PermissionError)  # then it is another person's
    return not since or began(process) in ("", since)
