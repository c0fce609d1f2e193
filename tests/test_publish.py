"""Generated files: fit for readers that are not ours, written whole, and known to be stale when they are."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from unittest.mock import patch

import frictionless
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from referencing import Registry

from dprk_industry.curate.corpus import load
from dprk_industry.curate.models.validate import FORMS
from dprk_industry.curate.publish import build, csvfile, documents, stale

PROFILES = Path(__file__).parent / "profiles"
Package = dict[str, Any]
Cells = dict[str, list[dict[str, str]]]


def rebuild(root: Path) -> list[str]:
    return build(root, load(root).collection)


def stale_in(root: Path) -> list[str]:
    return stale(root, load(root).collection)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, real_root: Path) -> Path:
    """A fresh build of the real dataset, for reading only."""
    root = tmp_path_factory.mktemp("built")
    shutil.copytree(real_root / "dataset", root / "dataset")
    shutil.copy(real_root / "README.md", root)
    rebuild(root)
    return root


@pytest.fixture
def toy(toy_root: Path) -> Path:
    """A fresh build of the toy dataset, to be spoilt."""
    (toy_root / "README.md").write_text(f"# Toy\n\n{documents.BEGIN}\n{documents.END}\n", "utf-8")
    rebuild(toy_root)
    return toy_root


@pytest.fixture(scope="module")
def package(built: Path) -> Package:
    found: Package = json.loads((built / "datapackage.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def cells(built: Path, package: Package) -> Cells:
    """Every published table as any CSV reader has it."""
    texts = {resource["name"]: (built / resource["path"]).read_text("utf-8") for resource in package["resources"]}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def profile(name: str) -> Draft7Validator:
    """A profile of Data Package 2.0; the empty registry keeps it from fetching anything."""
    return Draft7Validator(json.loads((PROFILES / f"{name}.json").read_text("utf-8")), registry=Registry())


def test_descriptor_fits_the_official_profile(package: Package) -> None:
    """The package, each resource and each schema are valid under the profiles of Data Package 2.0."""
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert list(profile("datapackage").iter_errors(package)) == []
    for resource in package["resources"]:
        assert list(profile("dataresource").iter_errors(resource)) == []
        assert list(profile("tableschema").iter_errors(resource["schema"])) == []
    assert not profile("datapackage").is_valid({**package, "contributors": [{"title": "x", "roles": "curator"}]})


def test_frictionless_finds_no_fault(built: Path) -> None:
    """Frictionless, as an outside opinion, finds the tables to be what the descriptor says."""
    report = frictionless.validate(str(built / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == len(list((built / "dataset" / "tables").iterdir()))


def faults(package: Package, cells: Cells) -> Iterator[str]:
    """What frictionless lets pass: keys of missing fields, repeated unique keys, categories beside the enumeration."""
    schemas: dict[str, Any] = {resource["name"]: resource["schema"] for resource in package["resources"]}
    names = {table: [field["name"] for field in schema["fields"]] for table, schema in schemas.items()}
    for table, schema in schemas.items():
        for key in filter(None, [schema.get("primaryKey"), *schema.get("uniqueKeys", [])]):
            rows = [tuple(row.get(name) for name in key) for row in cells[table]]
            if not set(key) <= set(names[table]) or len(set(rows)) < len(rows):
                yield f"{table}: key {key}"
        for key in schema.get("foreignKeys", []):
            other, fields = key["reference"].get("resource") or table, key["reference"]["fields"]
            if not set(key["fields"]) <= set(names[table]) or not set(fields) <= set(names.get(other, [])):
                yield f"{table}: reference {other} {fields}"
        for field in schema["fields"]:
            codes = [category["value"] for category in field.get("categories", [])]
            if codes != field.get("constraints", {}).get("enum", []) or len(set(codes)) < len(codes):
                yield f"{table}.{field['name']}: categories"


def test_descriptor_keeps_what_it_promises(package: Package, cells: Cells) -> None:
    """Keys and references name what exists, keys are unique, and categories equal the enumeration."""
    assert list(faults(package, cells)) == []
    fields = chain(*(resource["schema"]["fields"] for resource in package["resources"]))
    ordered = {field["name"] for field in fields if "categoriesOrdered" in field}
    assert {"reliability", "credibility", "stage"} <= ordered


SPOILT: dict[str, Callable[[Any, Any], object]] = {
    "articles: key ['url', 'x']": lambda schema, _: schema["uniqueKeys"].append(["url", "x"]),
    "articles: key ['url', 'item']": lambda _, rows: rows.append({**rows[0], "article_id": "x"}),
    "articles: key ['article_id']": lambda _, rows: rows.append({**rows[0], "url": "x"}),
    "articles: reference x": lambda schema, _: schema["foreignKeys"][0]["reference"].update(resource="x"),
    "articles: reference outlets ['x']": lambda schema, _: schema["foreignKeys"][0]["reference"].update(fields=["x"]),
    "articles.genre: categories": lambda schema, _: schema["fields"][11]["categories"].pop(),
}


@pytest.mark.parametrize("found", SPOILT)
def test_broken_promise_is_seen(found: str, package: Package, cells: Cells) -> None:
    """The checks above do find fault with a descriptor or a table that is spoilt."""
    spoilt, rows = copy.deepcopy(package), copy.deepcopy(cells)
    SPOILT[found](spoilt["resources"][1]["schema"], rows["articles"])
    assert [fault[: len(found)] for fault in faults(spoilt, rows)] == [found]


def test_what_the_model_requires_is_required(package: Package) -> None:
    """A column is required where its field is, whatever its type."""
    fields = {field["name"]: field for field in package["resources"][1]["schema"]["fields"]}
    for name in ("url", "paragraph_count", "annotated"):
        assert fields[name].get("constraints", {}).get("required"), name


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from('\n,"'), max_size=20)


@given(st.lists(st.fixed_dictionaries({"a": texts, "b": st.booleans() | st.integers() | st.none() | st.dates()})))
def test_csv_is_read_back(rows: list[dict[str, Any]]) -> None:
    """Any CSV reader has the cells back as texts, quotes, commas and line feeds included."""
    text = csvfile.render(["a", "b"], rows)
    expected = [[row["a"], csvfile.cell(row["b"])] for row in rows]
    assert "\r" not in text
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], *expected]


def test_build_is_idempotent(toy: Path) -> None:
    """A second build changes nothing, and one from nothing gives the same bytes."""
    before = {path: path.read_bytes() for path in toy.rglob("*") if path.is_file()}
    assert rebuild(toy) == stale_in(toy) == []
    shutil.rmtree(toy / "schemas")
    assert all(path.startswith("schemas/") for path in rebuild(toy))
    assert {path: path.read_bytes() for path in toy.rglob("*") if path.is_file()} == before


def test_stale_names_what_is_wrong(toy: Path) -> None:
    """Files that were changed, are missing or are surplus are named, they alone, and a build sets them right."""
    tables, readme = toy / "dataset" / "tables", toy / "README.md"
    (tables / "orders.csv").write_bytes((tables / "orders.csv").read_bytes().replace(b"\n", b"\r\n"))
    assert stale_in(toy) == ["dataset/tables/orders.csv"]
    (toy / "CITATION.cff").unlink()
    (tables / "retired.csv").unlink()
    (tables / "older.csv").write_text("a\n")
    (toy / "schemas" / "older.json").write_text("{}\n")
    readme.write_text(readme.read_text("utf-8").replace("| 2 |", "| 3 |"), "utf-8")
    named = ["orders.csv", "retired.csv", "older.csv"]
    wrong = sorted(["CITATION.cff", "README.md", "schemas/older.json", *(f"dataset/tables/{name}" for name in named)])
    assert stale_in(toy) == rebuild(toy) == wrong
    assert stale_in(toy) == []
    assert not (tables / "older.csv").exists()


@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
def test_interrupted_write_leaves_the_old_file(failure: type[BaseException], toy: Path) -> None:
    """If a build dies while a file is put into its place, the old file stands whole and nothing lies about."""
    target = toy / "dataset" / "tables" / "orders.csv"
    target.write_bytes(b"old\n")
    files = sorted(target.parent.iterdir())
    with patch.object(Path, "replace", side_effect=failure), pytest.raises(failure):
        rebuild(toy)
    assert target.read_bytes() == b"old\n"
    assert sorted(target.parent.iterdir()) == files
    assert rebuild(toy) == ["dataset/tables/orders.csv"]


class Core(yaml.SafeLoader):
    """Reads YAML 1.2 as an editor does: numbers and truth values by the core schema, all else as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it


KINDS = [("int", "[0-9]+", int), ("float", r"[0-9]*\.[0-9]+", float), ("bool", "true|false", "true".__eq__)]
for tag, pattern, make in KINDS:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"-?(?:{pattern})$"), None)
    Core.add_constructor(f"tag:yaml.org,2002:{tag}", partial(lambda made, _, node: made(node.value), make))


def records(root: Path) -> Iterator[tuple[str, bytes]]:
    """Form and bytes of every file that people write."""
    patterns = {"annotations/*/*": "article", "double-coding/*/*": "article", "facilities/*": "facility"}
    patterns |= {"vocabularies/*": "vocabulary"}
    for file in sorted((root / "dataset").rglob("*.yaml")):
        forms = [form for pattern, form in patterns.items() if file.match(f"dataset/{pattern}.yaml")]
        yield next(iter(forms), file.stem), file.read_bytes()


@pytest.fixture(scope="module")
def schemas(built: Path) -> dict[str, Draft202012Validator]:
    made = {form: json.loads((built / "schemas" / f"{form}.schema.json").read_text("utf-8")) for form in FORMS}
    return {form: Draft202012Validator(schema) for form, schema in made.items()}


def test_schemas_accept_every_record(built: Path, schemas: dict[str, Draft202012Validator]) -> None:
    """The JSON Schemas are valid, and every file is valid under the one of its form, as an editor reads it."""
    for validator in schemas.values():
        Draft202012Validator.check_schema(validator.schema)
    checked = list(records(built))
    assert {form for form, _ in checked} == set(FORMS)
    for form, raw in checked:
        assert list(schemas[form].iter_errors(yaml.load(raw, Core))) == []  # noqa: S506 - a safe loader


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from mappings(inner)


def surplus(built: Path, schemas: dict[str, Draft202012Validator], *, named: bool) -> Iterator[tuple[str, bool]]:
    """For every mapping of fields (or else of names) of every file: whether its schema refuses a surplus key."""
    for form, raw in records(built):
        data = yaml.load(raw, Core)  # noqa: S506 - a safe loader
        for mapping in mappings(data):
            inner = list(mapping.values())
            if mapping and named == all(isinstance(value, (dict, list)) for value in inner):
                mapping["No Such Key"] = inner[0]
                yield f"{form}: {list(mapping)[:3]}", not schemas[form].is_valid(data)
                del mapping["No Such Key"]


def test_schemas_refuse_unknown_keys(built: Path, schemas: dict[str, Draft202012Validator]) -> None:
    """A key that no field has is refused in every mapping of every file."""
    found = list(surplus(built, schemas, named=False))
    assert len(found) > 500
    assert [place for place, refused in found if not refused] == []


def test_schemas_refuse_bad_names(built: Path, schemas: dict[str, Draft202012Validator]) -> None:
    """A name that no record, code or registry entry may have is refused."""
    assert [place for place, refused in surplus(built, schemas, named=True) if not refused] == []


def test_every_property_is_described(schemas: dict[str, Draft202012Validator]) -> None:
    """Every property of every schema has the sentence of its field."""
    for form, validator in schemas.items():
        for held in mappings(validator.schema):
            for name, described in held.get("properties", {}).items():
                assert described.get("description"), (form, name)


def test_schemas_tell_editors_what_they_show(schemas: dict[str, Draft202012Validator]) -> None:
    """Every schema has a name that nobody fetches, every code its meaning, every pattern a message in words."""
    for form, validator in schemas.items():
        schema: Any = validator.schema
        assert schema["$id"] == f"urn:dprk-industry:schema:{form}"
        for held in mappings(schema):
            assert ("pattern" in held) == ("patternErrorMessage" in held), (form, held)
            if "x-vocabulary" in held:
                assert len(held["enum"]) == len(held["markdownEnumDescriptions"]) == len(set(held["enum"]))
                assert all(re.match(r"\*\*.+\.\*\* .", told) for told in held["markdownEnumDescriptions"])


def test_citation_is_valid(built: Path) -> None:
    """CITATION.cff fits the schema of the Citation File Format."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format"]
    assert subprocess.run([*command, built / "CITATION.cff"], check=False, capture_output=True).returncode == 0


def test_committed_files_are_current(real_root: Path) -> None:
    """What is committed is what a build would write, README's table included."""
    assert stale_in(real_root) == []
    told = re.findall(
        r"^\| \[`(\w+)`\]\((.+?)\) \| (\d+) \|", (real_root / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(told) == len(list((real_root / "dataset" / "tables").iterdir()))
    for name, path, count in told:
        with (real_root / path).open(encoding="utf-8", newline="") as stream:
            assert len(list(csv.DictReader(stream))) == int(count), name


@pytest.mark.parametrize("text", ["", documents.BEGIN, documents.END, f"{documents.END}\n{documents.BEGIN}"])
def test_document_without_marks_is_refused(text: str) -> None:
    """A document whose marks are missing or swapped is refused rather than overwritten."""
    with pytest.raises(documents.MarkersMissingError):
        documents.filled(text, "made")
