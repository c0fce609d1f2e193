"""The reading room: published tables as frames, with types from the descriptor. The default needs pandas only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from dprk_industry import _backends, _descriptor
from dprk_industry._locate import data_root
from dprk_industry.errors import ConflictingArgumentsError, UnknownTableError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

HEADLINE = "order_outcomes"


def list_tables(*, root: str | Path | None = None) -> list[str]:
    """Names of the published tables, the headline table first.

    Args:
        root: folder of another build; the installed data if left out.

    Raises:
        DataNotFoundError: there is no published dataset under the root.

    """
    return list(_descriptor.tables(data_root(root)))


@overload
def load_dataset(
    name: Literal["all"],
    *,
    backend: Literal["pandas"] = ...,
    root: str | Path | None = ...,
    version: str | None = ...,
    base_url: str | None = ...,
) -> dict[str, pd.DataFrame]: ...
@overload
def load_dataset(
    name: str = ...,
    *,
    backend: str = ...,
    root: str | Path | None = ...,
    version: str | None = ...,
    base_url: str | None = ...,
) -> Any: ...
def load_dataset(
    name: str = HEADLINE,
    *,
    backend: str = "pandas",
    root: str | Path | None = None,
    version: str | None = None,
    base_url: str | None = None,
) -> Any:
    """Load a table of the dataset as a frame.

    Without arguments this is `order_outcomes`: one row for each order and addressee, with issuer, action, deadline,
    threatened consequences, outcome and grades.

    Every backend gives the same rows in the same order, the same columns, and the same values in types of its own:

    | values                    | pandas          | polars    | arrow                | duckdb    | dask            |
    | ------------------------- | --------------- | --------- | -------------------- | --------- | --------------- |
    | codes                     | `category`      | `Enum`    | `dictionary<string>` | `ENUM`    | `category`      |
    | dates                     | `datetime64[s]` | `Date`    | `date32`             | `DATE`    | `datetime64[s]` |
    | EDTF dates, ids and texts | `str`           | `String`  | `string`             | `VARCHAR` | `string`        |
    | whole numbers             | `Int64`         | `Int64`   | `int64`              | `BIGINT`  | `Int64`         |
    | numbers                   | `float64`       | `Float64` | `double`             | `DOUBLE`  | `float64`       |
    | truth values              | `boolean`       | `Boolean` | `bool`               | `BOOLEAN` | `boolean`       |

    A column of codes knows its whole list and sorts in its order. pandas, dask and arrow also say whether that order
    means something; only then pandas compares codes with `<`. (Polars always does, and DuckDB compares a code with a
    text as texts.) An empty cell is missing. With pandas 2 texts are `object`.

    What comes back is a `pandas.DataFrame`, a `polars.DataFrame`, a `pyarrow.Table`, a `duckdb.DuckDBPyRelation` on
    DuckDB's default connection, which reads the file whenever it is asked for rows, or a `dask.dataframe.DataFrame` of
    one partition. `attrs` of a pandas frame, and the schema metadata of an Arrow table, hold `table`, `title`,
    `version`, `license` and `citation`.

    Args:
        name: a table of `list_tables()`, or "all" for a dict of every table by name.
        backend: the frame library: "pandas", "polars", "arrow", "duckdb" or "dask". All but pandas come with an extra:
            `pip install 'dprk-industry[polars]'`, `[duckdb]`, `[dask]`, and `[parquet]` for Arrow.
        root: folder of another build; the installed data if left out.
        version: a released version, such as "0.1.0", to be fetched instead of the installed data. It is downloaded
            once, checked against its published checksum then and at every later use, and kept in the folder named by
            the environment variable DPRK_INDUSTRY_CACHE, or else in the user's cache; from then on no network is
            needed. This needs `pip install 'dprk-industry[fetch]'`.
        base_url: address under which the releases lie, `<base_url>/<version>/…`; the environment variable
            DPRK_INDUSTRY_URL if left out.

    Raises:
        UnknownTableError: there is no such table; the message names those there are.
        MissingBackendError: the frame library is not supported, or not installed; the message names the extra.
        DataNotFoundError: there is no published dataset under the root, or the file of a table is missing.
        TableMismatchError: the file of a table is not what the descriptor says of it. (From a DuckDB relation DuckDB's
            own error comes, when it is read.)
        ConflictingArgumentsError: both `root` and `version` are given, or `base_url` without `version`.
        MissingLibraryError: a version is to be fetched, and pooch is not installed; the message names the extra.
        NoAddressError: a version is to be fetched, and no address is given.
        UnknownVersionError: the address does not have that version.
        NoNetworkError: the address cannot be reached.
        CutConnectionError: the download broke off.
        DownloadError: the download failed in another way; NoNetworkError and CutConnectionError are of this kind.
        ChecksumError: what was downloaded is not what was published.
        ArchiveError: the archive is not that of the version asked for, or not sound.
        CacheNotWritableError: the downloaded version cannot be kept.

    """
    read = _backends.reader(backend)
    tables = _descriptor.tables(_folder(root, version, base_url))
    if name != "all" and name not in tables:
        raise UnknownTableError(f"no table {name!r}; there are: {', '.join(tables)}, or 'all' for every one")
    wanted = tables if name == "all" else {name: tables[name]}
    for table in wanted.values():
        _descriptor.check(table)
    frames = {table.name: read(table) for table in wanted.values()}
    return frames if name == "all" else frames[name]


def _folder(root: str | Path | None, version: str | None, base_url: str | None) -> Path:
    """Folder of the dataset that is asked for."""
    if version is None:
        if base_url is not None:
            raise ConflictingArgumentsError("base_url says where a version is fetched from: give version=… too")
        return data_root(root)
    if root is not None:
        raise ConflictingArgumentsError("root is a build that is at hand, version one to be fetched: give one of them")
    from dprk_industry import _fetch

    return _fetch.release(version, base_url)
