"""Files made to stop a reader: at least 150, in every format, the same bytes on every machine.

Each is a name, its bytes, and words of the line that refuses it; blank words where it may be read, if without harm.
"""

from __future__ import annotations

import codecs
import gzip
import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path

from hostile_kinds import kinds
from hostile_pdfs import pdfs
from hostile_web import web_pages
from hostile_zips import excel_files, word_files
from office_files import zipped

Hostile = tuple[str, bytes, str]

MINUTES = (
    "Wolds Board\nMinutes of the meeting held on 4 March 2014\n\nPresent: Ann Lee (Kent Police), Joe Dale (Dover DC)\n"
    "\n1. Housing\n\nIt was AGREED that Joe Dale report by 1 May 2014.\n"
)
NOT_TEXT, EMPTY, TOO_MUCH = (
    "it is not text",
    "it is empty. Ask for the paper again",
    "it holds more text than any paper",
)
_PICTURE, _PACKED = "it is a picture by another name. Run text recognition", "by another name. Unpack it"
_SIGNS = {  # how the bytes begin, and the words of the line
    "picture-png": (b"\x89PNG\r\n\x1a\n", _PICTURE),
    "picture-jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", _PICTURE),
    "picture-tiff": (b"II*\x00", _PICTURE),
    "packed-gzip": (b"\x1f\x8b\x08\x00", _PACKED),
    "packed-7z": (b"7z\xbc\xaf\x27\x1c", _PACKED),
    "packed-rar": (b"Rar!\x1a\x07\x00", _PACKED),
    "program": (b"\x7fELF\x02\x01\x01\x00", NOT_TEXT),
    "program-windows": (b"MZ\x90\x00\x03\x00", NOT_TEXT),
    "database": (b"SQLite format 3\x00", NOT_TEXT),
    "recording": (b"ID3\x03\x00", "it is a recording by another name"),
    "mail-of-outlook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NOT_TEXT),
}
_RTF = b"{\\rtf1\\ansi\\pard Minutes of the Board held on 4 March 2014\\par Present: Ann Lee\\par}"
_PAGE = b"<!doctype html><html><body><p>Minutes of the Board held on 4 March 2014</p></body></html>"
_MAIL = b"From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes without any order, the same each time."""
    return random.Random(seed).randbytes(size)


def hostile_files() -> Iterator[Hostile]:
    """All of them that are a file of their own bytes."""
    for some in (small_files, _lines, web_pages, word_files, excel_files):
        yield from some()


def small_files() -> Iterator[Hostile]:
    """Those that are made, and mostly read or refused, at once."""
    for some in (_texts, _tables, _misnamed, _told_by_their_bytes, kinds, pdfs):
        yield from some()


def _texts() -> Iterator[Hostile]:
    """Bytes that are no letters, or not the letters they claim to be."""
    yield "empty.txt", b"", EMPTY
    yield "blank.md", b" \t\r\n" * 5000, EMPTY
    yield "mark-alone.txt", codecs.BOM_UTF8, EMPTY
    yield "mark-16-alone.txt", codecs.BOM_UTF16_LE, EMPTY
    yield "nuls.txt", bytes(5000), NOT_TEXT
    yield "nuls-between.txt", MINUTES.encode().replace(b"\n", b"\n\0"), NOT_TEXT
    yield "nul-gaps.md", MINUTES.encode() + bytes(3), NOT_TEXT
    yield "noise.txt", noise(5000), NOT_TEXT
    yield "noise-without-nuls.txt", noise(5000).replace(b"\0", b"a"), NOT_TEXT
    for name, (sign, said) in _SIGNS.items():
        yield f"{name}.txt", sign + noise(3000), said
    yield "ebcdic.txt", MINUTES.encode("cp037"), "its letters are of no coding used for English"
    yield "cyrillic.md", ("Протокол заседания. " * 90).encode("koi8-r"), "its letters are of no coding used for English"
    yield "utf-32.txt", MINUTES.encode("utf-32-le"), NOT_TEXT
    yield "utf-16-cut.txt", codecs.BOM_UTF16_LE + MINUTES.encode("utf-16-le")[:-3], ""
    yield "utf-16-halves.txt", codecs.BOM_UTF16_LE + MINUTES.encode("utf-16-le") + b"\x00\xd8" * 50, ""
    yield "utf-8-halves.txt", MINUTES.encode() + b"Zo\xed\xa0\x80 \xed\xb0\x80 Lee\n", ""
    yield "utf-8-overlong.txt", MINUTES.encode() + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80\n", ""
    yield "utf-7.txt", MINUTES.encode() + b"+ADw-script+AD4-\n", ""
    yield "every-letter.txt", (MINUTES + "".join(map(chr, range(32, 0xD800, 7)))).encode(), ""
    yield "no-letters-of-unicode.txt", (MINUTES + "\ufffe\uffff\ufdd0 \U0010ffff\n" * 20).encode(), ""
    yield "two-ways.txt", (MINUTES + "Present: \u202eeeL nnA\u202c \u2066(Kent\u2069 Police)\n" * 20).encode(), ""
    yield "unseen.md", (MINUTES + "A\u200bn\u200bn\u200d L\u2060e\ufeffe\n" * 50).encode(), ""
    yield "terminal.txt", (MINUTES + "Noted by \x1b]0;owned\x07\x1b[2J Ann Lee\n" + "Rent.\n" * 90).encode(), ""
    yield "heaped.txt", (MINUTES + "Z" + "\u0301" * 40_000 + "\n").encode(), ""
    yield "line-ends.txt", MINUTES.replace("\n", "\r").encode() * 3 + b"\x0b\x0c\x1c\x1d\x85 \xe2\x80\xa8", ""


def _lines() -> Iterator[Hostile]:
    """Texts whose letters are right and whose size or shape is of no paper."""
    yield "one-line.txt", b"Present: " + b"Ann Lee, " * 2_100_000, TOO_MUCH
    yield "one-word.txt", b"a" * 19_000_000, TOO_MUCH
    yield "too-large.txt", b"Ann Lee\n" * 6_500_000, "it is 50 MB and the most is 20 MB"
    yield "ten-million-lines.txt", b"\n" * 10_000_000 + b"Minutes\n", TOO_MUCH
    yield "million-names.txt", b"Present:\n" + b"Ann Lee, Kent Police\n" * 900_000, TOO_MUCH
    yield "names.txt", MINUTES.encode() + b"Ann Lee, Kent Police\n" * 2_000, ""
    yield "names-in-line.txt", b"Wolds Board\nMinutes, 4 March 2014\nPresent: " + b"Ann Lee (Kent Police), " * 900, ""
    yield "spaces.txt", MINUTES.encode() + b"Present:" + b" " * 90_000 + b"x\n", ""
    yield "tabs.txt", MINUTES.encode() + b"\t" * 90_000 + b"Ann\n", ""
    yield "dots.txt", MINUTES.encode() + b"Ann Lee" + b"." * 90_000 + b" Kent\n", ""
    yield "brackets.txt", MINUTES.encode() + b"Present: " + b"(" * 40_000 + b")" * 40_000 + b"\n", ""
    yield "pipes.md", MINUTES.encode() + b"|" * 90_000 + b"\n" + b"|-" * 40_000 + b"\n", ""
    yield "commas.txt", MINUTES.encode() + b"Apologies: " + b"A, " * 5_000 + b"\n", ""
    yield "initials.txt", MINUTES.encode() + b"Present: " + b"A B. " * 4_000 + b"\n", ""
    yield "digits.txt", MINUTES.encode() + b"1" * 90_000 + b". Housing\n" + b"4 March " + b"9" * 9_000 + b"\n", ""
    yield "small-digits.txt", (MINUTES + "²³. Housing\n4 March ²⁰¹⁴\n① Roads\n٣. Rent\n൧/൨/൩\n" * 40).encode(), ""
    yield "numbered.txt", MINUTES.encode() + b"".join(b"1." * n + b" Rent\n" for n in range(1, 400)), ""
    yield "no-days.txt", MINUTES.encode() + b"31 February 2014, 99/99/9999, 0/0/0, 32nd May 0000, 29.2.1900\n" * 400, ""
    yield "many-days.txt", MINUTES.encode() + b"the meeting held on 4 March 2014, " * 2_500 + b"\n", ""
    yield "headings.txt", MINUTES.encode() + b"Present:\nApologies:\nIn attendance:\n" * 700, ""
    yield "items.txt", MINUTES.encode() + b"".join(b"%d. Roads\n\nAGREED.\n\n" % n for n in range(1_000)), ""
    yield "marks.md", MINUTES.encode() + b"#" * 40_000 + b" a\n" + b"> " * 20_000 + b"\n" + b"* " * 20_000 + b"\n", ""
    yield "links.md", MINUTES.encode() + b"[" * 30_000 + b"](http://127.0.0.1/" + b"![a](file:///etc/passwd)" * 900, ""


def _tables() -> Iterator[Hostile]:
    """CSV files no spreadsheet would write."""
    days = ",".join(f"{day} March 2024" for day in range(1, 29))
    yield "empty.csv", b"", EMPTY
    yield "commas-alone.csv", b",,,,\n" * 4000, EMPTY
    yield "million-columns.csv", b"Name" + b",4 March 2024" * 1_000_000, TOO_MUCH
    yield "million-cells.csv", (b"1," * 999 + b"1\n") * 1000, "it has more than 100,000 filled cells"
    yield "wide.csv", b"Name" + b",4/3/24" * 900 + b"\nAnn Lee" + b",P" * 900, ""
    yield "open-quote.csv", f'Name,{days}\n"Ann Lee,P\n'.encode() + b"Joe Dale,P\n" * 9_000, "cannot be taken apart"
    yield "quotes.csv", f"Name,{days}\n".encode() + b'"' * 60_000 + b"\n", ""
    yield "nuls.csv", f"Name,{days}\nAnn\0Lee,P\n".encode(), NOT_TEXT
    yield "ragged.csv", f"Name,{days}\n".encode() + b"".join(b"Ann," + b"P," * n + b"\n" for n in range(300)), ""
    yield "formulas.csv", f"Name,{days}\n=HYPERLINK(\"http://127.0.0.1\";A1),P\n@SUM(1),=cmd|'/C x'!A0\n".encode(), ""
    yield "noise.csv", noise(4000, 2), NOT_TEXT
    yield "same-day.csv", b"Name" + b",4 March 2024" * 60 + b"\n" + (b"Ann Lee" + b",P" * 60 + b"\n") * 60, ""


def _misnamed() -> Iterator[Hostile]:
    """What no reader is for, and formats under another's name."""
    for ending, said in {
        ".doc": "it is an old Word file",
        ".rtf": "it is an RTF file",
        ".msg": "a message of Outlook",
    }.items():
        yield f"paper{ending}", noise(900), said
    for ending in (".exe", ".json", ""):
        yield f"paper-as{ending}", noise(900), "this version reads"
    for ending in (".pdf", ".docx", ".xlsx", ".html", ".xml"):
        yield f"noise{ending}", noise(3000, 3), "not read - "
        yield f"words{ending}", MINUTES.encode(), "" if ending == ".html" else "not read - "
        yield f"none{ending}", b"", EMPTY


def _told_by_their_bytes() -> Iterator[Hostile]:
    """Kinds of files whose own bytes say what they are, under names of other kinds."""
    for ending in (".txt", ".md", ".csv", ".html", ".pdf", ".docx"):
        yield f"rtf-as{ending}", _RTF, "it is an RTF file by another name. Open it in Word, save it as .docx"
    for ending in (".txt", ".md", ".csv", ".pdf"):
        yield f"page-as{ending}", _PAGE, "it is a web page by another name. Give it the ending .html"
        yield f"postscript-as{ending}", b"%!PS-Adobe-3.0\n(Minutes) show showpage\n", "it is a PostScript file"
    for ending in (".txt", ".html"):
        yield f"mail-as{ending}", _MAIL + b"TWludXRlcw==\n" * 400, "it is a saved e-mail by another name"
        yield f"json-as{ending}", b'{"minutes": [' + b'{"present": ' * 400, "it is JSON, data for programs"
    yield "xml-as.txt", b'<?xml version="1.0"?><meeting/>', "it is XML by another name"
    for ending in (".txt", ".docx", ".xlsx", ".pdf"):
        odt = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
        yield f"odt-as{ending}", odt, "it is a LibreOffice file by another name"
        yield f"slides-as{ending}", zipped({"ppt/presentation.xml": "<a/>"}), "it is a PowerPoint file by another name"
        yield f"gzip-as{ending}", gzip.compress(MINUTES.encode(), mtime=0), _PACKED


def on_disk(folder: Path) -> Iterator[tuple[Path, str]]:
    """What is no file of bytes: gigabytes of nothing, folders, pipes, devices, links; each with its words."""
    for ending in (".txt", ".csv", ".docx", ".xlsx", ".pdf", ".html", ".xml"):
        with (folder / f"gigabyte{ending}").open("wb") as file:
            file.truncate(1024**3)
        yield folder / f"gigabyte{ending}", "it is 1024 MB and the most is 20 MB"
    (folder / "folder.docx").mkdir()
    yield folder / "folder.docx", "it is a folder"
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(folder / "talk.txt"))
    links = {"zero.txt": "/dev/zero", "random.pdf": "/dev/urandom", "null.csv": "/dev/null", "input.html": "/dev/stdin"}
    for name, target in links.items():
        (folder / name).symlink_to(target)
    for name in ("pipe.txt", "talk.txt", *links):
        yield folder / name, "it is no file with a paper in it"
    for name, target in {"nowhere.txt": "gone.txt", "round.txt": "round.txt"}.items():
        (folder / name).symlink_to(target)
        yield folder / name, "not read - "
    for name in ("two\nlines.txt", "\x1b[2Jclear.txt", "\u202etxt.odd.txt", os.fsdecode(b"zo\xeb.txt"), "--json.txt"):
        (folder / name).write_bytes(bytes(700))
        yield folder / name, "not text"
    yield folder / f"{'long' * 80}.txt", "not read - "
