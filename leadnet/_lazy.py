"""Public names that are imported on first use, so that `leadnet --help` need not wait for pandas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def on_first_use(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """A module's `__getattr__` that looks each public name up in the module it lives in.

    >>> on_first_use("math", {"pi": "math"})("pi")
    3.141592653589793
    """

    def look_up(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return look_up
