"""A reader who knows the truth: answers every question of the room of names, as a person would sign it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.study.schema import JUDGEMENTS
from leadnet.study.tables import split

_SIGNED = {"by": "the truth", "on": "2024-04-01", "because": "known, because the county is made up"}


class Oracle:
    """Answers by the truth, for one kind of name.

    `mentions` has mention_id, printed, doc_id and body_id; `truth` gives each mention's true id, blank where no reader
    could know it; `found`, for people, the id each mention was given, because a question may name a found person: then
    the one is meant whom most of that person's mentions are of. An org_id means itself.
    """

    def __init__(self, kind: str, mentions: pd.DataFrame, truth: pd.Series, found: pd.Series | None = None):
        self.kind, self.truth = kind, truth
        self.meaning = {} if found is None else most_of(truth, found)
        groups = {} if found is None else found.groupby(found).groups
        self.reached = {person: list(of_person) for person, of_person in groups.items()}
        for row in mentions.itertuples():
            for place in {row.mention_id, f"{row.doc_id}: {row.printed}", f"{row.body_id}: {row.printed}", row.printed}:
                self.reached.setdefault(place, []).append(row.mention_id)

    def answer(self, questions: pd.DataFrame) -> pd.DataFrame:
        """The rows of judgements a reader would sign for these questions.

        `same` with the candidate it is, else `different` for each candidate (of an organisation `same` with the org_id
        it is); `unsure` where the mentions at the question's place are not all of one id, or nobody could know.
        """
        rows = [row for question in questions.itertuples() for row in self._verdicts(question)]
        numbered = [{"question_id": f"q-{n:06d}", **row, **_SIGNED} for n, row in enumerate(rows, start=1)]
        return JUDGEMENTS.frame(numbered)

    def mentions_asked(self, questions: pd.DataFrame) -> set[str]:
        """The mentions an answer to these questions would reach."""
        return {mention for left in questions["left"] for mention in self.reached.get(left, ())}

    def _verdicts(self, question: object) -> Iterator[dict]:
        common = {"kind": self.kind, "left": question.left, "scope": question.scope}
        candidates, true = split(question.right), self._means(question.left)
        if not true:
            yield {**common, "right": question.right, "verdict": "unsure"}
        elif same := [right for right in candidates if self._means(right) == true]:
            yield {**common, "right": same[0], "verdict": "same"}
        elif self.kind == "organisation":
            yield {**common, "right": true, "verdict": "same"}
        else:
            yield from ({**common, "right": right, "verdict": "different"} for right in candidates)

    def _means(self, named: str) -> str:
        """The true id of what a question names: a found person, a place that names mentions, or an id; "" if unsure."""
        if named in self.meaning:
            return self.meaning[named]
        ids = {self.truth[mention] for mention in self.reached.get(named, ())}
        return min(ids) if len(ids) == 1 else "" if ids else named


def most_of(truth: pd.Series, found: pd.Series) -> dict[str, str]:
    """For each found group the true id most of its mentions have, the first of equals.

    >>> most_of(pd.Series(["a", "b", "b"]), pd.Series(["x", "x", "x"]))
    {'x': 'b'}
    """
    counts = pd.DataFrame({"truth": truth, "found": found}).groupby(["found", "truth"]).size().reset_index(name="n")
    best = counts.sort_values(["found", "n", "truth"], ascending=[True, False, True]).drop_duplicates("found")
    return dict(zip(best["found"], best["truth"], strict=True))
