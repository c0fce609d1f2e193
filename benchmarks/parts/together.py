"""The memory of a command together with the processes that it starts, watched while it runs (Linux alone)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from measuring import KIB, environment

PROC = Path("/proc")
EVERY = 0.05
"""Seconds between two looks."""


def peak(command: Sequence[object], folder: Path) -> float | None:
    """Most memory that a command and its children took at one time, in MB; None where that cannot be seen."""
    if not (PROC / "self" / "smaps_rollup").is_file():
        return None
    given, nowhere = list(map(str, command)), subprocess.DEVNULL
    process = subprocess.Popen(given, cwd=folder, env=environment(), stdout=nowhere, stderr=nowhere)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_share, _family(process.pid))))
        time.sleep(EVERY)
    assert process.returncode == 0, command
    return most * KIB


def _family(process: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield process
    with suppress(OSError):
        for task in (PROC / str(process) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _share(process: int) -> int:
    """Memory of a process in KiB, of each shared page its share; 0 if the process has ended."""
    with suppress(OSError, ValueError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
