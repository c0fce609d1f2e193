"""Rules that hold because a file that breaks them is not read as a record."""

from __future__ import annotations

from dprk_industry.curate.rules.base import declared

FILE_PARSES = declared(
    "R01",
    """
    A file is plain YAML: one document of mappings, lists and texts, no key twice in a mapping.

    Why: ordinary parsers drop the first of two keys, run what a tag says and follow aliases without end; a record
    must mean the same to every reader.
    Mend: write values out in full, quote what begins with a special sign, keep one of two equal keys, indent with
    two spaces, save as UTF-8 without a byte order mark.
    Bad: deadline: {kind: date, date: 2019-04-15, date: 2019-05-01}
    Good: deadline: {kind: date, date: 2019-05-01}
    """,
)
CODES_KNOWN = declared(
    "R07",
    """
    Every code stands in its vocabulary, letter by letter.

    Why: a code that nobody defined cannot be counted.
    Mend: choose a code of the list in dataset/vocabularies; a new item may be added to item.yaml in the same change.
    Bad: action: raise-output, issued: 2019-03-01
    Good: action: raise_output, issued: 2019-03-01
    """,
)
COMPUTED_ABSENT = declared(
    "R08",
    """
    A computed column never appears in a file written by hand.

    Why: root, case, first and last possible day follow from the records; typed by hand they would part from them.
    Mend: delete the key; the build computes it.
    Bad: deadline: {kind: period_end, date: 2019-04, date_max: 2019-04-30}
    Good: deadline: {kind: period_end, date: 2019-04}
    """,
)
TEXT_CLEAN = declared(
    "R86",
    """
    No text holds a control character, a bidirectional override or another character that cannot be seen.

    Why: they break tables, and can make a text read otherwise than it is, or two texts look alike.
    Mend: delete the character that the message names, or type the word again; write a headline, a host or a name on
    one line. Notes and other long texts may have several lines.
    Bad: note: "second furnace\\u0007 still cold"
    Good: note: "second furnace still cold"
    """,
)
NO_FORMULA = declared(
    "R87",
    """
    No free text begins with = + - @ or a tab.

    Why: a spreadsheet would run it as a formula.
    Mend: begin with a word.
    Bad: note: "-5 percent against last year"
    Good: note: 5 percent less than last year
    """,
)

RULES = (FILE_PARSES, CODES_KNOWN, COMPUTED_ABSENT, TEXT_CLEAN, NO_FORMULA)
