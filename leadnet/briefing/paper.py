"""A built study as the finished briefing: put together, written in each format, checked, and only then published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from leadnet.briefing.author import AuthorsWords, names_held
from leadnet.briefing.content import Briefing, CitedLine, Evidence
from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_template import header_texts
from leadnet.briefing.exhibits import is_many, without_support
from leadnet.briefing.html import write_evidence, write_html
from leadnet.briefing.marks import EVIDENCE_FILE, refs
from leadnet.briefing.numbers import check_numbers, sides
from leadnet.briefing.pdf import write_pdf
from leadnet.briefing.sections import NOT_INFLUENCE, sections
from leadnet.briefing.settings import WHERE, Author, read_author
from leadnet.build import Built, fingerprint
from leadnet.study.counting import spread
from leadnet.study.mask_counts import instead
from leadnet.study.store import CURRENT
from leadnet.study.tables import StudyError, csv_text
from leadnet.study.words import Sentence, day, figure, sentence

FORMATS = ("docx", "pdf", "html")
_MODES = {
    "internal": "Internal: not for publication.",
    "committee": "For committee: people are named only where the study's register says so.",
    "public": "Public: people are named only where the study's register says so.",
}


def published_before(study: Path) -> str:
    """What to say of a briefing under reports/ that was made from other inputs than the study has now; "" for none."""
    try:
        build = str(json.loads((study / "reports" / CURRENT).read_bytes())["build"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    now = fingerprint(study)
    if build == now:
        return ""
    return (
        f"reports/: the briefing there is stale: it is of build {build}, and the study or leadnet has changed since "
        f"(build {now}); `leadnet brief {study.name}` writes it anew"
    )


def briefing_files(built: Built) -> dict[str, bytes]:
    """The finished, checked files of a build's briefing by name, in memory; nothing is written to disk."""
    return files_of(built, read_author(built.folder.path))


def files_of(
    built: Built, author: Author, formats: Sequence[str] = FORMATS, progress: Callable[[str], None] = lambda said: None
) -> dict[str, bytes]:
    """The finished files by name, each number in them checked; StudyError when one is no finding or it is too long."""
    paper = assemble(built, author)
    known = findings_known(built)
    lines = lines_cited(built, paper, known, author)
    behind = evidence_of(built, paper, known, lines)
    writers = {
        "docx": lambda: write_docx(paper, author.template),
        "pdf": lambda: write_pdf(paper),
        "html": lambda: write_html(paper, behind),
    }
    files = {}
    for ending in formats:
        progress(f"writing briefing.{ending}")
        files[f"briefing.{ending}"] = writers[ending]()
    progress("checking every number")
    _refuse(check_numbers(files, paper, known, lines, names_held(built) | header_texts(author.template)))
    if "pdf" in formats and (length := sides(files["briefing.pdf"])) > author.sides:
        raise StudyError(too_long(paper, length, author.sides))
    return {
        **files,
        EVIDENCE_FILE: write_evidence(paper, behind),
        "findings.csv": csv_text(built.findings).encode(),
        "ledger.csv": csv_text(built.show(built.ledger)).encode(),
    }


def assemble(built: Built, author: Author) -> Briefing:
    """The briefing as content, before it is laid out."""
    as_at = day(built.settings.as_at, "study.toml")
    words = AuthorsWords(built, author.raw, names_held(built))
    details = (
        ("To", words.line(author.to)),
        *((("Meeting", words.line(author.meeting)),) if author.meeting else ()),
        *((("Report of", words.line(author.report_of)),) if author.report_of else ()),
        ("Date", Sentence((day(author.date, WHERE),))),
        ("Record as at", Sentence((as_at,))),
    )
    footer = sentence(
        "{mode} {fair} Record as at {as_at}. Build {build}.",
        mode=_MODES[built.settings.mode],
        fair=NOT_INFLUENCE,
        as_at=as_at,
        build=built.build,
    )
    return Briefing(
        built.hide(author.title),
        details,
        sections(built, author),
        footer,
        built.build,
        author.date,
        built.settings.made_up,
        study_id(built),
    )


def study_id(built: Built) -> str:
    """What all builds of one study share, and no other study has: 12 letters of a hash of its name, area and host."""
    of = "\0".join((built.settings.name, built.settings.area, built.settings.host))
    return hashlib.sha256(of.encode()).hexdigest()[:12]


def findings_known(built: Built) -> pd.DataFrame:
    """The findings a paper may print: those under the study's rules, and those without hosts' officers in support."""
    beside = [built.robustness[built.findings.columns]] if is_many(built) else []
    return pd.concat([built.findings, without_support(built).findings, *beside], ignore_index=True)


def lines_cited(built: Built, paper: Briefing, known: pd.DataFrame, author: Author) -> dict[str, str]:
    """The masked text of every cite used by the paper's marks and by the findings it prints; lists spelt out too.

    Date and contact are the author's to print as they stand.
    """
    own = {f"{WHERE}:{number}": line.strip() for number, line in enumerate(author.raw.splitlines(), start=1)}
    texts = {**built.texts, **own, WHERE: ""}
    used = [ref for kind, ref in refs(paper) if kind != "finding"]
    printed = {ref for kind, ref in refs(paper) if kind == "finding"}
    used += list(known.loc[known["finding_id"].isin(printed), "cites"])
    cites = {cite for ref in used for cite in ref.split()}
    found = {cite: "\n".join(built.hide(texts[line]) for line in spread(cite)) for cite in sorted(cites)}
    found |= {line: built.hide(texts[line]) for cite in sorted(cites) for line in spread(cite)}
    return {**found, WHERE: f"date = {author.date}, contact = {author.contact}"}


def evidence_of(built: Built, paper: Briefing, known: pd.DataFrame, lines: Mapping[str, str]) -> list[Evidence]:
    """What opens behind each mark of the paper: the finding, its rules and note, and its lines."""
    rows = {row.finding_id: row for row in known.itertuples()}
    found = []
    for (kind, ref), words in refs(paper).items():
        row = rows[ref] if kind == "finding" else None
        cites = row.cites if row else ref
        found.append(
            Evidence(
                ref,
                _named(built, row) if row else words,
                _value(row) if row else "",
                row.rules if row else "",
                row.note if row else "",
                tuple(_line(built, line, lines) for cite in cites.split() for line in spread(cite)),
            )
        )
    return found


def _named(built: Built, row: object) -> str:
    """A finding's measure and what it is about, in words."""
    about = [built.names.get(key, key) for key in (row.subject, row.other) if key]
    return ": ".join([row.measure.replace("_", " "), ", ".join(about)]) if about else row.measure.replace("_", " ")


def _value(row: object) -> str:
    if withheld := instead(row.value, row.note) or instead(row.n, row.note):
        return withheld
    if said := instead(row.n, row.note):
        return said
    if not pd.isna(row.of):
        return f"{figure(row.n)} of {figure(row.of)}"
    return figure(row.value) if not pd.isna(row.value) else f"{figure(row.low)} to {figure(row.high)}"


def _line(built: Built, cite: str, lines: Mapping[str, str]) -> CitedLine:
    doc, _, line = cite.rpartition(":")
    return CitedLine(cite, f"{doc}, line {line}" if line.isdigit() else cite, lines[cite])


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise StudyError(f"the briefing is not published: {faults[0]}{more}")


def too_long(paper: Briefing, length: int, allowed: int) -> str:
    """The error for a paper over length: which sections to look at first."""

    def size(section: object) -> int:
        return sum(len(str(block)) for block in section.blocks)

    longest = sorted(paper.sections, key=size, reverse=True)[:2]
    named = " and ".join(f"“{section.heading}”" for section in longest)
    allow = f"briefing.toml: sides = {length} allows it"
    return f"the briefing has {length} sides and may have {allowed}; the longest sections are {named} ({allow})"
