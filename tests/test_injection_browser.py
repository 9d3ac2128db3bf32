"""The pages of the study of hostile words, opened in a browser: nothing in them runs and nothing is asked for."""

from pathlib import Path

import in_jupyterlab
import pytest
from test_explore_browser import _chromium
from test_explore_browser import lab as _lab

VIEWS = ("Map", "Grid", "Ledger", "Ties", "Organisations", "Meetings", "Attendance")


PAGES = {
    "briefing": "reports/briefing.html",
    "evidence": "reports/evidence.html",
    "changes": "reports/changes.html",
    "lines behind sheets": "reports/sheets/evidence.html",
    "explore": "reports/explore.html",
}
TABLES = """
import pandas as pd
from leadnet import figures

pd.options.display.max_colwidth, pd.options.display.max_rows = None, 500
for table in {**built.records, **built.results}.values():
    display(table, built.show(table))
display(figures.strip(built.coverage, built.names))
print(built.attendance.to_string(), leadnet.say(built.findings.head(200)))
print("all shown")
"""
lab = _lab  # JupyterLab on the study below


@pytest.fixture(scope="module")
def pages(injected) -> dict[str, Path]:
    return {name: injected.study / file for name, file in PAGES.items()}


@pytest.fixture(scope="module")
def built(injected):
    """The study JupyterLab opens."""
    return injected.built


@pytest.fixture
def cells(built):
    """The cells of the notebook in `lab`: the explore page, and every table as its reader may show it."""
    page = f"import leadnet\nbuilt = leadnet.study({str(built.folder.path)!r})\nseen = leadnet.explore(built)\nseen"
    return [page, TABLES]


@pytest.fixture
def opened(needs, package):
    """A function that opens a page: the page, and everything it asked for, said or showed as a dialog."""
    package("playwright.sync_api")
    browser = _chromium(needs("chromium"))  # one driver a process: the one the explore page's tests started
    tabs = []

    def look(path: Path | str):
        seen: list[str] = []
        tab = browser.new_page()
        tabs.append(tab)
        tab.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else seen.append(asked.url))
        tab.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        tab.on("pageerror", lambda error: seen.append(f"error {error}"))
        tab.on("console", lambda said: seen.append(said.text) if said.type == "error" else None)
        tab.goto(path.as_uri() if isinstance(path, Path) else path)
        return tab, seen

    yield look
    for tab in tabs:
        tab.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_a_paper_holds_runs_in_a_page(name, pages, opened):
    tab, seen = opened(pages[name])
    before = tab.title()
    scripts = tab.locator("script").count()
    if name == "explore":
        tab.wait_for_selector(".leadnet-explore svg")
        for view in VIEWS:
            tab.get_by_role("button", name=view, exact=True).or_(tab.get_by_role("tab", name=view)).first.click()
        for each in tab.locator(".leadnet-explore [tabindex='0'], .leadnet-explore button").all()[:60]:
            each.dispatch_event("mouseover")
            each.dispatch_event("focus")
    assert "evil.invalid" in tab.locator("body").inner_text() or name == "explore"
    assert tab.title() == before != "ran"
    assert tab.locator("script").count() == scripts == (2 if name == "explore" else 0)
    assert tab.locator("iframe, object, embed, base, form, img[onerror], [onload], [onmouseover]").count() == 0
    assert tab.locator("a[href^='javascript:']").count() == 0
    assert seen == []


def test_the_policy_of_the_explore_page_lets_no_other_script_run(pages, opened):
    tab, seen = opened(pages["explore"])
    loaded: list[str] = []
    tab.on("response", lambda answer: loaded.append(answer.url))
    tab.evaluate(
        """() => {
            const made = document.createElement("script");
            made.textContent = "document.title = 'ran'";
            document.body.append(made);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\\"document.title='ran'\\">");
            document.body.insertAdjacentHTML("beforeend", "<img src='http://evil.invalid/x.png'>");
        }"""
    )
    tab.wait_for_timeout(300)
    assert tab.title() != "ran"
    assert any("Content Security Policy" in said for said in seen)  # the page refused, and said so
    assert loaded == []


def test_nothing_a_paper_holds_runs_in_jupyterlab(lab, opened):
    tab, seen = opened(lab)
    in_jupyterlab.ready(tab)
    in_jupyterlab.run(tab, 0)
    tab.wait_for_selector(".leadnet-explore svg")
    for view in VIEWS:
        tab.get_by_role("button", name=view, exact=True).or_(tab.get_by_role("tab", name=view)).first.click()
    assert "evil.invalid" in tab.locator(".leadnet-explore").first.inner_text()
    in_jupyterlab.run(tab, 1)
    tab.wait_for_selector(".jp-OutputArea-output:has-text('all shown')")
    outputs = tab.locator(".jp-OutputArea-output")
    tables = tab.locator(".jp-OutputArea-output table.dataframe")
    assert tables.count() > 40 and tables.get_by_text("evil.invalid").count() > 50
    assert outputs.locator("script, iframe, object, embed, form, [onload], [onmouseover], img[onerror]").count() == 0
    assert outputs.locator("a[href^='javascript:'], .leadnet-explore a, table a[href*='evil.invalid']").count() == 0
    links = outputs.locator("a[href*='evil.invalid']").all()  # JupyterLab's own doing, in what is printed
    assert links and all(link.get_attribute("href") == link.inner_text() for link in links)  # none leads elsewhere
    assert tab.title() != "ran"
    assert not [said for said in seen if "evil.invalid" in said or "dialog" in said], seen
