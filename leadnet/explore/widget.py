"""The view in JupyterLab: a widget whose state Python reads and sets."""

from __future__ import annotations

from dataclasses import replace

import anywidget
import traitlets

from leadnet.build import Built
from leadnet.explore.one_page import script, stylesheet
from leadnet.explore.shown import payload
from leadnet.explore.tested import tested


class Explore(anywidget.AnyWidget):
    """The view of a study.

    selection: {} or {"organisation": id}, {"pair": [id, id]}, {"meeting": id}, {"organisation": id, "meeting": id} (a
    cell) or {"clause": id}. window: [] for the whole record, or its first and last day. rules: the switches, as
    `built.what_if(**seen.rules)` takes them. view: map, grid, ledger, ties, organisations, meetings or attendance.
    """

    _esm = script()
    _css = stylesheet()
    data = traitlets.Dict().tag(sync=True)
    tested = traitlets.Dict().tag(sync=True)
    selection = traitlets.Dict().tag(sync=True)
    window = traitlets.List(traitlets.Unicode()).tag(sync=True)
    rules = traitlets.Dict().tag(sync=True)
    view = traitlets.Unicode("map").tag(sync=True)

    def __init__(self, built: Built) -> None:
        data = payload(built)
        super().__init__(data=data, rules=data["rules"])
        self._built = built
        self.observe(self._test_again, names=["rules", "window"])

    def _test_again(self, change: object) -> None:
        """Settings no test was made for before are tested now; until then the view says that they are not."""
        asked = (self.rules, self.window)
        if asked in [(test["rules"], test["window"]) for test in self.data["tests"]]:
            return
        self.tested = tested(self._built, replace(self._built.rules, **self.rules), self.window)

    def __repr__(self) -> str:
        organisations, meetings = len(self.data["organisations"]), len(self.data["meetings"])
        return f"leadnet.explore: {organisations} organisations, {meetings} meetings"


def explore(built: Built) -> Explore:
    """The view of a study as a widget; a cell that ends with it shows it, and its state may be read in the next."""
    return Explore(built)
