"""Released versions, fetched once and kept.

In the cache a version is one folder: its archive, its list of checksums, and the tables taken out of the archive. The
folder is made under another name and renamed when it is whole, so that a killed run leaves nothing that a later one
would take for a release, and two runs at once do not meet. Archive and tables are checked whenever they are used.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
import uuid
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dprk_industry import _archive
from dprk_industry.errors import (
    CacheNotWritableError,
    ChecksumError,
    CutConnectionError,
    DownloadError,
    DprkIndustryError,
    MissingLibraryError,
    NoAddressError,
    NoNetworkError,
    UnknownVersionError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = "DPRK_INDUSTRY_URL"
CACHE = "DPRK_INDUSTRY_CACHE"
CHECKSUMS = "SHA256SUMS"
TABLES = "tables"
"""Folder, beside the archive, with what was taken out of it."""
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
TIMEOUT = 30
"""Seconds for which a server may be silent."""
ABANDONED = 86_400
"""Seconds after which the folder of a run that was killed is swept away."""
NOT_FOUND = 404


def release(version: str, base_url: str | None = None) -> Path:
    """Folder with the descriptor and the tables of a released version, downloaded if the cache does not hold it.

    Raises:
        DprkIndustryError: as `load_dataset` says.

    """
    if not VERSION.fullmatch(version):
        raise UnknownVersionError(f"{version!r} is not a version: expected three numbers, such as '0.1.0'")
    base = _base(base_url, version)
    kept = _cache() / hashlib.sha256(base.encode()).hexdigest()[:16] / version
    if not _sound(kept, version):
        with _staging(kept) as staged:
            _fill(staged, kept, f"{base}/{version}", version)
            _install(staged, kept, version)
    return kept / TABLES


def _base(base_url: str | None, version: str) -> str:
    """Address of the releases, as it was given or as the environment says."""
    base = base_url or os.environ.get(ADDRESS)
    if not base:
        raise NoAddressError(f"no address to fetch version {version} from: give base_url=… or set {ADDRESS}")
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise NoAddressError(f"no address to fetch version {version} from: {base!r} does not begin with https://…")
    return base.rstrip("/")


def _pooch() -> Any:
    try:
        import pooch
    except ImportError as error:
        raise MissingLibraryError("fetching a version needs pooch: pip install 'dprk-industry[fetch]'") from error
    return pooch


def _cache() -> Path:
    return Path(os.environ.get(CACHE) or _pooch().os_cache("dprk-industry")).expanduser()


def _name(version: str) -> str:
    return f"dprk-industry-{version}.zip"


def _verified(kept: Path, version: str) -> bool:
    """Whether the cache holds the archive of a version, and it is the one that was published."""
    archive, checksums = kept / _name(version), kept / CHECKSUMS
    if not archive.is_file() or not checksums.is_file():
        return False
    return _digest(archive) == _published(checksums, version)


def _sound(kept: Path, version: str) -> bool:
    """Whether the cache holds the archive and the tables of a version, neither of them damaged."""
    return _verified(kept, version) and _archive.matches(kept / _name(version), kept / TABLES)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _published(checksums: Path, version: str) -> str | None:
    """Checksum of the archive in a list as `sha256sum` writes it; None if it is not there."""
    pattern = rf"^([0-9a-f]{{64}}) [ *](?:\./)?{re.escape(_name(version))}$"
    found = re.search(pattern, checksums.read_text("utf-8", errors="replace"), re.MULTILINE)
    return found[1] if found else None


@contextmanager
def _staging(kept: Path) -> Iterator[Path]:
    """A new folder beside the one of the version, for this run alone; it is gone when the run ends."""
    staged = kept.parent / f".{kept.name}.{uuid.uuid4().hex}"
    with _writing(kept):
        staged.mkdir(parents=True)
        _sweep(kept)
        try:
            yield staged
        finally:
            shutil.rmtree(staged, ignore_errors=True)


@contextmanager
def _writing(kept: Path) -> Iterator[None]:
    """Say what it means if the cache refuses to be written."""
    try:
        yield
    except DprkIndustryError:
        raise
    except OSError as error:
        raise CacheNotWritableError(
            f"cannot keep the version in {kept}: {error}; set {CACHE} to a folder that can be written"
        ) from error


def _sweep(kept: Path) -> None:
    """Remove what runs that were killed long ago have left."""
    for other in kept.parent.glob(f".{kept.name}.*"):
        with suppress(OSError):
            if time.time() - other.stat().st_mtime > ABANDONED:
                shutil.rmtree(other)


def _fill(staged: Path, kept: Path, url: str, version: str) -> None:
    """Bring archive, checksums and tables into a folder; what the cache holds undamaged is not downloaded again."""
    name = _name(version)
    if _verified(kept, version):
        for file in (CHECKSUMS, name):
            shutil.copyfile(kept / file, staged / file)
    else:
        try:
            _download(f"{url}/{CHECKSUMS}", staged / CHECKSUMS, f"there is no version {version}")
            _download(f"{url}/{name}", staged / name, f"version {version} has no archive")
        except DownloadError as error:
            if kept.exists():
                error.add_note(f"The copy in {kept} is damaged.")
            raise
        _compare(staged, url, version)
    _archive.extract(staged / name, staged / TABLES, version)


def _compare(staged: Path, url: str, version: str) -> None:
    """Raise unless the downloaded archive is the one that was published."""
    published, found = _published(staged / CHECKSUMS, version), _digest(staged / _name(version))
    if published is None:
        raise ChecksumError(f"{url}/{CHECKSUMS} does not name {_name(version)}")
    if published != found:
        raise ChecksumError(f"{url}/{_name(version)} has the checksum {found}, published was {published}")


def _download(url: str, target: Path, absent: str) -> None:
    """Download a file.

    Args:
        url: where it is.
        target: where it goes.
        absent: what it means if it is not there.

    """
    downloader = _pooch().HTTPDownloader(timeout=TIMEOUT)
    from requests import exceptions

    try:
        downloader(url, str(target), None)
    except exceptions.HTTPError as error:
        if error.response is not None and error.response.status_code == NOT_FOUND:
            raise UnknownVersionError(f"{absent}: {url} does not exist") from error
        raise DownloadError(f"cannot download {url}: {error}") from error
    except exceptions.ConnectTimeout as error:
        raise NoNetworkError(f"cannot reach {url}: no answer in {TIMEOUT} seconds") from error
    except exceptions.ConnectionError as error:
        raise _connection_error(url, error) from error
    except (exceptions.ChunkedEncodingError, exceptions.ContentDecodingError, exceptions.Timeout) as error:
        raise CutConnectionError(f"the download of {url} broke off: {error}") from error
    except exceptions.RequestException as error:
        raise DownloadError(f"cannot download {url}: {error}") from error


def _connection_error(url: str, error: Exception) -> DownloadError:
    """What a failed connection means: there was none, or it was cut."""
    from urllib3 import exceptions

    cause = error.args[0] if error.args else None
    if isinstance(cause, exceptions.ProtocolError | exceptions.ReadTimeoutError):
        return CutConnectionError(f"the download of {url} broke off: {cause}")
    return NoNetworkError(f"cannot reach {url}: {cause or error}")


def _install(staged: Path, kept: Path, version: str) -> None:
    """Give the folder its name; what another run has put there meanwhile stays, what is damaged goes."""
    try:
        staged.rename(kept)
    except OSError:
        if _sound(kept, version):
            return
        damaged = kept.parent / f"{staged.name}.damaged"
        kept.rename(damaged)
        staged.rename(kept)
        shutil.rmtree(damaged, ignore_errors=True)
