"""The YAML reader: what it refuses, where and in which words, and that it reads all the rest as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from dprk_industry.curate import yamlfile
from dprk_industry.curate.yamlfile import CONTROL, MAX_BYTES, MAX_DEPTH, MAX_SCALAR, Mark, locate, parse
from dprk_industry.curate.yamlfile.blocks import lines
from dprk_industry.curate.yamlfile.comments import comments
from dprk_industry.curate.yamlfile.indent import indentation

ANNOTATIONS = sorted((Path(__file__).parents[1] / "dataset" / "annotations").glob("*/*.yaml"))
SECOND = "stands here a second time, first in line {}; keep one of them, or give them different names"


def case(name: str, text: str | bytes, *expected: tuple[int, int, str]) -> Any:
    """A text, and line, column and words of every fault that it has."""
    raw = text if isinstance(text, bytes) else text.encode()
    return pytest.param(raw, expected, id=name)


UTF16 = "the file is in the encoding UTF-16; save the file in the encoding UTF-8"
REPEATED = "a: {x: 1}\na: {y: 1,\n  y: 2}\na: {y: 1,\n  y: 2}\n"
MIXED = 'a: &x 1\nb: !y 2\nc:\t3\nd: "\\u202e"\ne: f\u200eg\na: 4\nh: {i: 1, i: 2}\n'
ALL = [(1, 4, "&x"), (2, 4, "!y"), (3, 3, "a tab"), (4, 4, "U+202E"), (5, 5, "U+200E"), (6, 1, "'a'"), (7, 11, "'i'")]
DOCUMENTS = [
    case("duplicate", "a: 1\nb: 2\na: 3\n", (3, 1, "the key 'a' " + SECOND.format(1))),
    case("duplicate-deep", "x:\n  - {b: {c: 1,\n     d: 2, c: 3}}\n", (3, 12, "the key 'c' " + SECOND.format(2))),
    case(
        "duplicate-in-duplicate",
        REPEATED,
        *[(line, column, SECOND.format(first)) for line, column, first in [(2, 1, 1), (3, 3, 2), (4, 1, 1), (5, 3, 4)]],
    ),
    case(
        "duplicate-then-broken",
        "a: 1\na: 2\n\n\nb: @\n",
        *[(2, 1, SECOND.format(1)), (5, 4, "quote the value")],
    ),
    case("anchor", "a: &x 1\n", (1, 4, "the anchor &x stands here; write the value out, or quote it if it begins")),
    case("anchor-on-key", "&x a: 1\n", (1, 1, "the anchor &x")),
    case("alias", "a: *x\n", (1, 4, "the alias *x stands here; write the value out, or quote it if it begins with *")),
    case("alias-as-key", "a: 1\n*x : 1\n", (2, 1, "alias stands where a key is expected")),
    case("merge", "a: &x {b: 1}\nc:\n  <<: *x\n", (1, 4, "the anchor &x"), (3, 7, "the alias *x")),
    case(
        "aliases",
        "a: &x 1\nb: [*x, *x, &y 2]\nc: *y\nd: @",
        *[(1, 4, "if it begins with &; 1 more of them below"), (2, 5, "if it begins with *; 2 more of them below")],
        (4, 4, "quote the value"),
    ),
    case("tag", "a: !x b\n", (1, 4, "the tag !x stands here; write the value alone, without a tag")),
    case("tag-python", "a: !!python/object/apply:os.system [ls]\n", (1, 4, "the tag !!python/object")),
    case("tag-on-key", "!!str a: !!int 1\n", (1, 1, "!!str"), (1, 10, "!!int")),
    case("tag-bare", "a: ! b\n", (1, 4, "tag")),
    case("documents", "a: 1\n---\nb: 2\n", (2, 1, "a second document begins here; one file holds one record")),
    case("more-behind-list", "[a]\nb: c\n", (2, 1, "a second document begins here")),
    case("more-behind-mapping", "  a: 1\nb: 2\n", (1, 3, "indented by 2 spaces; expected 0 (as the first key of")),
    case("directive", "%YAML 1.2\n---\na: 1\n", (1, 1, "directive")),
    case("deep-list", "[" * 100_000, (1, MAX_DEPTH + 1, f"nested deeper than {MAX_DEPTH} levels")),
    case("deep-block", "- " * 100_000, (1, 2 * MAX_DEPTH + 1, f"nested deeper than {MAX_DEPTH} levels")),
    case("deep-mapping", "{a: " * 100_000, (1, 4 * MAX_DEPTH + 1, f"nested deeper than {MAX_DEPTH} levels")),
    case("file-size", "#" * (MAX_BYTES + 1), (1, 1, "the file has more than 1,000,000 bytes; no record")),
    case("scalar-size", "a: " + "x" * (MAX_SCALAR + 1), (1, 4, "a value of 5,001 characters; at most 5,000")),
    case("key-size", f"? {'x' * (MAX_SCALAR + 1)}\n: b\n", (1, 3, "a value of 5,001 characters")),
    case("bad-byte", b"a: 1\nb: \xc3\xa9\xff\n", (2, 5, "byte 0xff is not UTF-8; save the file in the encoding")),
    case("bom", b"\xef\xbb\xbfa: 1\n", (1, 1, "a byte order mark; save it as UTF-8 without BOM")),
    case("utf-16", "a: 1\n".encode("utf-16"), (1, 1, "is not UTF-8; save the file in the encoding UTF-8, not UTF-16")),
    case("utf-16-le", "a: 1\nb: 가나\n".encode("utf-16-le"), (1, 1, UTF16)),
    case("utf-16-be", "a: 1\nb: 가나\n".encode("utf-16-be"), (1, 1, UTF16)),
    case("tab", "a:\tb\n", (1, 3, "a tab stands here; write spaces, two for each level of indentation")),
    case("tabs", "a:\t\tb\n", (1, 3, "a tab stands here; write spaces")),
    case(
        "run",
        "a: \0\0\0b\0\n",
        (1, 4, "U+0000 stands in the text 3 times in a row; delete it"),
        (1, 8, "U+0000 stands"),
    ),
    case("unseen-only", "\0\0\n", (1, 1, "U+0000 stands in the text 2 times in a row; delete it")),
    case("tab-indents", "a:\n\tb: 1\n\tc: 2\n", (2, 1, "indentation; 1 more line below likewise")),
    case("tabs-indent", "a:\n\tb:\n \t\tc: 1\n\t\td:\t2\n", (2, 1, "2 more lines below likewise"), (4, 5, "a tab")),
    case("tab-indents-once", "a:\n\tb: 1\n", (2, 1, "two for each level of indentation")),
    case("crlf", "a: 1\r\nb: 2\r\n", (1, 5, "lines end with a carriage return; save the file with line feeds")),
    case("crlf-modeline", "# yaml-language-server: $schema=x\r\na: 1\r\n", (1, 34, "lines end with a carriage return")),
    case("crlf-many", "a:\r\n" + "- b\r\n" * 200, (1, 3, "lines end with a carriage return")),
    case("crlf-and-others", "a: |\r\n  b\r\nc:\td\r\n c: e\r\n", (1, 5, "lines end"), (3, 3, "a tab stands here")),
    case("cr", "# yaml-language-server: $schema=x\ra: 1\rb: 2\r", (1, 34, "lines end with a carriage return")),
    case("cr-inside", "a: b\rc d\ne: f\n", (1, 5, "lines end with a carriage return")),
    case("cr-only", "\r\r\r", (1, 1, "lines end with a carriage return")),
    case("empty", "", (1, 1, "the file is empty; expected a record")),
    case("comment-only", "\n# nothing\n", (1, 1, "the file is empty; expected a record")),
    case("list-as-key", "? [a]\n: b\n", (1, 3, "a list, mapping or alias stands where a key is expected")),
    case("colon", "a: 1\nb: c: d\n", (2, 5, "a colon stands inside a plain value, or the indentation is off; quote")),
    case("indentation", "a:\n  b: 1\n c: 2\n", (3, 2, "indented by 1 space; expected 0 (as `a` above) or 2 (as `b`")),
    case("dash", "a: - b\n", (1, 4, "a value cannot begin with '- '; put it in quotes")),
    case("reserved", "a: @b\n", (1, 4, "a value begins with a character that YAML keeps for itself; quote the value")),
    case("backslash", 'a: "\\q"\n', (1, 5, "an unknown escape stands in a double-quoted value; write a backslash")),
    case("list-and-mapping", "- a\nb: c\n", (2, 1, "indentation")),
    case(
        "question-in-brackets", "{?a: b, c: [?d]}\n", (1, 3, "a question mark stands right"), (1, 14, "a question mark")
    ),
    case("question", "a: ? b\n", (1, 4, "quote the value")),
    case("all-together", MIXED, *ALL),
    case(
        "broken-behind-fault",
        "a: 1\na: 2\nb: @\n",
        *[(2, 1, "the key 'a'"), (3, 4, "quote the value")],
    ),
]


@pytest.mark.parametrize(("raw", "expected"), DOCUMENTS)
def test_refused(raw: bytes, expected: tuple[tuple[int, int, str], ...]) -> None:
    """All faults of a text are found, each where it stands, in words that say what to write instead."""
    faults = parse(raw).faults
    assert [fault.mark for fault in faults] == [(line, column) for line, column, _ in expected]
    for fault, (_, _, words) in zip(faults, expected, strict=True):
        assert words in fault.problem.message
        assert fault.problem.on_key == ("second time" in fault.problem.message)


@pytest.mark.parametrize("text", ["a: [1, 2\n", "a: {b: 1\n", "a: 'b\n", 'a: "b\n', "a\n"])
def test_unclosed(text: str) -> None:
    """What is not closed is refused with words for what is missing."""
    (fault,) = parse(f"x: 1\n{text}y: 2\n".encode()).faults
    assert re.search("not closed|a colon is missing", fault.problem.message)


@pytest.mark.parametrize("text", ["a: [1, 2\n", "a: {b: 1\n", "a: 'b\n", 'a: "b\n'])
def test_unclosed_is_located_where_it_opens(text: str) -> None:
    """A bracket or a quote that is not closed is pointed at, wherever the parser gave up."""
    assert parse(f"x: 1\n{text}y: 2\n".encode()).faults[0].mark == (2, 4)


SOUND = """\
a: [1, {b: 'x: y',
c: "it's # no"}, d'e]  # said
b: text
  that: goes
"c d":
- x: 1
  y: |2
     deep
    less
-
  - z: >-
     folded

  - 'quoted
over: lines'
e:
    f: {}
    g:
      the value
h:
"""
"""Values over several lines in every form; the line behind that of `b` alone is refused by the parser."""


def test_values_over_several_lines_are_not_taken_for_keys() -> None:
    """Lines inside of quotes, brackets and blocks begin no key, however they are indented."""
    begun = [line.number for line in lines(SOUND)]
    assert begun == [1, 3, 4, 5, 6, 7, 10, 11, 14, 16, 17, 18, 20]
    assert indentation(SOUND.replace("  that: goes\n", ""), 3) is None


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_the_indentation_of_sound_files(path: Path) -> None:
    text = path.read_text("utf-8")
    assert {indentation(text, number) for number in range(1, text.count("\n"), 7)} == {None}


@given(st.sampled_from(ANNOTATIONS), st.integers(0, 10_000), st.sampled_from([-1, 1, 3]))
def test_a_line_moved_by_mistake_is_told(path: Path, number: int, spaces: int) -> None:
    """Whichever line of a real file is moved so that it fits no level, that line is told, and how it stood before."""
    rows = path.read_text("utf-8").split("\n")
    begun = [line for line in lines("\n".join(rows)) if line.column + spaces >= 0]
    line = begun[number % len(begun)]
    rows[line.number - 1] = " " * (line.column + spaces) + rows[line.number - 1].lstrip(" ")
    faults = parse("\n".join(rows).encode()).faults
    assert all("the parser says" not in fault.problem.message for fault in faults)
    if faults and "indented" in faults[-1].problem.message:
        assert faults[-1].mark == (line.number, line.column + spaces + 1)
        assert spaces == 3 or re.search(rf"(?:expected|or) {line.column} \(", faults[-1].problem.message)


CHARACTERS = "\x00\x07\x1b\x7f\x85\x9f\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff"


@pytest.mark.parametrize("character", CHARACTERS, ids=ascii)
def test_control_character(character: str) -> None:
    """Control characters, bidirectional marks and line separators are refused, raw or escaped, even in a comment."""
    name = f"U+{ord(character):04X}"
    for text, column in ((f"k: a{character}b\n", 5), (f"# x{character}\n", 4), (f"a{character}: b\n", 2)):
        (fault,) = parse(f"x: é\n{text}y: z\n".encode()).faults
        assert (fault.mark, fault.code) == ((2, column), "R86")
        assert f"{name} stands in the text; delete it" in fault.problem.message
    (fault,) = parse(f'x: é\nk: "a\\u{ord(character):04x}b"\n'.encode()).faults
    assert (fault.mark, fault.code, fault.problem.path) == ((2, 4), "R86", ("k",))
    assert f"{name} stands in the value; delete the escape" in fault.problem.message


WORDS = ["no", "yes", "on", "~", "null", "true", "0123", "0x1f", "0o17", "1_000", "1e3", ".nan", ".inf", "1:30", "="]
NUMBERS = ["12:30:45", "2021-11-24", "2021-11-24T10:00:00Z", "00000001", "62029843", "+1", "1.50", "-1", "<<"]


@pytest.mark.parametrize("text", [*WORDS, *NUMBERS])
def test_scalars_stay_text(text: str) -> None:
    """No value and no key is read as anything but the text that stands there."""
    raw = f"a: {text}\nb: [{text}, '{text}']\n{text}: c\n".encode()
    assert parse(raw).data == {"a": text, "b": [text, text], text: "c"}


def test_what_is_no_fault() -> None:
    """Comments, block scalars, quotes, an empty value, 16 levels and a full-sized file are read."""
    document = parse(b"# x\n---\na: |\n  x\n  y\nb: >-\n  x\n  y\nc: 'it''s'\nd: \"\\\"\\\\\"\ne:\n? f\n: g\n")
    assert document.faults == []
    assert document.data == {"a": "x\ny\n", "b": "x y", "c": "it's", "d": '"\\', "e": "", "f": "g"}
    assert parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).faults == []
    assert parse(b"a: 1\n# ".ljust(MAX_BYTES, b"x")).data == {"a": "1"}


def test_every_repetition_names_the_first() -> None:
    """However often a key is repeated, each repetition is told with the line of the first."""
    faults = parse(b"a: 1\n" * 50 + b"\n\nb: @\n").faults
    assert len(faults) == 50
    assert all("first in line 1" in fault.problem.message for fault in faults[:-1])


def test_many_control_characters_are_counted() -> None:
    """A file full of tabs is refused with a hundred places and the number of the rest, each by the rule it breaks."""
    for character, code in (("\t", "R01"), ("\0", "R86")):
        faults = parse(f"#{character}\n".encode() * 150_000).faults
        assert [fault.mark for fault in faults] == [*(Mark(line, 2) for line in range(1, 101)), Mark(100, 2)]
        assert {fault.code for fault in faults} == {code}
        assert faults[-1].problem.message == "and 149,900 more such characters behind this one"


def test_carriage_returns_change_no_data() -> None:
    """What is read is what stands there with line feeds, each value in its place, whatever of the two ends a line."""
    text = "a: |\n  b\n  c\nd: e\n  f\ng: 'h\n\n  i'\n"
    for ended in ("\r\n", "\r"):
        raw = text.replace("\n", ended).encode()
        assert parse(raw).data == parse(text.encode()).data == {"a": "b\nc\n", "d": "e f", "g": "h\ni"}
        assert locate(raw) == locate(text.encode())


AWKWARD = [
    *("", "no", "~", "0123", "1:30", "---", "...", "- a", "-", "a: b", "a:", ":", "# x", "a #b", "'", '"', "\\", "\\n"),
    *(" a", "a ", "\n", "a\nb", "a\n\n  b\n", "&a", "*a", "!t", "%x", "@x", "`x`", "[", "]", "{", "}", ",", "?", "? x"),
    *("<<", "=", "|", ">", "한글 제강소", "é", "🙂 x", "\u00a0", "e\u0301", "x" * 300, "word " * 40, "again"),
]
letters = st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda character: not CONTROL.search(character))
strings = st.sampled_from(AWKWARD) | st.text(letters, max_size=12)
files = st.sampled_from(ANNOTATIONS).map(lambda path: path.read_text("utf-8"))
plain = st.recursive(
    strings, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(strings, inner, max_size=4), max_leaves=16
)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as PyYAML calls it
        return True


@st.composite
def dumped(draw: st.DrawFn) -> tuple[Any, str]:
    """Plain data and a YAML text of it, in any of the ways in which PyYAML writes one."""
    made = draw(plain)
    options: dict[str, Any] = {
        "allow_unicode": draw(st.booleans()),
        "default_flow_style": draw(st.sampled_from([True, False, None])),
        "default_style": draw(st.sampled_from([None, "'", '"'])),
        "width": draw(st.sampled_from([20, 120, 1000])),
    }
    return made, yaml.dump(made, Dumper=_Dumper, sort_keys=False, **options)


SIGNS = "[]{}(),:-?&*!|>'\"%@`#~=\\ \n\t\rab1\u2028é"


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A piece of YAML with a few characters put in or taken out: mostly no YAML any more."""
    text = draw(dumped().map(lambda made: made[1]) | files)
    start = draw(st.integers(0, len(text)))
    text = text[start : start + 500]
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.text(SIGNS, max_size=3)) + text[place + draw(st.integers(0, 2)) :]
    return text


def _below(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Path and value of everything that lies in a value."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, inner in parts:
        yield (*path, part), inner
        yield from _below(inner, (*path, part))


def _stands(value: object, text: str, mark: Mark) -> bool:
    """Whether a value stands at a mark: a text, plain or in quotes; a list or mapping, or the first key of one."""
    rest = "\n".join(text.split("\n")[mark.line - 1 :])[mark.column - 1 :]
    if isinstance(value, dict):
        return rest[0] in "{?" or _stands(next(iter(value)), text, mark)
    if not isinstance(value, str):
        return rest[0] in "[-"
    if rest[:1] == '"' and "\\" in rest:
        return True
    there = rest[1:].replace("''", "'") if rest[:1] == "'" else rest.removeprefix('"')
    return " ".join(there.split()).startswith(" ".join(value.split()))


@given(dumped())
def test_dumped_data_comes_back(made: tuple[Any, str]) -> None:
    """What PyYAML writes of plain data is read as the same data, each key and value in its place."""
    raw, places = made[1].encode(), locate(made[1].encode())
    assert parse(raw).faults == []
    assert parse(raw).data == made[0] == yaml.load(made[1], yaml.BaseLoader)  # noqa: S506 - constructs text only
    assert places.keys() == dict(_below(made[0])).keys()
    for path, value in _below(made[0]):
        assert _stands(value, made[1], places[path].value)
        assert _stands(path[-1] if isinstance(path[-1], str) else value, made[1], places[path].key)


@given(st.binary() | mutated().map(str.encode))
def test_any_bytes_are_data_or_faults(raw: bytes) -> None:
    """No input raises; without faults there is plain data, and faults stand in order inside the text."""
    document = parse(raw)
    marks = [fault.mark for fault in document.faults]
    assert marks or all(type(value) in {dict, list, str} for _, value in _below([document.data]))
    assert marks == sorted(marks)
    assert all(1 <= mark.line <= raw.count(b"\n") + raw.count(b"\r") + 2 and mark.column >= 1 for mark in marks)
    assert all(fault.problem.message for fault in document.faults)


@given(mutated())
@example("[a]\nb: c\n")
def test_what_is_accepted_reads_as_elsewhere(text: str) -> None:
    """A text without faults is one document, which PyYAML's base loader reads as the same data."""
    document = parse(text.encode())
    if not document.faults:
        assert document.data == yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - constructs text only


@given(
    dumped().map(lambda made: made[1]) | files.flatmap(lambda text: st.integers(0, len(text)).map(lambda n: text[:n]))
)
def test_fallback_reads_the_same(text: str) -> None:
    """Without the C library the same texts are read and refused, with the same data and places."""
    raw = text.encode()
    found, places = parse(raw), locate(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamlfile.events, "loader", yaml.SafeLoader)
        assert parse(raw).data == found.data
        assert found.data is None or locate(raw) == places
        assert bool(parse(raw).faults) == bool(found.faults)


@pytest.mark.parametrize(
    "text", ['a: "\\U00110000"', "%YAML 1." + "1" * 5000 + "\n---\na: b\n"], ids=["escape", "version"]
)
def test_fallback_refuses_what_it_cannot_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C library, too, no input raises."""
    monkeypatch.setattr(yamlfile.events, "loader", yaml.SafeLoader)
    assert parse(text.encode()).faults


def test_a_modeline_costs_no_second_reading() -> None:
    """Files begin with the editor's modeline; where no other number sign may begin a comment, nothing is scanned."""
    text = "# yaml-language-server: $schema=../x.schema.json\nsame_as: [a-b#c]\n"
    with patch.object(yaml, "scan", side_effect=AssertionError):
        assert list(comments(text)) == []
    assert [(fault.mark, fault.code) for fault in comments(f"{text}# x")] == [((3, 1), "R88")]
