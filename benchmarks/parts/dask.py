"""The check over a Dask cluster on this machine: two workers against one process."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import Line, environment, rounds
from parts.bench import ALONE, Bench, Part
from rooms import versions

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""
LINES = (
    Line("`check --no-cache --jobs 1`", "one", "one"),
    Line("`check --dask`, two workers that wait already / one process", "cluster", "one"),
    Line("`check --no-cache --jobs 2` / one process", "two", "one"),
)


def measure(bench: Bench) -> Part:
    """Time the command in one process, in two, and on a local cluster."""
    part = Part(f"Dask, on {bench.articles:,} files")
    commands = bench.rooms.cluster
    check = (commands / "dprk-industry", "--root", bench.corpus(bench.articles), "check", "--no-cache")
    if "--dask" not in bench.run(commands / "dprk-industry", "check", "--help").printed:
        part.lines += ["Left out: the command has no `--dask`.", ""]
        return part
    with _cluster(commands / "python", bench.scratch) as address:
        cases = {
            "one": bench.running(*check, *ALONE),
            "two": bench.running(*check, "--jobs", 2),
            "cluster": bench.running(*check, "--dask", address),
        }
        measured = rounds(cases, bench.rounds)
    part.lines += [
        f"{versions(commands / 'python', ('dask', 'distributed'))}; medians of {bench.rounds} rounds.",
        "Processor time and memory of the workers are not among those of the command.",
    ]
    part.tell(LINES, measured)
    return part


@contextmanager
def _cluster(python: Path, folder: Path) -> Iterator[str]:
    """Address of a cluster of two workers; it ends when it is left."""
    script = folder / "cluster.py"
    script.write_text(CLUSTER, "utf-8")
    call, pipe = (str(python), str(script)), subprocess.PIPE
    with subprocess.Popen(call, cwd=folder, env=environment(), stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate("")
