"""A collection as tables: rows of cells, under columns that are declared once."""

from __future__ import annotations

from dprk_industry.curate.tables import changes, details, facts, registries
from dprk_industry.curate.tables.columns import Column, Table
from dprk_industry.curate.tables.order_outcomes import ORDER_OUTCOMES

TABLES: tuple[Table, ...] = (ORDER_OUTCOMES, *facts.TABLES, *details.TABLES, *registries.TABLES, *changes.TABLES)
"""Every published table, the headline table first."""

__all__ = ["TABLES", "Column", "Table"]
