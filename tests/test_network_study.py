"""A small study from its papers: headlines with what they turn on, what is said of ties, and what public mode holds."""

import pandas as pd
import pytest

import leadnet
from leadnet.measures import say
from leadnet.new_study import start
from leadnet.study.words import MONTHS

CAME = {  # an x a month; the county always by two
    "Leicestershire County Council": (("Ann Arden", "Al Ash"), "xxxxxxx....."),
    "Charnwood Borough Council": (("Bo Birch",), "xxxxxxx....."),
    "Leicester City Council": (("Di Dale",), "x.....xxxxxx"),
}
BODY = "jb,Joint Board,JB,leicestershire,leicestershire\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = start(tmp_path_factory.mktemp("board") / "study", "Leicestershire", "2010-01-01")
    listed = []
    for at, month in enumerate(MONTHS):
        seats = [
            f"| {name} | - | Chief Executive, {council} |"
            for council, (people, row) in CAME.items()
            for name in people
            if row[at] == "x"
        ]
        opening = f"Minutes of a meeting of the Joint Board held at Town Hall on 2 {month} 2006.\n\nPRESENT\n\n"
        text = opening + "\n".join(seats) + "\n\n1. Housing\n\nThe report was noted.\n"
        (made / "papers" / f"m{at}.txt").write_text(text, encoding="utf-8")
        listed.append(f"m{at},m{at}.txt,minutes,jb,2006-{at + 1:02}-02,,,public,,\n")
    members = "".join(f"jb,{org},,member,,,,,\n" for org in ("leicestershire", "charnwood", "leicester"))
    rows = {"bodies.csv": BODY, "sources.csv": "".join(listed), "register/memberships.csv": members}
    for name, lines in rows.items():
        (made / name).write_text((made / name).read_text(encoding="utf-8") + lines, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def built(folder):
    return leadnet.study(folder)


def test_each_headline_names_findings_that_are_held_and_open_at_their_lines(built):
    found = built.headlines.set_index("subject")
    assert list(found.index) == ["county-district", "county-neighbour", "district-neighbour"]  # one district came
    assert found["verdict"].tolist() == ["more", "as chance", "as chance"]
    assert "(7 meetings together" in found.loc["county-district", "says"]
    assert set(found["finding_id"]) <= set(built.findings["finding_id"])
    beside = {id for ids in found["beside"] for id in ids.split()}
    assert beside <= set(built.robustness["finding_id"])
    assert not built.evidence(built.robustness[built.robustness["finding_id"].isin(beside)]).empty
    assert not set(built.robustness["finding_id"]) & set(built.findings["finding_id"])


def test_what_must_be_said_of_ties_comes_with_the_study(built):
    assert built.ties_caution == "" or not any(map(str.isdigit, built.ties_caution))
    assert isinstance(built.ties_caution, str)


def test_in_public_mode_small_counts_of_people_leave_by_no_door(folder, built):
    settings = (folder / "study.toml").read_text(encoding="utf-8")
    assert say(built.told("people_ever")) == "In the room at the JB in all: 4 people."
    (folder / "study.toml").write_text(settings.replace('mode = "committee"', 'mode = "public"'), encoding="utf-8")
    public = leadnet.study(folder)
    (folder / "study.toml").write_text(settings, encoding="utf-8")
    people = public.findings[public.findings["unit"] == "people"]
    assert not people["n"].between(1, 4).any() and people["n"].isna().any()
    assert public.find("organisations_ever")["n"].tolist() == [3]
    assert public.find("meetings_documented")["n"].tolist() == [12]
    assert say(public.told("people_ever")) == "In the room at the JB in all: fewer than 5 people."
    assert public.show(public.grid)["heads"].fillna(0).eq(0).all()
    assert pd.isna(public.what_if(guests=False).find("people_ever")["value"]).all()
