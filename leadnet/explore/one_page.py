"""The view as one HTML file: everything in it, nothing asked of any other place."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import jinja2

from leadnet.build import Built
from leadnet.explore.shown import payload
from leadnet.study.words import long_date

HERE = Path(__file__).parent
# One module of plain functions in one scope, in this order: a widget and a page both want a single file.
SCRIPTS = (
    "counting",
    "words",
    "drawing",
    "signs",
    "near",
    "legend",
    "map",
    "grid",
    "tables",
    "panel",
    "leaving",
    "controls",
    "app",
)
_START = """
const held = JSON.parse(document.getElementById("data").textContent);
new Explorer(held, document.querySelector(".leadnet-explore"));
"""
_NAMES = {
    "internal": "For internal use: people are named as the papers have them.",
    "committee": "People are named only where the study says they may be.",
    "public": "People are named only where the study says they may be.",
}


def page(built: Built) -> bytes:
    """The page of a study, in its privacy mode. The same study gives the same bytes."""
    return page_of(payload(built))


def page_of(data: Mapping[str, object]) -> bytes:
    """The page of a payload. Whatever names hold comes out as text: in the browser no part of it can run or load."""
    code, style = script() + _START, stylesheet() + _read("page.css")
    policy = (
        f"default-src 'none'; script-src '{_hash(code)}'; style-src '{_hash(style)}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(_read("page.html"))
    said = {"as_at": long_date(data["as_at"]), "names": _NAMES[data["mode"]]}
    return template.render(data=data, json=_safe_json(data), script=code, style=style, policy=policy, **said).encode(
        "utf-8", "replace"
    )


def script() -> str:
    """The view's JavaScript as one module, whose default export is the widget's."""
    return "\n".join(_read(f"js/{name}.js") for name in SCRIPTS)


def stylesheet() -> str:
    """The view's style sheet; every rule holds only inside the view."""
    return _read("explore.css")


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _safe_json(data: Mapping[str, object]) -> str:
    """JSON that cannot end the element it stands in.

    >>> _safe_json({"name": "</script>"})
    '{"name":"\\\\u003c/script>"}'
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")
