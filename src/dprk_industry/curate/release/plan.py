"""What a release needs before it is written: that nothing stands against it, and the whole set of its files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dprk_industry.curate.release import numbers, report
from dprk_industry.curate.release.subjects import HEADLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.release.delta import Delta
    from dprk_industry.curate.release.reasons import Change
    from dprk_industry.curate.release.subjects import Subject

SUMS = "SHA256SUMS"
SHOWN = 20
"""Messages of one sort that are shown at most."""
WHOLE = "Every change, cell by cell, stands in `delta.csv`."
WHERE = "__version__ in src/dprk_industry/__init__.py"
"""Where the version of the data is raised."""


def unready(findings: Sequence[Finding], stale: Sequence[str]) -> Iterator[str]:
    """What stands against a release before anything is compared: findings on the dataset and stale files."""
    if findings:
        first = findings[0].location
        yield f"the dataset has {len(findings)} findings, the first at {first}; mend what `dprk-industry check` tells"
    for path in stale:
        yield f"{path} is stale; run `dprk-industry build` and commit what it writes"


def refusals(delta: Delta, released: Mapping[str, str], ids: Iterable[str]) -> Iterator[str]:
    """What stands against a release: a release passed over or changed, changes without a reason, a low version.

    Args:
        delta: what changed since the previous release.
        released: every id that was released, with its first version.
        ids: every id that this release publishes.

    """
    yield from passed_over(delta, released.values())
    yield from reopened(delta.new, released, ids)
    yield from silent(delta)
    yield from too_low(delta)


def passed_over(delta: Delta, released: Iterable[str]) -> Iterator[str]:
    """A release later than the one that the delta starts from."""
    before = [version for version in released if numbers.number(version) < numbers.number(delta.new)]
    last = max(before, key=numbers.number, default=delta.old)
    if numbers.number(last) > numbers.number(delta.old):
        yield f"version {last} was released before {delta.new}; give its build with --previous"


def reopened(version: str, released: Mapping[str, str], ids: Iterable[str]) -> Iterator[str]:
    """Ids that a version did not have when it was released."""
    last = max(released.values(), key=numbers.number, default="0.0.0")
    late = [name for name in ids if name not in released]
    if numbers.number(last) > numbers.number(version) or (late and last == version):
        told = f" without {late[0]}" if late and last == version else ""
        yield f"version {last} was released already{told}; a released version never changes: raise {WHERE}"


def silent(delta: Delta) -> Iterator[str]:
    """Changes without a reason, by their subjects, each with the place where the reason belongs."""
    by_subject: dict[tuple[Subject, bool, str], list[Change]] = {}
    for change in delta.unexplained:
        kept = change.edit.table if change.derived else ""
        by_subject.setdefault((change.subject, change.derived, kept), []).append(change)
    version = delta.new if not delta.too_small else delta.least
    for (subject, derived, _), changes in list(by_subject.items())[:SHOWN]:
        told = "; ".join(what(change) for change in changes[:3])
        more = f" and {len(changes) - 3} more" if len(changes) > 3 else ""  # noqa: PLR2004 - as many as are told
        mend = redefine(changes[0], version) if derived else give(subject, changes, version)
        yield f"{subject.id} changed without a reason ({told}{more}); {mend}"
    if len(by_subject) > SHOWN:
        yield f"{len(by_subject) - SHOWN} more changed without a reason; `dprk-industry diff` lists them"


def what(change: Change) -> str:
    """A change in a few words: table, what happened, and the cell."""
    edit = change.edit
    where = f"{edit.table}.{edit.column}: {edit.old or '(empty)'} → {edit.new or '(empty)'}"
    return where if edit.column else f"a row of {edit.table} was {edit.kind}"


def give(subject: Subject, changes: Iterable[Change], version: str) -> str:
    """Where the reason for changes of a subject is given, ready to be copied."""
    if any(change.edit.table == subject.table and change.edit.kind == "retired" for change in changes):
        gone = "put the entry back" if subject.table == "retired" else f"put {subject.id} back, or retire it"
        return f"{gone} in dataset/retired.yaml" if subject.table != "terms" else _listed(subject, version, "withdrawn")
    article, _, name = subject.id.partition("#")
    names = f", names: [{name}]" if name else ""
    entry = f"`{{version: {version}, reason: …{names}}}`"
    if subject.table in {"articles", "records", "sources"}:
        return f"add {entry} to `changes` of the article {article}"
    if subject.table == "facilities":
        return f"add {entry} to `changes` in dataset/facilities/{subject.id}.yaml"
    return _listed(subject, version, "…")


def redefine(change: Change, version: str) -> str:
    """How a computed change is explained that follows from no other."""
    edit = change.edit
    column = f"{edit.table}.{edit.column}"
    if not edit.column:
        return f"nothing that {HEADLINE} is made from changed; please report it as a bug"
    entry = f"{{version: {version}, table: columns, id: {column}, reason: codebook_change, note: …}}"
    return f"nothing that it is made from did; if it is computed otherwise now, add `{entry}` to dataset/changes.yaml"


def _listed(subject: Subject, version: str, reason: str) -> str:
    entry = f"{{version: {version}, table: {subject.table}, id: {subject.id}, reason: {reason}}}"
    return f"add `{entry}` to dataset/changes.yaml"


def too_low(delta: Delta) -> Iterator[str]:
    """A version that does not rise as far as the changes ask."""
    if not delta.too_small:
        return
    asked = next((f"{turn.table}: {turn.what}" for turn in delta.turns if turn.step is delta.step), "rows changed")
    yield (
        f"version {delta.new} is too low after {delta.old}: {asked}, which is a {delta.step.name} step; "
        f"raise {WHERE} to {delta.least} at least"
    )


def complete(assets: Mapping[str, bytes], delta: Delta) -> dict[str, bytes]:
    """The whole set of a release: its assets, the delta as table and as text, and the SHA-256 of each file."""
    files = {
        **assets,
        "delta.csv": report.csv_text(delta).encode("utf-8"),
        "CHANGES.md": f"{report.markdown(delta)}\n{WHOLE}\n".encode(),
    }
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return {**files, SUMS: sums.encode("utf-8")}


def previous(held: Iterable[str], version: str) -> str | None:
    """The last version before another one among the names of folders; None if there is none."""
    lower = [name for name in held if _lower(name, version)]
    return max(lower, key=numbers.number, default=None)


def _lower(name: str, version: str) -> bool:
    try:
        return numbers.number(name) < numbers.number(version)
    except numbers.VersionError:
        return False
