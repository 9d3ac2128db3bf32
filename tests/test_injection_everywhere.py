"""Forty payloads in each text field, looked for in each output of leadnet's: docs/injection.md says where they are.

Every field has all its payloads at once, each with a mark of its own. Where the page says that an output prints a
field, all the marks are found in it: so the checks of test_injection.py, which are made here again on every file, have
looked at each pair. What a field or an output refuses is said on that page too.
"""

from pathlib import Path

import injection_case as case
import injection_outputs
import pytest
from injection_outputs import squeezed, table, text_of
from test_injection import (  # noqa: F401  the same checks, on every output
    test_graph_files_and_json_hold_the_names_as_text,
    test_no_cell_of_any_csv_runs_or_breaks_out_of_its_row,
    test_no_page_has_an_element_or_attribute_of_a_papers_making,
    test_no_word_file_has_a_field_a_macro_or_a_link_that_leads_elsewhere,
    test_no_workbook_holds_a_formula_or_a_link,
    test_the_data_of_the_explore_page_cannot_leave_its_element,
    test_the_templates_were_not_run,
)

from leadnet.briefing.author import AuthorsWords
from leadnet.briefing.content import Briefing, Paragraph, Section, TableExhibit
from leadnet.briefing.docx import write_docx
from leadnet.briefing.html import write_html
from leadnet.briefing.pdf import write_pdf
from leadnet.study.harmless import clean
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span

PAGE = Path(__file__).resolve().parents[1] / "docs" / "injection.md"
PLACES = ("heading", "paragraph", "limb", "caption", "source", "column", "head", "cell")


@pytest.fixture(scope="module")
def outputs(injected):
    """Every output by name, for the checks of test_injection.py."""
    return {name.replace("reports/explore.html", "explore.html"): held for name, held in injected.files.items()}


def test_every_payload_of_every_field_is_found_where_the_table_says_so(injected):
    found = table(injected)
    assert found in PAGE.read_text(encoding="utf-8"), f"docs/injection.md is to hold:\n{found}"
    for name in injection_outputs.OUTPUTS:
        assert name in found


def test_no_command_prints_what_a_terminal_obeys(injected):
    for command, told in injected.printed.items():
        assert all(char.isprintable() or char in "\n\t" for char in told), command
        assert "leadnet: no fault" not in told.splitlines(), command


def test_a_template_keeps_its_header_and_loses_what_it_tells_of_its_maker(injected):
    for name in ("reports/briefing.docx", "reports/changes.docx", "reports/sheets/org-16.docx"):
        text = squeezed(text_of(name, injected.files[name]))
        for field, there in (("header", True), ("cell", True), ("properties", False)):
            marks = [case.mark(f"template: {field}", n) in text for n in range(len(case.PAYLOADS))]
            assert marks == [there] * len(marks), (name, field)


def test_what_the_authors_words_may_not_hold_is_refused_in_a_line_with_its_place(injected):
    for n in {*range(len(case.PAYLOADS))} - {*case.put("briefing.toml: purpose"), *case.QUOTED}:
        text = case.PAYLOADS[n]
        with pytest.raises(StudyError, match=r"^briefing\.toml") as refused:
            AuthorsWords(injected.built, text).line(f"{text} and so on")
        assert str(refused.value).isprintable(), ascii(str(refused.value))


def test_a_payload_at_any_place_of_a_paper_is_text_in_every_format():
    """The writers take what is said and not where it is from: each payload at each place, in one paper."""
    sections = tuple(_section(n) for n in range(len(case.PAYLOADS)))
    footer, details = Sentence((Span(_all("footer")),)), ((_all("detail"), Sentence((Span(_all("said")),))),)
    whole = Briefing(_all("title"), details, sections, footer, "0" * 12, "2008-12-31")
    written = {"a.docx": write_docx(whole), "a.pdf": write_pdf(whole), "a.html": write_html(whole, [])}
    for name, content in written.items():
        text = squeezed(text_of(name, content))
        lost = [(place, n) for n in range(len(case.PAYLOADS)) for place in PLACES if _mark(place, n) not in text]
        assert lost == [], name
        assert not [ran for ran in case.RAN if ran in text], name
    test_no_page_has_an_element_or_attribute_of_a_papers_making(written)
    test_no_word_file_has_a_field_a_macro_or_a_link_that_leads_elsewhere(written)


def _mark(place, n):
    return f"Z{place}{chr(97 + n // 8)}{chr(97 + n % 8)}Z"


def _all(place):
    return " ".join(clean(payload) for payload in case.PAYLOADS) + place


def _section(n):
    """One payload at every place of a section."""

    def said(place):
        return Sentence((Span(clean(f"{case.PAYLOADS[n]} {_mark(place, n)}")),))

    rows = TableExhibit(said("caption"), said("source"), (said("column"), "Other"), ((said("head"), said("cell")),))
    blocks = (Paragraph(said("paragraph")), Paragraph(said("limb"), limb=True), rows)
    return Section(str(said("heading")), blocks)
