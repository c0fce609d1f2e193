"""Runs the rules over a dataset and gives the findings, sorted by place.

Articles are inspected one after the other and not kept; what must be known of all of them at once is gathered in an
index, and only articles that concern each other are looked at together. So memory grows with the ids, not with the
texts, and articles can be inspected in several processes or on several machines.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from dprk_industry.curate.check.cache import Cache
from dprk_industry.curate.findings import Finding


class NoClusterError(Exception):
    """Raised where a cluster cannot be used; says why."""


class Checked(NamedTuple):
    """A dataset that was checked."""

    root: Path
    findings: list[Finding]
    """All findings, sorted by file, line and column."""
    articles: dict[str, int]
    """Number of records of each article that could be read, by file."""
    files: tuple[str, ...]
    """Every file that was looked for, from the root."""
    stopped: bool
    """True if nothing but the vocabularies was read, because they are at fault and all else rests on them."""


def check(root: Path) -> list[Finding]:
    """All findings on the dataset under a root, sorted by file, line and column.

    Raises:
        NoDatasetError: there is no dataset under the root.

    """
    return examine(root).findings


def examine(root: Path, *, cached: bool = False, jobs: int | None = None, address: str | None = None) -> Checked:
    """Check the dataset under a root; with `cached` only what changed since the last time is looked at again.

    The articles are inspected by so many processes (as many as pay if it is not said), or by the workers of the Dask
    cluster whose scheduler has that address.

    Raises:
        NoDatasetError: there is no dataset under the root.
        NoClusterError: there is no cluster at the address.

    """
    cache = Cache(root) if cached else None
    result: Checked | None = cache.result() if cache else None
    if result is None:
        from dprk_industry.curate.check.run import run  # the rules take longer to import than unchanged files to see

        result = run(root, cache, jobs, address)
    return result
