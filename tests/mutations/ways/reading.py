"""Files that are no plain YAML, codes that nobody defined, computed columns, signs that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Line, Spot
from mutations.meaning import misspelt
from mutations.mutator import breaks
from mutations.places import (
    articles,
    everything,
    facilities,
    having,
    notes,
    records,
    sources,
    texts,
    values,
)

UNSEEN = "\u202e\u200f\u2066\x85\x0b\x7f"
_CODED = {
    "dated_by", "genre", "read", "manner", "credibility", "kind", "reliability", "action", "change", "every", "status",
    "plan", "timing", "type", "stage", "role", "word", "unit", "base", "relation", "class", "item", "per",
}  # fmt: skip
"""Keys of an article behind which a code stands."""


def files(draft: Draft) -> Iterator[str]:
    yield from draft.files("")


def indented(draft: Draft) -> Iterator[Line]:
    """Lines that begin with two spaces."""
    for file in draft.files(""):
        lines = draft.page(file).text.split("\n")
        yield from (Line(file, number) for number, line in enumerate(lines, 1) if line.startswith("  "))


def in_blocks(draft: Draft) -> Iterator[Spot]:
    """Keys at the beginning of a line whose values end their line."""
    for spot in everything(draft):
        page = draft.page(spot.file)
        key, node = page.node(spot.path)
        if key is None or node.end_mark.line != key.start_mark.line:
            continue
        start = key.start_mark.index
        if not page.text[page.text.rfind("\n", 0, start) + 1 : start].strip():
            yield spot


def not_first(draft: Draft) -> Iterator[Spot]:
    """Such keys with another one in the line before."""
    keys = {(spot.file, draft.line(spot).number): spot for spot in in_blocks(draft)}
    for (file, number), spot in keys.items():
        before = keys.get((file, number - 1))
        if before and before.above == spot.above:
            yield spot


def bracketed(draft: Draft) -> Iterator[Spot]:
    """Lists and mappings in brackets that hold something."""
    for spot in everything(draft):
        node = draft.page(spot.file).node(spot.path)[1]
        if not isinstance(draft.get(spot), str) and node.flow_style and node.value:
            yield spot


def unquoted(draft: Draft) -> Iterator[Spot]:
    """Plain values with no quotation mark behind them in the file."""
    for spot in values(draft):
        page = draft.page(spot.file)
        if '"' not in page.text[page.span(spot.path)[0] :]:
            yield spot


def before_value(draft: Draft, spot: Spot, text: str) -> Line:
    start, _ = draft.page(spot.file).span(spot.path)
    return draft.splice(spot.file, start, start, text)


@breaks("R01", indented)
def tab_for_spaces(draft: Draft, line: Line, dice: Random) -> Line:
    lines = draft.page(line.file).text.split("\n")
    lines[line.number - 1] = f"\t{lines[line.number - 1][2:]}"
    draft.write(line.file, "\n".join(lines))
    return line


@breaks("R01", in_blocks)
def key_twice(draft: Draft, spot: Spot, dice: Random) -> Line:
    page = draft.page(spot.file)
    key = page.node(spot.path)[0]
    start, end = key.start_mark.index, page.span(spot.path)[1]
    line = draft.splice(spot.file, end, end, f"\n{' ' * key.start_mark.column}{page.text[start:end]}")
    return line._replace(number=line.number + 1)


@breaks("R01", values)
def anchor(draft: Draft, spot: Spot, dice: Random) -> Line:
    return before_value(draft, spot, "&same ")


@breaks("R01", values)
def alias(draft: Draft, spot: Spot, dice: Random) -> Line:
    return draft.splice(spot.file, *draft.page(spot.file).span(spot.path), "*same")


@breaks("R01", values)
def tag(draft: Draft, spot: Spot, dice: Random) -> Line:
    return before_value(draft, spot, dice.choice(["!!python/object/apply:os.getcwd ", "!!int ", "!own "]))


@breaks("R01", files)
def second_document(draft: Draft, file: str, dice: Random) -> Line:
    end = len(draft.page(file).text)
    return draft.splice(file, end, end, "---\nid: another\n")


@breaks("R01", bracketed)
def bracket_left_open(draft: Draft, spot: Spot, dice: Random) -> Line:
    start, end = draft.page(spot.file).span(spot.path)
    draft.splice(spot.file, end - 1, end, "")
    return Line(spot.file, draft.page(spot.file).line_at(start))


@breaks("R01", unquoted)
def quote_left_open(draft: Draft, spot: Spot, dice: Random) -> Line:
    return before_value(draft, spot, '"')


@breaks("R01", not_first)
def one_space_too_many(draft: Draft, spot: Spot, dice: Random) -> Line:
    start = draft.page(spot.file).node(spot.path)[0].start_mark.index
    return draft.splice(spot.file, start, start, " ")


@breaks("R01", files)
def not_utf8(draft: Draft, file: str, dice: Random) -> Line:
    position = dice.randrange(len(draft.page(file).text))
    return draft.splice(file, position, position, "\udcff")


@breaks("R01", files)
def byte_order_mark(draft: Draft, file: str, dice: Random) -> Line:
    return draft.splice(file, 0, 0, "\ufeff")


@breaks("R01", files)
def emptied(draft: Draft, file: str, dice: Random) -> Line:
    draft.write(file, "")
    return Line(file, 1)


@breaks("R01", lambda draft: iter([*articles(draft), *facilities(draft)]))
def other_ending(draft: Draft, spot: Spot, dice: Random) -> Line:
    draft.move(spot.file, spot.file.replace(".yaml", ".yml"))
    return Line(spot.file.replace(".yaml", ".yml"), 1)


def coded(draft: Draft) -> Iterator[Spot]:
    """Codes, wherever they stand."""
    for spot in values(draft):
        keys = [part for part in spot.path if isinstance(part, str)]
        in_article = spot.file.startswith("dataset/annotations") and spot.path != ("item",)
        if (
            (in_article and keys[-1] in _CODED and not {"paragraphs", "annotators"} & set(keys))
            or spot.path == ("class",)
            or (spot.file.endswith("registries/outlets.yaml") and spot.name == "kind")
        ):
            yield spot


@breaks("R07", coded)
def code_misspelt(draft: Draft, spot: Spot, dice: Random) -> Spot:
    known = {code for file in draft.files("vocabularies/") for code in draft.get(Spot(file, ("codes",)))}
    return draft.put(spot, misspelt(draft.get(spot), dice, known))


@breaks("R08", records())
def column_typed_in_record(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / dice.choice(["record_id", "case_id", "sign", "holds"]), "1")


@breaks("R08", lambda draft: iter([*having(records("orders"), "issued")(draft), *having(sources, "said")(draft)]))
def last_day_typed(draft: Draft, spot: Spot, dice: Random) -> Spot:
    key = "issued" if "issued" in draft.get(spot) else "said"
    return draft.put(spot / f"{key}_{dice.choice(['min', 'max'])}", "2019-04-30")


@breaks("R86", values)
def unseen_sign(draft: Draft, spot: Spot, dice: Random) -> Line:
    start, end = draft.page(spot.file).span(spot.path)
    position = dice.randrange(start, end)
    return draft.splice(spot.file, position, position, dice.choice(UNSEEN))


@breaks("R86", texts)
def unseen_sign_escaped(draft: Draft, spot: Spot, dice: Random) -> Line:
    return draft.splice(spot.file, *draft.page(spot.file).span(spot.path), dice.choice(['"a\\u0007b"', '"a\\u202eb"']))


@breaks("R86", files)
def carriage_returns(draft: Draft, file: str, dice: Random) -> Line:
    draft.write(file, draft.page(file).text.replace("\n", "\r\n"))
    return Line(file, 1)


@breaks("R87", texts)
def formula(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot, f"{dice.choice('=+-@')}5 percent of it")


@breaks("R18", notes)
def note_too_long(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot, ("half of it stood still " * 7).strip())


@breaks("R85", texts)
def address_given(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(
        spot, dice.choice(["reached at 010-2345-6789", "told by someone@example.org", "tel. +82 2 345 6789"])
    )


def whole_lines(draft: Draft) -> Iterator[Spot]:
    """Keys in blocks whose value is the last thing in its line."""
    for spot in in_blocks(draft):
        page = draft.page(spot.file)
        if page.text[page.span(spot.path)[1] :].startswith("\n"):
            yield spot


@breaks("R88", whole_lines)
def comment_behind(draft: Draft, spot: Spot, dice: Random) -> Line:
    end = draft.page(spot.file).span(spot.path)[1]
    return draft.splice(spot.file, end, end, "  # is this so?")


@breaks("R88", in_blocks)
def comment_above(draft: Draft, spot: Spot, dice: Random) -> Line:
    key = draft.page(spot.file).node(spot.path)[0]
    start = key.start_mark.index
    return draft.splice(spot.file, start, start, f"# is this so?\n{' ' * key.start_mark.column}")
