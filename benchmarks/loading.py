"""How long a new process takes to its first frame, against `import pandas`, a bare `read_csv` and palmerpenguins.

    python benchmarks/loading.py                # the published tables and those of 1,000 generated articles
    python benchmarks/loading.py --articles 0   # the published tables alone

The interpreter that runs this must have what is measured: `pip install -e '.[curate]' palmerpenguins`; without
generated articles `pip install -e . palmerpenguins`. Nothing is installed here. Every figure is a ratio within one run:
in each round every case runs once, in a process of its own and in a new order, and is compared with its baseline of
the same round; the median over the rounds counts. Beside the time on the clock stands the processor time that the
process used, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from measuring import FEWEST_ROUNDS, Cost, compiled, cost, environment, rounds

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("pandas", "palmerpenguins", "dprk_industry")
TIMED = ("pandas", "numpy", "palmerpenguins.penguins", "dprk_industry", "dprk_industry._load", "dprk_industry._frames")
"""Modules whose compiled form must be there; without it a start takes several times as long."""
PACKAGES = ("pandas", "numpy", "pyarrow", "palmerpenguins", "dprk-industry")

COMPILING = "import sys\nassert not sys.dont_write_bytecode\n"
IMPORT = "import pandas"
ONE = "import pandas; pandas.read_csv(sys.argv[1] + '/dataset/tables/order_outcomes.csv')"
ALL = """
import glob, pandas
for path in glob.glob(sys.argv[1] + '/dataset/tables/*.csv'):
    pandas.read_csv(path)
"""
PENGUINS = "from palmerpenguins import load_penguins; load_penguins()"
OURS = "from dprk_industry import load_dataset; load_dataset(root=sys.argv[1])"
OURS_ALL = "from dprk_industry import load_dataset; load_dataset('all', root=sys.argv[1])"


@dataclass(frozen=True)
class Measure:
    """A case, the baseline it is compared with, and the largest ratio that is aimed at."""

    title: str
    code: str
    baseline: str
    target: float | None = None


MEASURES = (
    Measure("`load_dataset()` / `import pandas` + one bare `read_csv`", OURS, ONE, 1.05),
    Measure("`load_dataset('all')` / `import pandas`", OURS_ALL, IMPORT, 1.15),
    Measure("`load_dataset('all')` / `import pandas` + bare `read_csv` of every table", OURS_ALL, ALL),
    Measure("bare `read_csv` of every table / `import pandas`", ALL, IMPORT),
    Measure("`load_dataset()` / palmerpenguins' `load_penguins()`", OURS, PENGUINS, 1.10),
)


def main() -> None:
    """Measure what the command line asks for and print it as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="generate so many; 0 for none")
    parser.add_argument("--rounds", type=int, default=11, help=f"at least {FEWEST_ROUNDS}")
    given = parser.parse_args()
    if given.rounds < FEWEST_ROUNDS:
        parser.error(f"fewer than {FEWEST_ROUNDS} rounds tell nothing")
    needed = [*NEEDED, "yaml"] if given.articles else NEEDED
    if missing := [name for name in needed if find_spec(name) is None]:
        sys.exit(f"not installed: {', '.join(missing)}. This needs {ROOT}[curate] and palmerpenguins.")
    print(machine())
    with tempfile.TemporaryDirectory() as scratch:
        roots = {"the published tables": ROOT}
        if given.articles:
            roots[f"{given.articles:,} generated articles"] = generated(Path(scratch) / "made", given.articles)
        for title, root in roots.items():
            print(table(title, root, measured(root, given.rounds, Path(scratch))))


def machine() -> str:
    """Versions of what is measured, and where."""
    found = [f"{name} {installed(name)}" for name in PACKAGES]
    return (
        f"Python {platform.python_version()}, {', '.join(found)}; {platform.machine()}, {os.cpu_count()} processors\n"
    )


def installed(name: str) -> str:
    """Version of a package, as its metadata tell it."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def generated(root: Path, articles: int) -> Path:
    """A root with the tables of so many generated articles."""
    root.mkdir()
    shutil.copy(ROOT / "README.md", root)
    run = (sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(root), str(articles))
    subprocess.run(run, check=True, env=environment())
    build = f"import sys; from dprk_industry.curate.cli import main; sys.exit(main(['--root', {str(root)!r}, 'build']))"
    subprocess.run((sys.executable, "-c", build), check=True, env=environment(), stdout=subprocess.DEVNULL)
    return root


def measured(root: Path, count: int, scratch: Path) -> list[dict[str, Cost]]:
    """Cost of every case in every round, after one round that does not count; each away from the checkout."""
    codes = dict.fromkeys(code for measure in MEASURES for code in (measure.code, measure.baseline))
    python = (sys.executable, "-c")
    cases = {code: partial(cost, (*python, COMPILING + code, str(root)), folder=scratch) for code in codes}
    rounds(cases, 1)
    compiled(Path(sys.executable), TIMED)
    return rounds(cases, count)


def table(title: str, root: Path, found: list[dict[str, Cost]]) -> str:
    """What was measured, as Markdown."""
    files = list((root / "dataset" / "tables").glob("*.csv"))
    rows = sum(path.read_text("utf-8").count("\n") - 1 for path in files)
    size = sum(path.stat().st_size for path in files) / 1e6
    pandas = median(costs[IMPORT].clock for costs in found)
    lines = [
        f"## {title[0].upper()}{title[1:]}: {len(files)} tables, {rows:,} lines, {size:.1f} MB\n",
        f"Medians of {len(found)} rounds; `import pandas` took {1000 * pandas:.0f} ms.\n",
        "| what | clock | range | processor | aim | |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    return "\n".join([*lines, *(row(measure, found) for measure in MEASURES)]) + "\n"


def row(measure: Measure, found: list[dict[str, Cost]]) -> str:
    """Line of a case: median and quartiles of its ratio on the clock, and median in processor time."""
    clock = sorted(costs[measure.code].clock / costs[measure.baseline].clock for costs in found)
    processor = median(costs[measure.code].processor / costs[measure.baseline].processor for costs in found)
    low, high = clock[len(clock) // 4], clock[-1 - len(clock) // 4]
    cells = [measure.title, f"{median(clock):.3f}", f"{low:.3f}-{high:.3f}", f"{processor:.3f}"]
    if measure.target is None:
        return f"| {' | '.join(cells)} | | |"
    verdict = "holds" if median(clock) <= measure.target else "misses"
    return f"| {' | '.join(cells)} | {measure.target:.2f} | {verdict} |"


if __name__ == "__main__":
    main()
