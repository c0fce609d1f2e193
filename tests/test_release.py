"""Versions of the toy dataset: every change has its reason, nothing is lost, and what promises would break is refused.

Each version is made as a contributor would make it, by editing files, and released as `dprk-industry release` does,
with the version given as an argument.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dprk_industry.curate.check import check
from dprk_industry.curate.corpus import Corpus, load
from dprk_industry.curate.models import released
from dprk_industry.curate.models.index import Index
from dprk_industry.curate.publish import archive, csvfile, descriptor
from dprk_industry.curate.release import builds, plan, write
from dprk_industry.curate.release.builds import NOTHING, Build
from dprk_industry.curate.release.delta import Delta, compare
from dprk_industry.curate.release.difference import applied
from dprk_industry.curate.release.versions import Step
from dprk_industry.curate.tables import TABLES

ORDER = "dataset/annotations/tidings/tidings-toy-order.yaml"
LATER = "dataset/annotations/tidings/tidings-later-look.yaml"
MILL = "dataset/facilities/example-steel-mill.yaml"
SECOND = """\
id: tidings-later-look
outlet: tidings
url: https://tidings.example/later-look
headline: The mill is still at half its order
language: en
published: 2019-05-02
dated_by: page
genre: news
paragraph_count: 2
paragraph_digests: [00000004, 00000005]
text_sha256: 0000000000000000000000000000000000000000000000000000000000000001
read: full
annotators: [tester]
annotated: 2026-11-23

sources:
  neighbour: {kind: resident, place: KP-09, said: 2019-05-01, reliability: C}
defaults: {source: neighbour, manner: stated, credibility: 2}

outcomes:
  still-partial:
    paragraphs: [1]
    order: tidings-toy-order#mill-order
    subjects: [{facility: example-steel-mill}]
    kind: fulfilment
    status: partial
    plan: assignment
    as_of: 2019-05-01

factors:
  no-power: {paragraphs: [2], concerns: still-partial, role: obstacle, type: power}
"""


def texts(corpus: Corpus, version: str) -> dict[str, str]:
    """Tables and descriptor of a dataset under a version."""
    made = {}
    for table in TABLES:
        names = [column.name for column in table.columns]
        made[f"dataset/tables/{table.name}.csv"] = csvfile.render(names, table.rows(corpus.collection))
    described = json.loads(descriptor.render(TABLES, corpus.collection.registries.vocabularies))
    return {**made, "datapackage.json": json.dumps({**described, "version": version})}


@dataclass
class Checkout:
    """A dataset that is edited and released, version by version."""

    root: Path
    out: Path
    last: Build = NOTHING
    deltas: list[Delta] = field(default_factory=list)

    def edit(self, file: str, *changes: tuple[str, str]) -> None:
        """Replace texts in a file, each of which stands there once."""
        text = (self.root / file).read_text("utf-8")
        for before, after in changes:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        self.write(file, text)

    def write(self, file: str, text: str) -> None:
        """Write a file anew."""
        (self.root / file).write_text(text, "utf-8")

    def explain(self, file: str, entry: str) -> None:
        """Add an entry to the changes of an article or a facility."""
        text = (self.root / file).read_text("utf-8")
        if "\nchanges:\n" not in text:
            at = text.index("\nsources:") if "annotations" in file else len(text) - 1
            text = f"{text[:at]}\nchanges:{text[at:]}"
        self.write(file, text.replace("\nchanges:\n", f"\nchanges:\n  - {{{entry}}}\n", 1))

    def build(self, version: str) -> Build:
        """The dataset as it stands, under a version."""
        return builds.of_texts(texts(load(self.root), version))

    def findings(self) -> list[str]:
        """What the rules find."""
        return [f"{found.code} {found.message}" for found in check(self.root)]

    def refused(self, version: str) -> list[str]:
        """What stands against the release of a version."""
        known = load(self.root).collection
        delta = compare(self.last, self.build(version))
        ids = (name for name, _ in released.ids(Index.of_collection(known)))
        return list(plan.refusals(delta, {held.id: held.version for held in known.released}, ids))

    def release(self, version: str) -> Delta:
        """Release a version against which nothing stands."""
        assert self.findings() == []
        assert self.refused(version) == []
        corpus, build = load(self.root), self.build(version)
        delta = compare(self.last, build)
        files = {path: text.encode() for path, text in texts(corpus, version).items()}
        assets = {"datapackage.json": files["datapackage.json"], f"toy-{version}.zip": archive.render(files)}
        assert write.put(self.out, version, plan.complete(assets, delta))
        write.replace(
            self.root / released.FILE,
            released.render(released.extended(Index.of_collection(corpus.collection), version)),
        )
        self.deltas.append(delta)
        self.last = build
        return delta


@pytest.fixture
def checkout(toy_root: Path, tmp_path: Path) -> Checkout:
    """The toy dataset with its first version released."""
    made = Checkout(toy_root, tmp_path / "out")
    made.release("0.1.0")
    return made


def told(delta: Delta, *tables: str) -> set[tuple[str, str, str, str]]:
    """Table, subject, column (or what happened to the row) and reason of every change, in some tables or all."""
    return {
        (change.edit.table, change.subject.id, change.edit.column or change.edit.kind.value, change.reason)
        for change in delta.changes
        if not tables or change.edit.table in tables
    }


WIRE = 'wire: {name: Example Wire, kind: agency, base: "Seoul, KR", language: en}\n'


def second_version(checkout: Checkout) -> Delta:
    """An article is added, a value corrected, a facility gets a spelling."""
    checkout.write(LATER, SECOND)
    checkout.edit(ORDER, ("value: 600", "value: 650"), ("annotated: 2026-11-22", "annotated: 2026-11-23"))
    checkout.explain(ORDER, "version: 0.1.1, reason: corrected, names: [mill-order], note: misread digit")
    checkout.edit(MILL, ("dprk: [Sample Iron Works]", "dprk: [Sample Iron Works, Sample Ironworks of Hamju]"))
    checkout.explain(MILL, "version: 0.1.1, reason: added")
    return checkout.release("0.1.1")


RETIRED = """\
tidings-later-look: {kind: article, retired: 2026-11-24, reason: withdrawn}
tidings-toy-order#agency-doubt:
  {kind: record, retired: 2026-11-24, reason: merged, successor: tidings-toy-order#half-done}
tidings-toy-order#wire: {kind: source, retired: 2026-11-24, reason: withdrawn}
wire: {kind: outlet, retired: 2026-11-24, reason: withdrawn}
"""
REDEFINED = """\
- {version: 0.2.0, table: terms, id: timing/on_time, reason: codebook_change, note: said so by anyone}
"""


def third_version(checkout: Checkout) -> Delta:
    """An article, a record, a source and an outlet go, a record is recoded, a code redefined, another added."""
    (checkout.root / LATER).unlink()
    checkout.write("dataset/retired.yaml", RETIRED)
    checkout.edit("dataset/registries/outlets.yaml", (WIRE, ""))
    text = (checkout.root / ORDER).read_text("utf-8")
    doubt = text[text.index("  agency-doubt:") : text.index("\nconsequences:")]
    checkout.edit(
        ORDER,
        (doubt, ""),
        ("  wire: {kind: media, outlet: wire, reliability: B}\n", ""),
        ("status: partial", "status: under_way"),
    )
    checkout.explain(ORDER, "version: 0.2.0, reason: recoded, names: [half-done]")
    checkout.edit("dataset/vocabularies/timing.yaml", ("On or by the deadline, said so.", "On or by it, anyone says."))
    checkout.write("dataset/changes.yaml", REDEFINED)
    code = "  landslide: {label: Landslide, definition: A slope gives way., example: The slope above the mine slid.}\n"
    types = "dataset/vocabularies/incident_type.yaml"
    checkout.edit(types, ("codes:\n", f"codes:\n{code}"))
    return checkout.release("0.2.0")


def test_three_versions_lose_nothing_and_explain_everything(checkout: Checkout) -> None:
    """Every change has a reason, and the deltas lead from each version to the next, row by row."""
    second_version(checkout)
    third_version(checkout)
    assert [delta.step for delta in checkout.deltas] == [Step.MINOR, Step.PATCH, Step.MINOR]
    before = NOTHING
    for delta in checkout.deltas:
        assert delta.unexplained == []
        after = builds.read(checkout.out / delta.new)
        edits = [change.edit for change in delta.changes]
        assert applied(before, edits, after.schemas) == {name: list(rows) for name, rows in after.tables.items()}
        before = after
    ids = {held.id: held.version for held in load(checkout.root).collection.released}
    assert ids["tidings-toy-order#wire"] == "0.1.0"
    assert ids["tidings-later-look#no-power"] == "0.1.1"
    assert [row["id"] for row in before.tables["retired"]] == sorted(
        ["tidings-later-look", "tidings-toy-order#agency-doubt", "tidings-toy-order#wire", "wire"]
    )


def test_second_version_says_why(checkout: Checkout) -> None:
    """What comes with an article is added; what changes by it elsewhere has got a source; a correction is one."""
    delta = second_version(checkout)
    order, later = "tidings-toy-order#mill-order", "tidings-later-look#still-partial"
    assert told(delta, "order_outcomes") == {
        (HEADLINE, order, "demand", "corrected"),
        (HEADLINE, order, "met_deadline", "corrected|source_added"),
        (HEADLINE, order, "outcome_as_of", "corrected|source_added"),
        (HEADLINE, order, "accounts", "corrected|source_added"),
    }
    assert told(delta, "amounts", "articles", "facility_names", "outcomes") == {
        ("amounts", order, "value", "corrected"),
        ("articles", "tidings-toy-order", "annotated", "corrected"),
        ("articles", "tidings-later-look", "added", "added"),
        ("facility_names", "example-steel-mill", "added", "added"),
        ("outcomes", later, "added", "added"),
    }
    [note] = {change.note for change in delta.changes if change.edit.table == "amounts"}
    assert note == "misread digit"


def test_third_version_says_why(checkout: Checkout) -> None:
    """What goes takes the reason of its tombstone, that of an article covers all in it; a code explains itself."""
    second_version(checkout)
    delta = third_version(checkout)
    assert {row for row in told(delta) if row[2] == "retired" and row[0] in {"records", "sources", "evidence"}} == {
        ("records", "tidings-later-look#no-power", "retired", "withdrawn"),
        ("records", "tidings-later-look#still-partial", "retired", "withdrawn"),
        ("records", "tidings-toy-order#agency-doubt", "retired", "merged"),
        ("sources", "tidings-later-look#neighbour", "retired", "withdrawn"),
        ("sources", "tidings-toy-order#wire", "retired", "withdrawn"),
        ("evidence", "tidings-later-look#no-power", "retired", "withdrawn"),
        ("evidence", "tidings-later-look#still-partial", "retired", "withdrawn"),
        ("evidence", "tidings-toy-order#agency-doubt", "retired", "merged"),
    }
    assert told(delta, "outcomes", "terms", "outlets") >= {
        ("outcomes", "tidings-toy-order#half-done", "status", "recoded"),
        ("terms", "timing/on_time", "definition", "codebook_change"),
        ("terms", "incident_type/landslide", "added", "added"),
        ("outlets", "wire", "retired", "withdrawn"),
    }
    assert [turn.what for turn in delta.turns] == ["the code incident_type/landslide was added"]


HEADLINE = "order_outcomes"
ORE = "{paragraphs: [2], concerns: mill-order, role: obstacle, type: raw_material}"
NEW_ROWS = "a row of records was added; a row of factors was added; a row of evidence was added"
TIMING = "dataset/vocabularies/timing.yaml"
UNEXPLAINED: dict[str, tuple[str, tuple[str, str], str, str, str]] = {
    "a cell": (
        ORDER,
        ("value: 600", "value: 650"),
        "tidings-toy-order#mill-order changed without a reason (amounts.value: 600 → 650)",
        "{version: 0.1.1, reason: …, names: [mill-order]}",
        "`changes` of the article tidings-toy-order",
    ),
    "a header": (
        ORDER,
        ("genre: news", "genre: analysis"),
        "tidings-toy-order changed without a reason (articles.genre: news → analysis)",
        "{version: 0.1.1, reason: …}",
        "`changes` of the article tidings-toy-order",
    ),
    "a record of an old article": (
        ORDER,
        ("factors:\n", f"factors:\n  no-ore: {ORE}\n"),
        f"tidings-toy-order#no-ore changed without a reason ({NEW_ROWS} and 1 more)",
        "{version: 0.1.1, reason: …, names: [no-ore]}",
        "`changes` of the article tidings-toy-order",
    ),
    "a facility": (
        MILL,
        ("lat: 39.8", "lat: 39.7"),
        "example-steel-mill changed without a reason (facilities.lat: 39.8 → 39.7)",
        "{version: 0.1.1, reason: …}",
        f"`changes` in {MILL}",
    ),
    "a definition": (
        TIMING,
        ("Before the deadline.", "In advance."),
        "timing/early changed without a reason (terms.definition: Before the deadline. → In advance.)",
        "{version: 0.1.1, table: terms, id: timing/early, reason: …}",
        "dataset/changes.yaml",
    ),
    "an entry of an old version": (
        MILL,
        ("\nsources:", "\nchanges:\n  - {version: 0.1.0, reason: corrected}\nsources:"),
        "example-steel-mill changed without a reason (a row of changes was added)",
        "{version: 0.1.1, reason: …}",
        f"`changes` in {MILL}",
    ),
}


@pytest.mark.parametrize("case", UNEXPLAINED)
def test_change_without_reason_is_refused(case: str, checkout: Checkout) -> None:
    """The message says what changed and where which reason belongs; with it nothing stands against the release."""
    file, change, what, entry, place = UNEXPLAINED[case]
    checkout.edit(file, change)
    assert checkout.findings() == []
    assert checkout.refused("0.1.1") == [f"{what}; add `{entry}` to {place}"]
    if place == "dataset/changes.yaml":
        checkout.write(place, f"- {entry.replace('…', 'corrected')}\n")
    else:
        checkout.explain(file, entry.strip("{}").replace("…", "corrected"))
    assert checkout.findings() == []
    assert checkout.refused("0.1.1") == []


def test_reason_of_another_version_does_not_count(checkout: Checkout) -> None:
    """An entry for a version that is not released yet explains nothing before."""
    checkout.edit(MILL, ("lat: 39.8", "lat: 39.7"))
    checkout.explain(MILL, "version: 0.3.0, reason: corrected")
    assert len(checkout.refused("0.1.1")) == 1
    assert checkout.refused("0.3.0") == []


def test_a_version_that_is_too_low_is_refused(checkout: Checkout) -> None:
    """A code asks for a MINOR step, rows for a PATCH; the message says which version is high enough."""
    checkout.write(LATER, SECOND)
    assert checkout.refused("0.1.1") == []
    raise_it = "raise __version__ in src/dprk_industry/__init__.py to"
    low = "version 0.1.0 is too low after 0.1.0: rows changed, which is a PATCH step"
    assert f"{low}; {raise_it} 0.1.1 at least" in checkout.refused("0.1.0")
    code = "  landslide: {label: Landslide, definition: A slope gives way., example: The slope slid.}\n"
    checkout.edit("dataset/vocabularies/incident_type.yaml", ("codes:\n", f"codes:\n{code}"))
    added = "terms: the code incident_type/landslide was added, which is a MINOR step"
    assert checkout.refused("0.1.1") == [f"version 0.1.1 is too low after 0.1.0: {added}; {raise_it} 0.2.0 at least"]
    assert checkout.refused("0.2.0") == []


def test_a_release_may_not_be_passed_over(checkout: Checkout) -> None:
    checkout.write(LATER, SECOND)
    first = checkout.last
    checkout.release("0.1.1")
    checkout.last = first
    assert "version 0.1.1 was released before 0.1.2; give its build with --previous" in checkout.refused("0.1.2")


def test_a_released_version_is_not_opened_again(checkout: Checkout) -> None:
    """The same version with another article is refused even where the released set is not at hand."""
    checkout.write(LATER, SECOND)
    checkout.last = NOTHING
    [line] = checkout.refused("0.1.0")
    assert line.startswith("version 0.1.0 was released already without tidings-later-look; ")
    with pytest.raises(write.ReleasedAlreadyError, match="differs in x; a released version never changes"):
        write.put(checkout.out, "0.1.0", {**files_of(checkout.out / "0.1.0"), "x": b""})


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_computed_cells_take_the_reason_of_their_cause(checkout: Checkout) -> None:
    """Bounds of their date, signs of their code, the headline of all that it is made from."""
    checkout.edit(ORDER, ("issued: 2019-03-01\n", "issued: 2019-03-02\n"))
    checkout.explain(ORDER, "version: 0.1.1, reason: corrected, names: [cabinet-order]")
    text = (checkout.root / "dataset/vocabularies/consequence_type.yaml").read_text("utf-8")
    severity = text.partition("  criticism:")[2].partition("severity: ")[2].partition("\n")[0]
    entry = text.partition("  criticism:")[2].partition("severity:")[0]
    checkout.edit("dataset/vocabularies/consequence_type.yaml", (f"{entry}severity: {severity}", f"{entry}severity: 1"))
    checkout.write(
        "dataset/changes.yaml",
        "- {version: 0.1.1, table: terms, id: consequence_type/criticism, reason: codebook_change}\n",
    )
    delta = compare(checkout.last, checkout.build("0.1.1"))
    assert delta.unexplained == []
    assert {row for row in told(delta) if row[0] != "changes"} == {
        ("orders", "tidings-toy-order#cabinet-order", "issued", "corrected"),
        ("orders", "tidings-toy-order#cabinet-order", "issued_min", "corrected"),
        ("orders", "tidings-toy-order#cabinet-order", "issued_max", "corrected"),
        (HEADLINE, "tidings-toy-order#cabinet-order", "issued", "corrected"),
        ("terms", "consequence_type/criticism", "severity", "codebook_change"),
        ("consequences", "tidings-toy-order#scolding", "sign", "codebook_change"),
    }
    assert {change.edit.column for change in delta.changes if change.derived} == {
        "issued", "issued_min", "issued_max", "sign"
    }  # fmt: skip


def test_what_nobody_changed_is_not_silently_computed_otherwise(checkout: Checkout) -> None:
    """A computed cell that follows from no other change asks for an entry on its column."""
    made = texts(load(checkout.root), "0.1.1")
    headline = made["dataset/tables/order_outcomes.csv"]
    assert headline.count(",unknown,") == 2
    made["dataset/tables/order_outcomes.csv"] = headline.replace(",unknown,", ",no,")
    lines = list(plan.silent(compare(checkout.last, builds.of_texts(made))))
    assert len(lines) == 2
    entry = "{version: 0.1.1, table: columns, id: order_outcomes.met_deadline, reason: codebook_change, note: …}"
    assert f"if it is computed otherwise now, add `{entry}` to dataset/changes.yaml" in lines[0]
    checkout.write("dataset/changes.yaml", f"- {entry.replace('…', 'silence is failure')}\n")
    made["dataset/tables/changes.csv"] = texts(load(checkout.root), "0.1.1")["dataset/tables/changes.csv"]
    delta = compare(checkout.last, builds.of_texts(made))
    assert {change.reason for change in delta.changes} == {"codebook_change"}


def test_what_refers_to_a_merged_id_follows_it(checkout: Checkout) -> None:
    """Rows and cells that take the successor of a retired id need no reason of their own; others do."""
    moved = {"example-steel-mill": "example-steel-works", "wire": "tidings"}
    text = (checkout.root / MILL).read_text("utf-8").replace("id: example-steel-mill", "id: example-steel-works")
    (checkout.root / MILL).unlink()
    checkout.write("dataset/facilities/example-steel-works.yaml", text)
    checkout.edit("dataset/registries/outlets.yaml", (WIRE, ""))
    stone = "{{kind: {}, retired: 2026-11-24, reason: merged, successor: {}}}\n"
    checkout.write(
        "dataset/retired.yaml",
        f"example-steel-mill: {stone.format('facility', 'example-steel-works')}"
        f"wire: {stone.format('outlet', 'tidings')}",
    )
    text = (checkout.root / ORDER).read_text("utf-8").replace("example-steel-mill", "example-steel-works")
    checkout.write(ORDER, text.replace("outlet: wire", "outlet: tidings"))
    delta = checkout.release("0.1.1")
    assert {change.edit.table for change in delta.changes} >= {"parties", "sources", HEADLINE}
    referring = {change.reason for change in delta.changes if change.subject.table not in {"facilities", "outlets"}}
    assert referring == {"merged"}
    assert set(moved) <= {change.subject.id for change in delta.changes if change.edit.table == "retired"}


def test_what_was_released_cannot_vanish(checkout: Checkout) -> None:
    """Without a tombstone the check fails, and so does the release; so it does where an id names another thing."""
    text = (checkout.root / ORDER).read_text("utf-8")
    factors = text[text.index("\nfactors:") : text.index("\nlinks:")]
    checkout.edit(ORDER, (factors, ""))
    gone = "`tidings-toy-order#no-coke` (factor) was released with 0.1.0 and is gone; put it back, or list it here"
    assert checkout.findings() == [f"R81 {gone}"]
    [line] = checkout.refused("0.1.1")
    assert line.endswith("put tidings-toy-order#no-coke back, or retire it in dataset/retired.yaml")
    checkout.edit(ORDER, ("  scolding:\n", "  no-coke:\n"))
    assert [line[:47] for line in checkout.findings()] == [
        "R81 `tidings-toy-order#no-coke` was released as",
        "R81 `tidings-toy-order#scolding` (consequence) ",
    ]
