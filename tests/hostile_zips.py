"""Word and Excel files made to stop a reader."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from hostile_web import numbered
from office_files import R, W, excel, item, level, p, relations, table, word, zipped

Hostile = tuple[str, bytes, str]

_BODY = p("Wolds Board") + p("Minutes of the meeting held on 4 March 2014") + p("Present: Ann Lee (Kent Police)")
_CUT, _UNFOLDS = "it is cut off or damaged", "it unfolds to more text than any paper has"
_DEEP, _OWN_WORDS = "it is built deeper or larger than any paper", "it defines words of its own inside"
_INNER, _LOCKED = "its inner text is damaged", "it is locked with a password"
_CELLS, _NO_BOOK = "it has more than 100,000 filled cells", "it is damaged, or no workbook"
_TOO_MUCH = "it holds more text than any paper"
_DOCTYPE = '<!DOCTYPE d [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'.format
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def document(xml: str | bytes, more: dict[str, str | bytes] | None = None) -> bytes:
    """A .docx whose text is this XML, with more parts."""
    return zipped({"word/document.xml": xml, **(more or {})})


def _w(inner: str) -> str:
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inner}</w:body></w:document>'


def word_files() -> Iterator[Hostile]:
    """Name, bytes and words of each .docx."""
    good = word(_BODY * 30)
    for name, content, said in (*_zips(good, "word/document.xml"), *_shapes(), *_inside()):
        yield f"{name}.docx", content, said


def excel_files() -> Iterator[Hostile]:
    """Name, bytes and words of each .xlsx."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>Ann {n}</t></is></c></row>' for n in range(1, 60))
    for name, content, said in (*_zips(excel(rows), "xl/workbook.xml"), *_sheets()):
        yield f"{name}.xlsx", content, said


def _zips(good: bytes, part: str) -> Iterator[Hostile]:
    """The zip itself: cut, damaged, locked, a bomb."""
    for tenth in range(1, 10):
        yield f"cut-at-{tenth}", good[: len(good) * tenth // 10], _CUT
    yield "cut-last", good[:-1], _CUT
    yield "sign-alone", b"PK\x03\x04", _CUT
    yield "no-parts", zipped({}), "it is a zip and holds nothing of"
    yield "crc", _packed(part, zipfile.ZIP_STORED, _w(_BODY).encode()).replace(b"Ann", b"Bob"), _CUT
    yield "locked", _OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), _LOCKED
    yield "locked-parts", _flagged(good), _LOCKED
    yield "other-packing", _packed(part, zipfile.ZIP_LZMA), "it is not packed as"
    yield "bomb", _packed(part, zipfile.ZIP_DEFLATED, b" " * 60_000_000), _UNFOLDS
    yield "bomb-that-lies", _lying(part), "not read - "
    yield "bomb-in-bomb", zipped({part: zipped({"a.zip": zipped({"b.zip": bytes(9_000_000)})})}), "not read - "
    yield "overlap", _overlapping(part), "not read - "
    yield "many-parts", zipped({part: "<a/>", **{f"{part}{n}": "" for n in range(6_000)}}), "it is not packed as"
    yield "twice", _twice(part), "not read - "
    yield "tail", good + bytes(70_000), _CUT
    yield "doctype", zipped({part: f"{_DOCTYPE('ha')}<d>&b;</d>"}), _OWN_WORDS
    yield "doctype-16", zipped({part: f"{_DOCTYPE('ha')}<d>&b;</d>".encode("utf-16")}), _OWN_WORDS
    ebcdic = f"<?xml version='1.0' encoding='cp037'?>{_DOCTYPE('ha' * 9_999)}<d>{'&b;' * 9_999}</d>".encode("cp037")
    yield "doctype-ebcdic", zipped({part: ebcdic}), "not read - "
    utf_7 = b"<?xml version='1.0' encoding='utf-7'?>" + f"{_DOCTYPE('ha')}<d>&b;</d>".encode("utf-7")
    yield "doctype-utf-7", zipped({part: utf_7}), "not read - "
    reaching = f'<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">{_w(_BODY)}'
    yield "doctype-elsewhere", zipped({part: reaching}), _OWN_WORDS


def _flagged(good: bytes) -> bytes:
    """The same zip, each part marked as encrypted."""
    held = bytearray(good)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := good.find(sign, at + 1)) >= 0:
            held[at + flags] |= 1
    return bytes(held)


def _packed(part: str, how: int, content: bytes = b"<a/>") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as file:
        file.writestr(zipfile.ZipInfo(part), content, compress_type=how)
    return held.getvalue()


def _lying(part: str) -> bytes:
    """A part of 60 MB that says it has 100 bytes."""
    held = bytearray(_packed(part, zipfile.ZIP_DEFLATED, b" " * 60_000_000))
    for sign, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = held.find(sign)
        held[at + size : at + size + 4] = struct.pack("<I", 100)
    return bytes(held)


def _overlapping(part: str, times: int = 3_000) -> bytes:
    """Parts that all unfold the same 10 MB."""
    packed = zlib.compress(b" " * 10_000_000, 9)[2:-4]
    sums = struct.pack("<III", zlib.crc32(b" " * 10_000_000), len(packed), 10_000_000)
    head = struct.pack("<4s5H", b"PK\x03\x04", 20, 0, 8, 0, 33) + sums + struct.pack("<2H", len(part), 0)
    listed = b""
    for n in range(times):
        name = part if not n else part.replace(".xml", f"{n}.xml")
        listed += struct.pack("<4s6H", b"PK\x01\x02", 20, 20, 0, 8, 0, 33) + sums
        listed += struct.pack("<5H2I", len(name), 0, 0, 0, 0, 0, 0) + name.encode()
    body = head + part.encode() + packed
    return body + listed + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, times, times, len(listed), len(body), 0)


def _twice(part: str) -> bytes:
    """A part of the same name twice, and names that lead elsewhere."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name in (part, "../../out.xml", "/etc/out.xml", "..\\out.xml", "C:\\out.xml", part):
            info = zipfile.ZipInfo(part.replace(part[-5:], "~.xml") if name == part and not file.filelist else name)
            info.external_attr = 0o120777 << 16  # a link, to whoever would unpack it
            info.filename = name
            file.writestr(info, "/etc/passwd")
    return held.getvalue()


def _shapes() -> Iterator[Hostile]:
    """Text no person would write."""
    yield "deep", document(_w("<w:sdt><w:sdtContent>" * 2_000)), _DEEP
    nested = p("Ann Lee")
    for _ in range(60):
        nested = table((nested + p(),))
    yield "deep-tables", word(nested), _DEEP
    yield "deep-runs", document(_w(f"<w:p>{'<w:ins>' * 100}<w:r><w:t>Ann</w:t></w:r>{'</w:ins>' * 100}</w:p>")), ""
    yield "attributes", document(_w(f"<w:p {numbered('a', 300_000)}/>")), "not read - "
    yield "namespaces", document(_w(f"<w:p {numbered('xmlns:a', 20_000)}/>")), "not read - "
    yield "long-word", word(p("abcdefghij" * 450_000)), _TOO_MUCH
    yield "long-name", document(f"<{'m' * 1_000_000}/>"), "not read - "
    yield "many-words", word(p("Ann Lee, Kent Police, was here. " * 3) * 60_000), "not read - "
    yield "many-cells", word(table(*[("a", "b") * 30] * 1_500)), ""
    yield (
        "wide-cells",
        word(table(("a",)).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr>')),
        "",
    )
    yield "odd-numbers", word(table(("a",)).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="²"/></w:tcPr>')), ""
    before = '<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>'
    yield "far-cells", word(table(("a",)).replace("<w:tr>", before)), ""
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    yield "open-fields", word(_BODY + p(field * 20_000 + "<w:r><w:t>Ann</w:t></w:r>")), ""
    yield "many-runs", word(_BODY + p("<w:r><w:t>a </w:t></w:r>" * 40_000)), ""
    yield "deleted-ends", word(p("Ann", "<w:rPr><w:del/></w:rPr>") * 20_000), ""
    yield "control-letters", document(_w(p("Ann \x0b\x1b[2J"))), _INNER
    yield "half-letters", document(_w(p("Ann &#xD800;"))), _INNER
    yield "no-letters", document(_w(_BODY + p("Ann &#xFFFD;\u202e\u2066 Lee"))), ""


def _inside() -> Iterator[Hostile]:
    """Styles, lists, relations and parts that lead in circles or elsewhere."""
    circle = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    styled = p("Ann", '<w:pStyle w:val="a"/>')
    yield "styles-in-circle", word(_BODY + styled, styles=circle), ""
    chain = "".join(f'<w:style w:styleId="a{n}"><w:basedOn w:val="a{n + 1}"/></w:style>' for n in range(9_000))
    yield "styles-in-chain", word(_BODY + p("Ann", '<w:pStyle w:val="a0"/>'), styles=chain), ""
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    link = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum>'
    yield "lists-in-circle", word(_BODY + item(1, 0, "Ann"), numbering=link + number, styles=circle), ""
    first = level(0, "lowerRoman", "%1.").replace('w:val="1"', 'w:val="999999999"')
    huge = f'<w:abstractNum w:abstractNumId="0">{first}</w:abstractNum>'
    yield "huge-number", word(_BODY + item(1, 0, "Ann"), numbering=huge + number), ""
    yield "huge-letter", word(_BODY + item(1, 0, "Ann"), numbering=huge.replace("Roman", "Letter") + number), ""
    yield "odd-level", word(_BODY + item(1, 99, "Ann") + item(1, -5, "Joe"), numbering=huge + number), ""
    yield "header-in-circle", _headed("document.xml"), ""
    yield "header-elsewhere", _headed("../../../etc/passwd"), ""
    yield (
        "main-elsewhere",
        document(_w(_BODY), {"_rels/.rels": relations(officeDocument="../../etc/passwd")}),
        "it is empty",
    )
    away = relations(image="http://127.0.0.1:9/a.png").replace("/>", ' TargetMode="External"/>')
    fetched = '<w:p><w:r><w:t>Ann</w:t></w:r><w:altChunk r:id="image"/></w:p><w:altChunk r:id="image"/>'
    yield "fetches", document(_w(_BODY + fetched), {"word/_rels/document.xml.rels": away}), ""
    template = relations(attachedTemplate="file:///etc/passwd")
    yield "template-elsewhere", document(_w(_BODY), {"word/_rels/settings.xml.rels": template}), ""
    yield "with-macros", document(_w(_BODY), {"word/vbaProject.bin": _OLE + bytes(900)}), ""
    yield "with-files", document(_w(_BODY), {"word/embeddings/a.exe": b"MZ" + bytes(900)}), ""
    yield "without-text", zipped({"word/styles.xml": "<a/>"}), "not read - "
    yield "pictures-alone", document(_w(""), {"word/media/a.png": b"\x89PNG"}), "it holds pictures and no text"
    yield "half", document(f'<w:document xmlns:w="{W}"><w:body><w:p>'), _INNER
    yield "not-its-letters", document(_w(_BODY).replace("Ann", "Zo\xeb").encode("latin-1")), _INNER


def _headed(target: str) -> bytes:
    """A paper whose page header is another part."""
    section = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr></w:pPr></w:p>'
    return document(_w(p("Ann Lee") + section), {"word/_rels/document.xml.rels": relations(header=target)})


def _sheets() -> Iterator[Hostile]:
    """Sheets no person would write."""
    cell = '<c r="A1" t="{}"><v>{}</v></c>'.format
    yield "empty", excel(""), "it is empty"
    yield "no-book", zipped({"xl/workbook.xml": "<a/>"}), _NO_BOOK
    yield "many-cells", excel("".join(f"<row>{'<c><v>1</v></c>' * 1_000}</row>" for _ in range(200))), _CELLS
    yield "many-rows", excel('<row r="1"/>' * 350_000), "not read - "
    yield (
        "far",
        excel('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "",
    )
    yield "too-far", excel('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), ""
    yield "too-wide", excel('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), "not read - "
    yield (
        "backwards",
        excel('<row r="9"><c r="C9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="-4"><c><v>3</v></c></row>'),
        "",
    )
    yield "no-string", excel(f"<row>{cell('s', 99)}</row>"), "not read - "
    yield "odd-number", excel(f"<row>{cell('n', '²')}{cell('n', '1' * 9_000)}</row>"), "not read - "
    yield "odd-day", excel(f"<row>{cell('d', '9999-99-99')}</row>"), "not read - "
    yield "no-number", excel(f"<row>{cell('n', 'NaN')}{cell('n', '1e999')}</row>"), ""
    yield "unknown-kind", excel(f"<row>{cell('zz', 'a')}</row>"), ""
    yield (
        "formulas",
        excel('<row><c t="str"><f>HYPERLINK("http://127.0.0.1:9")</f><v>=cmd|\' /C x\'!A0</v></c></row>'),
        "",
    )
    yield "long-cell", excel(f'<row><c t="inlineStr"><is><t>{"abcdefghij" * 450_000}</t></is></c></row>'), _TOO_MUCH
    yield "deep", excel("<row><c><is>" * 3_000), "not read - "
    yield "attributes", excel(f"<row {numbered('a', 300_000)}/>"), "not read - "
    yield (
        "merged",
        excel(
            '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData><row><c><v>1</v></c></row>'
        ),
        "",
    )
    yield "sheet-by-another-name", _renamed_bomb(), "not read - "


def _renamed_bomb() -> bytes:
    """A workbook whose sheet unfolds to 60 MB under a name that is no XML's."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(excel(""))) as good, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name in good.namelist():
            content = good.read(name).replace(b"sheet.xml", b"sheet.bin")
            content = (
                content.replace(b"<sheetData>", b"<sheetData>" + b" " * 60_000_000) if "sheet" in name else content
            )
            file.writestr(zipfile.ZipInfo(name.replace("sheet.xml", "sheet.bin")), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
