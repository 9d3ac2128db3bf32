"""Web pages and answers of web services made to stop a reader."""

from __future__ import annotations

from collections.abc import Iterator

HEAD = "<h1>Wolds Board</h1><p>Minutes of the meeting held on 4 March 2014</p><p>Present: Ann Lee (Kent Police)</p>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_MEETING = "<meetingdate>4/3/2014</meetingdate><committeetitle>Wolds Board</committeetitle>"
_DOCTYPE = "it has a DOCTYPE"
_TOO_MUCH = "it holds more text than any paper"


def numbered(name: str, times: int) -> str:
    """So many attributes of this name and a number."""
    return " ".join(f'{name}{n}="1"' for n in range(times))


def web_pages() -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes and words of each."""
    for name, inner, said in (*_shapes(), *_reaching_out()):
        yield f"{name}.html", f"<!doctype html><title>Minutes</title><body>{inner}".encode(), said
    yield from _odd_pages()
    for name, text, said in _services():
        yield f"{name}.xml", text.encode(), said
    yield from _odd_services()


def _shapes() -> Iterator[tuple[str, str, str]]:
    """Pages no person would write."""
    yield "deep", HEAD + "<div>" * 100_000, ""
    yield "deep-fonts", HEAD + "<font><b>" * 50_000 + "Ann", ""
    yield "deep-lists", HEAD + "<ul><li>Ann" * 20_000, ""
    yield "deep-tables", HEAD + "<table><tr><td>" * 5_000 + "Ann", ""
    yield "deep-spans", HEAD + "<p>" + "<span>" * 200 + "Ann" + "</span>" * 200, ""
    yield "many-parts", HEAD + "<p>a" * 400_000, "it has more than 300,000 parts"
    yield "many-bold", HEAD + "<p>" + "<b></b>" * 100_000, ""
    yield "many-bold-words", HEAD + "<p>" + "<b>1. Ann</b> x" * 60_000, ""
    yield "many-breaks", HEAD + "<p>" + "<br>" * 200_000, ""
    yield "many-tables", HEAD + "<table><tr><td>a</table>" * 20_000, ""
    yield "many-rows", HEAD + "<table>" + "<tr><td rowspan=9999 colspan=9999>a" * 20_000, ""
    yield "many-cells", HEAD + "<table><tr>" + "<td colspan=60>a" * 100_000, ""
    yield "wide-span", HEAD + "<table><tr><td colspan=999999999999>a<td rowspan=-5>b<td colspan=²>c</table>", ""
    yield "long-list", HEAD + '<ol start="99999999999999999999">' + "<li>a" * 30_000, ""
    yield "odd-list", HEAD + '<ol start="²"><li>a<ol start="" type="a">' + "<li>b" * 900, ""
    yield "long-word", HEAD + "<p>" + "a" * 5_000_000, _TOO_MUCH
    yield "long-title", f"</body><title>{'Board ' * 200_000}</title><body>{HEAD}", ""
    yield "long-attribute", HEAD + f'<p class="{"mgContent " * 900_000}">a', ""
    yield "many-attributes", HEAD + f"<p {numbered('a', 100_000)}>a", ""
    yield "many-classes", HEAD + f'<div class="{"nav- " * 5_000}">a</div>' * 50, ""
    yield "open-comment", HEAD + "<!--" + "-" * 2_000_000, ""
    yield "open-script", HEAD + "<script>" + "<" * 2_000_000, ""
    yield "open-tag", HEAD + "<p " + "a" * 2_000_000, ""
    yield "plaintext", HEAD + "<plaintext>" + "</body>" * 9_000, ""
    yield "letters-by-number", HEAD + "<p>" + "&#0;&#xD800;&#x110000;&#99999999999;&#x1b;&#x202e;&nosuch;" * 900, ""
    yield "spaces", HEAD + "<p>" + "&nbsp; " * 40_000 + "a", ""
    yield "only-script", "<script>document.write('Minutes')</script>", "it is empty"
    yield "only-hidden", f'<div style="display:none">{HEAD}</div>', "it is empty"


def _reaching_out() -> Iterator[tuple[str, str, str]]:
    """Pages that would fetch or run something in a browser."""
    yield "fetches", f'{HEAD}<base href="http://127.0.0.1:9/"><img src=a><link rel=stylesheet href=b><iframe src=c>', ""
    yield (
        "opens-files",
        f'{HEAD}<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/hosts"></object>',
        "",
    )
    yield "goes-away", f'<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">{HEAD}', ""
    yield "runs", f"{HEAD}<img src=x onerror=alert(1)><svg onload=alert(1)><a href='javascript:alert(1)'>Ann</a>", ""
    yield "includes", f'{HEAD}<!--#include file="/etc/passwd"--><?php system("id") ?>{{{{ 7*7 }}}}', ""


def _odd_pages() -> Iterator[tuple[str, bytes, str]]:
    page = f"<!doctype html><body>{HEAD}"
    yield "nuls.html", page.replace(" ", "\0").encode(), "it is no web page"
    yield "utf-16.html", page.encode("utf-16"), ""
    yield "utf-32.html", page.encode("utf-32"), ""
    yield "declares-utf-7.html", f"<meta charset=utf-7>{page}+ADw-b+AD4-\xe9".encode("latin-1"), ""
    yield "declares-nothing.html", f"<meta charset={'x' * 300}>{page}\xe9".encode("latin-1"), ""
    yield "declares-rot13.html", f"<meta charset=rot13>{page}\xe9".encode("latin-1"), ""
    yield "declares-idna.html", f"<meta charset=cp65001>{page}\xe9".encode("latin-1"), ""
    yield "entities.html", f"<!DOCTYPE html [<!ENTITY l0 'ha'>{LAUGHS}]><body>{HEAD}<p>&l9;".encode(), ""
    yield "signs.html", b"<" * 3_000_000, ""
    yield "ampersands.html", page.encode() + b"&" * 3_000_000, _TOO_MUCH
    yield "letter-of-mail.html", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + page.encode(), ""
    yield "frames.html", b"<html><frameset><frame src=a><frame src=b></frameset></html>", "it is empty"


def _services() -> Iterator[tuple[str, str, str]]:
    """Answers of a council's web service that are bombs, reach out, or are none."""
    items = "<agendaitems>{}</agendaitems>".format
    yield "laughs", f'<!DOCTYPE m [<!ENTITY l0 "ha">{LAUGHS}]><meeting>{items("&l9;")}</meeting>', "not read - "
    yield (
        "laughs-once",
        f'<!DOCTYPE m [<!ENTITY a "{"x" * 99_999}">]><meeting>{items("&a;" * 9_999)}</meeting>',
        "not read",
    )
    yield (
        "reads-file",
        f'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><meeting>{items("&a;")}</meeting>',
        _DOCTYPE,
    )
    yield "fetches", f'<!DOCTYPE m SYSTEM "http://127.0.0.1:9/a.dtd"><meeting>{items("")}</meeting>', _DOCTYPE
    yield (
        "by-parameter",
        f'<!DOCTYPE m [<!ENTITY % a SYSTEM "http://127.0.0.1:9/">%a;]><meeting>{items("")}</meeting>',
        "not read - ",
    )
    yield (
        "includes",
        '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>',
        "no meeting of",
    )
    yield "styled", f'<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><meeting>{_MEETING}{items("")}</meeting>', ""
    yield "deep", "<meeting>" * 100_000, "it is no whole XML file"
    yield "attributes", f"<meeting {numbered('a', 300_000)}/>", "not read - "
    yield "namespaces", f"<meeting {numbered('xmlns:a', 20_000)}/>", "not read - "
    yield "long-name", f"<{'m' * 1_000_000}/>", "not read - "
    yield "other", "<rss><channel/></rss>", "no meeting of a council's web service (root: rss)"
    yield "cut", f"<meeting>{_MEETING}<agendaitems><agendaitem>", "it is no whole XML file"
    yield "no-one", f"<meeting>{items('')}</meeting>", ""
    yield "no-day", f"<meeting><meetingdate>99/99/²</meetingdate>{items('<agendaitem/>')}</meeting>", ""
    text = "<agendaitem><agendaitemtitle>Roads</agendaitemtitle><agendatext>{}</agendatext></agendaitem>".format
    yield "million-items", f"<meeting>{_MEETING}{items('<agendaitem/>' * 900_000)}</meeting>", ""
    yield "deep-inside", f"<meeting>{_MEETING}{items(text('&lt;div&gt;' * 50_000))}</meeting>", ""
    yield "long-inside", f"<meeting>{_MEETING}{items(text('a' * 5_000_000))}</meeting>", _TOO_MUCH
    yield "escaped-often", f"<meeting>{_MEETING}{items(text('&' + 'amp;' * 90_000 + 'lt;b'))}</meeting>", ""


def _odd_services() -> Iterator[tuple[str, bytes, str]]:
    laughs = f'<!DOCTYPE m [<!ENTITY l0 "ha">{LAUGHS}]><meeting><agendaitems>&l9;</agendaitems></meeting>'
    yield "laughs-16.xml", f'<?xml version="1.0" encoding="utf-16"?>{laughs}'.encode("utf-16"), "not read - "
    yield "laughs-7.xml", b'<?xml version="1.0" encoding="utf-7"?>' + laughs.encode("utf-7"), "not read - "
    yield "laughs-ebcdic.xml", f'<?xml version="1.0" encoding="cp037"?>{laughs}'.encode("cp037"), "not read - "
    yield "nuls.xml", b"<meeting>\0</meeting>", "it is no whole XML file"
    yield "half-letters.xml", b"<meeting>\xed\xa0\x80</meeting>", "it is no whole XML file"
    yield "page.xml", b"<!doctype html><html><body>Minutes</body></html>", "not read - "
