"""A chart's lines as markup that stands in a web page: nothing is loaded, and it stays sharp however far one zooms."""

from __future__ import annotations

import hashlib
import html
import re

import lxml.etree

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)  # holds the words as drawn, signs XML forbids among them
_REFERRED = re.compile(r"#([\w.-]+)")
_LONG = re.compile(r"\d+\.\d{3,}")
_KEPT = {"clipPath", "defs", "g", "path", "pattern", "rect", "use"}  # shapes and their places; never text or a script
_PARSER = lxml.etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)


def inline(svg: bytes) -> tuple[str, str]:
    """The view box of a chart drawn as SVG, and its shapes as markup, letters as outlines.

    Whatever is no shape is left out. Its ids are made its own, so that two
    charts in one page do not share any; coordinates are cut to a hundredth of a point.
    """
    root = lxml.etree.fromstring(_COMMENT.sub(b"", svg), _PARSER)
    for element in [each for each in root.iterdescendants() if _name(each.tag) not in _KEPT]:
        element.getparent().remove(element)
    used = {id for element in root.iter() for value in element.attrib.values() for id in _REFERRED.findall(value)}
    ids = sorted(used & {element.get("id") for element in root.iter()})
    own = {id: f"c{hashlib.sha256(svg).hexdigest()[:8]}-{place}" for place, id in enumerate(ids)}
    return root.get("viewBox"), "".join(_markup(element, own) for element in root)


def _name(tag: str) -> str:
    return lxml.etree.QName(tag).localname


def _markup(element: lxml.etree._Element, own: dict[str, str]) -> str:
    """One element with what stands in it; a group that says nothing of its own is left out, what is in it stays."""
    name, inside = _name(element.tag), "".join(_markup(child, own) for child in element)
    said = {_name(key): value for key, value in element.attrib.items()}
    said = {key: _value(key, value, own) for key, value in said.items() if key != "id" or value in own}
    if name in ("g", "defs") and (not said or not inside):
        return inside if name == "g" else f"<defs>{inside}</defs>" if inside else ""
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in said.items())
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"


def _value(key: str, value: str, own: dict[str, str]) -> str:
    if key == "id":
        return own[value]
    if key == "d":
        return " ".join(_LONG.sub(lambda found: f"{float(found[0]):.2f}", value).split())
    return _REFERRED.sub(lambda found: f"#{own.get(found[1], found[1])}", value)
