"""Every format of a release holds the same rows; the database keeps its keys and answers the questions of the model.

A file `tests/questions/NN-*.sql` holds a question, its statement as the data model gives it, and, as comments, what the
five articles that the dataset began with answer; `pytest --accept` writes the answers anew.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from dprk_industry import load_dataset
from dprk_industry.curate import corpus, publish
from dprk_industry.curate.publish import about, archive, assets, parquet, sqlite
from dprk_industry.curate.tables import TABLES
from dprk_industry.errors import MissingLibraryError

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Collection

HERE = Path(__file__).parent
ROOT = HERE.parent
README = (ROOT / "README.md").read_text("utf-8")
LICENSE_DATA = (ROOT / "LICENSE-DATA").read_text("utf-8")
QUESTIONS = sorted((HERE / "questions").glob("[0-9]*.sql"))
ANSWER = "-- The five articles that the dataset began with answer:\n"
FIRST = {
    "dailynk-hyesan-steel-restart",
    "dailynk-kaechon-coal-drills",
    "dailynk-komusan-kiln",
    "dailynk-scrap-steel-quotas",
    "pyongyangtimes-boost-metal-output",
}


@dataclass(frozen=True, repr=False)
class Built:
    """A dataset in all its forms."""

    collection: Collection
    texts: dict[str, str]
    """What a build writes."""
    frames: dict[str, pd.DataFrame]
    """What `load_dataset` gives from a build like that of the checkout."""
    rows: assets.Rows
    files: dict[str, bytes]
    """Files of the archive."""
    folder: Path
    """The archive, extracted."""
    database: bytes


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The toy dataset and the real one, each in all its forms."""
    roots = {"toy": toy(tmp_path_factory.mktemp("root")), "real": ROOT}
    return {name: build(corpus.load(root).collection, tmp_path_factory.mktemp(name)) for name, root in roots.items()}


@pytest.fixture(params=["toy", "real"])
def built(request: pytest.FixtureRequest, datasets: dict[str, Built]) -> Built:
    """Each dataset in turn."""
    return datasets[request.param]


@pytest.fixture
def real(datasets: dict[str, Built]) -> Built:
    return datasets["real"]


def toy(root: Path) -> Path:
    shutil.copytree(HERE / "toy", root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    return root


def build(collection: Collection, scratch: Path) -> Built:
    texts = publish.render(collection, README)
    for path, text in texts.items():
        target = scratch / "checkout" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
    rows = assets.rows_of(collection)
    files = assets.package(texts, rows, LICENSE_DATA)
    with zipfile.ZipFile(io.BytesIO(archive.render(files))) as packed:
        packed.extractall(scratch / "archive")
    frames = load_dataset("all", root=scratch / "checkout")
    database = sqlite.render(TABLES, rows, collection.registries.vocabularies)
    return Built(collection, texts, frames, rows, files, scratch / "archive", database)


def parquet_of(built: Built, name: str) -> bytes:
    pytest.importorskip("pyarrow")
    table = next(table for table in TABLES if table.name == name)
    return parquet.render(table, built.rows[name], built.collection.registries.vocabularies)


def opened(database: bytes) -> closing[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(database)
    return closing(connection)


def assert_same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    """Equal columns, equal cells, and equal frames once both have the types that `load_dataset` gives."""
    assert list(found.columns) == list(expected.columns)
    assert found.notna().equals(expected.notna())
    pd.testing.assert_frame_equal(found.astype(expected.dtypes.to_dict()), expected)


# The same rows in every format.


def test_the_archive_gives_the_same_frames(built: Built) -> None:
    found = load_dataset("all", root=built.folder)
    assert list(found) == list(built.frames)
    for name, frame in built.frames.items():
        pd.testing.assert_frame_equal(found[name], frame)


def test_sqlite_gives_the_same_frames(built: Built) -> None:
    with opened(built.database) as database:
        for name, frame in built.frames.items():
            assert_same(pd.read_sql(f'SELECT * FROM "{name}"', database), frame)  # noqa: S608


def test_parquet_gives_the_same_frames(built: Built) -> None:
    """Codes come back with their whole list and its order."""
    for name, frame in built.frames.items():
        found = pd.read_parquet(io.BytesIO(parquet_of(built, name)))
        assert_same(found, frame)
        coded = list(frame.select_dtypes("category").columns) if len(frame) else []
        assert {code: found[code].dtype for code in coded} == {code: frame[code].dtype for code in coded}


def test_parquet_says_what_it_holds(real: Built) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    for table in TABLES:
        schema = pq.read_schema(io.BytesIO(parquet_of(real, table.name)))
        assert schema.metadata[b"version"].decode() == about.VERSION
        assert schema.metadata[b"citation"].decode() == about.CITATION
        assert schema.metadata[b"license"] == b"CC-BY-4.0"
        for column in table.columns:
            field = schema.field(column.name)
            assert field.metadata[b"description"].decode().startswith(column.description)
            assert field.nullable is not column.required


def test_polars_reads_parquet_and_csv(real: Built) -> None:
    polars = pytest.importorskip("polars")
    for name, frame in real.frames.items():
        held = polars.read_parquet(io.BytesIO(parquet_of(real, name)))
        told = polars.read_csv(real.folder / f"dataset/tables/{name}.csv", infer_schema_length=None)
        assert (held.height, told.height) == (len(frame), len(frame))
        assert held.columns == told.columns == list(frame.columns)
        if name == "facility_names":
            assert held["name"].to_list() == told["name"].to_list() == frame["name"].to_list()


def test_duckdb_reads_parquet_and_csv(real: Built, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    for name, frame in real.frames.items():
        (tmp_path / f"{name}.parquet").write_bytes(parquet_of(real, name))
        for path in (tmp_path / f"{name}.parquet", real.folder / f"dataset/tables/{name}.csv"):
            found = duckdb.sql(f"SELECT * FROM '{path}'")  # noqa: S608
            assert found.columns == list(frame.columns)
            rows = found.fetchall()
            assert len(rows) == len(frame)
            if name == "facility_names":
                assert [row[1] for row in rows] == frame["name"].to_list()


def test_there_is_hangul_to_keep_intact(real: Built) -> None:
    assert real.frames["facility_names"]["name"].str.contains("[가-힣]").any()


def test_frictionless_accepts_the_archive(built: Built) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(built.folder / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert {task.name: task.stats.get("rows", 0) for task in report.tasks} == {
        name: len(frame) for name, frame in built.frames.items()
    }


def test_the_descriptor_measures_every_file(built: Built) -> None:
    """Rows, bytes and hash of each resource are those of its file; all else is as in git."""
    package = json.loads(built.files["datapackage.json"])
    for resource in package["resources"]:
        data = (built.folder / resource["path"]).read_bytes()
        assert resource.pop("rows") == len(built.frames[resource["name"]])
        assert resource.pop("bytes") == len(data)
        assert resource.pop("hash") == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert package == json.loads(built.texts["datapackage.json"])


def test_the_archive_holds_what_it_should(built: Built) -> None:
    with zipfile.ZipFile(io.BytesIO(archive.render(built.files))) as packed:
        members = packed.infolist()
    names = [member.filename for member in members]
    assert names == sorted(names)
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.external_attr >> 16 for member in members} == {0o100644}
    tables = {f"dataset/tables/{table.name}.csv" for table in TABLES}
    assert set(names) == tables | {"datapackage.json", "LICENSE-DATA", "CITATION.cff", "README.md"}


# The database.


def test_the_database_is_sound(built: Built) -> None:
    with opened(built.database) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert database.execute("PRAGMA application_id").fetchone() == (0x4450524B,)
        assert database.execute("PRAGMA user_version").fetchone() == (sqlite.version_number(about.VERSION),)
        assert ("version", about.VERSION) in database.execute("SELECT name, value FROM about").fetchall()
        strict = dict(database.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall())
        assert {strict[table.name] for table in TABLES} == {1}


def test_the_database_has_the_keys_of_the_tables(real: Built) -> None:
    """Every key and every reference that a column declares is one of SQLite's, and every reference has an index."""
    with opened(real.database) as database:
        for table in TABLES:
            columns = database.execute("SELECT name, pk FROM pragma_table_info(?)", (table.name,)).fetchall()
            assert tuple(name for name, place in sorted(columns, key=lambda c: c[1]) if place) == table.key
            keys = database.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (table.name,))
            assert {name: f"{parent}.{to}" for name, parent, to in keys} == {
                column.name: column.refers for column in table.columns if column.refers
            }
            leading = database.execute(
                "SELECT i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i WHERE i.seqno = 0",
                (table.name,),
            )
            assert {column.name for column in table.columns if column.refers} <= {name for (name,) in leading}


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE articles SET paragraph_count = 'many'", "cannot store TEXT value in INTEGER column"),
        ("UPDATE orders SET action = 'produse'", "CHECK constraint failed: action"),
        ("UPDATE orders SET issued_min = '2019-02-30'", "CHECK constraint failed: issued_min"),
        ("UPDATE order_outcomes SET disputed = 2", "CHECK constraint failed: disputed"),
        ("UPDATE records SET manner = NULL", "NOT NULL constraint failed: records.manner"),
        ("INSERT INTO records SELECT * FROM records LIMIT 1", "UNIQUE constraint failed: records.record_id"),
        ("INSERT INTO parties SELECT * FROM parties LIMIT 1", "UNIQUE constraint failed: index 'parties_unique_1'"),
        ("UPDATE orders SET campaign = 'nowhere'", "FOREIGN KEY constraint failed"),
    ],
)
def test_the_database_refuses(statement: str, message: str, real: Built) -> None:
    """A wrong type, code, day, key or reference is refused; a second row with the same empty cells too."""
    with opened(real.database) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match=re.escape(message)):
            database.execute(statement)


def test_rows_with_a_broken_reference_give_no_database(real: Built) -> None:
    orders = [{**row, "campaign": "nowhere"} for row in real.rows["orders"]]
    with pytest.raises(sqlite3.IntegrityError, match="row 1 of orders refers to a row that calendar does not have"):
        sqlite.render(TABLES, {**real.rows, "orders": orders}, real.collection.registries.vocabularies)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("황해*", ("facility_names.name", "hwanghae-iron-and-steel-complex")),
        ("김책*", ("facility_names.name", "kim-chaek-iron-and-steel-complex")),
        ("kiln", ("articles.headline", "dailynk-komusan-kiln")),
        ("kangson", ("facility_names.name", "chollima-steel-complex")),
        ("drill*", ("terms.label", "item/drilling")),
        ("korean original", ("articles.note", "dailynk-kaechon-coal-drills")),
    ],
)
def test_search_finds_words(words: str, found: tuple[str, str], real: Built) -> None:
    """Korean words of two syllables are found by their beginning; marks over Latin letters do not matter."""
    with opened(real.database) as database:
        hits = database.execute("SELECT found_in, id FROM search WHERE search MATCH ?", (words,)).fetchall()
    assert found in hits


def test_the_views_are_those_of_the_model(built: Built) -> None:
    """Each view gives the columns and rows of the data model's own statement."""
    own, specified = {}, {}
    with opened(built.database) as database:
        views = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
        own = {view: contents(database, f"SELECT * FROM {view}") for view in views}  # noqa: S608
        for view in views:
            database.execute(f"DROP VIEW {view}")
        database.executescript((HERE / "questions" / "views.sql").read_text("utf-8"))
        specified = {view: contents(database, f"SELECT * FROM {view}") for view in views}  # noqa: S608
    assert sorted(own) == ["concerned", "party_context", "place_up", "record_context", "summaries"]
    assert own == specified


def contents(database: sqlite3.Connection, statement: str) -> tuple[list[str], list[Any]]:
    """Columns and sorted rows of what a statement gives."""
    cursor = database.execute(statement)
    return [column[0] for column in cursor.description], sorted(cursor.fetchall(), key=repr)


# The questions.


@pytest.fixture(scope="module")
def first() -> Iterator[sqlite3.Connection]:
    """A database of the articles that the dataset began with: it does not change when articles are added."""
    whole = corpus.load(ROOT).collection
    part = replace(whole, sheets=tuple(sheet for sheet in whole.sheets if sheet.article.id in FIRST))
    with opened(sqlite.render(TABLES, assets.rows_of(part), part.registries.vocabularies)) as database:
        yield database


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_questions_are_answered(
    path: Path, first: sqlite3.Connection, real: Built, request: pytest.FixtureRequest
) -> None:
    """The statement gives the answers written under it, and runs on the whole dataset too."""
    statement, _, expected = path.read_text("utf-8").partition(ANSWER)
    columns, rows = contents(first, statement)
    found = "".join(f"-- {' | '.join(map(told, row))}\n" for row in [columns, *rows])
    if request.config.getoption("--accept"):
        path.write_text(statement + ANSWER + found, "utf-8")
    else:
        assert found == expected
    with opened(real.database) as database:
        assert contents(database, statement)[0] == columns


def told(cell: object) -> str:
    """A cell in words; what SQLite joins in no order is sorted."""
    return ",".join(sorted(re.split(r",(?! )", cell))) if isinstance(cell, str) else str(cell)


def test_a_completion_called_nominal_is_found(first: sqlite3.Connection) -> None:
    """Question 13 has no answer yet; it gets one where an insider calls nominal what the state calls exceeded."""
    [question] = [path for path in QUESTIONS if path.name.startswith("13-")]
    with opened(first.serialize()) as database:
        database.execute("UPDATE outcomes SET status = 'nominal' WHERE record_id LIKE '%#work-begun'")
        database.execute(
            "UPDATE parties SET facility_id = 'kim-chaek-iron-and-steel-complex' WHERE record_id LIKE '%#work-begun'"
        )
        _, [(facility, accounts)] = contents(database, question.read_text("utf-8"))
    assert facility == "kim-chaek-iron-and-steel-complex"
    assert told(accounts) == "exceeded (state),nominal (dailynk)"


def test_there_are_fifteen_questions() -> None:
    assert [path.name.partition("-")[0] for path in QUESTIONS] == [f"{number:02}" for number in range(1, 16)]


# The assets.


def test_assets_have_their_names(real: Built) -> None:
    pytest.importorskip("pyarrow")
    made = assets.render(real.collection, real.texts, LICENSE_DATA)
    stem = f"dprk-industry-{about.VERSION}"
    tables = {f"parquet/{table.name}.parquet" for table in TABLES}
    assert set(made) >= tables | {f"{stem}.sqlite", f"{stem}.zip", "datapackage.json"}
    assert made[f"{stem}.sqlite"] == real.database
    described = {name: made[name] for name in assets.DESCRIPTIONS}
    assert made[f"{stem}.zip"] == archive.render(real.files | described)
    assert made["datapackage.json"] == real.files["datapackage.json"]


def test_without_pyarrow_the_extra_is_named(real: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingLibraryError, match=re.escape("pip install 'dprk-industry[curate,parquet]'")):
        assets.render(real.collection, real.texts, LICENSE_DATA)


DIGESTS = """
import hashlib, json, sys
from pathlib import Path
from dprk_industry.curate import corpus, publish
from dprk_industry.curate.publish import assets
root = Path(sys.argv[1])
readme, license_data = [(root / name).read_text("utf-8") for name in ("README.md", "LICENSE-DATA")]
collection = corpus.load(root).collection
made = assets.render(collection, publish.render(collection, readme), license_data)
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in made.items()}))
"""


def test_bytes_depend_on_the_dataset_alone(tmp_path: Path) -> None:
    """Another path, hash seed, working folder, time zone, locale and umask give the same bytes."""
    pytest.importorskip("pyarrow")
    copy = tmp_path / "elsewhere" / "root"
    for name in ("dataset", "README.md", "LICENSE-DATA"):
        copier = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy.mkdir(parents=True, exist_ok=True)
        copier(ROOT / name, copy / name)
    one = digests(ROOT, ROOT, 0o022, PYTHONHASHSEED="1", TZ="Asia/Seoul", LC_ALL="C")
    other = digests(copy, tmp_path, 0o077, PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C.UTF-8")
    assert len(one) > len(TABLES)
    assert one == other


def digests(root: Path, folder: Path, umask: int, **environment: str) -> dict[str, str]:
    """SHA-256 of every asset, made in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", DIGESTS, str(root)],
        cwd=folder,
        env={**os.environ, **environment},
        umask=umask,
        check=True,
        capture_output=True,
        text=True,
    )
    made: dict[str, str] = json.loads(run.stdout)
    return made


@pytest.mark.parametrize(("version", "number"), [("0.1.0", 1_000), ("1.2.3", 1_002_003), ("2.0.0rc1", 2_000_000)])
def test_a_version_has_a_number(version: str, number: int) -> None:
    assert sqlite.version_number(version) == number
