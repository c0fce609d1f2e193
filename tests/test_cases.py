"""Every rule against its cases: a case is a file or a folder under tests/cases/<RULE>/.

`good-*.yaml` and `bad-*.yaml` are whole annotations; they replace the annotation of the toy dataset. `good-*/` and
`bad-*/` are folders laid over the toy dataset; a file in them replaces its namesake. A good case gives no finding at
all. What a bad case gives stands word for word in `expected.txt`, which `pytest --accept` writes anew.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dprk_industry.curate.check import check
from dprk_industry.curate.fix import fixed, record_files
from dprk_industry.curate.rules import RULES
from dprk_industry.curate.yamlfile import well_saved

CASES = Path(__file__).parent / "cases"
CODES = sorted({rule.code for rule in RULES})


def found_in(case: Path, root: Path) -> list[str]:
    """Findings of a case laid into the toy dataset, a line each; files are named from the dataset's root."""
    lay(case, root)
    return found(root)


def lay(case: Path, root: Path) -> None:
    """Lay a case into the toy dataset."""
    if case.is_dir():
        shutil.copytree(case, root, dirs_exist_ok=True)
    else:
        text = case.read_bytes()
        saved = well_saved(text)
        names = [re.search(rb"^%s: ([a-z0-9-]+)$" % key, saved, re.MULTILINE) for key in (b"id", b"outlet")]
        name, outlet = (match[1].decode() if match else default for match, default in zip(names, DEFAULTS, strict=True))
        shutil.rmtree(root / "dataset" / "annotations")
        target = root / "dataset" / "annotations" / outlet / f"{name}.yaml"
        target.parent.mkdir(parents=True)
        target.write_bytes(text)


def found(root: Path) -> list[str]:
    """Findings on a dataset, a line each."""
    return [
        f"{finding.location}: {finding.severity} {finding.code} {finding.told}".replace("dataset/annotations/", "")
        for finding in check(root)
    ]


DEFAULTS = ("tidings-toy-order", "tidings")


def cases(kind: str) -> list[str]:
    return sorted(path.relative_to(CASES).as_posix() for path in CASES.glob(f"*/{kind}-*"))


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_cases(code: str) -> None:
    """A rule has a case that it finds fault with and one that it does not."""
    kinds = {path.name.partition("-")[0] for path in (CASES / code).glob("*-*")}
    assert kinds == {"good", "bad"}, f"tests/cases/{code} needs a good and a bad case"


@pytest.mark.parametrize("code", CODES)
def test_a_rule_says_of_what_it_only_warns(code: str) -> None:
    """A rule whose findings weigh differently says so, and has a case of either weight."""
    first = next(rule for rule in RULES if rule.code == code)
    lines = (line for block in read_blocks(CASES / code / "expected.txt").values() for line in block)
    weights = {
        weight for line in lines for weight, other in re.findall(r": (error|warning) (R\d\d) ", line) if other == code
    }
    assert weights == ({"error", "warning"} if first.text.warns else {str(first.severity)})


def test_no_case_without_rule() -> None:
    assert sorted(path.name for path in CASES.iterdir()) == CODES


@pytest.mark.parametrize("case", cases("good"))
def test_good_case_is_clean(case: str, toy_root: Path) -> None:
    assert found_in(CASES / case, toy_root) == []


@pytest.mark.parametrize("case", cases("bad"))
def test_bad_case_is_found(case: str, toy_root: Path, request: pytest.FixtureRequest) -> None:
    """A bad case gives exactly the findings that are expected of it, the rule of its folder among them."""
    code, _, name = case.partition("/")
    lines = found_in(CASES / case, toy_root)
    assert any(f" {code} " in line for line in lines), f"{code} does not fire on {case}"
    expected = CASES / code / "expected.txt"
    blocks = read_blocks(expected)
    if request.config.getoption("--accept"):
        blocks[name] = lines
        written = (line for key in sorted(blocks) for line in (f"[{key}]", *blocks[key]))
        expected.write_text("".join(f"{line}\n" for line in written), "utf-8")
    assert blocks.get(name) == lines


@pytest.mark.parametrize("code", ["R03", "R04", "R05", "R10", "R22", "R30", "R36", "R54", "R80", "R82", "R96"])
def test_a_clash_is_told_of_both_ends(code: str, toy_root: Path, tmp_path: Path) -> None:
    """Whoever checks one of two files that clash is told of both lines, in whichever of them the finding stands."""
    both = []
    for case in sorted((CASES / code).glob("bad-*")):
        root = tmp_path / case.name
        shutil.copytree(toy_root, root)
        lay(case, root)
        clashes = [finding for finding in check(root) if finding.code == code and finding.other]
        assert all((root / finding.other).is_file() for finding in clashes)
        assert all(finding.there for finding in clashes)
        both += clashes
    assert both
    for finding in both:
        for file in (finding.location.file, finding.other, "."):
            assert finding.concerns(file)
        assert finding.concerns(finding.other.rpartition("/")[0])
        assert not finding.concerns("dataset/vocabularies")


SAVED_BADLY = {
    "R01/bad-byte-order-mark.yaml",
    "R86/bad-carriage-returns.yaml",
    "R86/bad-carriage-returns-modeline.yaml",
}
"""Cases of files in which nothing is wrong but how they were saved, which the canonical form mends."""


@pytest.mark.parametrize("case", [*cases("good"), *cases("bad")])
def test_canonical_form_changes_no_finding(case: str, toy_root: Path) -> None:
    """A dataset in canonical form has the findings that it had before, though at other places."""
    code, _, name = case.partition("/")
    lay(CASES / case, toy_root)
    for result in [fixed(toy_root, file) for file in record_files(toy_root)]:
        if result.changed:
            (toy_root / result.file).write_text(result.after, "utf-8")
    expected = [] if case in SAVED_BADLY else read_blocks(CASES / code / "expected.txt").get(name, [])
    assert sorted(map(without_place, found(toy_root))) == sorted(map(without_place, expected))


def without_place(line: str) -> str:
    """A finding without lines and columns; the line of the other end is not told where it is the finding's own."""
    return re.sub(r":\d+:\d+|(?<=\bline )\d+| \(see [^()]+\)$", "", line)


def read_blocks(path: Path) -> dict[str, list[str]]:
    """Expected lines of each case of a rule."""
    blocks: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        if match := re.fullmatch(r"\[(bad-.+)\]", line):
            blocks[match[1]] = []
        else:
            blocks[list(blocks)[-1]].append(line)
    return blocks


def test_toy_dataset_is_clean(toy_root: Path) -> None:
    assert check(toy_root) == []


def test_real_dataset_is_clean(real_root: Path) -> None:
    assert check(real_root) == []


@pytest.mark.parametrize("code", CODES)
def test_expectations_are_those_of_the_cases(code: str) -> None:
    """No expectation outlives its case."""
    assert sorted(read_blocks(CASES / code / "expected.txt")) == sorted(
        path.name for path in (CASES / code).glob("bad-*")
    )
