"""Break every rule on purpose at random places of the real dataset, and print whether the check saw it.

python tests/mutate.py [--seed N] [--rounds N] [--articles N] [--root DIR] [CODE …]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from mutations import table
from mutations.trial import Bench, Verdict

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print the table, and each fault that was not caught; 1 if there is one."""
    given = arguments().parse_args()
    rows = []
    print(table.head())
    with tempfile.TemporaryDirectory() as folder:
        sizes = (None,) if given.articles is None else (given.articles, None)
        benches = [Bench(given.root, Path(folder) / str(size), given.seed, size) for size in sizes]
        for row in table.rows(benches, given.rounds, given.codes):
            rows.append(row)
            print(table.line(row), flush=True)
    print(table.total(rows))
    for trial in (trial for row in rows for trial in row.trials):
        if given.codes or trial.verdict is not Verdict.CAUGHT:
            print(f"\n{table.story(trial)}")
    return 0 if all(row.holds for row in rows) else 1


def known(code: str) -> str:
    """The code of a rule that there is."""
    if code not in table.TITLES:
        raise argparse.ArgumentTypeError(f"there is no rule {code}")
    return code


def arguments() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", type=known, metavar="CODE", help="rules to try; each fault is told")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same faults")
    parser.add_argument("--rounds", type=int, default=20, help="faults for each rule, at least one in each of its ways")
    sample = "try on a random sample of so many articles; what has no place there is tried on the whole"
    parser.add_argument("--articles", type=int, help=sample)
    parser.add_argument("--root", type=Path, default=ROOT, help="root of the dataset; this checkout if not given")
    return parser


if __name__ == "__main__":
    sys.exit(main())
