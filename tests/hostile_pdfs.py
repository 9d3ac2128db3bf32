"""PDF files made to stop a reader."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

Hostile = tuple[str, bytes, str]

_TEXT = (
    b"BT /F1 11 Tf 50 780 Td 14 TL (Wolds Board) ' (Minutes of the meeting held on 4 March 2014) ' "
    b"(Present: Ann Lee, Kent Police; Joe Dale, Dover District Council) ' (1. Housing) ' "
    b"(It was AGREED that Joe Dale report to the next meeting of the board.) ' ET\n"
)
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_DAMAGED, _SCAN, _LETTERS = "it is damaged or was not copied whole", "it is a scan", "its letters cannot be told"
_LOCKED, _PAGES = "it is locked with a password", "and the most is 2,000"
_REFUSED = "not read - "


def pdf(objects: Sequence[bytes], trailer: bytes = b"", root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a right table of where they are."""
    held, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    ends = b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return held + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + ends % (
        len(objects) + 1, root, trailer, len(held))  # fmt: skip


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def one_page(
    content: bytes = _TEXT,
    page: bytes = b"/MediaBox [0 0 595 842]",
    font: bytes = _FONT,
    more: Sequence[bytes] = (),
    catalog: bytes = b"",
    resources: bytes = b"",
    how: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A PDF of one page; `more` are objects from number 6 on."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s /Resources << /Font << /F1 5 0 R >> %s >> >>"
            % (page, resources),
            stream(content, how),
            font,
            *more,
        ],
        trailer,
    )


def pdfs() -> Iterator[Hostile]:
    """Name, bytes and words of each."""
    found = (*_cut(), *_tables(), *_trees(), *_streams(), *_pages(), *_fonts(), *_drawn(), *_doing())
    for name, content, said in found:
        yield f"{name}.pdf", content, said


def _cut() -> Iterator[Hostile]:
    good = one_page()
    for tenth in range(1, 9):
        yield f"cut-at-{tenth}", good[: len(good) * tenth // 10], _REFUSED
    yield "header-alone", b"%PDF-1.7\n", _DAMAGED
    yield "no-header", good[9:], "not read - "
    yield "late-header", b" " * 900 + good, ""
    yield "end-alone", b"%PDF-1.7\nstartxref\n0\n%%EOF", _DAMAGED
    yield "zeros", b"%PDF-1.7\n" + bytes(100_000), _DAMAGED


def _tables() -> Iterator[Hostile]:
    """The table of objects and the trailer."""
    good = one_page()
    at = good.rindex(b"startxref")
    table = good.index(b"xref\n0")
    yield "no-table", good[:table] + good[good.index(b"trailer") :], ""
    yield "wrong-places", good[:table] + good[table:].replace(b"0000000", b"0000009"), ""
    yield "table-nowhere", good[:at] + b"startxref\n999999999999\n%%EOF", ""
    yield "table-is-itself", good[:at] + b"startxref\n%d\n%%%%EOF" % at, ""
    yield "table-in-circle", one_page(trailer=b"/Prev %d" % table), ""
    yield "table-of-millions", good[:table] + b"xref\n0 999999999\n" + good[table + 9 :], ""
    yield "no-root", good.replace(b"/Root 1 0 R", b"/Rood 1 0 R"), _DAMAGED
    yield "root-is-page", good.replace(b"/Root 1 0 R", b"/Root 3 0 R"), _REFUSED
    locks = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [(a) (a)]" % (b"o" * 32, b"u" * 32)
    yield "locked", one_page(trailer=locks), _LOCKED
    yield "locked-other-way", one_page(trailer=b"/Encrypt << /Filter /Nobody /V 9 >>"), "not read - "
    yield "locked-in-circle", one_page(trailer=b"/Encrypt 6 0 R", more=[b"6 0 R"]), ""
    held = stream(b"1 0 2 0 " * 50_000, b"/Type /ObjStm /N 999999999 /First 8")
    yield "objects-in-stream", one_page(more=[held, stream(b"", b"/Type /ObjStm /N 1 /First 4 /Extends 7 0 R")]), ""
    wide = stream(bytes(90), b"/Type /XRef /Size 99999999 /W [9 99 999] /Index [0 99999999] /Root 1 0 R")
    yield "wide-table", b"%PDF-1.7\n1 0 obj\n" + wide + b"\nendobj\nstartxref\n9\n%%EOF", _DAMAGED


def _trees() -> Iterator[Hostile]:
    """Pages in circles, in millions, or none."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>"
    yield "no-pages", pdf([catalog, kids % (b"", 0)]), _REFUSED
    yield "pages-in-circle", pdf([catalog, kids % (b"2 0 R", 5)]), _REFUSED
    yield "pages-in-two-circles", pdf([catalog, kids % (b"3 0 R", 9), kids % (b"2 0 R 3 0 R", 9)]), _REFUSED
    yield "million-pages-said", pdf([catalog, kids % (b"3 0 R", 999_999_999), page]), _REFUSED
    yield "fewer-than-none", pdf([catalog, kids % (b"3 0 R", -7), page]), _REFUSED
    yield "same-page-often", pdf([catalog, kids % (b"3 0 R " * 5_000, 5_000), page]), _PAGES
    yield (
        "many-pages",
        pdf([catalog, kids % (b" ".join(b"%d 0 R" % n for n in range(3, 2_103)), 2_100), *[page] * 2_100]),
        _PAGES,
    )
    chain = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1) for n in range(2, 3_000)]
    yield "deep-tree", pdf([catalog, *chain, page]), _REFUSED
    yield "empty-page", pdf([catalog, kids % (b"3 0 R", 1), page]), _SCAN
    yield "page-is-number", pdf([catalog, kids % (b"3 0 R", 1), b"42"]), _REFUSED
    yield "page-is-parent", pdf([catalog, kids % (b"3 0 R", 1), page.replace(b"2 0 R", b"3 0 R")]), _REFUSED


def _streams() -> Iterator[Hostile]:
    """Contents that lie about themselves or unfold."""
    flate = b"/Filter /FlateDecode"
    packed = zlib.compress(bytes(60_000_000), 9)
    yield "bomb", one_page(packed, how=flate), _REFUSED
    yield (
        "bomb-twice",
        one_page(zlib.compress(zlib.compress(bytes(200_000_000), 9), 9), how=b"/Filter [/FlateDecode /FlateDecode]"),
        _REFUSED,
    )
    yield (
        "bomb-in-lines",
        one_page(b"".join((b"0 1 2 3 4 " * 9, packed)), how=b"/Filter [" + b"/FlateDecode " * 900 + b"]"),
        _REFUSED,
    )
    yield (
        "bomb-of-text",
        one_page(zlib.compress(b"BT /F1 9 Tf (Ann Lee was here) Tj ET\n" * 500_000, 9), how=flate),
        "",
    )
    yield "runs", one_page(b"\x81 " * 900_000, how=b"/Filter /RunLengthDecode"), _REFUSED
    yield "unknown-filter", one_page(how=b"/Filter /Nobody"), ""
    yield "bad-deflate", one_page(b"not packed at all", how=flate), _SCAN
    good = one_page()
    yield "long-stream", good.replace(b"/Length", b"/Length 999999999 %"), ""
    yield "short-stream", good.replace(b"/Length ", b"/Length -"), ""
    yield "length-in-circle", good.replace(b"<< /Length %d" % len(_TEXT), b"<< /Length 4 0 R"), ""
    yield "contents-in-circle", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                     b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
                                     b"[4 0 R 4 0 R]"]), _SCAN  # fmt: skip
    yield "deep-arrays", one_page(_TEXT + b"[" * 900_000), ""
    yield "deep-dicts", one_page(more=[b"<< /A " * 200_000]), ""
    yield "deep-states", one_page(_TEXT + b"q " * 900_000), ""
    yield "open-string", one_page(_TEXT + b"BT (" + b"(" * 900_000), ""
    yield "numbers", one_page(_TEXT + b"9" * 900_000 + b" 0 Td " + b"1e99 -1e99 Td NaN inf Td\n" * 900), ""
    yield "no-operators", one_page(_TEXT + b"zz " * 900_000), ""


def _pages() -> Iterator[Hostile]:
    """Boxes and turns no printer has."""
    for name, box in {"box-of-nothing": b"0 0 0 0", "box-inside-out": b"595 842 0 0", "box-huge": b"0 0 1e30 1e30",
                      "box-of-words": b"/A /B /C /D", "box-short": b"0 0"}.items():  # fmt: skip
        yield name, one_page(page=b"/MediaBox [%s]" % box), ""
    for turn in (45, -90, 450, 99_999_999):
        yield f"turned-{turn}", one_page(page=b"/MediaBox [0 0 595 842] /Rotate %d" % turn), ""
    yield "huge-unit", one_page(page=b"/MediaBox [0 0 595 842] /UserUnit 1e30"), ""
    yield "far-letters", one_page(_TEXT + b"BT /F1 11 Tf 1e9 1e9 Td (Far) Tj -1e20 0 Td (Away) Tj ET"), ""
    yield "no-size-letters", one_page(_TEXT.replace(b"/F1 11", b"/F1 0")), ""
    yield "huge-letters", one_page(_TEXT.replace(b"/F1 11", b"/F1 1e20")), ""
    yield (
        "many-letters",
        one_page(b"BT /F1 1 Tf 50 780 Td " + b"(Ann Lee was here and there and then again) Tj\n" * 40_000 + b"ET"),
        _REFUSED,
    )
    yield "one-long-word", one_page(b"BT /F1 1 Tf 50 780 Td (" + b"a" * 300_000 + b") Tj ET"), ""
    yield "letters-on-letters", one_page(_TEXT + b"BT /F1 9 Tf 50 400 Td " + b"(Ann ) Tj -20 0 Td " * 9_000 + b"ET"), ""


def _fonts() -> Iterator[Hostile]:
    """Fonts that say nothing, the wrong thing, or themselves."""
    cid = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [%s] %s >>"
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (B) >> >>"
    coded = b"BT /F1 11 Tf 50 780 Td <%s> Tj ET" % b"".join(b"%04x" % (n % 90 + 3) for n in range(900))
    yield "no-map", one_page(coded, font=cid % (below, b"")), _REFUSED
    private = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <%s> endbfrange"
    for name, begins in {"private": b"e000", "halves": b"d800", "nothing": b"0000", "not-letters": b"fffe"}.items():
        map_ = cid % (below, b"/ToUnicode 6 0 R")
        yield f"map-to-{name}", one_page(coded, font=map_, more=[stream(private % begins)]), _REFUSED
    yield "font-is-itself", one_page(font=cid % (b"5 0 R", b"")), ""
    yield "font-is-number", one_page(font=b"42"), ""
    drawn = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 "
        b"/Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    yield (
        "font-draws-itself",
        one_page(b"BT /F1 9 Tf (AAAA) Tj ET", font=drawn, more=[stream(b"BT /F1 9 Tf (A) Tj ET")]),
        _REFUSED,
    )
    yield (
        "font-file-noise",
        one_page(font=_FONT[:-2] + b"/FontDescriptor << /FontFile2 6 0 R >> >>", more=[stream(bytes(range(256)) * 40)]),
        "",
    )
    cipher = bytes(
        ord("a") + (letter - ord("a") + 9) % 26 if 97 <= letter <= 122 else letter for letter in _TEXT.lower()
    )
    yield (
        "cipher",
        one_page(
            b"BT /F1 11 Tf 50 700 Td 14 TL " + b"(%s) ' " % cipher.replace(b"(", b"").replace(b")", b"") * 9 + b"ET"
        ),
        "",
    )


def _drawn() -> Iterator[Hostile]:
    """Pictures, forms and lines."""
    image = stream(
        b"\0", b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 %s"
    )
    boxes = b"/XObject << /X 6 0 R >>"
    yield "scan", one_page(b"q 595 0 0 842 0 0 cm /X Do Q", more=[image % (9, 9, b"")], resources=boxes), _SCAN
    yield "huge-picture", one_page(b"/X Do", more=[image % (1_000_000, 1_000_000, b"")], resources=boxes), _SCAN
    for name in ("JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode"):
        found = image % (60_000, 60_000, b"/Filter /%s" % name.encode())
        yield f"picture-{name[:4].lower()}", one_page(_TEXT + b"/X Do", more=[found], resources=boxes), ""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    itself = stream(b"/X Do /X Do", form % 6)
    yield "form-in-itself", one_page(_TEXT + b"/X Do", more=[itself], resources=boxes), ""
    doubling = [stream(b"/X Do /X Do", form % (n + 1)) for n in range(6, 36)]
    yield (
        "forms-doubling",
        one_page(_TEXT + b"/X Do", more=[*doubling, stream(_TEXT, b"/Subtype /Form /BBox [0 0 9 9]")], resources=boxes),
        "",
    )
    grid = b"".join(
        b"%d 0 m %d 800 l S 0 %d m 590 %d l S\n" % (n % 590, n % 590, n % 800, n % 800) for n in range(20_000)
    )
    yield "many-lines", one_page(_TEXT + grid), ""
    yield "long-path", one_page(_TEXT + b"0 0 m " + b"9 9 l 500 700 l " * 200_000 + b"S"), ""
    yield "many-boxes", one_page(_TEXT + b"0 0 590 1 re f 5 5 1 800 re f\n" * 20_000), ""


def _doing() -> Iterator[Hostile]:
    """What would run, start or fetch in a viewer."""
    doing = {
        "script": b"/OpenAction << /S /JavaScript /JS (while\\(1\\){app.alert\\(1\\)}) >>",
        "starts": b"/OpenAction << /S /Launch /F (/bin/sh) >>",
        "fetches": b"/OpenAction << /S /URI /URI (http://127.0.0.1:9/) >>",
        "sends": b"/OpenAction << /S /SubmitForm /F (http://127.0.0.1:9/) >>",
        "goes-elsewhere": b"/OpenAction << /S /GoToR /F (//127.0.0.1/share/a.pdf) >>",
        "form-of-xml": b"/AcroForm << /XFA [(a) 6 0 R] >>",
        "holds-files": b"/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>",
        "names-in-circle": b"/Names 1 0 R /Dests 1 0 R /Outlines 1 0 R /StructTreeRoot 1 0 R",
    }
    for name, catalog in doing.items():
        yield name, one_page(catalog=catalog, more=[stream(b"<xdp/>")]), ""
    yield "also-a-zip", one_page() + b"PK\x05\x06" + bytes(18), ""
