"""Every rule, broken on purpose at random places of the real dataset, speaks on the right line."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from dprk_industry.curate.check import check
from dprk_industry.curate.findings import Finding, Location
from dprk_industry.curate.rules import RULES
from mutations import table, trial
from mutations.draft import Draft, Line, Spot
from mutations.meaning import earlier, later, years
from mutations.mutator import Mutator, breaks
from mutations.page import Page
from mutations.places import articles
from mutations.sample import left_out
from mutations.trial import Bench, Verdict
from mutations.ways import MUTATORS

SEED, ROUNDS, ARTICLES = 20261122, 3, 12
TEXT = """\
# a line above
id: one
list: [a, {b: c}]
block:
  first:
    kind: x
    note: of two
      lines
  second: {kind: y}

items:
  - role: r
    word: w
  - {role: s}
last: "end"
"""


def test_every_rule_has_a_way_to_be_broken() -> None:
    assert {mutator.code for mutator in MUTATORS} == {rule.code for rule in RULES}


def test_every_fault_is_caught_on_its_line(real_root: Path, tmp_path: Path) -> None:
    """On a sample of the real dataset; what has no place there is tried on the whole."""
    benches = [Bench(real_root, tmp_path / str(size), SEED, size) for size in (ARTICLES, None)]
    rows = list(table.rows(benches, ROUNDS))
    wrong = [each for row in rows for each in row.trials if each.verdict is not Verdict.CAUGHT]
    assert [table.story(each) for each in wrong] == []
    assert [row.code for row in rows if not row.holds] == []
    assert [Counter(map(trial._said, check(bench.root))) for bench in benches] == [bench.known for bench in benches]


@pytest.fixture
def bench(toy_root: Path, tmp_path: Path) -> Bench:
    """A bench with the toy dataset."""
    return Bench(toy_root, tmp_path / "copy", SEED)


@breaks("R13", articles)
def sound(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "annotated", "2026-11-23")


@breaks("R13", articles)
def broken(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "annotated", "2018-11-23")


@breaks("R13", articles)
def misplaced(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.put(article / "annotated", "2018-11-23").above / "published"


@pytest.mark.parametrize(
    ("mutator", "verdict"), [(sound, Verdict.MISSED), (broken, Verdict.CAUGHT), (misplaced, Verdict.ELSEWHERE)]
)
def test_a_trial_can_fail(bench: Bench, mutator: Mutator, verdict: Verdict) -> None:
    """An edit that breaks nothing is missed, and a finding on another line is told apart."""
    tried = bench.tried(mutator, 0)
    assert tried.verdict is verdict
    assert (len(tried.beside), "annotated: 201" in tried.difference) == (mutator is misplaced, mutator is not sound)
    assert check(bench.root) == []


def test_where_a_warning_is_waived_no_fault_is_tried(toy_root: Path, tmp_path: Path) -> None:
    waivers = [f"- {{rule: R13, record: tidings-toy-order{name}, reason: so it is}}\n" for name in ("", "#half-done")]
    (toy_root / "dataset" / "exceptions.yaml").write_text("".join(waivers), "utf-8")
    bench = Bench(toy_root, tmp_path / "copy", SEED)
    file = "dataset/annotations/tidings/tidings-toy-order.yaml"
    spots = (Spot(file, ("annotated",)), Spot(file, ("outcomes", "half-done", "status")), Line(file, 3))
    assert [("R13", trial._record(spot)) in bench.waived for spot in spots] == [True, True, True]
    assert ("R13", trial._record(Spot(file, ("outcomes", "all-well")))) not in bench.waived


def test_a_rule_that_crashed_caught_nothing() -> None:
    line = Line("a.yaml", 3)
    told = Finding(Location(*line), "R13", "annotated too early")
    crashed = told._replace(code="R14", message=f"{trial.CRASHED} (KeyError)")
    assert trial._judged([told, crashed], "R13", line)[0] is Verdict.MISSED
    assert trial._judged([told._replace(message=crashed.message)], "R13", line)[0] is Verdict.MISSED


def test_the_same_seed_gives_the_same_fault(bench: Bench) -> None:
    assert [bench.tried(broken, number) for number in (1, 1)] == [bench.tried(broken, 1)] * 2


def test_a_rule_without_a_trial_does_not_hold() -> None:
    assert not table.Row("R13", (), 0).holds


EDITS = [
    (Page.replaced, (("id",), "two"), "id: one", "id: two"),
    (Page.replaced, (("block", "first"), "{}"), "first:\n    kind: x\n    note: of two\n      lines", "first: {}"),
    (Page.replaced, (("list", 1), "z"), "[a, {b: c}]", "[a, z]"),
    (Page.renamed, (("block", "second"), "third"), "second:", "third:"),
    (Page.added, (("block", "second"), "word", "w"), "{kind: y}", "{kind: y, word: w}"),
    (Page.added, (("block", "first"), "word", ["v", "w"]), "lines\n", "lines\n    word: [v, w]\n"),
    (Page.added, (("block",), "third", {"kind": {"a": "b"}}, 1), "y}\n", "y}\n  third:\n    kind: {a: b}\n"),
    (Page.appended, (("list",), "- x: y"), "{b: c}]", '{b: c}, "- x: y"]'),
    (Page.appended, (("items",), {"role": "t"}), "{role: s}", "{role: s}\n  - {role: t}"),
    (Page.dropped, (("items", 0, "role"),), "role: r\n    word", "word"),
    (Page.dropped, (("items", 1),), "\n  - {role: s}", ""),
    (Page.dropped, (("block", "second", "kind"),), "{kind: y}", "{}"),
    (Page.dropped, (("block", "first", "note"),), "\n    note: of two\n      lines", ""),
]


@pytest.mark.parametrize(("edit", "given", "old", "new"), EDITS)
def test_edits_leave_other_lines_as_they_are(edit: object, given: tuple[object, ...], old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert callable(edit)
    assert edit(Page(TEXT), *given) == TEXT.replace(old, new)


def test_lines_are_those_of_keys_and_items() -> None:
    page = Page(TEXT)
    lines = {("id",): 2, ("block", "first"): 5, ("block", "first", "note"): 7, ("items", 1, "role"): 14, ("last",): 15}
    assert {path: page.line(path) for path in lines} == lines
    assert (page.line(("block", "second", "missing")), page.line(("missing",)), page.line(())) == (9, 1, 1)


@pytest.mark.parametrize("date", ["2019", "202X-10", "2021-11~", "2016-06-01/2016-12-15", "[2018-01-10,2019-01-10]"])
def test_days_before_and_after_a_date(date: str) -> None:
    bounds = years(date)
    assert bounds is not None
    assert (int(earlier(date)[:4]) < bounds[0], int(later(date)[:4]) > bounds[1]) == (True, True)
    assert years("2016/..") is None


def test_a_sample_refers_to_nothing_that_it_leaves_out(real_root: Path, tmp_path: Path) -> None:
    """Other than the whole it may only use less of what is listed, or hold fewer files than foreseen."""
    bench = Bench(real_root, tmp_path, SEED, 3)
    left = left_out(Draft.of(real_root), 3, Random(SEED))
    assert 3 <= len(bench.sound.files("annotations/")) < len(left)
    assert {code for _, code, _ in bench.known} <= {"R09", "R90", "R91"}


def test_the_command_prints_a_table(tmp_path: Path, real_root: Path) -> None:
    call = [sys.executable, str(real_root / "tests" / "mutate.py"), "--rounds", "1", "--articles", "2", "R13"]
    run = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[1].split()[:5] == ["R13", "1", "1", "0", "0"]
    assert "1 rules, 1 faults: 1 caught on the right line" in run.stdout
    refused = subprocess.run([*call[:2], "R999"], capture_output=True, text=True, check=False)
    assert (refused.returncode, "there is no rule R999" in refused.stderr) == (2, True)
