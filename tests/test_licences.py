"""Every package that is installed with leadnet may be used and passed on: none is under the AGPL or the GPL."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
REFUSED = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License", re.IGNORECASE)
SHARED = re.compile(r"\b(?:LGPL|MPL)|Lesser General Public|Mozilla Public", re.IGNORECASE)
NAMED = {"certifi": "MPL 2.0", "fqdn": "MPL 2.0", "hypothesis": "MPL 2.0"}  # who changes their files shares those
SILENT = {"atheris": "Apache 2.0"}  # does not say in its metadata; looked up in its repository


def pinned(file: str) -> list[str]:
    """The packages a file of requirements pins for this machine."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return [one.name for one in wanted if one.marker is None or one.marker.evaluate()]


def licence(name: str) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the first line of the field."""
    about = metadata(name)
    said = [line.split("::")[-1].strip() for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    field = (about.get("License") or "").strip().splitlines()[:1]
    return about.get("License-Expression") or ", ".join(said) or "".join(field) or SILENT.get(name, "")


def look(file: str) -> None:
    said = {name: licence(name) for name in pinned(file)}
    assert len(said) > 80
    assert [name for name, held in said.items() if not held] == []
    assert {name: held for name, held in said.items() if REFUSED.search(held)} == {}
    assert {name for name, held in said.items() if SHARED.search(held)} <= {*NAMED}


def test_nothing_a_newcomer_installs_is_under_the_agpl_or_gpl():
    look("requirements.txt")


def test_nor_is_anything_the_checkers_need(package):
    package("playwright")
    look("requirements-all.txt")


@pytest.mark.parametrize("held", ["GPL-3.0-or-later", "GNU Affero General Public License v3", "AGPL-3.0", "GPLv2+"])
def test_a_licence_that_is_refused_is_seen(held):
    assert REFUSED.search(held)


@pytest.mark.parametrize("held", ["LGPL-2.1", "GNU Lesser General Public License v3 (LGPLv3)", "MPL-2.0"])
def test_a_licence_that_shares_changes_alone_is_told_from_it(held):
    assert SHARED.search(held)
    assert not REFUSED.search(held)


def test_a_package_that_is_not_installed_is_no_package_without_a_licence():
    with pytest.raises(PackageNotFoundError):
        licence("leadnet-no-such-package")
