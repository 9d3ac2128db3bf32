"""Exports: a study for other programs, masked as its privacy mode asks, each file saying what it is of."""

from leadnet._lazy import on_first_use

_HOMES = {
    **dict.fromkeys(("FORMATS", "asked_for", "export_files"), f"{__name__}.files"),
    "write_exports": f"{__name__}.on_disk",
}
__all__ = sorted(_HOMES)
__getattr__ = on_first_use(__name__, _HOMES)
