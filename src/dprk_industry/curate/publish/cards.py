"""The dataset card of Hugging Face: a head in YAML that its library reads, and a text that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from dprk_industry.curate.publish import about, meanings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dprk_industry.curate.tables.columns import Column, Table

TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool", "date": "date32"}
"""Type of the features by the type of a column. Codes are texts: numbers for them would say nothing."""


SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
"""Names of the sizes of datasets, each with the number of rows below which it holds."""


BODY = """\
# {title}

{description}

## Load it

Each table is a configuration; without one you get `{first}`.

```python
from datasets import load_dataset

orders = load_dataset("<folder or repository>", "{first}", split="train")
```

All rows of a table are in the split `train`, which is only the name that the library asks for.
Cells with several values join them with `{separator}`.
Dates that are not exact are in EDTF, with the first and the last possible day in the columns `…_min` and `…_max`.

## Tables

| configuration | what a row is |
| --- | --- |
{tables}

Every code is defined in `terms`, with its boundary rule and an example.
A table without rows is left out.

## How it was made

{method}

## Before you compute anything

{limits}

{privacy}

## Cite it

{citation}
"""
"""What people read under the head."""


def render(tables: Sequence[Table], counts: Mapping[str, int]) -> str:
    """Text of the card; it belongs in the folder that holds the folder `parquet`.

    Args:
        tables: the published tables, the headline table first.
        counts: rows of every table by its name. A table without rows has no configuration: the library cannot load it.

    """
    held = [table for table in tables if counts[table.name]]
    head = {
        "pretty_name": about.TITLE,
        "license": about.LICENSE["name"].lower(),
        "language": [about.LANGUAGE],
        "tags": [keyword.lower().replace(" ", "-") for keyword in about.KEYWORDS],
        "annotations_creators": ["expert-generated"],
        "source_datasets": ["original"],
        "size_categories": [size for below, size in SIZES if sum(counts.values()) < below][:1],
        "configs": [_config(table, first=table is held[0]) for table in held],
        "dataset_info": [_features(table) for table in held],
    }
    text = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=120)
    return f"---\n{text}---\n\n<!-- {about.BANNER} -->\n\n{_body(held)}"


def path(table: Table) -> str:
    """Path of a table's Parquet file from the folder of the card."""
    return f"parquet/{table.name}.parquet"


def _config(table: Table, *, first: bool) -> dict[str, Any]:
    """A table is a configuration of its own: splits of one configuration would need equal columns."""
    files = [{"split": "train", "path": path(table)}]
    return {"config_name": table.name, **({"default": True} if first else {}), "data_files": files}


def _features(table: Table) -> dict[str, Any]:
    return {"config_name": table.name, "features": [_feature(column) for column in table.columns]}


def _feature(column: Column) -> dict[str, str]:
    return {"name": column.name, "dtype": TYPES[column.type]}


def _body(tables: Sequence[Table]) -> str:
    return BODY.format(
        title=about.TITLE,
        description=about.DESCRIPTION,
        first=tables[0].name,
        separator=meanings.SEPARATOR,
        tables="\n".join(f"| `{table.name}` | {table.description} |" for table in tables),
        method=about.METHOD,
        limits="\n".join(f"- {limit}" for limit in about.LIMITS),
        privacy=about.PRIVACY,
        citation=about.CITATION,
    )
