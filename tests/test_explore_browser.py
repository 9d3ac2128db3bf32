"""The page and the widget in a real browser: a pick opens its lines, counts are Python's, nothing runs or loads.

Every request that leaves the machine is blocked and counted; there may be none.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations

import explore_case
import in_jupyterlab
import pytest

from leadnet.explore.one_page import page_of, script

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]  # fmt: skip
HOSTILE = (
    "<script>document.title='run'</script>",
    "\" onload='document.title=1' x=\"",
    "\u202eedalb\u200f \u2067right to left",
    "<img src=x onerror=document.title='run'>" + "Long " * 52,
)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Outside:
    """A page of which every request off the machine is blocked and kept in `asked`, every fault in `faults`."""

    def __init__(self, page):
        self.page, self.asked, self.faults = page, [], []
        page.route(re.compile(r"^(?!(file|data|blob):|https?://(127\.0\.0\.1|localhost)[:/])"), self._blocked)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def _blocked(self, route):
        self.asked.append(route.request.url)
        route.abort()


@cache
def _chromium(path):
    from playwright.sync_api import sync_playwright

    return sync_playwright().start().chromium.launch(executable_path=path, args=SWITCHES)


@pytest.fixture
def opened(needs, package) -> Iterator[Outside]:
    package("playwright.sync_api")
    page = _chromium(needs("chromium")).new_page(viewport={"width": 1400, "height": 1000})
    outside = Outside(page)
    yield outside
    page.close()
    assert outside.asked == []


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return explore_case.shared(tmp_path_factory.getbasetemp())[0]


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    return explore_case.shared(tmp_path_factory.getbasetemp())[1]


@pytest.fixture
def show(opened, tmp_path):
    """A function that opens the page of a payload from disk."""

    def showing(data):
        (tmp_path / "explore.html").write_bytes(page_of(data))
        opened.page.goto((tmp_path / "explore.html").as_uri())
        opened.page.wait_for_selector(".node")
        return opened.page

    return showing


def status(page):
    return page.inner_text("[role=status]")


def panel(page):
    return page.inner_text(".panel")


def test_a_click_on_an_organisation_opens_its_lines(show, held, opened):
    page = show(held)
    assert "What may not be concluded" in panel(page)
    page.click("[data-org=melton]")
    assert panel(page).startswith("Melton Borough Council")
    assert "In the room at 5 meetings." in panel(page)
    assert "jb-2023-07-17, line" in panel(page)  # its apologies
    assert "Melton Borough Council" in status(page)
    page.click(".panel summary")
    page.click(".panel .ties button:has-text('Leicestershire')")
    # V, P and S of the first three meetings and P of the sixth; at the fifth only Orme was there for the county.
    # Melton was last named at the seventh.
    assert "met at 5 of the 7 meetings both could have been at" in panel(page)
    assert "Verdict: cannot be told" in panel(page)
    assert opened.faults == []


def test_the_slider_moves_the_window_and_what_has_no_test_says_so(show, held):
    page = show(held)
    page.focus("[data-key=until]")
    page.keyboard.press("ArrowLeft")
    assert "16 January 2023 to 15 January 2024" in status(page)
    assert "Not tested under these settings" in status(page)
    assert "not tested against chance" in page.text_content(".view svg")
    page.keyboard.press("ArrowLeft")  # the meetings of the study's own window, which has its test
    assert "Not tested" not in status(page)
    page.select_option("[data-key=windows]", label="first year")
    assert "6 meetings with minutes" in page.text_content(".view svg")
    page.click("[data-view=meetings]")
    assert page.locator("tbody tr").count() == 6


def test_a_switch_alone_is_tested_and_two_together_are_not(show, held):
    page = show(held)
    page.click("summary:has-text('Rules')")
    page.click("[data-rule=virtual]")
    assert "Not tested" not in status(page)
    page.click("[data-org=melton]")
    assert "In the room at 3 meetings." in panel(page)
    page.click("[data-rule=substitutes]")
    assert "In the room at 2 meetings." in panel(page)
    assert "Not tested under these settings" in status(page)


def test_solid_lines_are_only_those_that_beat_chance(show, held):
    page = show(held)
    solid = ".view svg g > path[stroke='#12436d'][fill=none]:not([stroke-dasharray]):not([d$='h34'])"
    assert page.locator(solid).count() == 0
    more = held["tests"][0] | {"verdict": "m" + held["tests"][0]["verdict"][1:]}
    page = show(held | {"tests": [more]})
    assert page.locator(solid).get_attribute("d").count("M") == 1
    assert "1 pair met more often than chance explains" in page.text_content(".view svg")


def test_the_keyboard_alone_reaches_a_cell_and_its_lines(show, held):
    page = show(held)
    page.focus("[data-view=map]")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("[data-view=grid]", "aria-selected") == "true"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[role=grid]') !== null"):
            break
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "Blaby at JB, 16 January 2023" in panel(page)
    assert "The record says: present." in panel(page)
    assert page.evaluate("document.activeElement.getAttribute('role')") == "gridcell"  # the focus stays
    page.keyboard.press("Escape")
    assert "Nothing is picked." in status(page)


def test_a_pair_that_never_met_opens_what_was_searched(show, held):
    own = held["tests"][0]
    row = list(combinations(own["of"], 2)).index(("new-trust", "old-trust"))
    verdicts = own["verdict"][:row] + "l" + own["verdict"][row + 1 :]
    page = show(held | {"tests": [own | {"verdict": verdicts}]})
    page.click("[data-org=old-trust]")
    page.click(".panel summary")
    page.click(".panel .ties button:has-text('New Trust: 0 meetings, less')")
    # the Old Trust is named at the first four meetings, the New Trust at the last four
    assert "are at no meeting together" in panel(page)
    assert page.locator(".panel .lines").count() == 8


def test_search_finds_an_organisation_and_a_meeting(show, held):
    page = show(held)
    page.fill("[type=search]", "wold")
    assert page.locator(".found button").all_inner_texts() == ["Wold Enterprise", "Wold Fire Service"]
    page.click(".found button:has-text('Fire')")
    assert panel(page).startswith("Wold Fire Service")
    page.fill("[type=search]", "March 2024")
    page.click(".found button")
    assert "Decisions and promises" in panel(page)


def test_a_misspelt_name_is_answered_with_those_near_to_it(show, held):
    page = show(held)
    page.fill("[type=search]", "Charnwod")
    assert page.locator(".found button").all_inner_texts() == ["Charnwood Borough Council"]
    assert "0 organisations and meetings found; near in spelling: Charnwood Borough Council" in status(page)
    page.fill("[type=search]", "Melotn borough")  # two letters swapped
    assert page.locator(".found button").all_inner_texts() == ["Melton Borough Council"]
    page.fill("[type=search]", "Zoology")
    assert page.locator(".found li").count() == 0


def test_an_action_has_one_row_and_names_every_paper_searched(show, held):
    page = show(held)
    page.click("[data-view=ledger]")
    assert page.inner_text("caption").endswith(": 2 actions, 6 not judged")
    assert page.locator("tbody tr").count() == 8
    first = "shown begun by minutes of 15 May 2023; nothing on it in 1 other paper searched; 5 later papers not read"
    assert first in page.inner_text("tbody tr >> nth=0")
    page.click("[data-key=table-0]")
    assert "Searched: minutes of 20 March 2023, lines 1 to 23 (jb-2023-03-20); nothing on it" in panel(page)
    assert "Shown begun: minutes of 15 May 2023, line 28" in panel(page)
    assert "Not read for it yet: minutes of 17 July 2023, lines 1 to 22" in panel(page)
    silent = {"shows": "not mentioned later", "lines": "", "cites": "", "searched": "lines 1 to 9", "doc": "p"}
    alone = held["clauses"][0] | {
        "later": [silent | {"paper": "minutes of 1 May"}, silent | {"paper": "report of 2 May"}]
    }
    page = show(held | {"clauses": [alone]})
    page.click("[data-view=ledger]")
    said = "no later paper shows anything of it (searched: minutes of 1 May, report of 2 May)"
    assert said in page.inner_text("tbody tr")


def test_pairs_told_apart_from_chance_stand_first(show, held):
    less = held["tests"][0] | {"verdict": held["tests"][0]["verdict"][:-1] + "l"}
    page = show(held | {"tests": [less]})
    page.click("[data-view=ties]")
    met = page.locator("tbody tr td:nth-child(3)").all_inner_texts()
    assert page.inner_text("caption").endswith(f"{sum(n != '0' for n in met)} pairs met, 1 told apart")
    verdicts = page.locator("tbody tr td:last-child").all_inner_texts()
    assert verdicts[0] == "less"
    assert set(verdicts[1:]) == {"cannot be told"}


def test_where_no_tie_can_be_told_no_line_is_drawn_unless_asked_for(show, held):
    page = show(held)
    lines = ".view svg g > path[stroke-dasharray]:not([d$='h34'])"
    assert page.locator(lines).count() == 0
    assert held["tests"][0]["untold"][0] in page.text_content(".view svg")
    page.check("[data-key=met]")
    assert page.locator(lines).count() == 1
    assert held["tests"][0]["untold"][0] in page.text_content(".view svg")
    one = held["tests"][0] | {"verdict": "c" + held["tests"][0]["verdict"][1:], "untold": []}
    page = show(held | {"tests": [one]})
    assert page.locator(lines).count() == 1
    assert page.locator("[data-key=met]").count() == 0


def test_a_cell_of_a_running_list_shows_its_own_lines_and_the_list_when_asked(show, held):
    melton = [org["id"] for org in held["organisations"]].index("melton")
    seat = held["entries"]["org"].index(melton)  # its first, on 16 January 2023
    entries = {name: list(column) for name, column in held["entries"].items()}
    entries["own"][seat], entries["cites"][seat] = entries["cites"][seat], "jb-2023-01-16:5-9"
    page = show(held | {"entries": entries})
    page.click("[data-view=grid]")
    page.click("[aria-label^='Melton, JB, 16 January 2023']")
    assert page.locator(".panel blockquote:visible").count() == 1
    page.click(".panel summary:has-text('Whole list')")
    assert page.locator(".panel blockquote:visible").count() > 3


def test_a_sector_has_one_sign_in_every_study(opened, held):
    opened.page.add_script_tag(content=script().replace("export default", "globalThis.widget ="))
    signs = "(groups) => looks({organisations: groups.map((group) => ({group}))}).of"
    alone, among = (opened.page.evaluate(signs, groups) for groups in (["police"], ["fire", "health", "police", "x"]))
    assert alone["police"] == among["police"]
    known = opened.page.evaluate("Object.keys(SIGNS).map(signOf).map((at) => `${at.shape} ${at.dotted}`)")
    assert len(known) == len(set(known))  # shape and dot tell them apart without colour
    listed = files("leadnet.names").joinpath("organisation-kinds.csv").read_text(encoding="utf-8").splitlines()
    sectors = {"-".join(row["sector"].split()) for row in csv.DictReader(listed)}
    assert sectors <= set(opened.page.evaluate("Object.keys(SIGNS)"))


def test_what_may_not_be_concluded_stands_once_on_screen_and_once_on_paper(show, held):
    page = show(held)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.locator("text=What may not be concluded >> visible=true").count() == 1, media
    page.emulate_media(media="screen")
    page.click("[data-org=melton]")
    assert page.locator("text=What may not be concluded >> visible=true").count() == 0
    page.emulate_media(media="print")
    assert page.locator("text=What may not be concluded >> visible=true").count() == 1


RULES = ({}, {"host_support": False}, {"joint_posts": "first"}, {"double_hats": "first", "virtual": False},
         {"item_limited": "whole", "guests": False}, {"follow_successions": True, "substitutes": False})  # fmt: skip
COUNTED = """([data, rules, window]) => {
  const counts = recount(data, indexed(data), {...data.rules, ...rules}, window), n = data.organisations.length;
  const id = (place) => data.organisations[place].id, cells = {}, together = {};
  for (const org of counts.order) data.meetings.forEach((meeting, at) => {
    const cell = cellOf(counts, org, at);
    cells[`${id(org)} ${meeting.id}`] = [cell.state, cell.heads, cell.cites];
  });
  counts.together.forEach((times, pair) => {
    if (times) together[`${id(Math.floor(pair / n))} ${id(pair % n)}`] = times;
  });
  return [cells, together];
}"""


@pytest.mark.parametrize("rules", RULES, ids=str)
def test_the_browser_counts_what_python_counts(opened, built, held, rules):
    opened.page.add_script_tag(content=script().replace("export default", "globalThis.widget ="))
    cells, together = opened.page.evaluate(COUNTED, [held, rules, []])
    other = built.what_if(**rules)
    grid = {f"{row.org_id} {row.meeting_id}": [row.state, int(row.heads), row.cites] for row in other.grid.itertuples()}
    ties = other.ties[other.ties["together"] > 0]
    assert cells == grid
    assert together == {f"{row.organisation_a} {row.organisation_b}": int(row.together) for row in ties.itertuples()}


def test_hostile_names_come_out_as_text_everywhere(show, held, opened):
    orgs = [at | {"name": name, "short": name, "sector": name} for at, name in zip(held["organisations"], HOSTILE * 4)]  # noqa: B905
    data = held | {"organisations": orgs, "title": HOSTILE[0], "bodies": {"jb": HOSTILE[3]}}
    data |= {"lines": {cite: HOSTILE[at % 4] for at, cite in enumerate(held["lines"])}}
    page = show(data)
    for view in ("map", "grid", "ledger", "ties", "organisations", "meetings", "attendance"):
        page.click(f"[data-view={view}]")
    page.click("[data-view=map]")
    page.click("[data-org=blaby]")
    assert panel(page).startswith(HOSTILE[0])
    assert page.locator("img, .panel script, .view script").count() == 0
    assert page.title() == HOSTILE[0]
    assert HOSTILE[0] in page.inner_text("h1")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.faults == []


def violations(page, checker):
    page.evaluate(checker("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("(tags) => axe.run({runOnly: tags})", WCAG)["violations"]
    return [f"{fault['id']} {fault['nodes'][0]['html']}" for fault in found]


def test_no_view_breaks_a_rule_of_accessibility(show, held, checker):
    page = show(held)
    page.click("summary:has-text('Rules')")
    for view in ("map", "grid", "ledger", "ties", "organisations", "meetings", "attendance"):
        page.click(f"[data-view={view}]")
        page.locator("[data-key^='org-'], [data-key^='cell-'], [data-key^='table-']").first.click()
        assert violations(page, checker) == [], view
    page.evaluate("document.querySelector('.search label').replaceWith(document.querySelector('[type=search]'))")
    assert "label" in violations(page, checker)[0]  # a field without its name is found


@pytest.mark.parametrize("view", ["map", "grid", "ties"])
def test_a_view_leaves_as_png_svg_and_csv(show, held, view):
    hostile = [at | {"name": f"={at['name']}"} for at in held["organisations"]]
    page = show(held | {"organisations": hostile})
    page.click(f"[data-view={view}]")
    found = {}
    for kind in ("png", "svg", "csv"):
        with page.expect_download() as leaving:
            page.click(f"[data-key=save-{kind}]")
        found[kind] = leaving.value.path().read_bytes()
    assert found["png"].startswith(b"\x89PNG")
    assert "Attendance is not influence" in found["svg"].decode()
    assert "Made-up data" in found["svg"].decode()
    rows = found["csv"].decode("utf-8-sig").splitlines()
    assert len(rows) > 10
    assert all(row.startswith("'=") for row in rows[1:])


def test_on_paper_the_controls_are_left_out(show, held):
    page = show(held)
    page.emulate_media(media="print")
    assert not page.is_visible(".controls")
    assert page.is_visible(".view svg")
    assert page.pdf()[:4] == b"%PDF"


CLICKED = """(sign) => new Promise((told) => {
  const since = performance.now();
  document.querySelector(sign).click();
  requestAnimationFrame(() => setTimeout(() => told(performance.now() - since)));
})"""


def test_a_large_record_opens_and_its_switches_redraw(show, held, capsys):
    page = show(explore_case.large(held))
    took = {"opens": page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd") / 1000}
    page.click("summary:has-text('Rules')")
    for view in ("map", "grid", "ties"):
        page.click(f"[data-view={view}]")
        took[view] = min(page.evaluate(CLICKED, "[data-rule=guests]") for _ in range(4)) / 1000
    with capsys.disabled():  # a figure to look at, and no bound: it depends on what else the machine does
        print("\n300 organisations, 1,000 meetings:", ", ".join(f"{what} {at:.2f} s" for what, at in took.items()))
    assert page.locator("tbody tr").count() == 50
    page.click("[data-view=grid]")
    assert page.locator("[role=gridcell]").count() == 40 * 24
    page.click("button:has-text('Later meetings')")
    assert "meetings 25 to 48 of 1,000" in page.text_content(".view svg")


@pytest.fixture
def cells(built):
    """The cells of the notebook in `lab`."""
    return [f"import leadnet\nbuilt = leadnet.study({str(built.folder.path)!r})\nseen = leadnet.explore(built)\nseen",
            "print(seen.selection, seen.window, seen.rules['guests'])",
            "seen.selection = {'pair': ['melton', 'blaby']}"]  # fmt: skip


@pytest.fixture
def lab(tmp_path, cells):
    """The address of a notebook of the cells in JupyterLab."""
    with in_jupyterlab.served(tmp_path, cells) as address:
        yield address


def test_in_jupyterlab_a_click_is_read_in_the_next_cell(lab, opened):
    page = opened.page
    page.goto(lab)
    in_jupyterlab.ready(page)
    in_jupyterlab.run(page, 0)
    page.click("[data-org=melton]")
    assert "jb-2023-07-17, line" in panel(page)
    page.focus("[data-key=until]")
    page.keyboard.press("ArrowLeft")
    page.click(".leadnet-explore summary:has-text('Rules')")
    page.click("[data-rule=guests]")
    page.wait_for_function(
        "!document.querySelector('.leadnet-explore [role=status]').textContent.includes('Not tested')"
    )
    in_jupyterlab.run(page, 1)
    told = page.locator(".jp-Cell").nth(1).locator(".jp-OutputArea-output").inner_text()
    assert told.strip() == "{'organisation': 'melton'} ['2023-01-16', '2024-01-15'] False"
    in_jupyterlab.run(page, 2)
    page.wait_for_function("document.querySelector('.panel').innerText.startsWith('Blaby District Council and Melton')")
