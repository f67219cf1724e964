"""Runs every benchmark and prints each figure beside its goal.

    python tests/bench/run.py [--quick] [record] [start] [terminal] [playbook] [steps] [watch]

A figure is a ratio to something measured beside it in the same minute, so it hardly depends on the
machine; the milliseconds do, and are printed for information.  The exit code is 1 where a goal is
missed.
"""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    # Starting is measured as users meet it: from compiled files.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

from bench import (
    playbook_bench,
    record_bench,
    start_bench,
    steps_bench,
    terminal_bench,
    watch_bench,
)
from bench.measure import HEADING

PARTS = {
    "record": record_bench,
    "start": start_bench,
    "terminal": terminal_bench,
    "playbook": playbook_bench,
    "steps": steps_bench,
    "watch": watch_bench,
}


def main(arguments: list[str]) -> int:
    """Run the named parts, or all of them; the exit code."""
    quick = "--quick" in arguments
    chosen = [name for name in PARTS if name in arguments] or list(PARTS)
    print(HEADING, flush=True)
    missed = 0
    for name in chosen:
        for measured in PARTS[name].measures(quick=quick):
            print(measured, flush=True)
            missed += not measured.is_reached
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
