"""Studies of one's own, small and odd: the briefing says what the record holds, no more, and never stumbles."""

import pytest
from lxml import html

import leadnet
from leadnet.new_study import start
from leadnet.study.tables import StudyError

HEAD = "Minutes of a meeting of the Joint Board held at Town Hall on Monday 2 July 2007.\n\nPRESENT\n\n"
COUNTY = "| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |\n"
BLABY = "| Bo Birch | - | Chief Executive, Blaby District Council |\n"
ITEM = "\n1. Housing\n\nIt was AGREED that the Chief Executive write to the districts about the plan.\n"


@pytest.fixture
def made(tmp_path):
    """A function that makes a study from papers (name -> text) and rows to add (table -> lines); gives its folder."""

    def make(papers, **rows):
        folder = start(tmp_path / "study", "Leicestershire", "2010-01-01")
        append(folder / "bodies.csv", "jb,Joint Board,JB,leicestershire,leicestershire")
        for name, text in papers.items():
            (folder / "papers" / f"{name}.txt").write_text(text, encoding="utf-8")
            kind, _, on = name.partition("-")
            append(folder / "sources.csv", f"{name},{name}.txt,{kind},jb,{on},,,public,,")
        for table, lines in rows.items():
            place = folder / f"{table}.csv"
            append(place if place.exists() else folder / "register" / f"{table}.csv", lines)
        return folder

    return make


def append(path, lines):
    path.write_text(path.read_text(encoding="utf-8") + lines + "\n", encoding="utf-8")


def read(folder):
    """The words of the briefing's web page."""
    files = leadnet.briefing_files(leadnet.study(folder))
    return " ".join(html.fromstring(files["briefing.html"]).xpath("//main")[0].text_content().split())


def test_a_council_that_sent_apologies_is_not_said_to_be_unrecorded(made):
    item = "\n1. Apologies\n\nApologies for absence were received from Sue Dale (Melton Borough Council).\n"
    page = read(made({"minutes-2007-07-02": HEAD + COUNTY + BLABY + item}))
    assert "Apologies are recorded from Melton Borough Council." in page
    unseen = page.split("Nobody is recorded from")[1].split(".")[0]
    assert "Charnwood" in unseen
    assert "Melton" not in unseen


def test_where_a_membership_is_held_the_paper_does_not_say_there_is_none(made):
    page = read(made({"minutes-2007-07-02": HEAD + COUNTY}, memberships="jb,melton,,member,,,,,"))
    assert "hold no list of members" not in page


def test_clauses_nobody_has_judged_are_said_to_wait_and_make_no_table(made):
    page = read(made({"minutes-2007-07-02": HEAD + COUNTY + ITEM}))
    assert "whether they ask for something is for a person to say" in page
    assert "What later papers show of these actions" not in page


def test_an_organisation_not_yet_matched_is_said_beside_the_count(made):
    page = read(made({"minutes-2007-07-02": HEAD + COUNTY + "| Cy Cole | - | Chief Executive, Melton Forum |\n"}))
    assert "The organisation of 1 person in the room is not yet matched to the register and is not counted." in page
    assert "The 1 person not yet matched may be theirs." in page


def test_a_name_near_a_council_is_asked_with_the_council_as_candidate(made):
    built = leadnet.study(
        made({"minutes-2007-07-02": HEAD + COUNTY + "| Cy Cole | - | Chief Executive, Melton Forum |\n"})
    )
    asked = built.questions[built.questions["kind"] == "organisation"]
    assert asked[["left", "right"]].values.tolist() == [["Melton Forum", "melton"]]


def test_someone_listed_twice_is_one_head_and_is_asked_about(made):
    built = leadnet.study(made({"minutes-2007-07-02": HEAD + COUNTY + BLABY + BLABY}))
    assert built.find("heads_in_room")["value"].tolist() == [2]
    assert built.questions["asked"].str.contains("one person\\? Counted once").any()


def test_a_host_in_no_workstream_is_no_fault(made):
    work = "roads,Roads,blaby,leads,minutes-2007-07-02,5,"
    assert "The papers name 1 workstream." in read(made({"minutes-2007-07-02": HEAD + COUNTY}, workstreams=work))


def test_a_study_of_a_report_alone_builds(made):
    report = "JOINT BOARD – 22 JANUARY 2008\n\nNEXT STEPS\n\nPurpose of Report\n\n1. To consider the next steps.\n"
    page = read(made({"report-2008-01-22": report}))
    assert "Background papers" in page
    assert "Who took part" not in page


def test_papers_after_as_at_are_left_out(made):
    folder = made({"minutes-2007-07-02": HEAD + COUNTY, "minutes-2011-07-02": HEAD.replace("2007", "2011") + COUNTY})
    said = []
    built = leadnet.study(folder, progress=said.append)
    assert built.there["meeting_id"].unique().tolist() == ["jb-2007-07-02"]
    assert any("after as_at = 2010-01-01" in line for line in said)


def test_internal_mode_prints_every_name_and_committee_mode_the_one_who_may_be_named(made):
    folder = made({"minutes-2007-07-02": HEAD + COUNTY + BLABY}, people="ann-arden,Ann Arden,chief officer,yes")
    (folder / "study.toml").write_text((folder / "study.toml").read_text().replace('"committee"', '"internal"'))
    assert "Bo Birch" in read(folder)
    (folder / "study.toml").write_text((folder / "study.toml").read_text().replace('"internal"', '"committee"'))
    page = read(folder)
    assert "Ann Arden" in page
    assert "Bo Birch" not in page


def test_no_word_of_an_exempt_paper_is_printed_outside_internal_use(made):
    answers = "q1,action,minutes-2007-07-02:11:1,asks,line,same,me,2026-01-01,it asks"
    folder = made({"minutes-2007-07-02": HEAD + COUNTY + ITEM}, judgements=answers)
    sources = (folder / "sources.csv").read_text()
    (folder / "sources.csv").write_text(sources.replace(",public,", ",exempt,"))
    files = leadnet.briefing_files(leadnet.study(folder))
    for name in ("briefing.html", "evidence.html", "ledger.csv"):
        assert b"write to the districts" not in files[name]
    assert b"[a line of an exempt paper]" in files["briefing.html"]


@pytest.mark.parametrize(
    "table, row, said",
    [
        ("workstreams", "roads,Roads,blaby,leads,minutes-2007-07-02,99,", "has no line 99"),
        ("workstreams", "roads,Roads,blaby,leads,minutes-2007-07-02,fifty,", '"fifty" is no line of a paper'),
        ("organisations", "Blaby DC,Blaby,,,,,,,,,", '"Blaby DC" is no id'),
        (
            "judgements",
            "q,organisation,BDC,narnia,study,same,me,2026-01-01,x",
            '"narnia" is no id of organisations.csv',
        ),
        ("judgements", "q,organisation,BDC,blaby,line,same,me,2026-01-01,x", "scope line needs"),
        ("judgements", "q,action,a:1:1,minutes-2007-07-02:5 finished,line,same,me,2026-01-01,x", "is neither `asks`"),
    ],
)
def test_a_row_that_points_nowhere_is_one_line_that_says_so(made, table, row, said):
    with pytest.raises(StudyError, match=said.replace("`", "`")):
        leadnet.study(made({"minutes-2007-07-02": HEAD + COUNTY}, **{table: row}))


@pytest.mark.parametrize(
    "was, now, said",
    [
        ('host = "leicestershire"', 'host = "narnia"', 'host = "narnia" is no org_id of organisations.csv'),
        ("[rules]", '[rules]\nlevel = "high"', "rule level is a number between 0 and 1"),
        ("[rules]", '[rules]\nwithout_meetings = "x"', "rule without_meetings is a list"),
        ("made_up = false", "made_up = false\nregion = 1", "region is no setting; the settings are format, name"),
    ],
)
def test_a_wrong_setting_is_one_line_that_says_what_is_allowed(made, was, now, said):
    folder = made({"minutes-2007-07-02": HEAD + COUNTY})
    text = (folder / "study.toml").read_text()
    (folder / "study.toml").write_text(text.replace(was, now, 1))
    with pytest.raises(StudyError, match=said):
        leadnet.study(folder)


def test_recommendations_are_a_list_and_sides_a_number(made):
    folder = made({"minutes-2007-07-02": HEAD + COUNTY})
    text = (folder / "briefing.toml").read_text()
    for line, said in (
        ('recommendations = "note"', "is a list of texts"),
        ('sides = "four"', "is not a number of sides"),
    ):
        kept = "\n".join(row for row in text.splitlines() if not row.startswith(line.split(" ")[0]))
        (folder / "briefing.toml").write_text(kept + f"\n{line}\n")
        with pytest.raises(StudyError, match=said):
            read(folder)


def test_the_authors_contact_may_hold_a_telephone_number(made):
    folder = made({"minutes-2007-07-02": HEAD + COUNTY})
    text = (folder / "briefing.toml").read_text()
    (folder / "briefing.toml").write_text(text.replace('contact = "the author"', 'contact = "Policy, 01622 555123"'))
    assert "01622 555123" in read(folder)


def test_a_meeting_left_out_by_the_rules_is_not_a_meeting_nobody_came_to(made):
    built = leadnet.study(made({"minutes-2007-07-02": HEAD + COUNTY + BLABY}))
    without = built.what_if(without_meetings=("jb-2007-07-02",))
    assert without.grid.empty
    assert "districts_in_room" not in set(without.findings["measure"])


def test_an_organisation_seen_only_through_those_the_rules_leave_out_is_not_said_to_be_unseen(made):
    guests = "\nAlso present:\n\nCy Cole - Chief Executive, Melton Borough Council\n"
    built = leadnet.study(made({"minutes-2007-07-02": HEAD + COUNTY + guests}), guests=False)
    cells = built.grid.set_index("org_id")["state"]
    assert (cells["melton"], cells["blaby"]) == ("left out by the rules", "not seen")
