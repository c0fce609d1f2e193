"""Released versions are fetched from a server, checked, kept, and never half there."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dprk_industry import list_tables, load_dataset
from dprk_industry.errors import (
    ArchiveError,
    CacheNotWritableError,
    ChecksumError,
    CutConnectionError,
    DownloadError,
    MissingLibraryError,
    NoAddressError,
    NoNetworkError,
    UnknownVersionError,
)

pytest.importorskip("pooch")

ROOT = Path(__file__).resolve().parents[1]
VERSION = str(json.loads((ROOT / "datapackage.json").read_text("utf-8"))["version"])
ARCHIVE = f"/{VERSION}/dprk-industry-{VERSION}.zip"
CHECKSUMS = f"/{VERSION}/SHA256SUMS"


class Server(ThreadingHTTPServer):
    """Releases by path, and what goes wrong with them."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.cut: set[str] = set()
        """Paths whose answers break off in the middle."""
        self.failing: set[str] = set()
        self.asked: list[str] = []
        self.meeting: threading.Barrier | None = None
        """Where those who ask for the archive wait for each other."""

    @property
    def url(self) -> str:
        """Address of the releases."""
        return f"http://127.0.0.1:{self.server_port}/releases"

    def publish(self, archive: bytes, checksum: str | None = None) -> None:
        """Offer an archive as the release, with its checksum or a wrong one."""
        checksum = checksum or hashlib.sha256(archive).hexdigest()
        others = f"{'0' * 64}  dprk-industry-{VERSION}.sqlite\n"
        self.files[ARCHIVE] = archive
        self.files[CHECKSUMS] = f"{others}{checksum}  dprk-industry-{VERSION}.zip\n".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers from the files of the server."""

    server: Server

    def do_GET(self) -> None:
        """Answer, or fail as the server is told to."""
        path = self.path.removeprefix("/releases")
        self.server.asked.append(path)
        if path == ARCHIVE and self.server.meeting:
            self.server.meeting.wait(timeout=60)
        if path in self.server.failing:
            self.send_error(500)
        elif path not in self.server.files:
            self.send_error(404)
        else:
            body = self.server.files[path]
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if path in self.server.cut else body)

    def log_message(self, *args: object) -> None:
        """Stay silent."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with one release, the tables of the checkout."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        made.publish(packed(release()))
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and no address set."""
    monkeypatch.delenv("DPRK_INDUSTRY_URL", raising=False)
    monkeypatch.setenv("DPRK_INDUSTRY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def release(version: str = VERSION) -> dict[str, bytes]:
    """Files of a release by path: the checkout's tables under any version, and what else an archive holds."""
    files = {f"dataset/tables/{path.name}": path.read_bytes() for path in (ROOT / "dataset" / "tables").glob("*.csv")}
    package = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    return files | {
        "datapackage.json": json.dumps({**package, "version": version}).encode(),
        "README.md": b"Read me.",
    }


def packed(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def kept(cache: Path) -> list[str]:
    """What the cache holds: files and folders by path, without the folder that stands for the address."""
    return sorted("/".join(path.relative_to(cache).parts[1:]) for path in cache.glob("*/**/*"))


def load(server: Server) -> pd.DataFrame:
    return load_dataset("orders", version=VERSION, base_url=server.url)  # type: ignore[no-any-return]


def test_fetched_version_gives_the_tables(server: Server, cache: Path) -> None:
    """Every table equals the one that was published; only what is needed is kept."""
    found = load_dataset("all", version=VERSION, base_url=server.url)
    expected = load_dataset("all", root=ROOT)
    assert list(found) == list_tables(root=ROOT)
    for name, frame in expected.items():
        pd.testing.assert_frame_equal(found[name], frame)
        assert found[name].attrs == frame.attrs
    assert server.asked == [CHECKSUMS, ARCHIVE]
    names = [path.removeprefix(f"{VERSION}/tables/") for path in kept(cache) if "tables/" in path]
    assert {*names} == {*release()} - {"README.md"} | {"dataset", "dataset/tables"}
    assert [path for path in kept(cache) if "tables" not in path] == [
        VERSION,
        f"{VERSION}/SHA256SUMS",
        f"{VERSION}/dprk-industry-{VERSION}.zip",
    ]


@pytest.mark.parametrize("end", ["", "/"])
def test_address_comes_from_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setenv("DPRK_INDUSTRY_URL", server.url + end)
    assert load_dataset(version=VERSION).attrs["version"] == VERSION
    load(server)
    assert server.asked == [CHECKSUMS, ARCHIVE]


def test_default_cache_is_that_of_the_user(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DPRK_INDUSTRY_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("pooch.os_cache", lambda name: tmp_path / "home" / name)
    load(server)
    assert kept(tmp_path / "home" / "dprk-industry")


def test_cached_version_needs_no_network(server: Server, cache: Path) -> None:
    """The second use asks nobody and writes nothing, so that a read-only cache serves."""
    first = load(server)
    before = {path: path.stat().st_mtime_ns for path in cache.rglob("*")}
    server.shutdown()
    server.server_close()
    pd.testing.assert_frame_equal(load(server), first)
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*")} == before


def test_another_address_has_a_cache_of_its_own(server: Server) -> None:
    """What lies under one address is never given for what was asked from another."""
    load(server)
    with pytest.raises(UnknownVersionError):
        load_dataset(version=VERSION, base_url=f"{server.url}/other")


def test_other_backends_read_a_fetched_version(server: Server) -> None:
    pl = pytest.importorskip("polars")
    frame = load_dataset(version=VERSION, base_url=server.url, backend="polars")
    assert isinstance(frame, pl.DataFrame)


# What goes wrong before the first byte.


def test_no_address_is_said() -> None:
    with pytest.raises(NoAddressError, match=r"version 0\.1\.0 from: give base_url=… or set DPRK_INDUSTRY_URL"):
        load_dataset(version="0.1.0")


@pytest.mark.parametrize("address", ["example.org/data", "ftp://example.org", "file:///data", "https://"])
def test_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(NoAddressError, match="does not begin with https://…"):
        load_dataset(version="0.1.0", base_url=address)


@pytest.mark.parametrize("version", ["latest", "../0.1.0", "0.1", "0.1.0/..", "", "0.1.0\n", "\u0660.1.0"])
def test_what_is_no_version_is_refused(version: str) -> None:
    with pytest.raises(UnknownVersionError, match="is not a version: expected three numbers"):
        load_dataset(version=version, base_url="http://127.0.0.1:1")


def test_missing_pooch_is_named_with_its_extra(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pooch", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'dprk-industry\[fetch\]'"):
        load(server)


# What goes wrong on the way.


def test_unknown_version_is_said(server: Server, cache: Path) -> None:
    with pytest.raises(UnknownVersionError, match=r"no version 9\.9\.9: http://.*/9\.9\.9/SHA256SUMS does not exist"):
        load_dataset(version="9.9.9", base_url=server.url)
    assert kept(cache) == []


def test_release_without_archive_is_said(server: Server, cache: Path) -> None:
    del server.files[ARCHIVE]
    with pytest.raises(UnknownVersionError, match="has no archive"):
        load(server)
    assert kept(cache) == []


def test_wrong_checksum_is_refused(server: Server, cache: Path) -> None:
    """Nothing of it is kept; once the server is mended, so is the answer."""
    archive = server.files[ARCHIVE]
    server.publish(archive, checksum="a" * 64)
    with pytest.raises(ChecksumError, match=f"published was {'a' * 64}"):
        load(server)
    assert kept(cache) == []
    server.publish(archive)
    assert len(load(server)) > 0


def test_archive_without_checksum_is_refused(server: Server, cache: Path) -> None:
    server.files[CHECKSUMS] = b"<html>Welcome to the hotel network</html>"
    with pytest.raises(ChecksumError, match=f"does not name dprk-industry-{VERSION}.zip"):
        load(server)
    assert kept(cache) == []


@pytest.mark.parametrize("path", [ARCHIVE, CHECKSUMS])
def test_cut_connection_is_said(server: Server, cache: Path, path: str) -> None:
    """The server closes in the middle of the body: nothing is kept, and the next run succeeds."""
    server.cut = {path}
    with pytest.raises(CutConnectionError, match="broke off"):
        load(server)
    assert kept(cache) == []
    server.cut = set()
    assert len(load(server)) > 0


def test_failing_server_is_said(server: Server) -> None:
    server.failing = {ARCHIVE}
    with pytest.raises(DownloadError, match="500"):
        load(server)


def test_no_network_is_said(server: Server, cache: Path) -> None:
    server.shutdown()
    server.server_close()
    with pytest.raises(NoNetworkError, match="cannot reach http://"):
        load(server)
    assert kept(cache) == []


@pytest.mark.parametrize("below", ["", "deeper"])
def test_unwritable_cache_is_said(server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
    """A file in the place of the folder refuses to be written by anybody, even by root."""
    cache.write_text("in the way")
    monkeypatch.setenv("DPRK_INDUSTRY_CACHE", str(cache / below))
    with pytest.raises(CacheNotWritableError, match="set DPRK_INDUSTRY_CACHE to a folder that can be written"):
        load(server)
    assert cache.read_text() == "in the way"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_cache_is_said(server: Server, cache: Path) -> None:
    """A read-only cache refuses what it does not hold, and serves what it holds."""
    cache.mkdir(mode=0o500)
    with pytest.raises(CacheNotWritableError, match="Permission denied"):
        load(server)
    cache.chmod(0o700)
    load(server)
    folders = [cache, *(path for path in cache.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    assert len(load(server)) > 0
    for folder in folders:
        folder.chmod(0o700)


def test_full_disk_is_said(server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(CacheNotWritableError, match="No space left on device"):
        load(server)
    assert kept(cache) == []


# Archives that are not what they should be.


def link(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.create_system = 3
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


@pytest.mark.parametrize(
    "name",
    [
        "../evil.csv",
        "dataset/tables/../../../evil.csv",
        "/evil.csv",
        "dataset\\..\\evil.csv",
        "C:evil.csv",
        "./evil.csv",
        link("dataset/tables/evil.csv"),
    ],
    ids=str,
)
def test_names_that_lead_outside_are_refused(
    server: Server, cache: Path, tmp_path: Path, name: str | zipfile.ZipInfo
) -> None:
    """The whole archive is refused, though its checksum is right, and nothing of it reaches the disk."""
    stream = io.BytesIO(packed(release()))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, "/etc/passwd")
    server.publish(stream.getvalue())
    with pytest.raises(ArchiveError, match="names that lead out of its folder: "):
        load(server)
    assert kept(cache) == []
    assert list(tmp_path.rglob("*evil*")) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_name_that_stands_twice_is_refused(server: Server) -> None:
    stream = io.BytesIO(packed(release()))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("datapackage.json", "{}")
    server.publish(stream.getvalue())
    with pytest.raises(ArchiveError, match="a name more than once"):
        load(server)


def without(name: str) -> dict[str, bytes]:
    return {path: content for path, content in release().items() if path != name}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (release("0.0.9"), f"holds version '0.0.9', not '{VERSION}'"),
        (without("datapackage.json"), "holds no datapackage.json"),
        (without("dataset/tables/orders.csv"), "lacks tables that its descriptor names: orders"),
        (release() | {"datapackage.json": b"[]"}, "a descriptor that cannot be used"),
        (release() | {"datapackage.json": b"{"}, "a descriptor that cannot be used"),
    ],
    ids=["version", "no descriptor", "no table", "no object", "no JSON"],
)
def test_archive_that_is_no_release_is_refused(
    server: Server, cache: Path, files: dict[str, bytes], message: str
) -> None:
    server.publish(packed(files))
    with pytest.raises(ArchiveError, match=message):
        load(server)
    assert kept(cache) == []


@pytest.mark.parametrize("content", [b"", b"no archive", packed(release())[:-300]], ids=["empty", "text", "cut"])
def test_what_is_no_archive_is_refused(server: Server, cache: Path, content: bytes) -> None:
    server.publish(content)
    with pytest.raises(ArchiveError, match="cannot be read"):
        load(server)
    assert kept(cache) == []


def test_archive_of_too_much_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dprk_industry._archive.LARGEST", 1000)
    with pytest.raises(ArchiveError, match="holds more than 1000 bytes"):
        load(server)


# What is kept stays whole.


def one(cache: Path, pattern: str) -> Path:
    [found] = cache.rglob(pattern)
    return found


def test_damaged_archive_is_fetched_again(server: Server, cache: Path) -> None:
    """The checksum of the archive is compared at every use; without a network the damage is named."""
    first = load(server)
    archive = one(cache, "*.zip")
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)
    pd.testing.assert_frame_equal(load(server), first)
    assert server.asked == [CHECKSUMS, ARCHIVE] * 2
    archive.write_bytes(content)
    server.shutdown()
    server.server_close()
    with pytest.raises(NoNetworkError) as caught:
        load(server)
    assert caught.value.__notes__ == [f"The copy in {archive.parent} is damaged."]


@pytest.mark.parametrize("change", ["longer", "other", "gone"])
def test_damaged_table_is_taken_out_again(server: Server, cache: Path, change: str) -> None:
    """A table that no longer is what the archive holds comes back, without a network."""
    first = load(server)
    table = one(cache, "orders.csv")
    text = table.read_bytes()
    if change == "gone":
        table.unlink()
    else:
        table.write_bytes(text + b"more\n" if change == "longer" else text.replace(b"e", b"i"))
    server.shutdown()
    server.server_close()
    pd.testing.assert_frame_equal(load(server), first)
    assert table.read_bytes() == text
    assert [path for path in kept(cache) if "/." in f"/{path}"] == []


LOAD = """
import sys
from dprk_industry import load_dataset
tables = load_dataset("all", version=sys.argv[1], base_url=sys.argv[2])
print(sum(map(len, tables.values())))
"""
KILLED = """
import os, shutil, signal
copy, copied = shutil.copyfileobj, []
def kill(source, sink):
    if len(copied) == 3:
        sink.write(b"half a tab")
        sink.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    copied.append(sink)
    copy(source, sink)
shutil.copyfileobj = kill
"""


def run(code: str, server: Server) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, VERSION, server.url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    output, errors = process.communicate(timeout=60)
    return process.returncode, output, errors


def expected_rows() -> str:
    return f"{sum(map(len, load_dataset('all', root=ROOT).values()))}\n"


def test_processes_at_once_do_not_meet(server: Server, cache: Path) -> None:
    """Both download, as neither finds anything; both get every table, one folder is left, and nothing else."""
    server.meeting = threading.Barrier(2)
    both = [run(LOAD, server), run(LOAD, server)]
    assert [ended(process) for process in both] == [(0, expected_rows(), "")] * 2
    assert server.asked.count(ARCHIVE) == 2
    assert [path.name for path in cache.glob("*/*")] == [VERSION]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process can be killed here")
def test_killed_run_leaves_nothing_that_counts(server: Server, cache: Path) -> None:
    """Killed amid the tables, a run leaves a folder of its own name, which the next does not see and sweeps away."""
    assert ended(run(KILLED + LOAD, server))[0] == -signal.SIGKILL
    [left] = cache.glob("*/*")
    assert left.name.startswith(f".{VERSION}.")
    assert ended(run(LOAD, server)) == (0, expected_rows(), "")
    assert left.exists()
    long_ago = time.time() - 100_000
    os.utime(left, (long_ago, long_ago))
    one(cache, "orders.csv").unlink()
    assert ended(run(LOAD, server)) == (0, expected_rows(), "")
    assert [path.name for path in cache.glob("*/*")] == [VERSION]


def test_file_in_the_place_of_the_version_gives_way(server: Server, cache: Path) -> None:
    load(server)
    folder = one(cache, "*.zip").parent
    shutil.rmtree(folder)
    folder.write_text("what is this")
    assert len(load(server)) > 0


def test_nothing_is_printed(server: Server, capfd: pytest.CaptureFixture[Any]) -> None:
    load(server)
    assert capfd.readouterr() == ("", "")
