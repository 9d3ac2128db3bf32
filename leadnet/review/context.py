"""The printed lines around what a question is about, masked as the study's mode asks."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from leadnet.build import CLOSED, Built
from leadnet.study import spread


class Lines(NamedTuple):
    """The filled lines of each paper in order (numbers and texts), masked, to look around in."""

    built: Built
    numbers: dict[str, list[int]]
    texts: dict[tuple[str, int], str]

    def around(self, doc_id: str, line: str) -> str:
        """A line (or `12-13`) of a paper with the filled line before and after it, as `doc:12 before / line / after`.

        "" for a line no paper has.
        """
        wanted = [int(cite.rpartition(":")[2]) for cite in spread(f"{doc_id}:{line}")]
        numbers = self.numbers.get(doc_id, [])
        found = [at for at, number in enumerate(numbers) if wanted[0] <= number <= wanted[-1]]
        if not found:
            return ""
        if doc_id in self.built.exempt:
            return f"{doc_id}:{line} {CLOSED}"
        near = numbers[max(0, found[0] - 1) : found[-1] + 2]
        return f"{doc_id}:{line} " + " / ".join(self.built.hide(self.texts[doc_id, number].strip()) for number in near)

    def of_mention(self, mention_id: str) -> str:
        """The lines around a mention (`doc:line:n`); "" for none."""
        return self.around(*mention_id.rsplit(":", 2)[:2]) if mention_id else ""


def lines_of(built: Built) -> Lines:
    """The lines of every paper of the study."""
    filled = built.lines[built.lines["text"].str.strip() != ""]
    numbers, texts = defaultdict(list), {}
    for doc_id, line, text in zip(filled["doc_id"], filled["line"].astype(int), filled["text"], strict=True):
        numbers[doc_id].append(line)
        texts[doc_id, line] = text
    return Lines(built, numbers, texts)
