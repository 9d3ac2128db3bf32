"""The sparse model and the laws made meeting by meeting are those of a study, pair by pair."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from scipy.stats import binom

from leadnet.national import Margins, Opportunity, fourier, sparse_fit, stepwise, tail_blocks, ties_of
from leadnet.network import Pairs, fit, judged
from leadnet.network.poisson_binomial import law
from leadnet.network.verdicts import verdicts
from leadnet.study import StudyError


@pytest.fixture(scope="module")
def boards():
    """Twelve organisations on three boards of sixty meetings: who could have been there, and who was."""
    rng = np.random.default_rng(11)
    could = np.zeros((12, 180), bool)
    for board, members in enumerate((range(7), range(4, 10), range(6, 12))):
        could[list(members), board * 60 : board * 60 + 60] = True
    could[9, 80:110] = False  # its seat on the second board was empty for thirty meetings
    was = could & (rng.random(could.shape) < 0.6)
    was[5] = could[5]  # never misses one
    was[1, :60] = was[0, :60]  # comes when the first one comes
    was[:, 45] = False  # nobody came
    return could, was


@pytest.fixture(scope="module")
def tested(boards):
    could, was = boards
    gathered = Opportunity(12)
    for first in (0, 70):  # in two parts, the second from the middle of a board
        part = slice(first, 70 if first == 0 else 180)
        tables = ((np.nonzero(table[:, part])) for table in (could, was))
        gathered.add(*({"place": org.astype(np.int32), "meeting_id": at + first} for org, at in tables))
    together = was.astype(int) @ was.T.astype(int)
    a, b = np.triu_indices(12, 1)
    met = pd.DataFrame({"a": a, "b": b, "together": together[a, b], "apart": 0})
    met = met[met["together"] > 0].reset_index(drop=True)
    return ties_of(gathered, met, np.arange(12), partial(judged, level=0.05))


def test_every_pair_is_tested_as_in_a_study(boards, tested):
    seen, open_ = (sparse.csr_array(table.astype(np.int32)) for table in boards[::-1])
    a, b = np.triu_indices(12, 1)
    together = (seen @ seen.T).toarray()[a, b]
    model = fit(seen, open_)
    beside, possible = (seen @ open_.T).toarray(), (open_ @ open_.T).toarray()[a, b]
    mine, theirs = beside[a, b], beside[b, a]
    pairs = Pairs(
        a=model.row_class[a], b=model.row_class[b], together=together, apart=0 * together, possible=possible,
        most=np.minimum(mine, theirs), fewest=np.maximum(mine + theirs - possible, 0), times=np.ones(len(a), int),
    )  # fmt: skip
    ours = verdicts(model, pairs, 0.05).assign(a=a, b=b, possible=pairs.possible)
    ours = ours[ours["possible"] > 0].reset_index(drop=True)
    told = ["possible", "verdict", "can_show_more", "can_show_less"]
    found = tested[["organisation_a", "organisation_b", *told]].to_numpy().tolist()
    assert found == ours[["a", "b", *told]].to_numpy().tolist()
    for name in ("expected", "p_upper", "p_lower", "q"):
        np.testing.assert_allclose(tested[name], ours[name], rtol=1e-8, atol=2e-14)
    assert tested["p_upper"].idxmin() == 0 and {*tested["verdict"]} == {"as chance", "cannot be told"}


def test_a_tail_is_the_convolution_of_its_meetings(boards, tested):
    seen, open_ = (sparse.csr_array(table.astype(np.int32)) for table in boards[::-1])
    chances = fit(seen, open_).chances()
    row = tested.iloc[3]
    pmf = law(chances[int(row.organisation_a)] * chances[int(row.organisation_b)])
    assert row.p_upper == pytest.approx(pmf[int(row.together) :].sum(), rel=1e-9)
    assert row.p_lower == pytest.approx(pmf[: int(row.together) + 1].sum(), rel=1e-9)


def test_a_small_tail_keeps_its_digits():
    """Two that met at all of 20 meetings, each by a chance of a quarter: the tail is a quarter to the 20th."""
    could = np.ones((4, 40), bool)
    was = np.zeros((4, 40), bool)
    was[:2, :20] = was[2:, 20:] = True
    gathered = Opportunity(4)
    gathered.add(*({"place": t.nonzero()[0].astype(np.int32), "meeting_id": t.nonzero()[1]} for t in (could, was)))
    met = pd.DataFrame({"a": [0, 2], "b": [1, 3], "together": [20, 20], "apart": [0, 0]})
    found = ties_of(gathered, met, np.arange(4), partial(judged, level=0.05))
    assert found.loc[0, "p_upper"] == pytest.approx(binom.sf(19, 40, 0.25), rel=1e-9)
    assert found["verdict"].tolist() == ["more", "less", "less", "less", "less", "more"]


def test_a_wide_law_is_the_same_by_its_transform_and_meeting_by_meeting():
    """Four pairs: even chances; hardly ever; nearly always, with certain meetings; and a mixture, in classes of two."""
    rng = np.random.default_rng(5)
    pairs = [np.full(200, 0.5), rng.random(6000) * 0.02, np.append(0.99 - rng.random(4000) * 0.03, [1.0, 1.0, 0.0]),
             rng.random(900)]  # fmt: skip
    starts = np.cumsum([0, *map(len, pairs[:-1])])
    many = np.repeat([1, 1, 1, 2], [*map(len, pairs)])
    mean = [(q * n).sum() for q, n in zip(pairs, (1, 1, 1, 2), strict=True)]
    asked = np.array([[max(int(of + far), 0) for of in mean] for far in (-90, -20, 0, 1, 25, 60)])
    wide, narrow = (law.tails(np.concatenate(pairs), many, starts, asked) for law in (fourier, stepwise))
    np.testing.assert_allclose(wide, narrow, rtol=0, atol=3e-14)
    assert wide[2, 0] - wide[3, 0] == pytest.approx(binom.pmf(100, 200, 0.5), abs=1e-14)
    assert wide[4].max() < 0.1 and wide[1].min() > 0.8


@pytest.fixture
def margins():
    """Nine organisations on two boards that share three, forty meetings of one size and forty of another."""
    could = np.zeros((9, 4))
    could[:6, :2] = could[3:, 2:] = 10
    came = np.minimum(could, np.arange(9)[:, None] + np.array([1, 2, 1, 2]))
    size = came.sum(axis=0) / 10
    held = sparse.csr_array(could)
    held.data = came[could > 0].astype(np.int32)
    return Margins(held, np.full(4, 10.0), size)


def test_blocks_of_any_size_give_the_same_pairs(margins):
    met = pd.DataFrame({"a": [0, 3], "b": [1, 8], "together": [4, 2], "apart": [0, 1]})
    p = sparse_fit(margins)
    one, many = (pd.concat(tail_blocks(margins, p, met, entries), ignore_index=True) for entries in (10**6, 1))
    pd.testing.assert_frame_equal(one, many, rtol=0, atol=1e-15)
    assert len(one) == 27  # 15 pairs of six on each board, 3 of them on both
    assert one.loc[one["together"] > 0, ["a", "b", "together", "apart"]].values.tolist() == met.values.tolist()


def test_too_little_memory_is_refused_with_what_is_needed():
    could = {"place": np.arange(3, dtype=np.int32), "meeting_id": np.zeros(3, int)}
    gathered = Opportunity(3)
    gathered.add(could, could)
    met = pd.DataFrame({"a": [0], "b": [1], "together": [1], "apart": [0]})
    with pytest.raises(StudyError, match=r"3 organisations and 1 classes of meetings needs 0.2GB; give more"):
        ties_of(gathered, met, np.arange(3), partial(judged, level=0.05), memory=187)
