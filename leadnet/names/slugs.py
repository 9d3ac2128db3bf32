"""Ids made from names."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """A name as an id: lower-case ASCII and hyphens, at most 80 characters.

    >>> slug("Dr Siân O'Neill")
    'dr-sian-oneill'
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:80].strip("-") or "unnamed"
