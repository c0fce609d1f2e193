"""Real annotations with something changed at random: whatever comes of it, the check ends and tells it in its place.

`pytest tests/test_fuzz.py --hypothesis-profile long` tries fifty times as many.
"""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dprk_industry.curate import yamlfile
from dprk_industry.curate.check import check
from dprk_industry.curate.check.conclude import conclude
from dprk_industry.curate.check.inspect import inspect
from dprk_industry.curate.check.workers import Workers
from dprk_industry.curate.corpus import Ground, load, survey
from dprk_industry.curate.disk import Disk
from dprk_industry.curate.findings import Finding, Severity
from dprk_industry.curate.publish import csvfile
from dprk_industry.curate.rules import RULES
from dprk_industry.curate.tables import TABLES
from dprk_industry.curate.yamlfile.lines import by_lines
from dprk_industry.curate.yamlfile.quick import quick

ROOT = Path(__file__).resolve().parents[1]
ANNOTATIONS = [path.relative_to(ROOT) for path in sorted((ROOT / "dataset" / "annotations").glob("*/*.yaml"))]
TOY = ROOT / "tests" / "toy"
OTHERS = [path.relative_to(TOY) for path in sorted(TOY.rglob("*.yaml")) if "annotations" not in path.parts]
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", " ")

fuzzed = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A dataset without articles but with all that the real ones refer to, read; each example puts one article in."""
    root = tmp_path_factory.mktemp("real")
    articles = "".join((ROOT / file).read_text("utf-8") for file in ANNOTATIONS)
    unnamed = [path.name for path in (ROOT / "dataset" / "facilities").iterdir() if path.stem not in articles]
    shutil.copytree(ROOT / "dataset", root / "dataset", ignore=shutil.ignore_patterns("tables", *unnamed))
    ground = survey(root)
    shutil.rmtree(root / "dataset" / "annotations")
    return ground


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Root of a copy of the toy dataset, in which every example changes one file and sets it right again."""
    root = tmp_path_factory.mktemp("toy")
    shutil.copytree(TOY, root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    return root


def article(ground: Ground, file: Path, raw: bytes) -> None:
    """Check an article of these bytes."""
    path = ground.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    alone = replace(ground, articles=(file.as_posix(),))
    reports = inspect(alone, Disk(ground.root, digests={}), alone.articles, RULES)
    told(ground.root, conclude(alone, reports, Workers(alone)))
    path.unlink()


def registry(root: Path, file: Path, raw: bytes) -> None:
    """Check a dataset of which one file holds these bytes."""
    path = root / file
    before = path.read_bytes()
    path.write_bytes(raw)
    try:
        told(root, check(root))
    finally:
        path.write_bytes(before)


def told(root: Path, found: list[Finding]) -> None:
    """Each finding lies inside of its file, no rule fails, and what has no error can be published."""
    for finding in found:
        inside(root, finding)
        assert "this rule failed" not in finding.message
    if not any(finding.severity is Severity.ERROR for finding in found):
        published(load(root).collection)


def inside(root: Path, finding: Finding) -> None:
    """A finding names a file that is there, and a place in it; the place behind its last line is the end."""
    path = root / finding.location.file
    assert finding.location.file.startswith("dataset/")
    assert path.is_file()
    lines = [*path.read_bytes().split(b"\n"), b""]
    line = lines[finding.location.line - 1].decode("utf-8", "replace")
    assert 1 <= finding.location.column <= len(line) + 1
    assert finding.message.strip()
    assert finding.code[0] == "R"


def published(collection: Any) -> None:
    """What has no error can be published, and no spreadsheet runs it."""
    for table in TABLES:
        texts = [column.name for column in table.columns if column.type not in {"number", "integer"}]
        for row in table.rows(collection):
            assert not [name for name in texts if csvfile.cell(row[name]).startswith(RUN)]


def both_agree(raw: bytes) -> None:
    """What is read at first sight is read with care as the same, and without a fault."""
    document = yamlfile.carefully(raw)[0]
    for at_first_sight in (quick(raw), by_lines(raw)):
        assert at_first_sight is None or (document.data, document.faults) == (at_first_sight, [])
    if by_lines(raw) is not None:
        assert document.comments == ()


PIECES = [
    *("", " ", "  ", "\n", "\n\n", "\t", "\r", "\0", "\x1b[31m", "\u202e", "\u200b", "\ud7ff", "é", "한", "🙂"),
    *(":", ": ", "- ", "-", "? ", "?", "#", " #", "&a ", "*a", "!a ", "!!int ", "%", "@", "`", "|\n", ">\n", "---\n"),
    *("...\n", "[", "]", "{", "}", ",", "'", '"', "\\", '"\\x07"', '"\\ud800"', "<<: ", "null", "~", "true", "1e9"),
    *("=1+1", "-1", "+1", "9" * 30, "2019-02-30", "202X", "[2019,2020]", "2020/2019", "KP-99", "x", "x#y", "../x"),
]
pieces = st.sampled_from([piece.encode("utf-8", "surrogatepass") for piece in PIECES]) | st.binary(max_size=3)


@st.composite
def mangled(draw: st.DrawFn, source: Path, files: list[Path]) -> tuple[Path, bytes]:
    """A file of the dataset in which bytes or lines are put in, taken out, exchanged, or moved to the side."""
    file = draw(st.sampled_from(files))
    raw = (source / file).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        change = draw(st.sampled_from([_bytes_changed, _line_changed, _lines_exchanged]))
        raw = change(draw, raw)
    return file, raw


def _bytes_changed(draw: st.DrawFn, raw: bytes) -> bytes:
    place = draw(st.integers(0, len(raw)))
    return raw[:place] + draw(pieces) + raw[place + draw(st.integers(0, 8)) :]


def _line_changed(draw: st.DrawFn, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    place = draw(st.integers(0, len(lines) - 1))
    line = lines[place]
    shifted = [b" " + line, line[1:], b"  " + line, line.lstrip(), line + b" #", b"- " + line]
    instead = [[], [line, line], *([each] for each in shifted)]
    lines[place : place + 1] = draw(st.sampled_from(instead))
    return b"\n".join(lines)


def _lines_exchanged(draw: st.DrawFn, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


@fuzzed
@given(mangled(ROOT, ANNOTATIONS))
def test_mangled_annotations(real: Ground, made: tuple[Path, bytes]) -> None:
    both_agree(made[1])
    article(real, *made)


@fuzzed
@given(mangled(TOY, OTHERS))
def test_mangled_registries(toy: Path, made: tuple[Path, bytes]) -> None:
    both_agree(made[1])
    registry(toy, *made)


def nodes(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Path of every node of plain data."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from nodes(inner, (*path, key))


WORDS = ["", "x", "KP", "KP-08", "2019", "2019-03-01", "202X-10", "1", "-1", "0", "6", "C", "true", "null", "=1", "x-y"]
letters = st.characters(exclude_categories=["Cc", "Cs"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(letters, max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def replaced(draw: st.DrawFn, source: Path, files: list[Path]) -> tuple[Path, bytes]:
    """A file of the dataset in which up to three nodes are something else, or what stands in another place."""
    file = draw(st.sampled_from(files))
    original = yamlfile.parse((source / file).read_bytes()).data
    data = json.loads(json.dumps(original))  # nobody may change what the reader gives, nor does one object stand twice
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(nodes(data))))
        value = draw(values | st.sampled_from(list(nodes(original))).map(lambda other: _at(original, other)))
        data = _with(data, path, copy.deepcopy(value))
    return file, yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def _with(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    _at(data, path[:-1])[path[-1]] = value
    return data


@fuzzed
@given(replaced(ROOT, ANNOTATIONS))
def test_replaced_values_in_annotations(real: Ground, made: tuple[Path, bytes]) -> None:
    both_agree(made[1])
    article(real, *made)


@fuzzed
@given(replaced(TOY, OTHERS))
def test_replaced_values_in_registries(toy: Path, made: tuple[Path, bytes]) -> None:
    both_agree(made[1])
    registry(toy, *made)
