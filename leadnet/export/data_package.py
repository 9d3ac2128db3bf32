"""The data package: the tables a study is made of, with their description, as one zip. No paper is in it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

import pandas as pd

from leadnet.export.shown import MADE_UP, Shown
from leadnet.study.datapackage import datapackage
from leadnet.study.schema import INPUTS, RECORDS
from leadnet.study.tables import csv_text

_SIGNED = ("judgements", "corrections")  # an analyst's name stands in their column `by`
_ANALYST = "[an analyst]"


def package_zip(shown: Shown) -> bytes:
    """datapackage.json and a CSV file a table, at the paths it has in a study, dated by the study's as_at.

    Outside internal mode: every text masked; only people who may be named are in people.csv and posts.csv, and no other
    table holds another's id; lines of exempt papers closed; who signed an answer or a correction is "an analyst".
    """
    year, month, day = (int(part) for part in shown.built.settings.as_at.split("-"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name, text in (("datapackage.json", _description(shown)), *_tables(shown)):
            entry = zipfile.ZipInfo(name, (max(year, 1980), month, day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            parts.writestr(entry, text)
    return out.getvalue()


def _description(shown: Shown) -> str:
    """The Frictionless description of a study, with what is said of it."""
    of = shown.built.settings
    said = json.loads(datapackage(shown.hide(of.name)))
    about = "\n".join([*shown.about, said["description"]])
    told = {"description": about, "version": shown.built.build, "made_up": MADE_UP in shown.about}
    resources = said.pop("resources")
    return json.dumps({**said, **told, "mode": of.mode, "resources": resources}, indent=1, ensure_ascii=False) + "\n"


def _tables(shown: Shown) -> Iterator[tuple[str, str]]:
    built = shown.built
    for file, table in {**INPUTS, **{f"records/{name}.csv": table for name, table in RECORDS.items()}}.items():
        frame = getattr(built, table.name)[list(table.columns)]
        yield file, csv_text(_as_it_may_leave(shown, table.name, frame))


def _as_it_may_leave(shown: Shown, name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """One table masked, without what would tell who a person is that may not be named."""
    built = shown.built
    if built.settings.mode == "internal":
        return built.show(frame)
    if name in ("people", "posts"):
        return built.show(frame[frame["person_id"].isin(shown.named)])
    if name == "links":
        frame = frame.assign(doc_id=frame["mention_id"].str.rsplit(":", n=2).str[0])
        told = frame["id"].isin(shown.named) & ~frame["doc_id"].isin(built.exempt)
        return built.show(frame[(frame["kind"] != "person") | told]).drop(columns="doc_id")
    if name == "judgements":
        frame = frame[frame["kind"] != "person"]
    if "person_id" in frame:
        frame = frame.assign(person_id=frame["person_id"].where(frame["person_id"].isin(shown.named), ""))
    left = built.show(frame)
    return left.assign(by=_ANALYST) if name in _SIGNED else left
