"""The pages of the study of hostile words, opened in a browser: nothing in them runs and nothing is asked for."""

from pathlib import Path

import injection_case as case
import pytest
from test_explore_browser import _chromium

from leadnet.briefing import brief
from leadnet.explore.one_page import page

VIEWS = ("Map", "Grid", "Ledger", "Ties", "Organisations", "Meetings", "Attendance")


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    study = case.study(tmp_path_factory.mktemp("pages") / "north")
    reports, built = brief(study, ["html"])
    (reports / "explore.html").write_bytes(page(built))
    return {name: reports / f"{name}.html" for name in ("briefing", "evidence", "explore")}


@pytest.fixture
def opened(needs, package):
    """A function that opens a page: the page, and everything it asked for, said or showed as a dialog."""
    package("playwright.sync_api")
    browser = _chromium(needs("chromium"))  # one driver a process: the one the explore page's tests started
    tabs = []

    def look(path: Path):
        seen: list[str] = []
        tab = browser.new_page()
        tabs.append(tab)
        tab.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else seen.append(asked.url))
        tab.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        tab.on("pageerror", lambda error: seen.append(f"error {error}"))
        tab.on("console", lambda said: seen.append(said.text) if said.type == "error" else None)
        tab.goto(path.as_uri())
        return tab, seen

    yield look
    for tab in tabs:
        tab.close()


@pytest.mark.parametrize("name", ["briefing", "evidence", "explore"])
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
