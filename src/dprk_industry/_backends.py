"""The frame libraries in which a table can be had; each is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dprk_industry import _descriptor, _frames
from dprk_industry.errors import MissingBackendError, TableMismatchError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dprk_industry._descriptor import Field, Table

DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def reader(backend: str) -> Callable[[Table], Any]:
    """Function that gives a table as a frame of the library asked for.

    Raises:
        MissingBackendError: the library is not supported or not installed; the message names the extra.

    """
    if backend not in _READERS:
        raise MissingBackendError(f"no backend {backend!r}; there are: {', '.join(_READERS)}")
    library, wanted, read = _READERS[backend]
    try:
        import_module(library)
    except ImportError as error:
        raise MissingBackendError(f"the backend {backend!r} is not installed: pip install {wanted}") from error
    return read


def _polars(table: Table) -> Any:
    import polars as pl

    types = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}
    schema = {field["name"]: types[field["type"]] for field in table.fields}
    lists = {field["name"]: pl.Enum(codes) for field in table.fields if (codes := _descriptor.codes(field)) is not None}
    try:
        return pl.read_csv(table.path, schema=schema, null_values=[""], glob=False).cast(lists)
    except pl.exceptions.PolarsError as error:
        raise TableMismatchError(f"{table.path} cannot be read: {str(error).splitlines()[0]}") from error


def _arrow(table: Table) -> Any:
    """The Arrow table that the Parquet file of a release holds: codes as dictionaries, days as `date32`."""
    import pyarrow as pa
    import pyarrow.csv

    types = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool", "date": "date32"}
    options = pyarrow.csv.ConvertOptions(
        column_types={field["name"]: pa.type_for_alias(types[field["type"]]) for field in table.fields},
        null_values=[""],
        strings_can_be_null=True,
        true_values=["true"],
        false_values=["false"],
    )
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
    try:
        read = pyarrow.csv.read_csv(str(table.path), parse_options=parse, convert_options=options)
    except pa.ArrowInvalid as error:
        raise TableMismatchError(f"{table.path} cannot be read: {error}") from error
    columns = [_dictionary(read.column(field["name"]), field, table) for field in table.fields]
    return pa.table(columns, names=read.column_names).replace_schema_metadata(table.about)


def _dictionary(column: Any, field: Field, table: Table) -> Any:
    """A column of codes with its whole list and its order; any other as it is."""
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = _descriptor.codes(field)
    if codes is None:
        return column
    known = pa.array(codes, pa.string())
    cells = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], pa.string())
    places = pc.index_in(cells, value_set=known)
    if places.null_count != cells.null_count:
        strange = set(cells.to_pylist()) - {None, *codes}
        raise TableMismatchError(
            f"{table.path}: the column {field['name']!r} holds what is no code: {', '.join(sorted(strange))}"
        )
    return pa.DictionaryArray.from_arrays(places, known, ordered=_descriptor.ordered(field))


def _duckdb(table: Table) -> Any:
    """A relation on DuckDB's default connection; the file is read whenever the relation is."""
    from glob import escape

    import duckdb

    path = _quoted(escape(str(table.path.absolute())))
    columns = ", ".join(f"{_quoted(field['name'])}: {_quoted(_sql_type(field))}" for field in table.fields)
    dialect = """header = true, delim = ',', quote = '"', escape = '"', auto_detect = false"""
    return duckdb.sql(f"FROM read_csv({path}, columns = {{{columns}}}, {dialect})")


def _sql_type(field: Field) -> str:
    codes = _descriptor.codes(field)
    return DUCKDB[field["type"]] if codes is None else f"ENUM({', '.join(map(_quoted, codes))})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _dask(table: Table) -> Any:
    """A dask frame of one partition: the tables are small."""
    import dask.dataframe

    return dask.dataframe.from_pandas(_frames.frame(table), npartitions=1)  # type: ignore[no-untyped-call]


_READERS: Mapping[str, tuple[str, str, Callable[[Table], Any]]] = {
    "pandas": ("pandas", "pandas", _frames.frame),
    "polars": ("polars", "'dprk-industry[polars]'", _polars),
    "arrow": ("pyarrow.csv", "'dprk-industry[parquet]'", _arrow),
    "duckdb": ("duckdb", "'dprk-industry[duckdb]'", _duckdb),
    "dask": ("dask.dataframe", "'dprk-industry[dask]'", _dask),
}
"""Module that must be there, what brings it, and function that reads, by the name of the backend."""
