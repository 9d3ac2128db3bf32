"""The levels of RAP: what is there is told with its evidence, and what cannot be seen is not claimed."""

import subprocess
from pathlib import Path

import pytest

from leadnet.cli import main
from leadnet.new_study import start
from leadnet.rap import CRITERIA, MET, NOT_MET, UNSEEN, answers, look_at

COUNT = """
def mean(x):
    "The mean."


def total(x):
    return sum(x)


def _own():
    pass
"""
HERE = Path(__file__).parents[1]


@pytest.fixture
def put(tmp_path):
    """A function that writes files (path -> text) into a folder and answers the criteria of it."""

    def write(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return found(tmp_path)

    return write


def found(folder, study=None):
    """The name of the function that looks -> verdict and evidence."""
    return {one.criterion.look.__name__: (one.verdict, one.evidence) for one in answers(look_at(study, folder))}


def commit(folder, message):
    git = ["git", "-C", str(folder), "-c", "user.name=Ann Arden", "-c", "user.email=ann@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", message]):
        subprocess.run([*git, *words], check=True, capture_output=True)


def test_every_level_has_its_criteria_in_order():
    counted = [sum(one.level == level for one in CRITERIA) for level in ("baseline", "silver", "gold")]
    assert counted == [6, 9, 4]  # the five, nine and four of the community of practice, and one of leadnet's own


def test_an_empty_folder_meets_nothing_and_nothing_is_claimed(tmp_path):
    said = found(tmp_path)
    assert MET not in {verdict for verdict, _ in said.values()}
    assert said["version_control"][0] == NOT_MET
    assert said["peer_review"][0] == said["in_the_open"][0] == UNSEEN


def test_code_tests_and_packages_are_counted_with_their_file(put):
    said = put(
        own__more_dot_py="",
        own__count_dot_py=COUNT,
        tests__test_count_dot_py="def test_a():\n    pass\n\n\ndef test_b():\n    pass\n",
        requirements_dot_txt="pandas==3.0.1\nnumpy\n",
    )
    assert said["open_language"] == (MET, "files of code: 3 of Python")
    assert said["tests"] == (MET, "2 tests in 1 files; they were not run by this check")
    assert said["documented"] == (NOT_MET, "1 of 2 public functions say what they do; pages: none")
    assert said["dependencies"][0] == NOT_MET  # numpy has no version
    assert said["package"][0] == NOT_MET


def test_pinned_packages_a_changelog_and_a_hosts_file_are_found(put):
    said = put(
        requirements_dot_txt="pandas==3.0.1\n# a remark\n",
        CHANGELOG_dot_md="## 0.2.0\n",
        _dot_github__workflows__run_dot_yml="on:\n  push:\njobs:\n  a:\n    steps:\n      - run: pytest\n",
    )
    assert said["dependencies"] == (MET, "requirements.txt pins 1 of 1")
    assert said["changelog"][0] == MET
    assert said["tests_run"][1].startswith(".github/workflows/run.yml line 6 has the host run them")
    assert said["triggers"] == (MET, ".github/workflows/run.yml line 2 names what starts it")


def test_review_is_met_only_by_a_commit_that_says_who_reviewed(tmp_path, needs):
    needs("git")
    commit(tmp_path, "First")
    assert found(tmp_path)["peer_review"][0] == UNSEEN
    commit(tmp_path, "Second\n\nReviewed-by: Bo Birch <bo@example.org>")
    said = found(tmp_path)
    assert said["peer_review"] == (MET, "1 commits say who reviewed them (Reviewed-by)")
    assert said["version_control"] == (MET, "git, 2 commits")


def test_a_paper_that_must_stay_inside_is_found_in_the_repository(tmp_path, needs):
    needs("git")
    study = start(tmp_path / "study", "Leicestershire", "2015-01-01")
    sources = study / "sources.csv"
    head = sources.read_text(encoding="utf-8")
    (study / "papers" / "a.txt").write_text("a", encoding="utf-8")
    sources.write_text(head + "a,a.txt,minutes,,,,,public,,\n", encoding="utf-8")
    commit(tmp_path, "A study")
    assert found(tmp_path, study)["papers_inside"][0] == MET
    sources.write_text(head + "a,a.txt,minutes,,,,,exempt,,\n", encoding="utf-8")
    assert found(tmp_path, study)["papers_inside"][0] == NOT_MET


def test_a_study_without_code_is_not_credited_with_leadnets_own(tmp_path):
    study = start(tmp_path / "study", "Leicestershire", "2015-01-01", "gitlab")
    said = found(tmp_path, study)
    assert {said[name][0] for name in ("functions", "standard", "tests", "documented", "package")} == {UNSEEN}
    assert said["tidy"][0] == said["dependencies"][0] == said["laid_out"][0] == MET
    assert said["little_by_hand"] == (NOT_MET, "the study has no build yet; `leadnet brief` makes one")
    assert said["triggers"] == (MET, ".gitlab-ci.yml: GitLab runs it at each push")
    (study / "bodies.csv").write_text("body_id,name,short,host,area\nA B,,,,\n", encoding="utf-8")
    assert found(tmp_path, study)["tidy"][0] == NOT_MET


def test_no_address_of_a_remote_is_printed(tmp_path, needs, capsys, monkeypatch):
    needs("git")
    commit(tmp_path, "First")
    address = "https://user:secret@example.org/a.git"
    subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", address], check=True)
    monkeypatch.chdir(tmp_path)
    assert main(["rap"]) == 0
    said = capsys.readouterr().out
    assert "a remote is set" in said
    assert "secret" not in said and "example.org" not in said


@pytest.mark.parametrize("study", ["leicestershire", "wolds"])
def test_leadnet_looks_at_itself_and_names_no_level(study, capsys, monkeypatch):
    monkeypatch.chdir(HERE)
    assert main(["rap", study]) == 0
    said = capsys.readouterr().out
    assert f"study {study}" in said
    assert "The code is a package that can be installed: met" in said
    assert said.rstrip().endswith("leadnet names no level.")
    assert "The code can be read by all, and the publication points to it: cannot be seen from here" in said
