"""The Word file as a parcel: which study and build it is of, read back too, and dates that never differ."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import lxml.etree
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from leadnet.study.tables import StudyError

PART = "docProps/custom.xml"
STUDY, BUILD = "leadnet study", "leadnet build"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TEXT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one format id Word gives to properties of a person's own
_SAFE = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def add_properties(package: Any, said: Mapping[str, str]) -> None:
    """Add custom document properties (text), which Word keeps when the file is edited and saved again."""
    root = lxml.etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TEXT})
    for number, (name, value) in enumerate(said.items(), start=2):  # Word counts its properties from two
        each = lxml.etree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_FORMAT, pid=str(number), name=name)
        lxml.etree.SubElement(each, f"{{{_TEXT}}}lpwstr").text = value
    data = lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for rid in [rid for rid, rel in package.rels.items() if rel.reltype == _RELATION]:
        del package.rels[rid]
    package.relate_to(Part(PackURI(f"/{PART}"), _TYPE, data, package), _RELATION)


def properties(data: bytes) -> dict[str, str]:
    """The custom properties of a Word file by name, as `leadnet study` and `leadnet build`; {} when it has none.

    StudyError when the bytes are no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if PART not in parts.namelist():
                return {}
            root = lxml.etree.fromstring(parts.read(PART), _SAFE)
    except (zipfile.BadZipFile, lxml.etree.XMLSyntaxError):
        raise StudyError("this is no Word file (.docx); save it as one and try again") from None
    return {each.get("name", ""): "".join(each.itertext()) for each in root.iter(f"{{{_PROPERTIES}}}property")}


def settled(data: bytes, iso: str) -> bytes:
    """The same zip with every date set to the paper's, so that two builds are alike to the byte."""
    year, month, day = (int(part) for part in iso.split("-"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (max(year, 1980), month, day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
