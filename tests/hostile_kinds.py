"""Files of kinds no reader is for, under their own and other names, and good papers in odd dress."""

from __future__ import annotations

import bz2
import codecs
import io
import lzma
import zipfile
from collections.abc import Iterator

from hostile_pdfs import one_page
from hostile_web import HEAD
from office_files import excel, item, level, p, relations, word, zipped

Hostile = tuple[str, bytes, str]

_PICTURE, _RECORDING, _LINK = "a picture", "a recording", "it is a link to a paper, not the paper"
_PACKED, _LIBRE, _MAIL = "a packed file", "a LibreOffice file", "a saved e-mail"
_LOCKED, _OUTLOOK = "it is locked with a password", "it is a message of Outlook's"
_ENDINGS = {  # of an analyst's folder, and what the line calls them
    "dot": "an old Word file", "docm": "a Word file with macros", "xlsm": "an Excel workbook with macros",
    "xlsb": "an Excel workbook", "pps": "an old PowerPoint file", "pptm": "a PowerPoint file", "odp": _LIBRE,
    "fodt": _LIBRE, "pages": "a file of Apple's Pages", "eml": _MAIL, "mht": "a web page with its pictures",
    "webarchive": "a web page with its pictures", "aspx": "a web page", "url": _LINK, "lnk": _LINK, "gdoc": _LINK,
    "zip": _PACKED, "7z": _PACKED, "tgz": _PACKED, "png": _PICTURE, "HEIC": _PICTURE, "tiff": _PICTURE,
    "mp4": _RECORDING, "m4a": _RECORDING, "p7m": "locked with a key", "gpg": "locked with a key",
    "one": "laid out for print", "xps": "laid out for print", "crdownload": "a download that was not finished",
    "tmp": "what a program keeps", "log": "plain text", "tsv": "a table in plain text", "iso": "this version reads",
}  # fmt: skip
_STARTS = {  # how a file of another kind begins, and what the line calls it
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", f"it is {_PICTURE} by another name"),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 ", f"it is {_PICTURE} by another name"),
    "bmp": (b"BM\xe8\x03\0\0\0\0\0\0\x36\0\0\0", f"it is {_PICTURE} by another name"),
    "film": (b"\0\0\0\x20ftypisom", f"it is {_RECORDING} by another name"),
    "sound": (b"RIFF\x24\0\0\0WAVEfmt ", f"it is {_RECORDING} by another name"),
    "bzip2": (bz2.compress(b"Minutes"), "it is a packed file (bzip2) by another name"),
    "xz": (lzma.compress(b"Minutes"), "it is a packed file (xz) by another name"),
    "zstd": (b"\x28\xb5\x2f\xfd", "it is a packed file (zstd) by another name"),
    "tar": (b"a.txt".ljust(257, b"\0") + b"ustar", "it is a packed file (tar) by another name"),
    "zip": (zipped({"a.txt": "Minutes"}), "it is a packed file (zip) by another name. Unpack it"),
    "shortcut": (b"[InternetShortcut]\r\nURL=https://example.org/minutes.pdf\r\n", _LINK),
    "shortcut-windows": (b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", _LINK),
    "letter-locked": (b"-----BEGIN PGP MESSAGE-----\n\nhQEM\n", "it is locked with a key"),
    "archive-of-safari": (b"bplist00\xd1\x01\x02", "it is a web page with its pictures in one file"),
    "of-a-mac": (b"\0\x05\x16\x07\0\x02\0\0Mac OS X", "it is what a program keeps for itself"),
}
_STREAMS = {  # a stream of the old Office frame, and what the line calls the file
    "WordDocument": "it is an old Word file by another name",
    "Workbook": "it is an old Excel file by another name",
    "PowerPoint Document": "it is an old PowerPoint file by another name",
    "__properties_version1.0": _OUTLOOK,
}


def kinds() -> Iterator[Hostile]:
    """Name, bytes and words of each."""
    for ending, said in _ENDINGS.items():
        yield f"kind.{ending}", bytes(900), f"it is {said}" if said[0] == "a" else said
    for name, (start, said) in _STARTS.items():
        for ending in (".txt", ".pdf") + ((".docx",) if name != "zip" else ()):
            yield f"{name}-as{ending}", start + bytes(300), said
    for stream, said in _STREAMS.items():
        for ending in (".txt", ".docx", ".xlsx", ".pdf"):
            yield f"{slug(stream)}-as{ending}", old_office(stream), said
    yield "locked-as.txt", old_office("EncryptedPackage"), _LOCKED
    yield from _pages_and_letters()
    yield from _wrappers()


def slug(stream: str) -> str:
    """A stream's name in a file's."""
    return stream.strip("_").split()[0].partition("_")[0].lower()


def old_office(stream: str) -> bytes:
    """The frame of old Office files, with one stream of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(900)


def _pages_and_letters() -> Iterator[Hostile]:
    page = "<!doctype html><html><body>Minutes</body></html>"
    yield "page-16.txt", page.encode("utf-16"), "it is a web page by another name"
    yield "rtf-16.txt", codecs.BOM_UTF16_LE + "{\\rtf1 Minutes}".encode("utf-16-le"), "it is an RTF file"
    yield "page-with-remark.txt", b"<!-- saved from url=(0014)about:internet -->\n" + page.encode(), "it is a web page"
    yield "page-as.xml", page.encode(), "it is a web page by another name. Give it the ending .html"
    yield "page-of-xml.xml", f'<?xml version="1.0"?>{page}'.encode(), "it is a web page by another name"
    yield "without-ending", b"Minutes of the Board\n", "it is plain text by another name. Give it the ending .txt"
    yield "pdf-without-ending", one_page(), "it is a PDF by another name. Give it the ending .pdf"
    office = b'<?xml version="1.0"?><?mso-application progid="%s"?><a/>'
    yield "word-as.xml", office % b"Word.Document", "it is a Word file saved as XML by another name"
    yield "excel-as.xml", office % b"Excel.Sheet", "it is an Excel file saved as XML by another name"
    head = b"Received: from a by b\n" * 200 + b"MIME-Version: 1.0\nContent-Type: multipart/%s; boundary=x\n\n--x\n"
    yield "letter-of-many-hands.txt", head % b"mixed", "it is a saved e-mail by another name"
    yield "letter-as.pdf", head % b"mixed", "it is a saved e-mail by another name"
    saved = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\n"
    yield "page-whole.html", saved + head % b"related", "it is a web page with its pictures in one file by another name"
    yield "~$board.docx", b"\x07Ann Lee" + bytes(154), "it is what a program keeps for itself"
    yield "pages-of-apple.docx", zipped({"Index/Document.iwa": "a"}), "it is a file of Apple's Pages"
    yield "binary.xlsx", zipped({"xl/workbook.bin": "a"}), "it is an Excel workbook with macros"


def _wrappers() -> Iterator[Hostile]:
    """Files that hold their text in another way than their kind does."""
    says = b"BT /F1 11 Tf 50 700 Td 14 TL (%s) ' ET"
    waits = b"If this message is not eventually replaced by the proper contents, your viewer cannot show it"
    yield "waits.pdf", one_page(says % waits), "it is a form that Adobe's own reader alone shows"
    holds = b"For the best experience, open this PDF portfolio in a later reader"
    yield "portfolio.pdf", one_page(says % holds), "it is a portfolio, a PDF that holds other files"
    yield "put-inside.docx", word('<w:altChunk r:id="header"/>'), "all its text lies in another file put inside"
    yield "framed.html", b"<html><body><iframe src=a></iframe></body></html>", "its text stands in a frame"
    days = b"Name,4 March 2014,3 June 2014\nAnn Lee,P,P\n"
    yield "open-at-end.csv", days + b'"Joe Dale,P,A\n', "a quote mark opens a cell that nothing closes"


def odd_dress() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of good papers in odd dress: each is read, whatever programs made of it."""
    text = "Wolds Board\nMinutes of the meeting held on 4 March 2014\n\nPresent: Ann Lee (Kent Police)\n"
    yield "two-marks.txt", codecs.BOM_UTF8 * 2 + text.encode()
    yield "unseen-marks.txt", text.replace("Ann", "A\u200bn\u00adn\u2060").encode()
    body = p("Wolds Board") + p("Minutes of the meeting held on 4 March 2014") + p("Present: Ann Lee (Kent Police)")
    with zipfile.ZipFile(io.BytesIO(word(body))) as file:
        held = {name: file.read(name) for name in file.namelist()}
    for name, target in {"dotted": "./word/document.xml", "there-and-back": "word/../word/document.xml"}.items():
        yield f"{name}.docx", zipped({**held, "_rels/.rels": relations(officeDocument=target)})
    long = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1" * 9_000)}</w:abstractNum>'
    listed = long + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    yield "long-numbers.docx", word(body + item(1, 0, "Ann noted it.") * 300, numbering=listed)
    yield "tabs.docx", word(body + p(f"<w:r>{'<w:tab/>' * 90_000}<w:t>x</w:t></w:r>"))
    yield "state.html", f"<body><script>a='{'QUJD' * 3_000_000}'</script>{HEAD}".encode()
    yield "junk-before.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + one_page()
    yield "white-space.txt", (text + "Present:" + " \t\u00a0" * 30_000 + "x\n").encode()
    gaps = "AGREED that Joe Dale report;" + " " * 190 + "x\nActions list" + " " * 190 + "x\n"
    yield "gaps.txt", (text + "\n1. Rent\n\n" + gaps * 9).encode()
    yield "duly.txt", (text + "\n1. Rent\n\nAnd then the Board " + "duly " * 90 + "went.\n").encode()
    yield "hyphens.txt", (text + "Apologies: " + "Anne-" * 18_000 + "Lee\n").encode()
    yield "blank-lines.txt", (text + "\n1. Rent\n\nNoted.\n" + "\n \n" * 15_000 + text).encode()
    yield "figures.txt", "\n".join(map(str, range(2_000))).encode()
    yield "actions.txt", (text + "\n1. Rent\n\n" + "Action: Ann Lee / Joe Dale\n" * 1_200).encode()
    yield "prose.txt", (text + "\n1. Rent\n\n" + "Ann Lee said that the council should report.\n" * 1_200).encode()
    yield "far-cells.xlsx", excel('<row r="1048576"><c t="inlineStr"><is><t>Ann</t></is></c></row>')
