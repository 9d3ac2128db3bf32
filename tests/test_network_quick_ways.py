"""The quick ways through the network give what the plain ones give."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.two_mode_data import Size, made, named
from leadnet.network import incidence, pair_events, pairs_together, projection
from leadnet.network.one_thread import product
from leadnet.study import StudyError

SIZE = Size(60, 240, present=6, most=20)


def rows(organisation, event):
    return pd.DataFrame({"org_id": organisation, "meeting_id": event})


def test_made_up_data_has_standing_bodies_few_at_most_meetings_and_nobody_left_out():
    organisation, event = made(SIZE)
    present, attended = np.bincount(event), np.sort(np.bincount(organisation))
    assert len(attended) == 60 and attended[0] >= 1
    assert present.max() <= 20 and 5 <= present.mean() <= 8
    assert attended[-6:].sum() > attended[:30].sum()  # a tenth of them have more seats than the lesser half


@pytest.mark.parametrize("kind", ["int32", "int64", "Int64", "uint8", "names", "objects"])
def test_the_tie_table_is_one_whatever_the_ids_are_kept_as_and_the_rows_order(kind):
    organisation, event = made(SIZE)
    plain = projection(incidence(rows(organisation, event)))
    if kind in ("names", "objects"):
        table = named(organisation, event).astype("str" if kind == "names" else object)
    else:
        table = rows(organisation, event).astype(kind)
    shuffled = table.sample(frac=1, random_state=1)
    for given in (table, shuffled):
        found, held = projection(incidence(given)), incidence(given).lines
        assert found["together"].tolist() == plain["together"].tolist()
        assert [int(str(name)[-7:]) for name in found["organisation_b"]] == plain["organisation_b"].tolist()
        assert held.indices.dtype == held.indptr.dtype == np.int32  # numbers twice as long would take twice the memory


def test_rows_said_three_hundred_times_are_counted_so():
    held = incidence(rows(["a"] * 300 + ["b"], ["m"] * 301))
    assert held.lines.toarray().tolist() == [[300], [1]]
    assert projection(held)["lines"].tolist() == [301]


@pytest.mark.parametrize("kind", ["str", "object", "category", "Int64", "float"])
def test_a_row_without_an_id_is_named(kind):
    ids = pd.Series(["1", None] if kind in ("str", "object", "category") else [1, None], dtype=kind)
    with pytest.raises(StudyError, match="column org_id, row 1: no id stands there"):
        incidence(rows(ids, ["m", "m"]))


def test_pairs_counted_in_strips_are_those_counted_event_by_event():
    table = incidence(rows(*made(SIZE)))
    a, b, together = pairs_together(table.present)
    first, second, _ = pair_events(table.present)
    plain = np.zeros((60, 60), int)
    np.add.at(plain, (first, second), 1)
    assert (plain[a, b] == together).all() and plain.sum() == together.sum()


@pytest.mark.parametrize("shape", [(1, 1, 1), (700, 50, 300), (3, 100_000, 5), (0, 4, 3), (5, 0, 2)])
def test_a_product_in_blocks_is_the_product(shape):
    rng = np.random.default_rng(1)
    a, b = rng.random(shape[:2]), rng.random(shape[1:])
    assert product(a, b) == pytest.approx(a @ b, rel=1e-12)
