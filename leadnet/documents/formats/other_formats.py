"""Formats this version does not read, by the ending and by the first bytes: what a file is, and what to do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

Told = tuple[str, str]  # what it is, and what to do with it

WORD_OLD: Told = ("an old Word file", "Open it, save it as .docx")
EXCEL_OLD: Told = ("an old Excel file", "Open it, save it as .xlsx")
SLIDES_OLD: Told = ("an old PowerPoint file", "Open it, save it as .pdf")
LIBRE: Told = ("a LibreOffice file", "Open it, save it as .docx or .xlsx")
APPLE: Told = ("a file of Apple's Pages, Numbers or Keynote", "Export it from there as .docx, .xlsx or .pdf")
EXCEL_OTHER: Told = ("an Excel workbook with macros, a template or a binary one", "Open it, save it as .xlsx")
RTF: Told = ("an RTF file", "Open it in Word, save it as .docx")
OUTLOOK: Told = ("a message of Outlook's", "Open it, save its text as .txt and what is attached beside it")
MAIL: Told = ("a saved e-mail", "Open it in your mail program, save its text as .txt and what is attached beside it")
PAGE: Told = ("a web page", "Give it the ending .html")
PAGE_WHOLE: Told = ("a web page with its pictures in one file", "Open it in a browser, save it as .html")
LINK: Told = ("a link to a paper, not the paper", "Open it, save what it leads to")
PACKED: Told = ("a packed file", "Unpack it, name the papers in it")
LOCKED: Told = ("locked with a key or signed as a whole", "Unlock it, name the paper in it")
PICTURE: Told = ("a picture", "Run text recognition (OCR) on it, save what comes of it as .pdf or .txt")
RECORDING: Told = ("a recording", "Ask for the minutes, or have it written down and saved as .txt")
PASSWORD: Told = ("locked with a password", "Open it in Word or Excel, take the password away, save it")
UNFINISHED: Told = ("a download that was not finished", "Fetch the paper once more")
KEPT: Told = ("what a program keeps for itself beside a paper", "Name the paper itself")
PRINTED: Told = ("laid out for print in another format", "Open it, print it to a PDF")
TEXT: Told = ("plain text", "Give it the ending .txt")

_ENDINGS = (
    (".doc .dot .wps .wpd", WORD_OLD),
    (".docm .dotx .dotm", ("a Word file with macros, or a template", "Open it, save it as .docx")),
    (".xls .xlt", EXCEL_OLD),
    (".xlsm .xlsb .xltx .xltm", EXCEL_OTHER),
    (".ppt .pps", SLIDES_OLD),
    (".pptx .pptm .ppsx", ("a PowerPoint file", "Open it, save it as .pdf")),
    (".rtf", ("an RTF file", "Open it, save it as .docx")),
    (".odt .ott .fodt .sxw", ("a LibreOffice file", "Open it, save it as .docx")),
    (".ods .ots .fods .sxc", ("a LibreOffice file", "Open it, save it as .xlsx")),
    (".odp .odg .otp .fodp", ("a LibreOffice file", "Open it, save it as .pdf")),
    (".pages .numbers .key", APPLE),
    (".msg .oft", OUTLOOK),
    (".eml .emlx", MAIL),
    (".mht .mhtml .webarchive", PAGE_WHOLE),
    (".xhtml .shtml .asp .aspx .php .jsp", PAGE),
    (".url .lnk .webloc .desktop .gdoc .gsheet .gslides", LINK),
    (".zip .7z .rar .tar .gz .tgz .bz2 .xz .zst .cab .z", PACKED),
    (".png .jpg .jpeg .jfif .heic .heif .tif .tiff .gif .bmp .webp .avif .svg .emf .wmf", PICTURE),
    (".mp3 .m4a .wav .wma .ogg .aac .flac .mp4 .m4v .mov .avi .wmv .mkv .webm", RECORDING),
    (".p7m .p7s .gpg .pgp .asc", LOCKED),
    (".one .pub .vsd .vsdx .mpp .xps .oxps .djvu .ps .eps .epub .mobi", PRINTED),
    (".crdownload .part .partial .download .opdownload", UNFINISHED),
    (".tmp .bak .asd .wbk", KEPT),
    (".text .markdown .log", TEXT),
    (".tsv .tab", ("a table in plain text", "Give it the ending .csv")),
)
_BY_ENDING = {ending: told for endings, told in _ENDINGS for ending in endings.split()}
_OWN = ("~$", "._", ".~lock.")  # how Word's, a Mac's and LibreOffice's own files beside a paper are called

WITHOUT_A_NAME = (LINK, LOCKED, PASSWORD, KEPT)  # of these it is not said that they go by another name

# How files begin, in small letters.
_BEGINS: tuple[tuple[bytes, Told], ...] = (
    (b"{\\rtf", RTF),
    (b"%!ps", ("a PostScript file", "Print it to a PDF")),
    (b"\x1f\x8b", ("a packed file (gzip)", PACKED[1])),
    (b"7z\xbc\xaf\x27\x1c", ("a packed file (7z)", PACKED[1])),
    (b"rar!\x1a\x07", ("a packed file (RAR)", PACKED[1])),
    (b"bzh", ("a packed file (bzip2)", PACKED[1])),
    (b"\xfd7zxz\x00", ("a packed file (xz)", PACKED[1])),
    (b"\x28\xb5\x2f\xfd", ("a packed file (zstd)", PACKED[1])),
    (b"\x1f\x9d", PACKED),
    (b"\x89png", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"gif8", PICTURE),
    (b"ii*\x00", PICTURE),
    (b"mm\x00*", PICTURE),
    (b"id3", RECORDING),
    (b"oggs", RECORDING),
    (b"flac", RECORDING),
    (b"\x1ae\xdf\xa3", RECORDING),
    (b"bplist00", PAGE_WHOLE),
    (b"l\x00\x00\x00\x01\x14\x02\x00", LINK),
    (b"[internetshortcut]", LINK),
    (b"-----begin pgp message", LOCKED),
    (b"\x00\x05\x16\x07", KEPT),
)
# What else the first bytes show, as Office's own XML and the two frames pictures and recordings share.
_SHOWS: tuple[tuple[re.Pattern[bytes], Told], ...] = (
    (re.compile(rb"(?s).{4}ftyp(?:hei|hev|mif|msf|avi)"), PICTURE),
    (re.compile(rb"(?s).{4}ftyp"), RECORDING),
    (re.compile(rb"(?s)riff.{4}webp"), PICTURE),
    (re.compile(rb"(?s)riff.{4}(?:wave|avi )"), RECORDING),
    (re.compile(rb"(?s)bm.{4}\x00{4}"), PICTURE),
    (re.compile(rb"(?s).{257}ustar"), ("a packed file (tar)", PACKED[1])),
    (
        re.compile(
            rb"(?s)<\?xml.{0,200}progid=.word\.document|<\?xml.{0,400}office/(?:word/2003/wordml|2006/xmlpackage)"
        ),
        ("a Word file saved as XML", "Open it in Word, save it as .docx"),
    ),
    (
        re.compile(rb"(?s)<\?xml.{0,200}progid=.excel\.sheet|<\?xml.{0,400}office:spreadsheet\b"),
        ("an Excel file saved as XML", "Open it in Excel, save it as .xlsx"),
    ),
)
OLE = b"\xd0\xcf\x11\xe0"
# What the names of the streams show a file of the old Office frame to be; the locked one has no other.
_STREAMS = (
    ("EncryptedPackage", PASSWORD),
    ("__properties_version1.0", OUTLOOK),
    ("WordDocument", WORD_OLD),
    ("PowerPoint Document", SLIDES_OLD),
    ("Workbook", EXCEL_OLD),
)


def by_name(name: str, ending: str) -> Told | None:
    """What a file of this name and ending is, where no reader is for it; None where the name does not tell.

    >>> by_name("board.zip", ".zip")
    ('a packed file', 'Unpack it, name the papers in it')
    """
    return KEPT if name.startswith(_OWN) else _BY_ENDING.get(ending)


def by_start(start: bytes) -> Iterator[Told]:
    """What the first bytes, in small letters, show a file to be.

    >>> next(by_start(b"rar!\\x1a\\x07"))[0]
    'a packed file (RAR)'
    """
    yield from (told for begins, told in _BEGINS if start.startswith(begins))
    yield from (told for shows, told in _SHOWS if shows.match(start))


def of_old_office(content: bytes) -> Told | None:
    """What a file in the frame of old Office files is; None where it does not say."""
    found = (told for stream, told in _STREAMS if stream.encode("utf-16-le") in content)
    return next(found, None) if content.startswith(OLE) else None
