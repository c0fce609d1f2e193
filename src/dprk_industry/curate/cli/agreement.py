"""`dprk-industry agreement`: how far coders agree who coded the same articles apart."""

from __future__ import annotations

import argparse
import re

from dprk_industry.curate import agreement
from dprk_industry.curate.agreement import draw
from dprk_industry.curate.cli import CannotRunError, print_for_programs
from dprk_industry.curate.cli.roots import read
from dprk_industry.curate.corpus import DRAWS, Corpus


def run(given: argparse.Namespace) -> int:
    """Print the page, or a draw."""
    corpus = read(given.root)
    if corpus.stopped or not corpus.ground.apart.whole:
        raise CannotRunError("the codings cannot be read in full; see `dprk-industry check`")
    printed = _page(corpus) if given.draw is None else _draw(corpus, given.draw)
    print_for_programs()
    print(printed, end="")
    return 0


def _page(corpus: Corpus) -> str:
    if not corpus.ground.apart.codings:
        raise CannotRunError(f"no article was coded apart under {corpus.root}/dataset/double-coding")
    try:
        return agreement.render(corpus.ground.apart)
    except agreement.DrawError as error:
        raise CannotRunError(f"{DRAWS}: {error}") from None


def _draw(corpus: Corpus, seed: str) -> str:
    """A draw among the articles that were in none yet, as an entry to add to the list of draws."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 -]*", seed):
        raise CannotRunError(f"the seed {seed!r} is no plain text; take letters, digits, spaces and hyphens")
    draws = corpus.ground.apart.draws
    if seed in {each.seed for each in draws}:
        raise CannotRunError(f"the seed {seed!r} was used in {DRAWS}; take another one")
    articles = draw.undrawn((sheet.article for sheet in corpus.collection.sheets), draws)
    if len(articles) < draw.EVERY:
        raise CannotRunError(f"{len(articles)} articles are by one coder and in no draw; one in {draw.EVERY} is drawn")
    return draw.text(draw.draw(seed, articles))
