"""Gold: analysis as a product that others install and a host runs by itself."""

from __future__ import annotations

import re
import tomllib

from leadnet.rap.seen import MET, NOT_MET, UNSEEN, Seen, Verdict
from leadnet.rap.silver import hosts

_TESTS = ("pytest", "make test", "unittest", "testthat", "nox", "tox", "leadnet check")
_EVENTS = ("push", "pull_request", "schedule", "cron", "repository_dispatch")


def package(seen: Seen) -> Verdict:
    """A description by which the code can be installed."""
    if "DESCRIPTION" in seen.files:
        return MET, "DESCRIPTION, as an R package"
    try:
        described = tomllib.loads(seen.text("pyproject.toml"))
    except tomllib.TOMLDecodeError:
        return NOT_MET, "pyproject.toml is not readable"
    if not {"project", "build-system"} <= {*described}:
        if seen.study:
            return UNSEEN, "the study holds data and settings; the code that reads them, leadnet, is a package"
        return NOT_MET, "no pyproject.toml with [project] and [build-system]"
    named = described["project"]
    return MET, f"pyproject.toml: {named.get('name', '')} {named.get('version', '')}".rstrip()


def tests_run(seen: Seen) -> Verdict:
    """A host's file that runs the tests; that it did, only the host knows."""
    for file in hosts(seen):
        if line := seen.first_line(file, *_TESTS):
            return MET, f"{file} line {line} has the host run them; how the runs ended, the host knows"
    own = seen.named(".ci/*")
    if own:
        return UNSEEN, f"{own[0]} runs the tests; what starts it is not in the repository"
    return NOT_MET, "no file by which a host runs tests"


def triggers(seen: Seen) -> Verdict:
    """What a host's file says starts it."""
    for file in hosts(seen):
        if file.endswith(".gitlab-ci.yml"):
            return MET, f"{file}: GitLab runs it at each push"
        if line := seen.first_line(file, *_EVENTS):
            return MET, f"{file} line {line} names what starts it"
    return NOT_MET, "no file that says at which event or on which day the results are made again"


def changelog(seen: Seen) -> Verdict:
    """A list of changes that names the version there is, or tags."""
    lists = [file for file in seen.named("changelog*", "news*", "changes*") if "/" not in file]
    tags = len(seen.git("tag").split())
    if lists and re.search(r"\d+\.\d+", seen.text(lists[0])):
        return MET, f"{lists[0]} names versions; {tags} tags"
    if lists:
        return NOT_MET, f"{lists[0]} names no version; {tags} tags"
    return NOT_MET, f"no CHANGELOG at the top of the folder; {tags} tags"
