"""Findings of a study told together: for whoever reads several measures at once and does not know which it has."""

from __future__ import annotations

from leadnet.measures.sentences import say


def tell(built: object, *measures: str) -> str:
    """The sentences of these measures, a line each, with what subjects are called; says so where the study has none.

    `built` has `findings` and `names`, as `leadnet.study` gives it.
    """
    rows = built.findings[built.findings["measure"].isin(measures)]
    named = {
        f"{column}_name": rows[column].map(lambda key: built.names.get(key, key)) for column in ("subject", "other")
    }
    return say(rows.assign(**named)) or "The papers held give nothing to say here."
