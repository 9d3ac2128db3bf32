"""The room of the whole country: the counting steps on an engine, the projection, and the test against chance."""

from leadnet._lazy import on_first_use

_HOMES = {
    **dict.fromkeys(("Asked", "counted", "faults", "prepared", "years_of"), "counting"),
    **dict.fromkeys(("Opportunity", "ties_of"), "chance"),
    **dict.fromkeys(("Margins", "sparse_fit"), "degrees"),
    "DuckDB": "duck",
    "Engine": "engine",
    **dict.fromkeys(("Projection", "places"), "projection"),
    **dict.fromkeys(("Spark", "local_session"), "spark"),
    "tail_blocks": "tails",
}
__all__ = sorted(_HOMES)
__getattr__ = on_first_use(__name__, {name: f"{__name__}.{home}" for name, home in _HOMES.items()})
