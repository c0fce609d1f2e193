"""A made-up article: who tells it, what it holds, and what it says of earlier ones."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import quote

from made import records
from made.draft import PROOF, Draft
from made.wording import headline, note
from made.world import Data, Plant, Told, World

FIRST_DAY, LAST_DAY = date(2009, 1, 10), date(2025, 12, 20)
ANNOTATED = "2026-11-22"
INTRODUCED = 20
"""In so many of the first articles every outlet of the registry occurs."""
GENRES = {"plant": "news", "wire": "relay", "state": "plan_text"}


def story(world: World, number: int, count: int) -> Data:
    """Plain data of an article, the `number`-th of so many, in the order of publication."""
    day = FIRST_DAY + (LAST_DAY - FIRST_DAY) * number // count
    earlier = world.dice.choice(world.recent) if world.recent and world.chance(0.15) else None
    plant = earlier.plant if earlier else world.dice.choice(world.plants)
    draft = _draft(world, number, day, plant)
    records.orders(draft)
    records.outcomes(draft)
    records.incident(draft)
    records.consequences(draft)
    records.factors(draft)
    if earlier:
        _answer(draft, earlier)
    _quote_everybody(draft)
    made = _article(draft)
    world.recent.append(Told(day, plant, made, draft.state))
    return made


def _draft(world: World, number: int, day: date, plant: Plant) -> Draft:
    introduced = number < INTRODUCED
    told_by = "plant" if introduced else world.dice.choices(list(GENRES), (55, 20, 25))[0]
    sources = _sources(world, number, day, plant, told_by)
    return Draft(world, number, day, plant, told_by, world.dice.randint(4, 10), sources)


def _sources(world: World, number: int, day: date, plant: Plant, told_by: str) -> Data:
    """Who tells: someone at the plant, another outlet, or the state."""
    said = {"said": str(day - timedelta(days=world.dice.randint(0, 3)))}
    organ = {"kind": "state_report", "outlet": world.organs[number % len(world.organs)], **said}
    if told_by == "state":
        proof = {"reliability": "B", "note": "the same text as proof of the order"}
        return {"organ": {**organ, "reliability": "D", "note": note(world.dice)}, PROOF: {**organ, **proof}}
    made: Data
    if told_by == "wire":
        made = {"wire": {"kind": "media", "outlet": world.press[0], "reliability": "C"}}
        made["informant"] = {"kind": "resident", "via": "wire", **said, "reliability": "C"}
    else:
        made = {"resident": {"kind": "resident", "place": plant.province, **said, "reliability": "C"}}
    if world.chance(0.6):
        made["newsroom"] = {"kind": "outlet_voice", "reliability": "C"}
    if number < INTRODUCED or world.chance(0.4):
        made["organ"] = {**organ, "reliability": "D"}
    for source in made.values():
        if world.chance(0.6):
            source["note"] = note(world.dice)
    return made


def _answer(draft: Draft, earlier: Told) -> None:
    """Tell once more of what an earlier article told, or set the state of affairs against what it was then."""
    before, theirs = earlier.article, earlier.article["id"]
    for name, told in before.get("incidents", {}).items():
        same = {key: told[key] for key in ("at", "type", "date")}
        draft.add("incidents", {"same_as": told.get("same_as", f"{theirs}#{name}"), **same})
    for name, told in list(before.get("orders", {}).items())[:1]:
        same = {key: told[key] for key in ("issuer", "addressees", "action", "issued")}
        draft.add("orders", {"same_as": told.get("same_as", f"{theirs}#{name}"), **same})
    if draft.day > earlier.day + timedelta(days=records.OBSERVED):
        draft.links.append({"from": draft.state, "relation": "updates", "to": f"{theirs}#{earlier.state}"})


def _quote_everybody(draft: Draft) -> None:
    """Let each source that says nothing yet support a record, and take the proof of no order out."""
    named = {draft.teller, *(record.get("source") for record in draft.records)}
    named |= {
        name for record in draft.records if isinstance(record["paragraphs"], dict) for name in record["paragraphs"]
    }
    named |= {source["via"] for source in draft.sources.values() if "via" in source}
    for source in tuple(draft.sources):
        if source == PROOF and source not in named:
            del draft.sources[source]
        elif source not in named:
            said = {"concerns": [draft.state], "role": "effect", "type": "discontent"}
            draft.add("factors", {"source": source, **said})


def _article(draft: Draft) -> Data:
    """The whole article."""
    made = {**_header(draft), "sources": draft.sources}
    made["defaults"] = {"source": draft.teller, "manner": "stated", "credibility": "3"}
    made |= {name: held for name, held in draft.sections.items() if held}
    return made | ({"links": draft.links} if draft.links else {})


def _header(draft: Draft) -> Data:
    """The keys before the sources."""
    dice, world, number = draft.dice, draft.world, draft.number
    tellers = world.organs if draft.told_by == "state" else world.press
    outlet = tellers[number % len(tellers)]
    language = "ko" if draft.chance(0.2) else "en"
    title = headline(dice, language)
    head: Data = {"id": f"{outlet}-item-{_word(number)}", "outlet": outlet}
    if draft.chance(0.24):
        head["host"] = "Example Reprints"
    head |= {
        "url": f"https://{outlet}.example/{draft.day:%Y/%m}/{quote(title.replace(' ', '-'))}-{number}",
        "headline": title,
        "language": language,
        "published": str(draft.day),
        "dated_by": dice.choice(("page", "page", "url")),
        "genre": GENRES[draft.told_by],
        "paragraph_count": str(draft.length),
        "paragraph_digests": [f"{dice.getrandbits(32):08x}" for _ in range(draft.length)],
        "read": "excerpt",
    }
    if draft.chance(0.42):
        head |= {"text_sha256": f"{dice.getrandbits(256):064x}", "read": "full", "background": _background(draft)}
        head = {key: value for key, value in head.items() if value}
    head |= {"annotators": [world.annotators[number % len(world.annotators)]], "annotated": ANNOTATED}
    return head | ({"note": note(dice)} if draft.chance(0.5) else {})


def _background(draft: Draft) -> list[str]:
    """Paragraphs that support no record."""
    given = [record["paragraphs"] for record in draft.records]
    lists = [held for each in given for held in (each.values() if isinstance(each, dict) else [each])]
    return [str(each) for each in range(1, draft.length + 1) if not any(str(each) in held for held in lists)]


def _word(number: int) -> str:
    """A number in letters, so that no id looks like a date."""
    letters = ""
    while True:
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
        if not number:
            return letters.rjust(4, "a")
