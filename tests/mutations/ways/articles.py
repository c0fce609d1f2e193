"""Headers of articles: dates, genres, hashes, digests, annotators."""

from __future__ import annotations

import re
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import add_record, count, dated, earlier, ids, misspelt, published, told
from mutations.mutator import breaks
from mutations.places import SECTIONS, articles, having, records_of, those, with_value

_CENTURY = re.compile(r"(?<![\dX-])\d\d(?=[\dX]{2})")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}[~?%]?")


@breaks("R11", having(with_value(articles, "read", "full"), "text_sha256"))
def hash_missing(draft: Draft, article: Spot, dice: Random) -> Spot:
    draft.drop(article / "text_sha256")
    return article / "read"


@breaks("R11", having(articles, "text_sha256"))
def hash_malformed(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "text_sha256", draft.get(article / "text_sha256")[:-1])


@breaks("R12", those(articles, lambda draft, article: bool(_PLAIN_DATE.fullmatch(published(draft, article)))))
def exact_though_by_text(draft: Draft, article: Spot, dice: Random) -> Spot:
    draft.put(article / "dated_by", "text")
    return draft.put(article / "published", published(draft, article).rstrip("~?%"))


@breaks("R12", articles)
def outside_without_note(draft: Draft, article: Spot, dice: Random) -> Spot:
    draft.drop(article / "note")
    return draft.put(article / "dated_by", "outside")


def year_in_address(draft: Draft, article: Spot) -> bool:
    return any(year in draft.get(article / "url") for year in re.findall(r"\d{4}", published(draft, article)))


@breaks("R12", those(articles, lambda draft, article: not year_in_address(draft, article)))
def year_not_in_address(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "dated_by", "url")


@breaks("R13", those(articles, lambda draft, article: dated(draft, article / "published")))
def annotated_too_early(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "annotated", earlier(published(draft, article), dice.randint(1, 5)))


@breaks("R14", articles)
def published_in_another_century(draft: Draft, article: Spot, dice: Random) -> Spot:
    century = dice.choice(["21", "18"])
    return draft.put(article / "published", _CENTURY.sub(century, published(draft, article)))


def retells(draft: Draft, article: Spot) -> bool:
    kinds = {source["kind"] for source in draft.get(article / "sources").values()}
    return bool(kinds & {"media", "state_report"})


@breaks("R15", those(articles, lambda draft, article: not retells(draft, article)))
def relay_of_nothing(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "genre", "relay")


def reaches(draft: Draft, article: Spot) -> bool:
    outcomes = draft.get(article / "outcomes", {}).values()
    return any(outcome.get("status") in {"met", "exceeded"} for outcome in outcomes)


def denies(draft: Draft, article: Spot) -> bool:
    return any(told(draft, record, "manner") == "denied" for record in records_of(draft, article))


@breaks("R16", those(articles, lambda draft, article: not reaches(draft, article)))
def nothing_fulfilled(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "genre", "fulfilment")


@breaks("R16", those(articles, lambda draft, article: not denies(draft, article)))
def nothing_denied(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "genre", "denial")


def cut(draft: Draft, article: Spot) -> None:
    """Take out all records and links of an article."""
    for section in (*SECTIONS, "links"):
        draft.drop(article / section)


@breaks("R17", articles)
def no_record(draft: Draft, article: Spot, dice: Random) -> Spot:
    cut(draft, article)
    return article


@breaks("R17", with_value(articles, "genre", "news"))
def news_of_factors_alone(draft: Draft, article: Spot, dice: Random) -> Spot:
    cut(draft, article)
    source = next(name for name, told_by in draft.get(article / "sources").items() if "via" not in told_by)
    draft.drop(article / "defaults")
    draft.put(article / "sources", {source: draft.get(article / "sources" / source)})
    draft.put(article / "background", [str(number) for number in range(1, count(draft, article) + 1)])
    told_by = {"source": source, "manner": "stated", "credibility": "3"}
    for name, other in (("one-effect", "other-effect"), ("other-effect", "one-effect")):
        effect = {"paragraphs": ["1"], **told_by, "concerns": other, "role": "effect", "type": "hardship"}
        add_record(draft, article, "factors", name, effect)
    return article / "genre"


@breaks("R83", articles)
def digest_missing(draft: Draft, article: Spot, dice: Random) -> Spot:
    digests = article / "paragraph_digests"
    draft.drop(digests / dice.randrange(len(draft.get(digests))))
    return digests


@breaks("R83", articles)
def digest_too_many(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.append(article / "paragraph_digests", "0a1b2c3d").above


@breaks("R83", articles)
def digest_malformed(draft: Draft, article: Spot, dice: Random) -> Spot:
    digests = article / "paragraph_digests"
    spot = digests / dice.randrange(len(draft.get(digests)))
    return draft.put(spot, dice.choice([f"{draft.get(spot)}0", "12X45678"]))


@breaks("R84", articles)
def annotator_misspelt(draft: Draft, article: Spot, dice: Random) -> Spot:
    spot = article / "annotators" / dice.randrange(len(draft.get(article / "annotators")))
    return draft.put(spot, misspelt(draft.get(spot), dice, ids(draft)))


@breaks("R84", articles)
def annotator_unknown(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.append(article / "annotators", dice.choice(["somebody", "Coder A"]))


@breaks("R84", articles)
def nobody_annotated(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "annotators", [])
