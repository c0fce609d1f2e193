"""The most memory that a check takes, by the number of files."""

from __future__ import annotations

from measuring import Aim, row
from parts.bench import ALONE, Bench, Part, Target
from parts.together import peak

SIZES = (1, 1_000, 10_000, 100_000)
AIM = Aim(400)
TWO = ("--no-cache", "--jobs", 2)


def measure(bench: Bench) -> Part:
    """Run each size once in every way."""
    sizes = [*(size for size in SIZES if size < bench.most), bench.most]
    part = Part("Memory")
    part.lines += [
        "Peak in MB, of one run each.",
        "Of two processes it is the most that both and their parent took at one time; shared pages count once.",
        "",
        row("files", "one process, nothing kept", "seconds of it", "first run", "second run", "two processes"),
        "| ---: |" + " ---: |" * 5,
    ]
    for size in sizes:
        figures = _row(bench, size)
        part.lines.append(row(f"{size:,}", *figures))
        if size == bench.most:
            part.targets.append(Target(f"peak memory at {size:,} files, MB", float(figures[0]), AIM))
    return part


def _row(bench: Bench, size: int) -> list[str]:
    root = bench.corpus(size)
    alone = bench.run(bench.command, "--root", root, "check", *ALONE)
    copy = bench.fresh(root)
    first, second = copy.check("--jobs", 1), copy.check("--jobs", 1)
    copy.discard()
    both = peak((bench.command, "--root", root, "check", *TWO), bench.scratch)
    peaks = [f"{cost.peak:.0f}" for cost in (alone, first, second)]
    return [peaks[0], f"{alone.clock:.3g}", *peaks[1:], f"{both:.0f}" if both else "not measured here"]
