"""The door: words in, messages out. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from leadnet import __version__


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. Exit 0: done; 1: refused, nothing written; 2: wrong usage; 3: some papers could not be read."""
    asked = parser().parse_args(words)
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
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        print(
            f"leadnet: stopped by a fault of its own ({said}); what was there before stands. Please report it with the "
            "command and, if you can, the study; LEADNET_TRACE=1 shows where",
            file=sys.stderr,
        )
    return 1


def parser() -> argparse.ArgumentParser:
    """The commands and their words."""
    top = argparse.ArgumentParser(
        prog="leadnet",
        description="From the papers of a partnership to a briefing in which every "
        "number opens at the line it came from.",
    )
    top.add_argument("--version", action="version", version=f"leadnet {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    new = _command(commands, "new", "start a study: settings, the area's councils, and what to do next")
    new.add_argument("study", help="the folder to make, as data/leicestershire")
    new.add_argument("--area", required=True, metavar="COUNCIL", help="the county council, as leicestershire")
    new.add_argument("--as-at", default="", metavar="DATE", help="the day the record is taken up to, as 2009-03-31")
    read = _command(commands, "read", "read papers and say what was found")
    read.add_argument("papers", nargs="+", metavar="PAPER")
    read.add_argument("--json", action="store_true", help="print what was read as JSON")
    read.add_argument("--into", metavar="STUDY", help="copy the papers into a study and list them in its sources.csv")
    for name, says in _ON_A_STUDY.items():
        _command(commands, name, says).add_argument("study", help="a study folder, or its name under data/")
    commands.choices["brief"].add_argument(
        "--to", default="docx,pdf,html", metavar="docx,pdf,html", help="formats to write"
    )
    review = commands.choices["review"]
    review.add_argument(
        "--answers", metavar="FILE.csv", help="take the filled rows of a review file into judgements.csv"
    )
    review.add_argument("--quick", action="store_true", help="leave out what each answer would change")
    review.add_argument("--all", action="store_true", help="say what would change of every question, not of the first")
    review.add_argument("--names", action="store_true", help="names as printed, for whoever keeps the register alone")
    evidence = _command(commands, "evidence", "a number beside the lines it rests on")
    evidence.add_argument("study", help="a study folder, or its name under data/")
    evidence.add_argument(
        "finding", nargs="?", default="", help="a finding_id or its beginning; without one, all are listed"
    )
    ties = _command(commands, "ties", "the tie table of any two-mode table, each pair tested against chance")
    ties.add_argument("table", metavar="TABLE.csv", help="a CSV file with the columns organisation and event")
    ties.add_argument("--groups", metavar="G.csv", help="columns organisation and group: tests by pair of groups too")
    ties.add_argument("--json", action="store_true", help="print the pairs as a JSON list")
    _command(commands, "words", "the twelve words leadnet uses in one sense only")
    return top


_ON_A_STUDY = {
    "brief": "read what is not yet read and write the briefing as Word, PDF and web page",
    "check": "look for faults in a study's tables, each with file, line and what is allowed",
    "review": "the open questions about names and clauses, what each answer would change, and taking answers in",
}


def _command(commands: argparse._SubParsersAction, name: str, says: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=says, description=says)


if __name__ == "__main__":
    sys.exit(main())
