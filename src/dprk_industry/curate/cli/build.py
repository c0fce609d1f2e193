"""`dprk-industry build`: generate all generated files, or say which of them are stale."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec

from dprk_industry.curate import agreement, publish
from dprk_industry.curate.check import check
from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import find_checkout, read
from dprk_industry.curate.corpus import DRAWS, Corpus
from dprk_industry.curate.findings import Severity
from dprk_industry.curate.reporters import text


def run(given: argparse.Namespace) -> int:
    """Build; 1 if the dataset has errors or, with `--check`, if a generated file is stale."""
    corpus = read(find_checkout(given.root))
    errors = [finding for finding in check(corpus.root) if finding.severity is Severity.ERROR]
    if errors:
        for line in text.report(errors, colour=sys.stdout.isatty()):
            print(line)
        print(f"nothing was built; errors of the dataset: {len(errors)}", file=sys.stderr)
        return 1
    also = _agreement(corpus)
    try:
        if given.check:
            return _check(publish.stale(corpus.root, corpus.collection, also))
        changed = publish.build(corpus.root, corpus.collection, also)
    except OSError as error:
        raise CannotRunError(f"{error.filename} cannot be read or written: {error.strerror}") from None
    for path in changed:
        print(path)
    print(f"{len(changed)} files changed" if changed else "everything is up to date", file=sys.stderr)
    return 0


def _agreement(corpus: Corpus) -> dict[str, str]:
    """The page on agreement by its path, where articles were coded apart and the library that it needs is there."""
    if not corpus.ground.apart.codings:
        return {}
    if find_spec("scipy") is None:
        message = f"{agreement.PAGE} was passed over; it needs scipy: pip install 'dprk-industry[agreement]'"
        print(message, file=sys.stderr)
        return {}
    try:
        return {agreement.PAGE: agreement.render(corpus.ground.apart)}
    except agreement.DrawError as error:
        raise CannotRunError(f"{DRAWS}: {error}") from None


def _check(stale: list[str]) -> int:
    for path in stale:
        print(f"{path}:1:1: stale; run `dprk-industry build` and commit what it writes")
    print(f"{len(stale)} stale files" if stale else "everything is up to date", file=sys.stderr)
    return 1 if stale else 0
