"""Who looks at the articles: this process, several of this machine, or the workers of a Dask cluster.

Each worker is given articles in chunks and gives back reports in the order of the files, so that the findings do not
depend on who found them.
"""

from __future__ import annotations

import os
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from dprk_industry.curate.check import NoClusterError
from dprk_industry.curate.check.inspect import Report, inspect
from dprk_industry.curate.check.together import together
from dprk_industry.curate.disk import Disk, Parcel
from dprk_industry.curate.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.models.index import Index, Summary

    Lots: TypeAlias = Sequence[tuple[Summary, ...]]
    """Articles that concern each other, lot by lot."""
    Work: TypeAlias = Callable[[Sequence[Any]], Iterable[Any]]
    """What is made of a chunk."""

CHUNK = 250
"""Articles given to a worker of a cluster at once."""
SHARE = 100
"""Articles given to a process of this machine at once."""
LOTS = 50
"""Lots of articles that concern each other, given to a process at once."""
PAYS = 2_000
"""Articles for which one more process is worth starting."""


def pays(articles: int) -> int:
    """Number of processes that pay for so many articles."""
    return max(1, min(os.cpu_count() or 1, articles // PAYS))


class Workers:
    """This process alone."""

    def __init__(self) -> None:
        self._aside: dict[str, Sheet] = {}

    def inspect(self, ground: Ground, files: Sequence[str]) -> Iterator[Report]:
        """Read and judge articles against what is known beside them; gives a report on each, in order."""
        yield from inspect(ground, Disk(ground.root, digests={}), files, RULES, self._aside)

    def together(self, ground: Ground, index: Index, lots: Lots) -> Iterator[Finding]:
        """Findings on articles that concern each other."""
        yield from together(ground, index, lots, RULES, self._aside)


class Processes(Workers):
    """Several processes of this machine, of which this is one."""

    def __init__(self, jobs: int) -> None:
        super().__init__()
        self._jobs = jobs

    def inspect(self, ground: Ground, files: Sequence[str]) -> Iterator[Report]:
        """Inspect in chunks."""
        return self._shared(partial(super().inspect, ground), partial(_inspect, ground), _chunks(files, SHARE))

    def together(self, ground: Ground, index: Index, lots: Lots) -> Iterator[Finding]:
        """Look at chunks of lots."""
        work = partial(_together, ground, index, self._aside if _FORKS else {})
        return self._shared(work, work, _chunks(lots, LOTS))

    def _shared(self, here: Work, there: Work, chunks: Sequence[Sequence[Any]]) -> Iterator[Any]:
        """What is made of chunks, in order: this process works from the first one on, the others from the last one."""
        if len(chunks) <= 1:
            yield from chain.from_iterable(map(here, chunks))
            return
        with self._pool(there) as pool:
            begun = [pool.submit(_work_on, chunk) for chunk in reversed(chunks)]
            for chunk, there_too in zip(chunks, reversed(begun), strict=True):
                yield from here(chunk) if there_too.cancel() else there_too.result()

    def _pool(self, work: Work) -> Executor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(self._jobs - 1, get_context("fork" if _FORKS else None), _begin, (work,))


class Cluster(Workers):
    """The workers of a Dask cluster; what articles say of each other is looked at here."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def inspect(self, ground: Ground, files: Sequence[str]) -> Iterator[Report]:
        """Inspect in chunks.

        The articles are sent along, so the workers need the package but none of the files. A chunk whose worker is lost
        is given to another one.

        Raises:
            NoClusterError: there is no cluster at the address, or no Dask.

        """
        try:
            from distributed import Client
        except ModuleNotFoundError:
            raise NoClusterError("a cluster needs dask: pip install 'dprk-industry[curate,dask]'") from None
        try:
            client = Client(self._address)
        except (OSError, ValueError) as error:
            raise NoClusterError(f"no Dask scheduler answers at {self._address}: {error}") from None
        with client:
            known = client.scatter(ground, broadcast=True)
            disk = Disk(ground.root, digests={})
            tasks = [
                client.submit(_inspect_parcel, known, disk.parcel(chunk), pure=False) for chunk in _chunks(files, CHUNK)
            ]
            for task in tasks:
                yield from task.result()


def _inspect(ground: Ground, files: Sequence[str]) -> list[Report]:
    return inspect(ground, Disk(ground.root, digests={}), files, RULES)


def _inspect_parcel(ground: Ground, parcel: Parcel) -> list[Report]:
    return inspect(ground, parcel, parcel.files, RULES)


def _together(ground: Ground, index: Index, aside: dict[str, Sheet], lots: Lots) -> list[Finding]:
    return list(together(ground, index, lots, RULES, aside))


def _chunks(given: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [given[start : start + size] for start in range(0, len(given), size)]


_FORKS = hasattr(os, "fork")
"""Whether other processes begin with all that this one holds; else it is sent to them."""
_work: Work
"""What a process of a pool does with a chunk, set when it begins."""


def _work_on(chunk: Sequence[Any]) -> list[Any]:
    return list(_work(chunk))


def _begin(work: Work) -> None:
    global _work  # noqa: PLW0603 - a process of a pool has no other place for what it is given once
    _work = work
