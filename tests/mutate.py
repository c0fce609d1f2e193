"""Break every rule on purpose at random places of the real annotations, and print whether the check saw it.

python tests/mutate.py [--seed N] [--rounds N] [--root DIR] [CODE …]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from mutations import table
from mutations.trial import Bench

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print the table, and each fault that was not caught; 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", metavar="CODE", help="rules to try instead of all; their trials are told")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same faults")
    parser.add_argument("--rounds", type=int, default=20, help="faults for each rule, at least one in each of its ways")
    parser.add_argument("--root", type=Path, default=ROOT, help="root of the dataset; this checkout if not given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.root, Path(folder), given.seed)
        print(table.head())
        rows = []
        for row in table.rows(bench, given.rounds, given.codes):
            rows.append(row)
            print(table.line(row), flush=True)
    print(table.total(rows))
    for trial in (trial for row in rows for trial in row.trials):
        if given.codes or trial.verdict != "caught":
            print(f"\n{table.story(trial)}")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
