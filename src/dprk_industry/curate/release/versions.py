"""Versions and their steps: how far the shape of the data moved between two builds, and what version that asks for."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from dprk_industry.curate.release.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dprk_industry.curate.release.builds import Build, Schema

_MEASURED = {"rows", "bytes", "hash"}
"""What an archive's descriptor tells of its files and the one in git leaves out."""
_DATED = {"version", "citation", "resources"}
"""What a descriptor says otherwise in every version, and what is compared piece by piece."""
_FORM = ("type", "format", "trueValues", "falseValues", "vocabulary")
"""Properties of a column without which its cells cannot be read."""


class Step(IntEnum):
    """How far a version moves from the one before."""

    NONE = 0
    """Nothing changed."""
    PATCH = 1
    """Rows were added, corrected or withdrawn."""
    MINOR = 2
    """A table, a column or a code was added."""
    MAJOR = 3
    """A table, a column or a code went, or changed its meaning."""


class Turn(NamedTuple):
    """A change of the shape of the data."""

    step: Step
    table: str
    column: str
    """Column concerned; empty where it is the table as a whole."""
    what: str
    """What happened to it, in words."""
    reason: str


def taken(old: str, new: str) -> Step | None:
    """Step from one version to another; None if it leads back."""
    before, after = number(old), number(new)
    if after < before:
        return None
    return next((Step(3 - place) for place in range(3) if before[place] != after[place]), Step.NONE)


def least(old: str, step: Step) -> str:
    """The lowest version that is so far a step from an old one."""
    major, minor, patch = number(old)
    return {
        Step.NONE: old,
        Step.PATCH: f"{major}.{minor}.{patch + 1}",
        Step.MINOR: f"{major}.{minor + 1}.0",
        Step.MAJOR: f"{major + 1}.0.0",
    }[step]


def step(old: Build, new: Build) -> Step:
    """The least step that the difference of two builds asks for."""
    shaped = max((turn.step for turn in turns(old, new)), default=Step.NONE)
    if shaped:
        return shaped
    same = {name: list(rows) for name, rows in old.tables.items()} == {
        name: list(rows) for name, rows in new.tables.items()
    }
    return Step.NONE if same and _words(old) == _words(new) else Step.PATCH


def _words(build: Build) -> Any:
    """All that a descriptor says but what changes with every version."""
    resources = [
        {key: value for key, value in resource.items() if key not in _MEASURED}
        for resource in build.descriptor["resources"]
    ]
    return {key: value for key, value in build.descriptor.items() if key not in _DATED}, resources


def turns(old: Build, new: Build) -> tuple[Turn, ...]:
    """All changes of the shape of the data between two builds: of tables, columns and codes."""
    return (*_tables(old, new), *_codes(old, new))


def _tables(old: Build, new: Build) -> Iterator[Turn]:
    for name, schema in old.schemas.items():
        if name not in new.schemas:
            yield Turn(Step.MAJOR, name, "", "the table is gone", "withdrawn")
        else:
            yield from _table(name, schema, new.schemas[name])
    for name in new.schemas:
        if name not in old.schemas:
            yield Turn(Step.MINOR, name, "", "the table was added", "added")


def _table(name: str, old: Schema, new: Schema) -> Iterator[Turn]:
    if old.path != new.path:
        yield _changed(name, "", f"the file {old.path} became {new.path}")
    if old.key != new.key:
        yield _changed(name, "", f"the key {_names(old.key)} became {_names(new.key)}")
    for names in sorted(old.unique - new.unique):
        yield _changed(name, "", f"{_names(names)} need no longer be unique")
    for column in new.fields:
        if column not in old.fields:
            yield Turn(Step.MINOR, name, column, "the column was added", "added")
    for column, field in old.fields.items():
        if column not in new.fields:
            yield Turn(Step.MAJOR, name, column, "the column is gone", "withdrawn")
            continue
        yield from _column(name, column, field, new.fields[column])
        if column in old.refers and old.refers[column] != new.refers.get(column):
            yield _changed(name, column, f"it no longer refers to {'.'.join(old.refers[column])}")


def _column(table: str, name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Turn]:
    for key in _FORM:
        if old.get(key) != new.get(key):
            yield _changed(table, name, f"its {key} {_shown(old.get(key))} became {_shown(new.get(key))}")
    held, kept = old.get("constraints", {}), new.get("constraints", {})
    if held.get("required") and not kept.get("required"):
        yield _changed(table, name, "a cell may now be empty")
    if "vocabulary" not in old:
        yield from _options(table, name, held.get("enum"), kept.get("enum"))
        if "pattern" in held and held["pattern"] != kept.get("pattern"):
            yield _changed(table, name, f"its values need no longer fit {_shown(held['pattern'])}")
    for key in sorted(held.keys() - {"required", "enum", "pattern"}):
        if held[key] != kept.get(key):
            yield _changed(table, name, f"its constraint {key} {_shown(held[key])} became {_shown(kept.get(key))}")
    if old.get("categoriesOrdered") and not _in_order(old["categories"], new):
        yield _changed(table, name, "its codes stand in another order")


def _options(table: str, name: str, old: list[str] | None, new: list[str] | None) -> Iterator[Turn]:
    """Words of a column that the model itself fixes; those of the code lists stand in `terms`."""
    if old and new is None:
        yield _changed(table, name, "its values stand in no list any more")
    elif old and new is not None:
        for word in [word for word in old if word not in new]:
            yield Turn(Step.MAJOR, table, name, f"the value {word} is gone", "withdrawn")
        for word in [word for word in new if word not in old]:
            yield Turn(Step.MINOR, table, name, f"the value {word} was added", "added")


def _in_order(old: list[Mapping[str, str]], new: Mapping[str, Any]) -> bool:
    """Whether the codes that both have stand in one order still, and are said to be ordered."""
    before = [code["value"] for code in old]
    after = [code["value"] for code in new.get("categories", ()) if code["value"] in before]
    return bool(new.get("categoriesOrdered")) and after == [code for code in before if code in after]


def _codes(old: Build, new: Build) -> Iterator[Turn]:
    """Codes of the code lists that went or came."""
    if "terms" not in old.tables or "terms" not in new.tables:
        return
    before, after = ([(row["list"], row["code"]) for row in build.tables["terms"]] for build in (old, new))
    for name, code in sorted(set(before) - set(after)):
        yield Turn(Step.MAJOR, "terms", "code", f"the code {name}/{code} is gone", "withdrawn")
    for name, code in sorted(set(after) - set(before)):
        yield Turn(Step.MINOR, "terms", "code", f"the code {name}/{code} was added", "added")


def _changed(table: str, column: str, what: str) -> Turn:
    return Turn(Step.MAJOR, table, column, what, "codebook_change")


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "of all columns"


def _shown(value: object) -> str:
    return "that was not given" if value is None else str(value)
