"""Several processes of this machine, of which this is one.

The others stay from the first article to the last, so that each still has at hand what it put aside while it read. One
that is lost loses nothing: what it was given is looked at by the rest.
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

    Chunks: TypeAlias = deque[tuple[int, Sequence[Any]]]
    """Chunks of something to be worked on, each with its position."""

SHARE = 32
"""Articles given to a process at once."""
LOTS = 8
"""Lots of articles that concern each other, given to a process at once."""
AHEAD = {"inspect": 2, "together": 1}
"""Chunks that a process has been given and not yet given back: it works on one and finds the next waiting.

Only small ones may wait: where both sides send much at once, neither ever reads.
"""
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
        self._call(given)
        return self._shared("inspect", super().inspect, given)

    def together(self, index: Index, lots: Lots) -> Iterator[Finding]:
        """Look at chunks of lots, in the order in which articles were put aside, so that most are where they are."""
        given = chunks(sorted(lots, key=_put_aside), LOTS)
        self._call(given)
        told = _packed(index) if given else ()
        for helper in self._helpers:
            with suppress(OSError):  # a process that is lost is missed when it is given work
                helper.pipe.send(("meet", told))
        return self._shared("together", partial(super().together, index), given)

    def _call(self, given: Sequence[Any]) -> None:
        """Start the other processes, as many as find work among chunks; those that do not start are done without."""
        for _ in range(len(self._helpers) + 1, min(self._jobs, len(given))):
            with suppress(OSError, EOFError):
                self._helpers.append(_Helper(self._ground))

    def _shared(self, task: str, here: Callable[[Any], Iterable[Any]], given: Sequence[Any]) -> Iterator[Any]:
        """What is made of chunks, in order: this process works from the first one on, the others from the last one."""
        left = deque(enumerate(given))
        made: dict[int, list[Any]] = {}
        self._trade(task, left, made)
        while len(made) < len(given):
            if left:
                position, chunk = left.popleft()
                made[position] = list(here(chunk))
            else:
                connection.wait([helper.pipe for helper in self._helpers])
            self._trade(task, left, made)
        return chain.from_iterable(made[position] for position in range(len(given)))

    def _trade(self, task: str, left: Chunks, made: dict[int, list[Any]]) -> None:
        """Take what the others have made and give them more; what a lost one was given is left again."""
        for helper in tuple(self._helpers):
            try:
                helper.take(made)
                helper.give(task, left)
            except (EOFError, OSError):
                self._helpers.remove(helper)
                helper.leave()
                left.extend(helper.given)


def _packed(index: Index) -> tuple[Any, ...]:
    """What others must know of an index, column by column, which is sent in a tenth of the time; no claims any more."""
    columns = dict(zip(Summary._fields, zip(*index.articles, strict=True), strict=True))
    columns["claims"] = ((),) * len(index.articles)
    return (*columns.values(),), index.unreadable


def _unpacked(ground: Ground, columns: tuple[Any, ...], unreadable: frozenset[str]) -> Index:
    return Index.of(ground.known, tuple(map(Summary._make, zip(*columns, strict=True))), unreadable)


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
            made[self.given.popleft()[0]] = found

    def give(self, task: str, left: Chunks) -> None:
        """Give chunks of those that are left, the last one first; one stays for the process that gives."""
        while len(left) > 1 and len(self.given) < AHEAD[task]:
            self.given.append(left.pop())
            self.pipe.send((task, self.given[-1][1]))


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
    """Answer each chunk with what is made of it."""
    workers, index = Workers(ground), Index.of(ground.known, (), frozenset())
    while True:
        task, given = pipe.recv()
        if task == "meet":
            index = _unpacked(ground, *given)
        elif task == "together":
            pipe.send(list(workers.together(index, given)))
        else:
            pipe.send(workers.inspect(given))
