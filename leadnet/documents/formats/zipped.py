"""Word and Excel files are zips of XML: opened within bounds, so that a small file cannot unfold into a huge one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from leadnet.documents.model import Unread

MOST_XML = 50 * 1024 * 1024  # bytes of XML a paper may unfold to; the longest minutes tried had 3 MB
_RATIO = 200  # times its packed size; real papers stay under 50
_SMALL = 5 * 1024 * 1024  # below this the ratio does not matter
_PARTS = 5000
_ELEMENTS = 2_000_000
_DEEP = 120  # elements inside one another; a table in a table in a text box has about 40
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLE = b"\xd0\xcf\x11\xe0"
_OTHERS = ((b"%PDF", "a PDF", ".pdf"), (b"<", "a web page or XML", ".html"))
_MAIN = {".docx": "word/", ".xlsx": "xl/"}
LEFT_ALONE = ("word/media/", "word/embeddings/", "word/fonts/", "xl/media/", "xl/embeddings/")  # never unfolded
_MADE_BY = {".docx": "Word", ".xlsx": "Excel"}


class Parts:
    """The XML parts of one Office file, read one at a time; `Unread`, in one line, for whatever is wrong with it."""

    def __init__(self, content: bytes, file: str, ending: str):
        self.file, self.program = file, _MADE_BY[ending]
        _signature(content, file, ending)
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise self.unread("it is cut off or damaged", f"Open it in {self.program}, save it again") from None
        self.left = MOST_XML
        self._bounds()
        self._is(ending)

    def unread(self, why: str, do: str) -> Unread:
        """The one line: why it was not read, and what to do."""
        return Unread(f"{self.file}: not read - {why}. {do} and try again.")

    def _bounds(self) -> None:
        parts = [part for part in self.zip.infolist() if not part.filename.startswith(LEFT_ALONE)]
        if any(part.flag_bits & 1 for part in self.zip.infolist()):
            raise self.unread("it is locked with a password", "Take the password away, save it")
        if any(part.compress_type not in _PLAIN for part in parts) or len(self.zip.infolist()) > _PARTS:
            raise self.unread(f"it is not packed as {self.program} packs", f"Open it in {self.program}, save it again")
        size, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
        if size > MOST_XML or (size > _SMALL and size > _RATIO * max(packed, 1)):
            raise self._unfolds()

    def _unfolds(self) -> Unread:
        return self.unread(
            f"it unfolds to more text than any paper has (over {MOST_XML // 1024 // 1024} MB, or {_RATIO} times its "
            "size)",
            "Do not trust it: ask who sent it for a PDF",
        )

    def _is(self, ending: str) -> None:
        names = self.zip.namelist()
        if any(name.startswith(_MAIN[ending]) for name in names):
            return
        for other, folder in _MAIN.items():
            if any(name.startswith(folder) for name in names):
                made_by = _MADE_BY[other]
                raise self.unread(f"it is a file of {made_by} by another name", f"Give it the ending {other}")
        raise self.unread(f"it is a zip and holds nothing of {self.program}", "Unpack it, name the papers in it")

    def names(self) -> list[str]:
        """The names of all parts."""
        return self.zip.namelist()

    def read(self, name: str) -> bytes:
        """One part, unfolded; empty where the file has none of that name."""
        try:
            info = self.zip.getinfo(name)
        except KeyError:
            return b""
        try:
            with self.zip.open(info) as part:
                content = part.read(self.left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError):
            raise self.unread("it is cut off or damaged", f"Open it in {self.program}, save it again") from None
        self.left -= len(content)
        if self.left < 0:
            raise self._unfolds()
        if b"<!DOCTYPE" in content.replace(b"\0", b"") or b"<!ENTITY" in content:
            raise self.unread(
                "it defines words of its own inside (a DOCTYPE), which no real paper does", "Ask for a PDF"
            )
        return content

    def children(self, name: str, of: str) -> Iterator[etree._Element]:
        """The elements right below the first element called `of` in a part, one at a time, each forgotten after use."""
        content = self.read(name)
        if not content:
            return
        depth, inside = 0, 0
        try:
            for count, (event, element) in enumerate(_events(content)):
                depth += 1 if event == "start" else -1
                if depth > _DEEP or count > 2 * _ELEMENTS:
                    raise self.unread("it is built deeper or larger than any paper", "Ask for a PDF")
                if event == "start" and not inside and element.tag.rpartition("}")[2] == of:
                    inside = depth
                elif event == "end" and inside and depth == inside:
                    yield element
                    element.clear()
                elif event == "end" and inside and depth < inside:
                    return
        except etree.XMLSyntaxError:
            raise self.unread("its inner text is damaged", f"Open it in {self.program}, save it again") from None


def _events(content: bytes) -> etree.iterparse:
    return etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _signature(content: bytes, file: str, ending: str) -> None:
    """Unread where the first bytes show that it is no zip."""
    if not content or content.startswith(b"PK"):
        return
    program = _MADE_BY[ending]
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            why, do = "it is locked with a password", "Take the password away, save it"
        else:
            why, do = f"it is an old {program} file or locked with a password", f"Save it in {program} as {ending}"
        raise Unread(f"{file}: not read - {why}. {do} and try again.")
    if content.lstrip()[:8].startswith(b"{\\rtf"):
        raise Unread(
            f"{file}: not read - it is an RTF file by another name. Open it in Word, save it as .docx and try again."
        )
    for signature, name, other in _OTHERS:
        if content.lstrip()[:8].startswith(signature):
            raise Unread(f"{file}: not read - it is {name} by another name. Give it the ending {other} and try again.")
    raise Unread(
        f"{file}: not read - it is no {program} file. Open it in {program}, save it as {ending} and try again."
    )
