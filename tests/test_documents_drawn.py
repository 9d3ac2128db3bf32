"""A grammar of layouts: made-up meetings drawn at random and printed by independent options, then read back.

title: one line, body over "Minutes of the meeting held on", "Minutes of the X held on", "X - Minutes", a letterhead in
capitals over two lines, a table of labels, the day first, "At a meeting of".
number: 1. / 1 / 1.0 / Item 1: / 75/04 / Minute No. 12 / FB12 / 1) / paragraphs 1.1 below / paragraphs numbered through
under bare titles / none in capitals / none underlined / a table with a column for actions.
look: in title case, in capitals, the text run on behind a stop or a colon, with the number of a report.
decided: RESOLVED, AGREED:, "It was agreed that", "The Board agreed that", "Agreed -", RECOMMENDED, "Decision:", NOTED.
limbs: one; (i) and (ii); bullets; a) and b); 1. and 2.; (i) and (ii) on one line.
action: "Action: JH to", "ACTION - name to", "Action: task (JH)", "[Action: JH]", in prose, at the right, as a list.
damage: none, lines wrapped, heads of pages within, gaps doubled, no gaps, signs that do not break.

Each value of each option is held against four meetings in which everything else is drawn.
"""

from __future__ import annotations

import random
import re
import textwrap

import pytest

from leadnet.documents import as_json, read_paper

OPTIONS = {
    "title": ("one line", "held on", "minutes of", "dash", "letterhead", "labels", "day first", "at a meeting"),
    "number": (
        *("1.", "1", "1.0", "Item 1:", "75/04", "Minute No. 1", "FB1", "1)"),
        *("paragraphs", "through", "capitals", "underlined", "table"),
    ),
    "look": ("title", "capitals", "stop", "colon", "report"),
    "decided": (
        *("RESOLVED that", "AGREED:", "It was agreed that", "The Board agreed that"),
        *("Agreed -", "RECOMMENDED:", "Decision:", "NOTED"),
    ),
    "limbs": ("one", "(i)", "•", "a)", "1.", "on one line"),
    "action": ("Action:", "ACTION -", "(JH)", "[Action: JH]", "prose", "right", "list"),
    "damage": ("none", "wrapped", "pages", "doubled", "no gaps", "signs"),
}
BODIES = ("Vale Flood Partnership", "Ambershire Rural Transport Board", "Mill Town Safety Forum")
TITLES = ("Flood Plan", "Transport Strategy", "Rural Crime", "Funding Bids", "Health Inequalities", "Housing Update")
TALK = (
    "The report set out the position at the end of September and members discussed the figures.",
    "In response to a question, TR explained that the funding had been found last year by the county.",
    "Members welcomed the progress that had been made and thanked officers for their work.",
)
CLAUSES = ("the draft map be adopted", "the bid be supported", "the farms be told of the rain", "the budget be kept")
TASKS = ("send the map to all partners", "call the Environment Agency", "write to the Minister")
KINDS = {"RES": "resolved", "REC": "recommended", "NOT": "noted"}  # all other marks tell of what was agreed


class Meeting:
    """A meeting and its paper: one option fixed, all others drawn."""

    def __init__(self, seed: int, option: str, value: str):
        self.draw = draw = random.Random(f"{seed} {option} {value}")
        self.option = {name: draw.choice(values) for name, values in OPTIONS.items()} | {option: value}
        self._allow()
        self.body = draw.choice(BODIES)
        self.items: list[tuple[str, str]] = []
        self.limbs: list[tuple[str, str]] = []
        self.blocks = [*self._head(), "Present: Jane Hill (JH), Tom Roe (TR), Ann Lee (AL)"]
        self.paragraph = 0
        titles = ["Welcome and Introductions", "Minutes of the Last Meeting", *draw.sample(TITLES, 4)]
        for count, title in enumerate(titles, start=1):
            self._item(count, title)

    def _allow(self) -> None:
        """Options that no paper has together give way to plain ones."""
        bare = ("through", "capitals", "underlined", "table")
        if self.option["number"] in bare and self.option["look"] in ("stop", "colon", "capitals"):
            self.option["look"] = "title"
        if self.option["number"] in ("table", "underlined", "through") and self.option["damage"] in (
            "wrapped",
            "no gaps",
        ):
            self.option["damage"] = "none"
        if self.option["number"] == "table" and self.option["damage"] == "pages":
            self.option["damage"] = "none"
        if self.option["action"] == "right" and (
            self.option["number"] == "table" or self.option["damage"] == "wrapped"
        ):
            self.option["action"] = "Action:"
        if self.option["decided"] == "NOTED":
            self.option["limbs"] = "one"

    def _head(self) -> list[str]:
        body, words = self.body, self.body.upper().split()
        return {
            "one line": [f"{body} Minutes 4 May 2011"],
            "held on": [body, "Minutes of the meeting held on Wednesday 4 May 2011 at Mill Hall"],
            "minutes of": [f"Minutes of the {body} held on 4th May 2011 at Mill Hall"],
            "dash": [f"{body} - Minutes", "4 May 2011, 10.00 am", "Mill Hall"],
            "letterhead": [" ".join(words[:2]), " ".join(words[2:]), "MINUTES OF MEETING HELD ON 4 MAY 2011"],
            "labels": [body, "Minutes", "Date: 4 May 2011\nTime: 10am\nVenue: Mill Hall"],
            "day first": ["4th May 2011", f"{body} - notes of meeting"],
            "at a meeting": [f"At a meeting of the {body} held at Mill Hall on 4 May 2011."],
        }[self.option["title"]]

    def _item(self, count: int, title: str) -> None:
        number, shown = self._number(count)
        look = self.option["look"]
        title = f"{title} (Report {count})" if look == "report" and count > 2 else title
        title = title.upper() if "capitals" in (look, self.option["number"]) else title
        self.items.append((number, title))
        text = [self.draw.choice(TALK)]
        if count > 2:
            text += [*self._decided(), *self._action()]
        head = f"{shown} {title}".strip()
        if look in ("stop", "colon"):
            head, text = f"{head}{'.' if look == 'stop' else ':'} {text[0]}", text[1:]
        if self.option["number"] == "underlined":
            head = f"{head}\n{'-' * len(head)}"
        if self.option["number"] == "table":
            rows = [row for block in text for row in block.split("\n")]
            self.blocks.append("\n".join([f"{count}\t{title}\t", *(f"\t{row}\t" for row in rows)]))
            return
        self.blocks += [head, *(self._paragraph(count, block) for block in text)]

    def _number(self, count: int) -> tuple[str, str]:
        form = self.option["number"]
        if form in ("through", "capitals", "underlined"):
            return "", ""
        plain = {"paragraphs": "1.", "table": "1"}.get(form, form)
        shown = f"{count + 74}/04" if form == "75/04" else plain.replace("1", str(count), 1)
        return re.sub(r"^(?:Item|Minute No\.) |[.):]$", "", shown), shown

    def _paragraph(self, count: int, block: str) -> str:
        if block not in TALK or self.option["number"] not in ("paragraphs", "through"):
            return block
        self.paragraph += 1
        return f"{self.paragraph}. {block}" if self.option["number"] == "through" else f"{count}.1 {block}"

    def _decided(self) -> list[str]:
        mark, limbs = self.option["decided"], self.option["limbs"]
        kind = KINDS.get(mark[:3], "agreed")
        if mark == "NOTED":
            self.limbs.append((kind, "the report on the river"))
            return ["NOTED the report on the river."]
        clauses = self.draw.sample(CLAUSES, 1 if limbs == "one" else 2)
        self.limbs += [(kind, clause) for clause in clauses]
        if limbs == "one":
            return [f"{mark} {clauses[0]}."]
        lead = f"{mark.rstrip(':- ')}:"
        if limbs == "on one line":
            return [f"{lead} (i) {clauses[0]}; and (ii) {clauses[1]}."]
        signs = {"(i)": "(ii)", "a)": "b)", "1.": "2."}
        return [lead, f"{limbs} {clauses[0]}; and\n{signs.get(limbs, limbs)} {clauses[1]}."]

    def _action(self) -> list[str]:
        task, form = self.draw.choice(TASKS), self.option["action"]
        told = {"(JH)": task, "[Action: JH]": "A new map was to be drawn", "right": "A new map was to be drawn"}
        self.limbs.append(("action", told.get(form, f"JH to {task}")))
        return {
            "Action:": [f"Action: JH to {task} by 30 June."],
            "ACTION -": [f"ACTION - JH to {task} by 30 June"],
            "(JH)": [f"Action: {task[0].upper()}{task[1:]} (JH)"],
            "[Action: JH]": ["The map was late. A new map was to be drawn. [Action: JH]"],
            "prose": [f"The map was late. JH to {task}."],
            "right": [f"The map was late. A new map was to be drawn.{' ' * 12}JH"],
            "list": ["Actions:", f"• JH to {task} by 30 June"],
        }[form]

    def text(self) -> str:
        """The paper, its layout damaged as drawn."""
        blocks, damage = self.blocks, self.option["damage"]
        if self.option["number"] == "table":
            at = next(place for place, block in enumerate(blocks) if block.startswith("1\t"))
            blocks = [*blocks[:at], "Item\tDiscussion\tAction\n" + "\n".join(blocks[at:])]
        if damage == "wrapped":
            blocks = ["\n".join(textwrap.fill(row, 78) for row in block.split("\n")) for block in blocks]
        text = {"doubled": "\n\n\n", "no gaps": "\n"}.get(damage, "\n\n").join(blocks)
        rows = text.split("\n")
        if damage == "pages":
            for page, at in enumerate(range(30, len(rows), 30), start=1):
                rows[at + 3 * page - 3 : at + 3 * page - 3] = ["", f"Page {page} of 9", f"{self.body} - 4 May 2011"]
        text = "\n".join(rows)
        return text.replace(" of ", " of\u00a0").replace(". ", ".\u00a0") if damage == "signs" else text


def plain(words: object) -> str:
    """The words alone."""
    return " ".join(re.findall(r"\w+", str(words or "").lower()))


@pytest.mark.parametrize(("option", "value"), [(name, value) for name, values in OPTIONS.items() for value in values])
def test_what_was_drawn_is_read_back_whatever_the_layout(tmp_path, option, value):
    lost: list[tuple] = []
    for seed in range(4):
        drawn = Meeting(seed, option, value)
        (tmp_path / "paper.txt").write_text(drawn.text(), encoding="utf-8")
        read = as_json([read_paper(tmp_path / "paper.txt")])["meetings"][0]
        items = {(plain(item["number"]), plain(item["title"])) for item in read["items"]}
        limbs = [(limb["kind"], plain(limb["text"])) for item in read["items"] for limb in item["decisions"]]
        lost += [(seed, "item", *item) for item in drawn.items if (plain(item[0]), plain(item[1])) not in items]
        for kind, words in drawn.limbs:
            found = next((limb for limb in limbs if limb[0] == kind and plain(words) in limb[1]), None)
            lost += [] if found else [(seed, kind, words)]
            limbs = [limb for limb in limbs if limb is not found]
        lost += [(seed, "added", *limb) for limb in limbs]
        lost += (
            [] if (plain(read["body"]), read["date"]) == (plain(drawn.body), "2011-05-04") else [(seed, read["body"])]
        )
    assert not lost, drawn.option
