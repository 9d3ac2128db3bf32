"""No network, no program started, nothing written outside the study and the output; and the same bytes every time.

An audit hook is put into every Python process a command starts, the readers of papers among them. It refuses, and says
so through a pipe, because a reader may write no file. Beside the study and the output it allows the list of fonts that
matplotlib makes on its first use and keeps in the person's cache folder.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import explore_case
import pytest
from hostile_files import MINUTES
from hostile_pdfs import one_page
from office_files import p, word

ROOT = Path(__file__).resolve().parents[1]
HOOK = """
import os, sys

told = os.open(os.environ["TOLD"], os.O_WRONLY | os.O_NONBLOCK)
may = tuple(os.environ["MAY_WRITE"].split(os.pathsep))
STARTS = {"os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn"}
NAMES = {"os.rename": 2, "os.link": 2, "os.symlink": 2, "os.mkdir": 1, "os.chmod": 1,
         "os.chown": 1, "os.truncate": 1, "os.utime": 1, "shutil.rmtree": 1,
         "tempfile.mkstemp": 1, "tempfile.mkdtemp": 1}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def outside(path, below=-1):
    if isinstance(path, int) or path is None or os.fspath(path) == os.devnull:
        return False
    below = os.readlink(f"/proc/self/fd/{below}") if isinstance(below, int) and below >= 0 else os.getcwd()
    folder, name = os.path.split(os.path.normpath(os.path.join(below, os.fsdecode(path))))
    path = os.path.join(os.path.realpath(folder), name)
    return not any(os.path.commonpath((path, folder)) == folder for folder in may)


def wrong(event, args):
    if event.split(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib", "webbrowser") or event in STARTS:
        return event != "socket.gethostname"
    if event == "subprocess.Popen":
        return os.fspath(args[0]) != sys.executable
    if event == "open":
        return bool(args[2] & WRITES) and outside(args[0])
    if event in ("os.remove", "os.rmdir"):
        return outside(*args)
    return event in NAMES and any(map(outside, args[: NAMES[event]]))


def watch(event, args):
    if wrong(event, args):
        os.write(told, f"{event} {args}\\n".encode("utf-8", "replace")[:500])
        raise PermissionError(f"{event} is not allowed")


sys.addaudithook(watch)
"""
MAIN = "from leadnet.cli import main; raise SystemExit(main())"
EACH = "from leadnet.cli import main; raise SystemExit(any([main(words) for words in {}]))"
WORKERS = """
from functools import partial
from leadnet import documents
documents.read_papers = partial(documents.read_papers, workers=%d)
"""


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Matplotlib's list of fonts, made as on its first use, when it asks the system which there are."""
    folder = tmp_path_factory.mktemp("fonts")
    env = {**os.environ, "MPLCONFIGDIR": str(folder)}
    subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], env=env, check=True)
    return folder


@pytest.fixture
def watched(tmp_path):
    """A function that runs Python with the hook, and what it was told; home, temporary and current folder are empty."""
    made = SimpleNamespace(**{name: tmp_path / name for name in ("told", "empty", "hook")})
    os.mkfifo(made.told)
    made.hook.mkdir()
    (made.hook / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    made.empty.mkdir()

    def run(code, *words, may=(), cache=tmp_path):
        paths = {"PYTHONPATH": os.pathsep.join((str(made.hook), str(ROOT))), "TOLD": str(made.told)}
        homes = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(made.empty))
        may = os.pathsep.join(os.path.realpath(folder) for folder in may or [made.hook])
        own = {"MAY_WRITE": may, "MPLCONFIGDIR": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
        env = {**os.environ, **paths, **homes, **own}
        with listening(made.told) as heard:
            words = [sys.executable, "-P", "-c", code, *map(str, words)]
            ran = subprocess.run(words, capture_output=True, text=True, env=env, cwd=made.empty, check=False)
            return ran, heard()

    run.empty = made.empty
    return run


@contextmanager
def listening(pipe):
    """A function that gives what came through a named pipe so far."""
    handle = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    def heard():
        try:
            return os.read(handle, 1 << 16).decode("utf-8", "replace")
        except BlockingIOError:
            return ""

    try:
        yield heard
    finally:
        os.close(handle)


def papers(folder):
    """A paper in each format."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "a.txt": MINUTES.encode(),
        "b.docx": word("".join(map(p, MINUTES.splitlines()))),
        "c.pdf": one_page(catalog=b"/OpenAction << /S /URI /URI (http://127.0.0.1:9/) >>"),
        "d.html": b"<!doctype html><img src='http://127.0.0.1:9/a.png'><h1>Wolds Board</h1><p>Present: Ann Lee",
        "e.csv": b"Name,4 March 2014,3 June 2014\nAnn Lee,P,A\n",
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def test_reading_reaches_for_nothing_and_writes_nothing(watched, tmp_path):
    ran, heard = watched(MAIN, "read", "--json", *papers(tmp_path / "papers"))
    assert (ran.returncode, heard) == (0, ""), ran.stderr
    assert list(watched.empty.iterdir()) == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('beside.txt', 'w')",
        "import os; os.rename('a', 'b')",
        "import tempfile; tempfile.mkdtemp()",
        "from leadnet.documents import child; child.read_paper = lambda *_: open('beside.txt', 'w');"
        "child._forked(__import__('pathlib').Path('a.txt'), 'a')",
    ],
)
def test_the_hook_sees_what_it_is_there_for(watched, code):
    ran, heard = watched(code)
    assert heard and list(watched.empty.iterdir()) == []


def test_brief_explore_export_and_sheet_write_only_into_the_study_and_the_output(watched, tmp_path, long, fonts):
    study, out = explore_case.study(tmp_path / "wolds"), tmp_path / "out"
    out.mkdir()
    inside = [[command, study] for command in ("brief", "explore", "export", "sheet", "check")]
    inside.append(["review", study, "--quick"])
    beside = [["explore", study, "--out", out / "page.html"], ["export", study, "--out", out / "exports"]]
    for commands, may in ((inside, [study, fonts]), (beside, [study, fonts, out])):
        asked = [[str(word) for word in words] for words in commands]
        ran, heard = watched(EACH.format(asked), may=may, cache=fonts)
        assert (ran.returncode, heard) == (0, ""), ran.stderr[-500:]
    assert len(list(out.rglob("*"))) > 5
    assert list(watched.empty.iterdir()) == []


@pytest.mark.parametrize(
    "file", ["../../outside.txt", "{outside}", "link.txt", "linked/outside.txt", "a/../../study.toml"]
)
def test_a_path_in_sources_csv_that_leaves_the_papers_is_refused(tmp_path, capsys, file):
    from leadnet.cli import main

    study = explore_case.study(tmp_path / "wolds")
    outside = tmp_path / "outside.txt"
    outside.write_text(MINUTES, encoding="utf-8")
    (study / "papers" / "link.txt").symlink_to(outside)
    (study / "papers" / "linked").symlink_to(tmp_path)
    with (study / "sources.csv").open("a", encoding="utf-8") as rows:
        rows.write(f"x,{file.format(outside=outside)},minutes,jb,2024-03-19,,,public,,\n")
    assert main(["brief", str(study)]) == 1
    (said,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("leadnet: ")]
    assert "lies outside papers/" in said
    assert not (study / "reports").exists() and not (study / ".lock").exists()


# ---- the same bytes --------------------------------------------------------------------------------------------------


def run(study, seed, workers, **more):
    """Every file a study has after brief, explore, export and sheet, by its path."""
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT), **more}
    asked = [[command, str(study)] for command in ("brief", "explore", "export", "sheet")]
    words = [sys.executable, "-P", "-c", WORKERS % workers + EACH.format(asked)]
    subprocess.run(words, env=env, check=True, capture_output=True)
    return {str(path.relative_to(study)): path.read_bytes() for path in sorted(study.rglob("*")) if path.is_file()}


def test_two_runs_two_hash_seeds_one_or_two_workers_give_the_same_bytes(tmp_path, long):
    study = in_formats(explore_case.study(tmp_path / "one" / "wolds"))
    again = shutil.copytree(study, tmp_path / "two" / "wolds")
    first = run(study, 0, 1)
    assert {"reports/briefing.pdf", "reports/explore.html", "records/attendance.csv"} <= {*first}
    assert _other(first, run(again, 1, 2, TZ="Pacific/Auckland", LC_ALL="C")) == []
    assert _other(first, run(again, 2, 2)) == []


def in_formats(study):
    """The study with its first papers as Word and as a web page."""
    rows = (study / "sources.csv").read_text(encoding="utf-8")
    for paper, ending in zip(sorted((study / "papers").iterdir()), ("docx", "html"), strict=False):
        lines = paper.read_text(encoding="utf-8").splitlines()
        page = "<!doctype html>" + "".join(f"<p>{line}</p>" for line in lines)
        content = word("".join(map(p, lines))) if ending == "docx" else page.encode()
        paper.with_suffix(f".{ending}").write_bytes(content)
        paper.unlink()
        rows = rows.replace(paper.name, f"{paper.stem}.{ending}")
    (study / "sources.csv").write_text(rows, encoding="utf-8")
    return study


def _other(one, two):
    return sorted(path for path in {*one, *two} if one.get(path) != two.get(path))


def test_two_hash_seeds_read_a_paper_the_same(tmp_path, long):
    made = papers(tmp_path / "papers")
    seen = set()
    for seed in ("1", "2"):
        words = [sys.executable, "-P", "-c", MAIN, "read", "--json", *map(str, made)]
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        seen.add(subprocess.run(words, env=env, check=True, capture_output=True).stdout)
    assert len(seen) == 1
