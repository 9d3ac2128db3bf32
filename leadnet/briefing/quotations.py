"""Where words in quotation marks stand in the papers."""

from __future__ import annotations

from leadnet.briefing.tokens import folded
from leadnet.build import Built

_RUN_ON = 3  # lines a quotation may run over


class PaperLines:
    """The lines of a study's papers as quotations are compared with them; those of exempt papers are left out."""

    def __init__(self, built: Built):
        rows = built.lines[~built.lines["doc_id"].isin(built.exempt)]
        self._built = built
        self._lines = [(row.doc_id, row.line, folded(row.text).strip()) for row in rows.itertuples()]

    def cite_of(self, words: str) -> str:
        """The first line (or lines it runs over) that holds these words as it may be shown; "" when none does."""
        sought = folded(words).strip()
        for size in range(1, _RUN_ON + 1) if sought else ():
            for at in range(len(self._lines) - size + 1):
                run = self._lines[at : at + size]
                (doc, first, _), (last_doc, last, _) = run[0], run[-1]
                if doc == last_doc and sought in " ".join(text for *_, text in run) and self._shown(run, sought):
                    return f"{doc}:{first}" if size == 1 else f"{doc}:{first}-{last}"
        return ""

    def _shown(self, run: list[tuple[str, object, str]], sought: str) -> bool:
        """Whether the words still stand there when the mask has taken out who may not be named."""
        texts = (self._built.hide(self._built.texts[f"{doc}:{line}"]) for doc, line, _ in run)
        return sought in folded(" ".join(texts))
