"""`leadnet ties`: the tie table of any two-mode table, and what it says of bad ones."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from network_case import table

from leadnet.cli import main
from leadnet.network import as_json, bare_ties

KEYS = ["organisation_a", "organisation_b", "together", "expected", "ratio", "p_upper", "p_lower", "q", "verdict"]
ROWS = ["county,m1", "blaby,m1", "county,m2", "police,m2", "blaby,m3", "police,m4"]


@pytest.fixture
def write(tmp_path):
    """A function that writes a CSV file and gives its path."""

    def written(*lines, name="table.csv", header="organisation,event"):
        path = tmp_path / name
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return str(path)

    return written


def run(capsys, *words):
    code = main(["ties", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_json_gives_every_pair_once_also_those_that_never_met(write, capsys):
    code, out, _ = run(capsys, write(*ROWS), "--json")
    pairs = json.loads(out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    assert code == 0
    assert [list(pair) for pair in pairs] == [KEYS] * 3
    assert [(pair["organisation_a"], pair["organisation_b"], pair["together"]) for pair in pairs] == [
        ("blaby", "county", 1),
        ("blaby", "police", 0),
        ("county", "police", 1),
    ]


def test_csv_gives_the_same_numbers_and_the_notes_stand_beside(write, capsys):
    path = write(*ROWS)
    _, out, err = run(capsys, path)
    _, as_json, _ = run(capsys, path, "--json")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [[row[key] for key in KEYS] for row in rows] == [
        [str(pair[key]) if pair[key] is not None else "" for key in KEYS] for pair in json.loads(as_json)
    ]
    assert "3 organisations, 4 events. Tested over the whole table" in err
    assert "Attendance is not influence, agreement or trust." in err
    assert "No information" in err and "By simulation from this table's own habits" in err


def test_results_do_not_depend_on_the_order_of_rows(write, capsys):
    first = run(capsys, write(*ROWS), "--json")[1]
    assert run(capsys, write(*reversed(ROWS)), "--json")[1] == first


def test_a_row_that_stands_twice_counts_once_and_is_said(write, capsys):
    _, out, err = run(capsys, write(*ROWS, ROWS[0]), "--json")
    assert out == run(capsys, write(*ROWS), "--json")[1]
    assert "table.csv: 1 row says again what another says (first at line 8)" in err


def test_an_event_of_one_is_attended_and_makes_no_tie(write, capsys):
    _, out, err = run(capsys, write(*ROWS), "--json")
    assert sum(pair["together"] for pair in json.loads(out)) == 2
    assert "table.csv: 2 events with one organisation only" in err


def test_one_id_on_both_sides_is_two_things(write, capsys):
    _, out, err = run(capsys, write("forum,forum", "county,forum", "forum,m2", "county,m3"), "--json")
    assert [pair["together"] for pair in json.loads(out)] == [1]
    assert "1 in both columns (forum); an organisation and an event of one name are two" in err


def test_an_organisation_of_its_own_has_no_pair(write, capsys):
    code, out, err = run(capsys, write("county,m1"), "--json")
    assert (code, json.loads(out)) == (0, [])
    assert "No information" in err


def test_groups_are_tested_pair_by_pair_as_one_number(write, capsys):
    groups = write("county,upper", "blaby,lower", "oadby,lower", name="g.csv", header="organisation,group")
    code, _, err = run(capsys, write(*ROWS), "--groups", groups)
    assert code == 0
    assert "lower with upper: 1 meeting together over 1 pair" in err
    assert "g.csv: 1 have no group and take no part in the tests by group (police)." in err
    assert "g.csv: 1 are at no event and make no pair in the tests by group (oadby)." in err


def test_over_5000_organisations_pairs_that_never_met_are_counted_and_not_listed():
    rows = table(*[f"org{n:04}@m{n // 2}" for n in range(5002)])
    found = bare_ties(rows)
    assert len(found.pairs) == 2501
    assert sum(found.left_out.values()) == 5002 * 5001 // 2 - 2501


def test_two_that_nearly_always_come_cannot_show_that_they_meet_less():
    rows = table(*[f"o{i}@m{k:02}" for i in range(6) for k in range(20) if k % 7 != i])  # each misses two or three
    assert set(bare_ties(rows).pairs["can_show_less"]) == {""}  # 14 of 20 are shared whatever they choose


def test_a_number_that_is_not_finite_is_null():
    found = bare_ties(table("a@m", "b@m"))
    found = replace(found, pairs=found.pairs.assign(ratio=np.nan))
    assert json.loads("".join(as_json(found)))[0]["ratio"] is None


def test_what_is_left_out_of_the_listing_is_tested_as_if_it_were_listed():
    rng = np.random.default_rng(11)
    rows = table(*[f"o{i}@m{k}" for i, k in zip(*np.nonzero(rng.random((30, 50)) < 0.15), strict=True)])
    whole, short = bare_ties(rows).pairs, bare_ties(rows, listed=10)
    met = whole[whole["together"] > 0].reset_index(drop=True)
    assert short.pairs["q"].tolist() == pytest.approx(met["q"].tolist(), abs=1e-12)
    assert short.pairs["verdict"].tolist() == met["verdict"].tolist()
    never = whole[whole["together"] == 0]["verdict"].value_counts().to_dict()
    assert short.left_out == never


BAD = {
    "no such column": (["a,m"], "organisation,meeting", 'line 1: the column "event" is missing; it has organisation, '),
    "semicolons": (["a;m"], "organisation;event", "line 1: its cells are parted by semicolons or tabs"),
    "a blank cell": (["a,m", ",m"], "organisation,event", "line 3, column organisation: is blank; fill it or take"),
    "a cell that says nan": (["a,NaN"], "organisation,event", 'line 2, column event: says "NaN"'),
    "a short row": (["a"], "organisation,event", "line 2: 1 cells where the header has 2"),
    "a stray quote": (['a,"m'], "organisation,event", "not readable as CSV"),
    "no rows": ([], "organisation,event", "no row under the header"),
    "a column twice": (["a,m,m"], "organisation,event,event", 'line 1: the column "event" stands twice'),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_table_is_refused_in_one_line_that_says_where(fault, write, capsys):
    lines, header, said = BAD[fault]
    code, out, err = run(capsys, write(*lines, header=header), "--json")
    assert (code, out) == (1, "")
    assert err.startswith("leadnet: table.csv") and said in err
    assert len(err.splitlines()) == 1


def test_an_empty_file_one_that_is_not_text_and_one_that_is_not_there(tmp_path, capsys):
    for name, content, said in [
        ("e.csv", b"", "empty"),
        ("x.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("n.csv", None, "No such"),
    ]:
        if content is not None:
            (tmp_path / name).write_bytes(content)
        code, out, err = run(capsys, str(tmp_path / name))
        assert (code, out) == (1, "")
        assert said in err and len(err.splitlines()) == 1


def test_an_organisation_in_two_groups_is_refused(write, capsys):
    groups = write("county,upper", "blaby,lower", "county,lower", name="g.csv", header="organisation,group")
    code, out, err = run(capsys, write(*ROWS), "--groups", groups)
    assert (code, out) == (1, "")
    assert 'g.csv line 4: county is in group "lower", at line 2 in "upper"' in err


def test_a_table_with_more_columns_and_blank_rows_is_read(write, capsys):
    lines = ["2020,m1, county ", ",,", "2020,m1,blaby"]
    _, out, _ = run(capsys, write(*lines, header="year,event,organisation"), "--json")
    assert [(pair["organisation_a"], pair["organisation_b"]) for pair in json.loads(out)] == [("blaby", "county")]
