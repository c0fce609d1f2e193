"""What every part of the measurement has at hand: environments, corpora, and a place to run commands in."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import measuring
from rooms import ROOT, Rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from measuring import Aim, Cost, Line

SCHEMA = ROOT / "schemas" / "article.schema.json"
PEERS = ROOT / "benchmarks" / "peers"
ALONE = ("--no-cache", "--jobs", "1")
"""A check that keeps nothing and starts no other process."""
COMPILED = ("yaml", "pydantic", "dprk_industry", "dprk_industry.curate.check", "dprk_industry.curate.cli.check")


@dataclass(frozen=True)
class Target:
    """A figure of the issue, and whether it was reached."""

    title: str
    figure: float
    aim: Aim


@dataclass
class Part:
    """What one part of the measurement has to tell."""

    title: str
    lines: list[str] = field(default_factory=list)
    """Markdown."""
    targets: list[Target] = field(default_factory=list)

    def tell(self, lines: Sequence[Line], measured: Sequence[Mapping[str, Cost]]) -> None:
        """Add a table, and its lines that aim at something to the targets."""
        self.lines += ["", *measuring.table(lines, measured), ""]
        self.targets += [Target(line.title, measuring.ratio(line, measured), line.aim) for line in lines if line.aim]


@dataclass
class Bench:
    """The bench on which parts are measured."""

    scratch: Path
    articles: int
    """Articles of the corpus on which most is measured."""
    most: int
    """Articles of the largest corpus."""
    rounds: int
    cold_rounds: int
    rooms: Rooms = field(default_factory=Rooms)
    _numbers: count[int] = field(default_factory=count)

    @property
    def command(self) -> Path:
        """The command as users have it."""
        return self.rooms.ours / "dprk-industry"

    @property
    def python(self) -> Path:
        """Python of the environment of the command."""
        return self.rooms.ours / "python"

    def corpus(self, articles: int, faulty: int = 0) -> Path:
        """Root of a generated corpus; made once."""
        root = self.scratch / f"corpus-{articles}-{faulty}"
        if not root.exists():
            script = ROOT / "benchmarks" / "generate.py"
            self.run(self.python, script, root, articles, "--faulty", faulty)
        return root

    def run(self, *command: object, statuses: Container[int] = (0,), cache: Path | None = None) -> Cost:
        """Run a command away from the checkout; what it keeps for the user goes into a folder of its own."""
        kept = {"DPRK_INDUSTRY_CACHE": str(cache or self.scratch / "cache")}
        return measuring.cost([str(part) for part in command], folder=self.scratch, more=kept, statuses=statuses)

    def running(self, *command: object, statuses: Container[int] = (0,)) -> Callable[[], Cost]:
        """A case that runs a command."""
        return lambda: self.run(*command, statuses=statuses)

    def fresh(self, root: Path) -> Copy:
        """A copy of a corpus of which nothing was kept yet; its files are links to those of the corpus."""
        number = next(self._numbers)
        copy = self.scratch / f"copy-{number}"
        shutil.copytree(root, copy, copy_function=os.link)
        return Copy(self, copy, self.scratch / f"cache-{number}")


@dataclass
class Copy:
    """A copy of a corpus, and a folder for what the command keeps of it for the user."""

    bench: Bench
    root: Path
    cache: Path
    changes: count[int] = field(default_factory=lambda: count(1))

    def check(self, *arguments: object) -> Cost:
        """Run the command on the copy; paths among the arguments lie in it."""
        given = [self.root / each if isinstance(each, Path) else each for each in arguments]
        return self.bench.run(self.bench.command, "--root", self.root, "check", *given, cache=self.cache)

    def change(self, file: Path, key: str) -> None:
        """Give the first such key of a file a value that it never had; the file that it is linked to stays."""
        path = self.root / file
        text = path.read_text("utf-8")
        path.unlink()
        changed, places = re.subn(rf"\b{key}: [\w ]+", f"{key}: Changed {next(self.changes)} times", text, count=1)
        assert places, f"{file} has no {key}"
        path.write_text(changed, "utf-8")

    def discard(self) -> None:
        """Delete the copy and what was kept."""
        shutil.rmtree(self.root)
        shutil.rmtree(self.cache, ignore_errors=True)


def first(bench: Bench, root: Path, *arguments: object) -> Callable[[], Cost]:
    """A case: the first run on a corpus, of which nothing was kept yet."""

    def run() -> Cost:
        copy = bench.fresh(root)
        cost = copy.check(*arguments)
        copy.discard()
        return cost

    return run


def later(
    bench: Bench, root: Path, *arguments: object, changed: Path | None = None, key: str = ""
) -> Callable[[], Cost]:
    """A case: a run after others, before which a key of a file may change each time."""
    copy = bench.fresh(root)
    copy.check(*arguments)

    def run() -> Cost:
        if changed:
            copy.change(changed, key)
        return copy.check(*arguments)

    return run
