"""Any text at all: properties that hold of its lines, entries and tables, tried on made-up papers and by a fuzzer."""

import subprocess
import sys
from pathlib import Path

import fuzz_targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

QUICK, MANY, SECONDS = 40, 600, 60

# What papers are made of; the rest comes from any letters at all.
_PIECES = """
Present: ~Apologies: ~In attendance: ~Members Present~Attendance~Cllr ~Dr ~Ms A. ~Ann Lee~Joe Dale~LEE, Ann~ (Chair)~
 (Kent Police)~, Dover District Council~Chief Executive~Kent County Council~ – ~ - ~; ~, ~ and ~ (part)~ (items 2-4)~
on behalf of ~substitute for ~left at 3.30pm~1. ~2.1 ~10/24 ~(a) ~# ~- ~* ~• ~   ~AGREED ~RESOLVED that ~Action: ~
by 1 May 2024~4 March 2014~Minutes of the meeting held on ~Wolds Board~Wolds Partnership~ at 10.00 am~County Hall~
The next meeting is on ~Date of next meeting~Page 2 of 7~|~ | ~| Name | Organisation |~✓~P~A~²~:~.~(~)
"""
_PIECE = st.sampled_from(_PIECES.replace("\n", "").split("~"))
LINE = st.lists(_PIECE | st.text(max_size=12), max_size=7).map("".join)
TEXT = st.lists(LINE, max_size=30).map("\n".join)
CELLS = st.lists(st.lists(LINE, min_size=1, max_size=5), max_size=8)
SHEET = st.lists(st.lists(st.text("Ann Leeé,\"'=+1² ", max_size=9), max_size=6), max_size=12)


def tried(check, some, times):
    """Hold a check against so many made-up inputs, the same ones every time."""

    @settings(max_examples=times, derandomize=True, deadline=None, database=None, suppress_health_check=[*HealthCheck])
    @given(some)
    def each(made):
        check(made)

    each()


def test_all_that_is_found_in_any_text_is_printed_on_the_lines_it_names():
    tried(fuzz_targets.check_paper, TEXT, QUICK)


def test_the_entries_of_any_list_are_its_own_lines_and_words():
    tried(fuzz_targets.check_entries, TEXT, QUICK * 2)


def test_no_word_of_any_table_is_lost():
    tried(fuzz_targets.check_table, CELLS, QUICK * 2)


def test_the_cells_of_any_sheet_come_out_as_they_went_in():
    tried(fuzz_targets.check_sheet, SHEET, QUICK * 2)


def test_the_same_of_many_more_texts_and_tables(long):
    tried(fuzz_targets.check_paper, TEXT, MANY)
    tried(fuzz_targets.check_entries, TEXT, MANY)
    tried(fuzz_targets.check_table, CELLS, MANY)
    tried(fuzz_targets.check_sheet, SHEET, MANY)


def test_a_minute_of_fuzzing_guided_by_coverage_finds_nothing(package, tmp_path, long):
    package("atheris")
    words = [sys.executable, fuzz_targets.__file__, str(SECONDS), str(tmp_path)]
    run = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS * 4, check=False)
    assert run.returncode == 0, f"{run.stdout[-1500:]}{run.stderr[-3000:]}"
    assert "Done " in run.stderr and not list(Path(tmp_path).glob("fault-*"))
