"""Hostile texts: read in time and memory that grow with their size, and each told by one clear finding, in its place.

Every text goes through the reader alone and, all of them in one dataset, through the command.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_industry.curate import yamlfile
from dprk_industry.curate.disk import LARGEST as SIZES
from dprk_industry.curate.findings import MOST
from dprk_industry.curate.yamlfile.lines import by_lines
from dprk_industry.curate.yamlfile.quick import quick

Guarded = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[1]
FOLDER = "dataset/annotations/tidings"
LARGEST = SIZES["dataset/annotations/"]
SECONDS = 15
"""What the reader may take for the largest text; it takes one or two."""


def full(piece: str, head: str = "", tail: str = "") -> bytes:
    """As many numbered pieces as an annotation may hold, between a head and a tail."""
    pieces: list[bytes] = []
    size = len((head + tail).encode())
    while size + len(made := piece.format(len(pieces)).encode()) <= LARGEST:
        pieces.append(made)
        size += len(made)
    return head.encode() + b"".join(pieces) + tail.encode()


def bomb(depth: int = 9) -> bytes:
    """A billion laughs: each line holds the one before nine times."""
    lines = [f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9) if n else 'ha'}]\n" for n in range(depth)]
    return "".join(lines).encode()


ANCHOR = "R01 the anchor &{} stands here; write the value out, or quote it if it begins with &"
TAG = "R01 the tag {} stands here; write the value alone, without a tag"
DEEP = "R01 nested deeper than 16 levels; no record needs that"
TWICE = "R01 the key {!r} stands here a second time, first in line {}; keep one of them, or give them different names"
UTF8 = "R01 byte 0x{} is not UTF-8; save the file in the encoding UTF-8"
UNSEEN = "R86 the {} stands in the text; delete it"
HALF = "R01 an escape stands for no character, or for half of one; write the character itself"
KEYED = "R01 a list, mapping or alias stands where a key is expected; is a bracket before it not closed?"
TEXTS: dict[str, tuple[bytes, str]] = {
    "alias-bomb": (bomb(), f"1:5: {ANCHOR.format('k0')}"),
    "aliases": (full("k{}: *a\n", "a: &a b\n"), f"1:4: {ANCHOR.format('a')}"),
    "anchors": (full("k{}: &a b\n"), f"1:5: {ANCHOR.format('a')}"),
    "anchor-long": (b"a: &" + b"x" * 200_000 + b" b\n", f"1:4: {ANCHOR.format('x' * 60 + '…')}"),
    "anchor-behind-question": (b"{?&x a: b}\n", f"1:3: {ANCHOR.format('x')}"),
    "merge-keys": (full("  <<: {{<<: *a}}\n", "a: &a {b: c}\nd:\n"), f"1:4: {ANCHOR.format('a')}"),
    "merge-deep": (b"a: " + b"{<<: " * 40_000, f"1:79: {DEEP}"),
    "tag-runs": (
        b"a: !!python/object/apply:os.system [touch ran]\n",
        f"1:4: {TAG.format('!!python/object/apply:os.system')}",
    ),
    "tag-imports": (b"!!python/name:os.system a\n", f"1:1: {TAG.format('!!python/name:os.system')}"),
    "tag-new": (b"a: !!python/object/new:type {args: [x, [], {}]}\n", f"1:4: {TAG.format('!!python/object/new:type')}"),
    "tag-binary": (b"a: !!binary aGk=\n", f"1:4: {TAG.format('!!binary')}"),
    "tag-set": (b"a: !!set {b, c}\n", f"1:4: {TAG.format('!!set')}"),
    "tag-behind-question": (b"{?!x a: b}\n", f"1:3: {TAG.format('!x')}"),
    "tag-long": (b"a: !<" + b"x" * 200_000 + b"> b\n", f"1:4: {TAG.format('x' * 60 + '…')}"),
    "directives": (full("%TAG !{}! a\n"), "1:1: R01 a line begins with %, as directives do"),
    "directives-later": (full("%TAG !{}! a\n", "a: 1\n...\n"), "3:1: R01 a line begins with %, as directives do"),
    "brackets": (b"[" * 100_000, f"1:17: {DEEP}"),
    "braces": (b"{" * 100_000, f"1:2: {KEYED}"),
    "braces-keyed": (b"{a: " * 60_000, f"1:65: {DEEP}"),
    "dashes": (b"- " * 100_000, f"1:33: {DEEP}"),
    "questions": (b"? " * 100_000, f"1:3: {KEYED}"),
    "indented": (b"".join(b" " * n + b"a:\n" for n in range(600)), f"17:17: {DEEP}"),
    "one-line": (b"a: " + b"x" * 240_000, "1:4: R01 a value of 240,000 characters; at most 5,000 are read"),
    "one-key": (b"? " + b"x" * 240_000 + b"\n: b\n", "1:3: R01 a value of 240,000 characters; at most 5,000 are read"),
    "plain-lines": (
        b"a: b" + b"\n  c" * 60_000 + b"\n",
        "1:4: R01 a value of 120,001 characters; at most 5,000 are read",
    ),
    "quoted-lines": (
        b"a: 'b" + b"\n  c" * 60_000 + b"'\n",
        "1:4: R01 a value of 120,001 characters; at most 5,000 are read",
    ),
    "quoted-without-end": (b"a: 'b" + b"\n  c" * 60_000 + b"\n", "1:4: R01 a quoted value is not closed"),
    "too-large": (b"a: " + b"x" * LARGEST, "1:1: R01 the file cannot be read: it has more than 250,000 bytes"),
    "keys": (full("k{}: 1\n"), "1:1: R02 unknown key `k0`"),
    "keys-of-a-record": (full("  k{}: 1\n", "orders:\n"), "2:7: R89 `1` stands here; expected a mapping of keys"),
    "keys-repeated": (full("a: 1\n"), f"2:1: {TWICE.format('a', 1)}"),
    "keys-repeated-below-empty-ones": (
        full("  a:\n  b: 1\n", "orders:\n  b: 1\n"),
        "3:3: R01 nothing is inside `a`, and `b` below it stands here a second time, first in line 2",
    ),
    "comments": (full("#\n", "a: 1\n"), "2:1: R88 a comment stands here"),
    "documents": (full("---\na: 1\n"), "3:1: R01 a second document begins here; one file holds one record"),
    "document-ends": (full("...\n"), "1:1: R01 a value is missing"),
    "nothing": (b"", "1:1: R01 the file is empty; expected a record"),
    "blanks": (b"\n" * 200_000, "1:1: R01 the file is empty; expected a record"),
    "nul": (b"a: b\0c\n", f"1:5: {UNSEEN.format('control character U+0000')}"),
    "nul-only": (
        b"\0" * 200_000,
        "1:1: R86 the control character U+0000 stands in the text 200,000 times in a row; delete it",
    ),
    "tabs": (b"\t" * 200_000, "1:1: R01 a tab stands here; write spaces, two for each level of indentation"),
    "carriage-returns": (b"\r" * 200_000, "1:1: R86 lines end with a carriage return"),
    "surrogate-raw": (b"a: \xed\xa0\x80\n", f"1:4: {UTF8.format('ed')}"),
    "surrogate-pair-raw": (b"a: \xed\xa0\xbd\xed\xb8\x80\n", f"1:4: {UTF8.format('ed')}"),
    "surrogate-escaped": (
        b'a: "\\ud800"\n',
        f"1:7: {HALF}",
    ),
    "surrogate-pair-escaped": (
        b'a: "\\ud83d\\ude00"\n',
        f"1:7: {HALF}",
    ),
    "beyond-unicode": (b'a: "\\U00110000"\n', f"1:7: {HALF}"),
    "overlong": (b"a: \xc0\xaf\n", f"1:4: {UTF8.format('c0')}"),
    "cut-short": (b"a: \xe2\x82", f"1:4: {UTF8.format('e2')}"),
    "latin-1": (b"a: caf\xe9\n", f"1:7: {UTF8.format('e9')}"),
    "utf-16": ("a: 1\n".encode("utf-16"), f"1:1: {UTF8.format('ff')}"),
    "utf-16-be": (b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), f"1:1: {UTF8.format('fe')}"),
    "utf-32": ("a: 1\n".encode("utf-32"), f"1:1: {UTF8.format('ff')}"),
    "utf-8-sig": ("a: 1\n".encode("utf-8-sig"), "1:1: R01 the file begins with a byte order mark"),
    "bidirectional": ("a: x\u202ey\n".encode(), f"1:5: {UNSEEN.format('bidirectional or line mark U+202E')}"),
    "isolate": ("a: x\u2066y\n".encode(), f"1:5: {UNSEEN.format('bidirectional or line mark U+2066')}"),
    "zero-width": ("a: x\u200by\n".encode(), f"1:5: {UNSEEN.format('invisible character U+200B')}"),
    "soft-hyphen": ("a: x\xady\n".encode(), f"1:5: {UNSEEN.format('invisible character U+00AD')}"),
    "filler": ("a\u3164: x\n".encode(), f"1:2: {UNSEEN.format('invisible character U+3164')}"),
    "variation": ("a: x\ufe0fy\n".encode(), f"1:5: {UNSEEN.format('invisible character U+FE0F')}"),
    "tag-letters": ("a: x\U000e0041y\n".encode(), f"1:5: {UNSEEN.format('invisible character U+E0041')}"),
    "digits": (
        b"paragraph_count: " + b"9" * 4_999 + b"\n",
        "1:18: R89 found `" + "9" * 60 + "…`; expected a whole number",
    ),
    "list-only": (full("a,", "[", "]"), "1:1: R89 a list stands here; expected a mapping of keys and values"),
    "text-only": (b"=cmd|' /C calc'!A0\n", "1:1: R89 `=cmd|' /C calc'!A0` stands here; expected a mapping of keys"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_reader_reads_it_in_time(name: str) -> None:
    """Nothing is raised, and where something is refused both readings refuse it."""
    raw, _ = TEXTS[name]
    begun = time.process_time()
    document = yamlfile.parse(raw)
    careful, places = yamlfile.carefully(raw)
    assert time.process_time() - begun < SECONDS
    assert document.faults or document.comments or places or document.data
    if careful.faults:
        assert quick(raw) is None
        assert by_lines(raw) is None


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, guarded_check: Guarded) -> dict[str, list[str]]:
    """What the command tells of each text, laid side by side into one dataset; without places in other files."""
    root = tmp_path_factory.mktemp("texts") / "toy"
    shutil.copytree(ROOT / "tests" / "toy", root)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    for name, (raw, _) in TEXTS.items():
        (root / FOLDER / f"{name}.yaml").write_bytes(raw)
    done = guarded_check(root, form="json")
    assert done.returncode == 1
    found: dict[str, list[str]] = {name: [] for name in [*TEXTS, "other"]}
    for each in json.loads(done.stdout):
        name = Path(each["file"]).stem if each["file"].startswith(FOLDER) else "other"
        found[name].append(f"{each['line']}:{each['column']}: {each['code']} {each['message']}")
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_the_command_tells_it(name: str, told: dict[str, list[str]]) -> None:
    """The finding expected is among those of the file; of very many there are a hundred of each kind."""
    assert any(line.startswith(TEXTS[name][1]) for line in told[name])
    assert len(told[name]) <= 2 * MOST + 3
    assert max(map(len, told[name])) < 600


def test_nothing_else_is_told(told: dict[str, list[str]]) -> None:
    """The sound annotation beside them and the registries have no finding."""
    assert told["other"] == []
