"""Exploring: one view of a study, as a widget in JupyterLab and as one page that opens by double click."""

import sys
from types import ModuleType

from leadnet._lazy import on_first_use

_HOMES = {
    "explore": f"{__name__}.widget",
    "payload": f"{__name__}.shown",
    **dict.fromkeys(("page", "page_of"), f"{__name__}.one_page"),
}
__all__ = sorted(_HOMES)
__getattr__ = on_first_use(__name__, _HOMES)


class _Explores(ModuleType):
    """`leadnet.explore` is this package, and `leadnet.explore(built)` gives the widget."""

    def __call__(self, built: object) -> object:
        return self.explore(built)


sys.modules[__name__].__class__ = _Explores
