"""Count what the second reading changed: docs/second-reading.csv, one line for each correction, into docs/quality.md.

`python scripts/quality.py` writes the page; `--check` writes nothing and fails if it is stale.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOG, PAGE = ROOT / "docs" / "second-reading.csv", ROOT / "docs" / "quality.md"
KINDS = {
    "record_added": "a record that was missing",
    "record_removed": "a record that the text does not bear",
    "code": "another code",
    "grade": "credibility or reliability",
    "source": "who says it",
    "manner": "in what manner it is said",
    "date": "a date or how it is known",
    "figure": "a figure, its role or unit",
    "paragraph": "the paragraphs it rests on",
    "party": "who is meant",
    "link": "what it belongs to",
    "note": "a note",
    "head": "the article's head",
}
"""What a correction may concern."""
SETTLED, RECODED = "settled_", "recoded_"

_PAGE = """\
<!-- Generated from docs/second-reading.csv by `python scripts/quality.py`; do not edit. -->
# Second reading

Each annotation but those of the first five articles was read again, against its text and by the
[check list](reviewing.md), by somebody who had not written it.
Every correction is a line of [second-reading.csv](second-reading.csv): article, record, kind, and what was changed.

{readers} readers went through {articles} articles; {clean} of them needed no correction.
In the others {corrected} things were corrected.
{drawn} articles had been [coded twice, apart](agreement.md); their differences were settled against the text, and
{settled} points of them are listed, those that stayed as they stood in the first file included.
{recoded} records were coded anew because a point of the manual was decided afterwards.

| what | corrected | settled |
| --- | ---: | ---: |
{table}

The first five articles are not among them: they were coded by two people apart and settled before this list was begun.
"""


def page(rows: list[dict[str, str]]) -> str:
    """The page for a list of corrections.

    Raises:
        ValueError: a line has a kind that is not listed.

    """
    kinds = Counter(row["kind"] for row in rows)
    known = {"none", *(f"{prefix}{kind}" for prefix in ("", SETTLED, RECODED) for kind in KINDS)}
    if strange := sorted(set(kinds) - known):
        raise ValueError(f"{LOG.name}: no such kind of correction: {', '.join(strange)}")
    read = {row["article"] for row in rows if not row["kind"].startswith(RECODED)}
    touched = {row["article"] for row in rows if row["kind"] in KINDS}
    drawn = {row["article"] for row in rows if row["kind"].startswith(SETTLED)}
    table = [f"| {said} | {kinds[kind]} | {kinds[SETTLED + kind]} |" for kind, said in KINDS.items()]
    return _PAGE.format(
        readers=len({row["reader"] for row in rows if not row["kind"].startswith(RECODED)}),
        articles=len(read),
        clean=len(read - touched - drawn),
        corrected=sum(kinds[kind] for kind in KINDS),
        drawn=len(drawn),
        settled=sum(kinds[SETTLED + kind] for kind in KINDS),
        recoded=sum(kinds[RECODED + kind] for kind in KINDS),
        table="\n".join(table),
    )


def main() -> int:
    """Write the page, or with `--check` tell whether it is stale."""
    with LOG.open(encoding="utf-8", newline="") as stream:
        made = page(list(csv.DictReader(stream)))
    if PAGE.exists() and PAGE.read_text("utf-8") == made:
        return 0
    print(PAGE.relative_to(ROOT))
    if "--check" in sys.argv:
        return 1
    PAGE.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
