"""Who was away and who came instead, as sentences tell it; people and places are made up."""

import pytest

from leadnet.documents import as_json, read_paper

MINUTES = """Vale Crime Partnership
Notes of the meeting held on 4 March 2010 at the Town Hall

Present

Jane Hill (Chair), Kent Police
Tom Marsh, Vale Council

1. Apologies for absence

{}

2. Minutes

The minutes were agreed.
"""

# What stands under the item, and who is read from it, status, title and name, organisations, for whom he or she came
SAID = """
Apologies were noted from Ashby (Ann Lee), Combe (Joe Dale), Elmford, Dene and Vale (Kay Frost) and Stoke (J Moss).
=> apologies Ann Lee, Ashby; apologies Joe Dale, Combe; apologies Kay Frost, Dene and Vale; apologies J Moss, Stoke
----
Apologies had been received from Kent Police (Supt Ann Lee) and the Mayor of Combe (Cllr Joe Dale).
=> apologies Supt Ann Lee, Kent Police; apologies Cllr Joe Dale
----
Apologies were received from Councillors Ann Wray and Daren Tandy, Parish Councillors Ken Frost and Jo Moss, Sue Fox,
Age UK and Tom Roe, Vale Housing Trust
=> apologies Councillor Ann Wray; apologies Councillor Daren Tandy; apologies Parish Councillor Ken Frost;
apologies Parish Councillor Jo Moss; apologies Sue Fox, Age UK; apologies Tom Roe, Vale Housing Trust
----
Jane Hill welcomed everybody and said there was an apology from the Mayor Joe Dale
=> apologies Mayor Joe Dale
----
The Chair gave apologies from the Leader, Cllr Ann Lee, and from Joe Dale of Kent Fire Service.
=> apologies Cllr Ann Lee; apologies Joe Dale, Kent Fire Service
----
Apologies for absence from Ann Lee and Joe Dale were received and noted.
=> apologies Ann Lee; apologies Joe Dale
----
An apology for absence was submitted by Mrs.A.Lee, and from Joe Dale (Age UK).
=> apologies Mrs A. Lee; apologies Joe Dale, Age UK
----
Cllr. Lee sent her apologies. Apologies were read out by Joe Dale.
=> apologies Cllr Lee
----
Apologies were received from Cllr Ann Lee—Councillor Joe Dale attended as alternate.
=> apologies Cllr Ann Lee; present Councillor Joe Dale, for Ann Lee
----
Apologies were received from the Fire Commander, and Joe Dale attended in his absence.
=> present Joe Dale
----
Apologies were received from Ann Lee (Kent Police). Joe Dale deputised.
=> apologies Ann Lee, Kent Police; present Joe Dale, for Ann Lee
----
Joe Dale substituted on behalf of Ann Lee.
=> present Joe Dale, for Ann Lee; apologies Ann Lee
----
Joe Dale deputised for Ann Lee.
=> present Joe Dale, for Ann Lee; apologies Ann Lee
----
Joe Dale acted as substitute for Ann Lee.
=> present Joe Dale, for Ann Lee; apologies Ann Lee
----
Apologies: Ann Lee, Kent Police (deputy Joe Dale attended)
=> apologies Ann Lee, Kent Police; present Joe Dale, for Ann Lee
----
Apologies were received from Ann Lee (Vale Council) and Tom Roe. Tom Marsh substituted for Tom Roe.
Sue Fox substituted for Ann Lee.
=> apologies Ann Lee, Vale Council; apologies Tom Roe; present Sue Fox, for Ann Lee
----
Apologies for absence were received from:

| Ann Lee | Kent Police |
| Councillor Dale | Cabinet Member for Children's Services |
| Sue Fox | Age UK |
=> apologies Ann Lee, Kent Police; apologies Councillor Dale; apologies Sue Fox, Age UK
----
Apologies for absence have been received from Chief Executive Ann Lee,

Joe Dale, Sue Fox and Tom Roe.
=> apologies Ann Lee; apologies Joe Dale; apologies Sue Fox; apologies Tom Roe
----
Apologies were received from Ann Lee, with Joe Dale substituting, and Sue Fox, for whom Tom Roe was deputising.
=> apologies Ann Lee; apologies Sue Fox; present Joe Dale, for Ann Lee; present Tom Roe, for Sue Fox
----
Apologies were received from Cllr Lee who was substituted by Cllr Dale and from Cllr Frost.
=> apologies Cllr Lee; apologies Cllr Frost; present Cllr Dale, for Lee
----
Apologies were received from Cllr Ann Lee and Cllr Sue Fox, who was represented by Cllr Joe Dale.
=> apologies Cllr Ann Lee; apologies Cllr Sue Fox; present Cllr Joe Dale, for Sue Fox
----
Apologies were received from Ann Lee and Sue Fox. Joe Dale attended as a substitute.
=> apologies Ann Lee; apologies Sue Fox; present Joe Dale
----
Cllr Ann Lee was unable to attend and had sent Joe Dale in her place.
=> apologies Cllr Ann Lee; present Joe Dale, for Ann Lee
----
The following substitutions were noted: Cllr Joe Dale for Cllr Ann Lee, and Cllr Tom Roe for Cllr Sue Fox.
=> present Cllr Joe Dale, for Ann Lee; present Cllr Tom Roe, for Sue Fox; apologies Cllr Ann Lee; apologies Cllr Sue Fox
----
Apologies were received from Cllr Ann Combe Lee (Ashby). Cllr Joe Dale said he was substituting for Cllr Coombe Lee.
=> apologies Cllr Ann Combe Lee, Ashby; present Cllr Joe Dale, for Ann Combe Lee
----
Apologies were received from Ann Lee, Kent Police. Joe Dale attended on behalf of Kent Police.
=> apologies Ann Lee, Kent Police; present Joe Dale, Kent Police
----
Apologies were received from Ann Lee (sub Joe Dale) and Sue Fox. The Board welcomed Tom Roe as deputy to Sue Fox.
=> apologies Ann Lee; apologies Sue Fox; present Joe Dale, for Ann Lee; present Tom Roe, for Sue Fox
----
No apologies were received from members. The following officers sent their apologies for the day: Ann Lee, Joe Dale.
=> apologies Ann Lee; apologies Joe Dale
----
Joe Dale, VCC attended as a substitute for Ann Lee. Councillors Roe and Fox were substituting for Councillors Moss and
Orr.
=> present Joe Dale, VCC, for Ann Lee; apologies Ann Lee; present Councillor Roe, for Moss; apologies Councillor Moss;
present Councillor Fox, for Orr; apologies Orr
----
Apologies were received from:

Councillors

Ann Lee – Vale Council

Ex-officio members

Joe Dale – Age UK
=> apologies Councillor Ann Lee, Vale Council; apologies Joe Dale, Age UK
"""


def cases():
    """Each case of SAID: the text and the people in any order."""
    for case in SAID.strip().split("\n----\n"):
        text, _, expected = case.partition("\n=> ")
        yield text, sorted(expected.replace("\n", " ").split("; "))


def row(who):
    """A person as the cases write one."""
    name = " ".join(filter(None, (who.title, who.person)))
    came = f"for {who.on_behalf_of}" if who.on_behalf_of else ""
    return f"{who.status} {', '.join(filter(None, (name, *who.organisations, came)))}"


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_a_sentence_says_who_was_away_and_who_came_instead(tmp_path, text, expected):
    paper = tmp_path / "notes.txt"
    paper.write_text(MINUTES.format(text), encoding="utf-8")
    told = [who for who in read_paper(paper).meeting.attendance if who.person not in ("Jane Hill", "Tom Marsh")]
    assert sorted(map(row, told)) == expected
    assert all(who.source.first >= 11 for who in told)


def test_an_organisation_that_sent_nobody_is_a_problem_with_its_line(tmp_path):
    paper = tmp_path / "notes.txt"
    paper.write_text(MINUTES.format("Apologies were noted from Ashby (Ann Lee) and Elmford."), encoding="utf-8")
    assert ("11", '"Elmford" in the list headed "Apologies" begins with no person\'s name') in [
        (problem.line, problem.what) for problem in read_paper(paper).problems
    ]


def test_lists_with_text_between_them_are_read_to_the_end(tmp_path):
    """An item that holds the whole head of the minutes: Hill chairs, two members, an officer, one away."""
    paper = tmp_path / "notes.txt"
    text = (
        "PRESENT: Councillor Jane Hill (Chair).\n\nVale Parish Councillors: Mr Joe Dale and Ms Ann Lee.\n\n"
        "OTHERS PRESENT: Tom Roe (Age UK).\n\nAPOLOGIES: Sue Fox."
    )
    head = MINUTES.split("Present")[0]
    paper.write_text(f"{head}1. Minutes\n\nThe notes were read.\n\n{text}\n\n2. Plans\n\nNone.\n", encoding="utf-8")
    assert [(who.person, who.status, who.chair) for who in read_paper(paper).meeting.attendance] == [
        ("Jane Hill", "present", True),
        ("Joe Dale", "present", False),
        ("Ann Lee", "present", False),
        ("Tom Roe", "in_attendance", False),
        ("Sue Fox", "apologies", False),
    ]


def test_a_chairman_at_the_end_of_the_line_over_the_list_chaired(tmp_path):
    paper = tmp_path / "notes.txt"
    text = (
        "Vale Association of Local Councils\n\nMinutes of a meeting held on 27th March 2019 Village Hall "
        "Chairman Jane Hill (Vale Council) PRESENT: -\n\nTom Marsh (Ashby PC) Ann Lee (Combe PC) Joe Dale (Dene PC)\n\n"
        "1. Welcome\n\nAll were welcomed.\n"
    )
    paper.write_text(text, encoding="utf-8")
    chairs = [(who.person, who.organisations) for who in read_paper(paper).meeting.attendance if who.chair]
    assert chairs == [("Jane Hill", ("Vale Council",))]


def test_an_open_bracket_and_tight_initials_lose_nobody(tmp_path):
    """Of five lines one lost its closing bracket; two have no space behind initials or title."""
    paper = tmp_path / "notes.txt"
    people = "T.E.Marsh (Age UK)\nAnn Lee (Vale Trust / Combe Farm\nJoe Dale (Mind)\nCllr.S.Fox (Dene PC)\nTom Roe (EA)"
    paper.write_text(MINUTES.split("Present")[0] + f"Present:\n{people}\n\n1. Plans\n\nNone.\n", encoding="utf-8")
    assert [who.person for who in read_paper(paper).meeting.attendance] == [
        "T.E. Marsh",
        "Ann Lee",
        "Joe Dale",
        "S. Fox",
        "Tom Roe",
    ]


def test_the_words_of_the_record_stay_as_printed(tmp_path):
    """ "Ashby (Ann Lee)" is read the other way round, and cited as it stands."""
    paper = tmp_path / "notes.txt"
    printed = "Apologies were noted from Ashby (Ann Lee) and Combe (Joe Dale)."
    paper.write_text(MINUTES.format(printed), encoding="utf-8")
    record = as_json([read_paper(paper)])["meetings"][0]["attendance"][-1]
    assert record["person"] == "Joe Dale"
    assert record["source"]["text"] == printed


CHAIRED = (
    "In the absence of the Chairman, Ann Lee, the meeting was chaired by Tom Marsh.",
    "In the absence of Ann Lee (Chair), Tom Marsh chaired.",
    "The meeting was opened by the Vice Chair, Tom Marsh, as the Chair had sent apologies.",
    "Tom Marsh (TM), Chair of the Vale Crime Partnership, welcomed everyone.",
    "TM as Chair welcomed members of the Partnership.",
    "Tom Marsh presided.",
    "Tom Marsh was nominated and elected to chair the Partnership.",
    "Election of Chair: Tom Marsh",
    "Members were welcomed by Tom Marsh, Chair.",
    "Elected officers were Tom Marsh (Chair) and Jane Hill (Vice Chair). The new Chairperson XY, thanked members.",
)


@pytest.mark.parametrize("said", CHAIRED)
def test_a_sentence_says_who_chaired(tmp_path, said):
    paper = tmp_path / "notes.txt"
    paper.write_text(MINUTES.replace(" (Chair)", "").format(said), encoding="utf-8")
    assert [who.person for who in read_paper(paper).meeting.attendance if who.chair] == ["Tom Marsh"]


def test_whoever_opened_a_meeting_by_initials_alone_did_not_chair_it_for_that(tmp_path):
    paper = tmp_path / "notes.txt"
    said = "TM opened the meeting. XY, Chair, welcomed everybody."
    paper.write_text(MINUTES.replace(" (Chair)", "").format(said), encoding="utf-8")
    assert [who.person for who in read_paper(paper).meeting.attendance] == ["Jane Hill", "Tom Marsh"]
    assert not any(who.chair for who in read_paper(paper).meeting.attendance)


def test_a_sentence_on_the_line_of_a_list_names_somebody_else_in_attendance(tmp_path):
    paper = tmp_path / "notes.txt"
    listed = "Present: Cllrs Hill, Marsh and Frost. County Councillor Ann Lee was in attendance with 14 residents."
    paper.write_text(MINUTES.split("Present")[0] + f"{listed}\n\n1. Welcome\n\nAll were welcomed.\n", encoding="utf-8")
    assert [(who.person, who.status, who.sure) for who in read_paper(paper).meeting.attendance] == [
        ("Hill", "present", True),
        ("Marsh", "present", True),
        ("Frost", "present", True),
        ("Ann Lee", "in_attendance", False),
    ]
