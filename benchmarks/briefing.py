"""How long the briefing takes, warm, in all three formats: python -m benchmarks.briefing [STUDY…]

Warm: the papers have been read before and lie in the study's .read. Asked: Leicestershire under 15 s, wolds under 30 s.
"""

import sys
import time
from collections.abc import Callable

import leadnet
from leadnet.briefing.numbers import sides

ASKED = {"leicestershire": 15, "wolds": 30}


def seconds(made: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    found = made()
    return time.perf_counter() - start, found


def main() -> None:
    for name in sys.argv[1:] or ASKED:
        leadnet.study(name)  # once to warm
        opened, built = seconds(lambda name=name: leadnet.study(name))
        written, files = seconds(lambda built=built: leadnet.briefing_files(built))
        asked = f", asked {ASKED[name]} s" if name in ASKED else ""
        print(
            f"{name}: {opened + written:.1f} s in all{asked} ({opened:.1f} s to read and count, {written:.1f} s to "
            f"write and check {sides(files['briefing.pdf'])} sides in three formats)"
        )


if __name__ == "__main__":
    main()
