"""Tables as pandas frames. Most of the time to the first frame is `import pandas`; this adds as little as it can."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING, Any

from dprk_industry import _descriptor
from dprk_industry.errors import TableMismatchError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from dprk_industry._descriptor import Field, Table

FEW = 100_000
"""Bytes up to which the csv module, slower by the cell, beats the third of a millisecond that `read_csv` takes before
it sees its first cell. Most tables are that small; both ways give the same frame."""
READ: dict[str, Any] = {
    "keep_default_na": False,
    "na_values": [""],
    "encoding": "utf-8",
    "engine": "c",
    "low_memory": False,
}
"""How pandas reads: only an empty cell is missing, whatever else its text may look like."""
DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()
NOT_A_TIME = -(2**63)
"""What NumPy holds for a missing time."""
TRUTH = {"true": True, "false": False}
NAN = float("nan")


def frame(table: Table) -> pd.DataFrame:
    """Frame of a table, with the types that the descriptor declares and what it says of the table in `attrs`.

    Raises:
        TableMismatchError: the file is not what the descriptor says.

    """
    import pandas as pd

    read = _few if table.path.stat().st_size <= FEW else _many
    try:
        columns = read(table.path, table.fields)
    except (ValueError, csv.Error) as error:
        raise TableMismatchError(f"{table.path} cannot be read: {error}") from error
    typed = {field["name"]: _typed(columns[field["name"]], field, table) for field in table.fields}
    made = pd.DataFrame(typed, copy=False)
    made.attrs.update(table.about)
    return made


def _few(path: Path, fields: Sequence[Field]) -> Mapping[str, Any]:
    """Columns of a small file as lists of texts, NaN where a cell is empty."""
    with path.open(encoding="utf-8", newline="") as stream:
        columns = zip(*csv.reader(stream), strict=True)
        return {name: [cell or NAN for cell in cells] for name, *cells in columns}


def _many(path: Path, fields: Sequence[Field]) -> Mapping[str, Any]:
    """Columns of a file as pandas reads them: texts, NaN where a cell is empty.

    Where pandas keeps texts in Arrow, it takes twice as long if it is told which columns are texts as if it finds out.
    So it may guess there, and what it takes for something else, such as a column of years, is read again.
    """
    import pandas as pd

    def read(**more: Any) -> Any:
        return pd.read_csv(path, **READ, **more)

    kinds = {field["name"]: _descriptor.kind(field) for field in fields}
    text = pd.Series([], dtype=str).dtype
    guessed = [name for name, kind in kinds.items() if kind == "string" and getattr(text, "storage", "") == "pyarrow"]
    told = {name: str if kind == "string" else object for name, kind in kinds.items() if name not in guessed}
    columns = dict(read(dtype=told).items())
    empty = [name for name in guessed if columns[name].isna().all()]
    wrong = [name for name in guessed if columns[name].dtype != text and name not in empty]
    again = read(dtype=str, usecols=wrong) if wrong else {}
    return {**columns, **{name: columns[name].astype(text) for name in empty}, **{name: again[name] for name in wrong}}


def _typed(column: Any, field: Field, table: Table) -> Any:
    """A column of texts in the type that its field declares."""
    import pandas as pd

    kind = _descriptor.kind(field)
    if kind == "string":
        return (column if isinstance(column, pd.Series) else pd.Series(column, dtype=str)).array
    cells = column if isinstance(column, list) else column.tolist()
    try:
        return _TYPES[kind](cells, field)
    except (ValueError, KeyError, OverflowError) as error:
        raise TableMismatchError(
            f"{table.path}: the column {field['name']!r} holds what is no {kind}: {error}"
        ) from error


def _codes(cells: list[Any], field: Field) -> Any:
    import pandas as pd

    codes = _descriptor.codes(field) or []
    places = {code: place for place, code in enumerate(codes)}
    numbers = _converted(cells, places.__getitem__, "int32", missing=-1)
    return pd.Categorical.from_codes(numbers, dtype=pd.CategoricalDtype(codes, ordered=_descriptor.ordered(field)))


def _dates(cells: list[Any], field: Field) -> Any:
    return _converted(cells, _seconds, "int64", missing=NOT_A_TIME).view("datetime64[s]")


def _seconds(cell: str) -> int:
    return (date.fromisoformat(cell).toordinal() - EPOCH) * DAY


def _integers(cells: list[Any], field: Field) -> Any:
    import pandas as pd

    return pd.arrays.IntegerArray(_converted(cells, int, "int64", missing=0), _missing(cells))


def _numbers(cells: list[Any], field: Field) -> Any:
    return _converted(cells, float, "float64", missing=NAN)


def _booleans(cells: list[Any], field: Field) -> Any:
    import pandas as pd

    return pd.arrays.BooleanArray(_converted(cells, TRUTH.__getitem__, "bool", missing=False), _missing(cells))


_TYPES: Mapping[str, Callable[[list[Any], Field], Any]] = {
    "code": _codes,
    "date": _dates,
    "integer": _integers,
    "number": _numbers,
    "boolean": _booleans,
}


class _Known(dict[Any, Any]):
    """Values by the text of their cell, each converted when it is first met."""

    def __init__(self, convert: Callable[[str], Any], missing: Any) -> None:
        super().__init__()
        self._convert, self._missing = convert, missing

    def __missing__(self, cell: Any) -> Any:
        made = self[cell] = self._convert(cell) if isinstance(cell, str) else self._missing
        return made


def _converted(cells: list[Any], convert: Callable[[str], Any], dtype: str, *, missing: Any) -> Any:
    import numpy as np

    return np.fromiter(map(_Known(convert, missing).__getitem__, cells), dtype, len(cells))


def _missing(cells: list[Any]) -> Any:
    import numpy as np

    return np.fromiter((cell != cell for cell in cells), "bool", len(cells))  # noqa: PLR0124 - only NaN differs from itself
