"""The finished web page in a real browser: it opens from disk, whole, with no outside request and no script."""

import re
import subprocess

import pytest
from lxml import html

import leadnet


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    for name, content in leadnet.briefing_files(leadnet.study("leicestershire")).items():
        (folder / name).write_bytes(content)
    return folder / "briefing.html"


def test_every_number_links_to_a_place_that_is_there_in_the_page(page):
    tree = html.fromstring(page.read_bytes())
    ids = set(tree.xpath("//@id"))
    links = tree.xpath("//main//a[@data-finding]/@href")
    assert len(links) > 40
    assert {link.removeprefix("#") for link in links} <= ids


def test_the_page_asks_nothing_of_any_other_place(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", text)
    assert "<script" not in text


def test_the_browser_shows_the_whole_page(page, needs, tmp_path):
    switches = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        f"--user-data-dir={tmp_path}",
    ]
    shown = subprocess.run([needs("chromium"), *switches, "--dump-dom", page.as_uri()], capture_output=True, timeout=60)
    tree = html.fromstring(shown.stdout)
    assert tree.xpath("//h1")[0].text_content() == html.fromstring(page.read_bytes()).xpath("//h1")[0].text_content()
    assert len(tree.xpath("//main//svg")) == 3
    assert all(tree.xpath("//main//svg/@aria-label"))
