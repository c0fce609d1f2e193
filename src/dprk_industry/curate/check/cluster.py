"""The workers of a Dask cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.check import NoClusterError
from dprk_industry.curate.check.collector import no_collector
from dprk_industry.curate.check.inspect import Report, inspect
from dprk_industry.curate.check.workers import Workers, chunks
from dprk_industry.curate.disk import Disk, Parcel
from dprk_industry.curate.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dprk_industry.curate.corpus import Ground

CHUNK = 250
"""Articles given to a worker at once."""


class Cluster(Workers):
    """The workers of a Dask cluster; what articles say of each other is looked at here."""

    def __init__(self, ground: Ground, address: str) -> None:
        """Take the address of the scheduler."""
        super().__init__(ground)
        self._address = address

    def inspect(self, files: Sequence[str]) -> Iterator[Report]:
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
            known = client.scatter(self._ground, broadcast=True)
            disk = Disk(self._ground.root, digests={})
            tasks = [
                client.submit(_inspect_parcel, known, disk.parcel(chunk), pure=False) for chunk in chunks(files, CHUNK)
            ]
            for task in tasks:
                yield from task.result()


def _inspect_parcel(ground: Ground, parcel: Parcel) -> list[Report]:
    with no_collector():
        return inspect(ground, parcel, parcel.files, RULES)
