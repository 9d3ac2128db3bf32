"""What any test may ask for, and the rule of `make test-all`: under LEADNET_ALL=1 a skipped test is a failed test."""

import os
import shutil
from collections.abc import Callable, Generator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import pytest

# Before any test imports them: charts without a screen, and arithmetic that does not depend on the number of cores.
os.environ["MPLBACKEND"] = "Agg"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

NOTHING_SKIPPED = os.environ.get("LEADNET_ALL") == "1"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
EXTRA = "extra: "  # opens the reason of a skip that is allowed even then


@pytest.fixture
def needs() -> Callable[[str], str]:
    """A function that gives the path of a program, or skips the test when the program is missing."""
    return _path_of


@pytest.fixture
def checker() -> Callable[[str], Path]:
    """A function that gives the file of a checker from npm, as "axe-core/axe.min.js", or skips the test."""
    return _checker_of


@pytest.fixture
def package() -> Callable[[str], ModuleType]:
    """A function that imports a package only `make test-all` has, as "playwright.sync_api", or skips the test."""
    return _package_of


@pytest.fixture
def long() -> None:
    """For a test that takes long: it is run under LEADNET_ALL=1 only."""
    if not NOTHING_SKIPPED:
        pytest.skip("long: make test-all runs it")


@pytest.fixture(scope="session")
def injected(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Every output of the study whose papers hold hostile words; made in `make test-all` only."""
    if not NOTHING_SKIPPED:
        pytest.skip("long: make test-all runs it")
    return import_module("injection_outputs").made(tmp_path_factory.mktemp("injected"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the repository, for extra tests: the project must stand without it."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"{EXTRA}no folder ../shared beside the repository")
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _counted((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _counted((yield))


def _path_of(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"needs {program}: not found; .ci/run installs it")
    return path


def _checker_of(name: str) -> Path:
    path = Path(__file__).parent / "checkers" / "node_modules" / name
    if not path.is_file():
        pytest.skip(f"needs {name}: not found; make env-all installs it")
    return path


def _package_of(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError:
        pytest.skip(f"needs the package {name.split('.')[0]}: not found; make env-all installs it")


def _counted(report: Report) -> Report:
    """The report, with a skip made a failure where nothing may be skipped; an expected failure stays one."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if NOTHING_SKIPPED and report.skipped and not hasattr(report, "wasxfail") and EXTRA not in reason:
        report.outcome = "failed"
        report.longrepr = f"skipped, and LEADNET_ALL=1 lets nothing be skipped\n{reason}"
    return report
