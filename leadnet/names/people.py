"""Which person a printed name means: joined by rule, asked, or apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from leadnet.names.answers import Answers, places
from leadnet.names.clusters import Ask, Clusters, rank
from leadnet.names.joining import joined
from leadnet.names.person_ids import cluster_ids, other_names
from leadnet.names.person_names import folded
from leadnet.names.profiles import Profile, profiles
from leadnet.study import question
from leadnet.study.schema import PEOPLE, QUESTIONS

_CLUSTERS = ["mention_id", "person_id", "how", "because"]


class People(NamedTuple):
    """What linking people gives.

    clusters: mention_id, person_id, how (exact: the name in people.csv; rule; judgement), because.
    questions: the columns of QUESTIONS and, last, `mention` and `other`: a mention the answer would reach, and one of
    the person it is compared with. `left` is `paper: printed`, `paper:line:n`, or the id of a person the rules made
    (then all of that person's mentions are meant); `right` an id, or several joined by ` | ` of which one may be right.
    """

    clusters: pd.DataFrame
    questions: pd.DataFrame


def link_people(
    mentions: pd.DataFrame,
    judgements: pd.DataFrame,
    people: pd.DataFrame | None = None,
    later: Mapping[str, frozenset[str]] | None = None,
) -> People:
    """Each mention of a person with the person it is taken for, and what only a person can say.

    `mentions` has the columns mention_id, printed, title, role, org_id (a list cell; "" unknown), doc_id, meeting_id,
    date (ISO or ""), body_id, line, status (of an attendance list, else ""), on_behalf_of (a print or ""); `judgements`
    those of judgements.csv; `people` those of people.csv, whose ids are kept; `later` gives for an organisation all
    that followed it. An id is the slug of the most complete name, of equals the commonest; where people share it, with
    their organisation, then post. The order of rows is nothing to it. TableError for an answer that names an id that is
    not there or contradicts others.
    """
    people = PEOPLE.empty() if people is None else people
    mentions = mentions.sort_values("mention_id", ignore_index=True)
    listed = _by_name(people)
    known = {print_: ids[0] for print_, ids in listed.items() if len(ids) == 1}
    clusters = joined(profiles(mentions, known), later or {})
    ids = cluster_ids(clusters, frozenset(people["person_id"]))
    answers = _replayed(mentions, judgements, people, clusters, ids)
    asked = [*_pairs(clusters, ids, answers), *_twice(mentions, answers), *_two_rows(mentions, listed, answers)]
    return People(_linked(mentions, clusters, answers, known), _questions(asked, judgements))


def _by_name(people: pd.DataFrame) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in people.itertuples():
        found[folded(row.name)].append(row.person_id)
    return found


def _replayed(
    mentions: pd.DataFrame, judgements: pd.DataFrame, people: pd.DataFrame, clusters: Clusters, ids: dict[int, str]
) -> Answers:
    fullest = sorted(ids, key=lambda at: (rank(clusters.found[at]), ids[at]), reverse=True)
    return Answers(
        judgements,
        {mention: id for at, id in ids.items() for mention in clusters.found[at].mentions},
        {row.mention_id: places(row.mention_id, row.doc_id, row.body_id, row.printed) for row in mentions.itertuples()},
        list(dict.fromkeys([*people["person_id"], *(ids[at] for at in fullest)])),
        other_names(clusters, ids),
        frozenset(people["person_id"]),
    )


def _linked(mentions: pd.DataFrame, clusters: Clusters, answers: Answers, known: Mapping[str, str]) -> pd.DataFrame:
    """The clusters table, with by what right each mention is there and why."""
    why = {mention: clusters.because.get(at, "as printed") for at, own in enumerate(clusters.own) for mention in own}
    rows = []
    for mention_id, printed in zip(mentions["mention_id"], mentions["printed"], strict=True):
        person = answers.person_of(mention_id)
        if mention_id in answers.told:
            how, because = "judgement", f"answered for “{printed}”"
        elif known.get(folded(printed)) == person:
            how, because = "exact", "the name in people.csv"
        elif person != answers.ids[mention_id]:
            how, because = "judgement", f"{answers.ids[mention_id]} was answered to be {person}"
        else:
            how, because = "rule", why[mention_id]
        rows.append((mention_id, person, how, because))
    return pd.DataFrame(rows, columns=_CLUSTERS, dtype="str")


# ---- questions -------------------------------------------------------------------------------------------------------


def _pairs(clusters: Clusters, ids: dict[int, str], answers: Answers) -> Iterator[dict]:
    """A question for each pair of clusters left open that no answer has settled, directly or through others."""
    together: dict[str, list[int]] = defaultdict(list)
    for at, id in ids.items():
        together[answers.root(id)].append(at)
    done: set[frozenset[str]] = set()
    for (a, b), ask in clusters.open().items():
        one, other = answers.root(ids[a]), answers.root(ids[b])
        pair = frozenset((one, other))
        if one == other or pair in done or answers.apart(one, other):
            continue
        if all(clusters.may_join(x, y) for x in together[one] for y in together[other]):
            done.add(pair)
            less, more = sorted((a, b), key=lambda at: _weight(clusters.found[at]))
            yield _one_person(clusters.found[less], ids[less], clusters.found[more], ids[more], ask)


def _weight(profile: Profile) -> tuple:
    """The lighter of two clusters is the one asked about, so that an answer moves as little as it can."""
    return (bool(profile.person_id), len(profile.mentions), rank(profile))


def _one_person(less: Profile, less_id: str, more: Profile, more_id: str, ask: Ask) -> dict:
    """A question put at the paper where it can be answered by what one paper prints, else for the study."""
    mention = less.mentions[0]
    doc_id, line, _ = mention.rsplit(":", 2)
    in_paper = not less.orgs and len(less.docs) == 1 and len(less.prints) == 1
    left = f"{doc_id}: {less.printed}" if in_paper else less_id
    words = f"Is “{less.printed}” the person {more_id}?"
    if less.printed == more.printed:
        words = f"Is “{less.printed}” ({_known_by(less)}) the one of {more_id} ({_known_by(more)})?"
    return {
        **question("person", left, more_id, words),
        "scope": "paper" if in_paper else "study",
        "doc_id": doc_id,
        "line": line,
        "for": ask.for_,
        "against": ask.against,
        "mention": mention,
        "other": more.mentions[0],
    }


def _known_by(profile: Profile) -> str:
    posts = [role for role, _ in sorted(profile.roles.items(), key=lambda pair: (-pair[1], pair[0]))[:1]]
    return ", ".join([*sorted(profile.orgs)[:2], *posts, *profile.first[:4].split(), *profile.last[:4].split()])


def _twice(mentions: pd.DataFrame, answers: Answers) -> Iterator[dict]:
    """A question for each name one list prints twice: one person, counted once, until somebody says two."""
    listed = mentions[(mentions["meeting_id"] != "") & (mentions["status"] != "")]
    person = listed["mention_id"].map(answers.person_of)
    for (_, who), rows in listed[listed.assign(person=person).duplicated(["meeting_id", "person"], keep=False)].groupby(
        [listed["meeting_id"], person], sort=True
    ):
        first, *others = rows.sort_values("line", key=_line_numbers, kind="stable").itertuples()
        for row in others:
            words = f"Is “{row.printed}” at lines {first.line} and {row.line} one person? Counted once until answered."
            place = {"scope": "line", "doc_id": row.doc_id, "line": row.line}
            places_ = {"mention": row.mention_id, "other": first.mention_id}
            yield {**question("person", row.mention_id, who, words), **place, **places_}


def _line_numbers(lines: pd.Series) -> pd.Series:
    return lines.str.split("-").str[0].astype(int)


def _two_rows(mentions: pd.DataFrame, listed: Mapping[str, list[str]], answers: Answers) -> Iterator[dict]:
    """A question for each mention of a name that two rows of people.csv carry."""
    for row in mentions.itertuples():
        ids = sorted(listed.get(folded(row.printed), ()))
        if len(ids) > 1 and row.mention_id not in answers.told:
            words = f"Which of {' and '.join(ids)} is “{row.printed}” here?"
            yield {
                **question("person", row.mention_id, " | ".join(ids), words),
                "scope": "line",
                "doc_id": row.doc_id,
                "line": row.line,
                "against": "people.csv has two people of that name",
                "mention": row.mention_id,
            }


def _questions(asked: Iterable[dict], judgements: pd.DataFrame) -> pd.DataFrame:
    """The questions nobody has answered same or different, in order, each once."""
    answered = judgements[(judgements["kind"] == "person") & (judgements["verdict"] != "unsure")]
    known = set(zip(answered["left"], answered["right"], strict=True))
    rows = {(row["left"], row["right"]): row for row in asked}
    kept = [rows[key] for key in sorted(rows) if key not in known]
    places_ = {name: [row.get(name, "") for row in kept] for name in ("mention", "other")}
    return QUESTIONS.frame(kept).assign(**places_)
