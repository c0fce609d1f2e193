"""Where things stand in a dataset: articles, their records and amounts, facilities, entries of registries, texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mutations.draft import Draft, Spot

SECTIONS = ("orders", "outcomes", "incidents", "consequences", "factors")
REGISTRIES = ("outlets", "places", "actors", "calendar", "annotators")
Where = Callable[[Draft], Iterator[Spot]]

_TEXT_KEYS = {
    "annotations": ("headline", "host", "item", "note", "field"),
    "facilities": ("name", "note"),
    "registries": ("name", "base", "public_role"),
    "vocabularies": ("title", "label", "definition", "boundary", "example"),
}
"""Keys with free text behind them, by folder."""


def articles(draft: Draft) -> Iterator[Spot]:
    """Every article."""
    yield from map(Spot, draft.files("annotations/"))


def records(*sections: str) -> Where:
    """Every record of some sections, or of all."""

    def found(draft: Draft) -> Iterator[Spot]:
        for article in articles(draft):
            yield from records_of(draft, article, *sections)

    return found


def records_of(draft: Draft, spot: Spot, *sections: str) -> Iterator[Spot]:
    """Every record of the article in which a place lies, of some sections or of all."""
    for section in sections or SECTIONS:
        yield from (spot.top / section / name for name in draft.get(spot.top / section, ()))


def sources(draft: Draft) -> Iterator[Spot]:
    """Every source of every article."""
    for article in articles(draft):
        yield from (article / "sources" / name for name in draft.get(article / "sources"))


def amounts(*sections: str) -> Where:
    """Every amount of records of some sections, or of all."""

    def found(draft: Draft) -> Iterator[Spot]:
        for record in records(*sections)(draft):
            yield from items(draft, record / "amounts")

    return found


def links(draft: Draft) -> Iterator[Spot]:
    """Every link of every article."""
    for article in articles(draft):
        yield from items(draft, article / "links")


def items(draft: Draft, spot: Spot) -> Iterator[Spot]:
    """Every item of the list at a place; none where there is no list."""
    found = draft.get(spot)
    yield from (spot / position for position in range(len(found) if isinstance(found, list) else 0))


def facilities(draft: Draft) -> Iterator[Spot]:
    """Every facility."""
    yield from map(Spot, draft.files("facilities/"))


def registry(name: str) -> Spot:
    """A registry as a whole."""
    return Spot(f"dataset/registries/{name}.yaml")


def entries(*registries: str) -> Where:
    """Every entry of some registries, or of all."""

    def found(draft: Draft) -> Iterator[Spot]:
        for name in registries or REGISTRIES:
            yield from (registry(name) / entry for entry in draft.get(registry(name)))

    return found


def vocabulary(draft: Draft, name: str) -> dict[str, dict[str, str]]:
    """The codes of a vocabulary."""
    codes: dict[str, dict[str, str]] = draft.get(Spot(f"dataset/vocabularies/{name}.yaml", ("codes",)))
    return codes


def everything(draft: Draft) -> Iterator[Spot]:
    """Every key and every item of a list in every file."""
    for file in draft.files(""):
        yield from (Spot(file, path) for path, _, _ in draft.page(file).walk())


def values(draft: Draft) -> Iterator[Spot]:
    """Every single value in every file."""
    yield from (spot for spot in everything(draft) if isinstance(draft.get(spot), str))


def texts(draft: Draft) -> Iterator[Spot]:
    """Every free text."""
    for spot in values(draft):
        folder = spot.file.split("/")[1]
        named = spot.name in _TEXT_KEYS.get(folder, ()) and not (spot.name == "item" and len(spot.path) > 1)
        listed = folder == "facilities" and spot.path[0] in {"names", "sources", "products", "ids"}
        role = spot.file == registry("annotators").file
        if named or listed or role or (spot.file == registry("places").file and "sources" in spot.path):
            yield spot


def notes(draft: Draft) -> Iterator[Spot]:
    """Every note."""
    yield from (spot for spot in texts(draft) if spot.name == "note")


def those(where: Where, fits: Callable[[Draft, Spot], bool]) -> Where:
    """The places that fit."""
    return lambda draft: (spot for spot in where(draft) if fits(draft, spot))


def having(where: Where, *keys: str) -> Where:
    """The places that have all of some keys."""
    return those(where, lambda draft, spot: all(key in draft.get(spot) for key in keys))


def lacking(where: Where, *keys: str) -> Where:
    """The places that have none of some keys."""
    return those(where, lambda draft, spot: not any(key in draft.get(spot) for key in keys))


def with_value(where: Where, key: str, *among: str) -> Where:
    """The places at which a key has one of some values."""
    return those(where, lambda draft, spot: draft.get(spot / key) in among)


def several(where: Where) -> Where:
    """The places, if there is more than one."""

    def found(draft: Draft) -> Iterator[Spot]:
        spots = list(where(draft))
        yield from spots if len(spots) > 1 else ()

    return found
