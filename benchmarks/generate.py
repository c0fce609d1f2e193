"""Make a dataset of any size for measuring: made-up annotations from a seed, with the real vocabularies and gazetteer.

The annotations resemble the hand-made ones in size (some 3.5 KB), nesting and mixture of records, and stand in
canonical form. They break no rule, so a checker has to go through all of them; `--faulty N` plants a wrong code into
every N-th file. This needs `dprk-industry[curate]`; the same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path
from typing import Any

from dprk_industry.curate import yamlfile
from dprk_industry.curate.canonical import write
from made import Plant, World, story

ROOT = Path(__file__).resolve().parents[1]
GROUND = ("facilities", "vocabularies", "registries")
"""Folders of the dataset that are taken over; outlets, actors and annotators are then replaced."""
PRESS = [f"tidings-{letter}" for letter in "abcdefghijklm"]
ORGANS = [f"organ-{letter}" for letter in "abc"]
OFFICES = [f"office-{letter}" for letter in "abcdefghijkl"]
EMPTY: dict[str, Any] = {"retired": {}, "exceptions": [], "bounds": {}, "changes": []}
MISSPELT = {"role: effect": "role: efect", "role: obstacle": "role: obstacel", "kind: operation": "kind: operatoin"}


def generate(root: Path, articles: int, seed: int = 1, faulty: int = 0) -> None:
    """Write a dataset of so many articles under a root; the same seed gives the same bytes."""
    for folder in GROUND:
        shutil.copytree(ROOT / "dataset" / folder, root / "dataset" / folder)
    world = _world(root, articles, random.Random(seed))  # noqa: S311 - nothing secret
    for number in range(articles):
        made = story(world, number, articles)
        file = f"dataset/annotations/{made['outlet']}/{made['id']}.yaml"
        text = write(made, file, "article")
        if faulty and number % faulty == faulty - 1:
            right = next(right for right in MISSPELT if right in text)
            text = text.replace(right, MISSPELT[right], 1)
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, "utf-8")


def _world(root: Path, articles: int, dice: random.Random) -> World:
    """What articles are made of, with no more outlets and offices than so many articles can use."""
    used = max(1, articles // 4)
    press, organs, offices = PRESS[:used], ORGANS[:used], OFFICES[:used]
    plants = [_data(path) for path in sorted((root / "dataset" / "facilities").glob("*.yaml"))]
    annotators = [f"coder-{letter}" for letter in "abcdefgh"]
    held = _data(root / "dataset" / "registries" / "actors.yaml")
    authorities = {each["authority"] for each in plants if "authority" in each}
    registries: dict[str, Any] = {
        "outlets": {name: _outlet(name, "insider", "Seoul, KR") for name in press}
        | {name: _outlet(name, "state", "Pyongyang, KP") for name in organs},
        "actors": {name: held[name] for name in sorted(authorities)}
        | {name: {"name": name.capitalize(), "level": "central", "branch": "state"} for name in offices},
        "annotators": {name: {"role": "makes test data"} for name in annotators},
    }
    for form, entries in registries.items():
        _put(root, f"dataset/registries/{form}.yaml", entries, form)
    for form, entries in EMPTY.items():
        _put(root, f"dataset/{form}.yaml", entries, form)
    calendar = _data(root / "dataset" / "registries" / "calendar.yaml")
    anniversaries = {name: each["monthday"] for name, each in calendar.items() if "monthday" in each}
    made = [Plant(each["id"], each["class"], each["place"]) for each in plants]
    return World(dice, made, press, organs, offices, annotators, anniversaries)


def _outlet(name: str, kind: str, base: str) -> dict[str, str]:
    return {"name": name.capitalize(), "kind": kind, "base": base, "language": "en"}


def _put(root: Path, file: str, data: Any, form: str) -> None:
    (root / file).write_text(write(data, file, form), "utf-8")


def _data(path: Path) -> Any:
    return yamlfile.parse(path.read_bytes()).data


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
