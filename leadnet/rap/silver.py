"""Silver: well-kept code and data, with tests, documents, and a record of each run."""

from __future__ import annotations

import ast
import json
import re

from leadnet.rap.seen import MET, NOT_MET, UNSEEN, Seen, Verdict
from leadnet.study.folder import folder_faults
from leadnet.study.schema import CORRECTIONS, INPUTS
from leadnet.study.tables import StudyError, read_table

_NO_CODE = "no code of its own here; leadnet's can be looked at in leadnet's own repository"
_LOGGING = re.compile(r"^\s*(?:import|from) (?:logging|loguru|structlog)", re.M)
_ENOUGH = 0.9  # of public functions with a docstring
_LOCKS = ("poetry.lock", "uv.lock", "pipfile.lock", "renv.lock", "environment.yml")


def little_by_hand(seen: Seen) -> Verdict:
    """A study built by one command, with its corrections; else one file that runs everything."""
    if seen.study:
        build = _build(seen)
        if not build:
            return NOT_MET, "the study has no build yet; `leadnet brief` makes one"
        try:
            by_hand = len(read_table(seen.study / "register" / "corrections.csv", CORRECTIONS))
        except StudyError as error:
            return UNSEEN, str(error)
        return MET, f"`leadnet brief` made build {build}; {by_hand} corrections by hand, each signed in corrections.csv"
    runs = seen.named("makefile", "snakefile", "dvc.yaml", "_targets.r", "justfile")
    return (MET, f"{runs[0]} runs the steps") if runs else (NOT_MET, "no file that runs all steps (as a Makefile)")


def documented(seen: Seen) -> Verdict:
    """Docstrings of public functions, and pages beside the README."""
    pages = seen.named("docs/*.md", "contributing*", "docs/*.rst", "architecture*")
    if not seen.functions:
        return UNSEEN, _NO_CODE
    said = sum(bool(ast.get_docstring(each)) for each in seen.functions)
    evidence = (
        f"{said} of {len(seen.functions)} public functions say what they do; pages: {', '.join(pages[:4]) or 'none'}"
    )
    return MET if pages and said >= _ENOUGH * len(seen.functions) else NOT_MET, evidence


def laid_out(seen: Seen) -> Verdict:
    """Folders of package, tests and pages; or a study's."""
    if seen.study and not seen.code:
        return MET, "the folders of a leadnet study"
    tops = {file.split("/")[0] for file in seen.files if "/" in file}
    here = [name for name in ("src", "tests", "docs", "data", "notebooks", "R", "man") if name in tops]
    packages = sorted({file.split("/")[0] for file in seen.named("*/__init__.py") if file.count("/") == 1} - {"tests"})
    if not (packages or "src" in here or "R" in here):
        return NOT_MET, "no folder that is a package"
    return MET, f"package: {', '.join(packages) or 'src or R'}; beside it {', '.join(here) or 'nothing'}"


def functions(seen: Seen) -> Verdict:
    """Public functions in modules."""
    if not seen.functions:
        return (UNSEEN, _NO_CODE) if not seen.code else (NOT_MET, "no public function or class in the Python files")
    return (
        MET,
        f"{len(seen.functions)} public functions and classes in {len(seen.code)} files; that they fit is for a reader",
    )


def standard(seen: Seen) -> Verdict:
    """A formatter or linter with settings, and a file that runs it."""
    settings = [file for file in seen.named("pyproject.toml", "setup.cfg", "tox.ini", ".flake8", ".lintr", ".pylintrc",
                                            "ruff.toml", ".pre-commit-config.yaml") if _lints(seen, file)]  # fmt: skip
    if not settings:
        return (NOT_MET, "no settings of a linter or formatter were found") if seen.code else (UNSEEN, _NO_CODE)
    runs = [file for file in (*seen.named("tests/*.py", "makefile"), *hosts(seen)) if _lints(seen, file)]
    if not runs:
        return UNSEEN, f"{settings[0]} sets a standard; nothing here tries whether the code keeps it"
    return MET, f"{settings[0]} sets a standard, and {runs[0]} tries it"


def tests(seen: Seen) -> Verdict:
    """Files of tests and the tests in them."""
    files = seen.named("test_*.py", "*_test.py", "test-*.r")
    count = sum(len(re.findall(r"^(?:async )?def test_|test_that\(", seen.text(file), re.M)) for file in files)
    if not count:
        return (NOT_MET, "no test was found") if seen.code else (UNSEEN, _NO_CODE)
    return MET, f"{count} tests in {len(files)} files; they were not run by this check"


def dependencies(seen: Seen) -> Verdict:
    """Requirement files with each package pinned, or a lock file."""
    for file in seen.named("requirements*.txt"):
        lines = [
            line for line in seen.text(file).splitlines() if re.match(r"[\w.\[\]-]+\s*[=<>~!@;]|[\w./-]+\s*$", line)
        ]
        pinned = sum("==" in line or line.rstrip().endswith(".whl") for line in lines)
        if lines and pinned == len(lines):
            return MET, f"{file} pins {pinned} of {len(lines)}"
    if locks := seen.named(*_LOCKS):
        return MET, f"{locks[0]} lists them"
    return NOT_MET, "no requirements file that pins every package, and no lock file"


def logs(seen: Seen) -> Verdict:
    """A study's list of its build and its table of problems; else code that logs."""
    if seen.study:
        build, problems = _build(seen), seen.study / "records" / "problems.csv"
        if build and problems.is_file():
            return (
                MET,
                f"reports/current.json names build {build} and its files; records/problems.csv what was not read",
            )
        return NOT_MET, "no build that says what it did; `leadnet brief` leaves one"
    found = [file for file in seen.code if _LOGGING.search(seen.text(file))]
    return (MET, f"{found[0]} logs") if found else (NOT_MET, "no code that logs; name a study to look at its build")


def tidy(seen: Seen) -> Verdict:
    """A study's tables held against what their columns mean."""
    if not seen.study:
        return UNSEEN, "no study was named; `leadnet rap STUDY` looks at its tables"
    faults = folder_faults(seen.study)
    if faults:
        return NOT_MET, f"{len(faults)} faults in the tables, the first: {faults[0]}"
    return MET, f"{len(INPUTS)} tables with a fixed meaning for each column, and no fault in them"


def hosts(seen: Seen) -> list[str]:
    """The files by which a host runs something."""
    return seen.named(".github/workflows/*.yml", ".github/workflows/*.yaml", ".gitlab-ci.yml", "azure-pipelines.yml",
                      "jenkinsfile", ".circleci/config.yml")  # fmt: skip


def _build(seen: Seen) -> str:
    """The build that stands in the study's reports; "" for none."""
    try:
        return str(json.loads((seen.study / "reports" / "current.json").read_bytes())["build"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _lints(seen: Seen, file: str) -> bool:
    return bool(re.search(r"\b(?:ruff|flake8|pylint|black|lintr|styler|pycodestyle)\b", seen.text(file)))
