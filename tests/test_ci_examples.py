"""The files by which a host builds a study's briefing: YAML that parses, and commands there are."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from leadnet import __version__
from leadnet.cli import main, parser
from leadnet.new_study.ci import CI, ci_files
from leadnet.study.tables import StudyError

EXAMPLES = Path(__file__).parents[1] / "examples" / "ci"
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


def test_new_lays_them_into_a_study_when_asked(tmp_path):
    plain, both = tmp_path / "plain", tmp_path / "both"
    assert main(["new", str(plain), "--area", "Leicestershire", "--as-at", "2015-01-01"]) == 0
    assert main(["new", str(both), "--area", "Leicestershire", "--as-at", "2015-01-01", "--ci", "github, gitlab"]) == 0
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
