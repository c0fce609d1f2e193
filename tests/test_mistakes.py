"""Common mistakes in a file are told where they were made and by what they are."""

from __future__ import annotations

import pytest

from dprk_industry.curate.yamlfile import Mark, parse
from dprk_industry.curate.yamlfile.mistakes import mistake

TEXT = """\
id: toy
headline: More steel by the end of the year
digests: [1, 2,
  3]

orders:
  first:
    paragraphs: [1, 2]
    issuer: {class: party, place: KP}
    addressees:
      - {class: mill, place: KP}
      - {class: mine, place: KP}
    action: produce
    note: more of it
  second:
    action: "build"
    note: 'less of it'
"""
OPEN = "a quoted value is not closed; end it with the same quotation mark"
BEHIND = "something stands behind the closing {}; delete it, or put the whole value in "
DOUBLE, SINGLE, BRACKET = (
    BEHIND.format("quotation mark") + "single quotes",
    BEHIND.format("quotation mark") + "double quotes",
    BEHIND.format("bracket") + "quotes",
)
APOSTROPHE = "an apostrophe ends a value in single quotes; put the value in double quotes"
SPACE = "a space is missing behind the colon of `{}`"
DELETED = "`{}` closes nothing here; delete it"
DASH = "a space is missing behind the dash; an item of a list begins with '- '"
MERGED = "a merge left this line; keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>"
NARROW = "the no-break space U+00A0 stands in the indentation; write spaces"
WIDE = "the ideographic space U+3000 stands in the indentation; write spaces"
COLON = "a colon is missing behind `{}`"
ITEMS = "a dash is missing here; the items of a list begin with '- '"
COMMA = "a comma is missing before `{}`; or, if that belongs to the value, put the value in quotes"
FOR_COMMA = "{} stands where a comma belongs; write a comma"
MILL = "      - {class: mill, place: KP}\n"
TOLD = {
    "quote": ("headline: More", 'headline: "More', 2, 11, OPEN),
    "quote-single": ("headline: More", "headline: 'More", 2, 11, OPEN),
    "quote-of-record": ("note: more of it", 'note: "more of it', 14, 11, OPEN),
    "quote-of-last": ("'less of it'", "'less of it", 17, 11, OPEN),
    "quote-in-brackets": ("{class: party,", '{class: "party,', 9, 21, OPEN),
    "quote-before-key": ("    issuer:", ' "  issuer:', 9, 2, OPEN),
    "words-behind-quote": ("More steel", '"More" steel', 2, 18, DOUBLE),
    "words-behind-single": ("more of it", "'more' of it", 14, 18, SINGLE),
    "comma-behind-quote": ('"build"', '"build",', 16, 20, DOUBLE),
    "words-behind-quote-in-brackets": ("[1, 2]", '[1, "2" or 3]', 8, 25, DOUBLE),
    "apostrophe": ("'less of it'", "'less of it's'", 17, 22, APOSTROPHE),
    "words-behind-list": ("more of it", "[sic] more", 14, 17, BRACKET),
    "words-behind-mapping": ("{class: party, place: KP}", "{class: party} of KP", 9, 28, BRACKET),
    "brace-too-many": (
        "place: KP}\n      - {class: mine",
        "place: KP}}\n      - {class: mine",
        11,
        33,
        DELETED.format("}"),
    ),
    "brace-inside-too-many": ("[1, 2]", "[{a: 1}}, 2]", 8, 24, DELETED.format("}")),
    "bracket-too-many": ("[1, 2]", "[1, 2]]", 8, 23, DELETED.format("]")),
    "wrong-bracket": ("[1, 2]", "[1, 2}", 8, 22, "`}` closes nothing here; expected `]`"),
    "space": ("action: produce", "action:produce", 13, 12, SPACE.format("action")),
    "space-first": ("paragraphs: [1", "paragraphs:[1", 8, 16, SPACE.format("paragraphs")),
    "space-at-top": ("headline: More", "headline:More", 2, 10, SPACE.format("headline")),
    "space-before-brace": ("issuer: {", "issuer:{", 9, 12, SPACE.format("issuer")),
    "fullwidth": (
        "action: produce",
        "action\uff1aproduce",
        13,
        11,
        "the fullwidth colon U+FF1A stands behind `action`; write a colon and a space",
    ),
    "no-break": (
        "action: produce",
        "action:\u00a0produce",
        13,
        12,
        "the no-break space U+00A0 stands behind the colon of `action`; write a space",
    ),
    "indented-no-break": ("    action: produce", "\u00a0\u00a0\u00a0\u00a0action: produce", 13, 1, NARROW),
    "indented-half": ("    issuer: {", "  \u00a0 issuer: {", 9, 3, NARROW),
    "indented-ideographic": ("  first:", "\u3000first:", 7, 1, WIDE),
    "indented-first-of-record": ("    paragraphs:", "\u3000\u3000paragraphs:", 8, 1, WIDE),
    "dash": ("- {class: mill", "-{class: mill", 11, 7, DASH),
    "dash-second": ("- {class: mine", "-{class: mine", 12, 7, DASH),
    "dash-of-key": ("- {class: mill, place: KP}", "-class: mill", 11, 7, DASH),
    "en-dash": (
        "- {class: mine",
        "\u2013 {class: mine",
        12,
        7,
        "the en dash U+2013 stands here; an item of a list begins with '- '",
    ),
    "colon": ("action: produce", "action [produce]", 13, 11, COLON.format("action")),
    "colon-first": ("id: toy", "id toy", 1, 3, COLON.format("id")),
    "colon-first-of-record": ("    paragraphs: [1", "    paragraphs [1", 8, 15, COLON.format("paragraphs")),
    "colon-first-of-record-word": ('    action: "build"', "    action build", 16, 11, COLON.format("action")),
    "colon-of-name": ("  second:", "  second", 15, 9, COLON.format("second")),
    "colon-of-first-name": ("  first:", "  first", 7, 8, COLON.format("first")),
    "colon-of-section": ("orders:", "orders", 6, 7, COLON.format("orders")),
    "colon-of-list": ("addressees:", "addressees", 10, 15, COLON.format("addressees")),
    "dash-of-first": (MILL, MILL.replace("- ", ""), 11, 7, ITEMS),
    "dash-of-first-keys": (MILL, "        class: mill\n        place: KP\n", 11, 9, ITEMS),
    "dash-of-second": (MILL + "      - {", MILL + "      {", 12, 7, ITEMS),
    "dash-of-first-key": (MILL, "      class: mill\n        place: KP\n", 11, 7, ITEMS),
    "comma": ("party, place: KP", "party place: KP", 9, 26, COMMA.format("place")),
    "comma-in-item": ("mill, place: KP", "mill  place: KP", 11, 21, COMMA.format("place")),
    "comma-behind-quoted": ("party, place: KP", '"party" place: KP', 9, 28, COMMA.format("place")),
    "comma-later": ("mine, place: KP", "mine, at: [1, 2], of: no one place: KP", 12, 45, COMMA.format("place")),
    "semicolon": ("party, place: KP", "party; place: KP", 9, 26, FOR_COMMA.format("`;`")),
    "fullwidth-comma": (
        "party, place: KP",
        "party\uff0cplace: KP",
        9,
        26,
        FOR_COMMA.format("the fullwidth comma U+FF0C"),
    ),
    "merge": ("    action: produce", "<<<<<<< HEAD\n    action: produce", 13, 1, MERGED),
    "merge-middle": ("    action: produce", "=======\n    action: produce", 13, 1, MERGED),
    "merge-end": ("    action: produce", ">>>>>>> theirs\n    action: produce", 13, 1, MERGED),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_mistake_is_told(name: str) -> None:
    """One finding, at the place to mend, in words of what is typed there."""
    before, after, line, column, message = TOLD[name]
    assert TEXT.count(before) == 1
    (fault,) = parse(TEXT.replace(before, after).encode()).faults
    assert (fault.mark, fault.code, fault.problem.message) == ((line, column), "R01", message)


def records(first: str, second: str) -> str:
    return TEXT.replace("  first:\n", first).replace("  second:\n", second)


MIXED = {
    "item-first": (
        records("  - first:\n", "  second:\n"),
        (15, 3),
        (
            "a key stands here among items of a list; begin both this line and line 7 with '- ', or neither; or, if it "
            "belongs to the item above, add 2 spaces"
        ),
    ),
    "item-later": (
        records("  first:\n", "  - second:\n"),
        (15, 3),
        "an item of a list stands here among keys; take its '- ' away, as in line 7",
    ),
}


@pytest.mark.parametrize("name", MIXED)
def test_records_are_all_keys_or_all_items(name: str) -> None:
    """A record that is an item among keys, or the other way round, is told as that; no indentation mends it."""
    text, mark, message = MIXED[name]
    (fault,) = parse(text.encode()).faults
    assert (fault.mark, fault.problem.message) == (mark, message)


LOST = "{} stand here a second time, first from line {} on; {}? Otherwise keep one of each"
NAME, ITEM = "is the line with the name of a record missing above", "is the '- ' of an item missing here"
TWICE = "the key 'second' stands here a second time, first in line 15; delete one of the two lines"
LISTED = """\
orders:
  first:
    paragraphs: [1]
    amounts:
      - role: target
        item: steel
        value: 1
      - role: ratio
        item: iron
        unit: t
        value: 2
    note: more of it
"""
REPEATED = {
    "name": (TEXT.replace("  second:\n", ""), (15, 5), LOST.format("`action` and `note`", 13, NAME)),
    "name-later": (
        TEXT.replace("  second:\n", "    paragraphs: [2]\n    deadline: 2\n"),
        (15, 5),
        LOST.format("`paragraphs`, `action` and `note`", 8, NAME),
    ),
    "dash": (
        LISTED.replace("- role: ratio", "  role: ratio"),
        (8, 9),
        LOST.format("`role`, `item` and `value`", 5, ITEM),
    ),
    "doubled": (TEXT.replace("  second:\n", "  second:\n  second:\n"), (16, 3), TWICE),
}


@pytest.mark.parametrize("name", REPEATED)
def test_keys_that_stand_there_again_are_told_by_what_is_lost(name: str) -> None:
    """Where a name or a dash is lost, or a name doubled, that is told once, and not each key that it repeats."""
    text, mark, message = REPEATED[name]
    (fault,) = parse(text.encode()).faults
    assert (fault.mark, fault.problem.message) == (mark, message)


def test_all_that_a_merge_left_and_other_signs_indent_is_told_at_once() -> None:
    """One finding for each conflict and one for each sign; a mistake above them is told too, and none behind them."""
    conflict = "<<<<<<< ours\n    note: a\n=======\n    note: b\n>>>>>>> theirs\n"
    text = TEXT.replace("    issuer: {", "\u00a0\u00a0\u00a0\u00a0issuer: {")
    text = text.replace("    note: more of it\n", conflict).replace("    note: 'less of it'\n", conflict)
    text = text.replace("    action", "\u00a0   action").replace('"build"', '"build')
    told = [(9, f"{NARROW}; 2 more lines below likewise"), (14, MERGED), (21, MERGED)]
    assert [(fault.mark.line, fault.problem.message) for fault in parse(text.encode()).faults] == told
    above = parse(text.replace("headline: M", 'headline: "M').encode()).faults
    assert [(fault.mark.line, fault.problem.message) for fault in above] == [(2, OPEN), *told]


ENTRIES = "`{}` says that the file has no entries, but some stand below; delete it"


@pytest.mark.parametrize(("sign", "entry"), [("{}", "a: {b: c}\n"), ("[]", "- {b: c}\n")])
def test_entries_below_the_sign_of_a_file_without_them(sign: str, entry: str) -> None:
    """Whoever writes the first entry of a file below its `{}` or `[]` is told to delete that."""
    (fault,) = parse(f"# yaml-language-server: $schema=x\n{sign}\n{entry}".encode()).faults
    assert (fault.mark, fault.problem.message) == ((2, 1), ENTRIES.format(sign))


OTHER = {
    "continued": ("note: more of it", "note: more of it\n      then:this and: that"),
    "continued-quote": ("note: more of it", 'note: "more\n      said: no"\n     x: y'),
    "address": ("action: produce", "action:\n      https://toy.example/a: b\n   x: y"),
    "item-in-text": ("note: more of it", "note: more of it\n      \u2013 so: they say"),
    "comment": ("paragraphs: [1, 2]", "paragraphs: [1, 2]  # all]]\n   x: y"),
    "list": ("[1, 2]", "[1, [2]"),
    "list-before-key": ("    action: produce", "[   action: produce"),
    "mapping-in-list": ("  3]", "  {3]"),
    "mapping": ("[1, 2]", "[{a: 1, 2]"),
    "colon": ("more of it", "more: of it"),
    "words-without-colon": ("action: produce", "makes more of it"),
    "text-of-key": ("note: more of it", "note: more of it\n      first\n        said: no"),
}


@pytest.mark.parametrize("name", OTHER)
def test_what_is_not_certain_is_left_to_others(name: str) -> None:
    """Lines of a text that look like a mistake, and mistakes of another kind."""
    before, after = OTHER[name]
    text = TEXT.replace(before, after)
    assert parse(TEXT.encode()).faults == []
    assert parse(text.encode()).faults
    assert {mistake(text, Mark(line, 1)) for line in range(1, text.count("\n") + 2)} == {None}
