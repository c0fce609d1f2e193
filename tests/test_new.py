"""The command `new`: what it writes, what it takes no annotation from, and what `verify` refuses as it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dprk_industry.curate.cli import main

SOUND = ["tidings", "https://tidings.example/x", "A mill"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["tiding", "https://tidings.example/x", "A mill"],
            "`tiding` is no registered outlet; did you mean `tidings`?",
        ),
        (["../x", "https://tidings.example/x", "A mill"], "`../x` is no registered outlet"),
        (
            ["tidings", "notaurl", " "],
            "`notaurl` is no address; it begins with http:// or https://; the headline is empty",
        ),
        (["tidings", "https://tidings.example/x", "A", "--name", "../../x"], "`../../x` makes no id"),
        (
            ["tidings", "https://tidings.example/x", "A", "--annotator", "who"],
            "`who` is no registered annotator; add `who: {role: coder of one article}` to dataset/registries/",
        ),
        (["tidings", "https://tidings.example/x", "2016년 200일 전투"], "no words for the id; give a few"),
        (
            ["tidings", "https://tidings.example/toy-order", "Mill"],
            "is coded already as `tidings-toy-order` (dataset/annotations/tidings/tidings-toy-order.yaml)",
        ),
        (["tidings", "http://Tidings.example/toy-order/", "Mill"], "is coded already as `tidings-toy-order`"),
        ([*SOUND, "--published", "2019/12/05"], "published: '2019/12/05': write year, month and day"),
        ([*SOUND, "--published", "2019-02-30"], "published: '2019-02-30': there is no such day"),
        ([*SOUND, "--language", "klingon"], "language: found `klingon`; expected a language code of ISO 639"),
        ([*SOUND, "--host", "=site"], "host: found `=site`; expected a text that does not begin with ="),
        ([*SOUND, "--item", "a\nb"], "item: found a line feed; expected one line of text"),
        ([*SOUND, "--name", "mill-2019-05"], "`mill-2019-05` holds the date 2019-05; leave it out"),
        ([*SOUND, "--name", "a" * 90], "id: found 98 characters; expected at most 80 characters"),
        ([*SOUND[:2], "A mill\nburns"], "headline: found a line feed; expected one line of text"),
        ([*SOUND[:2], "A mill \x1b[2J"], "headline: the control character U+001B stands in the text; delete it"),
        ([*SOUND[:2], "A mill \u202eb"], "headline: the bidirectional or line mark U+202E stands in the text; delete"),
        ([*SOUND[:2], "A mill \udcff"], "headline: the invisible character U+DCFF stands in the text; delete it"),
        ([SOUND[0], "https://tidings.example/\x07", "A mill"], "url: the control character U+0007 stands in the text"),
    ],
)
def test_new_refuses_what_makes_no_annotation(
    arguments: list[str], message: str, toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What would lie outside the dataset, or could never be sound, is not written."""
    before = sorted(toy_root.rglob("*"))
    assert main(["--root", str(toy_root), "new", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert sorted(toy_root.rglob("*")) == before


@pytest.mark.parametrize("registry", ["outlets", "annotators"])
def test_new_says_where_a_registry_cannot_be_read(
    registry: str, toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An outlet or handle that a comma between braces took away is not called missing."""
    path = toy_root / "dataset" / "registries" / f"{registry}.yaml"
    with path.open("a", encoding="utf-8") as stream:
        stream.write("broken: {a: b\n")
    assert main(["--root", str(toy_root), "new", *SOUND, "--annotator", "tester"]) == 2
    told = f"dprk-industry new: dataset/registries/{registry}.yaml has faults; run `dprk-industry check` on it first\n"
    assert capsys.readouterr().err == told


CODED = {
    "CP949": ("둘째 문단".encode("cp949"), "not UTF-8 (byte 0xb5 on line 1)", "iconv -f CP949 -t UTF-8"),
    "UTF-16": ("One.\n\nTwo.".encode("utf-16"), "not UTF-8 (byte 0xff on line 1)", "iconv -f UTF-16 -t UTF-8"),
    "no mark": ("One.\nTwo.".encode("utf-16-le"), "not UTF-8 (byte 0x00 on line 1)", "iconv -f UTF-16 -t UTF-8"),
    "cut": ("One.\n\n둘".encode()[:-1], "not UTF-8 (byte 0xeb on line 3)", "save it in the encoding UTF-8"),
}


@pytest.mark.parametrize("command", ["new", "verify"])
@pytest.mark.parametrize("coded", CODED)
def test_a_text_in_another_encoding_is_refused(
    coded: str, command: str, toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No digest is taken, and none held against, of letters that nobody could read."""
    raw, found, mend = CODED[coded]
    path = toy_root / "article.txt"
    path.write_bytes(raw)
    before = sorted(toy_root.rglob("*"))
    asked = ["new", *SOUND, "--text", str(path)] if command == "new" else ["verify", str(path)]
    assert main(["--root", str(toy_root), *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{path}: the text is {found}; " in printed.err
    assert mend in printed.err
    assert sorted(toy_root.rglob("*")) == before


@pytest.mark.parametrize("text", ["", "\n \n", "A mill\n", "A mill\n\n* * *\n"])
def test_new_takes_no_text_without_a_paragraph(text: str, toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = toy_root / "article.txt"
    path.write_text(text, "utf-8")
    before = sorted(toy_root.rglob("*"))
    assert main(["--root", str(toy_root), "new", *SOUND, "--text", str(path)]) == 2
    assert "the text has no paragraph; leave out --text where you have none" in capsys.readouterr().err
    assert sorted(toy_root.rglob("*")) == before


def test_new_takes_items_of_one_newsletter(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address that is coded is taken for another item of it, and for the same item never."""
    call = ["--root", str(toy_root), "new", "tidings", "https://tidings.example/toy-order", "Mill", "--item"]
    assert main([*call, "2"]) == 0
    folder = toy_root / "dataset" / "annotations" / "tidings"
    made = (folder / "tidings-mill.yaml").read_text("utf-8")
    assert "url: https://tidings.example/toy-order\nitem: 2\nheadline: Mill\n" in made
    coded = folder / "tidings-toy-order.yaml"
    coded.write_text(coded.read_text("utf-8").replace("toy-order\nheadline:", "toy-order\nitem: 3\nheadline:"), "utf-8")
    assert main([*call, "3"]) == 2
    assert "is coded already as `tidings-toy-order`" in capsys.readouterr().err


def test_new_knows_reprints_and_excerpts(toy_root: Path) -> None:
    """Of an excerpt no whole copy is held, so no hash is written; who reprinted the text is."""
    text = toy_root / "article.txt"
    text.write_text("One.\n\nTwo.\n", "utf-8")
    call = [
        "--root",
        str(toy_root),
        "new",
        "tidings",
        "https://tidings.example/x",
        "Mill: a drive",
        "--text",
        str(text),
    ]
    assert main([*call, "--excerpt", "--host", "Mirror: a site", "--name", "part"]) == 0
    assert main([*call, "--name", "whole"]) == 0
    folder = toy_root / "dataset" / "annotations" / "tidings"
    part, whole = ((folder / f"tidings-{name}.yaml").read_text("utf-8") for name in ("part", "whole"))
    assert 'outlet: tidings\nhost: "Mirror: a site"\nurl: ' in part
    assert "\nread: excerpt\n" in part
    assert "text_sha256" not in part
    assert "host" not in whole
    assert re.search(r"^text_sha256: [0-9a-f]{64}\nread: full$", whole, re.MULTILINE)
    assert all(made.endswith("}\n") and not made.endswith("\n\n") for made in (part, whole))


def test_new_writes_into_checkouts_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "new", "tidings", "https://tidings.example/x", "A"]) == 2
    assert "no checkout" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
