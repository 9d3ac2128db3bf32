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
from leadnet.figures.signs import GROUP_WORDS, OTHER, OTHER_WORDS, SIGNS
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
    code, style = (script() + _START).strip(), (stylesheet() + _read("page.css")).strip()
    held = _safe_json(data)
    # The data is no script and nothing runs it, but a checker that takes it for one finds it allowed.
    policy = (
        f"default-src 'none'; script-src '{_hash(code)}' '{_hash(held)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(_read("page.html"))
    said = {"as_at": long_date(data["as_at"]), "names": _NAMES[data["mode"]]}
    return template.render(data=data, json=held, script=code, style=style, policy=policy, **said).encode(
        "utf-8", "replace"
    )


def script() -> str:
    """The view's JavaScript as one module, whose default export is the widget's; before it the signs of the charts."""
    return "\n".join((_signs(), *(_read(f"js/{name}.js") for name in SCRIPTS)))


def _signs() -> str:
    """The tables as constants: a sector may be called anything, so neither has what other objects are born with."""
    tables = {"SIGNS": {group: sign._asdict() for group, sign in SIGNS.items()}, "GROUP_WORDS": dict(GROUP_WORDS)}
    lines = [f"const {name} = {{ __proto__: null, ...{json.dumps(table)} }};" for name, table in tables.items()]
    other = {"OTHER_SIGN": OTHER._asdict(), "OTHER_WORDS": OTHER_WORDS}
    return "\n".join([*lines, *(f"const {name} = {json.dumps(value)};" for name, value in other.items())])


def stylesheet() -> str:
    """The view's style sheet; every rule holds only inside the view."""
    return _read("explore.css")


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _safe_json(data: Mapping[str, object]) -> str:
    """JSON that cannot end the element it stands in.

    >>> _safe_json({"name": "</script>"})
    '{"name":"\\\\u003c/script>"}'
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")
