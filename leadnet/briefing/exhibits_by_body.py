"""The exhibits of a study of many meetings: by body, by window and by tier."""

from __future__ import annotations

import pandas as pd

from leadnet import figures
from leadnet.briefing import behind_charts
from leadnet.briefing.content import FigureExhibit, TableExhibit
from leadnet.briefing.counts import number, share
from leadnet.briefing.exhibits import each, interval, ledger_row, one, shorts_of_bodies, stage_cites
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, day, listed, long_date, sentence

_LATEST = 3  # actions a table shows; all of them are in ledger.csv


def minuted_bodies(built: Built) -> list[str]:
    """The bodies of which minutes are held, in the order of bodies.csv."""
    minuted = set(built.coverage.loc[built.coverage["known_by"] == "minutes", "body_id"])
    listed_ = [body for body in built.bodies["body_id"] if body in minuted]
    return [*listed_, *sorted(minuted - {*listed_})]


def councils(built: Built) -> list[str]:
    """The area's councils in the order of the register: the county, its districts, the councils next door."""
    return list(dict.fromkeys(built.councils["org_id"]))


def bodies_table(built: Built) -> TableExhibit:
    """Of each body the meetings the papers know of, and how many districts came in each window."""
    parts = ("meetings_documented", "meetings_shown_held", "meetings_announced")
    came = {(row.subject, row.since, row.until): row for row in each(built, "districts_came") if row.since}
    windows = sorted({(since, until) for _, since, until in came})
    rows = tuple(
        (
            Sentence((Span(_name(built, body)),)),
            *(Sentence((number(one(built, part, body)),)) for part in parts),
            *(_in_window(came.get((body, *window))) for window in windows),
        )
        for body in minuted_bodies(built)
    )
    districts = ", and the districts in the room at one meeting or more in each window" if windows else ""
    return TableExhibit(
        caption=sentence("The meetings the papers know of, by body{districts}", districts=districts),
        source=sentence("Source: the papers held. A meeting announced only may not have been held."),
        header=(
            "Body",
            "With minutes",
            "Shown held",
            "Announced only",
            *(_window(came, *window) for window in windows),
        ),
        rows=rows,
        widths=(0.38, 0.1, 0.09, 0.13, *([0.3 / max(len(windows), 1)] * len(windows))),
    )


def _in_window(row: object | None) -> Sentence:
    return Sentence((share(row) if row else Span("–"),))


def _window(came: dict[tuple[str, str, str], object], since: str, until: str) -> Sentence:
    """A window's first and last day, under the mark of a finding counted in it."""
    row = next(row for (_, *window), row in came.items() if window == [since, until])
    return listed((Span(long_date(end), "finding", row.finding_id) for end in (since, until)), "to")


def silent_actions(built: Built) -> TableExhibit | None:
    """The latest actions with a date now past of which no later paper on the matter says anything; None for none."""
    asks = built.ledger[(built.ledger["asks"] == "to do") & (built.ledger["due_to"] != "")]
    past = asks[asks["due_to"] < built.settings.as_at]
    silent = past.groupby("action_id").filter(lambda mine: set(mine["shows"]) <= {"not mentioned later", "not judged"})
    latest = silent.sort_values(["due_to", "action_id"], ascending=False)["action_id"].drop_duplicates().head(_LATEST)
    if latest.empty:
        return None
    return TableExhibit(
        caption=sentence("The latest actions whose date is past and of which no later paper speaks"),
        source=sentence(
            "Source: minutes held. Silence shows neither that an action was dropped nor that it was left. All actions, "
            "with what later papers show of each, are in ledger.csv."
        ),
        header=("Minute", "What was asked", "Who, and date named"),
        rows=tuple(ledger_row(built, silent[silent["action_id"] == action])[:3] for action in latest),
        widths=(0.3, 0.45, 0.25),
    )


def _name(built: Built, body: str) -> str:
    """A body's whole name; where the short one is made of first letters, that too."""
    row = next((row for row in built.bodies.itertuples() if row.body_id == body), None)
    if row is None:
        return body
    return f"{row.name} ({row.short})" if row.short.isupper() and row.short != row.name else row.name


def rates(built: Built) -> FigureExhibit | None:
    """Rates of the councils at each body, with the range luck could give and what missing minutes leave; None where no
    list of members is held."""
    found = whole(built, "attendance_rate")
    order = [org for org in councils(built) if org in set(found["subject"])]
    bodies = [body for body in minuted_bodies(built) if body in set(found["other"])]
    if not order or not bodies:
        return None
    bounds = whole(built, "attendance_bounds")
    drawn = figures.rates(found, bounds, order, bodies, {**built.shorts, **shorts_of_bodies(built)})
    return FigureExhibit(
        caption=_rates_headline(built, bodies),
        source=sentence("Source: minutes and lists of members held. Councils stand in the order of the register."),
        alt=sentence(
            "For each body a panel, for each council a mark at its share of the meetings while a member, its range and "
            "its counts: {all}.",
            all=listed((_counts(built, org, bodies, _by_pair(found)) for org in order), "and"),
        ),
        drawn=drawn,
        data=_rates_table(built, order, bodies, _by_pair(found), _by_pair(bounds)),
    )


def whole(built: Built, measure: str) -> pd.DataFrame:
    """The findings of a measure over the whole record."""
    rows = built.told(measure)
    return rows[(rows["since"] == "") & (rows["until"] == "")]


def _rates_headline(built: Built, bodies: list[str]) -> Sentence:
    """Which bodies all districts came to, and how far a rate can be trusted."""
    came = [one(built, "districts_came", body) for body in bodies]
    if came and all(row is not None and row.n == row.of for row in came):
        return sentence("Every district came to every body at some time; each rate rests on few meetings")
    return sentence("How often each council came; each rate rests on few meetings")


def _counts(built: Built, org: str, bodies: list[str], rates: dict[tuple[str, str], object]) -> Sentence:
    """A council's counts at each body, in words."""
    shorts = shorts_of_bodies(built)
    told = (
        sentence("{n} at {body}", n=share(rates[org, b]), body=shorts.get(b, b)) for b in bodies if (org, b) in rates
    )
    return sentence("{name} {told}", name=built.shorts.get(org, org), told=listed(told, ","))


def _by_pair(rows: pd.DataFrame) -> dict[tuple[str, str], object]:
    return {(row.subject, row.other): row for row in rows.itertuples()}


def _rates_table(built: Built, order: list[str], bodies: list[str], rates: dict, bounds: dict) -> TableExhibit:
    """The chart's numbers: counts, the range luck could give, the bounds missing minutes leave."""
    shorts = shorts_of_bodies(built)
    return TableExhibit(
        caption=sentence("The rates, with the range luck could give, and the bounds missing minutes leave"),
        source=sentence("Source: minutes and lists of members held."),
        header=("Council", *(Sentence((Span(shorts.get(body, body)),)) for body in bodies)),
        rows=tuple(
            (
                Sentence((Span(built.shorts.get(org, org)),)),
                *(_rate_cell(rates.get((org, body)), bounds.get((org, body))) for body in bodies),
            )
            for org in order
        ),
    )


def _rate_cell(rate: object | None, bounds: object | None) -> Sentence:
    if rate is None:
        return Sentence((Span("not a member, or no minutes"),))
    told = sentence("{n} ({range})", n=share(rate), range=interval(rate))
    return told + sentence("; bounds {ends}", ends=interval(bounds)) if bounds is not None else told


def milestones(built: Built, project: str) -> FigureExhibit:
    """What each paper says a stage is planned for, against the day of the paper."""
    mine = built.stages[built.stages["project_id"] == project]
    drawn = figures.milestones(mine, built.sources)
    done, slips = one(built, "stages_shown_done", project), each(built, "stage_slip", project)
    last = max(set(mine["to"]) - {""})
    moved = sentence("; some were restated later than first planned" if any(row.low > 0 for row in slips) else "")
    return FigureExhibit(
        caption=sentence("{done} stages are shown done", done=share(done)) + moved,
        source=sentence("Source: stages.csv, each row with its line in the papers."),
        alt=sentence(
            "For each stage a line through what each paper planned it for, the last aimed at {aim}. {done} stages are "
            "shown done.{slips}",
            aim=day(last, stage_cites(built, project)),
            done=share(done),
            slips=sentence(" {all}.", all=listed(_slip_said(row) for row in slips)) if slips else "",
        ),
        drawn=drawn,
        data=behind_charts.of_stages(built, project),
    )


def latest_milestones(built: Built) -> FigureExhibit | None:
    """The milestones of the project whose stages have the latest date; None where no stage has a date."""
    dated = built.stages[built.stages["to"] != ""].sort_values(["to", "project_id"])
    return None if dated.empty else milestones(built, dated["project_id"].iloc[-1])


def _slip_said(row: object) -> Sentence:
    return sentence("{stage} restated {days} days later", stage=row.other_name, days=interval(row))


def coverage_strip(built: Built) -> FigureExhibit:
    """Of each body the meetings the papers know of, on one line of time."""
    drawn = figures.strip(built.coverage, shorts_of_bodies(built))
    bodies = minuted_bodies(built)
    held = listed(
        sentence("{n} of {body}", n=share(one(built, "meetings_documented", body)), body=built.names[body])
        for body in bodies
    )
    return FigureExhibit(
        caption=sentence("Minutes are held of {held}", held=held) if bodies else sentence("No minutes are held"),
        source=sentence("Source: the papers held. A meeting announced only may not have been held."),
        alt=sentence(
            "A line of time for each body, with a mark for each meeting by how it is known. Minutes: {held}.",
            held=held or "none",
        ),
        drawn=drawn,
        data=behind_charts.of_coverage(built, shorts_of_bodies(built)),
    )
