"""Davis, Gardner and Gardner's Southern Women (1941): every block of reference values, each within its own rule."""

import json
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats

from leadnet.network import (
    benjamini_hochberg,
    brokerage,
    constraint,
    core,
    density,
    fit,
    fixed_column,
    fixed_degrees,
    fixed_fill,
    fixed_row,
    incidence,
    laws,
    mixing,
    mixing_by_organisation,
    mixing_counts,
    refined_normal,
    tied,
    two_mode_graph,
    weights,
)

REFERENCE = json.loads(Path(__file__).with_name("davis.json").read_text())
OUT = REFERENCE["outputs"]
WOMEN, EVENTS = (len(REFERENCE["inputs"][side]) for side in ("agents", "artifacts"))
ROW, COLUMN = np.array(REFERENCE["inputs"]["edges"]).T
PRESENT = sparse.csr_array((np.ones(len(ROW), int), (ROW, COLUMN)), shape=(WOMEN, EVENTS))
FIRST, SECOND = np.array(list(combinations(range(WOMEN), 2))).T
TOGETHER = np.array(OUT["projection"]["count"])
GROUPS = np.array(OUT["mixing"]["group"])


@pytest.fixture(scope="module")
def model():
    return fit(PRESENT)


@pytest.fixture(scope="module")
def three_or_more():
    """The network of pairs together at three events or more, as counts."""
    found = np.zeros((WOMEN, WOMEN))
    for first, second, count in OUT["network"]["edges"]:
        found[first, second] = found[second, first] = count
    return found


def close(found, wanted, **within):
    """Equal within the rule, and missing where the reference is."""
    wanted = np.array(wanted, dtype=float)
    assert np.isnan(found).tolist() == np.isnan(wanted).tolist()
    assert np.asarray(found, float)[~np.isnan(wanted)] == pytest.approx(wanted[~np.isnan(wanted)], **within)


def test_how_often_each_pair_met_and_its_weights():
    table = incidence(pd.DataFrame({"org_id": ROW, "meeting_id": COLUMN}))
    found = weights(table).set_index(["a", "b"]).reindex(list(zip(FIRST, SECOND, strict=True))).fillna(0)
    assert found["together"].tolist() == TOGETHER.tolist()
    for name, column in [("newman", "newman"), ("hyperbolic", "hyperbolic"), ("jaccard", "jaccard"),
                         ("cosine", "cosine"), ("min_overlap", "overlap")]:  # fmt: skip
        close(found[column].to_numpy(), OUT["projection_weights"][name], rel=1e-9)


def test_chances_of_the_configuration_model(model):
    xy = np.outer(OUT["bicm"]["x_agents"], OUT["bicm"]["y_artifacts"])
    p = model.chances()
    close(p.ravel(), (xy / (1 + xy)).ravel(), abs=1e-8)
    assert np.abs(p.sum(axis=1) - np.diff(PRESENT.indptr)).max() < 1e-8
    assert np.abs(p.sum(axis=0) - np.bincount(COLUMN)).max() < 1e-8


def test_exact_tails_of_the_stochastic_degree_sequence_model(model):
    a, b = model.row_class[FIRST], model.row_class[SECOND]
    for found, side in zip(laws(model, a, b).tails(a, b, TOGETHER), ("upper", "lower"), strict=True):
        close(found, OUT["sdsm_exact"][side], abs=1e-8)
        close(found, OUT["sdsm_exact"][side], rel=1e-5, abs=1e-13)  # every p here is above 1e-8
        assert (found < 0.05).sum() == OUT["sdsm_exact"][f"n_{side}_below_.05"]
        both = np.minimum(1, 2 * found)
        assert (benjamini_hochberg(both) > 0.05).all()  # with a false-discovery correction nothing is left


def test_the_normal_approximation_others_use_is_known_and_its_distance_from_the_truth(model):
    a, b = model.row_class[FIRST], model.row_class[SECOND]
    exact = laws(model, a, b).tails(a, b, TOGETHER)
    found = refined_normal(model.p[a] * model.p[b], model.columns, TOGETHER)
    block = OUT["sdsm_backbone_rna"]
    for near, true, side in zip(found, exact, ("upper", "lower"), strict=True):
        close(near, block[side], abs=1e-6)
        assert np.abs(near - true).max() == pytest.approx(block["largest_abs_difference_from_exact"][side], abs=1e-6)


@pytest.mark.parametrize(
    ("block", "null", "within"),
    [
        ("fixedrow", fixed_row, 1e-8),
        ("fixedcol", lambda present: fixed_column(present, exact=False), 1e-6),
        ("fixedfill", fixed_fill, 1e-6),
    ],
)
def test_the_simpler_null_models(block, null, within):
    for found, side in zip(null(PRESENT), ("upper", "lower"), strict=True):
        close(found, OUT[block][side], abs=within)


def test_the_fixed_degree_sequence_model_within_the_error_of_both_samples():
    # The reference chain was not run long enough: under the model two women of equal degree are alike, and it gives
    # them values up to 19 standard errors apart. There are few enough trials here for its bias to stay within its rule.
    trials = 1000
    found = fixed_degrees(PRESENT, trials)
    for side in ("upper", "lower"):
        p = np.array(OUT["fdsm"][side])
        error = 4.5 * np.sqrt(p * (1 - p) * (1 / OUT["fdsm"]["trials"] + 1 / trials)) + 2 / trials
        assert (np.abs(found[f"p_{side}"] - p) <= error).all()


def test_the_fixed_degree_sequence_model_treats_women_of_equal_degree_alike():
    found = fixed_degrees(PRESENT, 20_000).set_index(["a", "b"])
    one, other = found.loc[(14, 15)], found.loc[(14, 16)]  # both 15 and 16 were at two events, one of them with 14
    assert one["together"] == other["together"] == 1
    assert abs(one["p_upper"] - other["p_upper"]) < 4 * np.hypot(one["error_upper"], other["error_upper"])


def test_the_network_and_its_structure(three_or_more):
    counted = np.where(tied((PRESENT @ PRESENT.T).toarray(), 3) > 0, (PRESENT @ PRESENT.T).toarray(), 0)
    assert counted.tolist() == three_or_more.tolist()
    assert density(three_or_more) == pytest.approx(OUT["network"]["density"], rel=1e-8)
    block, whole = OUT["structure"], tied((PRESENT @ PRESENT.T).toarray())
    assert (three_or_more > 0).sum(axis=1).tolist() == block["degree"]
    assert three_or_more.sum(axis=1).tolist() == block["strength"]
    close(constraint(three_or_more), block["constraint_binary"], rel=1e-8)
    close(constraint(three_or_more, weighted=True), block["constraint_weighted_by_count"], rel=1e-8)
    close(constraint(whole, weighted=True), block["constraint_weighted_full_projection"], rel=1e-8)


def test_what_networkx_gives_on_the_network(three_or_more):
    graph, block = nx.from_numpy_array(three_or_more), OUT["structure"]
    some = [node for node in graph if graph.degree(node)]
    size = nx.effective_size(graph)
    close([size.get(node, np.nan) for node in graph], block["effective_size_binary"], rel=1e-8)
    between = nx.betweenness_centrality(graph, normalized=False)
    close(list(between.values()), block["betweenness_binary_raw"], rel=1e-8)
    vector = nx.eigenvector_centrality_numpy(graph.subgraph(some), weight="weight")
    found = np.array([vector[node] for node in some])
    close(found / found.max(), [block["eigenvector_weighted_max1"][node] for node in some], abs=1e-6)
    assert list(nx.core_number(graph).values()) == block["k_core"]
    clustering = [nx.clustering(graph, node) if graph.degree(node) > 1 else np.nan for node in graph]
    close(clustering, block["local_clustering"], rel=1e-8)
    assert nx.transitivity(graph) == pytest.approx(block["transitivity"], rel=1e-8)
    assert nx.degree_assortativity_coefficient(graph) == pytest.approx(block["degree_assortativity"], rel=1e-8)


def test_mixing_of_the_two_groups(three_or_more):
    block, found = OUT["mixing"], mixing(three_or_more, GROUPS)
    assert mixing_counts(three_or_more, GROUPS).to_numpy().tolist() == block["ordered_counts"]
    assert (found.internal, found.external) == (block["internal_edges"], block["external_edges"])
    assert found.index == pytest.approx(block["EI"], abs=1e-10)
    assert mixing(three_or_more, GROUPS, weighted=True).index == pytest.approx(block["EI_weighted_by_count"], abs=1e-10)
    close(mixing_by_organisation(three_or_more, GROUPS), block["EI_by_agent"], abs=1e-10)
    assert found.expected == pytest.approx(block["EI_expected_under_label_permutation"], abs=1e-10)
    assert found.sd == pytest.approx(block["EI_permutation_sd_mc2000"], rel=0.1)
    assert stats.norm.cdf(found.z) == pytest.approx(block["EI_permutation_p_as_small_mc2000"], abs=0.03)
    graph = nx.from_numpy_array(three_or_more)
    nx.set_node_attributes(graph, dict(enumerate(GROUPS)), "group")
    assortativity = nx.attribute_assortativity_coefficient(graph, "group")
    assert assortativity == pytest.approx(block["nominal_assortativity"], abs=1e-10)


def test_brokerage_between_the_two_groups(three_or_more):
    block = OUT["brokerage"]
    nodes, network = brokerage(three_or_more, np.array(block["group"]))
    roles = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
    for column in ("raw", "expected", "sd", "z"):
        found = nodes.pivot(index="node", columns="role", values=column)[roles].to_numpy()
        close(found.ravel(), np.array(block[column], dtype=float).ravel(), rel=1e-8)
    network = network.set_index("role").loc[roles]
    assert network["raw"].tolist() == block["network_total_raw"]
    close(network["expected"].to_numpy(), block["network_total_expected"], rel=1e-8)
    close(network["sd_published"].to_numpy(), block["network_total_sd"], rel=1e-8)
    z = (network["raw"] - network["expected"]) / network["sd_published"].where(network["sd_published"] > 0)
    close(z.to_numpy(), block["network_total_z"], rel=1e-8)


def test_centrality_in_the_two_mode_graph():
    block = OUT["two_mode_centrality"]
    graph = two_mode_graph(incidence(pd.DataFrame({"org_id": ROW, "meeting_id": COLUMN})))
    women, order = [("organisation", at) for at in range(WOMEN)], list(graph)
    assert order == [*women, *(("event", at) for at in range(EVENTS))]
    assert [graph.degree(node) for node in order] == block["degree_raw"]
    raw = nx.betweenness_centrality(graph, normalized=False)
    close([raw[node] for node in order], block["betweenness_raw"], rel=1e-8)
    for name in ("degree", "betweenness", "closeness"):
        found = getattr(nx.bipartite, f"{name}_centrality")(graph, women)
        close([found[node] for node in order], block[f"{name}_normalised"], rel=1e-8)
        published = OUT["published_checks"]["borgatti_halgin_two_mode_table_women_2_decimals"][name]
        assert [round(found[node], 2) for node in women] == published
    vector = nx.eigenvector_centrality_numpy(graph)
    close(np.array([vector[node] for node in order]) / max(vector.values()), block["eigenvector_max1"], abs=1e-6)
    assert nx.is_connected(graph) == block["connected"]


@pytest.mark.parametrize("either", [False, True])
@pytest.mark.parametrize("network", ["on_network_count>=3", "on_counts"])
def test_core_and_periphery(network, either, three_or_more):
    block = OUT["core_periphery"][network]["core_core_and_core_periphery" if either else "core_core_only"]
    ties = three_or_more > 0 if "network" in network else tied((PRESENT @ PRESENT.T).toarray())
    found = core(ties, either)
    assert found.correlation == pytest.approx(block["correlation"], abs=1e-5)
    pattern = np.isin(FIRST, block["core"]), np.isin(SECOND, block["core"])
    same = np.corrcoef(ties[FIRST, SECOND], pattern[0] | pattern[1] if either else pattern[0] & pattern[1])[0, 1]
    assert core(ties, either, every=0).correlation == pytest.approx(found.correlation)  # by climbing too
    assert found.members == tuple(block["core"]) or same == pytest.approx(found.correlation, abs=1e-9)


def test_two_published_counts():
    names, found = REFERENCE["inputs"]["agents"], (PRESENT @ PRESENT.T).toarray()
    evelyn, laura, theresa = (names.index(name) for name in ("EVELYN", "LAURA", "THERESA"))
    assert found[evelyn, laura] == OUT["published_checks"]["breiger_1974"]["EVELYN-LAURA"] == 6
    assert found[evelyn, theresa] == OUT["published_checks"]["breiger_1974"]["EVELYN-THERESA"] == 7
