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
    new = _command(commands, "new", "start a study: settings, the area's councils, and what to do next")
    new.add_argument("study", help="the folder to make, as data/leicestershire")
    new.add_argument("--area", required=True, metavar="COUNCIL", help="the county council, as leicestershire")
    new.add_argument("--as-at", default="", metavar="DATE", help="the day the record is taken up to, as 2009-03-31")
    new.add_argument("--ci", default="", metavar="github,gitlab", help="lay in what builds the briefing at each change")
    read = _command(commands, "read", "read papers and say what was found")
    read.add_argument("papers", nargs="+", metavar="PAPER")
    read.add_argument("--json", action="store_true", help="print what was read as JSON")
    read.add_argument("--into", metavar="STUDY", help="copy the papers into a study and list them in its sources.csv")
    for name, says in _ON_A_STUDY.items():
        _command(commands, name, says).add_argument("study", help="a study folder, or its name under data/")
    commands.choices["brief"].add_argument(
        "--to", default="docx,pdf,html", metavar="docx,pdf,html", help="formats to write"
    )
    commands.choices["check"].add_argument(
        "briefing", nargs="?", default="", metavar="BRIEFING.docx", help="an edited briefing: are its numbers as found?"
    )
    review = commands.choices["review"]
    review.add_argument(
        "--answers", metavar="FILE.csv", help="take the filled rows of a review file into judgements.csv"
    )
    review.add_argument("--quick", action="store_true", help="leave out what each answer would change")
    review.add_argument("--all", action="store_true", help="say what would change of every question, not of the first")
    review.add_argument("--names", action="store_true", help="names as printed, for whoever keeps the register alone")
    review.add_argument(
        "--propose", action="store_true", help="put the seats papers list into memberships.csv as proposed rows"
    )
    export = commands.choices["export"]
    export.add_argument("--to", default="", metavar="FORMATS", help=f"some of {_EXPORTS} (default all)")
    export.add_argument("--out", default="", metavar="DIR", help="a new folder (default reports/exports of the study)")
    rap = _command(commands, "rap", "a study and its repository held against the levels of RAP, with the evidence")
    rap.add_argument("study", nargs="?", default="", help="a study folder, or its name under data/")
    evidence = _command(commands, "evidence", "a number beside the lines it rests on")
    evidence.add_argument("study", help="a study folder, or its name under data/")
    evidence.add_argument(
        "finding", nargs="?", default="", help="a finding_id or its beginning; without one, all are listed"
    )
    sheet = _command(commands, "sheet", "one page an organisation: what the record says of it, and room to answer")
    sheet.add_argument("study", help="a study folder, or its name under data/")
    sheet.add_argument("organisation", nargs="?", default="", help="its id or name; without one, all who are asked")
    sheet.add_argument("--answers", metavar="FILE.docx", help="take a returned sheet into corrections.csv")
    changed = _command(commands, "changed", "what is other since the last briefing")
    changed.add_argument("study", help="a study folder, or its name under data/")
    changed.add_argument("--since", default="", metavar="BUILD", help="an earlier build kept (default the last)")
    ties = _command(commands, "ties", "the tie table of any two-mode table, each pair tested against chance")
    ties.add_argument("table", metavar="TABLE.csv", help="a CSV file with the columns organisation and event")
    ties.add_argument("--groups", metavar="G.csv", help="columns organisation and group: tests by pair of groups too")
    ties.add_argument("--json", action="store_true", help="print the pairs as a JSON list")
    simulate = _command(commands, "simulate", "a made-up county as a study: papers in every format, the truth beside")
    simulate.add_argument("folder", help="the folder to make")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, another county (default 1)")
    simulate.add_argument("--meetings", type=int, default=30, metavar="N", help="how many meetings (default 30)")
    simulate.add_argument("--years", type=int, default=3, metavar="N", help="over how many years (default 3)")
    simulate.add_argument("--national", action="store_true", help="instead: a whole country's meetings, Parquet tables")
    simulate.add_argument("--share", type=float, default=1.0, metavar="S", help="with --national: 1, 0.1 or 0.01 of it")
    project = _command(commands, "project", "rates, ties and p-values of a whole country's tables")
    project.add_argument("tables", help="a folder of Parquet tables: attendance, meetings, memberships, organisations")
    project.add_argument("--out", required=True, metavar="DIR", help="the folder to make")
    project.add_argument("--engine", default="duckdb", metavar="E", help="duckdb, on this machine (default), or spark")
    project.add_argument("--by", default="", metavar="year", help="rates and meetings together by calendar year too")
    project.add_argument("--memory", default="2GB", metavar="M", help="plan for so much (default 2GB): docs/scale.md")
    explore = commands.choices["explore"]
    explore.add_argument("--out", default="", metavar="FILE", help="where to write it (default reports/explore.html)")
    lab = _command(commands, "lab", "JupyterLab on a copy of the notebooks and a study, which leaves both as they are")
    lab.add_argument("study", nargs="?", default="leicestershire", help="a study folder, or its name under data/")
    lab.add_argument("--folder", default="", help="where to copy to, new or empty (default a temporary folder)")
    lab.add_argument("--copy-only", action="store_true", help="make the copy and open nothing")
    forget = _command(commands, "forget", "remove a person from a study, also from what is read later")
    forget.add_argument("study", help="a study folder, or its name under data/")
    forget.add_argument("person", metavar="PERSON", help="the name in full, or a person_id of people.csv")
    _command(commands, "words", "the twelve words leadnet uses in one sense only")
    return top


_EXPORTS = "gexf, graphml, kumu, popolo, attendance, xlsx, package"
_ON_A_STUDY = {
    "review": "the open questions about names and clauses, what each answer would change, and taking answers in",
    "brief": "read what is not yet read and write the briefing as Word, PDF and web page",
    "explore": "one page with map, grid, ledger and the lines behind them; it opens by double click",
    "export": "the study for other programs: networks, spreadsheets, open data; masked as its mode asks",
    "check": "look for faults in a study's tables, each with file, line and what is allowed",
}


def _command(commands: argparse._SubParsersAction, name: str, says: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=says, description=says)


if __name__ == "__main__":
    sys.exit(main())
