"""Coding apart: how codings are read, matched, compared and told, and how articles are drawn for it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from dprk_industry.curate import agreement
from dprk_industry.curate.agreement import draw
from dprk_industry.curate.agreement.compare import Agreement, compare
from dprk_industry.curate.agreement.matching import CONTENT
from dprk_industry.curate.agreement.measures import Measure
from dprk_industry.curate.agreement.variables import AMOUNT, KINDS, RECORD
from dprk_industry.curate.check import check
from dprk_industry.curate.cli import build, main
from dprk_industry.curate.corpus import load
from dprk_industry.curate.models import records
from dprk_industry.curate.models.registry import Draw
from dprk_industry.curate.publish import documents

SEEDS = (
    "dailynk-hyesan-steel-restart",
    "dailynk-kaechon-coal-drills",
    "dailynk-komusan-kiln",
    "dailynk-scrap-steel-quotas",
    "pyongyangtimes-boost-metal-output",
)
HYESAN = SEEDS[0]
Place = Callable[..., Path]


@pytest.fixture
def apart(toy_root: Path) -> Path:
    """A toy dataset in which two coders, ann and ben, are registered, and no coding lies yet."""
    path = toy_root / "dataset" / "registries" / "annotators.yaml"
    path.write_text(path.read_text("utf-8") + "ann: {role: first coder}\nben: {role: second coder}\n", "utf-8")
    (toy_root / "dataset" / "double-coding").mkdir()
    return toy_root


@pytest.fixture
def place(apart: Path, real_root: Path) -> Place:
    """Puts an article of the real dataset into a coder's folder, with parts of its text replaced."""

    def placed(coder: str, name: str, *changes: tuple[str, str]) -> Path:
        [found] = (real_root / "dataset" / "annotations").glob(f"*/{name}.yaml")
        text = re.sub(r"^annotators: .*$", f"annotators: [{coder}]", found.read_text("utf-8"), flags=re.MULTILINE)
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        target = apart / "dataset" / "double-coding" / coder / f"{name}.yaml"
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")
        return target

    return placed


def compared(root: Path) -> Agreement:
    assert check(root) == []
    return compare(load(root).ground.apart)


def measured(found: Agreement, group: str, name: str) -> Measure:
    [measure] = [each for each in found.measures[group] if each.variable.name == name]
    return measure


def test_equal_codings_agree_on_everything(apart: Path, place: Place) -> None:
    """Every record is found by both, and whatever varies has an alpha of 1."""
    for name in SEEDS:
        place("ann", name)
        place("ben", name)
    found = compared(apart)
    total = found.found_in_all
    assert total.first == total.second == total.both == 91
    assert (total.precision, total.recall, total.f1) == (1, 1, 1)
    assert total.interval == (1.0, 1.0)
    assert not any(entries for match in found.matches for entries in match.alone)
    every = [each for measures in found.measures.values() for each in measures]
    assert all(each.same == each.pairs and not each.clashes for each in every)
    alphas = [each.alpha for each in every if each.alpha is not None]
    assert len(alphas) > 20
    assert alphas == pytest.approx([1] * len(alphas))


def test_names_and_order_do_not_matter(apart: Path, place: Place) -> None:
    """Records are matched by kind and evidence, so that other names, sources and their references count for nothing."""
    place("ann", HYESAN)
    sources = (
        ("  resident: ", "  someone: "),
        ("source: resident", "source: someone"),
        ("via: resident", "via: someone"),
    )
    place("ben", HYESAN, ("province", "lower-order"), ("central", "upper-order"), *sources)
    found = compared(apart)
    assert found.found_in_all.f1 == 1
    assert measured(found, "factor", "concerns").same == measured(found, "factor", "concerns").pairs == 7
    assert measured(found, "order", "implements").same == 2


def test_other_numbers_of_the_same_paragraphs_do_not_matter(apart: Path, place: Place) -> None:
    """A coder who counted the caption as first paragraph rests on the same paragraphs all the same."""
    text = place("ann", HYESAN).read_text("utf-8")

    def shifted(match: re.Match[str]) -> str:
        return f"paragraphs: [{', '.join(str(int(number) + 1) for number in match[1].split(', '))}]"

    numbered = re.sub(r"paragraphs: \[([\d, ]+)\]", shifted, text).replace("[ann]", "[ben]")
    numbered = numbered.replace("paragraph_digests: [", "paragraph_digests: [0a0b0c0d, ")
    numbered = numbered.replace("paragraph_count: 12", "paragraph_count: 13")
    place("ben", HYESAN).write_text(numbered, "utf-8")
    found = compared(apart)
    assert measured(found, "record", "paragraphs").same == found.found_in_all.both == 14


def test_what_differs_is_counted(apart: Path, place: Place) -> None:
    """A record left out, a code, a grade, a set, a date, a number: each shows in its own figure and in no other."""
    place("ann", "dailynk-komusan-kiln")
    place(
        "ben",
        "dailynk-komusan-kiln",
        ("    date: 2021-11-24\n    amounts: [{role: killed, value: 2}", "    amounts: [{role: killed, value: 3}"),
        ("    during: [state-targets, double-load]\n", "    during: double-load\n"),
        ("    type: explosion", "    type: machinery"),
        ("    credibility: 6\n    concerns: kiln-blast", "    credibility: 5\n    concerns: kiln-blast"),
        ("addressees: [{class: large_enterprise, place: KP-09}]", "addressees: [{class: enterprise, place: KP-09}]"),
        ("  full-load:\n    paragraphs: [3, 5]\n", "  other-load:\n    paragraphs: [10]\n"),
    )
    found = compared(apart)
    assert (found.found["outcome"].first, found.found["outcome"].both) == (4, 3)
    assert found.found["outcome"].f1 == 0.75
    assert found.found["factor"].f1 == 1
    [match] = found.matches
    assert [[entry.slug for entry in entries] for entries in match.alone] == [["full-load"], ["other-load"]]
    assert measured(found, "incident", "type").clashes == (("explosion", "machinery", 1),)
    assert measured(found, "incident", "during").clashes == ((("double-load",), ("double-load", "state-targets"), 1),)
    assert measured(found, "incident", "date, given").clashes == (("", "given", 1),)
    assert "date, in days" not in {each.variable.name for each in found.measures["incident"]}
    assert measured(found, "amount", "number").clashes == ((2, 3, 1),)
    assert measured(found, "record", "credibility").clashes == (("5", "6", 1),)
    assert measured(found, "order", "addressees").same == 3
    assert measured(found, "order", "action").same == measured(found, "order", "action").pairs == 4


def test_content_decides_between_records_of_the_same_paragraphs(apart: Path, place: Place) -> None:
    """Two penalties rest on one paragraph; each meets its like, whatever the order in the file."""
    expulsion, dismissal = "    type: party_expulsion\n", "    type: dismissal\n"
    place("ann", HYESAN)
    place("ben", HYESAN, (expulsion, "    type: X\n"), (dismissal, expulsion), ("    type: X\n", dismissal))
    found = compared(apart)
    pairs = [(one.slug, other.slug) for match in found.matches for one, other in match.both]
    assert ("expulsion", "dismissal") in pairs
    assert ("dismissal", "expulsion") in pairs
    assert measured(found, "consequence", "type").same == 3


def test_too_few_give_no_alpha(apart: Path, place: Place) -> None:
    """One article gives no interval, and fewer than ten values no alpha."""
    place("ann", HYESAN)
    place("ben", HYESAN)
    found = compared(apart)
    assert found.found_in_all.interval is None
    assert measured(found, "order", "action").alpha is None
    assert measured(found, "record", "credibility").alpha == pytest.approx(1)
    assert measured(found, "record", "credibility").interval is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_compared_or_left_out_on_purpose(kind: str) -> None:
    """A key that is added to a model must be thought of here as well."""
    model = getattr(records, kind.capitalize())
    compared_keys = {variable.key.partition(".")[0] for variable in (*RECORD, *KINDS[kind])}
    assert {field.name for field in fields(model)} - compared_keys == {"note", "source"}
    assert set(CONTENT[kind]) <= {variable.name for variable in KINDS[kind]}


def test_every_key_of_an_amount_is_compared_or_left_out_on_purpose() -> None:
    """Role and item put amounts side by side, bounds are in the number."""
    left = {field.name for field in fields(records.Amount)} - {variable.key for variable in AMOUNT}
    assert left == {"role", "item", "min", "max", "date", "note"}


def test_codings_are_checked_for_form_alone(apart: Path, place: Place) -> None:
    """Plants, places and outlets that no registry has are no fault of a coding; a broken model is."""
    place("ann", HYESAN)
    assert check(apart) == []
    path = place("ben", HYESAN, ("action: restart", "action: restrat"))
    [first, second] = check(apart)
    assert (first.code, first.location.file) == ("R07", path.relative_to(apart).as_posix())
    assert second.code == "R07"
    assert not load(apart).ground.apart.whole


FAULTS = {
    "wrong coder": ("ann", ("[ann]", "[ben]"), "R84", "folder of `ann`"),
    "wrong id": ("ann", (f"id: {HYESAN}", "id: dailynk-other"), "R03", "the id is `dailynk-other`"),
    "unknown coder": ("cid", ("[cid]", "[cid]"), "R84", "`cid` is no registered annotator"),
    "telephone": ("ann", ("officials do not go home", "call 010-2345-6789"), "R85", "telephone"),
    "comment": ("ann", ("read: full", "read: full  # nearly"), "R88", "a comment"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_coding_is_found(fault: str, apart: Path, place: Place) -> None:
    coder, change, code, message = FAULTS[fault]
    place(coder, HYESAN, change)
    [found] = check(apart)
    assert found.code == code
    assert message in found.message


def test_a_third_coding_and_strays_are_found(apart: Path, place: Place) -> None:
    place("ann", HYESAN)
    place("ben", HYESAN)
    path = place("tester", HYESAN)
    (path.parent / "remarks.txt").write_text("none", "utf-8")
    shutil.copy(path, path.parents[1])
    found = check(apart)
    assert [(each.location.file.removeprefix("dataset/double-coding/"), each.code) for each in found] == [
        (f"{HYESAN}.yaml", "R01"),
        (f"tester/{HYESAN}.yaml", "R03"),
        ("tester/remarks.txt", "R01"),
    ]


def test_check_of_a_single_coding(apart: Path, place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    path = place("ann", HYESAN, ("action: restart", "action: restrat"))
    assert main(["--root", str(apart), "check", str(path)]) == 1
    assert capsys.readouterr().out.count("R07") == 2


def test_codings_are_in_no_table(apart: Path, place: Place) -> None:
    before = load(apart).collection
    place("ann", HYESAN)
    place("ben", HYESAN)
    assert [sheet.file for sheet in load(apart).collection.sheets] == [sheet.file for sheet in before.sheets]


def test_the_page_tells_the_figures(apart: Path, place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """What one coder alone has is named, the waiting article is left out, and build writes what agreement prints."""
    for name in SEEDS[:4]:
        place("ann", name)
        place("ben", name)
    place("ann", SEEDS[4])
    place("ben", HYESAN, ("    paragraphs: [8]\n    because_of", "    paragraphs: [2]\n    because_of"))
    assert main(["--root", str(apart), "agreement"]) == 0
    page = capsys.readouterr().out
    assert "- 4 articles, each coded by two of 2 coders: 78 records by the first, 78 by the second, 77 by both." in page
    assert "| consequence | 8 | 8 | 7 | 0.88 | 0.88 | 0.88 | – |" in page  # noqa: RUF001 - an en dash
    assert f"- {HYESAN}: ann consequence `review`; ben consequence `review`" in page
    assert f"Coded by one so far, and left out here: {SEEDS[4]} (ann)." in page
    assert f"Coded by two without having been drawn: {', '.join(SEEDS[:4])}." in page
    (apart / "README.md").write_text(f"{documents.BEGIN}\n{documents.END}\n", "utf-8")
    assert main(["--root", str(apart), "build"]) == 0
    assert (apart / agreement.PAGE).read_text("utf-8") == page
    assert main(["--root", str(apart), "build", "--check"]) == 0
    place("ben", HYESAN)
    assert main(["--root", str(apart), "build", "--check"]) == 1
    assert agreement.PAGE in capsys.readouterr().out


def test_without_scipy_the_page_is_passed_over(
    apart: Path, place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who builds without the extra gets everything else, and is told how to get the page."""
    place("ann", HYESAN)
    monkeypatch.setattr(build, "find_spec", lambda _: None)
    (apart / "README.md").write_text(f"{documents.BEGIN}\n{documents.END}\n", "utf-8")
    assert main(["--root", str(apart), "build"]) == 0
    assert "pip install 'dprk-industry[agreement]'" in capsys.readouterr().err
    assert not (apart / agreement.PAGE).exists()


def test_what_cannot_be_compared_is_said(apart: Path, place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(apart), "agreement"]) == 2
    assert "no article was coded apart" in capsys.readouterr().err
    place("ann", HYESAN, ("action: restart", "action: restrat"))
    assert main(["--root", str(apart), "agreement"]) == 2
    assert "see `dprk-industry check`" in capsys.readouterr().err


def test_a_draw_can_be_repeated() -> None:
    """The order in which ids are given counts for nothing, the seed for all; the ids are written down here."""
    ids = [f"tidings-story-{number:02}" for number in range(23)]
    drawn = draw.draw("spring", ids)
    assert drawn == draw.draw("spring", ids[::-1])
    assert [name[-2:] for name in drawn.drawn] == ["07", "11", "01", "13"]
    assert draw.draw("autumn", ids).drawn != drawn.drawn
    assert list(draw.unrepeatable([drawn, replace(drawn, renamed={"tidings-story-01": "herald-story"})])) == []


def test_a_draw_that_was_meddled_with_is_refused(apart: Path, place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Exchanging a drawn article for another is seen, by the command and by build."""
    place("ann", HYESAN)
    place("ben", HYESAN)
    made = draw.draw("spring", SEEDS)
    other = next(name for name in SEEDS if name not in made.drawn)
    path = apart / "dataset" / "double-coding" / "draws.yaml"
    path.write_text(draw.text(made), "utf-8")
    assert main(["--root", str(apart), "agreement"]) == 0
    path.write_text(draw.text(Draw(seed="spring", every=5, among=made.among, drawn=(other,))), "utf-8")
    assert main(["--root", str(apart), "agreement"]) == 2
    assert "the draw `spring` does not give what is listed" in capsys.readouterr().err


def test_draw_takes_articles_that_were_in_no_draw(apart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it prints is an entry of the list; drawing again needs new articles."""
    [source] = sorted((apart / "dataset" / "annotations").glob("*/tidings-toy-order.yaml"))
    for number in range(5):
        text = source.read_text("utf-8").replace("tidings-toy-order", f"tidings-copy-{number}x")
        source.with_name(f"tidings-copy-{number}x.yaml").write_text(text, "utf-8")
    assert main(["--root", str(apart), "agreement", "--draw", "spring 1"]) == 0
    (apart / "dataset" / "double-coding" / "draws.yaml").write_text(capsys.readouterr().out, "utf-8")
    held = load(apart).ground.apart
    assert held.whole
    [made] = held.draws
    assert {f"tidings-copy-{number}x" for number in range(5)} < set(made.among)
    assert list(draw.unrepeatable(held.draws)) == []
    old = source.with_name("tidings-copy-0x.yaml")
    new = source.with_name("tidings-renamed-story.yaml")
    new.write_text(old.read_text("utf-8").replace("tidings-copy-0x", new.stem), "utf-8")
    articles = [sheet.article for sheet in load(apart).collection.sheets]
    assert draw.undrawn(articles, [made]) == [new.stem]
    assert draw.undrawn(articles, [replace(made, renamed={old.stem: new.stem})]) == []
    new.unlink()
    for seed, message in (("spring 1", "was used"), ("spring 2", "0 articles"), ("spring: 3", "no plain text")):
        assert main(["--root", str(apart), "agreement", "--draw", seed]) == 2
        assert message in capsys.readouterr().err


def test_the_real_page_is_fresh(real_root: Path) -> None:
    """The page in the repository is what the codings give, and the recorded draw is what its seed gives."""
    apart = load(real_root).ground.apart
    assert apart.whole
    assert agreement.render(apart) == (real_root / agreement.PAGE).read_text("utf-8")
