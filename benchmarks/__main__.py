"""Every benchmark in turn, as `make bench` runs them."""

import sys
from pathlib import Path

from benchmarks import calibration, commitments, dresses, layouts, measures, minutes, names, national, network

CASES = Path(__file__).resolve().parents[1] / "tests" / "minutes-cases"

print(f"The reader on {CASES.name}: python -m benchmarks.minutes tests/minutes-cases")
sys.argv = ["benchmarks.minutes", str(CASES)]
minutes.main()
print(f"\nTheir people in other layouts: python -m benchmarks.layouts tests/{CASES.name}")
sys.argv = ["benchmarks.layouts", str(CASES)]
layouts.main()
print(f"\nThe same papers in other dress: python -m benchmarks.dresses tests/{CASES.name}")
sys.argv = ["benchmarks.dresses", str(CASES)]
dresses.main()
print("\nCommitments in running text: python -m benchmarks.commitments")
commitments.main()
print("\nWho is who: python -m benchmarks.names")
sys.argv = ["benchmarks.names"]
names.main()
print("\nThe whole set of measures: python -m benchmarks.measures")
measures.main()
for text, benchmark in (("The network", network), ("Its p-values", calibration)):
    sys.argv = [benchmark.__name__]
    print(f"\n{text}: python -m {benchmark.__name__}")
    benchmark.main()
print("\nThe whole country, a hundredth of it: python -m benchmarks.national --shares 0.01")
sys.argv = ["benchmarks.national", "--shares", "0.01"]
national.main()
