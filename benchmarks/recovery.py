"""What is found again of a made-up county: `python -m benchmarks.recovery [--quick] [--picture FILE.png]`.

1. Papers: studies of several seeds are written, read and built. F1 of attendance rows (paper, person, status), by house
   style too; names: of rows found, those given the right organisation and person among those given one (precision) and
   among all (recall).
2. Ties, from the rooms themselves: verdicts of more and less that are planted (precision) and planted pairs found
   (recall), by number of meetings.
3. The drifting district: the change of its share of meetings from the first year to the last, by the rule the briefing
   names a council by (leadnet.measures.drift).
4. Nothing planted: the share of studies with any verdict other than as chance or cannot be told, at most the level and
   three standard errors.
5. Misreadings put right in corrections.csv and names answered by the truth: the rooms and ties read against the true.

`--answer STUDY` signs, for a made-up study, what a person who has read its papers would answer about its actions asked
up to half a year before its end.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.recovered import answer, converged, drift, nothing_planted, papers, recovery
from leadnet.simulate import STORY
from leadnet.simulate.styles import NAMES

NULLS = 200
SIZES = (30, 60, 120, 240)


def _share(n: int, of: int) -> str:
    return f"{n} of {of} ({n / of:.3f})" if of else "none"


def say_papers(seeds: range) -> None:
    scores, named = papers(seeds)
    print(f"attendance rows, F1 by seed: {', '.join(f'{score:.3f}' for score in scores)}; mean {np.mean(scores):.3f}")
    for what, given, right in zip(("organisations", "people"), named[1::2], named[2::2], strict=True):
        print(f"  {what}: precision {_share(right, given)}, recall {_share(right, named.rows)}")
    by_style = {style: papers(range(3, 4), style)[0][0] for style in NAMES}
    for style, score in by_style.items():
        print(f"  all papers in the style {style}: F1 {score:.3f}")
    print(f"  mean of the {len(by_style)} styles: {np.mean(list(by_style.values())):.3f}")


def say_ties(seeds: range, nulls: int) -> None:
    for meetings in SIZES:
        precision, recall, given = recovery(meetings, seeds)
        print(f"{meetings} meetings: precision {precision:.3f} of {given} verdicts, recall {recall:.3f}")
    for meetings in SIZES[:2]:
        ends = [drift(seed, meetings) for seed in seeds]
        found = sum(end[STORY.drifting].told and end[STORY.drifting].value < 0 for end in ends)
        others = [change.told for end in ends for org, change in end.items() if org != STORY.drifting]
        print(f"{meetings} meetings: the drifting district found in {_share(found, len(seeds))}; others told to have "
              f"changed {_share(sum(others), len(others))}")  # fmt: skip
    for meetings in SIZES[:3]:
        share, most = nothing_planted(nulls, meetings)
        print(f"nothing planted, {meetings} meetings, {nulls} seeds: any verdict in {share:.3f}, at most {most:.3f}")


def say_put_right(seeds: range) -> None:
    for seed in seeds:
        with tempfile.TemporaryDirectory() as held:
            (before, after), fixed, answered, true = converged(seed, 60, Path(held))
        wrong = [int(step.together.sub(true, fill_value=0).abs().gt(0).sum()) for step in (before, after)]
        print(
            f"seed {seed}: {fixed} corrections, {answered} answers: F1 {before.f1:.3f} to {after.f1:.3f}, rooms wrong "
            f"{before.rooms_wrong} to {after.rooms_wrong}, pairs whose meetings differ {wrong[0]} to {wrong[1]}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer seeds")
    parser.add_argument("--picture", type=Path, metavar="FILE.png", help="draw truth beside recovery, and nothing else")
    parser.add_argument("--answer", type=Path, metavar="STUDY", help="answer about the actions of a made-up study")
    asked = parser.parse_args()
    if asked.answer:
        print(f"{asked.answer}: {answer(asked.answer)} answers signed")
    elif asked.picture:
        from benchmarks.recovery_picture import picture

        asked.picture.write_bytes(picture())
    else:
        say_papers(range(1, 3 if asked.quick else 6))
        say_ties(range(1, 6 if asked.quick else 41), 40 if asked.quick else NULLS)
        say_put_right(range(1, 2 if asked.quick else 4))


if __name__ == "__main__":
    main()
