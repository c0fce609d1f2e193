"""What can go wrong while a table is loaded."""

from __future__ import annotations


class DprkIndustryError(Exception):
    """Base of every error that this package raises on purpose."""


class UnknownTableError(DprkIndustryError, KeyError):
    """Raised where a table is asked for that the dataset does not have."""

    def __str__(self) -> str:
        return str(self.args[0])


class MissingBackendError(DprkIndustryError, ImportError):
    """Raised where a frame library is asked for that is not installed or not supported."""


class DataNotFoundError(DprkIndustryError, FileNotFoundError):
    """Raised where no published dataset lies under the root."""
