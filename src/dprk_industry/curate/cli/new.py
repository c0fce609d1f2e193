"""`dprk-industry new`: an annotation to fill in."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import UTC, datetime

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import find_checkout, load_bytes, read
from dprk_industry.curate.models.faults import nearest
from dprk_industry.curate.models.registry import Registries
from dprk_industry.curate.scaffold import Start, body, scaffold

SHOWN = 60
"""Characters of a paragraph that are printed beside its digest; nothing of it goes into the file."""


def run(given: argparse.Namespace) -> int:
    """Write the annotation to its place; a file that is there already is never overwritten."""
    root = find_checkout(given.root)
    start = Start(
        outlet=given.outlet,
        url=given.url,
        headline=given.headline.strip(),
        annotator=given.annotator,
        today=datetime.now(tz=UTC).date(),
        language=given.language,
        published=given.published,
        name=given.name,
        text=load_bytes(given.text) if given.text else None,
        host=given.host.strip(),
        excerpt=given.excerpt,
    )
    _refuse(start, read(root).collection.registries)
    path = root / start.file
    if not path.resolve().is_relative_to(root.resolve()):
        raise CannotRunError(f"{path.parent} is a link that leads out of the dataset")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as stream:
            stream.write(scaffold(start))
    except FileExistsError:
        raise CannotRunError(f"{path} is there already; choose other words for the id with --name") from None
    except OSError as error:
        raise CannotRunError(f"{path} cannot be written: {error.strerror}") from None
    print(path)
    _say_what_is_left(start)
    return 0


def _refuse(start: Start, registries: Registries) -> None:
    """Refuse what would not make a sound annotation, all of it at once."""
    wrong = []
    if start.outlet not in registries.outlets:
        advice = nearest(start.outlet, registries.outlets) or "; add it to dataset/registries/outlets.yaml first"
        wrong.append(f"`{start.outlet}` is no registered outlet{advice}")
    if start.annotator and start.annotator not in registries.annotators:
        wrong.append(f"`{start.annotator}` is no registered annotator; add it to dataset/registries/annotators.yaml")
    if not re.fullmatch(r"https?://\S+", start.url):
        wrong.append(f"`{start.url}` is no address; it begins with http:// or https://")
    if not start.headline:
        wrong.append("the headline is empty")
    if start.name and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", start.name):
        wrong.append(f"`{start.name}` makes no id; small letters, digits and hyphens do")
    if wrong:
        raise CannotRunError("; ".join(wrong))


def _say_what_is_left(start: Start) -> None:
    """Print the paragraphs with their digests, so that those of captions and closing lines can be taken out."""
    parts = body(start)
    for number, (digest, part) in enumerate(parts, start=1):
        print(f"{number:4} {digest} {' '.join(part.split())[:SHOWN]}", file=sys.stderr)
    if parts:
        print("take out the digests of captions and closing lines, and lower `paragraph_count`", file=sys.stderr)
    print("fill in the empty keys, then run `dprk-industry check` on the file", file=sys.stderr)
