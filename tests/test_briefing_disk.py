"""`leadnet brief` on disks that really refuse: the kernel says no, a line says so, the last briefing stands whole."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import explore_case
import pytest
from disk_case import everything

from leadnet.cli import main

LEADNET = (sys.executable, "-m", "leadnet.cli", "brief", "--to", "html")
SMALL = 50_000  # bytes: more than a file's name or a lock takes, less than a briefing
ROOT_WITHOUT_POWER = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
)  # who may write is then root's law too


@pytest.fixture(scope="module")
def briefed(tmp_path_factory):
    """A study with its briefing in it, the author's words changed since: the next build writes every file anew."""
    study = explore_case.study(tmp_path_factory.mktemp("disk") / "north")
    assert main(["brief", str(study), "--to", "html"]) == 0
    words = study / "briefing.toml"
    words.write_text(words.read_text(encoding="utf-8").replace("the plenary", "the leaders"), encoding="utf-8")
    return study


def refused(study: Path, run: tuple[str, ...], **more: object) -> str:
    """The one line of a run that ends with 1 and leaves every file of the study as it was, and none beside them."""
    before = everything(study)
    ended = subprocess.run([*run, str(study)], capture_output=True, text=True, timeout=120, **more)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert everything(study) == before
    *progress, said = ended.stderr.splitlines()
    assert said.startswith("leadnet: ") and not [line for line in progress if line.startswith(("leadnet:", "Trace"))]
    return said


def test_where_the_kernel_lets_no_file_grow_the_last_briefing_stands(briefed, tmp_path):
    study = shutil.copytree(briefed, tmp_path / "north")
    full = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))}
    said = refused(study, LEADNET, **full)
    assert said.endswith("north: cannot be written (File too large); the last good reports stand")


def test_a_disk_that_is_full_in_the_middle_of_a_briefing_leaves_the_last_one(briefed, tmp_path):
    place = tmp_path / "full"
    held = sum(path.stat().st_size // 4096 + 1 for path in briefed.rglob("*"))  # pages of 4 kB
    space = 4 * held + 300  # kB: for the study as it is, and for half a briefing more
    mounted = own_disk(place, f"-t tmpfs -o size={space}k tmpfs", f"cp -r {briefed} {place}/north")
    assert "cannot be written (No space left on device); the last good reports stand" in mounted


def test_on_a_disk_that_is_read_only_nothing_is_begun(briefed, tmp_path):
    place = tmp_path / "read-only"
    said = own_disk(place, f"--bind -o ro {briefed.parent}")
    assert "cannot be written (Read-only file system); check the folder's permissions and space" in said


def own_disk(place: Path, disk: str, first: str = "true") -> str:
    """What `leadnet brief` says of the study in a disk of its own, which only that run sees; `before` it, and after it,
    the study is listed by its files' sums, and both lists must be the same.
    """
    place.mkdir()
    if subprocess.run(["unshare", "--mount", "--map-root-user", "true"], capture_output=True).returncode:
        pytest.skip("extra: this system lets nobody mount a disk of their own")
    sums = f"find {place}/north -type f -not -path '*/.read/*' -print0 | sort -z | xargs -0 sha256sum"
    script = (
        f"mount {disk} {place} && {first} && {sums} > {place}.before && "
        f"{{ {' '.join(LEADNET)} {place}/north; echo $? > {place}.code; {sums} > {place}.after; }}"
    )
    ended = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script], capture_output=True, text=True, timeout=120
    )
    assert Path(f"{place}.code").read_text() == "1\n", ended.stderr
    assert Path(f"{place}.before").read_bytes() == Path(f"{place}.after").read_bytes() != b""
    return ended.stderr.splitlines()[-1]


@pytest.mark.parametrize("closed", ["", "reports"])
def test_in_a_folder_one_may_not_write_nothing_is_changed(briefed, tmp_path, closed, needs):
    study = shutil.copytree(briefed, tmp_path / "north")
    (study / closed).chmod(0o555)
    try:
        said = refused(study, (needs("setpriv"), *ROOT_WITHOUT_POWER[1:], *LEADNET))
    finally:
        (study / closed).chmod(0o755)
    then = "the last good reports stand" if closed else "check the folder's permissions and space"
    assert f"cannot be written (Permission denied); {then}" in said
