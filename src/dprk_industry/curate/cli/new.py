"""`dprk-industry new`: an annotation to fill in."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import find_root, load_bytes
from dprk_industry.curate.scaffold import Start, scaffold


def run(given: argparse.Namespace) -> int:
    """Write the annotation to its place; a file that is there already is never overwritten."""
    start = Start(
        outlet=given.outlet,
        url=given.url,
        headline=given.headline,
        annotator=given.annotator,
        today=datetime.now(tz=UTC).date(),
        language=given.language,
        published=given.published,
        name=given.name,
        text=load_bytes(given.text) if given.text else None,
    )
    path = find_root(given.root) / "dataset" / "annotations" / start.outlet / f"{start.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(scaffold(start))
    except FileExistsError:
        raise CannotRunError(f"{path} is there already; choose other words for the id with --name") from None
    except OSError as error:
        raise CannotRunError(f"{path} cannot be written: {error.strerror}") from None
    print(path)
    print("fill in the empty keys, then run `dprk-industry check` on the file", file=sys.stderr)
    return 0
