"""A finding called by name in the author's words: `{{ heads_of('leicestershire', 'ssog-2007-07-02') }}`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import pandas as pd

from leadnet.briefing.counts import number, share
from leadnet.briefing.exhibits import interval
from leadnet.build import Built
from leadnet.study.mask_counts import instead
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence

_PARTS = ("value", "share", "interval")
_KEYS = ("subject", "other", "since", "until", "part")


def called(built: Built, words: str) -> Sentence:
    """The finding that `words` call, as spans that name it. StudyError says what is unknown and what is near it.

    A call is a measure's name and in brackets, in quotation marks, its subject and its other: an id, or what it is
    called in the study. `since='2024-01-01'` (or `until`) picks a window. It is printed as its counts, "8 of 21", or
    where it has none as its value; `part='value'`, 'share' or 'interval' ("0.4 to 0.9") says which.
    """
    measure, asked = _parsed(words)
    part = asked.pop("part", "")
    if part and part not in _PARTS:
        raise StudyError(f'part = "{part}" is not one of {", ".join(_PARTS)}')
    rows = built.findings[built.findings["measure"] == measure]
    if rows.empty:
        known = sorted(set(built.findings["measure"]))
        raise StudyError(f'"{measure}" is no measure with a finding in this study{_nearest(measure, known)}')
    for column, wanted in asked.items():
        rows = _narrowed(built, rows, column, wanted)
    return _said(_only(rows, asked), part)


def _parsed(words: str) -> tuple[str, dict[str, str]]:
    """The measure and its arguments by name."""
    try:
        call = ast.parse(words.strip(), mode="eval").body
        given = {key: ast.literal_eval(each) for key, each in zip(_KEYS, call.args, strict=False)}
        given |= {each.arg: ast.literal_eval(each.value) for each in call.keywords}
        if isinstance(call.func, ast.Name) and len(call.args) <= 2 and {*given} <= {*_KEYS}:
            return call.func.id, {key: str(value) for key, value in given.items()}
    except (SyntaxError, ValueError, AttributeError, RecursionError, MemoryError):
        pass
    raise StudyError("this is no call of a finding; write it as {{ heads_of('charnwood', 'ssog-2007-07-02') }}")


def _narrowed(built: Built, rows: pd.DataFrame, column: str, wanted: str) -> pd.DataFrame:
    """The rows about this; given by id or by what the study calls it."""
    ids = sorted(set(rows[column]) - {""})
    called = {name.casefold(): id for id in ids for name in _names(built, id)}
    id = wanted if wanted in ids else called.get(wanted.casefold())
    if id is None:
        near = _nearest(wanted, [*ids, *called])
        raise StudyError(f'{rows["measure"].iloc[0]} has no finding with {column} "{wanted}"{near}')
    return rows[rows[column] == id]


def _names(built: Built, id: str) -> Iterable[str]:
    held = (built.names.get(id, ""), built.shorts.get(id, ""))
    return [name for said in held if said for name in (said, said.removeprefix("the "))]


def _only(rows: pd.DataFrame, asked: Mapping[str, str]) -> object:
    """The one row; of several, the one about the whole record, not a window of it."""
    whole = rows[(rows["since"] == "") & (rows["until"] == "")] if len(rows) > 1 else rows
    if len(whole) == 1:
        return next(whole.itertuples())
    named = "; ".join(rows["finding_id"].head(3))
    free = [key for key in ("subject", "other", "since") if key not in asked and rows[key].nunique() > 1]
    raise StudyError(f"{len(rows)} findings answer to this ({named} …); say {' and '.join(free or ['until'])} too")


def _said(row: object, part: str) -> Sentence:
    """The finding as printed: the part asked for, else its counts, its value, or its ends."""
    if instead(row.value, row.note):
        return Sentence((number(row),))
    by_chance = row.unit == "meetings together"  # then `of` is no whole that n is a part of
    fits = {"value": not pd.isna(row.value), "share": not pd.isna(row.of) and not by_chance}
    fits["interval"] = all(not isinstance(end, str) and not pd.isna(end) for end in (row.low, row.high))
    part = part or next((name for name in ("share", "value", "interval") if fits[name]), "value")
    if not fits[part]:
        has = ", ".join(name for name in _PARTS if fits[name])
        raise StudyError(f"finding {row.finding_id} has no {part}; it has {has or 'nothing to print'}")
    return Sentence(({"share": share, "value": number, "interval": interval}[part](row),))


def _nearest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word.casefold(), [*dict.fromkeys(known)], n=3, cutoff=0.4)
    return f"; the nearest are {', '.join(near)}" if near else f"; there are {', '.join([*dict.fromkeys(known)][:5])}"
