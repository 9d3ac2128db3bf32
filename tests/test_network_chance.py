"""Chance, checked against enumeration, plain convolution and simulation."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from network_case import matrix, two_bodies
from scipy import sparse, stats

from leadnet.network import (
    DegreeModel,
    Pairs,
    benjamini_hochberg,
    caution,
    drawn,
    enough_trials,
    fit,
    fixed_column,
    fixed_degrees,
    in_room,
    incidence,
    law,
    laws,
    opportunity,
    tier_ties,
    verdicts,
    within,
)
from leadnet.network.checkerboards import tables
from leadnet.network.poisson_binomial import lower_of_sizes, sums
from leadnet.network.tier_ties import _drawn_sums
from leadnet.study.schema import MEMBERSHIPS

LEVELS = (0.01, 0.05, 0.10)


def committees(seed, organisations=60, meetings=40, density=0.1, zeros=0.3):
    """A sparse table of uneven degrees, and who could have been where: some organisations at few of the meetings."""
    rng = np.random.default_rng(seed)
    chance = np.outer(rng.gamma(1.0, 1.0, organisations), rng.gamma(2.0, 0.5, meetings)) * density
    could = rng.random((organisations, meetings)) > zeros * (rng.random((organisations, 1)) < 0.5)
    return (rng.random(chance.shape) < np.clip(chance, 0, 0.95)) & could, could


SHAPES = {
    "sparse": committees(1, zeros=0.0),
    "structural zeros": committees(2),
    "full rows and columns": (
        np.array([[1, 1, 1, 1, 1], [1, 0, 1, 0, 1], [0, 0, 1, 1, 0], [1, 0, 1, 0, 0], [0, 0, 1, 0, 0]], dtype=bool),
        np.ones((5, 5), dtype=bool),
    ),
    "an organisation at nothing, a meeting of nobody": (
        np.array([[1, 0, 0], [0, 0, 0], [1, 0, 1]], dtype=bool), np.ones((3, 3), dtype=bool)
    ),
    "a core that nobody else could join": (
        np.array([[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]], dtype=bool), np.ones((4, 4), dtype=bool)
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_fitted_chances_keep_every_degree_and_have_no_interaction(shape):
    seen, could = SHAPES[shape]
    p = fit(matrix(seen), matrix(could)).chances()
    assert np.allclose(p.sum(axis=1), seen.sum(axis=1), atol=1e-9, rtol=0)
    assert np.allclose(p.sum(axis=0), seen.sum(axis=0), atol=1e-9, rtol=0)
    assert (p[~could] == 0).all()
    between = (p > 1e-6) & (p < 1 - 1e-6)
    odds = np.divide(p, 1 - p, out=np.full(p.shape, np.nan), where=between)
    ratio = odds[:-1, :-1] * odds[1:, 1:] / (odds[:-1, 1:] * odds[1:, :-1])  # p = xy / (1 + xy): the odds are products
    assert np.nanmax(np.abs(ratio - 1), initial=0) < 1e-6


def test_an_organisation_at_every_meeting_is_certain_to_be_there():
    seen, _ = SHAPES["full rows and columns"]
    p = fit(matrix(seen)).chances()
    assert (p[0] == 1).all() and (p[:, 2] == 1).all()


def test_without_an_opportunity_set_everyone_could_be_everywhere():
    seen, could = SHAPES["sparse"]
    assert np.allclose(fit(matrix(seen)).chances(), fit(matrix(seen), matrix(could)).chances(), atol=1e-12)


def test_the_law_of_meetings_together_is_exact():
    assert law(np.array([0.5, 0.5, 0.5])).tolist() == [0.125, 0.375, 0.375, 0.125]


def test_a_chance_that_nobody_has_changes_no_law():
    assert sums(np.array([[0.5, 0.5]]), np.array([2.0, 0.0]))[0, :3].tolist() == pytest.approx([0.25, 0.5, 0.25])


@pytest.mark.parametrize("shape", SHAPES)
def test_every_pair_has_the_tails_that_plain_convolution_gives(shape):
    seen, could = SHAPES[shape]
    model = fit(matrix(seen), matrix(could))
    p = model.chances()
    a, b = np.triu_indices(len(seen), 1)
    held = laws(model, model.row_class[a], model.row_class[b])
    exact = np.zeros((len(a), seen.shape[1] + 2))
    for at, (i, j) in enumerate(zip(a, b, strict=True)):
        pmf = law(p[i] * p[j])
        exact[at, : len(pmf)] = pmf
    for count in range(seen.shape[1] + 1):
        upper, lower = held.tails(model.row_class[a], model.row_class[b], np.full(len(a), count))
        assert np.abs(upper - exact[:, count:].sum(axis=1)).max() < 1e-12
        assert np.abs(lower - exact[:, : count + 1].sum(axis=1)).max() < 1e-12


def test_a_law_of_hundreds_of_meetings_is_exact_too():
    rng = np.random.default_rng(4)
    p = np.vstack([rng.beta(2, 2, 700), rng.beta(1, 9, 700)])
    model = known(p)
    held, exact = laws(model, np.array([0, 1]), np.array([1, 1])), law(p[0] * p[1])
    counts = np.arange(200)
    upper, lower = held.tails(np.zeros(200, int), np.ones(200, int), counts)
    assert upper == pytest.approx([exact[k:].sum() for k in counts], abs=1e-12)
    assert lower == pytest.approx([exact[: k + 1].sum() for k in counts], abs=1e-12)


def known(p):
    """A model whose chances are given and not fitted, each organisation and meeting a class of its own."""
    rows, columns = np.arange(p.shape[0]), np.arange(p.shape[1])
    return DegreeModel(rows, columns, np.ones(len(rows)), np.ones(len(columns)), p > 0, p)


def test_with_known_chances_randomised_p_values_are_uniform_in_both_tails():
    rng = np.random.default_rng(20261123)
    p = rng.beta(1.5, 2.5, size=(120, 1)) * rng.uniform(0.3, 1.0, size=(1, 40))
    model, found = known(p), {"upper": [], "lower": []}
    a, b = np.arange(0, 120, 2), np.arange(1, 120, 2)  # pairs without a common organisation: independent draws
    held = laws(model, a, b)
    for _ in range(40):
        there = rng.random(p.shape) < p
        together = (there[a] & there[b]).sum(axis=1)
        upper, lower = held.tails(a, b, together)
        here = upper + lower - 1  # the chance of exactly as many
        found["upper"] += (upper - rng.random(len(a)) * here).tolist()
        found["lower"] += (lower - rng.random(len(a)) * here).tolist()
    for tail in found.values():
        assert stats.kstest(tail, "uniform").pvalue > 0.01


def fitted_shares(rng, p, could, tables):
    """Shares of p-values at or below each level with chances fitted to tables without any tie, and of tables in which
    something was found all the same."""
    low = {tail: np.zeros(len(LEVELS)) for tail in ("upper", "lower")}
    discoveries, tested = 0, 0
    a, b = np.triu_indices(len(p), 1)
    for _ in range(tables):
        there = rng.random(p.shape) < p
        model = fit(matrix(there), matrix(could))
        first, second = model.row_class[a], model.row_class[b]
        possible = (could[a] & could[b]).any(axis=1)
        tails = laws(model, first, second).tails(first, second, (there[a] & there[b]).sum(axis=1))
        for name, found in zip(low, tails, strict=True):
            low[name] += [(found[possible] <= level).sum() for level in LEVELS]
        q = benjamini_hochberg(np.minimum(1, 2 * np.minimum(*tails))[possible])
        discoveries, tested = discoveries + (q <= 0.05).any(), tested + possible.sum()
    return {name: found / tested for name, found in low.items()}, discoveries / tables


@pytest.mark.parametrize("bodies", [1, 2])
def test_with_fitted_chances_p_is_never_too_small_and_false_discoveries_keep_to_the_level(bodies):
    rng, tables = np.random.default_rng(5), 150
    p = rng.beta(2, 2, size=(16, 1)) * rng.uniform(0.6, 1.0, size=(1, 24))
    could = np.ones(p.shape, dtype=bool)
    if bodies == 2:  # half of the organisations could be at half of the meetings only
        could[:8, :12] = could[8:, 12:] = False
    shares, false = fitted_shares(rng, np.where(could, p, 0), could, tables)
    for tail, found in shares.items():
        print(f"{tail}: " + ", ".join(f"{share:.4f} at {level}" for share, level in zip(found, LEVELS, strict=True)))
        for share, level in zip(found, LEVELS, strict=True):
            assert share <= level + 3 * np.sqrt(level * (1 - level) / tables)
    print(f"tables with a false discovery: {false:.3f}")
    assert false <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / tables)


def test_with_very_many_small_meetings_the_model_expects_too_much_and_says_how_much():
    rng = np.random.default_rng(3)
    few, many = (fit(matrix(rng.random((30, count)) < 0.2)) for count in (30, 3000))
    assert few.excess() < 0.25 < many.excess()
    assert caution(few) == ""
    assert 'Beware of "less"' in caution(many)
    sizes = np.array([5, 5])  # two meetings of five out of ten, all alike: p = 1/2, 2 * 45 / 4 pairs by chance, not 20
    alike = fit(matrix(np.repeat(np.eye(2, dtype=int), sizes, axis=0)))
    assert alike.excess() == pytest.approx((22.5 - 20) / np.sqrt(22.5 * 45))


def test_in_committee_data_no_pair_could_show_that_it_meets_less():
    seen, _ = committees(6, 200, 90, density=0.05, zeros=0)
    seen = seen[seen.any(axis=1)]
    model, a, b = fit(matrix(seen)), *np.triu_indices(len(seen), 1)
    degree = seen.sum(axis=1)
    pairs = Pairs(
        a=model.row_class[a],
        b=model.row_class[b],
        together=(seen[a] & seen[b]).sum(axis=1),
        apart=np.zeros(len(a), int),
        most=np.minimum(degree[a], degree[b]),
        fewest=np.maximum(degree[a] + degree[b] - seen.shape[1], 0),
        possible=np.full(len(a), seen.shape[1]),
        times=np.ones(len(a), int),
    )
    found = verdicts(model, pairs, 0.05)
    assert (found["can_show_less"] == "").all()
    assert (found["can_show_more"] == "yes").any()
    assert not (found["verdict"] == "less").any()


def test_the_false_discovery_rate_is_corrected_as_published():
    # Benjamini and Hochberg (1995), section 3.2: 15 p-values, four discoveries at .05
    first = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    rest = [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (benjamini_hochberg(np.array(first + rest)) <= 0.05).sum() == 4


def test_many_tests_of_one_p_are_corrected_as_if_given_one_by_one():
    p, times = np.array([0.001, 0.02, 0.03, 0.9]), np.array([2, 1, 3, 5])
    assert benjamini_hochberg(p, times).tolist() == benjamini_hochberg(np.repeat(p, times))[[0, 2, 3, 6]].tolist()


def tables_with_margins(seen, could):
    """Every table with these margins, by enumeration."""
    grids = (np.array(bits).reshape(seen.shape) for bits in product([0, 1], repeat=seen.size))
    return [
        grid
        for grid in grids
        if (grid.sum(axis=0) == seen.sum(axis=0)).all()
        and (grid.sum(axis=1) == seen.sum(axis=1)).all()
        and not grid[~could].any()
    ]


@pytest.mark.parametrize("closed", [None, (1, 3)])
def test_trades_reach_every_table_of_the_same_margins_equally_often(closed):
    seen = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 1, 1], [1, 0, 0, 0]])
    could = np.ones(seen.shape, dtype=bool)
    if closed:
        could[closed] = False
    every = {grid.astype(np.int32).tobytes() for grid in tables_with_margins(seen, could)}
    drawn_tables = Counter()
    for rows, columns in drawn(matrix(seen), 6000, seed=3, could=matrix(could) if closed else None):
        for row, column in zip(rows, columns, strict=True):
            grid = np.zeros(seen.shape, np.int32)
            grid[row, column] = 1
            drawn_tables[grid.tobytes()] += 1
    assert set(drawn_tables) == every
    assert stats.chisquare(list(drawn_tables.values())).pvalue > 0.001
    assert stats.chisquare(in_bits(seen, could if closed else None, every)).pvalue > 0.001


def in_bits(seen, could, every):
    """How often each table comes up among six thousand drawn in bits, none of them another."""
    allowed = None if could is None else matrix(could)
    grids = np.concatenate([bits.transpose(2, 0, 1) for bits in tables(matrix(seen), 6000, 3, allowed)])
    found = Counter(grid.astype(np.int32).tobytes() for grid in grids)
    assert set(found) == every
    return list(found.values())


def test_tables_of_a_record_that_leaves_no_choice_are_all_the_one_seen():
    full = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0]])  # no two were anywhere crosswise
    (grids,) = tables(matrix(full), 64, 1)
    assert (grids == full[:, :, None]).all()


def test_tables_drawn_in_bits_give_the_sums_of_those_drawn_by_trades():
    """The mean of meetings together of each pair of tiers, within four standard errors, and its spread."""
    there, meetings, members = two_bodies(4)
    table = incidence(in_room(there))
    seen, could, _ = within(table, opportunity(there, meetings, MEMBERSHIPS.frame(members)))
    tiers, found = np.array(["county", "district"] * 8), []
    for full in (0, 1.1):  # so full is no table
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("leadnet.network.checkerboards._FILLED", full)
            found.append(_drawn_sums(seen, tiers, ["county", "district"], 1500, 5, could))
    in_bits, by_trades = found
    error = np.sqrt(2 * by_trades.var(axis=0) / 1500)
    assert (abs(in_bits.mean(axis=0) - by_trades.mean(axis=0)) <= 4 * error).all()
    assert in_bits.std(axis=0) == pytest.approx(by_trades.std(axis=0), rel=0.15)


def test_fixed_degrees_agree_with_enumeration_within_their_monte_carlo_error():
    seen = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 1, 1], [1, 0, 0, 0]])
    every = np.array(tables_with_margins(seen, np.ones(seen.shape, dtype=bool)))
    found = fixed_degrees(matrix(seen), trials=4000)
    for row in found.itertuples():
        exact = ((every[:, row.a] * every[:, row.b]).sum(axis=1) >= row.together).mean()
        assert abs(row.p_upper - exact) <= 4 * row.error_upper + 1 / 4000


def test_the_same_seed_draws_the_same_tables():
    seen, _ = SHAPES["sparse"]
    once, again = (fixed_degrees(matrix(seen), 50, seed=1) for _ in range(2))
    assert once.equals(again)


def test_trials_are_enough_only_with_room_below_the_corrected_level():
    assert not enough_trials(pairs=100, trials=5000)  # 200 / 5001 = .04, above .005
    assert enough_trials(pairs=10, trials=5000)  # 20 / 5001 = .004


def test_where_only_the_sizes_of_meetings_are_fixed_all_pairs_have_one_law():
    seen = matrix([[1, 1], [1, 0], [1, 0], [0, 1]])  # sizes 3 and 2 of 4: both at one with chance 1/2, at the other 1/6
    upper, lower = fixed_column(seen)
    assert upper[0] == pytest.approx(1 - 1 / 2 * 5 / 6)  # the first two met once
    assert lower[0] == pytest.approx(1 - 1 / 2 * 1 / 6)


def test_the_law_of_two_tiers_together_is_that_of_enumeration():
    seen = np.array([[1, 1, 0], [0, 1, 1], [1, 1, 0], [0, 0, 1]])
    p, tiers = fit(matrix(seen)).chances(), np.array(["county", "district", "district", "district"], dtype=object)
    found = tier_ties(matrix(seen), tiers, trials=20, exact=True).set_index(["tier_a", "tier_b"])
    exact = {"upper": 0.0, "lower": 0.0}
    for bits in product([0, 1], repeat=seen.size):
        grid = np.array(bits).reshape(seen.shape)
        chance, sizes = np.where(grid, p, 1 - p).prod(), grid[1:].sum(axis=0)
        together = (sizes * (sizes - 1) // 2).sum()
        exact["upper"] += chance * (together >= 2)
        exact["lower"] += chance * (together <= 2)
    row = found.loc[("district", "district")]
    assert row["together"] == 2  # the first district met each of the others once
    assert [row["sdsm_upper"], row["sdsm_lower"]] == pytest.approx([exact["upper"], exact["lower"]], abs=1e-12)


def test_two_of_four_who_are_alike_share_a_meeting_of_three_with_chance_one_half():
    seen = matrix([[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 1, 1], [0, 1, 1, 1]])  # each meeting holds 3 of the 6 pairs
    model = fit(seen)
    assert model.shared(np.array([0]), np.array([0])) == pytest.approx(np.array([[3 * 2 / (4 * 3)]]))
    assert model.p == pytest.approx(np.array([[3 / 4]]))  # 9/16 by the model, more than any such meeting can hold


def test_the_lower_tail_of_meetings_of_their_sizes_is_never_under_the_models():
    seen, could = SHAPES["structural zeros"]
    model, (a, b) = fit(matrix(seen), matrix(could)), np.triu_indices(len(seen), 1)
    a, b = model.row_class[a], model.row_class[b]
    for together in (0, 1, 3):
        count = np.full(len(a), together)
        _, lower = laws(model, a, b).tails(a, b, count)
        assert (lower_of_sizes(model, a, b, count) >= lower - 1e-12).all()


def test_drawn_tables_keep_to_the_opportunity_set():
    there, meetings, members = two_bodies(4)
    table = incidence(in_room(there))
    seen, could, _ = within(table, opportunity(there, meetings, MEMBERSHIPS.frame(members)))
    for rows, columns in drawn(seen, 20, seed=1, could=could):
        assert (could.toarray()[rows, columns] == 1).all()
        one = sparse.csr_array((np.ones(seen.nnz), (rows[0], columns[0])), shape=seen.shape)
        assert np.array_equal(np.diff(one.indptr), np.diff(seen.indptr))
