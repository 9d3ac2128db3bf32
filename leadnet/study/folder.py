"""The study folder: where its parts are, its settings, and its tables read and checked against each other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from leadnet.study import schema
from leadnet.study.rules import Rules, rules_from
from leadnet.study.sensitive import refuse_sensitive
from leadnet.study.tables import StudyError, TableError, file_line, read_table
from leadnet.study.windows import WindowPlan, windows_from

FORMAT = 1
MODES = ("internal", "committee", "public")
_SETTINGS = ("name", "area", "host", "as_at", "mode")


@dataclass(frozen=True)
class Settings:
    """study.toml: what the study is of, at which date, and who may be named in what comes out."""

    name: str
    area: str
    host: str
    as_at: str
    mode: str
    made_up: bool
    sensitive: bool
    rules: Rules
    windows: WindowPlan = WindowPlan()


@dataclass(frozen=True)
class Folder:
    """An opened study: its place, its settings, and its input tables by the last part of their name."""

    path: Path
    settings: Settings
    tables: Mapping[str, pd.DataFrame]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name in self.__dict__.get("tables", {}):
            return self.tables[name]
        raise AttributeError(name)


def find_study(name: str | Path) -> Path:
    """The folder of a study given by path, or by its name under data/ here or in a folder above.

    StudyError in one line when there is none.
    """
    given = Path(name)
    roots = (Path.cwd(), *Path.cwd().parents)
    for folder in (given, *(root / "data" / given for root in roots)):
        if (folder / "study.toml").is_file():
            return folder.resolve()
    if given.is_dir():
        raise StudyError(f"{given}: this folder has no study.toml; `leadnet new {given} --area COUNCIL` starts a study")
    raise StudyError(f"{given}: no such study folder; `leadnet new {given} --area COUNCIL` starts one")


def open_folder(name: str | Path) -> Folder:
    """The study with settings and input tables read and checked; the first fault as a StudyError."""
    path = find_study(name)
    settings = read_settings(path)
    tables = {table.name: read_table(path / file, table) for file, table in schema.INPUTS.items()}
    refuse_sensitive(settings.sensitive, _bodies(tables["bodies"]))
    faults = cross_faults(tables) + _host_faults(settings, tables)
    if faults:
        raise TableError(faults)
    return Folder(path, settings, tables)


def _bodies(bodies: pd.DataFrame) -> list[tuple[str, str]]:
    """Where each body is named, and how."""
    return [
        (f"bodies.csv line {file_line(bodies, at)}", name)
        for at, row in enumerate(bodies.itertuples())
        for name in (row.name, row.short, row.body_id)
    ]


def folder_faults(path: Path) -> list[str]:
    """Every fault of the study's settings and input tables, a line each; [] when there is none."""
    faults, tables, settings = [], {}, None
    try:
        settings = read_settings(path)
    except StudyError as error:
        faults.append(str(error))
    for file, table in schema.INPUTS.items():
        try:
            tables[table.name] = read_table(path / file, table)
        except TableError as error:
            faults += error.faults
    return faults if faults or settings is None else cross_faults(tables) + _host_faults(settings, tables)


def _host_faults(settings: Settings, tables: Mapping[str, pd.DataFrame]) -> list[str]:
    if settings.host in set(tables["organisations"]["org_id"]):
        return []
    return [
        f'study.toml: host = "{settings.host}" is no org_id of organisations.csv; name whose officers serve the group'
    ]


def read_settings(path: Path) -> Settings:
    """study.toml as Settings; StudyError names the key, what stands there and what is allowed."""
    where = "study.toml"
    try:
        found = tomllib.loads((path / where).read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(f"{where}: not readable ({error})") from None
    if found.get("format") != FORMAT:
        raise StudyError(
            f"{where}: format = {found.get('format')!r}; this leadnet reads format {FORMAT}. A newer study needs a "
            f"newer leadnet"
        )
    known = ("format", *_SETTINGS, "made_up", "sensitive", "rules", "windows")
    if unknown := [key for key in found if key not in known]:
        raise StudyError(f"{where}: {unknown[0]} is no setting; the settings are {', '.join(known)}")
    text = {key: str(found.get(key, "")) for key in _SETTINGS}
    _settings_faults(text, where)
    return Settings(
        **text,
        made_up=bool(found.get("made_up", False)),
        sensitive=found.get("sensitive") is True,
        rules=rules_from(found.get("rules", {})),
        windows=windows_from(found.get("windows", {})),
    )


def _settings_faults(text: Mapping[str, str], where: str) -> None:
    for key in ("name", "area", "host", "as_at"):
        if not text[key]:
            raise StudyError(f"{where}: {key} is missing; it must be filled")
    try:
        date.fromisoformat(text["as_at"])
    except ValueError:
        raise StudyError(f'{where}: as_at = "{text["as_at"]}" is not a date like 2024-03-31') from None
    if text["mode"] not in MODES:
        raise StudyError(f'{where}: mode = "{text["mode"]}" is not one of {", ".join(MODES)}')


def cross_faults(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """References that point nowhere, and spells that end before they begin, each with file and line."""
    faults = []
    for file, table in schema.INPUTS.items():
        frame = tables[table.name]
        faults += _spell_faults(file, frame)
        for name, column in table.columns.items():
            if column.refers:
                faults += _reference_faults(Path(file).name, frame, name, column.refers, tables)
    return faults


def _reference_faults(
    file: str, frame: pd.DataFrame, name: str, refers: str, tables: Mapping[str, pd.DataFrame]
) -> list[str]:
    table, column = refers.split(".")
    known = set(tables[table][column])
    return [
        f'{file} line {file_line(frame, row)}, column {name}: "{cell}" is no {column} of {table}.csv; '
        "add it there or correct it here"
        for row, cell in enumerate(frame[name])
        if cell and cell not in known
    ]


def _spell_faults(file: str, frame: pd.DataFrame) -> list[str]:
    if not {"since", "until"} <= set(frame.columns):
        return []
    return [
        f"{Path(file).name} line {file_line(frame, at)}: it ends ({row.until}) before it starts ({row.since}); "
        "correct one of the two"
        for at, row in enumerate(frame.itertuples())
        if row.since and row.until and row.until < row.since
    ]
