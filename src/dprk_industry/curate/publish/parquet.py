"""A table as Parquet: typed by its columns, codes as dictionaries, descriptions kept with the columns. Needs pyarrow.

Numbers are 64-bit floats, as `load_dataset` reads them from CSV, so that both files give equal values; a decimal type
would pad every number to one scale. Lists stay texts joined with a bar, as in CSV.
"""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, descriptor
from dprk_industry.errors import MissingLibraryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.tables.columns import Row, Table, Value

TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool", "date": "date32"}
"""Arrow type by the type of a column."""
ROW_GROUP = 65_536
"""Rows that a reader gets at one time."""


def render(table: Table, rows: Sequence[Row], vocabularies: Mapping[str, Vocabulary]) -> bytes:
    """Bytes of the Parquet file of a table; equal for equal rows and one version of pyarrow.

    Raises:
        MissingLibraryError: pyarrow is not installed; the message names the extra.
        KeyError: a cell holds a code that its list does not have.

    """
    require()
    import pyarrow as pa
    import pyarrow.parquet as pq

    declared = [descriptor.field(column, vocabularies) for column in table.columns]
    fields = [_field(column) for column in declared]
    columns = zip(declared, fields, strict=True)
    arrays = [_array([row[field.name] for row in rows], field, column) for column, field in columns]
    held = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=_metadata(table)))
    stream = io.BytesIO()
    pq.write_table(held, stream, version="2.6", compression="zstd", row_group_size=ROW_GROUP)
    return stream.getvalue()


def require() -> None:
    """Raise unless pyarrow can be imported.

    Raises:
        MissingLibraryError: pyarrow is not installed; the message names the extra.

    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingLibraryError("Parquet files need pyarrow: pip install 'dprk-industry[curate,parquet]'") from error


def _field(declared: Mapping[str, Any]) -> Any:
    """Arrow field of a column as the descriptor declares it; the order of its codes counts if that of the list does."""
    import pyarrow as pa

    kind = pa.type_for_alias(TYPES[declared["type"]])
    if "categories" in declared:
        kind = pa.dictionary(pa.int32(), kind, ordered=declared.get("categoriesOrdered", False))
    told = {"title": declared["title"], "description": declared["description"]}
    required = declared.get("constraints", {}).get("required", False)
    return pa.field(declared["name"], kind, nullable=not required, metadata=told)


def _array(values: Sequence[Value], field: Any, declared: Mapping[str, Any]) -> Any:
    """Cells as an Arrow array; one of codes holds the whole list, so that codes not in use are kept too."""
    import pyarrow as pa

    if "categories" in declared:
        codes = [category["value"] for category in declared["categories"]]
        places = {code: place for place, code in enumerate(codes)}
        indices = pa.array([None if value is None else places[str(value)] for value in values], field.type.index_type)
        return pa.DictionaryArray.from_arrays(
            indices, pa.array(codes, field.type.value_type), ordered=field.type.ordered
        )
    return pa.array([float(value) if isinstance(value, Decimal) else value for value in values], field.type)


def _metadata(table: Table) -> dict[str, str]:
    return {
        "title": table.title,
        "description": table.description,
        "dataset": about.TITLE,
        "version": about.VERSION,
        "license": about.LICENSE["name"],
        "citation": about.CITATION,
    }
