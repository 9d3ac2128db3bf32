"""Baseline: open code under version control that another person can run and has read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from leadnet import __version__
from leadnet.rap.seen import MET, NOT_MET, UNSEEN, Seen, Verdict
from leadnet.study.schema import SOURCES
from leadnet.study.tables import StudyError, read_table

_OPEN = {".py": "Python", ".r": "R", ".sql": "SQL", ".jl": "Julia", ".ipynb": "Jupyter notebook", ".qmd": "Quarto"}
_CLOSED = {".sas": "SAS", ".sps": "SPSS", ".do": "Stata", ".xlsm": "Excel with macros"}


def open_language(seen: Seen) -> Verdict:
    """Files of code by language; a study without code of its own is counted by leadnet."""
    endings = Counter(Path(file).suffix.casefold() for file in seen.files)
    open_, closed = ([f"{endings[end]} of {name}" for end, name in kinds.items() if endings[end]] for kinds in
                     (_OPEN, _CLOSED))  # fmt: skip
    if closed:
        return NOT_MET, f"files in languages that are not open: {', '.join(closed)}"
    if open_:
        return MET, f"files of code: {', '.join(open_)}"
    if seen.study:
        return MET, f"no code of its own; leadnet {__version__}, which is Python, makes its numbers"
    return NOT_MET, "no file of code was found"


def version_control(seen: Seen) -> Verdict:
    """Whether there is a git repository with commits."""
    if not seen.under_git:
        return NOT_MET, f"no git repository at {seen.root.name} or in a folder above it"
    commits = seen.git("rev-list", "--count", "HEAD").strip()
    if not commits:
        return UNSEEN, "there is a git repository, and git does not say what is in it (no commit yet, or no git here)"
    return MET, f"git, {commits} commits"


def readme(seen: Seen) -> Verdict:
    """A README at the top that shows a command."""
    found = seen.named("readme*")
    top = [file for file in found if "/" not in file]
    if not top:
        return NOT_MET, "no README at the top of the folder"
    fenced = seen.first_line(top[0], "```", "    make ", "    pip ", "    python", "    leadnet ")
    if not fenced:
        return NOT_MET, f"{top[0]} shows no command to run"
    return MET, f"{top[0]} line {fenced} shows commands; whether they suffice, a newcomer must try"


def peer_review(seen: Seen) -> Verdict:
    """Reviewed-by lines in the commits; a host keeps its reviews to itself."""
    signed = seen.git("log", "--format=%(trailers:key=Reviewed-by,valueonly,separator=%x2C)").split("\n")
    reviewed = sum(bool(line.strip()) for line in signed)
    rules = seen.named("codeowners", "pull_request_template.md", "merge_request_templates/*")
    if reviewed:
        return MET, f"{reviewed} commits say who reviewed them (Reviewed-by)"
    traces = f"; rules for it: {', '.join(rules)}" if rules else ""
    return UNSEEN, f"no commit has a Reviewed-by line; reviews kept by a host are not in the repository{traces}"


def in_the_open(seen: Seen) -> Verdict:
    """Never seen from here; the licence and whether a remote is set are said."""
    licence = next((file for file in seen.named("licen[cs]e*", "copying*") if "/" not in file), "")
    remote = "a remote is set" if seen.git("remote").strip() else "no remote is set"
    said = f"{licence or 'no licence file'} at the top; {remote}; who can read it is not known to this machine"
    return UNSEEN, said


def papers_inside(seen: Seen) -> Verdict:
    """The papers kept in the repository that sources.csv does not call public."""
    studies = [Path(file).parent for file in seen.named("study.toml")]
    if not studies:
        return UNSEEN, "no study is kept here"
    if not seen.under_git:
        return UNSEEN, "no git repository, so nothing is published from it"
    kept, inside = set(seen.files), []
    for study in studies:
        try:
            rows = read_table(seen.root / study / "sources.csv", SOURCES)
        except StudyError as error:
            return UNSEEN, str(error)
        mine = [(study / "papers" / row.file).as_posix() for row in rows.itertuples() if row.access != "public"]
        inside += [file for file in mine if file in kept]
    if inside:
        return NOT_MET, f"{len(inside)} papers not marked public are tracked, so it must stay a private repository"
    return MET, f"studies: {len(studies)}; every paper tracked that sources.csv lists is marked public"
