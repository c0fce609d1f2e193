"""`dprk-industry new`: an annotation to fill in."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import find_checkout, load_article, read
from dprk_industry.curate.models.nearest import nearest
from dprk_industry.curate.models.validate import validator
from dprk_industry.curate.rules.files import HOLDS_DATE
from dprk_industry.curate.scaffold import Block, Start, blocks, scaffold, slug
from dprk_industry.curate.yamlfile.text import CONTROL, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.corpus import Corpus
    from dprk_industry.curate.models.collection import Known, Sheet

SHOWN = 60
"""Characters of a paragraph that are printed beside its digest; nothing of it goes into the file."""
GIVEN = ("id", "url", "headline", "host", "item", "language", "published")
"""Keys whose values come from the command line, those excepted that a registry knows."""
UNSEEN = re.compile(rf"{CONTROL.pattern}|[\ud800-\udfff]")
"""What no value holds: what no record does, and what stands for bytes of a command line that are not UTF-8."""
NO_BODY = "headline, deck lines, by-line, a dateline on a line of its own, captions, cross-heads and closing lines"
"""What is no paragraph; of all but the headline nobody but a reader can tell it from the body."""


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
        text=load_article(given.text, root) if given.text else None,
        item=given.item.strip(),
        host=given.host.strip(),
        excerpt=given.excerpt,
    )
    corpus = read(root)
    if corpus.stopped:
        raise CannotRunError("the vocabularies cannot be read; see `dprk-industry check`")
    _refuse(start, corpus)
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
    parts = blocks(start)
    _say_what_is_left(parts)
    _warn_of_twins([part.digest for part in parts if not part.headline], corpus.collection.sheets)
    return 0


def _refuse(start: Start, corpus: Corpus) -> None:
    """Refuse what would not make a sound annotation, all of it at once."""
    collection = corpus.collection
    unfit = list(_misshapen(start)) or _unfit(start, corpus.ground.codes)
    wrong = [*_unregistered(start, collection), *unfit, *_coded(start, collection.sheets)]
    if wrong:
        raise CannotRunError("; ".join(wrong))


def _unregistered(start: Start, known: Known) -> Iterator[str]:
    """Outlet and annotator, where no registry has them, or where it cannot be read."""
    registries = known.registries
    for registry, name in (("outlets", start.outlet), ("annotators", start.annotator)):
        if known.lost_entry(registry, name):
            yield f"dataset/registries/{registry}.yaml has faults; run `dprk-industry check` on it first"
    if start.outlet not in registries.outlets and not known.lost_entry("outlets", start.outlet):
        advice = nearest(start.outlet, registries.outlets) or "; add it to dataset/registries/outlets.yaml first"
        yield f"`{start.outlet}` is no registered outlet{advice}"
    unknown = start.annotator not in registries.annotators and not known.lost_entry("annotators", start.annotator)
    if start.annotator and unknown:
        entry = f"`{start.annotator}: {{role: coder of one article}}`"
        yield f"`{start.annotator}` is no registered annotator; add {entry} to dataset/registries/annotators.yaml first"


def _misshapen(start: Start) -> Iterator[str]:
    """Address, headline, name and text that no annotation can have."""
    if not re.fullmatch(r"https?://\S+", start.url):
        yield f"`{start.url}` is no address; it begins with http:// or https://"
    if not start.headline:
        yield "the headline is empty"
    if start.name and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", start.name):
        yield f"`{start.name}` makes no id; small letters, digits and hyphens do"
    if found := HOLDS_DATE.search(start.name):
        yield f"`{start.name}` holds the date {found[0]}; leave it out, for an id never changes"
    if start.headline and not start.name and not slug(start.headline):
        yield "the headline leaves no words for the id; give a few in small Latin letters with --name"
    if start.text is not None and not any(map(_says, blocks(start))):
        yield "the text has no paragraph; leave out --text where you have none"


def _says(block: Block) -> bool:
    """Whether a block holds a word and is not the headline."""
    return not block.headline and any(map(str.isalnum, block.words))


def _unfit(start: Start, codes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Values that no file may hold, or of which the model says that they are none of their kind."""
    given = {key: value for key in GIVEN if (value := getattr(start, key))}
    unseen = {key: found[0] for key, value in given.items() if (found := UNSEEN.search(value))}
    yield from (f"{key}: {name_of(character)} stands in the text; delete it" for key, character in unseen.items())
    for fault in validator(codes).check("article", given).faults:
        key = next(iter(fault.problem.path), None)
        if key in given and key not in unseen:
            yield f"{key}: {fault.problem.message}"


def _coded(start: Start, sheets: Iterable[Sheet]) -> Iterator[str]:
    """Articles of the same address, other items of one newsletter excepted."""
    for sheet in sheets:
        article = sheet.article
        if _page(article.url) == _page(start.url) and (not start.item or str(article.item or "") == start.item):
            other = "" if start.item else "; another item of the same newsletter has its number with --item"
            yield f"`{start.url}` is coded already as `{article.id}` ({sheet.file}){other}"


def _page(url: str) -> str:
    """An address without what never leads to another article: scheme, case of the host, slash at the end."""
    host, _, path = url.partition("://")[2].partition("/")
    return f"{host.casefold()}/{path}".rstrip("/")


def _say_what_is_left(parts: list[Block]) -> None:
    """Print the blocks with their digests, so that those that do not count can be taken out."""
    for part in parts:
        mark = "left out, the headline:" if part.headline else part.digest
        print(f"{part.number:4} {mark} {' '.join(part.words.split())[:SHOWN]}", file=sys.stderr)
    if parts:
        print(f"take out the digests of what does not count ({NO_BODY}), and lower `paragraph_count`", file=sys.stderr)
    print("fill in the empty keys, then run `dprk-industry check` on the file", file=sys.stderr)


def _warn_of_twins(digests: list[str], sheets: Iterable[Sheet]) -> None:
    """Name the articles that share half of the paragraphs with the text, or of which it has half."""
    for sheet in sheets:
        theirs = sheet.article.paragraph_digests
        shared = len({*digests} & {*theirs})
        if shared and 2 * shared >= min(len(digests), len(theirs)):
            told = f"warning: {shared} of {len(digests)} blocks are paragraphs of `{sheet.article.id}`"
            print(f"{told}; if it is the same article or a copy of it, delete the file", file=sys.stderr)
