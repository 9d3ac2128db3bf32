"""Published all or nothing, the same bytes every time, and stale when the study has changed."""

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import briefing_case as case
import briefing_studies
import pytest

import leadnet
from leadnet.cli import main
from leadnet.new_study import start
from leadnet.study import store
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence

MINUTES = (
    "Minutes of a meeting of the Joint Board held at Town Hall on Monday 2 July 2007.\n\nPRESENT\n\n"
    "| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |\n"
)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A small study with its briefing published."""
    study = start(tmp_path_factory.mktemp("published") / "study", "Leicestershire", "2010-01-01")
    for name, row in {
        "bodies.csv": "jb,Joint Board,JB,leicestershire,leicestershire",
        "sources.csv": "minutes-2007,minutes-2007.txt,minutes,jb,2007-07-02,,,public,,",
    }.items():
        (study / name).write_text((study / name).read_text() + row + "\n")
    (study / "papers" / "minutes-2007.txt").write_text(MINUTES)
    leadnet.brief(study, ("html",))
    return study


def state(study) -> dict[str, str]:
    """A hash of every file that was published."""
    files = [path for place in ("reports", "records") for path in (study / place).rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize(("number", "says"), [
    (errno.ENOSPC, "No space left on device"), (errno.EROFS, "Read-only file system"),
    (errno.EACCES, "Permission denied"),
])  # fmt: skip
def test_a_disk_that_does_not_allow_it_leaves_the_last_briefing_and_is_told_in_a_line(
    published, monkeypatch, number, says
):
    before, write = state(published), store.write_synced

    def fails_in_the_middle(path, content):
        if path.name == "findings.csv":
            raise OSError(number, os.strerror(number), str(path))
        write(path, content)

    monkeypatch.setattr(store, "write_synced", fails_in_the_middle)
    (published / "briefing.toml").open("a").write("# changed\n")
    with pytest.raises(StudyError, match=rf"findings.csv: cannot be written \({says}\); the last good reports stand"):
        leadnet.brief(published, ("html",))
    assert state(published) == before


def test_a_study_folder_that_cannot_be_written_is_told_before_any_work(published, monkeypatch, capsys):
    def refused(lock):
        raise PermissionError(errno.EACCES, "Permission denied", str(lock))

    monkeypatch.setattr(store, "_take", refused)
    assert main(["brief", str(published), "--to", "html"]) == 1
    assert "cannot be written (Permission denied); check the folder's permissions and space" in capsys.readouterr().err


def test_an_unknown_finding_leaves_the_last_briefing(published):
    before, place = state(published), published / "briefing.toml"
    said = place.read_text()
    place.write_text(said + '[own.limits]\ntext = "{{ heads_share() }}"\n')
    with pytest.raises(StudyError, match='"heads_share" is no measure'):
        leadnet.brief(published, ("html",))
    place.write_text(said)
    assert state(published) == before


def test_a_chart_without_alternative_text_is_refused_by_name():
    with pytest.raises(StudyError, match="the chart “Ashby was in the room more often than Calder” has no alternative"):
        type(case.figure())(case.figure().caption, Sentence(), Sentence(), case.chart())


def test_check_says_when_the_briefing_is_stale(published, capsys):
    leadnet.brief(published, ("html",))
    main(["check", str(published)])
    assert "stale" not in capsys.readouterr().out
    (published / "workstreams.csv").open("a").write("\n")
    main(["check", str(published)])
    said = capsys.readouterr().out
    assert "reports/: the briefing there is stale: it is of build " in said and "writes it anew" in said


def test_two_builds_in_two_processes_are_alike_to_the_byte():
    here = briefing_studies.files("leicestershire")
    script = (
        "import leadnet, hashlib\n"
        "for name, data in leadnet.briefing_files(leadnet.study('leicestershire')).items():\n"
        "    print(name, hashlib.sha256(data).hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": "11", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-c", script],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    there = dict(line.split() for line in run.stdout.splitlines())
    assert there == {name: hashlib.sha256(data).hexdigest() for name, data in here.items()}
