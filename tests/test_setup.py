"""The files that set the project up say the same thing, and the house keeps its rules."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import nbformat
import pytest
import run_notebooks
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
USUAL = ("lab", "test")  # the extras of a newcomer's environment; environment.yml has the same
EVERY = ("lab", "test", "spark", "checkers")
SCRIPTS = Path(sysconfig.get_path("scripts"))


def test_environment_yml_lists_what_pyproject_lists():
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").split("dependencies:")[1].splitlines()
    listed = [line.strip(" -").replace(" ", "") for line in lines if line.strip().startswith("- ")]
    listed = [package for package in listed if package not in ("pip", "pip:")]  # what conda needs for its pip part
    python = "python" + PYPROJECT["project"]["requires-python"]
    assert bounds(listed) == bounds([python, *wanted()])


@pytest.mark.parametrize(("file", "extras"), [("requirements.txt", USUAL), ("requirements-all.txt", EVERY)])
def test_the_requirements_pin_every_package_of_pyproject(file, extras):
    pins = {pin.name: pin.specifier for pin in map(Requirement, requirements(file))}
    assert all(str(pin).startswith("==") for pin in pins.values())
    for package in map(Requirement, wanted(*extras)):
        assert package.specifier.contains(str(pins[package.name]).removeprefix("==")), f"{package}: make it fit again"


def test_what_both_files_pin_they_pin_alike():
    assert set(requirements()) <= set(requirements("requirements-all.txt"))


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-all.txt"])
def test_the_requirements_hold_no_address(file):
    text = "\n".join(requirements(file))
    assert not [mark for mark in ("://", "--", "@", "/") if mark in text]


def test_every_kind_of_file_in_the_package_is_installed_with_it():
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["leadnet"]
    installed = {pattern.removeprefix("**/*") for pattern in patterns} | {".py", ".pyc"}
    assert {path.suffix for path in (ROOT / "leadnet").rglob("*") if path.is_file()} <= installed


def test_imports_go_down_the_house():
    assert passes(SCRIPTS / "lint-imports", "--no-cache")


def test_ruff_finds_nothing():
    assert passes(sys.executable, "-m", "ruff", "check", "--no-cache", "leadnet", "tests")


def test_leadnet_help_prints():
    answer = run(SCRIPTS / "leadnet", "--help")
    assert answer.returncode == 0
    assert "leadnet" in answer.stdout


def test_the_command_line_starts_without_the_heavy_libraries():
    heavy = {"pandas", "matplotlib", "networkx", "docx", "typst", "jinja2"}
    answer = run(sys.executable, "-c", "import sys, leadnet.cli; print(*sys.modules)")
    assert answer.returncode == 0
    assert heavy & set(answer.stdout.split()) == set()


def test_a_skip_fails_when_nothing_may_be_skipped(tmp_path):
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")
    story = "def test_a(needs):\n    needs('no-such-program')\n\n\ndef test_b(shared):\n    pass\n"
    (tmp_path / "tests" / "test_story.py").write_text(story, encoding="utf-8")
    command = (sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", str(tmp_path), str(tmp_path))
    strict = run(*command, LEADNET_ALL="1").stdout
    assert "needs no-such-program: not found" in strict
    assert "1 failed, 1 skipped" in strict


def test_a_notebook_run_twice_keeps_its_bytes(tmp_path):
    path = tmp_path / "story.ipynb"
    cells = [nbformat.v4.new_markdown_cell("# A story"), nbformat.v4.new_code_cell("print('one')\n1 + 1")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    assert run_notebooks.run(path)
    assert not run_notebooks.run(path)
    assert '"version"' not in path.read_text(encoding="utf-8")


def wanted(*extras: str) -> list[str]:
    """Every package pyproject.toml names to run and in these extras; without any, in what `make test` installs."""
    listed = PYPROJECT["project"]["optional-dependencies"]
    packages = [*PYPROJECT["project"]["dependencies"], *(name for extra in extras or USUAL for name in listed[extra])]
    return [package for package in packages if not package.startswith("leadnet[")]  # an extra may contain another


def requirements(name: str = "requirements.txt") -> list[str]:
    """The lines of a file of pins."""
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def bounds(packages: list[str]) -> dict[str, str]:
    """Names with their bounds, in one order."""
    return {package.name: str(package.specifier) for package in map(Requirement, packages)}


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in the repository; what it printed is shown when the test fails."""
    answer = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)
    print(answer.stdout, answer.stderr)
    return answer


def passes(*command: str | Path) -> bool:
    """Whether a checker finds no fault; what it found is shown below the failed test."""
    return run(*command).returncode == 0
