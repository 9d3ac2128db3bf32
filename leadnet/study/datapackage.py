"""The Frictionless description of a study: every table and column, for whoever opens it without leadnet."""

from __future__ import annotations

import json

from leadnet.study.schema import INPUTS, RECORDS
from leadnet.study.tables import Table

_CELLS = "A text a spreadsheet could run as a formula has an apostrophe before it, which is no part of it."
_TYPES = {"date": "date", "integer": "integer", "number": "number"}  # all else is a string


def datapackage(title: str) -> str:
    """datapackage.json as text: one resource a table, in a fixed order.

    >>> json.loads(datapackage("A study"))["resources"][0]["path"]
    'sources.csv'
    """
    files = {**INPUTS, **{f"records/{name}.csv": table for name, table in RECORDS.items()}}
    resources = [_resource(file, table) for file, table in files.items()]
    return (
        json.dumps(
            {"profile": "tabular-data-package", "title": title, "description": _CELLS, "resources": resources},
            indent=1,
            ensure_ascii=False,
        )
        + "\n"
    )


def _resource(file: str, table: Table) -> dict:
    fields = []
    for name, column in table.columns.items():
        limits = {
            **({"required": True} if column.needed else {}),
            **({"enum": list(column.one_of)} if column.one_of else {}),
        }
        fields.append(
            {"name": name, "type": _TYPES.get(column.kind, "string"), "description": column.what}
            | ({"constraints": limits} if limits else {})
        )
    schema = {"fields": fields, "missingValues": [""]} | ({"primaryKey": list(table.key)} if table.key else {})
    return {
        "name": table.name,
        "path": file,
        "profile": "tabular-data-resource",
        "description": table.what,
        "schema": schema,
    }
