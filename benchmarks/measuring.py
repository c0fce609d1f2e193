"""Runs commands in processes of their own and holds what they cost against each other.

In each round every case runs once, in a new order, and is compared with its baseline of the same round; the median over
the rounds counts. Beside the time on the clock stands the processor time that the process used, which other work on the
machine disturbs less.
"""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

FEWEST_ROUNDS = 5
"""Fewer rounds tell nothing."""
KIB = 1024 / 1e6
"""What the system counts memory in, in MB."""
LOCATE = "import importlib.util as u, sys; print(*(u.find_spec(n).origin for n in sys.argv[1:]), sep='\\n')"
CACHED = "import importlib.util as u, sys; print(*map(u.cache_from_source, sys.argv[1:]), sep='\\n')"


@dataclass(frozen=True)
class Cost:
    """What one run of a case took."""

    clock: float
    """Seconds from start to end."""
    processor: float
    """Seconds of processor time of the process and of those it waited for."""
    peak: float
    """Most memory of the process, or of one that it waited for, in MB."""
    printed: str = ""
    """What it wrote to its standard output."""

    @property
    def told(self) -> Cost:
        """The seconds that the process itself measured and printed, in place of those from start to end."""
        return Cost(float(self.printed), self.processor, self.peak)


def environment(**more: str) -> dict[str, str]:
    """Environment of the processes measured: compiled modules are written and used, and nothing else is imported."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | more


def cost(
    command: Sequence[str | Path],
    *,
    folder: Path,
    more: Mapping[str, str] | None = None,
    statuses: Container[int] = (0,),
) -> Cost:
    """Run a command in a folder and wait for it.

    The process that calls this must be small: a child's peak is never less than that of the process that started it.
    """
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment(**(more or {})), stdout=printed, stderr=complaints
        )
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        for stream in (printed, complaints):
            stream.seek(0)
        if process.returncode not in statuses:
            called = " ".join(map(str, command))[:500]
            raise SystemExit(f"{called}\nended with {process.returncode}:\n{printed.read()[-2000:]}{complaints.read()}")
        return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB, printed.read())


def rounds(cases: Mapping[str, Callable[[], Cost]], count: int) -> list[dict[str, Cost]]:
    """Cost of every case in every round."""
    dice = random.Random(1)  # noqa: S311 - nothing secret
    names = list(cases)
    return [{name: cases[name]() for name in dice.sample(names, len(names))} for _ in range(count)]


def compiled(python: Path, modules: Sequence[str]) -> None:
    """Raise unless modules lie there compiled; without that a start takes several times as long."""
    for asked in (LOCATE, CACHED):
        run = (str(python), "-c", asked, *modules)
        called = subprocess.run(run, check=True, capture_output=True, text=True, env=environment())
        modules = called.stdout.split("\n")[:-1]
    for path in modules:
        assert Path(path).is_file(), f"this module is not compiled: {path}"


@dataclass(frozen=True)
class Aim:
    """A bound that a ratio should keep to."""

    bound: float
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'at least' if self.at_least else 'at most'} {self.bound:g}"

    def verdict(self, figure: float) -> str:
        """Whether a figure keeps to it, in one word."""
        return "holds" if (figure >= self.bound if self.at_least else figure <= self.bound) else "misses"


@dataclass(frozen=True)
class Line:
    """A case, the baseline with which it is compared, and what is aimed at."""

    title: str
    case: str
    baseline: str
    aim: Aim | None = None


HEAD = ("| what | seconds | ratio | range | processor | peak MB | aim | |", "| --- |" + " ---: |" * 6 + " --- |")


def table(lines: Sequence[Line], measured: Sequence[Mapping[str, Cost]]) -> list[str]:
    """Lines of a table in Markdown.

    Seconds and peak are medians of the case; ratios are medians of the rounds, with quartiles, on the clock and in
    processor time.
    """
    return [*HEAD, *(_row(line, measured) for line in lines)]


def ratio(line: Line, measured: Sequence[Mapping[str, Cost]]) -> float:
    """Median of the ratio on the clock."""
    return median(costs[line.case].clock / costs[line.baseline].clock for costs in measured)


def _row(line: Line, measured: Sequence[Mapping[str, Cost]]) -> str:
    clock = sorted(costs[line.case].clock / costs[line.baseline].clock for costs in measured)
    processor = median(costs[line.case].processor / costs[line.baseline].processor for costs in measured)
    seconds = median(costs[line.case].clock for costs in measured)
    peak = median(costs[line.case].peak for costs in measured)
    least = getrusage(RUSAGE_SELF).ru_maxrss * KIB
    figures = (
        f"{seconds:.3g}",
        f"{median(clock):.3g}",
        f"{clock[len(clock) // 4]:.3g}-{clock[-1 - len(clock) // 4]:.3g}",
    )
    aim = (line.aim, line.aim.verdict(median(clock))) if line.aim else ("", "")
    return row(line.title, *figures, f"{processor:.3g}", f"{peak:.0f}" if peak > least else f"under {least:.0f}", *aim)


def row(*cells: object) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(map(str, cells))} |"
