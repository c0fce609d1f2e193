"""Make a dataset of any size for measuring: realistic annotations from a seed, with the real vocabularies.

The annotations resemble the hand-made ones in size (2 to 4 KB), nesting and mixture of records. They break no rule, so
a checker has to go through all of them; `--faulty N` plants a wrong code into every N-th file.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACTIONS = ("produce", "deliver", "restart", "build", "raise_output")
HINDRANCES = ("power", "fuel", "raw_material", "spare_parts", "labour", "transport")
RESPONSES = ("longer_shifts", "feign", "false_report", "borrow", "defer_upkeep")
SYLLABLES = ("ma", "ne", "so", "lu", "hi", "to", "ka", "pe")
PROVINCES = [f"KP-{number:02d}" for number in range(1, 11)]


def generate(root: Path, articles: int, seed: int = 1, faulty: int = 0) -> None:
    """Write a dataset of so many articles under a root; the same seed gives the same bytes."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    facilities = [f"plant-{number:04d}" for number in range(min(300, max(10, articles // 10)))]
    _registries(root, facilities, dice)
    for number in range(articles):
        name = f"tidings-item-{_word(number)}"
        text = article(name, facilities, dice)
        if faulty and number % faulty == faulty - 1:
            text = text.replace("role: obstacle", "role: obstacel", 1)
        path = root / "dataset" / "annotations" / "tidings" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _word(number: int) -> str:
    """A number in letters, so that no id looks like a date."""
    letters = ""
    while True:
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
        if not number:
            return letters.rjust(4, "a")


def _spoken(number: int) -> str:
    """A number in syllables, so that no two names sound alike."""
    digits = f"{number:04o}"
    return "".join(SYLLABLES[int(digit)] for digit in digits).capitalize()


def _registries(root: Path, facilities: list[str], dice: random.Random) -> None:
    folder = root / "dataset" / "registries"
    folder.mkdir(parents=True)
    (folder / "outlets.yaml").write_text(
        'tidings: {name: Tidings, kind: insider, base: "Seoul, KR", language: en}\n'
        'organ: {name: Organ, kind: state, base: "Pyongyang, KP", language: ko}\n'
    )
    places = ["KP: {name: DPRK, level: country}"]
    places += [f"{code}: {{name: Province {code}, level: province, parent: KP}}" for code in PROVINCES]
    (folder / "places.yaml").write_text("\n".join(places) + "\n")
    (folder / "actors.yaml").write_text("cabinet: {name: Cabinet, level: central, branch: state}\n")
    (folder / "calendar.yaml").write_text("spring-day: {name: Spring day, monthday: 04-15}\n")
    (folder / "annotators.yaml").write_text("tester: {role: makes test data}\n")
    (root / "dataset" / "retired.yaml").write_text("{}\n")
    (root / "dataset" / "exceptions.yaml").write_text("[]\n")
    (root / "dataset" / "bounds.yaml").write_text("{}\n")
    (root / "dataset" / "changes.yaml").write_text("[]\n")
    for name in facilities:
        path = root / "dataset" / "facilities" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"id: {name}\nname: {_spoken(int(name[-4:]))} Plant\nclass: steel_mill\nplace: {dice.choice(PROVINCES)}\n"
            "sources:\n  class: [made up]\n  place: [made up]\n"
        )


def article(name: str, facilities: list[str], dice: random.Random) -> str:
    """Text of one annotation: two orders, two or three outcomes, threats and factors."""
    year = dice.randint(2009, 2025)
    plant, place = dice.choice(facilities), dice.choice(PROVINCES)
    count = dice.randint(7, 12)
    digests = ", ".join(f"{dice.getrandbits(32):08x}" for _ in range(count))
    hashed = f"{dice.getrandbits(256):064x}"
    factors = "".join(_factor(number, plant, count, dice) for number in range(dice.randint(4, 7)))
    return f"""\
id: {name}
outlet: tidings
url: https://tidings.example/{name}
headline: A plant is told to make more before the spring
language: en
published: {year}-03-20
dated_by: page
genre: news
paragraph_count: {count}
paragraph_digests: [{digests}]
text_sha256: {hashed}
read: full
background: [{", ".join(str(number) for number in range(7, count + 1))}]
annotators: [tester]
annotated: 2026-11-22

sources:
  resident: {{kind: resident, place: {place}, said: {year}-03-19, reliability: C}}
  organ: {{kind: state_report, outlet: organ, said: {year}-03-18, reliability: D}}
defaults: {{source: resident, manner: stated, credibility: 3}}

orders:
  central:
    paragraphs: [1, 2]
    issuer: {{actor: cabinet}}
    addressees: [{{class: steel_mill, place: KP}}]
    action: {dice.choice(ACTIONS)}
    amounts: [{{role: target, item: steel, value: {dice.randint(100, 900)}, unit: t}}]
    issued: {year}-03-01
    deadline: {{kind: occasion, date: {year}-04-15, occasion: spring-day}}
  local:
    paragraphs: [3]
    implements: central
    issuer: {{class: party_committee, place: {place}}}
    addressees: [{{facility: {plant}}}]
    action: {dice.choice(ACTIONS)}
    amounts: [{{role: target, item: steel, value: {dice.randint(100, 900)}, unit: t, per: [month]}}]
    deadline: {{kind: period_end, date: {year}-03}}
    note: handed on within days

outcomes:
  begun:
    paragraphs: [4]
    order: local
    subjects: [{{facility: {plant}}}]
    kind: fulfilment
    status: under_way
    plan: assignment
    as_of: {year}-03
    note: work goes on by day and night
  running:
    paragraphs: [4, 5]
    source: organ
    credibility: 6
    subjects: [{{facility: {plant}}}]
    kind: operation
    status: normal
    as_of: {year}-03-18

consequences:
  scolding:
    paragraphs: [5]
    because_of: local
    issuer: {{class: party_committee, place: {place}}}
    targets: [{{facility: {plant}, class: manager}}]
    type: criticism
    stage: threatened
  dismissal:
    paragraphs: [5]
    because_of: local
    targets: [{{facility: {plant}, class: manager}}]
    type: dismissal
    stage: threatened

factors:
{factors}"""


def _factor(number: int, plant: str, count: int, dice: random.Random) -> str:
    if number % 2:
        role, kind, more = "response", dice.choice(RESPONSES), f"    parties: [{{facility: {plant}, class: worker}}]\n"
    else:
        role, kind, more = "obstacle", dice.choice(HINDRANCES), ""
    paragraph = 6 if number == 0 else dice.randint(1, count)
    note = f"what the source says of it, number {number}"
    return (
        f"  factor-{'abcdefgh'[number]}:\n    paragraphs: [{paragraph}]\n    concerns: local\n    role: {role}\n"
        f"    type: {kind}\n{more}    note: {note!r}\n"
    )


def main() -> None:
    """Generate what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("articles", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faulty", type=int, default=0)
    given = parser.parse_args()
    generate(given.root, given.articles, given.seed, given.faulty)


if __name__ == "__main__":
    main()
