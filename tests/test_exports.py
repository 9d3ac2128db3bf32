"""A study for other programs: each file read back as its program would, masked, saying that it is made up."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import networkx as nx
import openpyxl
import pytest
from briefing_studies import built as opened
from explore_case import DAYS, study

import leadnet
from leadnet.build import CLOSED
from leadnet.cli import main
from leadnet.export import FORMATS, export_files, write_exports
from leadnet.export.cells import cell
from leadnet.export.shown import MADE_UP
from leadnet.study.folder import find_study
from leadnet.study.schema import INPUTS, RECORDS
from leadnet.study.tables import StudyError, check

# Of those in the papers Ann Arden alone may be named.
WITHHELD = ("Birch", "Cedar", "Dogwood", "Orme", "Fay Fir", "Gorse", "Hazel", "Ivy Iris", "ivy-iris", "Juniper", "Sloe",
            "oz-orme")  # fmt: skip
EXEMPT = f"jb-{DAYS[-1]}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return study(tmp_path_factory.mktemp("exports") / "study", access="exempt")


@pytest.fixture(scope="module")
def built(folder):
    return leadnet.study(folder)


@pytest.fixture(scope="module")
def files(built):
    return export_files(built)


def in_mode(built, mode):
    return replace(built, folder=replace(built.folder, settings=replace(built.settings, mode=mode)))


def contents(data):
    """The bytes of a file, and of each part of one that is a zip."""
    if not data.startswith(b"PK"):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [parts.read(name) for name in parts.namelist()]


def sheet(data, name, top=1):
    """The rows of a sheet as dictionaries; `top` is the row of the header."""
    rows = list(openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(min_row=top, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def read_graph(files, name):
    return nx.read_gexf(io.BytesIO(files[name])) if name.endswith("gexf") else nx.read_graphml(io.BytesIO(files[name]))


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml"])
def test_a_graph_file_read_back_holds_the_pair_with_its_test_and_its_days(files, built, name):
    graph = read_graph(files, name)
    edge = graph.edges["blaby", "melton"]
    # Melton came on the first, second, third, fifth and sixth day, Blaby always
    assert (edge["together"], edge["first_date"], edge["last_date"]) == (5, DAYS[0], DAYS[5])
    tie = built.ties.set_index(["organisation_a", "organisation_b"]).loc["blaby", "melton"]
    assert edge["p"] == pytest.approx(min(1, 2 * min(tie["p_upper"], tie["p_lower"])))
    assert (edge["by_chance"], edge["q"], edge["verdict"]) == (tie["expected"], tie["q"], tie["verdict"])
    assert {"possible", "share", "p_upper", "p_lower", "opportunity", "cites", "weight"} <= {*edge}
    # Harborough's officer came for item 2 where the trust's came for item 1: two meetings with an item in common
    items = graph.edges["harborough", "old-trust"]
    assert (items["together"], items["first_date"], items["last_date"]) == (2, DAYS[1], DAYS[2])


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml"])
def test_a_graph_file_has_every_organisation_with_tier_sector_and_days(files, name):
    graph = read_graph(files, name)
    blaby, fire = graph.nodes["blaby"], graph.nodes["wold-fire"]
    assert (blaby["label"], blaby["tier"], blaby["sector"]) == (
        "Blaby District Council",
        "district",
        "local government",
    )
    assert (blaby["gss_code"], blaby["first_date"], blaby["last_date"]) == ("E07000129", DAYS[0], DAYS[7])
    assert (blaby["meetings"], fire["tier"], fire["meetings"]) == (8, "fire", 7)  # all but the fifth
    assert graph.degree["oadby-and-wigston"] == 0  # a district that never came is there all the same


def test_gexf_has_a_timeline_and_the_studys_date(files):
    text = files["network.gexf"].decode()
    assert 'lastmodifieddate="2024-06-01"' in text
    assert 'timeformat="date"' in text
    assert nx.read_gexf(io.BytesIO(files["network.gexf"])).edges["blaby", "melton"]["start"] == DAYS[0]


def test_what_rests_on_an_exempt_paper_says_so(files):
    graph = read_graph(files, "network.graphml")
    assert graph.edges["blaby", "charnwood"]["exempt"] == "yes"  # both were there on the last day
    assert "exempt" not in graph.edges["blaby", "melton"]
    grid = sheet(files["tables.xlsx"], "Grid", 4)
    said = {row["Meeting"]: row["Rests on an exempt paper"] for row in grid if row["Organisation"].startswith("Blaby")}
    assert said == {f"jb-{day}": "yes" if day == DAYS[-1] else "[z]" for day in DAYS}


def test_kumu_finds_label_from_and_to_where_it_looks_for_them(files):
    book = openpyxl.load_workbook(io.BytesIO(files["kumu.xlsx"]))
    assert book.sheetnames == ["Elements", "Connections", "About (ignore)"]
    assert book["Elements"]["A1"].value == "Label"
    assert [book["Connections"][place].value for place in ("A1", "B1")] == ["From", "To"]
    labels = [row["Label"] for row in sheet(files["kumu.xlsx"], "Elements")]
    ends = sheet(files["kumu.xlsx"], "Connections")
    assert len(labels) == len({*labels})
    assert {row[end] for row in ends for end in ("From", "To")} <= {*labels}
    pair = next(row for row in ends if (row["From"][:5], row["To"][:6]) == ("Blaby", "Melton"))
    assert (pair["Together"], pair["Direction"], pair["First together"]) == (5, "undirected", DAYS[0])


def test_popolo_has_people_who_may_be_named_and_attendance_with_whom_they_stood_for(files):
    found = json.loads(files["popolo.json"])
    assert found["persons"] == [{"id": "ann-arden", "name": "Ann Arden"}]
    assert {org["id"] for org in found["organizations"]} >= {"blaby", "new-trust", "body/jb"}
    third = next(event for event in found["events"] if event["id"] == f"jb-{DAYS[2]}")
    assert (third["start_date"], third["organization_id"], third["status"]) == (DAYS[2], "body/jb", "held")
    assert third["attendees"] == [{"id": "ann-arden"}]
    stood_in = [row for row in third["leadnet:attendance"] if "on_behalf_of" in row]
    assert [row["organization_id"] for row in stood_in] == ["blaby", "melton"]
    assert {row["on_behalf_of"]["name"] for row in stood_in} == {"[an officer]"}
    last = next(event for event in found["events"] if event["id"] == f"jb-{DAYS[7]}")
    assert {row["name"] for row in last["leadnet:attendance"]} == {CLOSED}
    assert "attendees" not in last  # its paper is exempt


def test_popolo_references_lead_somewhere(files):
    found = json.loads(files["popolo.json"])
    known = {row["id"] for name in ("persons", "organizations", "posts") for row in found[name]}
    said = [row for event in found["events"] for row in event.get("leadnet:attendance", ())]
    for row in (*found["memberships"], *found["posts"], *found["events"], *said):
        ends = {row[name] for name in row if name.endswith("_id")}
        assert ends <= known


def test_attendance_is_said_in_modern_govs_words(files):
    rows = list(csv.DictReader(io.StringIO(files["attendance.csv"].decode("utf-8-sig"))))
    melton = [row["Attendance"] for row in rows if row["Organisation"].startswith("Melton")]
    # of the third day also the apology of the officer for whom two came
    assert melton == ["Present, virtual", "Present", "Apologies", "Present, as substitute", "Apologies",
                      "Present, virtual", "Present", "Apologies"]  # fmt: skip
    assert {row["Made-up data"] for row in rows} == {"yes"}
    both = [row["Organisation id"] for row in rows if row["Meeting date"] == DAYS[0] and "Fire" in row["Organisation"]]
    assert both == ["wold-fire"]
    county = [row for row in rows if row["Organisation id"] == "leicestershire" and row["Meeting date"] == DAYS[0]]
    assert [row["Name"] for row in county] == ["Ann Arden", "[an officer]"]


def test_the_workbook_has_a_table_a_sheet_and_no_empty_cell(files):
    book = openpyxl.load_workbook(io.BytesIO(files["tables.xlsx"]))
    tables = ["Organisations", "Grid", "Ties", "Ledger", "Coverage", "Findings"]
    assert book.sheetnames == ["Cover", "Contents", "Notes", *tables]
    for name in tables:
        (table,) = book[name].tables.values()
        assert all(value.value not in (None, "") for row in book[name][table.ref] for value in row)
    away = next(
        row for row in sheet(files["tables.xlsx"], "Organisations", 4) if row["Organisation"].startswith("Oadby")
    )
    assert (away["Meetings in the room"], away["First in the room"]) == (0, "[z]")
    ties = sheet(files["tables.xlsx"], "Ties", 4)
    pair = next(row for row in ties if (row["Organisation"][:5], row["Other organisation"][:6]) == ("Blaby", "Melton"))
    assert pair["Meetings together"] == 5
    assert set(pair) >= {"P", "Q", "By chance", "Verdict", "First together", "Last together", "Lines"}


def test_a_meeting_of_which_nothing_is_known_has_no_nought_of_people():
    found = export_files(leadnet.study("leicestershire"), ["xlsx"])["tables.xlsx"]
    heads = {row["What the record says"]: row["People in the room"] for row in sheet(found, "Grid", 4)}
    assert heads["held without minutes"] == heads["announced only"] == "[z]"
    assert heads["not seen"] == 0
    assert heads["present"] == 1


def test_the_data_package_is_the_studys_tables_as_its_schema_has_them(files, built):
    with zipfile.ZipFile(io.BytesIO(files["package.zip"])) as parts:
        described = json.loads(parts.read("datapackage.json"))
        tables = {table.name: table for table in (*INPUTS.values(), *RECORDS.values())}
        for resource in described["resources"]:
            rows = csv.DictReader(io.StringIO(parts.read(resource["path"]).decode()))
            frame = tables[resource["name"]].frame(list(rows))
            assert rows.fieldnames == [field["name"] for field in resource["schema"]["fields"]]
            check(frame, tables[resource["name"]])
        texts = tables["lines"].frame(csv.DictReader(io.StringIO(parts.read("records/lines.csv").decode())))
        assert not any(name.startswith("papers/") for name in parts.namelist())
        links = list(csv.DictReader(io.StringIO(parts.read("records/links.csv").decode())))
        entries = built.attendance.loc[built.attendance["person"] == "Ann Arden", "doc_id"]
        assert {row["id"] for row in links if row["kind"] == "person"} == {"ann-arden"}
        assert sum(row["kind"] == "person" for row in links) == (entries != EXEMPT).sum()
    assert described["made_up"] is True
    assert set(texts.loc[texts["doc_id"] == EXEMPT, "text"]) <= {CLOSED, ""}
    assert len(texts) == len(built.lines)


def test_no_withheld_name_is_in_any_byte_and_each_file_says_that_it_is_made_up(files):
    for name, data in files.items():
        text = b"\n".join(contents(data)).decode("utf-8", errors="replace")
        assert not [who for who in WITHHELD if who in text], name
        assert MADE_UP in text or name == "attendance.csv"  # which has a column that says so
        assert "Ann Arden" in text or name.startswith(("network", "kumu", "tables"))


@pytest.mark.parametrize("name", ["leicestershire", "wolds"])
def test_no_name_or_id_of_a_real_study_leaves_that_may_not(name):
    built = leadnet.study(name)
    people = built.people[built.people["named"] != "yes"]
    links = built.links[(built.links["kind"] == "person") & ~built.links["id"].isin(built.people["person_id"])]
    text = "".join(data.decode() for data in export_files(built, ["graphml", "popolo", "attendance"]).values())
    assert not [who for who in (*people["name"], *people["person_id"], *links["id"]) if who in text]
    assert (MADE_UP in text) is built.settings.made_up
    graph = nx.parse_graphml(export_files(built, ["graphml"])["network.graphml"].decode())
    assert graph.number_of_edges() == (built.ties["together"] > 0).sum()
    assert {*graph} == {*built.grid["org_id"]}


@pytest.mark.parametrize(
    ("name", "pair", "together"),
    [
        ("leicestershire", ("charnwood", "north-west-leicestershire"), 1),  # lines 13 and 14 of the one list held
        ("wolds", ("kettlemarsh", "north-west-torswoldshire"), 15),  # counted in data/wolds/truth/attendance.csv
    ],
)
def test_one_pair_of_a_study_is_the_same_in_every_file(name, pair, together):
    built = opened(name)
    found = export_files(built, ["gexf", "graphml", "kumu", "popolo", "attendance", "xlsx"])
    if name == "wolds":
        with (find_study(name) / "truth/attendance.csv").open(encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if (row["minutes"], row["status"]) == ("yes", "present")]
        assert len(met({(row["org_id"], row["meeting_id"]) for row in rows}, pair)) == together
    graphs = [read_graph(found, file) for file in ("network.gexf", "network.graphml")]
    assert [graph.edges[pair]["together"] for graph in graphs] == [together] * 2
    names = {built.names[org] for org in pair}
    edges = sheet(found["kumu.xlsx"], "Connections")
    assert [row["Together"] for row in edges if {row["From"], row["To"]} == names] == [together]
    ties = sheet(found["tables.xlsx"], "Ties", 4)
    both = [row for row in ties if {row["Organisation"], row["Other organisation"]} == names]
    assert [row["Meetings together"] for row in both] == [together]
    said = {(row["organization_id"], event["id"]) for event in json.loads(found["popolo.json"])["events"]
            for row in event.get("leadnet:attendance", ()) if row["status"] in ("present", "in_attendance")
            and "organization_id" in row}  # fmt: skip
    assert len(met(said, pair)) == together
    listed = csv.DictReader(io.StringIO(found["attendance.csv"].decode("utf-8-sig")))
    came = {(row["Organisation id"], row["Meeting"]) for row in listed
            if row["Attendance"].startswith(("Present", "In attendance"))}  # fmt: skip
    assert len(met(came, pair)) == together


def met(came, pair):
    """The meetings both came to; `came` are pairs of an organisation and a meeting."""
    one, other = ({meeting for org, meeting in came if org == each} for each in pair)
    return one & other


def test_in_internal_mode_the_names_are_there(built):
    found = export_files(in_mode(built, "internal"), ["popolo", "attendance"])
    assert "Birch" in found["popolo.json"].decode()
    assert "Sam Sloe" in found["attendance.csv"].decode()


def test_in_public_mode_small_numbers_of_people_are_withheld(built):
    shown = export_files(in_mode(built, "public"), ["xlsx"])["tables.xlsx"]
    heads = {row["People in the room"] for row in sheet(shown, "Grid", 4)}
    assert heads == {0, "[c]"}  # nobody sent five


def test_a_cell_that_could_run_is_a_text_in_every_sheet(built):
    named = built.organisations.assign(short="=1+2", kind="@SUM(A1)", sector="-1+1")
    tables = {**built.folder.tables, "organisations": named}
    found = export_files(replace(built, folder=replace(built.folder, tables=tables)), ["kumu", "xlsx"])
    for data in found.values():
        for rows in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
            cells = [one for row in rows.iter_rows() for one in row]
            assert not [one.value for one in cells if one.data_type == "f"]
            assert not [one.value for one in cells if str(one.value).startswith(("=", "+", "@", "-1+"))]
    assert sheet(found["kumu.xlsx"], "Elements")[0]["Short name"] == "'=1+2"
    assert [cell(said) for said in ("+1", "\t=1", "\r=1", "[a](b)")] == ["'+1", "'\t=1", "'\n=1", "[a](b)"]


def test_a_cell_is_cut_where_excel_would_refuse_it():
    assert len(cell("line:1 " * 9000)) < 32_767
    assert cell("line:1 " * 9000).endswith("line:1 …")


def test_the_bytes_are_the_same_whatever_the_hash_seed(folder, files):
    said = "import hashlib, leadnet, sys; found = leadnet.export_files(leadnet.study(sys.argv[1])); "
    said += "print(*(hashlib.sha256(data).hexdigest() for data in found.values()))"
    asked = [sys.executable, "-c", said, str(folder)]
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    again = subprocess.run(asked, env=env, capture_output=True, text=True, check=True).stdout.split()
    assert again == [hashlib.sha256(data).hexdigest() for data in files.values()]


# ---- on disk --------------------------------------------------------------------------------------------------------


def test_the_command_writes_the_formats_asked_for_and_says_where(folder, capsys):
    assert main(["export", str(folder), "--to", "graphml,attendance"]) == 0
    written = sorted(path.name for path in (folder / "reports" / "exports").iterdir())
    assert written == ["attendance.csv", "network.graphml"]
    assert "exports/network.graphml" in capsys.readouterr().out


def test_an_unknown_format_is_refused_before_anything_is_read(folder, capsys):
    assert main(["export", str(folder), "--to", "gexf,visio"]) == 1
    assert capsys.readouterr().err == f"leadnet: --to: visio is none of {', '.join(FORMATS)}\n"


@pytest.fixture
def place(tmp_path):
    (tmp_path / "reports").mkdir()
    return tmp_path


def test_the_next_export_takes_the_place_of_the_last(place):
    write_exports(place, {"network.gexf": b"1", "kumu.xlsx": b"1"})
    write_exports(place, {"network.gexf": b"2"})
    assert [path.read_bytes() for path in (place / "reports" / "exports").iterdir()] == [b"2"]
    assert [path.name for path in (place / "reports").iterdir()] == ["exports"]


def test_a_persons_own_file_is_not_lost(place):
    write_exports(place, {"network.gexf": b"1"})
    (place / "reports" / "exports" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StudyError, match=r"notes\.txt: leadnet did not write this"):
        write_exports(place, {"network.gexf": b"2"})
    assert (place / "reports" / "exports" / "network.gexf").read_bytes() == b"1"


def test_when_a_file_cannot_be_written_what_stood_there_stands(place, monkeypatch):
    write_exports(place, {"network.gexf": b"1"})

    def full(path, content):
        if path.name == "kumu.xlsx":
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    monkeypatch.setattr("leadnet.study.together.write_synced", full)
    with pytest.raises(StudyError, match="No space left on device"):
        write_exports(place, {"network.gexf": b"2", "kumu.xlsx": b"2"})
    assert [path.name for path in (place / "reports").iterdir()] == ["exports"]
    assert (place / "reports" / "exports" / "network.gexf").read_bytes() == b"1"


def test_a_folder_named_with_out_is_new_or_refused(place):
    assert write_exports(place, {"network.gexf": b"1"}, place / "new") == place / "new"
    with pytest.raises(StudyError, match="holds something already"):
        write_exports(place, {"network.gexf": b"2"}, place / "new")
    assert (place / "new" / "network.gexf").read_bytes() == b"1"
