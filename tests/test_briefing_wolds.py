"""The made-up study told: a council whose attendance changed, a table beside each chart, and that it is made up."""

import io

import briefing_studies
import pypdf
import pytest
from lxml import html

from leadnet.briefing.numbers import sides


@pytest.fixture(scope="module")
def files():
    return briefing_studies.files("wolds")


def tree(files, name="briefing.html"):
    return html.fromstring(files[name])


def section(files, heading: str) -> str:
    """The words of a section."""
    text = " ".join(tree(files).xpath("//main")[0].text_content().split())
    return text.partition(f" {heading} ")[2].partition(" Do the tiers meet? ")[0]


def test_a_council_that_came_to_eight_of_eight_five_of_nine_and_three_of_eleven_is_told_with_what_speaks_for_it(files):
    said = section(files, "Who took part")
    assert "the shares of 1 of 11 councils" in said and "where so many are compared luck may set one apart" in said
    told = said.partition("(a) ")[2].partition("4.3")[0]
    assert told.startswith("Kettlemarsh Borough Council: in the room at 8 of 8, 5 of 9 and 3 of 11 meetings")
    assert "Apologies are recorded: 4 to the Chief Executives' Group" in told
    assert "-0.73 (-0.9 to -0.29 allowing for luck; -0.73 to -0.62 whatever the missing minutes hold)" in told
    assert "too few for a trend to be told. Why, the papers do not say:" in said


def test_no_trend_word_and_no_cause_stands_beside_it(files):
    said = section(files, "Who took part").lower()
    assert not [
        word for word in ("drift", "decline", "falling", "dropped", "because", "worst", "fewer") if word in said
    ]


def test_with_six_charts_the_paper_keeps_to_five_sides(files):
    assert sides(files["briefing.pdf"]) <= 5


def test_each_chart_has_its_numbers_beside_it_on_the_page_and_in_the_evidence(files):
    page, behind = tree(files), tree(files, "evidence.html")
    charts = page.xpath("//figure")
    assert len(charts) == 6 and all(len(chart.xpath("./details//table/tbody/tr")) > 3 for chart in charts)
    assert len(behind.xpath("//section[@class='charts']//table")) == 6


def test_what_the_minutes_do_not_tell_of_voice_is_said_to_be_not_recorded(files):
    said = section(files, "Who took part")
    assert "tell who chaired and who is asked to act. Not recorded in them: who introduced items or who spoke." in said
    (row,) = tree(files).xpath("//details//table[contains(caption, 'beside voice')]//tr[th='Haskerby']")
    assert row.xpath("string(./td[2])") == "–" and row.xpath("string(./td[3])") == "not recorded"


def test_the_grid_s_table_says_what_each_council_s_square_shows(files):
    (table,) = tree(files).xpath("//details//table[contains(caption, 'Each council at each meeting')]")
    (row,) = [row for row in table.xpath("./tbody/tr") if "Leaders' Forum, 8 July 2024" in row.text_content()]
    names = table.xpath("./thead//th/text()")
    assert row.xpath("./td/text()")[names.index("Kettlemarsh") - 1] == "apologies"


def test_the_evidence_too_says_that_the_data_are_made_up(files):
    for name in ("briefing.html", "evidence.html"):
        assert "Made-up data" in tree(files, name).xpath("string(//p[@class='notice'])")
    assert "Made-up data" in pypdf.PdfReader(io.BytesIO(files["briefing.pdf"])).pages[0].extract_text()
    real = briefing_studies.files("leicestershire")
    assert not tree(real, "evidence.html").xpath("//p[@class='notice']")
