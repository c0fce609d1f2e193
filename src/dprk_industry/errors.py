"""What can go wrong while a table is loaded or a released version is fetched."""

from __future__ import annotations


class DprkIndustryError(Exception):
    """Base of every error that this package raises on purpose."""


class UnknownTableError(DprkIndustryError, KeyError):
    """Raised where a table is asked for that the dataset does not have."""

    def __str__(self) -> str:
        return str(self.args[0])


class MissingLibraryError(DprkIndustryError, ImportError):
    """Raised where a library is needed that an optional extra installs."""


class MissingBackendError(MissingLibraryError):
    """Raised where a frame library is asked for that is not installed or not supported."""


class DataNotFoundError(DprkIndustryError, FileNotFoundError):
    """Raised where no published dataset lies under the root."""


class TableMismatchError(DprkIndustryError, ValueError):
    """Raised where the file of a table is not what the descriptor says of it."""


class ConflictingArgumentsError(DprkIndustryError, ValueError):
    """Raised where arguments are given that exclude each other."""


class NoAddressError(DprkIndustryError, ValueError):
    """Raised where a version is asked for and no address to fetch it from is known."""


class UnknownVersionError(DprkIndustryError, LookupError):
    """Raised where the address does not have the version asked for, or where it cannot be a version."""


class DownloadError(DprkIndustryError, ConnectionError):
    """Raised where a release cannot be downloaded."""


class NoNetworkError(DownloadError):
    """Raised where the address of the releases cannot be reached."""


class CutConnectionError(DownloadError):
    """Raised where a download begins and does not come to its end."""


class ChecksumError(DprkIndustryError, ValueError):
    """Raised where a downloaded archive is not the one whose checksum was published."""


class ArchiveError(DprkIndustryError, ValueError):
    """Raised where the archive of a release holds what it must not hold, or lacks what it must."""


class CacheNotWritableError(DprkIndustryError, OSError):
    """Raised where a fetched release cannot be kept."""
