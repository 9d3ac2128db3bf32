"""What can be seen of a repository and a study from this machine: files, and what git says of them. Nothing is run."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

MET, NOT_MET, UNSEEN = "met", "not met", "cannot be seen from here"
Verdict = tuple[str, str]  # one of the three, and the evidence
_PASSED_OVER = ("node_modules", "__pycache__", "site-packages")
_MOST = 1_000_000  # bytes of a file that is looked into


@dataclass(frozen=True)
class Seen:
    """A folder with what it holds; `study` is a study in it or None, `under_git` whether it is a repository."""

    root: Path
    study: Path | None
    under_git: bool

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Paths below the root: those git tracks, or where it tracks none all but hidden folders, in order."""
        tracked = self.git("ls-files", "-z").split("\0")
        return tuple(sorted(filter(None, tracked))) or tuple(sorted(self._found()))

    def _found(self) -> Iterator[str]:
        for folder, below, names in os.walk(self.root):
            below[:] = [name for name in below if name not in _PASSED_OVER and name not in (".git", ".venv")]
            yield from (Path(folder, name).relative_to(self.root).as_posix() for name in names)

    def named(self, *patterns: str) -> list[str]:
        """The files whose path matches one of these patterns (in small letters; letters of either case)."""
        return [file for file in self.files if any(_matches(file, pattern) for pattern in patterns)]

    def text(self, file: str) -> str:
        """A file's text; "" where it cannot be read or is too long."""
        path = self.root / file
        try:
            return path.read_text(encoding="utf-8", errors="replace") if path.stat().st_size <= _MOST else ""
        except OSError:
            return ""

    @cached_property
    def code(self) -> tuple[str, ...]:
        """The files of Python and R that are no tests."""
        return tuple(file for file in self.named("*.py", "*.r") if not file.casefold().startswith("tests/"))

    @cached_property
    def functions(self) -> tuple[ast.AST, ...]:
        """The public functions and classes at the top of the Python files of `code`."""
        return tuple(each for file in self.code if file.endswith(".py") for each in _public(self.text(file)))

    def git(self, *words: str) -> str:
        """What git says, which only reads here; "" where there is no git or no repository."""
        program = shutil.which("git") if self.under_git else None
        if program is None:
            return ""
        asked = [program, "-c", "core.fsmonitor=false", "-C", str(self.root), *words]
        try:
            said = subprocess.run(asked, capture_output=True, text=True, timeout=30, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return said.stdout if said.returncode == 0 else ""

    def first_line(self, file: str, *words: str) -> int:
        """The first line of a file in which one of these words stands; 0 for none."""
        lines = self.text(file).casefold().splitlines()
        return next((at for at, line in enumerate(lines, start=1) if any(word in line for word in words)), 0)


def look_at(study: Path | None, here: Path) -> Seen:
    """The repository a study lies in (or, without one, this folder does); where there is none, the folder itself."""
    start = (study or here).resolve()
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return Seen(folder, study, under_git=True)
    return Seen(start, study, under_git=False)


def _matches(file: str, pattern: str) -> bool:
    return fnmatchcase(f"/{file.casefold()}", f"*/{pattern}")


def _public(text: str) -> list[ast.AST]:
    """The functions and classes at the top of a Python file whose name does not begin with a line below."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return []
    return [each for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef) and each.name[0] != "_"]
