"""The stairs: opens a study, runs the rooms in order, and holds every result. The only pipeline there is."""

from leadnet._lazy import on_first_use

_HOMES = {
    **dict.fromkeys(("CLOSED", "Built"), "built"),
    **dict.fromkeys(("attending_table", "brokers_table", "kept_apart", "tier_law"), "chances"),
    **dict.fromkeys(("study", "write_records"), "opening"),
    "fingerprint": "reading",
    **dict.fromkeys(("NOT_READ", "correction_cite"), "texts"),
}
__all__ = sorted(_HOMES)
__getattr__ = on_first_use(__name__, {name: f"{__name__}.{home}" for name, home in _HOMES.items()})
