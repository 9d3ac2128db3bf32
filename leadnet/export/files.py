"""The formats there are, and the files of those asked for, made in memory: nothing is written before all are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from leadnet.build import Built
from leadnet.export.attendance import attendance_csv
from leadnet.export.data_package import package_zip
from leadnet.export.graphs import gexf, graphml
from leadnet.export.kumu import kumu_workbook
from leadnet.export.popolo import popolo_json
from leadnet.export.shown import Shown
from leadnet.export.workbook import statistical_workbook
from leadnet.study.tables import StudyError, joined

FORMATS: Mapping[str, tuple[str, Callable[[Shown], bytes]]] = {
    "gexf": ("network.gexf", gexf),
    "graphml": ("network.graphml", graphml),
    "kumu": ("kumu.xlsx", kumu_workbook),
    "popolo": ("popolo.json", popolo_json),
    "attendance": ("attendance.csv", attendance_csv),
    "xlsx": ("tables.xlsx", statistical_workbook),
    "package": ("package.zip", package_zip),
}


def asked_for(formats: Iterable[str]) -> list[str]:
    """The formats, each once; StudyError names one that is none."""
    asked = list(dict.fromkeys(formats))
    if (unknown := [name for name in asked if name not in FORMATS]) or not asked:
        raise StudyError(f"--to: {joined(unknown) or 'nothing'} is none of {', '.join(FORMATS)}")
    return asked


def export_files(built: Built, formats: Iterable[str] = tuple(FORMATS)) -> dict[str, bytes]:
    """The files of these formats by name, in the study's privacy mode: the same bytes for the same study and version.

    formats: gexf, graphml, kumu, popolo, attendance, xlsx, package. StudyError names one that is none of them.
    """
    shown = Shown(built)
    return {file: make(shown) for file, make in (FORMATS[name] for name in asked_for(formats))}
