"""`dprk-industry release`: the full set of assets of a version, whole or not at all."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dprk_industry.curate import publish
from dprk_industry.curate.check import check
from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import read
from dprk_industry.curate.corpus import Corpus
from dprk_industry.curate.models import released
from dprk_industry.curate.models.index import Index
from dprk_industry.curate.publish import assets, files
from dprk_industry.curate.release import builds, ledger, numbers, plan, report, write
from dprk_industry.curate.release.delta import Delta, compare
from dprk_industry.errors import MissingLibraryError

CHANGELOG = "CHANGELOG.md"


def run(given: argparse.Namespace) -> int:
    """Release; 1 if something stands against it, each with how to mend it."""
    corpus = read(given.root)
    index = Index.of_collection(corpus.collection)
    findings = check(corpus.root)
    built = {} if findings else _built(corpus)
    wrong = list(plan.unready(findings, files.stale(corpus.root, built, publish.FOLDERS) if built else ()))
    if wrong:
        return _refused(wrong)
    try:
        new = builds.of_texts(built)
        delta = compare(_previous(given.out, given.previous, new.version), new)
        known = {held.id: held.version for held in corpus.collection.released}
        wrong = list(plan.refusals(delta, known, (name for name, _ in released.ids(index))))
        return _refused(wrong) if wrong else _release(given, corpus, built, delta)
    except (builds.BuildError, numbers.VersionError, MissingLibraryError, write.BusyError) as error:
        raise CannotRunError(str(error)) from None
    except write.ReleasedAlreadyError as error:
        return _refused([str(error)])
    except OSError as error:
        raise CannotRunError(f"the release cannot be written: {error}") from None


def _built(corpus: Corpus) -> dict[str, str]:
    """Text of every generated file."""
    return publish.render(corpus.collection, _text(corpus.root, "README.md"))


def _text(root: Path, name: str) -> str:
    try:
        return (root / name).read_text("utf-8")
    except OSError as error:
        raise CannotRunError(f"{root / name}: {error.strerror}; a release is made in a checkout") from None


def _previous(out: Path, given: Path | None, version: str) -> builds.Build:
    """The build that a version follows: the one given, else the last lower one among those released to a folder."""
    if given is not None:
        return builds.read(given)
    held = plan.previous((path.name for path in out.iterdir()) if out.is_dir() else (), version)
    return builds.read(out / held) if held else builds.NOTHING


def _release(given: argparse.Namespace, corpus: Corpus, built: dict[str, str], delta: Delta) -> int:
    made = assets.render(corpus.collection, built, _text(corpus.root, "LICENSE-DATA"), given.date)
    changelog = ledger.changelog(_text(corpus.root, CHANGELOG), delta)
    fresh = write.put(given.out, delta.new, plan.complete(made, delta))
    ids = released.render(released.extended(Index.of_collection(corpus.collection), delta.new))
    left = [
        name for name, text in ((released.FILE, ids), (CHANGELOG, changelog)) if write.replace(corpus.root / name, text)
    ]
    print(given.out / delta.new)
    print(report.summary(delta) if fresh else f"version {delta.new} is there already, the same", file=sys.stderr)
    if left:
        print(f"commit what the release wrote: {', '.join(left)}", file=sys.stderr)
    return 0


def _refused(wrong: list[str]) -> int:
    for line in wrong:
        print(line)
    print(f"nothing was released: {len(wrong)} to mend", file=sys.stderr)
    return 1
