"""The sparse model and the laws made meeting by meeting are those of a study, pair by pair."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from scipy.stats import binom

from leadnet.national import Opportunity, ties_of
from leadnet.network import Pairs, fit, judged
from leadnet.network.poisson_binomial import law
from leadnet.network.verdicts import verdicts


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
