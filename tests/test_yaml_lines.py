"""The reader by lines says what the parser says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dprk_industry.curate import yamlfile
from dprk_industry.curate.yamlfile.lines import by_lines

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "dataset").rglob("*.yaml")) + sorted((ROOT / "tests").rglob("*.yaml"))
SAMPLES = [
    path.read_text("utf-8") for path in sorted((ROOT / "dataset").rglob("*.yaml")) if path.stat().st_size < 6_000
]
SIGNS = (
    "- ",
    ": ",
    ":",
    " #",
    "#",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "|",
    ">",
    "&a",
    "*a",
    "!t",
    "?",
    "-",
    "%",
    "~",
)
PIECES = (
    *SIGNS,
    "\n",
    "\n  ",
    "  ",
    "---",
    "...",
    "a",
    "a b",
    "key: ",
    "한글",
    "\u3000",
    "\u00a0",
    "@",
    "`",
    "\\",
    "<<: ",
    "''",
)


def agrees(raw: bytes) -> None:
    """Hold the two readings of a text against each other."""
    found = by_lines(raw)
    if found is not None:
        document, _ = yamlfile.carefully(raw)
        assert (found, [], ()) == (document.data, document.faults, document.comments)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_agree(path: Path) -> None:
    agrees(path.read_bytes())


def test_the_dataset_is_read_by_lines() -> None:
    files = sorted((ROOT / "dataset").rglob("*.yaml"))
    assert files
    assert [path.name for path in files if by_lines(path.read_bytes()) is None] == []


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real file with a few pieces put in, taken out or doubled."""
    text = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 6)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2, *PIECES])) + text[end:]
    return text.encode()


@given(mutated())
def test_mutated_files_agree(raw: bytes) -> None:
    agrees(raw)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a: [b, c d]\n")
@example("a:\n- b\n- c: d\n  e: f\n")
@example("a: [\n  b,\n  c]\n")
@example("a: [b,\nc]\n")
@example("- - a\n")
@example("a: {b: }\n")
@example("a: {b: c, b: d}\n")
@example("a: b\n c\n")
@example("a: [b\n\n  c]\n")
@example("- a\nb: c\n")
@example("[a, b]\n")
@example("a: '\n'\n")
@example("a: 'b\n   \n  c'\n")
@example("a" * 1025 + ": b\n")
@example("a: {" + "b" * 1025 + ": c}\n")
@example("a: {{b: c}]\n")
@example("a: [{b: c}, {d: e}'\n")
@example("a: {b: [c, d], e: [f]}\n")
@example("a: {b: [c, d], e: f]}\n")
@example('a: [b, "0", c]\n')
@example('a: [b, ", c"]\n')
@example("a: -1\n")
@example("a: - 1\n")
@example("a: -\n")
@example("- -1\n")
@example("a: --- 1\n")
@example("a: -1: b\n")
@example('"1":\n  a: b\n')
@example('"1": a\n"1":\n  b\n')
@example('a:\n  "-":\n    b: c\n')
@example('1:\n  a: b\n"1":\n  a: b\n')
@example("{}\n")
@example("[]\n")
@example("[]\n[]\n")
@example("a: b\n  'c' d\n")
@example("a: b\n  '\n")
@example("a: 'b'\n  'c'\n")
@example("a: b\n  `c`\n")
@example("a: b\n  'c': d\n")
@example("a: b\n  ' # c'\n")
@example("a: {b: c#d, e: f}\n")
@example("a: {b: c #d, e: f}\n")
def test_small_texts_agree(text: str) -> None:
    agrees((text + "\n").encode())
