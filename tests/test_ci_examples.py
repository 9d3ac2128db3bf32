"""The files by which a host builds a study's briefing: YAML that parses, and commands there are."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from briefing_studies import STUDIES

from leadnet import __version__
from leadnet.cli import main, parser
from leadnet.new_study.ci import CI, ci_files
from leadnet.study.tables import StudyError

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "ci"
STEPS = ["check", "brief", "changed", "export"]


def shell_lines(service):
    """The lines a host runs."""
    said = yaml.safe_load(CI[service][1])
    if service == "gitlab":
        return said["briefing"]["script"]
    return [step["run"] for step in said["jobs"]["briefing"]["steps"] if "run" in step]


@pytest.mark.parametrize("service", CI)
def test_every_command_is_one_of_leadnets_with_words_it_takes(service):
    commands = [re.split(r" \|\|? ", line)[0] for line in shell_lines(service) if line.startswith("leadnet")]
    asked = [parser().parse_args(shlex.split(command)[1:]) for command in commands]  # a wrong word would end the test
    assert [one.command for one in asked] == STEPS
    assert {one.study for one in asked} == {"."}


@pytest.mark.parametrize("service", CI)
def test_some_papers_not_read_do_not_fail_the_run_and_a_refusal_does(service):
    for line in shell_lines(service):
        if line.startswith(("leadnet check", "leadnet brief", "leadnet export")):
            assert line.endswith("|| [ $? -eq 3 ]")


def test_github_runs_at_each_push_and_keeps_reports_to_compare_with():
    said = yaml.safe_load(CI["github"][1])
    assert set(said[True]) == {"push", "workflow_dispatch", "schedule"}  # YAML reads the word on as true
    steps = said["jobs"]["briefing"]["steps"]
    cached = next(step["with"] for step in steps if step.get("uses", "").startswith("actions/cache"))
    kept = next(step["with"] for step in steps if "upload-artifact" in step.get("uses", ""))
    assert cached["path"] == kept["path"] == "reports"
    assert said["permissions"] == {"contents": "read"}


def test_gitlab_keeps_reports_to_compare_with():
    said = yaml.safe_load(CI["gitlab"][1])["briefing"]
    assert said["cache"]["paths"] == said["artifacts"]["paths"] == ["reports/"]


@pytest.mark.parametrize("service", CI)
def test_the_example_is_what_new_lays_in_and_names_no_address(service):
    text = (EXAMPLES / f"{service}.yml").read_text(encoding="utf-8")
    assert text == CI[service][1]
    assert "://" not in text


def test_what_is_installed_stands_pinned_in_the_studys_requirements():
    files = ci_files("github")
    assert (EXAMPLES / "requirements.txt").read_text(encoding="utf-8") == files["requirements.txt"]
    assert files["requirements.txt"].splitlines()[-1] == f"leadnet=={__version__}"
    assert "://" not in files["requirements.txt"]


def test_new_lays_them_into_a_study_when_asked(tmp_path, capsys):
    plain, both = tmp_path / "plain", tmp_path / "both"
    assert main(["new", str(plain), "--area", "Leicestershire", "--as-at", "2015-01-01"]) == 0
    assert main(["new", str(both), "--area", "Leicestershire", "--as-at", "2015-01-01", "--ci", "github, gitlab"]) == 0
    said = capsys.readouterr().out
    assert said.count("Laid in: ") == 1 and "Make the repository private" in said
    more = {path.relative_to(both).as_posix() for path in both.rglob("*") if path.is_file()}
    more -= {path.relative_to(plain).as_posix() for path in plain.rglob("*") if path.is_file()}
    assert more == {".github/workflows/briefing.yml", ".gitlab-ci.yml", "requirements.txt", ".gitignore"}
    assert "reports/" in (both / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_a_service_there_is_no_file_for_is_refused_and_no_study_made(tmp_path, capsys):
    assert main(["new", str(tmp_path / "study"), "--area", "Leicestershire", "--ci", "jenkins"]) == 1
    assert capsys.readouterr().err == "leadnet: --ci jenkins: jenkins is none of github, gitlab\n"
    assert not (tmp_path / "study").exists()
    with pytest.raises(StudyError):
        ci_files("github,jenkins")


# ---- a host's run, done here -----------------------------------------------------------------------------------------


@pytest.fixture
def host(tmp_path, needs):
    """A function that runs a service's lines in a study's folder as a host does, and gives what each printed.

    What a host alone can do is left out: the steps that fetch, install and keep.
    """
    bash, door = needs("bash"), tmp_path / "bin" / "leadnet"
    door.parent.mkdir()
    door.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "import sys; from leadnet.cli import main; sys.exit(main())" "$@"\n'
    )
    door.chmod(0o755)
    page = tmp_path / "page.md"
    paths = {"PATH": f"{door.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    env = {**os.environ, **paths, "GITHUB_STEP_SUMMARY": str(page)}

    def run(service, folder):
        page.unlink(missing_ok=True)
        said = {}
        for line in (line for line in shell_lines(service) if line.startswith("leadnet")):
            step = subprocess.run([bash, "-eo", "pipefail", "-c", line], cwd=folder, env=env, capture_output=True,
                                  text=True, timeout=600)  # fmt: skip
            assert step.returncode == 0, (line, step.stderr)
            said[line.split()[1]] = step.stdout
        return said | ({"page": page.read_text(encoding="utf-8")} if page.exists() else {})

    return run


def own_repository(name, tmp_path):
    """A study as a repository of its own: what is tracked, and nothing a build wrote."""
    folder = tmp_path / name
    shutil.copytree(ROOT / "data" / name, folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
    for path, text in ci_files("github,gitlab").items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "service"), [*zip(STUDIES, reversed([*CI]), strict=True)])
def test_a_host_builds_each_study_from_its_repository_and_keeps_the_briefing(name, service, host, tmp_path, long):
    """Long: four commands as four programs, each of which builds the study."""
    folder = own_repository(name, tmp_path)
    said = host(service, folder)
    assert "no fault" in said["check"]
    assert said["changed"].startswith("no earlier build is kept")
    kept = {path.relative_to(folder / "reports").as_posix() for path in (folder / "reports").rglob("*")}
    assert {"briefing.docx", "briefing.pdf", "briefing.html", "evidence.html", "exports/tables.xlsx",
            "exports/package.zip"} <= kept  # fmt: skip


def test_the_next_run_says_on_its_page_what_a_correction_changed(host, tmp_path, long):
    """Long: the same twice, with the reports of the first run left, as the cache brings them back."""
    folder = own_repository("leicestershire", tmp_path)
    assert host("github", folder)["page"].startswith("no earlier build is kept")
    with (folder / "register/corrections.csv").open("a", encoding="utf-8") as table:
        table.write("ssog-2007-07-02-notes,14,attendance,status,present,apologies,A. Reader,2026-11-30,told so\n")
    words = (folder / "briefing.toml").read_text(encoding="utf-8")
    (folder / "briefing.toml").write_text(words.replace("date = 2026-11-23", "date = 2027-02-23"), encoding="utf-8")
    said = host("github", folder)
    assert said["page"] == said["changed"]
    assert said["page"].startswith("Since the briefing of 23 November 2026")
    assert "correction | status: present is apologies | A. Reader | 2026-11-30" in said["page"]
    assert "| 21 | 20" in said["page"]  # people in the room on 2 July 2007, one apology more
    assert (folder / "reports/changes.docx").is_file()
