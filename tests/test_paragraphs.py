"""Digests of paragraphs, what they verify, and the scaffold of an annotation made from them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_industry.curate import paragraphs, yamlfile
from dprk_industry.curate.cli import main
from dprk_industry.curate.corpus import load
from dprk_industry.curate.scaffold import Start, scaffold, slug
from dprk_industry.curate.verify import verify

TEXT = "A headline\n\nThe mill was told\nto make more.\n\nIt did not.\n\nContact us."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one\ntwo\n", ["one", "two"]),
        ("\n\none\ntwo\n\nthree\n", ["one\ntwo", "three"]),
        ("one\r\n \r\ntwo", ["one", "two"]),
        ("", []),
    ],
)
def test_a_paragraph_is_a_block_or_else_a_line(text: str, parts: list[str]) -> None:
    assert paragraphs.split(text) == parts


def test_a_digest_sees_letters_and_digits_alone() -> None:
    """Case, spaces, punctuation and compatibility forms do not matter; letters and digits do."""
    assert paragraphs.digest("The Mill, No. 1!") == paragraphs.digest("the  mill\nno 1")
    assert paragraphs.digest("혜산강철공장") == paragraphs.digest("혜산 강철 공장")
    assert paragraphs.digest("ﬁne") == paragraphs.digest("fine")
    assert paragraphs.digest("mill 1") != paragraphs.digest("mill 2")


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=1, unique=True))
def test_a_text_holds_its_own_paragraphs(parts: list[str]) -> None:
    """Whatever a text is made of is found in it; a paragraph that is not there is named by its number."""
    text = "\n\n".join(parts) if len(parts) > 1 else parts[0]
    digests = [paragraphs.digest(part) for part in paragraphs.split(text)]
    assert paragraphs.missing(digests, text) == []
    assert paragraphs.missing([*digests, "ffffffff"], text) == [len(digests) + 1]


def test_a_copied_run_is_found() -> None:
    text = "The provincial committee told the mill to restart all of its furnaces by the end of the month."
    assert paragraphs.copied("it TOLD the mill to restart all of them", text) is None
    assert paragraphs.copied("so: told the mill to restart all of its furnaces", text) is not None


def test_a_text_is_held_against_its_annotation(toy_root: Path) -> None:
    """Another copy is recognised by its paragraphs, and what it lacks is named; a strange text belongs to nothing."""
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    digests = [paragraphs.digest(part) for part in paragraphs.split(TEXT)[1:]]
    text = path.read_text("utf-8").replace("[00000001, 00000002, 00000003]", f"[{', '.join(digests)}]")
    path.write_text(text, "utf-8")
    sheets = load(toy_root).collection.sheets
    whole = verify(TEXT.encode(), sheets)
    assert whole is not None
    assert (whole.good, whole.same_copy, whole.missing) == (True, False, ())
    assert whole.surplus == ((1, "A headline"),)
    part = verify(TEXT.replace("It did not.", "It did.").encode(), sheets)
    assert part is not None
    assert part.missing == (2,)
    assert verify(b"something else", sheets) is None


@given(st.lists(st.sampled_from("abcde"), max_size=8), st.sets(st.integers(0, 7)))
def test_what_is_not_counted_is_told(parts: list[str], left_out: set[int]) -> None:
    """The blocks of a text are those that the digests name and those that are left over, each once."""
    kept = [part for at, part in enumerate(parts) if at not in left_out]
    digests = [paragraphs.digest(part) for part in kept]
    surplus = paragraphs.surplus(digests, "\n\n".join(parts))
    assert len(surplus) == len(parts) - len(kept)
    assert all(parts[number - 1] == part for number, part in surplus)
    assert sorted([*kept, *(part for _, part in surplus)]) == sorted(parts)


def test_verify_names_what_is_not_counted(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy with more blocks than the annotation counts is good, but says which are new; the headline is not."""
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    parts = [f"Paragraph {number} of the text." for number in range(1, 4)]
    digests = ", ".join(paragraphs.digest(part) for part in parts)
    path.write_text(path.read_text("utf-8").replace("00000001, 00000002, 00000003", digests), "utf-8")
    text = toy_root / "text.txt"
    headline = "A mill is told to make more steel"
    for blocks, more in (
        ([headline, *parts], ""),
        ([headline, *parts, "Written by our staff."], '; not counted there: block 5 "Written by our staff."'),
        ([parts[0], "A caption.", *parts[1:], "End"], '; not counted there: block 2 "A caption.", block 5 "End"'),
    ):
        text.write_text("\n\n".join(blocks), "utf-8")
        assert main(["--root", str(toy_root), "verify", str(text)]) == 0
        assert capsys.readouterr().out == f"{text}: tidings-toy-order, another copy, all 3 paragraphs{more}\n"


def test_an_excerpt_is_not_called_another_copy(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An annotation of an excerpt names no stored copy, so a text that holds its paragraphs is simply right."""
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    digests = [paragraphs.digest(part) for part in paragraphs.split(TEXT)[1:]]
    text = path.read_text("utf-8").replace("[00000001, 00000002, 00000003]", f"[{', '.join(digests)}]")
    copy = toy_root / "article.txt"
    copy.write_text(TEXT.removeprefix("A headline"), "utf-8")
    told = {"read: full": "another copy", "read: excerpt": "an excerpt"}
    for read, words in told.items():
        held = text if read == "read: full" else re.sub(r"text_sha256: 0+\nread: full", read, text)
        path.write_text(held, "utf-8")
        assert main(["--root", str(toy_root), "verify", str(copy)]) == 0
        assert capsys.readouterr().out == f"{copy}: tidings-toy-order, {words}, all 3 paragraphs\n"


def test_verify_numbers_the_paragraphs(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--numbered` each paragraph stands under its number, so that a shift by one is seen."""
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    digests = [paragraphs.digest(part) for part in ("First  things.", "Second", "Third " * 30)]
    path.write_text(path.read_text("utf-8").replace("00000001, 00000002, 00000003", ", ".join(digests)), "utf-8")
    text = toy_root.with_name("article.txt")
    text.write_text("\n\n".join(("First  things.", "In between", "Third " * 30)), "utf-8")
    assert main(["--root", str(toy_root), "verify", "--numbered", str(text)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith('lacks paragraph 2 of 3; not counted there: block 2 "In between"')
    assert told[1:] == ["   1 First things.", "   2 (not in this text)", f"   3 {'Third ' * 10}"]


def test_a_text_that_would_be_published_is_warned_of(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that lies in the checkout goes along with the next commit; one beside it does not."""
    call = ["--root", str(toy_root), "verify"]
    for text, warned in ((toy_root / "docs" / "article.txt", True), (toy_root.with_name("article.txt"), False)):
        text.parent.mkdir(exist_ok=True)
        text.write_text("One paragraph.", "utf-8")
        assert main([*call, str(text)]) == 1
        said = f"warning: {text} lies in the folder of the dataset and would be published with it; move it out\n"
        assert capsys.readouterr().err == (said if warned else "")


def test_verify_names_what_it_could_not_read(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    path.write_text(path.read_text("utf-8").replace("\norders:", "\n orders:"), "utf-8")
    text = toy_root.with_name("article.txt")
    text.write_text("One paragraph.", "utf-8")
    assert main(["--root", str(toy_root), "verify", str(text)]) == 1
    told = capsys.readouterr()
    assert told.out == f"{text}: no annotation has this text\n"
    assert "dataset/annotations/tidings/tidings-toy-order.yaml; run `check`" in told.err


def test_verify_goes_on_behind_a_text_that_cannot_be_read(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [toy_root.with_name(name) for name in ("one.txt", "gone.txt", "other.txt", "latin.txt")]
    for text in (texts[0], texts[2]):
        text.write_text("One paragraph.", "utf-8")
    texts[3].write_bytes("K\xe4rnten".encode("latin-1"))
    assert main(["--root", str(toy_root), "verify", *map(str, texts)]) == 2
    told = capsys.readouterr()
    assert told.out == "".join(f"{text}: no annotation has this text\n" for text in (texts[0], texts[2]))
    assert f"{texts[1]} is no file that can be read; {texts[3]}: the text is not UTF-8" in told.err


def test_a_copied_note_is_told_with_its_line(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    words = "the furnaces burnt all night and nobody slept before dawn"
    digests = [paragraphs.digest(part) for part in ("One", "Two", words)]
    lines = path.read_text("utf-8").replace("00000001, 00000002, 00000003", ", ".join(digests)).splitlines()
    at = lines.index("    action: produce") + 1
    lines.insert(at, f"    note: {words}")
    path.write_text("\n".join([*lines, ""]), "utf-8")
    text = toy_root.with_name("article.txt")
    text.write_text(f"One\n\nTwo\n\n{words}", "utf-8")
    assert main(["--root", str(toy_root), "verify", str(text)]) == 1
    _, told = capsys.readouterr().out.splitlines()
    assert told.startswith(
        f"dataset/annotations/tidings/tidings-toy-order.yaml:{at + 1}:11: the note copies the text ("
    )


def test_a_scaffold_holds_digests_and_no_text() -> None:
    start = Start(
        "tidings", "https://tidings.example/a", "A headline", "tester", date(2026, 11, 22), text=TEXT.encode()
    )
    made = scaffold(start)
    data = yamlfile.parse(made.encode()).data
    assert data["paragraph_digests"] == [paragraphs.digest(part) for part in paragraphs.split(TEXT)[1:]]
    assert "told" not in made


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("N. Korea orders steel plants nationwide to normalize", "orders-steel-plants-nationwide"),
        ("2016년 200일 전투", ""),
    ],
)
def test_an_id_is_a_few_words(headline: str, expected: str) -> None:
    assert slug(headline) == expected


def test_new_numbers_blocks_as_verify_does(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both count every block of the text; of the headline, wherever it stands, `new` says that it is left out."""
    text = toy_root.with_name("article.txt")
    text.write_text("News\n\nMill: a drive\n\nIt was told so.\n\nContact us.", "utf-8")
    call = ["--root", str(toy_root), "new", "tidings", "https://tidings.example/b", "Mill: A Drive"]
    assert main([*call, "--text", str(text)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[:4] == [
        f"   1 {paragraphs.digest('News')} News",
        "   2 left out, the headline: Mill: a drive",
        f"   3 {paragraphs.digest('It was told so.')} It was told so.",
        f"   4 {paragraphs.digest('Contact us.')} Contact us.",
    ]
    words = ("headline", "deck lines", "by-line", "dateline", "captions", "cross-heads", "closing lines")
    assert all(word in said[4] for word in words)
    made = (toy_root / "dataset/annotations/tidings/tidings-mill-drive.yaml").read_text("utf-8")
    assert "paragraph_count: 3\n" in made
    assert paragraphs.digest("Mill: a drive") not in made
    told = paragraphs.surplus([paragraphs.digest("It was told so.")], text.read_text("utf-8"))
    assert [number for number, _ in told] == [1, 2, 4]


@pytest.mark.parametrize(("held", "warned"), [((1, 2, 3), "3 of 5"), ((1, 2), "2 of 4"), ((1,), "")])
def test_new_warns_of_paragraphs_that_are_coded(
    held: tuple[int, ...], warned: str, toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a text shares half of its paragraphs with an article, `new` names that article and writes all the same."""
    parts = [f"Paragraph {number} of the text." for number in range(1, 4)]
    digests = ", ".join(paragraphs.digest(part) for part in parts)
    path = toy_root / "dataset/annotations/tidings/tidings-toy-order.yaml"
    path.write_text(path.read_text("utf-8").replace("00000001, 00000002, 00000003", digests), "utf-8")
    text = toy_root / "article.txt"
    text.write_text("\n\n".join([*(parts[number - 1] for number in held), "More.", "And more."]), "utf-8")
    call = ["--root", str(toy_root), "new", "tidings", "https://tidings.example/b", "Mill: a drive"]
    assert main([*call, "--text", str(text)]) == 0
    told = capsys.readouterr().err
    assert ("are paragraphs of `tidings-toy-order`" in told) is bool(warned)
    assert f"warning: {warned}" in told or not warned


def test_new_writes_once_and_check_says_what_is_open(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The scaffold stands in its place, is never overwritten, and each open key is a finding on its line."""
    text = toy_root / "article.txt"
    text.write_text(TEXT, "utf-8")
    call = ["--root", str(toy_root), "new", "tidings", "https://tidings.example/b", "Mill: a drive"]
    assert main([*call, "--text", str(text), "--annotator", "tester", "--language", "en"]) == 0
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-mill-drive.yaml"
    assert main(call) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["--root", str(toy_root), "check", str(path)]) == 1
    found = capsys.readouterr().out
    lines = path.read_text("utf-8").splitlines()
    open_keys = [number for number, line in enumerate(lines, start=1) if line.endswith(":") and line != "sources:"]
    assert [int(line.split(":")[1]) for line in found.splitlines()] == [
        at for at in open_keys if lines[at - 1] != "  first:"
    ]
