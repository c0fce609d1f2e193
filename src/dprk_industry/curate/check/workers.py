"""Who inspects the articles: this process, several of this machine, or the workers of a Dask cluster.

Each worker is given articles in chunks and gives back reports in the order of the files, so that the findings do not
depend on who found them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from dprk_industry.curate.check import NoClusterError
from dprk_industry.curate.check.inspect import Report, inspect
from dprk_industry.curate.disk import Disk, Parcel
from dprk_industry.curate.rules import RULES

if TYPE_CHECKING:
    from dprk_industry.curate.corpus import Ground

Workers: TypeAlias = "Callable[[Ground, Sequence[str]], Iterator[Report]]"
"""Inspects files of articles against what is known beside them; gives a report on each, in order."""

CHUNK = 250
"""Articles given to a worker at once."""
PAYS = 2_000
"""Articles for which one more process is worth starting."""


def pays(articles: int) -> int:
    """Number of processes that pay for so many articles."""
    return max(1, min(os.cpu_count() or 1, articles // PAYS))


def processes(jobs: int) -> Workers:
    """Inspect in so many processes of this machine; one is this process itself."""

    def run(ground: Ground, files: Sequence[str]) -> Iterator[Report]:
        if jobs == 1:
            yield from _from_disk(ground, files)
            return
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_all_start_methods, get_context

        method = "fork" if "fork" in get_all_start_methods() else None
        with ProcessPoolExecutor(jobs, get_context(method)) as pool:
            for reports in pool.map(partial(_from_disk, ground), _chunks(files)):
                yield from reports

    return run


def cluster(address: str) -> Workers:
    """Inspect on the workers of a Dask cluster.

    The articles are sent along, so the workers need the package but none of the files. A chunk whose worker is lost is
    given to another one.

    """

    def run(ground: Ground, files: Sequence[str]) -> Iterator[Report]:
        try:
            from distributed import Client
        except ModuleNotFoundError:
            raise NoClusterError("a cluster needs dask: pip install 'dprk-industry[curate,dask]'") from None
        try:
            client = Client(address)
        except (OSError, ValueError) as error:
            raise NoClusterError(f"no Dask scheduler answers at {address}: {error}") from None
        with client:
            known = client.scatter(ground, broadcast=True)
            disk = Disk(ground.root, digests={})
            tasks = [client.submit(_from_parcel, known, disk.parcel(chunk), pure=False) for chunk in _chunks(files)]
            for task in tasks:
                yield from task.result()

    return run


def _from_disk(ground: Ground, files: Sequence[str]) -> list[Report]:
    return inspect(ground, Disk(ground.root, digests={}), files, RULES)


def _from_parcel(ground: Ground, parcel: Parcel) -> list[Report]:
    return inspect(ground, parcel, parcel.files, RULES)


def _chunks(files: Sequence[str]) -> Iterable[Sequence[str]]:
    return [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
