"""Several processes of this machine, of which this is one.

The others stay from the first article to the last, so that each still has at hand what it put aside while it read.
Each is told once what there is to do, and then only which chunk comes next. One that is lost loses nothing: what it was
given is looked at by the rest.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import suppress
from functools import partial
from itertools import chain
from multiprocessing import connection, get_context
from typing import TYPE_CHECKING, Any, TypeAlias

from dprk_industry.curate.check.collector import no_collector
from dprk_industry.curate.check.workers import Workers, chunks
from dprk_industry.curate.models.index import Index, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

    from dprk_industry.curate.check.inspect import Report
    from dprk_industry.curate.check.workers import Lots
    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding

    Chunks: TypeAlias = deque[int]
    """Positions of chunks among those that there are."""
    Work: TypeAlias = Callable[[Any], Iterable[Any]]
    """Makes something of a chunk."""
    Task: TypeAlias = Callable[[Ground, Workers], tuple[Work, Sequence[Any]]]
    """What another process is sent: it gives the work to be done there, and the chunks."""

SHARE = 32
"""Articles given to a process at once."""
LOTS = 8
"""Lots of articles that concern each other, given to a process at once."""
AHEAD = 2
"""Chunks that a process has been given and not yet given back: it works on one and finds the next waiting."""
START = "fork" if hasattr(os, "fork") else "spawn"
"""How a process is started: by a fork it begins with all that this one holds, else it has to be told."""


class Processes(Workers):
    """So many processes, this one among them."""

    def __init__(self, ground: Ground, jobs: int) -> None:
        """Take how many there may be; the others are started when there is work for them."""
        super().__init__(ground)
        self._jobs = jobs
        self._helpers: list[_Helper] = []

    def __exit__(self, *_: object) -> None:
        """Send the other processes home."""
        for helper in self._helpers:
            helper.leave()

    def inspect(self, files: Sequence[str]) -> Iterator[Report]:
        """Inspect in chunks."""
        given = chunks(files, SHARE)
        return self._shared(super().inspect, given, partial(_inspection, given))

    def together(self, index: Index, lots: Lots) -> Iterator[Finding]:
        """Look at chunks of lots, in the order in which articles were put aside, so that most are where they are."""
        if not lots:
            return iter(())
        given = chunks(sorted(lots, key=_put_aside), LOTS)
        return self._shared(partial(super().together, index), given, _reunion(index, given))

    def _call(self, given: Sequence[Any]) -> None:
        """Start the other processes, as many as find work among chunks; those that do not start are done without."""
        for _ in range(len(self._helpers) + 1, min(self._jobs, len(given))):
            with suppress(OSError, EOFError):
                self._helpers.append(_Helper(self._ground))

    def _shared(self, here: Work, given: Sequence[Any], there: Task) -> Iterator[Any]:
        """What is made of chunks, in order; the others begin at once, this process when it is asked for the first."""
        self._call(given)
        for helper in self._helpers:
            with suppress(OSError):  # a process that is lost is missed when it is given work
                helper.pipe.send(there)
        left = deque(range(len(given)))
        made: dict[int, list[Any]] = {}
        self._trade(left, made)
        return self._made(here, given, left, made)

    def _made(self, here: Work, given: Sequence[Any], left: Chunks, made: dict[int, list[Any]]) -> Iterator[Any]:
        """Work from the first chunk on, the others from the last one, until everything is made."""
        while len(made) < len(given):
            if left:
                position = left.popleft()
                made[position] = list(here(given[position]))
            else:
                connection.wait([helper.pipe for helper in self._helpers])
            self._trade(left, made)
        yield from chain.from_iterable(made[position] for position in range(len(given)))

    def _trade(self, left: Chunks, made: dict[int, list[Any]]) -> None:
        """Take what the others have made and give them more; what a lost one was given is left again."""
        for helper in tuple(self._helpers):
            try:
                helper.take(made)
                helper.give(left)
            except (EOFError, OSError):
                self._helpers.remove(helper)
                helper.leave()
                left.extend(helper.given)


def _inspection(given: Sequence[Any], _: Ground, workers: Workers) -> tuple[Work, Sequence[Any]]:
    return workers.inspect, given


def _reunion(index: Index, given: Sequence[Lots]) -> Task:
    """Looking at lots together, as a task for others.

    What they must know of the index goes column by column, which is sent in a tenth of the time, and without claims,
    for which nobody asks any more; an article of a lot is told by its position.
    """
    columns = dict(zip(Summary._fields, zip(*index.articles, strict=True), strict=True))
    columns["claims"] = ((),) * len(index.articles)
    places = {file: position for position, file in enumerate(columns["file"])}
    lots = [[[places[article.file] for article in lot] for lot in chunk] for chunk in given]
    return partial(_met, lots, tuple(columns.values()), index.unreadable)


def _met(
    lots: list[list[list[int]]],
    columns: tuple[Any, ...],
    unreadable: frozenset[str],
    ground: Ground,
    workers: Workers,
) -> tuple[Work, Sequence[Any]]:
    articles = tuple(map(Summary._make, zip(*columns, strict=True)))
    index = Index.of(ground.known, articles, unreadable)
    return partial(workers.together, index), [[tuple(articles[at] for at in lot) for lot in chunk] for chunk in lots]


def _put_aside(lot: tuple[Summary, ...]) -> str:
    """The file of a lot that was put aside, by which it has its place."""
    return next((article.file for article in lot if article.refers_to), lot[0].file)


class _Helper:
    """Another process, which works on chunks one after the other."""

    def __init__(self, ground: Ground) -> None:
        """Start it.

        Raises:
            OSError: it cannot be started, or ends at once.
            EOFError: it ends at once.

        """
        context: Any = get_context(START)  # whose type depends on its name
        self.pipe, theirs = context.Pipe()
        with_it = (self.pipe, ground) if START == "fork" else (None, None)
        self.process = context.Process(target=_help, args=(theirs, *with_it), daemon=True)
        self.process.start()
        theirs.close()
        self.given: Chunks = deque()
        if START != "fork":
            self._tell(ground)

    def _tell(self, ground: Ground) -> None:
        """Tell it what it must know once it is there; sent along at its start, that would wait for a dead one too."""
        try:
            if self.pipe not in connection.wait([self.pipe, self.process.sentinel]):
                raise ChildProcessError("the process ended at once")
            self.pipe.recv()
            self.pipe.send(ground)
        except (EOFError, OSError):
            self.leave()
            raise

    def leave(self) -> None:
        """End it; it holds nothing that would have to be put down."""
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def take(self, made: dict[int, list[Any]]) -> None:
        """Take what was made of chunks since the last time."""
        while self.pipe.poll():
            found = self.pipe.recv()
            made[self.given.popleft()] = found

    def give(self, left: Chunks) -> None:
        """Give chunks of those that are left, the last one first; one stays for the process that gives."""
        while len(left) > 1 and len(self.given) < AHEAD:
            self.given.append(left.pop())
            self.pipe.send(self.given[-1])


def _help(pipe: Connection, other_end: Connection | None, ground: Ground | None) -> None:
    """Work until nobody is there to be worked for; what fails here is tried again and told where the others are."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if other_end:
        other_end.close()  # or nobody would see that it was closed where it belongs
    with suppress(Exception), no_collector():
        _serve(pipe, ground or _told(pipe))


def _told(pipe: Connection) -> Ground:
    """What a process must know that began with nothing."""
    pipe.send("here")
    ground: Ground = pipe.recv()
    return ground


def _serve(pipe: Connection, ground: Ground) -> None:
    """Take up each task, and answer the position of a chunk of it with what is made of the chunk."""
    workers = Workers(ground)
    work, given = _inspection((), ground, workers)
    while True:
        told = pipe.recv()
        if isinstance(told, int):
            pipe.send(list(work(given[told])))
        else:
            work, given = told(ground, workers)
