"""What describes the package is true of it: descriptor, Croissant, schema.org, Hugging Face, Datasette."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import json
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dprk_industry.curate import corpus
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.publish import about, csvfile, datasette, descriptor, meanings, metadata, sqlite
from dprk_industry.curate.publish.coverage import measure
from dprk_industry.curate.tables import TABLES, Table

ROOT = Path(__file__).parents[1]
RELEASED = date(2026, 12, 1)
Rows = dict[str, list[dict[str, Any]]]
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@dataclass(frozen=True, repr=False)
class Package:
    """The real dataset and what describes it, on disk as in a release."""

    folder: Path
    collection: Collection
    rows: Rows

    def read(self, path: str) -> str:
        """Text of a file."""
        return (self.folder / path).read_text("utf-8")

    def json(self, path: str) -> Any:
        """Data of a JSON file."""
        return json.loads(self.read(path))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """Tables, descriptor and descriptions of the real dataset in a folder of their own."""
    collection = corpus.load(ROOT).collection
    vocabularies = collection.registries.vocabularies
    rows: Rows = {table.name: table.rows(collection) for table in TABLES}
    csvs = {table.name: csvfile.render([column.name for column in table.columns], rows[table.name]) for table in TABLES}
    hashes = {name: hashlib.sha256(text.encode("utf-8")).hexdigest() for name, text in csvs.items()}
    outlets = [outlet.name for outlet in collection.registries.outlets.values()]
    texts = {
        **{f"dataset/tables/{name}.csv": text for name, text in csvs.items()},
        **metadata.render(TABLES, vocabularies, hashes, measure(rows), RELEASED),
        "datapackage.json": descriptor.render(TABLES, vocabularies, outlets, collection.registries.annotators),
    }
    folder = tmp_path_factory.mktemp("package")
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return Package(folder, collection, rows)


# descriptor


def test_descriptor_fits_the_official_profile(package: Package) -> None:
    """The profile of Data Package 2.0, a schema without network, finds no fault."""
    jsonschema = pytest.importorskip("jsonschema")
    profile = json.loads((ROOT / "tests" / "profiles" / "datapackage.json").read_text("utf-8"))
    checker = jsonschema.Draft7Validator(profile, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(package.json("datapackage.json"))] == []


def test_frictionless_accepts_the_package(package: Package) -> None:
    """The outside referee finds no fault in descriptor and data, and reads why a cell may be empty."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(package.folder / "datapackage.json"))
    assert report.flatten(["resourceName", "rowNumber", "message"]) == []
    field = (
        frictionless.Package(str(package.folder / "datapackage.json")).get_resource("orders").schema.get_field("change")
    )
    assert field.to_descriptor()["missingValues"] == [{"value": "", "label": "The order changes no earlier one."}]


def test_descriptor_says_who_and_whence(package: Package) -> None:
    described = package.json("datapackage.json")
    assert {"id", "created", "version", "licenses", "keywords"} <= described.keys()
    assert [outlet["title"] for outlet in described["sources"]] == sorted(
        row["name"] for row in package.rows["outlets"]
    )
    assert described["contributors"][0] == {"title": about.AUTHORS, "roles": about.ROLES}
    assert {"title": "coder-a", "roles": ["annotator"]} in described["contributors"]


def test_descriptor_in_git_holds_nothing_that_every_record_changes(package: Package) -> None:
    """Row counts and hashes would make every two pull requests collide."""
    resources = package.json("datapackage.json")["resources"]
    assert not {"hash", "bytes", "rows", "stats"} & {key for resource in resources for key in resource}


# Croissant

reads_rdf = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib warns of a class of its own that its parser of JSON-LD still uses."""


@pytest.fixture(scope="module")
def croissant(package: Package) -> Any:
    """The Croissant description as its own library reads it, with one object for all tables."""
    mlcroissant = pytest.importorskip("mlcroissant")
    return mlcroissant.Dataset(jsonld=str(package.folder / "croissant.json"))


@reads_rdf
def test_croissant_is_valid(croissant: Any) -> None:
    """The library has nothing to say, not even a warning."""
    issues = croissant.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())


@reads_rdf
@each_table
def test_croissant_gives_every_record(table: Table, croissant: Any, package: Package) -> None:
    """Iterated, each record set gives the cells of its CSV file; only so are columns, types and hashes checked."""
    told = csv.DictReader(io.StringIO(package.read(f"dataset/tables/{table.name}.csv")))
    expected = [{f"{table.name}/{name}": cell for name, cell in row.items()} for row in told]
    records = list(croissant.records(table.name))
    assert len(records) == len(expected)
    for record, row in zip(records, expected, strict=True):
        assert {name: cell_of(value, row[name]) for name, value in record.items()} == row


def cell_of(value: Any, cell: str) -> str:
    """A value of Croissant as a cell of CSV, where that can be known: the library takes the word None for nothing."""
    if value is None:
        return "None" if cell == "None" else ""
    if isinstance(value, list):
        return meanings.SEPARATOR.join(cell_of(part, "") for part in value)
    if isinstance(value, bytes):
        # pandas, by which the library reads, takes a column of whole numbers and gaps for one of fractions
        return value.decode("utf-8").removesuffix(".0") if re.fullmatch("[0-9]+", cell) else value.decode("utf-8")
    if isinstance(value, float):
        return cell if float(cell) == value else str(value)
    return str(value.date()) if hasattr(value, "date") else str(value).lower()


def test_croissant_refers_to_what_is_there(package: Package) -> None:
    """References name columns of the files and codes of the lists; every coded column has its list."""
    described = package.json("croissant.json")
    fields = {field["@id"] for record_set in described["recordSet"] for field in record_set["field"]}
    for table in TABLES:
        [record_set] = [found for found in described["recordSet"] if found["@id"] == table.name]
        for column, field in zip(table.columns, record_set["field"], strict=True):
            reference = field.get("references", {})
            if column.refers:
                name = reference["fileObject"]["@id"].removesuffix(".csv")
                assert f"{name}.{reference['extract']['column']}" == column.refers
            elif column.vocabulary:
                assert reference["field"]["@id"] in fields
            else:
                assert not reference


def test_croissant_lists_every_code(package: Package) -> None:
    vocabularies = package.collection.registries.vocabularies
    lists = {found["@id"]: found["data"] for found in package.json("croissant.json")["recordSet"] if "data" in found}
    used = {column.vocabulary for table in TABLES for column in table.columns if column.vocabulary}
    assert lists.keys() == {f"codes/{name}" for name in used}
    for name, data in lists.items():
        codes = vocabularies[name.removeprefix("codes/")].codes
        assert {entry[f"{name}/code"]: entry[f"{name}/label"] for entry in data} == {
            code: term.label for code, term in codes.items()
        }


# schema.org


@reads_rdf
def test_schema_org_is_linked_data(package: Package) -> None:
    """The description parses as RDF, without network, into one dataset with what a search engine asks for."""
    rdflib = pytest.importorskip("rdflib")
    described = {**package.json("schema-org.json"), "@context": {"@vocab": "https://schema.org/"}}
    graph = rdflib.Graph().parse(data=json.dumps(described), format="json-ld", publicID="https://example.org/")
    schema = rdflib.Namespace("https://schema.org/")
    [dataset] = graph.subjects(rdflib.RDF.type, schema.Dataset)
    for name in ("name", "description", "license", "creator", "version", "temporalCoverage", "spatialCoverage"):
        assert graph.value(dataset, schema[name]) is not None, name
    assert len(list(graph.objects(dataset, schema.distribution))) == len(TABLES)


def test_schema_org_covers_what_the_data_cover(package: Package) -> None:
    described = package.json("schema-org.json")
    first, last = described["temporalCoverage"].split("/")
    published = [row["published_max"].isoformat() for row in package.rows["articles"] if row["published_max"]]
    assert first < last <= max(published)
    south, west, north, east = map(Decimal, described["spatialCoverage"]["geo"]["box"].split())
    assert all(south <= row["lat"] <= north for row in package.rows["facilities"] if row["lat"] is not None)
    assert all(west <= row["lon"] <= east for row in package.rows["facilities"] if row["lon"] is not None)
    assert 37 < south < north < 44
    assert 50 < len(described["description"]) <= 5000  # the bounds that Google sets


def test_schema_org_names_the_variables(package: Package) -> None:
    names = [variable["name"] for variable in package.json("schema-org.json")["variableMeasured"]]
    assert {"orders.action", "amounts.value", "order_outcomes.met_deadline", "incidents.date"} <= set(names)
    assert not {"orders.record_id", "incidents.date_min", "records.note", "terms.rank"} & set(names)
    assert len(names) == len(set(names))


def test_downloads_are_there(package: Package) -> None:
    """Every file that a description names lies where it says, with the hash that it says."""
    files = [*package.json("schema-org.json")["distribution"], *package.json("croissant.json")["distribution"]]
    assert len(files) == 2 * len(TABLES)
    for file in files:
        assert hashlib.sha256((package.folder / file["contentUrl"]).read_bytes()).hexdigest() == file["sha256"]


# Hugging Face


@pytest.fixture(scope="module")
def card(package: Package) -> Path:
    """A folder as the card says: the card itself and a Parquet file for each table."""
    pytest.importorskip("pyarrow")
    from dprk_industry.curate.publish import parquet

    folder = package.folder
    (folder / "parquet").mkdir()
    for table in TABLES:
        made = parquet.render(table, package.rows[table.name], package.collection.registries.vocabularies)
        (folder / "parquet" / f"{table.name}.parquet").write_bytes(made)
    return folder


@pytest.fixture(scope="module")
def hugging_face(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The library of Hugging Face, kept from the network and from the home folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        patch.setenv("HF_DATASETS_OFFLINE", "1")
        patch.setenv("HF_HOME", str(tmp_path_factory.mktemp("hf")))
        library = pytest.importorskip("datasets")
        library.disable_progress_bars()
        yield library


@each_table
def test_hugging_face_loads_every_table(
    table: Table, card: Path, hugging_face: Any, package: Package, tmp_path: Path
) -> None:
    """Each table is a configuration with its columns, types and rows; one without rows cannot be, and is left out."""
    held = package.rows[table.name]
    names = hugging_face.get_dataset_config_names(str(card))
    assert (table.name in names) == bool(held)
    if held:
        loaded = hugging_face.load_dataset(str(card), table.name, split="train", cache_dir=str(tmp_path))
        assert loaded.column_names == [column.name for column in table.columns]
        floats = [{name: as_float(value) for name, value in row.items()} for row in held]
        assert loaded.to_list() == floats


def as_float(value: Any) -> Any:
    """A cell as Parquet holds it."""
    return float(value) if isinstance(value, Decimal) else value


def test_hugging_face_opens_the_headline_table(card: Path, hugging_face: Any, package: Package, tmp_path: Path) -> None:
    """Without a configuration named, the default one is loaded."""
    loaded = hugging_face.load_dataset(str(card), cache_dir=str(tmp_path))
    assert loaded["train"].num_rows == len(package.rows["order_outcomes"])


def test_card_says_what_must_be_known(package: Package) -> None:
    text = package.read("README.md")
    assert all(limit in text for limit in about.LIMITS)
    assert about.CITATION in text
    assert "license: cc-by-4.0" in text


# Datasette


@pytest.fixture(scope="module")
def served(package: Package) -> Iterator[str]:
    """Address at which Datasette serves the database with its metadata, on this machine only."""
    pytest.importorskip("datasette")
    database = package.folder / f"{datasette.DATABASE}.sqlite"
    database.write_bytes(sqlite.render(TABLES, package.rows, package.collection.registries.vocabularies))
    command = (sys.executable, "-m", "datasette", "serve", str(database), "--metadata", "datasette.json", "--port", "0")
    log = package.folder / "datasette.log"
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=package.folder, stdout=stream, stderr=stream)
        try:
            yield address(process, log)
        finally:
            process.terminate()
            process.wait(timeout=30)


def address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Address that the server logs once it listens."""
    for _ in range(300):
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return found[0]
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise TimeoutError(log.read_text())


def page(url: str) -> str:
    """Text of a page, fetched without any proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=30) as answer:
        return html.unescape(answer.read().decode("utf-8"))


@each_table
def test_datasette_describes_every_table(table: Table, served: str, package: Package) -> None:
    """The page of a table shows its title, its description, every column's meaning, the licence and the rows."""
    text = page(f"{served}/{datasette.DATABASE.replace('.', '~2E')}/{table.name}")
    assert re.search(rf"<h1[^>]*>\s*{re.escape(table.title)}\s*</h1>", text)
    assert meanings.plain(table.description) in text
    assert all(f"<dt>{column.name}</dt><dd>" in text for column in table.columns)
    assert all(meanings.plain(column.description) in text for column in table.columns)
    assert about.LICENSE["path"] in text
    assert re.search(rf"\b{len(package.rows[table.name]):,} rows?\b", text)


def test_datasette_home_says_what_it_is(served: str) -> None:
    text = page(f"{served}/")
    assert about.TITLE in text
    assert about.DESCRIPTION in text
    assert all(
        meanings.plain(limit) in page(f"{served}/{datasette.DATABASE.replace('.', '~2E')}") for limit in about.LIMITS
    )


def test_datasette_metadata_names_what_is_there(package: Package) -> None:
    """Columns of labels, order and facets are columns of their tables; the database has the release's name."""
    described = package.json("datasette.json")["databases"][datasette.DATABASE]["tables"]
    for table in TABLES:
        names = {column.name for column in table.columns}
        entry = described[table.name]
        assert {entry["sort"], entry.get("label_column", entry["sort"]), *entry.get("facets", [])} <= names
    assert f"{about.NAME}-{about.VERSION}" == datasette.DATABASE
