"""North Korean industrial orders and their outcomes, coded from news articles.

`load_dataset` gives a table as a frame, `list_tables` says which tables there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dprk_industry._load import list_tables, load_dataset

__version__ = "0.1.0"

__all__ = ["__version__", "list_tables", "load_dataset"]


def __getattr__(name: str) -> Any:
    """Import the reader only when it is asked for (PEP 562)."""
    if name in {"list_tables", "load_dataset"}:
        from dprk_industry import _load

        return getattr(_load, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
