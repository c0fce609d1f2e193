"""Published builds as they are compared: the descriptor, and the rows of every table as texts."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from dprk_industry.curate.release import numbers
from dprk_industry.curate.values import frozen

DESCRIPTOR = "datapackage.json"
MAX_BYTES = 1_000_000_000
"""Largest file of an archive that is read, in bytes."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What the standard library raises for an archive that it cannot read."""

Row = Mapping[str, str]
"""Cells of a row by column, as they stand in the CSV."""


class BuildError(Exception):
    """Raised where there is no build, or one that cannot be read."""


@frozen(slots=False)
class Schema:
    """What a build says of one of its tables."""

    path: str
    """Where its file lies in the build."""
    fields: Mapping[str, Mapping[str, Any]]
    """Table Schema of each column, in the order of the columns."""
    key: tuple[str, ...]
    """Columns of the primary key; empty where there is none."""
    unique: frozenset[tuple[str, ...]]
    """Further sets of columns whose values together occur once."""
    refers: Mapping[str, tuple[str, str]]
    """Table and column to which a column refers."""

    def order(self, row: Row) -> list[tuple[int, float, str]]:
        """What the rows of the table are sorted by: its key, or all columns where it has none; numbers as numbers."""
        return [_order(row[name], str(self.fields[name]["type"])) for name in self.key or self.fields]


def _order(cell: str, kind: str) -> tuple[int, float, str]:
    if not cell:
        return (0, 0, "")
    return (1, float(cell), "") if kind in {"integer", "number"} else (2, 0, cell)


@frozen(slots=False)
class Build:
    """One state of the published tables."""

    version: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    """Rows of every table by its name."""

    @cached_property
    def schemas(self) -> dict[str, Schema]:
        """What the descriptor says of every table, by its name."""
        return {resource["name"]: _schema(resource) for resource in self.descriptor["resources"]}


NOTHING = Build("0.0.0", {"resources": []}, {})
"""What there was before the first release."""


def _schema(resource: Mapping[str, Any]) -> Schema:
    schema, name = resource["schema"], resource["name"]
    refers = {
        key["fields"][0]: (key["reference"].get("resource", name), key["reference"]["fields"][0])
        for key in schema.get("foreignKeys", ())
    }
    return Schema(
        path=resource["path"],
        fields={field["name"]: field for field in schema["fields"]},
        key=tuple(schema.get("primaryKey", ())),
        unique=frozenset(tuple(names) for names in schema.get("uniqueKeys", ())),
        refers=refers,
    )


def read(path: Path) -> Build:
    """The build at a path: a folder that holds datapackage.json and its tables, a zip of one, or a released set.

    Raises:
        BuildError: there is no build, or it cannot be read; the message says what was expected.

    """
    try:
        if path.is_file():
            return _zipped(path)
        archive = _archive_of(path)
        return _zipped(archive) if archive else parsed(lambda name: (path / name).read_bytes())
    except BuildError as error:
        raise BuildError(f"{path}: {error}") from None
    except (OSError, *BROKEN) as error:
        raise BuildError(f"{path} cannot be read as a build: {error}") from None


def _archive_of(folder: Path) -> Path | None:
    """The archive of a released set, whose tables lie in no folder of their own; None in any other folder."""
    if not (folder / DESCRIPTOR).is_file():
        raise BuildError(f"no build here; expected the file {DESCRIPTOR}, or a zip that holds it")
    archives = sorted(folder.glob("*.zip"))
    return None if (folder / "dataset").is_dir() or len(archives) != 1 else archives[0]


def _zipped(path: Path) -> Build:
    with zipfile.ZipFile(path) as archive:
        sizes = {member.filename: member.file_size for member in archive.infolist()}

        def load(name: str) -> bytes:
            if name not in sizes:
                raise BuildError(f"the archive lacks the file {name}")
            if sizes[name] > MAX_BYTES:
                raise BuildError(f"{name} is larger than {MAX_BYTES:,} bytes; is this a build?")
            return archive.read(name)

        return parsed(load)


def of_texts(texts: Mapping[str, str]) -> Build:
    """The build that generated files make, by their paths."""
    return parsed(lambda name: texts[name].encode("utf-8"))


def parsed(load: Callable[[str], bytes]) -> Build:
    """A build from a function that gives the bytes of its files.

    Raises:
        BuildError: the descriptor is none, or a table does not fit it.

    """
    try:
        descriptor = json.loads(load(DESCRIPTOR))
        build = Build(str(descriptor["version"]), descriptor, {})
        numbers.number(build.version)
        schemas = build.schemas
        hashes = {resource["name"]: resource.get("hash") for resource in descriptor["resources"]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BuildError(f"{DESCRIPTOR} is no descriptor of tables ({type(error).__name__}: {error})") from None
    tables = {name: _rows(name, schema, hashes[name], load) for name, schema in schemas.items()}
    return Build(build.version, descriptor, tables)


def _rows(name: str, schema: Schema, digest: str | None, load: Callable[[str], bytes]) -> tuple[Row, ...]:
    parts = PurePosixPath(schema.path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in schema.path:
        raise BuildError(f"the path {schema.path!r} of the table {name} leads out of the build")
    data = load(schema.path)
    if digest not in {None, f"sha256:{hashlib.sha256(data).hexdigest()}"}:
        raise BuildError(f"{schema.path} is not the file that {DESCRIPTOR} describes: its SHA-256 is another")
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
        header, *lines = list(reader) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BuildError(f"{schema.path} is no CSV in UTF-8: {error}") from None
    if header != list(schema.fields):
        raise BuildError(f"{schema.path} has the columns {header}; its descriptor says {list(schema.fields)}")
    wrong = next((number for number, line in enumerate(lines, 1) if len(line) != len(header)), None)
    if wrong is not None:
        raise BuildError(f"row {wrong} of {schema.path} has not as many cells as the table has columns")
    return tuple(dict(zip(header, line, strict=True)) for line in lines)
