"""PDFs made here, small enough to recount: columns, tables, headers, page breaks, and what cannot be read."""

import io
import struct
import zlib
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest
import typst

from leadnet.documents import Unread, as_json, read_paper
from leadnet.documents.formats.pdf import MOST_PAGES, pdf_lines
from leadnet.documents.formats.pdf_page import page_of

CASES = Path(__file__).resolve().parent / "minutes-cases"
REPORT = (
    "The Board considered a report on the partnership of the county and its districts, which set out what had been "
    "done since the last meeting and what remained to be done before the end of the year. Members asked that the next "
    "report say more about the cost of each strand."
)
HEAD = """#set text(size: 10.5pt, lang: "en")
#set smartquote(enabled: false)
#align(center)[#text(size: 15pt, weight: "bold")[Wolds Board]]

#align(center)[Minutes of the meeting held on 4 March 2014 at 10.00am]

"""
SEATS = """[Councillor Anne Smith (Chair)], [Leader of the Council and Portfolio Holder for Place], [Ashbury DC],
[Jane Hill], [Chief Executive], [Downs County Council],
[Tom Marsh], [Director of Environment], [Combe and Hartley Borough Council and Downs Fire Authority],
"""
ROWS = [
    "| Councillor Anne Smith (Chair) | Leader of the Council and Portfolio Holder for Place | Ashbury DC |",
    "| Jane Hill | Chief Executive | Downs County Council |",
    "| Tom Marsh | Director of Environment | Combe and Hartley Borough Council and Downs Fire Authority |",
]


def pdf(source, head=HEAD):
    return typst.compile((head + source).encode())


def lines(content):
    return pdf_lines(content, "board.pdf")[0]


def texts(source, head=HEAD):
    """The filled lines below the two of the title."""
    return [line.text for line in lines(pdf(source, head)) if line.text][2 if head == HEAD else 0 :]


def test_one_column_gives_a_line_for_each_paragraph_and_entry():
    found = texts(f"""
*Present:* \\
Councillor Anne Smith (Chair) – Ashbury District Council \\
Jane Hill – Chief Executive, Downs County Council \\
Tom Marsh – Director of Environment and Neighbourhoods, Combe and Hartley Borough Council and Downs Fire Authority

1.#h(2em)Budget

{REPORT}

#enum(numbering: "(1)", [That the budget be approved, subject to the views of the district councils on the share that
each of them is to pay in the coming year.], [That the Treasurer write to all districts.])
""")
    assert found == [
        "Present:",
        "Councillor Anne Smith (Chair) – Ashbury District Council",
        "Jane Hill – Chief Executive, Downs County Council",
        "Tom Marsh – Director of Environment and Neighbourhoods, Combe and Hartley Borough Council and Downs Fire "
        "Authority",
        "1. Budget",
        REPORT,
        "(1) That the budget be approved, subject to the views of the district councils on the share that each of them "
        "is to pay in the coming year.",
        "(2) That the Treasurer write to all districts.",
    ]


def test_white_space_on_the_page_is_a_blank_line_and_a_heading_is_marked():
    found = [line.text for line in lines(pdf("*Any other business* \n\nNone."))]
    assert found == [
        "# Wolds Board",
        "",
        "Minutes of the meeting held on 4 March 2014 at 10.00am",
        "",
        "# Any other business",
        "",
        "None.",
    ]


@pytest.mark.parametrize("justify", ["true", "false"])
def test_two_columns_are_read_one_after_the_other(justify):
    """Set to both edges, words are parted at line ends; they are put together."""
    words = [f"Strand {name}. {REPORT}" for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
    body = f"#set par(justify: {justify})\n" + "\n\n".join(words)
    found = texts(body, '#set page(columns: 2, height: 450pt)\n#set text(size: 10.5pt, lang: "en")\n')
    assert " ".join(found) == " ".join(words)
    assert len(found) in (8, 9)  # one paragraph may be cut where the second column begins


def test_a_title_stands_over_two_columns():
    words = [f"Strand {name}. {REPORT}" for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
    assert texts(f"#columns(2)[{' #parbreak() '.join(words)}]") == words


@pytest.mark.parametrize("stroke", ["1pt", "none"])
def test_a_row_of_a_table_is_one_line_whatever_its_cells_run_over(stroke):
    assert texts(f"#table(columns: (1fr, 1.2fr, 1fr), stroke: {stroke}, {SEATS})\n\n{REPORT}") == [*ROWS, REPORT]


def test_a_cell_joined_over_the_whole_table_is_a_line_of_its_own():
    found = texts(f"#table(columns: 3, table.cell(colspan: 3)[Present], {SEATS})")
    assert found == ["Present", *ROWS]


def test_the_table_of_a_turned_page_is_read_alike():
    assert texts(f"#set page(flipped: true)\n#table(columns: (1fr, 1.2fr, 1fr), {SEATS})")[-3:] == ROWS
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(f"#table(columns: (1fr, 1.2fr, 1fr), {SEATS})")))
    writer.pages[0].rotate(90)
    writer.pages[0].transfer_rotation_to_content()
    writer.pages[0].rotate(-90)
    assert [line.text for line in lines(written(writer)) if line.text][2:] == ROWS


def test_a_word_broken_by_a_narrow_column_is_put_together():
    found = texts(
        "#table(columns: (3cm, 0.72cm, 4cm), [Lisa Morgan], [L\\ M], [Kent Police],[Ann Lee], [AL], [Kent CC])"
    )
    assert found == ["| Lisa Morgan | LM | Kent Police |", "| Ann Lee | AL | Kent CC |"]


def test_headers_footers_and_page_numbers_are_left_out():
    setting = """#set page(height: 300pt, header: [Wolds Board #h(1fr) OFFICIAL],
      footer: context align(center)[Page #counter(page).display() of 4])
"""
    found = lines(pdf("\n\n".join([REPORT] * 14), setting + HEAD))
    assert {line.page for line in found} == {1, 2, 3}
    assert [line.number for line in found] == list(range(1, len(found) + 1))
    assert not any(word in line.text for line in found for word in ("OFFICIAL", "Page"))
    assert found[0].text == "# Wolds Board"  # the title, not the header


def test_a_sentence_over_a_page_break_has_no_blank_line_in_it(tmp_path):
    body = "1. Budget\n\n" + " ".join([REPORT] * 2) + " It was agreed that " + "the plan and " * 160 + "the rest go on."
    path = tmp_path / "board.pdf"
    path.write_bytes(pdf(body, "#set page(height: 330pt)\n" + HEAD))
    paper = read_paper(path)
    above, below = next(
        (one, two) for one, two in zip(paper.lines, paper.lines[1:], strict=False) if one.page != two.page
    )
    assert above.text and below.text
    (decision,) = paper.meeting.items[0].decisions
    assert decision.text.startswith("It was agreed that") and decision.text.endswith("the rest go on.")
    assert (decision.source.line, decision.source.page) == (f"{above.number}-{below.number}", 1)


def test_two_lists_side_by_side_stay_apart():
    found = texts(
        "#grid(columns: (1fr, 1fr), [*Present:* \\ Anne Smith \\ Jane Hill \\ Tom Marsh], "
        f"[*Apologies:* \\ Joe Dale \\ Ann Lee])\n\n{REPORT}"
    )
    assert found == ["Present:", "Anne Smith", "Jane Hill", "Tom Marsh", "Apologies:", "Joe Dale", "Ann Lee", REPORT]


def test_a_list_that_flows_over_two_columns_is_one_list():
    found = texts(
        "*Present:*\n#grid(columns: (1fr, 1fr), [Anne Smith (Ashbury DC) \\ Jane Hill (Downs CC)], "
        f"[Joe Dale (Kent Police) \\ Ann Lee (NHS Downs)])\n\n{REPORT}"
    )
    assert found == [
        "Present:",
        "Anne Smith (Ashbury DC)",
        "Jane Hill (Downs CC)",
        "Joe Dale (Kent Police)",
        "Ann Lee (NHS Downs)",
        REPORT,
    ]


def test_who_is_to_act_beside_the_text_follows_its_paragraph():
    found = texts(
        f"#grid(columns: (5fr, 1fr), column-gutter: 10pt, row-gutter: 12pt, [], [*ACTION*], [{REPORT}], [],"
        f"[{REPORT}], [JH], [{REPORT}], [])"
    )
    assert found == [REPORT, REPORT, "Action: JH", REPORT]


def test_the_place_on_the_page_goes_before_the_order_in_the_file():
    """A print driver may write the last line first."""
    placed = [
        f"#place(top + left, dx: {x}cm, dy: {y}cm)[{words}]"
        for x, y, words in (
            (0, 9, "The end of it."),
            (7, 7.6, "Kent Police"),
            (0, 7.6, "Joe Dale"),
            (7, 7, "Downs Council"),
            (0, 7, "Jane Hill"),
        )
    ]
    assert texts("\n".join(placed)) == ["| Jane Hill | Downs Council |", "| Joe Dale | Kent Police |", "The end of it."]


def png(side=60):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    grey = b"".join(b"\x00" + bytes([200] * side) for _ in range(side))
    parts = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)), chunk(b"IDAT", zlib.compress(grey))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


def written(writer):
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked(**passwords):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(REPORT)))
    writer.encrypt(**passwords)
    return written(writer)


def without_unicode():
    """The same letters, drawn by a font that does not say which they are."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(REPORT)))
    for number in range(1, len(writer._objects) + 1):
        found = writer.get_object(number)
        if isinstance(found, dict):
            found.pop("/ToUnicode", None)
    return written(writer)


def pages(count):
    writer = pypdf.PdfWriter()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    return written(writer)


def scan(folder):
    (folder / "scan.png").write_bytes(png())
    source = folder / "scan.typ"
    source.write_text("#pagebreak()\n".join(['#image("scan.png", width: 100%)\n'] * 3))
    return typst.compile(str(source))


def refusal(content):
    with pytest.raises(Unread) as told:
        pdf_lines(content, "board.pdf")
    return str(told.value)


def test_a_scan_says_what_to_do(tmp_path):
    assert refusal(scan(tmp_path)) == (
        "board.pdf: not read - it is a scan (3 pages, no text). Run text recognition (OCR) on it and try again."
    )


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: locked(user_password="x"), "it is locked with a password"),
        (lambda: pdf(REPORT)[:9000], "it is damaged or was not copied whole"),
        (lambda: pdf(REPORT)[:100], "it is damaged or was not copied whole"),
        (lambda: b"PK\x03\x04 a zip", "it is no PDF"),
        (without_unicode, "a font without a Unicode map"),
        (lambda: pages(MOST_PAGES + 1), "it has 2,001 pages and the most is 2,000"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(made, says, capfd):
    said = refusal(made())
    assert said.startswith("board.pdf: not read - ") and says in said and "\n" not in said
    assert said.endswith(".") and capfd.readouterr() == ("", "")


def test_a_file_locked_against_change_only_is_read():
    assert [line.text for line in lines(locked(user_password="", owner_password="x"))][-1] == REPORT


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "board.pdf"
    path.write_bytes(b"")
    with pytest.raises(Unread, match="it is empty"):
        read_paper(path)


def test_scanned_pages_among_others_are_named():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(REPORT)))
    writer.add_blank_page(595, 842)
    _, (problem,) = pdf_lines(written(writer), "board.pdf")
    assert problem.what == "1 of 2 pages hold no text (page 2): blank, or scanned"


def test_ten_pages_are_read_to_the_end():
    content = pdf("\n\n".join([f"{number}. Budget\n\n{REPORT}\n\n{REPORT}" for number in range(1, 75)]))
    assert max(line.page for line in lines(content)) >= 10


def record(case, name):
    (meeting,) = as_json([read_paper(CASES / case / name)])["meetings"]
    return without(meeting, ("source", "doc"))


def without(value, keys):
    if isinstance(value, dict):
        return {key: without(inside, keys) for key, inside in value.items() if key not in keys}
    return [without(each, keys) for each in value] if isinstance(value, list) else value


def test_an_action_log_gives_the_same_record_from_pdf_and_text():
    case = "B040-provider-network-decision-log-2010-05"
    assert record(case, "source.pdf") == record(case, "source.md")


def test_minutes_in_a_table_give_the_same_people_and_items_from_pdf_and_page():
    """The page also carries the name the site gives the body, so its head says more."""
    ours, page = (record("B029-rbwm-flood-forum-2012-09", f"source.{ending}") for ending in ("pdf", "html"))
    assert len(ours["attendance"]) >= 15
    assert (ours["attendance"], ours["items"]) == (page["attendance"], page["items"])


def test_a_list_without_ruling_lines_keeps_who_is_from_where():
    people = record("B032-new-anglia-lep-2021-01", "source.pdf")["attendance"]
    assert len(people) == 30
    assert people == record("B032-new-anglia-lep-2021-01", "source.docx")["attendance"]


# ---- Word files printed to PDF --------------------------------------------------------------------------------------


def test_a_title_too_long_for_one_line_is_one_heading():
    head = "#set text(size: 10.5pt)\n#align(center)[#text(size: 24pt)[Downs and Combe Strategic Partnership Board]]\n\n"
    assert texts(REPORT, head)[0] == "# Downs and Combe Strategic Partnership Board"


def test_an_organisation_joined_over_its_people_stands_beside_each():
    cells = "table.cell(rowspan: 2)[Kent Police], [Ann Lee], [Joe Dale], [Kent Fire Service], [Jane Hill]"
    assert texts(f"#table(columns: 2, {cells})") == [
        "| Kent Police | Ann Lee |",
        "| Kent Police | Joe Dale |",
        "| Kent Fire Service | Jane Hill |",
    ]


def test_a_name_over_a_post_in_a_cell_is_not_run_into_it():
    found = texts(
        "#table(columns: (6cm, 5cm), [Jane Hill \\ Leader of the Council], [Kent CC], [Ann \\ Lee], [Kent CVS])"
    )
    assert found == ["| Jane Hill, Leader of the Council | Kent CC |", "| Ann Lee | Kent CVS |"]


def test_present_beside_apologies_keeps_each_name_in_its_column():
    found = texts("#table(columns: (1fr, 1fr), [Present], [Apologies], [Ann Lee], [Joe Dale], [Jane Hill], [])")
    assert found == ["| Present | Apologies |", "| Ann Lee | Joe Dale |", "| Jane Hill |  |"]


def test_dots_that_lead_to_the_next_column_are_a_gap():
    assert texts("Ann Lee#box(width: 1fr, repeat[.])Kent Police") == ["Ann Lee\tKent Police"]


def test_a_row_cut_in_two_by_a_page_break_is_one_row():
    setting = "#set page(height: 260pt)\n"
    text = " ".join([REPORT] * 3)
    rows = ", ".join(f"[{n}], [{text}], [JH]" for n in range(1, 4))
    found = texts(f"#table(columns: (1cm, 1fr, 2cm), {rows})", setting)
    assert found == [f"| {n} | {text} | JH |" for n in range(1, 4)]


def test_a_heading_below_two_columns_of_people_belongs_to_neither():
    people = [
        "Anne Smith, Leader of the Council, Ashbury DC",
        "Jane Hill, Chief Executive, Downs CC",
        "Tom Marsh, Kent CVS",
    ]
    others = ["Joe Dale, Chief Officer, Kent Police", "Ann Lee, Director of Planning, NHS Downs", "Sue Park, Kent CC"]
    set_ = "#set par(spacing: 14pt)\n"
    columns = f"#columns(2, gutter: 1cm)[{' #parbreak() '.join(people)} #colbreak() {' #parbreak() '.join(others)}]"
    assert texts(f"{set_}Present:\n\n{columns}\n\n*1. Budget*\n\n{REPORT}") == [
        "Present:",
        *people,
        *others,
        "1. Budget",
        REPORT,
    ]


def test_words_of_one_size_are_of_one_height_where_the_font_does_not_say_how_high_its_type_is():
    document = pdfium.PdfDocument(CASES / "B036-norfolk-sab-2015-01" / "source.pdf")  # its fonts give 0 for both
    heights = {round(word.height) for word in page_of(document[0], 1).words}
    assert heights == {12, 16}  # the text and the title; "on" and "–" are as high as "(rep"


def test_a_list_below_another_may_have_its_columns_elsewhere():
    def listed(width, *rows):
        cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
        return f"#grid(columns: ({width}pt, auto), row-gutter: 6pt, {cells})"

    first = listed(200, ("Ann Lee", "Kent Police"), ("Councillor Daniel Braith (for Jo)", "CVS"), ("Tom Roe", "OPCC"))
    second = listed(141, ("Di Fox", "Ashbury Council"), ("Al Day", "Savills"))
    found = texts(f"{first}\n\nOfficers\n\n{second}")
    assert found == ["| Ann Lee | Kent Police |", "| Councillor Daniel Braith (for Jo) | CVS |", "| Tom Roe | OPCC |",
                     "Officers", "| Di Fox | Ashbury Council |", "| Al Day | Savills |"]  # fmt: skip


def test_the_head_that_runs_over_the_pages_names_the_body_where_nothing_else_does():
    def printed(title):
        head = "#set page(header: [Wolds Access Forum], footer: [Forum minutes])\n"
        return texts(f"{title}\n\nMinutes of the meeting held on 4 March 2010\n\n#pagebreak()\n\n2. Bridges", head)

    assert printed("") == ["Wolds Access Forum", "Minutes of the meeting held on 4 March 2010", "2. Bridges"]
    assert printed("Combe Board") == ["Combe Board", "Minutes of the meeting held on 4 March 2010", "2. Bridges"]
