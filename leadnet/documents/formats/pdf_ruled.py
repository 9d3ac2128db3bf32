"""Tables drawn with ruling lines: cells from the lines, words to the cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from leadnet.documents.formats.pdf_page import Page, Rule, Word
from leadnet.documents.formats.pdf_rows import Row, rows_of
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.words.posts import is_organisation
from leadnet.documents.words.vocabulary import word_set

_NEAR = 2.5  # points within which two lines are one
# What keeps its hyphen at the end of a line
_PREFIXES = word_set("""
    vice self non co mid ex half semi cross multi well one two three four first second third year follow decision policy
    evidence community county city council place person
""")
_MOST = 2000  # ruling lines on a page: more is a map or a chart


def ruled_tables(page: Page) -> tuple[list[Row], list[Word]]:
    """Each ruled table as one row at its place, and the words outside all of them."""
    tables: list[Row] = []
    words = list(page.words)
    for rules in _touching(page.rules) if len(page.rules) <= _MOST else ():
        grid = _Grid(rules)
        inside = [word for word in words if grid.holds(word)]
        cut = page.number > 1 and bool(grid.ys) and not any(word.bottom < grid.ys[0] for word in words)
        table = grid.table(inside, 1 if cut else 2)
        if table:
            tables.append(table)
            taken = set(map(id, inside))
            words = [word for word in words if id(word) not in taken]
    return tables, words


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The lines in groups that touch one another; a frame round the page is none of a table's."""
    groups: list[tuple[list[float], list[Rule]]] = []  # the box of a group and its lines
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left)):
        box, mine = [rule.left, rule.right, rule.top, rule.bottom], [rule]
        apart = []
        for other, theirs in groups:
            if _overlap(box, other) and any(_meet(one, two) for one in mine for two in theirs):
                box = [min(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), max(box[3], other[3])]
                mine = theirs + mine
            else:
                apart.append((other, theirs))
        groups = [*apart, (box, mine)]
    yield from (mine for _, mine in groups if len(mine) > 3)


def _overlap(one: Sequence[float], two: Sequence[float]) -> bool:
    across = one[0] <= two[1] + _NEAR and two[0] <= one[1] + _NEAR
    return across and one[2] <= two[3] + _NEAR and two[2] <= one[3] + _NEAR


def _meet(one: Rule, two: Rule) -> bool:
    return _overlap((one.left, one.right, one.top, one.bottom), (two.left, two.right, two.top, two.bottom))


class _Grid:
    """The levels and uprights of one table, and which sides between its fields are drawn."""

    def __init__(self, rules: Sequence[Rule]):
        self.level = [rule for rule in rules if rule.level]
        self.upright = [rule for rule in rules if not rule.level]
        self.ys = _distinct(rule.top for rule in self.level)
        self.xs = _distinct(rule.left for rule in self.upright)

    def holds(self, word: Word) -> bool:
        """Whether a word stands within the table."""
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return bool(self.xs and self.ys) and self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]

    def table(self, words: Sequence[Word], least: int) -> Row | None:
        """The cells' texts row by row; None where the lines make no table, or fewer columns than `least` have words.

        At the top of a page, one column with words may be the rest of a row the page break cut in two.
        """
        if len(self.xs) < 3 or len(self.ys) < 2 or not words:
            return None
        fields: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            fields.setdefault(self._field(word), []).append(word)
        if len({column for _, column in fields}) < least:
            return None
        columns = range(len(self.xs) - 1)
        rows = [[self._text(fields.get((row, at), []), at) for at in columns] for row in range(len(self.ys) - 1)]
        self._repeat(rows)
        cells = tuple(tuple(row) for row in rows if any(row))
        return Row((), self.xs[0], self.xs[-1], self.ys[0], self.ys[-1], cells)

    def _repeat(self, rows: list[list[str]]) -> None:
        """An organisation in a cell that is joined over several rows stands in each of them that has anything."""
        for place in range(1, len(rows)):
            for column, (above, here) in enumerate(zip(rows[place - 1], rows[place], strict=True)):
                if not here and any(rows[place]) and is_organisation(above) and not self._parted(place, column):
                    rows[place][column] = above

    def _parted(self, row: int, column: int) -> bool:
        """Whether a line is drawn between a field and the one above it."""
        x, y = (self.xs[column] + self.xs[column + 1]) / 2, self.ys[row]
        return any(abs(side.top - y) <= _NEAR and side.left - 1 <= x <= side.right + 1 for side in self.level)

    def _field(self, word: Word) -> tuple[int, int]:
        """Row and column of a word; where no side is drawn, those of the first field of the joined cell."""
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        while column and not any(
            abs(side.left - self.xs[column]) <= _NEAR and side.top - 1 <= y <= side.bottom + 1 for side in self.upright
        ):
            column -= 1
        x = max(x, self.xs[column] + 1)
        while row and not any(
            abs(side.top - self.ys[row]) <= _NEAR and side.left - 1 <= x <= side.right + 1 for side in self.level
        ):
            row -= 1
        return row, column

    def _text(self, words: Sequence[Word], column: int) -> str:
        if not words:
            return ""
        padding = min(word.left for word in words) - self.xs[column]
        return cell_text(rows_of(words), self.xs[column + 1] - padding, ended=True)


def _distinct(values: Iterator[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def cell_text(rows: Sequence[Row], border: float, ended: bool = False) -> str:
    """The lines of a cell as one; a word broken because the column is too narrow for it is put together again.

    `border` is how far to the right the words of this cell may reach. With `ended`, a line that stopped though the next
    word had room behind it was ended by its author, and stays a line of its own.
    """
    text = ""
    left = min(row.left for row in rows)
    for above, row in zip((None, *rows), rows, strict=False):
        if above and _broken(above, row, border):
            text += row.text
        elif above and ended and (_had_room(above, row, border - left) or _next_person(above, row)):
            text += f"\n{row.text}"
        else:
            text = join(text, row.text)
    return text


def join(text: str, more: str) -> str:
    """Two lines of a paragraph as one, a word parted by a hyphen put together.

    >>> join("the Safer Communities partner-", "ship met"), join("the Vice-", "Chair")
    ('the Safer Communities partnership met', 'the Vice-Chair')
    """
    if text.endswith("-") and text[-2:-1].isalpha() and more[:1].isalpha():
        before = re.split(r"[\s(-]", text[:-1])[-1].lower()
        return text + more if more[0].isupper() or before in _PREFIXES else text[:-1] + more
    return f"{text} {more}" if text else more


def _had_room(above: Row, row: Row, width: float) -> bool:
    """Whether the first word of a row would have fitted behind the row above, in a cell of this width."""
    word = row.words[0]
    return above.right - above.left + 0.5 * row.height + word.right - word.left < width


def _next_person(above: Row, row: Row) -> bool:
    """A name over a name, as in a cell that lists those present; not where the line above hangs."""
    names = begins_with_name(above.text) and begins_with_name(row.text)
    return names and not re.search(r"(?:[,;&(–-]|\b(?:and|of|for|the))$", above.text)


def _broken(above: Row, row: Row, border: float) -> bool:
    """A cell of "Wh" over "en?": one word that filled the column, with the rest of it below."""
    word, rest = above.words[0], row.words[0]
    letter = (rest.right - rest.left) / len(rest.text)
    short = min(len(word.text), len(rest.text)) <= 2
    return len(above.words) == 1 and short and word.right + letter > border and rest.text[0] not in "([-–"
