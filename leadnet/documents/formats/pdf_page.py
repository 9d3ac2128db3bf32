"""What stands on one page of a PDF: words with their boxes, and the ruling lines, measured from the top left corner."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Turn = Callable[[float, float], tuple[float, float]]

_HAIR = 3.0  # points: a drawn box thinner than this is a line
_SPACES = frozenset((0, 9, 10, 13, 32, 0xA0, 0x2000, 0x2002, 0x2003, 0x2009, 0x200B, 0x202F, 0xFEFF))
_LETTERS = {
    0x02: "-",  # how pdfium gives a hyphen at the end of a line
    0xFFFE: "-",
    0xAD: "-",
    0x2010: "-",
    0x2011: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xF0B7: "•",  # the bullets of Word's Symbol and Wingdings fonts
    0xF0A7: "•",
    0xF0D8: "•",
    0xF0FC: "•",
    0xF02D: "-",
}
_NAME, _FLAGS = ctypes.create_string_buffer(96), ctypes.c_int()  # where pdfium writes the name of a font
_PLACE, _MATRIX = (ctypes.c_double(), ctypes.c_double()), raw.FS_MATRIX()  # where it writes places
_REACH = (-0.21, 0.91)  # of the type's size: below and above the base line
_WHOLE = 0.9  # of the type's size: a lower box is no higher than the ink
_BOLD = (b"bold", b"black", b"heavy", b"demi")


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them; `order` is their place in the file's own stream."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    order: int
    bold: bool

    @property
    def height(self) -> float:
        """Height of the letters' box: a little more than the size of the type."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line: level where top equals bottom, upright where left equals right."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it runs across the page."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True)
class Page:
    """One page: its height, words in stream order, ruling lines, letters without a meaning, and pictures."""

    number: int
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    letters: int
    unmapped: int


def page_of(page: pdfium.PdfPage, number: int) -> Page:
    """Everything on a page that has a place."""
    turn, height = _turned(page)
    text = page.get_textpage()
    try:
        letters = list(_letters(text.raw, turn))
        words = tuple(_words(text.raw, letters))
    finally:
        text.close()
    unmapped = sum(_meaningless(letter[0]) for letter in letters)
    return Page(number, height, words, tuple(_rules(page, turn)), len(letters), unmapped)


def _turned(page: pdfium.PdfPage) -> tuple[Turn, float]:
    """How a point of the file comes to stand on the page as shown, and the page's height as shown."""
    wide, high = page.get_size()
    left, bottom, right, top = page.get_mediabox()
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation()], high


Letter = tuple[int, float, float, float, float, int]  # code, left, right, top, bottom, place in the stream


def _letters(text: raw.FPDF_TEXTPAGE, turn: Turn) -> Iterator[Letter]:
    """Each letter, in a box as high as its line of type; a space is one with an empty box."""
    loose = raw.FS_RECTF()
    for place in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in _SPACES or not raw.FPDFText_GetLooseCharBox(text, place, loose):
            yield (32, 0.0, 0.0, 0.0, 0.0, place)
            continue
        left, bottom, right, top = _high_as_type(text, place, loose)
        (x0, y0), (x1, y1) = turn(left, top), turn(right, bottom)
        yield (code, min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1), place)


def _high_as_type(text: raw.FPDF_TEXTPAGE, place: int, loose: raw.FS_RECTF) -> tuple[float, float, float, float]:
    """A letter's box: pdfium's, which is hardly higher than the ink where the font does not say how high its type is.

    There it reaches from below to above the base line as letters of its size do, so that "cat" and "(cap)" are alike.
    """
    raw.FPDFText_GetMatrix(text, place, _MATRIX)
    across, up = (raw.FPDFText_GetFontSize(text, place) * part for part in (_MATRIX.c, _MATRIX.d))
    left, bottom, right, top = loose.left, loose.bottom, loose.right, loose.top
    high = top - bottom if abs(up) > abs(across) else right - left
    if high > _WHOLE * max(abs(up), abs(across)):
        return left, bottom, right, top
    raw.FPDFText_GetCharOrigin(text, place, *_PLACE)
    x, y = (edge.value for edge in _PLACE)
    xs, ys = [x + across * reach for reach in _REACH], [y + up * reach for reach in _REACH]
    return min(left, *xs), min(bottom, *ys), max(right, *xs), max(top, *ys)


def _words(text: raw.FPDF_TEXTPAGE, letters: Sequence[Letter]) -> Iterator[Word]:
    """Letters put together to words; slanted ones (a DRAFT across the page) are left out."""
    word: list[Letter] = []
    for letter in letters:
        if word and (letter[0] == 32 or _apart(word[-1], letter)):
            yield from _word(text, word)
            word = []
        if letter[0] != 32:
            word.append(letter)
    if word:
        yield from _word(text, word)


def _apart(last: Letter, letter: Letter) -> bool:
    """Whether a letter stands too far from the last one to be of the same word."""
    size = max(last[4] - last[3], 1.0)
    lower = abs((last[3] + last[4]) - (letter[3] + letter[4])) > size
    return lower or letter[1] - last[2] > 0.25 * size or letter[1] < last[1] - 0.3 * size


def _word(text: raw.FPDF_TEXTPAGE, word: Sequence[Letter]) -> Iterator[Word]:
    first = word[0][5]
    if 0.1 < raw.FPDFText_GetCharAngle(text, first) % 1.5707963 < 1.47:
        return
    codes, lefts, rights, tops, bottoms, _ = zip(*word, strict=True)
    printed = "".join(_LETTERS.get(code) or chr(code) for code in codes)
    yield Word(printed, lefts[0], max(rights), min(tops), max(bottoms), first, _bold(text, first))


def _bold(text: raw.FPDF_TEXTPAGE, place: int) -> bool:
    raw.FPDFText_GetFontInfo(text, place, _NAME, len(_NAME), _FLAGS)
    return _is_bold(_NAME.value)


@lru_cache(maxsize=256)
def _is_bold(name: bytes) -> bool:
    return any(word in name.lower() for word in _BOLD)


def _meaningless(code: int) -> bool:
    """A letter of the private use area, a control or a replacement mark: the font has no Unicode map."""
    private = 0xE000 <= code <= 0xF8FF and code not in _LETTERS
    half = 0xD800 <= code <= 0xDFFF
    return private or half or code == 0xFFFD or (code < 32 and code not in _LETTERS)


def _rules(page: pdfium.PdfPage, turn: Turn) -> Iterator[Rule]:
    """The lines drawn on a page: strokes, the sides of stroked boxes, and filled boxes as thin as a hair."""
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(shape.raw, fill, stroke)
        corners = list(_corners(shape, turn))
        if stroke.value:
            yield from _sides(corners)
        elif fill.value and corners:
            yield from _hair([point for _, point in corners])


def _corners(shape: pdfium.PdfObject, turn: Turn) -> Iterator[tuple[bool, tuple[float, float]]]:
    """The points of a path as they stand on the page, each with whether the pen was lifted to get there."""
    matrix = shape.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begun: tuple[float, float] | None = None
    for place in range(min(raw.FPDFPath_CountSegments(shape.raw), 5000)):
        segment = raw.FPDFPath_GetPathSegment(shape.raw, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn(*matrix.on_point(x.value, y.value))
        lifted = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        begun = point if lifted else begun
        yield lifted, point
        if raw.FPDFPathSegment_GetClose(segment) and begun:
            yield False, begun


def _sides(corners: Sequence[tuple[bool, tuple[float, float]]]) -> Iterator[Rule]:
    for (_, (x0, y0)), (lifted, (x1, y1)) in zip(corners, corners[1:], strict=False):
        if lifted:
            continue
        if abs(y0 - y1) < 1 <= abs(x0 - x1):
            yield Rule(min(x0, x1), max(x0, x1), (y0 + y1) / 2, (y0 + y1) / 2)
        elif abs(x0 - x1) < 1 <= abs(y0 - y1):
            yield Rule((x0 + x1) / 2, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _hair(points: Sequence[tuple[float, float]]) -> Iterator[Rule]:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if bottom - top < _HAIR <= right - left:
        yield Rule(left, right, (top + bottom) / 2, (top + bottom) / 2)
    elif right - left < _HAIR <= bottom - top:
        yield Rule((left + right) / 2, (left + right) / 2, top, bottom)
