"""leadnet: from the papers of a partnership to a briefing paper in which every number opens at its line."""

from importlib import import_module
from types import ModuleType

from leadnet import study as _study
from leadnet._lazy import on_first_use

__version__ = "0.1.0"

_HOMES = {
    **dict.fromkeys(("Built", "study"), "leadnet.build"),
    **dict.fromkeys(("evidence", "presence", "tally", "Rules"), "leadnet.study"),
    **dict.fromkeys(("read", "read_paper", "read_papers", "as_json"), "leadnet.documents"),
    **dict.fromkeys(("councils",), "leadnet.names"),
    **dict.fromkeys(("graph", "meetings_behind", "power", "ties", "two_mode"), "leadnet.network"),
    **dict.fromkeys(("measure_all", "say"), "leadnet.measures"),
    **dict.fromkeys(("brief", "briefing_files", "draw"), "leadnet.briefing"),
    **dict.fromkeys(("bands", "review_queue"), "leadnet.review"),
    "explore": "leadnet.explore",
    "export_files": "leadnet.export",
}
__all__ = sorted(_HOMES)
__getattr__ = on_first_use(__name__, _HOMES)


class _OpensStudies(ModuleType):
    """`leadnet.study` is the ground floor's package, and `leadnet.study("leicestershire")` opens a study."""

    def __call__(self, folder: object, **rules: object) -> object:
        return import_module("leadnet.build").study(folder, **rules)


_study.__class__ = _OpensStudies
