"""Papers made to stop a reader: each is one clear line within half a minute and 600 MB, and the batch goes on."""

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hostile_files import MINUTES, hostile_files, on_disk, small_files
from hostile_kinds import odd_dress
from hostile_pdfs import one_page
from hostile_web import HEAD
from office_files import excel, p, table, word

from leadnet.documents import Unread, child, read, read_papers, worker
from leadnet.documents.printable import printable
from leadnet.documents.resident import resident

SECONDS, MEGABYTES = 30, 600
FLIPS = 500
LATIN = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}  # a terminal that has not every letter


@pytest.fixture(scope="module", autouse=True)
def fresh_helpers():
    """Helpers started in another test know nothing of this one's folders, and are none of its measure."""
    worker.end_helpers()
    yield
    worker.end_helpers()


def faults(given):
    """What is wrong with how papers were read or refused; each is a path and words of the line expected."""
    with ThreadPoolExecutor(2) as pool:
        return [fault for fault in pool.map(lambda one: _fault(*one), given) if fault]


def _fault(path, said):
    began = time.monotonic()
    try:
        read(path)
        line = "" if not said else f"{path.name!r} was read, and should say: {said}"
    except Unread as unread:
        line = _wrong(str(unread), path, said)
    took = time.monotonic() - began
    return line if took < SECONDS * busy() else f"{path.name!r} took {took:.0f} seconds"


def busy():
    """How many times as long work takes on this machine just now: what runs beside is no fault of a paper."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 1.0


def _wrong(line, path, said):
    begins = line.startswith(f"{' '.join(printable(path.name).split())}: not read - ")
    ends = line.endswith((".", "Error)"))
    right = begins and ends and line.isprintable() and len(line) < 1000 and said in line
    return "" if right else f"{path.name!r} says {line!r}, and should say: {said}"


def written(folder, files):
    """The files on disk, one at a time, with their words."""
    for name, content, said in files:
        (folder / name).write_bytes(content)
        yield folder / name, said


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    """Every fourth of those that are read or refused at once."""
    files = [file for n, file in enumerate(small_files()) if n % 4 == 0 and file[2]]
    return [*written(tmp_path_factory.mktemp("hostile"), files)]


def test_some_hostile_files_are_each_one_line(some, tmp_path):
    assert len(some) > 20 and faults([*some, *on_disk(tmp_path)]) == []


def test_every_hostile_file_is_one_line_within_time_and_memory(tmp_path, long):
    """In a process of its own: a helper's most memory begins at that of the process it was started from."""
    root = Path(__file__).resolve().parents[1]
    words = [sys.executable, "-P", "-c", "from test_hostile import all_of_them; all_of_them()", os.fspath(tmp_path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.fspath, (root, root / "tests")))}
    run = subprocess.run(words, capture_output=True, text=True, env=env, timeout=900, check=False)
    assert run.returncode == 0, run.stderr
    said = json.loads(run.stdout)
    assert said["files"] >= 350 and said["refused"] >= 200 and said["endings"] >= 9
    assert said["faults"] == []
    assert 0 < said["most"] < MEGABYTES * 1024 * 1024


def all_of_them():
    """Every hostile file read in the folder named, and what was found, as JSON."""
    folder = Path(sys.argv[1])
    given = [*written(folder, hostile_files()), *on_disk(folder)]
    print(
        json.dumps(
            {
                "files": len(given),
                "refused": sum(bool(said) for _, said in given),
                "endings": len({path.suffix for path, _ in given}),
                "faults": faults(given),
                "most": most_memory(),
            }
        )
    )


def most_memory():
    """The most that any helper, or a child of one, held in memory, in bytes; the helpers are ended."""
    found = 0
    while worker._idle:
        helper = worker._idle.pop()
        helper.process.stdin.close()
        found = max(found, os.wait4(helper.process.pid, 0)[2].ru_maxrss)
        helper.close()
    return found * (1 if sys.platform == "darwin" else 1024)


def test_in_a_batch_of_hostile_files_the_good_ones_are_read_and_the_command_ends_with_3(some, tmp_path):
    given = [path for path, _ in some]
    good = [tmp_path / f"good-{n}.txt" for n in range(5)]
    for path in good:
        path.write_text(MINUTES, encoding="utf-8")
    run = leadnet("read", *given[:20], *good, *given[20:])
    assert run.returncode == 3 and b"Traceback" not in run.stderr
    assert [line.split(b":")[0].decode() for line in run.stdout.splitlines()][:5] == [path.name for path in good]
    assert run.stderr.count(b"not read - ") == len(given)


def leadnet(*words, **more):
    """A command of leadnet's in a process of its own."""
    run = [sys.executable, "-P", "-c", "from leadnet.cli import main; raise SystemExit(main())", *map(os.fspath, words)]
    env = {**os.environ, **LATIN, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    return subprocess.run(run, capture_output=True, timeout=120, env=env, check=False, **more)


def test_a_file_that_changes_what_it_is_while_it_is_opened_is_not_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.setattr(Path, "is_file", lambda path: True)
    from leadnet.documents.formats.files import open_paper

    with pytest.raises(Unread, match="it is empty"):
        open_paper(tmp_path / "pipe.txt")


# ---- limits ----------------------------------------------------------------------------------------------------------


def fill(path, doc_id):
    """Take memory bit by bit, and keep it."""
    held = []
    while True:
        held.append(bytearray(os.urandom(1 << 16) * 64))


@pytest.fixture
def board(tmp_path):
    (tmp_path / "board.txt").write_text(MINUTES, encoding="utf-8")
    return tmp_path / "board.txt"


@pytest.mark.parametrize("limited", [True, False], ids=["by the system", "by looking"])
def test_a_reader_that_fills_the_memory_is_ended_under_600_mb(board, monkeypatch, limited):
    monkeypatch.setattr(child, "read_paper", fill)
    if not limited:
        monkeypatch.setattr(child, "_limit", lambda: None)
    found, told = os.pipe()
    reader = os.fork()
    if reader == 0:
        os.write(told, child._forked(board, "board"))
        os._exit(0)
    own = resident(os.getpid())
    used = os.wait4(reader, 0)[2].ru_maxrss * 1024
    assert b"board.txt: not read - reading it took more than 400 MB of memory. Split it" in os.read(found, 1000)
    assert used - own < (MEGABYTES - 100) * 2**20, "with the 100 MB a helper holds that is under 600"


def test_the_limit_goes_by_work_and_not_by_the_clock(board, monkeypatch):
    """Waiting is no work: it is not ended by the limit of work; work without end is."""

    def works(path, doc_id):
        while True:
            sum(range(1000))

    def waits(path, doc_id):
        time.sleep(1.5)
        raise Unread(f"{path.name}: waited")

    monkeypatch.setattr(child, "CPU", 1)
    monkeypatch.setattr(child, "read_paper", waits)
    assert b"board.txt: waited" in child._forked(board, "board")
    monkeypatch.setattr(child, "read_paper", works)
    assert b"seconds of work" in child._forked(board, "board")
    assert child.WALL > 4 * 20 and child.SLOW.startswith(f"it took longer than {child.WALL} seconds by the clock")


def test_a_reader_that_starts_a_program_takes_it_with_it(board, monkeypatch, tmp_path):
    def start(path, doc_id):
        program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        os.write(told, str(program.pid).encode())
        time.sleep(60)

    found, told = os.pipe()
    monkeypatch.setattr(child, "read_paper", start)
    monkeypatch.setattr(child, "WALL", 2)
    assert "it took longer than" in child._forked(board, "board").decode()
    program = int(os.read(found, 20))
    until = time.monotonic() + 5
    while alive(program) and time.monotonic() < until:
        time.sleep(0.02)
    assert not alive(program)


def alive(process):
    """Whether a process runs; one that has ended and is not yet asked for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_memory_in_use_can_be_asked_for():
    assert 5 * 2**20 < resident(os.getpid()) < 4 * 2**30
    assert resident(2**30) == 0  # no process has this number


# ---- good files with one bit turned ----------------------------------------------------------------------------------


def good_files():
    """A good paper in every format, small, so that a turned bit often meets what matters."""
    rows = "".join(
        f'<row><c t="inlineStr"><is><t>{name}</t></is></c></row>' for name in ("Name", "Ann Lee", "Joe Dale")
    )
    paragraphs = "".join(map(p, MINUTES.splitlines()))
    return {
        "a.txt": MINUTES.encode(),
        "b.md": MINUTES.replace("1. ", "# 1. ").encode("utf-16"),
        "c.csv": b"Name,4 March 2014,3 June 2014\nAnn Lee,P,A\nJoe Dale,P,P\n",
        "d.html": f"<!doctype html><body>{HEAD}<table><tr><td>Ann Lee<td>Kent Police</table>".encode(),
        "e.xml": b"<meeting><meetingdate>4/3/2014</meetingdate><attendees><attendee name='A'/></attendees></meeting>",
        "f.docx": word(paragraphs + table(("Ann Lee", "Kent Police"))),
        "g.xlsx": excel(rows),
        "h.pdf": one_page(),
    }


def flipped(content, chance):
    """The same bytes with one bit turned."""
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def test_a_turned_bit_is_read_or_refused_in_one_line(tmp_path):
    assert faults(turned(tmp_path, 48)) == []


def test_five_hundred_turned_bits_are_read_or_refused_in_one_line(tmp_path, long):
    assert faults(turned(tmp_path, FLIPS)) == []


def turned(folder, times):
    """Good files with a bit turned, so many, the same ones every time."""
    chance, good = random.Random(3), sorted(good_files().items())
    for n in range(times):
        name, content = good[n % len(good)]
        (folder / f"{n}-{name}").write_bytes(flipped(content, chance))
        yield folder / f"{n}-{name}", ""


def test_a_good_paper_under_an_odd_name_is_read_under_a_name_that_can_be_printed(tmp_path):
    for name, shown in {"two\nlines.txt": "two lines.txt", os.fsdecode(b"zo\xeb.txt"): "zo\ufffd.txt"}.items():
        (tmp_path / name).write_text(MINUTES, encoding="utf-8")
        assert read(tmp_path / name, keep=tmp_path / "kept").file == shown
        assert read(tmp_path / name, keep=tmp_path / "kept").file == shown
    assert leadnet("read", "--json", *tmp_path.glob("*.txt")).returncode == 0


def test_the_good_files_are_read(tmp_path):
    for name, content in good_files().items():
        (tmp_path / name).write_bytes(content)
        assert read(tmp_path / name).lines


def test_good_papers_in_odd_dress_are_read_and_not_refused(tmp_path):
    given = [*written(tmp_path, ((name, content, "") for name, content in odd_dress()))]
    refused = [path.name for path, _ in given if isinstance(*read_papers([path]), Unread)]
    assert len(given) >= 14 and refused == []


def test_marks_that_are_not_seen_do_not_part_a_name_or_a_body(tmp_path):
    for path, _ in written(tmp_path, ((name, content, "") for name, content in odd_dress() if "marks.txt" in name)):
        paper = read(path)
        assert (paper.body, [who.person for who in paper.meetings[0].attendance]) == ("Wolds Board", ["Ann Lee"])


def test_a_table_whose_columns_nothing_parts_is_read_with_a_warning(tmp_path):
    (tmp_path / "a.csv").write_text("Name:4 March 2014:3 June 2014\nAnn Lee:P:P\n", encoding="utf-8")
    assert ["no row has more than one cell" in problem.what for problem in read(tmp_path / "a.csv").problems][0]
