"""The parts of the measurement of the checker, by name."""

from __future__ import annotations

from collections.abc import Callable

from parts import again, cold, dask, jobs, memory, positions, rules
from parts.bench import Bench, Part, Target

__all__ = ["PARTS", "Bench", "Part", "Target"]

PARTS: dict[str, Callable[[Bench], Part]] = {
    "rules": rules.measure,
    "jobs": jobs.measure,
    "memory": memory.measure,
    "cold": cold.measure,
    "again": again.measure,
    "positions": positions.measure,
    "dask": dask.measure,
}
