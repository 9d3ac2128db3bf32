"""Every benchmark in turn, as `make bench` runs them."""

import sys
from pathlib import Path

from benchmarks import commitments, measures, minutes, names

CASES = Path(__file__).resolve().parents[1] / "tests" / "minutes-cases"

print(f"The reader on {CASES.name}: python -m benchmarks.minutes tests/minutes-cases")
sys.argv = ["benchmarks.minutes", str(CASES)]
minutes.main()
print("\nCommitments in running text: python -m benchmarks.commitments")
commitments.main()
print("\nWho is who: python -m benchmarks.names")
sys.argv = ["benchmarks.names"]
names.main()
print("\nThe whole set of measures: python -m benchmarks.measures")
measures.main()
