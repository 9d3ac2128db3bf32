"""The door: words in, messages out. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from importlib import import_module

from leadnet import __version__
from leadnet.study.harmless import Terminal, one_line


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. Exit 0: done; 1: refused, nothing written; 2: wrong usage; 3: some papers could not be read."""
    asked = parser().parse_args(words)
    with contextlib.redirect_stdout(Terminal(sys.stdout)), contextlib.redirect_stderr(Terminal(sys.stderr)):
        return _run(asked)


def _run(asked: argparse.Namespace) -> int:
    """The command's own answer; 1 and one line on standard error for every fault."""
    from leadnet.study.tables import StudyError  # here, so that --help need not wait for pandas

    try:
        return import_module(f"leadnet.commands.{asked.command}").run(asked)
    except StudyError as error:
        print(f"leadnet: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("leadnet: stopped; what was there before stands", file=sys.stderr)
    except BrokenPipeError:
        return 1
    except Exception as error:
        # an analyst can do nothing with a traceback; whoever mends leadnet asks for one
        if os.environ.get("LEADNET_TRACE"):
            raise
        said = one_line(f"{type(error).__name__}: {error}".strip().splitlines()[0])
        print(
            f"leadnet: stopped by a fault of its own ({said}); what was there before stands. Please report it with the "
            "command and, if you can, the study; LEADNET_TRACE=1 shows where",
            file=sys.stderr,
        )
    return 1


class _Door(argparse.ArgumentParser):
    """The words after `leadnet`; a first word that is no command is answered in one line, with the nearest."""

    names: Iterable[str] = ()

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None) -> tuple:
        words = sys.argv[1:] if args is None else args
        if words and not words[0].startswith("-") and words[0] not in self.names:
            near = get_close_matches(words[0].casefold(), self.names, n=1)
            meant = f"did you mean {near[0]}?" if near else "there is no such command;"
            self.exit(2, f'leadnet: "{one_line(words[0])}": {meant} `leadnet --help` lists all commands\n')
        return super().parse_known_args(args, namespace)


def parser() -> argparse.ArgumentParser:
    """The commands and their words."""
    top = _Door(
        prog="leadnet",
        description="From the papers of a partnership to a briefing in which every number opens at the line it came "
        "from. Begin with new, read, review and brief, in this order.",
    )
    top.add_argument("--version", action="version", version=f"leadnet {__version__}")
    commands = top.add_subparsers(
        dest="command", required=True, metavar="COMMAND", parser_class=argparse.ArgumentParser
    )
    top.names = commands.choices
    for name, (says, words) in _COMMANDS.items():
        command = commands.add_parser(name, help=says, description=says)
        for word, how in words.items():
            command.add_argument(word, **how)
    return top


def _maybe(says: str, metavar: str | None = None, default: str = "") -> dict[str, object]:
    """A word that may be left out."""
    return {"nargs": "?", "default": default, "metavar": metavar, "help": says}


def _with(metavar: str, says: str, default: object = "") -> dict[str, object]:
    """An option with a value, of the kind its default is of."""
    return {"default": default, "type": type(default), "metavar": metavar, "help": says}


def _switch(says: str) -> dict[str, object]:
    return {"action": "store_true", "help": says}


_EXPORTS = "gexf, graphml, kumu, popolo, attendance, xlsx, package"
_STUDY = {"help": "a study folder, or its name under data/"}
_MAYBE_STUDY = _maybe(_STUDY["help"])
_COMMANDS: dict[str, tuple[str, dict[str, dict]]] = {
    "new": (
        "start a study: settings, the area's councils, and what to do next",
        {
            "study": {"help": "the folder to make, as data/leicestershire"},
            "--area": {"required": True, "metavar": "COUNCIL", "help": "the county council, as leicestershire"},
            "--as-at": _with("DATE", "the day the record is taken up to, as 2009-03-31"),
            "--ci": _with("github,gitlab", "lay in what builds the briefing at each change"),
        },
    ),
    "read": (
        "read papers and say what was found",
        {
            "papers": {"nargs": "+", "metavar": "PAPER"},
            "--json": _switch("print what was read as JSON"),
            "--into": _with("STUDY", "copy the papers into a study and list them in its sources.csv"),
        },
    ),
    "review": (
        "the open questions about names and clauses, what each answer would change, and taking answers in",
        {
            "study": _STUDY,
            "--answers": _with("FILE.csv", "take the filled rows of a review file into judgements.csv"),
            "--quick": _switch("leave out what each answer would change"),
            "--all": _switch("say what would change of every question, not of the first"),
            "--names": _switch("names as printed, for whoever keeps the register alone"),
            "--propose": _switch("put the seats papers list into memberships.csv as proposed rows"),
        },
    ),
    "brief": (
        "read what is not yet read and write the briefing as Word, PDF and web page",
        {"study": _STUDY, "--to": _with("docx,pdf,html", "formats to write", "docx,pdf,html")},
    ),
    "explore": (
        "one page with map, grid, ledger and the lines behind them; it opens by double click",
        {"study": _STUDY, "--out": _with("FILE", "where to write it (default reports/explore.html)")},
    ),
    "export": (
        "the study for other programs: networks, spreadsheets, open data; masked as its mode asks",
        {
            "study": _STUDY,
            "--to": _with("FORMATS", f"some of {_EXPORTS} (default all)"),
            "--out": _with("DIR", "a new folder (default reports/exports of the study)"),
        },
    ),
    "check": (
        "look for faults in a study's tables, each with file, line and what is allowed",
        {"study": _STUDY, "briefing": _maybe("an edited briefing: are its numbers as found?", "BRIEFING.docx")},
    ),
    "rap": ("a study and its repository held against the levels of RAP, with the evidence", {"study": _MAYBE_STUDY}),
    "evidence": (
        "a number beside the lines it rests on",
        {"study": _STUDY, "finding": _maybe("a finding_id or its beginning; without one, all are listed")},
    ),
    "sheet": (
        "one page an organisation: what the record says of it, and room to answer",
        {
            "study": _STUDY,
            "organisation": _maybe("its id or name; without one, all who are asked"),
            "--answers": _with("FILE.docx", "take a returned sheet into corrections.csv"),
        },
    ),
    "changed": (
        "what is other since the last briefing",
        {"study": _STUDY, "--since": _with("BUILD", "an earlier build kept (default the last)")},
    ),
    "ties": (
        "the tie table of any two-mode table, each pair tested against chance",
        {
            "table": {"metavar": "TABLE.csv", "help": "a CSV file with the columns organisation and event"},
            "--groups": _with("G.csv", "columns organisation and group: tests by pair of groups too"),
            "--json": _switch("print the pairs as a JSON list"),
        },
    ),
    "simulate": (
        "a made-up county as a study: papers in every format, the truth beside",
        {
            "folder": {"help": "the folder to make"},
            "--seed": _with("N", "another seed, another county (default 1)", 1),
            "--meetings": _with("N", "how many meetings (default 30)", 30),
            "--years": _with("N", "over how many years (default 3)", 3),
            "--national": _switch("instead: a whole country's meetings, Parquet tables"),
            "--share": _with("S", "with --national: 1, 0.1 or 0.01 of it", 1.0),
        },
    ),
    "project": (
        "rates, ties and p-values of a whole country's tables",
        {
            "tables": {"help": "a folder of Parquet tables: attendance, meetings, memberships, organisations"},
            "--out": {"required": True, "metavar": "DIR", "help": "the folder to make"},
            "--engine": _with("E", "duckdb, on this machine (default), or spark", "duckdb"),
            "--by": _with("year", "rates and meetings together by calendar year too"),
            "--memory": _with(
                "M",
                "for the whole run (default 2GB): the engine takes a third and spills "
                "to disk, the test of the pairs what is left; what cannot fit is refused",
                "2GB",
            ),
        },
    ),
    "lab": (
        "JupyterLab on a copy of the notebooks and a study, which leaves both as they are",
        {
            "study": _maybe(_STUDY["help"], default="leicestershire"),
            "--folder": _with("FOLDER", "where to copy to, new or empty (default a temporary folder)"),
            "--copy-only": _switch("make the copy and open nothing"),
        },
    ),
    "forget": (
        "remove a person from a study, also from what is read later",
        {
            "study": _STUDY,
            "person": {"metavar": "PERSON", "help": "the name in full, or a person_id of people.csv"},
        },
    ),
    "words": ("the twelve words leadnet uses in one sense only", {}),
}


if __name__ == "__main__":
    sys.exit(main())
