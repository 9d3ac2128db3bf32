"""One hundredth of a made-up country, 360,000 rows: the engine and the functions of a study agree to the last digit.

All of its 1,000 bodies under `make test-all`; 40 of them under `make test`, where every second counts.
"""

from collections import Counter

import pandas as pd
import pytest
from conftest import NOTHING_SKIPPED
from national_case import on_engine, written

from leadnet import measures, network
from leadnet.measures.grid import grid
from leadnet.measures.rates import rates
from leadnet.national import Asked, DuckDB, Projection, counted, places, prepared
from leadnet.network import incidence, pairs_together
from leadnet.network.meetings_shared import missed_each_other
from leadnet.simulate.national import write_national
from leadnet.study import Rules, presence
from leadnet.study.queries import step

EVERY = 1 if NOTHING_SKIPPED else 25
BODIES = 25  # at once in a Grid


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country") / "tables"
    write_national(folder, 0.01, seed=3)
    if EVERY == 1:
        return folder
    engine = DuckDB(folder, folder.parent / "spill")
    some = f"WHERE body_id % {EVERY} = 0"
    held = f"WHERE meeting_id IN (SELECT meeting_id FROM meetings {some})"
    wanted = {"attendance": held, "meetings": some, "memberships": some, "organisations": ""}
    frames = {name: engine.rows(f"SELECT * FROM {name} {where}") for name, where in wanted.items()}
    return written(folder.parent / "some", frames)


@pytest.fixture(scope="module")
def engine(country):
    engine = DuckDB(country, country.parent / "spill")
    prepared(engine, Asked())
    for _ in counted(engine, Asked(), lambda said: None):
        engine.keep("pairs", step("pairs"))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def record(engine):
    """The same country as a study's tables, ids as text."""
    entries = engine.rows("SELECT * FROM attendance ORDER BY meeting_id, entry, place")
    meetings = engine.rows("SELECT * FROM meetings").astype({"meeting_id": "str", "body_id": "str", "host": "str"})
    meetings = meetings.assign(doc_id="d" + meetings["meeting_id"], line="1")
    seats = engine.rows("SELECT * FROM memberships").astype({"body_id": "str", "org_id": "str"})
    text = entries.astype({"meeting_id": "str", "entry": "str", "org_id": "str", "person_id": "str"})
    lines = text.groupby(["meeting_id", "entry"], sort=False)
    attendance = lines.first().assign(organisations=lines["org_id"].agg(" | ".join)).reset_index()
    attendance = attendance.assign(doc_id="d" + attendance["meeting_id"], line=attendance["entry"], n="1",
                                   person=attendance["person_id"], items=attendance["item"], chair="")  # fmt: skip
    key = text["meeting_id"] + ":" + text["entry"] + ":" + text["org_id"]
    mentions = pd.DataFrame({"mention_id": key, "kind": "organisation", "printed": text["org_id"],
                             "doc_id": "d" + text["meeting_id"], "line": text["entry"]})  # fmt: skip
    links = pd.DataFrame({"mention_id": key, "kind": "organisation", "id": text["org_id"], "because": ""})
    hosts = dict(zip(meetings["meeting_id"], meetings["host"], strict=True))
    there = presence(attendance[_USED], mentions, links, Rules(), hosts)
    return there, meetings, attendance, seats.assign(person_id="")


_USED = ["meeting_id", "doc_id", "line", "n", "person", "organisations", "part", "status", "mode", "chair",
         "on_behalf_of", "items"]  # fmt: skip


def test_presence_of_360_000_rows_is_the_same(engine, record):
    ours = record[0].assign(place=record[0]["cites"].str[1:])
    found = on_engine(engine)("SELECT meeting_id || ':' || entry AS place, * FROM presence")
    assert len(found) == len(ours) > 360_000 / EVERY / 1.2
    columns = ["place", "org_id", "in_room"]
    ours, theirs = (frame[columns].astype("str").replace({"True": "1", "False": "0"}) for frame in (ours, found))
    assert ours.sort_values(columns).values.tolist() == theirs.sort_values(columns).values.tolist()


def test_rates_of_every_body_are_the_same(engine, record):
    there, meetings, attendance, seats = record
    councils = pd.DataFrame({name: [] for name in ("meeting_id", "org_id")}, dtype="str")
    bodies, ours = sorted(set(meetings["body_id"])), {}
    for at in range(0, len(bodies), BODIES):
        held = meetings[meetings["body_id"].isin(bodies[at : at + BODIES])]
        seen, lists = (of[of["meeting_id"].isin(held["meeting_id"])] for of in (there, attendance))
        mine = seats[seats["body_id"].isin(held["body_id"])]
        table = grid(seen, held, councils, lists, mine)
        told = rates(table, measures.coverage(held), mine, (), Rules())
        ours |= {
            (int(row["other"]), int(row["subject"])): (row["n"], row["of"], row["value"])
            for row in told
            if row["measure"] == "attendance_rate"
        }
    found = on_engine(engine)(step("rates")).itertuples()
    assert {(row.body_id, row.org_id): (row.n, row.known, row.share) for row in found if row.known} == ours
    assert len(ours) > 16_000 / EVERY / 1.2


def test_meetings_together_and_apart_are_the_same_by_join_and_by_sparse_product(engine, record):
    seats = network.in_room(record[0])
    table = incidence(seats)
    a, b, n = pairs_together(table.present)
    ids = table.organisations.astype(int)
    ours = {(min(p), max(p)): k for *p, k in zip(ids[a].tolist(), ids[b].tolist(), n.tolist(), strict=True)}
    missed = Counter(tuple(sorted(map(int, pair))) for pairs in missed_each_other(seats).values() for pair in pairs)
    found = on_engine(engine)("SELECT * FROM pairs").itertuples()
    theirs = {(row.organisation_a, row.organisation_b): (row.together, row.apart) for row in found}
    assert theirs == {pair: (k - missed[pair], missed[pair]) for pair, k in ours.items()}
    organisations = len(places(engine))
    product = Projection(organisations, pairs_together)
    product.add(engine)
    pairs = product.take()
    assert {(row.a, row.b): (row.together, row.apart) for row in pairs.itertuples()} == theirs  # a place is its id here
