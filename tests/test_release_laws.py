"""Laws of deltas and version steps, on builds of any shape: nothing is lost, nothing is invented."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_industry.curate.release import builds, ledger, numbers, plan, report, versions
from dprk_industry.curate.release.builds import NOTHING, Build, BuildError, Row
from dprk_industry.curate.release.delta import Delta, compare
from dprk_industry.curate.release.difference import applied
from dprk_industry.curate.release.subjects import OWNERS
from dprk_industry.curate.release.versions import Step
from dprk_industry.curate.tables import TABLES

COLUMNS = ("k", "x", "y", "z")
CELLS = st.sampled_from(["", "1", "02", "a", "ㄱ|나", 'say "no"', "a,b", "two\nlines", "<b>*_`", "-1"])


def resource(name: str, columns: tuple[str, ...], key: tuple[str, ...], **more: Any) -> dict[str, Any]:
    """Descriptor of a table whose columns hold texts; `more` are properties of its first column."""
    fields = [{"name": column, "type": "string"} for column in columns]
    fields[0] = {**fields[0], **more}
    schema = {"fields": fields, **({"primaryKey": list(key)} if key else {})}
    return {"name": name, "path": f"dataset/tables/{name}.csv", "schema": schema}


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[Row, ...]]:
    """A table with its rows, sorted and unique by its key."""
    columns = draw(st.permutations(COLUMNS).map(lambda names: tuple(names[: draw(st.integers(1, 4))])))
    key = draw(st.sampled_from([(), columns[:1], columns[:2]]))
    described = resource(draw(st.sampled_from("pqr")), columns, key)
    schema = Build("1.0.0", {"resources": [described]}, {}).schemas[described["name"]]
    rows = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, CELLS)), max_size=6))
    unique = {tuple(row[name] for name in key or columns): row for row in rows}
    return described, tuple(sorted(unique.values(), key=schema.order))


@st.composite
def any_build(draw: st.DrawFn) -> Build:
    """A build of up to three tables."""
    held = {described["name"]: (described, rows) for described, rows in draw(st.lists(tables(), max_size=3))}
    descriptor = {"version": "1.0.0", "resources": [described for described, _ in held.values()]}
    return Build("1.0.0", descriptor, {name: rows for name, (_, rows) in held.items()})


def rows_of(build: Build) -> dict[str, list[Row]]:
    return {name: list(rows) for name, rows in build.tables.items()}


@given(any_build())
def test_a_build_does_not_differ_from_itself(build: Build) -> None:
    delta = compare(build, build)
    assert (delta.changes, delta.turns, delta.step) == ((), (), Step.NONE)


@given(any_build(), any_build())
def test_the_delta_leads_from_one_build_to_the_other(old: Build, new: Build) -> None:
    delta = compare(old, new)
    assert applied(old, [change.edit for change in delta.changes], new.schemas) == rows_of(new)


@given(any_build(), any_build())
def test_the_table_of_the_delta_is_enough(old: Build, new: Build) -> None:
    """Who has the old rows and delta.csv, and knows the new columns, has the new rows."""
    found = {name: [dict(row) for row in rows] for name, rows in rows_of(old).items() if name in new.tables}
    for line in csv.DictReader(io.StringIO(report.csv_text(compare(old, new)), newline="")):
        held = found.setdefault(line["table"], [])
        if line["change"] == "added":
            held.append(json.loads(line["new"]))
        elif line["change"] != "shape" and line["table"] in new.tables:
            [row] = [row for row in held if json.loads(line["key"]).items() <= row.items()]
            if line["change"] == "retired":
                held.remove(row)
            else:
                assert row.get(line["column"], "") == line["old"]
                row[line["column"]] = line["new"]
    for name, rows in new.tables.items():
        made = [{column: row.get(column, "") for column in new.schemas[name].fields} for row in found.get(name, [])]
        assert sorted(sorted(row.items()) for row in made) == sorted(sorted(row.items()) for row in rows)


@given(any_build(), any_build(), any_build())
def test_a_way_round_asks_for_no_less(one: Build, two: Build, three: Build) -> None:
    """The direct step is never larger than the largest of two steps."""
    assert versions.step(one, three) <= max(versions.step(one, two), versions.step(two, three))


@given(any_build(), any_build())
def test_steps_follow_the_shape(old: Build, new: Build) -> None:
    """MAJOR where something went, MINOR where something only came, PATCH where rows alone differ."""
    before, after = (
        {(name, column) for name in held.tables for column in held.schemas[name].fields} for held in (old, new)
    )
    same_keys = all(old.schemas[name].key == new.schemas[name].key for name in old.tables if name in new.tables)
    step = versions.step(old, new)
    if not before <= after or not same_keys:
        assert step is Step.MAJOR
    elif before < after:
        assert step is Step.MINOR
    else:
        assert step is (Step.NONE if (old.tables, old.descriptor) == (new.tables, new.descriptor) else Step.PATCH)


@given(st.tuples(*[st.integers(0, 40)] * 3), st.sampled_from(Step))
def test_the_least_version_is_the_least(number: tuple[int, int, int], step: Step) -> None:
    """It is as far a step as asked, and it is not further than what any other version of that step is."""
    old = ".".join(map(str, number))
    least = versions.least(old, step)
    assert versions.taken(old, least) is step
    assert not Delta(old, least, step, (), ()).too_small
    smaller = [other for other in Step if other < step]
    assert all(Delta(old, versions.least(old, other), step, (), ()).too_small for other in smaller)
    if step:
        assert versions.taken(least, old) is None


CODES = {"constraints": {"enum": ["a", "b"]}, "categories": [{"value": "a"}, {"value": "b"}], "categoriesOrdered": True}
SHAPES: dict[str, tuple[dict[str, Any], dict[str, Any], Step]] = {
    "another type": ({}, {"type": "integer"}, Step.MAJOR),
    "another word": (CODES, {**CODES, "constraints": {"enum": ["a", "b", "c"]}}, Step.MINOR),
    "a word less": (CODES, {**CODES, "constraints": {"enum": ["a"]}}, Step.MAJOR),
    "any word": (CODES, {**CODES, "constraints": {}}, Step.MAJOR),
    "another order": (CODES, {**CODES, "categories": [{"value": "b"}, {"value": "a"}]}, Step.MAJOR),
    "a code between": (CODES, {**CODES, "categories": [{"value": name} for name in "axb"]}, Step.PATCH),
    "no order": (CODES, {**CODES, "categoriesOrdered": False}, Step.MAJOR),
    "another list": ({"vocabulary": "one"}, {"vocabulary": "other"}, Step.MAJOR),
    "may be empty": ({"constraints": {"required": True}}, {}, Step.MAJOR),
    "must be filled": ({}, {"constraints": {"required": True}}, Step.PATCH),
    "another pattern": ({"constraints": {"pattern": "a"}}, {"constraints": {"pattern": "b"}}, Step.MAJOR),
    "another limit": ({"constraints": {"maximum": 1}}, {"constraints": {"maximum": 2}}, Step.MAJOR),
    "another word for it": ({"description": "a"}, {"description": "b"}, Step.PATCH),
}


@pytest.mark.parametrize("case", SHAPES)
def test_shape_of_a_column(case: str) -> None:
    """What a column may hold is part of the promise; how it is described is not."""
    before, after, step = SHAPES[case]
    old, new = (
        Build("1.0.0", {"resources": [resource("p", ("k",), (), **field)]}, {"p": ()}) for field in (before, after)
    )
    assert versions.step(old, new) is step


@pytest.mark.parametrize(
    ("key", "before", "after", "step"),
    [
        ("primaryKey", ["k"], ["k", "x"], Step.MAJOR),
        ("uniqueKeys", [["x"]], [], Step.MAJOR),
        ("uniqueKeys", [], [["x"]], Step.PATCH),
        ("foreignKeys", [{"fields": ["x"], "reference": {"fields": ["k"]}}], [], Step.MAJOR),
        ("foreignKeys", [], [{"fields": ["x"], "reference": {"fields": ["k"]}}], Step.PATCH),
    ],
)
def test_shape_of_a_table(key: str, before: Any, after: Any, step: Step) -> None:
    """Keys and references may be added, not given up."""
    made = []
    for value in (before, after):
        described = resource("p", ("k", "x"), ())
        made.append(Build("1.0.0", {"resources": [{**described, "schema": {**described["schema"], key: value}}]}, {}))
    assert versions.step(*made) is step


@pytest.mark.parametrize("text", ["1.0", "01.0.0", "1.0.0-rc1", "", "v1.0.0", "1.0.0\n"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(numbers.VersionError, match="is no version; expected three numbers"):
        numbers.number(text)


def test_every_table_has_subjects() -> None:
    """Each published table says to whom its rows belong, so that a reason can be found for them."""
    named = {table.name for table in TABLES}
    assert named - {"changes"} == set(OWNERS)
    for table in TABLES:
        home, columns = OWNERS.get(table.name, ("changes", ()))
        assert home in named
        assert set(columns) <= {column.name for column in table.columns}


def test_markdown_is_short_and_safe() -> None:
    """Of many changes a few are shown, the rest are counted, and cells cannot become markup."""
    described = {"version": "1.0.0", "resources": [resource("p", ("k", "x"), ("k",))]}
    old = Build("1.0.0", described, {"p": tuple({"k": f"<i>{n}", "x": "1"} for n in range(40))})
    new = Build("1.0.1", described, {"p": tuple({"k": f"<i>{n}", "x": "*2*|"} for n in range(40))})
    text = report.markdown(compare(old, new))
    assert "| `p` | 0 | 40 | 0 | no reason given 40 |" in text
    assert text.count("- changed: ") == report.EXAMPLES + 1
    assert "- changed: 35 more" in text
    assert r"\<i\>0 x: 1 → \*2\*\|" in text


def test_a_missing_reason_of_many_is_counted() -> None:
    described = {"version": "1.0.0", "resources": [resource("p", ("k", "x"), ("k",))]}
    old, new = (
        Build(version, described, {"p": tuple({"k": str(n), "x": version} for n in range(50))})
        for version in ("1.0.0", "1.0.1")
    )
    lines = list(plan.silent(compare(old, new)))
    assert len(lines) == plan.SHOWN + 1
    assert lines[-1] == "30 more changed without a reason; `dprk-industry diff` lists them"


BROKEN: dict[str, tuple[dict[str, str | None], str]] = {
    "no descriptor": ({}, "no build here; expected the file datapackage.json"),
    "no JSON": ({"datapackage.json": "{"}, "datapackage.json is no descriptor of tables"),
    "no version": ({"datapackage.json": '{"resources": []}'}, "no descriptor of tables (KeyError: 'version')"),
    "other columns": ({"dataset/tables/p.csv": "x\n"}, "has the columns ['x']; its descriptor says ['k']"),
    "no table": ({"dataset/tables/p.csv": None}, "No such file or directory"),
    "ragged": ({"dataset/tables/p.csv": "k\n1\n1,2\n"}, "row 2 of dataset/tables/p.csv has not as many cells"),
    "no CSV": ({"dataset/tables/p.csv": 'k\n"a"b\n'}, "is no CSV in UTF-8"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_build_is_said(case: str, tmp_path: Path) -> None:
    """A build that cannot be read is an error with a message, from a folder as from an archive."""
    files, message = BROKEN[case]
    sound: dict[str, str | None] = {
        "datapackage.json": json.dumps({"version": "1.0.0", "resources": [resource("p", ("k",), ())]}),
        "dataset/tables/p.csv": "k\n1\n",
    }
    for name, text in ({**sound, **files} if files else {}).items():
        if text is not None:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(BuildError) as caught:
        builds.read(tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize("path", ["../p.csv", "/etc/passwd", "a\\..\\p.csv"])
def test_tables_outside_the_build_are_not_read(path: str) -> None:
    described = {"version": "1.0.0", "resources": [{**resource("p", ("k",), ()), "path": path}]}
    with pytest.raises(BuildError, match="leads out of the build"):
        builds.of_texts({"datapackage.json": json.dumps(described), path: "k\n"})


def test_another_file_than_described_is_refused(tmp_path: Path) -> None:
    """The descriptor of an archive holds checksums; a table that was tampered with is not compared."""
    described = {"version": "1.0.0", "resources": [{**resource("p", ("k",), ()), "hash": f"sha256:{'0' * 64}"}]}
    with zipfile.ZipFile(tmp_path / "build.zip", "w") as archive:
        archive.writestr("datapackage.json", json.dumps(described))
        archive.writestr("dataset/tables/p.csv", "k\n1\n")
    with pytest.raises(BuildError, match="its SHA-256 is another"):
        builds.read(tmp_path / "build.zip")
    (tmp_path / "text.zip").write_text("no archive")
    with pytest.raises(BuildError, match="cannot be read as a build"):
        builds.read(tmp_path / "text.zip")


OLDER = "# Changelog\n\nWhat it is.\n\n## 0.1.0\n\nThe first.\n"


def test_the_changelog_keeps_what_people_wrote() -> None:
    """The generated part stands in its version's section, is replaced when made again, and touches nothing else."""
    described = {"version": "0.2.0", "resources": [resource("p", ("k",), ())]}
    delta = compare(Build("0.1.0", described, {"p": ()}), Build("0.2.0", described, {"p": ({"k": "1"},)}))
    made = ledger.changelog(OLDER, delta)
    assert made.index("## 0.2.0") < made.index("Data: changes since 0.1.0") < made.index("## 0.1.0")
    assert made.endswith("## 0.1.0\n\nThe first.\n")
    assert ledger.changelog(made, delta) == made
    by_hand = OLDER.replace("## 0.1.0", "## 0.2.0 (unreleased)\n\nBy hand.\n\n## 0.1.0")
    made = ledger.changelog(by_hand, delta)
    assert made.count("## 0.2.0") == 1
    assert made.index("By hand.") < made.index("Data: changes since 0.1.0") < made.index("## 0.1.0")
    first = ledger.changelog("# Changelog\n", compare(NOTHING, Build("0.1.0", described, {"p": ({"k": "1"},)})))
    assert "## 0.1.0" in first
    assert "### Data: first release" in first
