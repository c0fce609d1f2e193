"""The cookbook is true: its blocks run, pandas and SQL agree on the real data and on the toy, no rate stands alone."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

import dprk_industry
from dprk_industry.curate import corpus, publish
from dprk_industry.curate.publish import sqlite
from dprk_industry.curate.tables import TABLES

ROOT = Path(__file__).parents[1]
COOKBOOK = (ROOT / "docs" / "cookbook.md").read_text("utf-8")
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SQL = re.compile(r"^```sql\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUESTION = re.compile(r"^## (\d+)\. (.+\?)$", re.MULTILINE)
RATE = re.compile(r"\bmet\b|share|rate")
"""Columns of an answer that are rates of orders."""


EXTRA = """\
id: organ-toy-answer
outlet: organ
url: https://organ.example/toy-answer
headline: The mill has done more than it was told
language: ko
published: 2019-05-02
dated_by: page
genre: fulfilment
paragraph_count: 9
paragraph_digests: [00000001, 00000002, 00000003, 00000004, 00000005, 00000006, 00000007, 00000008, 00000009]
read: full
annotators: [tester]
annotated: 2026-11-22
sources:
  state: {kind: state_report, outlet: organ, reliability: D}
  worker: {kind: insider_worker, place: KP-08, reliability: C}
  talk: {kind: hearsay, via: worker, reliability: D}
defaults: {source: state, manner: stated, credibility: 3}
orders:
  again:
    paragraphs: [1]
    same_as: tidings-toy-order#mill-order
    issuer: {class: party_committee, place: KP-08}
    addressees: [{facility: example-steel-mill}, {facility: example-coal-mine, class: manager}]
    action: produce
    issued: 2019-03-02
    deadline: {kind: date, date: 2019-04-30}
  later:
    paragraphs: [2]
    amends: again
    change: postponed
    implements: again
    issuer: {class: party_committee, place: KP}
    addressees: [{class: police, place: KP-08-hamju}]
    action: produce
    issued: 202X-03-02
    deadline: {kind: occasion, date: 202X-04-15, occasion: spring-day}
  rumoured:
    paragraphs: [3]
    source: talk
    manner: rumour
    credibility: 4
    issuer: {facility: example-coal-mine, class: management}
    addressees: [{facility: example-coal-mine}]
    action: safeguard
    deadline: {kind: occasion, occasion: spring-day}
outcomes:
  more: {paragraphs: [1], order: again, subjects: [{facility: example-steel-mill}], kind: fulfilment, status: exceeded,
    plan: assignment, as_of: 2019-04-20, credibility: 2}
  paper: {paragraphs: [4], source: worker, order: again, subjects: [{facility: example-steel-mill}], kind: fulfilment,
    status: nominal, plan: assignment}
incidents:
  fire: {paragraphs: [5], during: [again, later], at: [{facility: example-coal-mine}], type: fire, date: 2019-05-01,
    amounts: [{role: killed, min: 2, value: 3, max: 5}]}
  fires: {paragraphs: [5], at: [{class: coal_mine, place: KP}], type: fire, date: 2019,
    amounts: [{role: count, item: incident, value: 9}, {role: killed, value: 40}]}
  fall: {paragraphs: [6], during: again, at: [{facility: example-coal-mine}], type: fire, date: 202X-05-01}
  gas: {paragraphs: [6], at: [{facility: example-coal-mine}], type: fire, date: 2019-05,
    amounts: [{role: killed, min: 1}]}
consequences:
  fired: {paragraphs: [7], because_of: fire, targets: [{facility: example-coal-mine, class: manager}], type: dismissal,
    stage: imposed}
  trial: {paragraphs: [7], because_of: fire, targets: [{facility: example-coal-mine, class: manager}],
    type: labour_term, stage: pending}
factors:
  told: {paragraphs: [8], concerns: [again, later], role: purpose, type: construction}
  guess: {paragraphs: [9], source: talk, manner: rumour, credibility: 4, concerns: again, role: purpose, type: weapons}
  dust: {paragraphs: [9], concerns: later, role: obstacle, type: power}
links:
  - {from: paper, relation: contradicts, to: more, field: status}
"""
"""An article that gives the toy dataset an answer to every question, with the cases in which answers go wrong."""


class Recipe(NamedTuple):
    """A question with its two answers."""

    number: int
    question: str
    text: str
    python: str
    sql: str


class Built(NamedTuple):
    """A dataset as a build leaves it, and as a database."""

    root: Path
    database: Path


def recipes() -> Iterator[Recipe]:
    """Questions of the cookbook, each with its only block of Python and its only block of SQL."""
    found = list(QUESTION.finditer(COOKBOOK))
    for match, end in zip(found, [*(other.start() for other in found[1:]), len(COOKBOOK)], strict=True):
        text = COOKBOOK[match.end() : end]
        [python], [sql] = PYTHON.findall(text), SQL.findall(text)
        yield Recipe(int(match[1]), match[2], text.strip(), python, sql)


RECIPES = list(recipes())
READY = "".join(PYTHON.findall(COOKBOOK[: COOKBOOK.index("## 1. ")]))
each_recipe = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: f"{recipe.number:02}")


@pytest.fixture(scope="module", params=["real", "toy"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Each dataset built into a folder of its own, so that the answers do not depend on what lies in the checkout."""
    folder = tmp_path_factory.mktemp(request.param)
    given = ROOT if request.param == "real" else ROOT / "tests" / "toy"
    lay_out(given, folder)
    if request.param == "toy":
        path = folder / "dataset" / "annotations" / "organ" / "organ-toy-answer.yaml"
        path.parent.mkdir()
        path.write_text(EXTRA, "utf-8")
    collection = corpus.load(folder).collection
    publish.build(folder, collection)
    rows = {table.name: table.rows(collection) for table in TABLES}
    database = folder / "cookbook.sqlite"
    database.write_bytes(sqlite.render(TABLES, rows, collection.registries.vocabularies))
    return Built(folder, database)


def lay_out(given: Path, folder: Path) -> None:
    """Copy what a build reads: the dataset with the real vocabularies, and a README to fill in."""
    shutil.copytree(given / "dataset", folder / "dataset", ignore=shutil.ignore_patterns("tables"))
    shutil.copytree(ROOT / "dataset" / "vocabularies", folder / "dataset" / "vocabularies", dirs_exist_ok=True)
    shutil.copy(ROOT / "README.md", folder)


@pytest.fixture(scope="module")
def ready(built: Built) -> dict[str, Any]:
    """Names that the first block of the cookbook leaves, loaded from the dataset built."""
    names: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        loader = partial(dprk_industry.load_dataset, root=built.root)
        patch.setattr(dprk_industry, "load_dataset", loader, raising=False)
        run(READY, names)
    return names


def run(code: str, names: dict[str, Any]) -> None:
    """Run a block of the cookbook."""
    exec(compile(code, "cookbook.md", "exec"), names)  # noqa: S102 - the code is ours


def ask(database: Path, statement: str) -> pd.DataFrame:
    """Answer of the database to a statement."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        cursor = connection.execute(statement)
        return pd.DataFrame(cursor.fetchall(), columns=[column[0] for column in cursor.description], dtype=object)


def plain(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Rows as plain values in one order, so that a frame and the answer of a database compare."""
    rows = [tuple(_plain(value) for value in row) for row in frame.itertuples(index=False)]
    return sorted(rows, key=repr)


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp | date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return value
    return round(float(value), 9)


def test_the_fifteen_questions_are_there() -> None:
    assert [recipe.number for recipe in RECIPES] == list(range(1, 16))
    assert len(PYTHON.findall(COOKBOOK)) == len(RECIPES) + 1
    assert len(SQL.findall(COOKBOOK)) == len(RECIPES)


@each_recipe
def test_pandas_and_sql_agree(recipe: Recipe, built: Built, ready: dict[str, Any]) -> None:
    """Both answers have the same columns and the same rows."""
    names = dict(ready)
    run(recipe.python, names)
    told = ask(built.database, recipe.sql)
    assert list(names["answer"].columns) == list(told.columns)
    assert plain(names["answer"]) == plain(told)


@each_recipe
def test_no_rate_stands_alone(recipe: Recipe, built: Built, ready: dict[str, Any]) -> None:
    """An answer that shows a rate of orders, or a text that speaks of one, shows the silent share as well."""
    columns = set(ask(built.database, recipe.sql).columns)
    names = dict(ready)
    run(recipe.python, names)
    rates = {name for name in columns if RATE.search(name)}
    averaged = re.search(r"avg\((?!days)", recipe.sql) or re.search(r"(?<!days)\", \"mean\"", recipe.python)
    if rates or averaged:
        assert "silent" in columns & set(names["answer"].columns)
        assert "silent" in recipe.text.partition("```")[0]


@each_recipe
def test_a_sentence_says_what_it_tells(recipe: Recipe) -> None:
    """Between the heading and the code stands a text in whole sentences."""
    told = recipe.text.partition("```")[0].strip()
    assert told
    assert told.endswith(".")


def test_answers_are_not_empty(built: Built) -> None:
    """All questions have an answer in the toy, and most in the real data, so that agreement means something."""
    answered = [recipe.number for recipe in RECIPES if len(ask(built.database, recipe.sql))]
    assert len(answered) >= (len(RECIPES) if "toy" in str(built.root) else 13)


def test_views_and_frames_agree(built: Built, ready: dict[str, Any]) -> None:
    """What the first block joins is what the views of the database join."""
    columns = ["record_id", "role", "facility_id", "actor_id", "class", "place_id", "province", "sector", "level"]
    told = ask(built.database, f"select {', '.join(columns)} from party_context")  # noqa: S608 - names of ours
    assert plain(ready["parties"][columns]) == plain(told)
    columns = ["record_id", "outlet_kind", "source_kind", "root", "holds", "case_id"]
    told = ask(built.database, f"select {', '.join(columns)} from record_context")  # noqa: S608 - names of ours
    assert plain(ready["context"][columns]) == plain(told)
