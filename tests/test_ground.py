"""What is wrong with a file on which the others rest hides no fault of the others, as far as the file can be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_industry.curate.check import check, examine
from dprk_industry.curate.corpus import survey
from dprk_industry.curate.findings import MOST, Severity

CASES = Path(__file__).parent / "cases"
ORDER = "dataset/annotations/tidings/tidings-toy-order.yaml"
FOLDER = "dataset/annotations/tidings"
MILL = "dataset/facilities/example-steel-mill.yaml"
VOCABULARIES = "dataset/vocabularies"


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """What puts another text into a file."""

    def change(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_bytes(text.replace(old, new, 1).encode())

    return change


def beside(file: str) -> Callable[[Path], None]:
    """What puts a stray file into the dataset."""

    def change(root: Path) -> None:
        (root / file).write_text("x", "utf-8")

    return change


def with_carriage_returns(file: str) -> Callable[[Path], None]:
    """What saves a file with other ends of lines."""

    def change(root: Path) -> None:
        (root / file).write_bytes((root / file).read_bytes().replace(b"\n", b"\r\n"))

    return change


def told(root: Path) -> list[str]:
    """File, code and message of what is found."""
    return [f"{found.location.file}: {found.code} {found.message}" for found in check(root)]


PER, STATUS, GRADES = (f"{VOCABULARIES}/{name}.yaml" for name in ("per", "status", "credibility"))
EXAMPLE = "    example: The face yields 80 tonnes a shift.\n"
READABLE = {
    "backup": (beside(f"{VOCABULARIES}/per.yaml~"), f"{PER}~: R01 "),
    "copy": (beside(f"{VOCABULARIES}/Per.yaml"), f"{VOCABULARIES}/Per.yaml: R01 "),
    "comment": (replaced(PER, "codes:\n", "codes:\n# the codes\n"), f"{PER}: R88 "),
    "carriage returns": (with_carriage_returns(PER), f"{PER}: R86 "),
    "no example": (replaced(PER, EXAMPLE, ""), f"{PER}: R02 the key `example` is missing in `shift`"),
    "key misspelt": (
        replaced(PER, "example: The face", "exampel: The face"),
        f"{PER}: R02 unknown key `exampel`",
    ),
    "no number": (replaced(PER, EXAMPLE, f"{EXAMPLE}    rank: one\n"), f"{PER}: R89 found `one`"),
    "empty": (replaced(STATUS, "    label: Stopped", "    label:"), f"{STATUS}: R89 the key `label` is empty"),
}
UNREADABLE = {
    "code": (replaced(PER, "  shift:", "  sh-ift:"), f"{PER}: R89 "),
    "code without its terms": (replaced(PER, "  shift:\n", "  shift: x\n  night:\n"), f"{PER}: R89 "),
    "codes twice": (replaced(PER, "  shift:\n", "codes:\n  shift:\n"), f"{PER}: R01 "),
    "what rules judge by": (replaced(GRADES, "    rank: 1", "    rank: one"), f"{GRADES}: R89 "),
    "what rules judge by, under another key": (replaced(GRADES, "    rank: 1", "    place: 1"), f"{GRADES}: R02 "),
}


@pytest.mark.parametrize("change", READABLE)
def test_a_fault_beside_the_codes_hides_no_other(change: str, toy_root: Path) -> None:
    make, expected = READABLE[change]
    replaced(ORDER, "action: produce", "action: prodce")(toy_root)
    before = told(toy_root)
    assert len(before) == 1
    make(toy_root)
    assert not examine(toy_root).stopped
    [own] = [line for line in told(toy_root) if line not in before]
    assert own.startswith(expected)
    assert set(before) < set(told(toy_root))


@pytest.mark.parametrize("change", UNREADABLE)
def test_nothing_is_judged_by_codes_that_may_be_others(change: str, toy_root: Path) -> None:
    make, expected = UNREADABLE[change]
    replaced(ORDER, "action: produce", "action: prodce")(toy_root)
    make(toy_root)
    assert examine(toy_root).stopped
    [own] = told(toy_root)
    assert own.startswith(expected)


SHARED, MINISTRY = "R41 tidings-power-shared#sharing", "R09 sample-ministry"
EXCEPTIONS = {
    "no reason": ("- {rule: R41, record: tidings-power-shared#sharing}", [MINISTRY]),
    "no rule": ("- {record: tidings-power-shared#sharing, reason: x}", [MINISTRY]),
    "no record": ("- {rule: R41, reason: sample-ministry}", [MINISTRY]),
    "no code of a rule": ("- {rule: r41, record: tidings-power-shared#sharing, reason: x}", [MINISTRY]),
    "keys misspelt": ("- {ruel: R41, recrod: x, reason: x}", [MINISTRY]),
    "no keys": ("- R41 tidings-power-shared", [MINISTRY]),
    "nothing named": ("- {reason: R41}", [SHARED, MINISTRY]),
    "another one": ("- {rule: R41, record: tidings-power-shared#sharing, reason: x}\n- {rule: R30}", [MINISTRY]),
    "no list": ("rule: R41", []),
    "unreadable": ("- {rule: R41", []),
}


@pytest.mark.parametrize("fault", EXCEPTIONS)
def test_an_exception_that_cannot_be_read_hides_what_it_names(fault: str, toy_root: Path) -> None:
    text, expected = EXCEPTIONS[fault]
    for case in ("good-warning-waived", "good-registry-entry-waived"):
        shutil.copytree(CASES / "R90" / case, toy_root, dirs_exist_ok=True)
    (toy_root / "dataset" / "exceptions.yaml").write_text(f"{text}\n", "utf-8")
    found = check(toy_root)
    warnings = [f"{each.code} {each.record}" for each in found if each.severity is Severity.WARNING]
    errors = {each.location.file for each in found if each.severity is Severity.ERROR}
    assert (sorted(warnings, reverse=True), errors) == (expected, {"dataset/exceptions.yaml"})


def test_a_faulty_entry_of_a_list_hides_no_other(toy_root: Path) -> None:
    retired = "tidings-toy-order: {kind: article, retired: 2026-11-20, reason: withdrawn}\nx: {kind: article}\n"
    (toy_root / "dataset" / "retired.yaml").write_text(retired, "utf-8")
    (toy_root / "dataset" / "bounds.yaml").write_text(
        "articles: {min: 0, max: 9}\norders: {min: few, max: 9}\n", "utf-8"
    )
    assert [(found.code, found.location.file) for found in check(toy_root)] == [
        ("R81", ORDER),
        ("R89", "dataset/bounds.yaml"),
        ("R02", "dataset/retired.yaml"),
    ]
    assert list(survey(toy_root).known.registries.bounds) == ["articles"]


def test_of_very_many_faulty_lines_some_are_told(toy_root: Path) -> None:
    (toy_root / "dataset" / "released.csv").write_text("id,kind,version\n" + "x,y,z\n" * 5000, "utf-8")
    found = check(toy_root)
    assert len(found) == MOST + 1
    assert found[-1].message.startswith(f"more than {MOST} findings")


ASTRAY = {
    "article": (ORDER, "facilities", "an article", "facilities", "annotations/tidings/tidings-toy-order.yaml"),
    "article of a strange name": (ORDER, "facilities", "an article", "facilities", "annotations/tidings/<id>.yaml"),
    "facility": (MILL, "annotations/tidings", "a facility", "articles", "facilities/example-steel-mill.yaml"),
    "vocabulary": (PER, "facilities", "a vocabulary", "facilities", "vocabularies/<name>.yaml"),
}


@pytest.mark.parametrize("what", ASTRAY)
def test_a_file_where_others_are_read_is_told_as_what_it_is(what: str, toy_root: Path) -> None:
    file, folder, kind, others, place = ASTRAY[what]
    text = (toy_root / file).read_text("utf-8")
    astray = toy_root / "dataset" / folder / "tidings-astray.yaml"
    astray.write_text(text.replace("id: tidings", "id: ../tidings") if "<id>" in place else text, "utf-8")
    said = f"this is {kind}, and {others} are read here; move the file to dataset/{place}"
    assert told(toy_root) == [f"dataset/{folder}/tidings-astray.yaml: R01 {said}"]


def test_a_facility_of_few_keys_is_one_too(toy_root: Path) -> None:
    (toy_root / FOLDER / "tidings-x.yaml").write_text("id: x-y\nname: X\nclass: coal_mine\nplace: KP\n", "utf-8")
    [line] = told(toy_root)
    assert "move the file to dataset/facilities/x-y.yaml" in line


FACILITY = "id: other-mill\nname: Other Mill\nclass: coal_mine\nplace: KP-08\nsources: {class: [Example Survey]}\n"
CLASH = ("name: Other Mill", "name: Example Steel Mill")
AWAY = ("place: KP-08", "place: KP-08\nlat: 48.8\nlon: 127")
BOX = "lat_min: 39, lat_max: 41, lon_min: 126, lon_max: 130"
PARTS = {
    "class misspelt": ("class: coal_mine", "class: coal_mnie", {"R10", "R75"}),
    "class strange": ("class: coal_mine", "class: qqqqqqqqq", {"R10", "R75"}),
    "class missing": ("class: coal_mine\n", "", {"R10", "R75"}),
    "key unknown": ("class: coal_mine", "class: coal_mine\nqqqqqqqq: x", {"R10", "R75"}),
    "longitude": ("lon: 127", "lon: east", {"R10"}),
    "sources": ("sources: {class: [Example Survey]}", "sources: [x]", {"R10", "R75"}),
    "date": ("class: coal_mine", "class: coal_mine\nopened: long ago\nclosed: 1950", {"R10", "R75"}),
    "place": ("place: KP-08", "place: Kangwon", set()),
}


@pytest.mark.parametrize("fault", PARTS)
def test_a_fault_of_a_facility_hides_no_other(fault: str, toy_root: Path) -> None:
    """What is missing, or was read as something else, is not judged."""
    old, new, others = PARTS[fault]
    file = "dataset/facilities/other-mill.yaml"
    replaced("dataset/registries/places.yaml", "South Hamgyong, ", f"South Hamgyong, {BOX}, ")(toy_root)
    (toy_root / file).write_text(FACILITY.replace(*CLASH).replace(*AWAY).replace(old, new), "utf-8")
    before = [found for found in check(toy_root) if found.code in {"R10", "R75"}]
    assert {found.code for found in before} == others
    rest = [found for found in check(toy_root) if found not in before]
    assert [found.location.file for found in rest] == [file]


@pytest.mark.parametrize("fault", [fault for fault in PARTS if fault not in {"longitude", "date"}])
def test_a_fault_of_a_facility_alone_is_told_alone(fault: str, toy_root: Path) -> None:
    old, new, _ = PARTS[fault]
    (toy_root / "dataset" / "facilities" / "other-mill.yaml").write_text(FACILITY.replace(old, new), "utf-8")
    assert len(check(toy_root)) == 1
