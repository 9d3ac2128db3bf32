"""Any two-mode table without a study: reading it, and its tie table over the whole of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from leadnet.network.degree_model import DegreeModel, fit
from leadnet.network.incidence import Incidence, incidence
from leadnet.network.meetings_shared import all_pairs
from leadnet.network.projection import pairs_together
from leadnet.network.verdicts import Pairs, verdicts
from leadnet.study import StudyError

LISTED = 5000  # organisations up to which pairs that never met are listed too
COLUMNS = ("organisation_a", "organisation_b", "together", "expected", "ratio", "p_upper", "p_lower", "q", "verdict")


def read_two_columns(path: Path, first: str, second: str) -> pd.DataFrame:
    """Two columns of a CSV file as text without outer blanks, and `line`, the line each row stands at.

    Other columns are left alone; rows of blanks are passed over. StudyError, one line, for a file that cannot be read,
    a column that is missing, a row of another length, and a cell that is blank or says nan.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    rows, faults = [], []
    try:
        header = [name.strip() for name in next(reader, [])]
        place = _places(header, (first, second), path.name)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            fault = _fault(cells, header, place)
            if fault:
                faults.append(f"{path.name} line {reader.line_num}{fault}")
            else:
                rows.append((*(cells[at].strip() for at in place), reader.line_num))
    except csv.Error as error:
        raise StudyError(
            f"{path.name} line {reader.line_num}: not readable as CSV ({error}); look for a stray quote mark"
        ) from None
    if faults:
        raise StudyError(faults[0] + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""))
    if not rows:
        raise StudyError(f"{path.name}: no row under the header; write one row for each {first} and {second}")
    return pd.DataFrame(rows, columns=[first, second, "line"]).astype({first: "str", second: "str"})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"not UTF-8 text (byte {error.start}); save it as CSV UTF-8"
    except OSError as error:
        said = f"cannot be opened ({error.strerror}); look what stands there"
    raise StudyError(f"{path.name}: {said}")


def _places(header: Sequence[str], wanted: Sequence[str], where: str) -> list[int]:
    if not header:
        raise StudyError(f"{where}: empty; the first line names the columns {' and '.join(wanted)}")
    if len(header) == 1 and any(sign in header[0] for sign in ";\t"):
        raise StudyError(f"{where} line 1: its cells are parted by semicolons or tabs; save it as CSV with commas")
    for name in wanted:
        if header.count(name) != 1:
            said = "stands twice; keep one" if name in header else f"is missing; it has {', '.join(header)}"
            raise StudyError(f'{where} line 1: the column "{name}" {said}')
    return [header.index(name) for name in wanted]


def _fault(cells: Sequence[str], header: Sequence[str], place: Sequence[int]) -> str:
    if len(cells) != len(header):
        return f": {len(cells)} cells where the header has {len(header)}"
    for at in place:
        if cells[at].strip().lower() in ("", "nan"):
            said = f'says "{cells[at].strip()}"' if cells[at].strip() else "is blank"
            return f", column {header[at]}: {said}; fill it or take the row out"
    return ""


@dataclass(frozen=True)
class BareTies:
    """The tie table of a bare table.

    table: the incidence; model: the fitted chances; pairs: one row a pair, in order, with can_show_more and
    can_show_less beside the columns asked for; left_out: pairs that never met and are not listed, by verdict.
    """

    table: Incidence
    model: DegreeModel
    pairs: pd.DataFrame
    left_out: dict[str, int]


def bare_ties(rows: pd.DataFrame, level: float = 0.05, listed: int = LISTED) -> BareTies:
    """The tie table of columns organisation and event, over the whole table: anyone could be anywhere.

    A row that stands twice counts once; an event of one counts for attendance and makes no pair; the order of rows
    does not matter; an organisation and an event may have the same id. Over `listed` organisations the pairs that
    never met are tested all the same (each law looked up by classes), counted by verdict and not listed.

    >>> rows = pd.DataFrame({"organisation": ["a", "b", "c"], "event": ["m", "m", "n"]})
    >>> bare_ties(rows).pairs[["organisation_a", "organisation_b", "together"]].values.tolist()
    [['a', 'b', 1], ['a', 'c', 0], ['b', 'c', 0]]
    """
    table = incidence(rows, "organisation", "event")
    model, size = fit(table.present), len(table.organisations)
    a, b, together = pairs_together(table.present)
    if size <= listed:
        together = all_pairs(size, a, b, together)
        a, b = np.triu_indices(size, 1)
    never = _never_met(model, a, b) if size > listed else (np.empty(0, int),) * 3
    pairs = _whole_table_pairs(table, model, (a, b, together), never)
    judged = verdicts(model, pairs, level)
    names = pd.Index(table.organisations)
    found = pd.DataFrame(
        {
            "organisation_a": pd.Categorical.from_codes(a, names, validate=False),
            "organisation_b": pd.Categorical.from_codes(b, names, validate=False),
            "together": together,
        }
    )
    left = pd.Series(never[2], dtype=int).groupby(judged["verdict"].to_numpy()[len(a) :]).sum()
    listed_pairs = pd.concat([found, judged.iloc[: len(a)]], axis=1)
    return BareTies(table, model, listed_pairs, {name: int(count) for name, count in left.items() if count})


def _never_met(model: DegreeModel, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pairs that never met, by classes: first class, second class, how many."""
    classes = len(model.rows)
    first, second = np.triu_indices(classes)
    size = model.rows.astype(np.int64)
    every = np.where(first == second, size[first] * (size[first] - 1) // 2, size[first] * size[second])
    mine, theirs = model.row_class[a].astype(np.int64), model.row_class[b].astype(np.int64)
    code = np.minimum(mine, theirs) * classes + np.maximum(mine, theirs)
    met = np.bincount(code, minlength=classes * classes)[first * classes + second]
    some = every > met
    return first[some], second[some], (every - met)[some]


def _whole_table_pairs(table: Incidence, model: DegreeModel, met: tuple, never: tuple) -> Pairs:
    """Pairs listed, then classes of pairs that are only counted."""
    of_class = np.zeros(len(model.rows), dtype=int)
    of_class[model.row_class] = table.attended
    a, b = (np.concatenate([model.row_class[met[at]], never[at]]).astype(int) for at in (0, 1))
    together, meetings = np.concatenate([met[2], np.zeros(len(never[2]), int)]), table.present.shape[1]
    return Pairs(
        a=a,
        b=b,
        together=together,
        apart=np.zeros(len(a), dtype=int),
        most=np.minimum(of_class[a], of_class[b]),
        fewest=np.maximum(of_class[a] + of_class[b] - meetings, 0),
        possible=np.full(len(a), meetings),
        times=np.concatenate([np.ones(len(met[0]), int), never[2]]),
    )
