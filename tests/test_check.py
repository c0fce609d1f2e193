"""The check finds the same, whoever looks and whatever was kept from the last time."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable
from multiprocessing import connection, get_all_start_methods, process
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dprk_industry.curate
from dprk_industry.curate.check import (
    NoClusterError,
    cache,
    check,
    cluster,
    conclude,
    examine,
    inspect,
    processes,
    workers,
)
from dprk_industry.curate.corpus import Ground, survey
from dprk_industry.curate.disk import Disk, Parcel

Folders = pytest.TempPathFactory
Patch = pytest.MonkeyPatch
ROOT = Path(__file__).resolve().parents[1]
TOY = ROOT / "tests" / "toy"
ARTICLES = "dataset/annotations"
ORDER, AGAIN = (f"{ARTICLES}/tidings/tidings-toy-{name}.yaml" for name in ("order", "again"))
RELEASED, BOUNDARIES = "dataset/released.csv", "dataset/registries/provinces.geojson"
PROVINCE = {
    "properties": {"name": "South Hamgyong", "places": ["KP-08"]},
    "geometry": {"type": "Polygon", "coordinates": [[[127, 39], [128, 39], [128, 40], [127, 40], [127, 39]]]},
}


def lay(root: Path) -> Path:
    """Lay out the toy dataset, with the real vocabularies and two articles that refer to each other."""
    shutil.copytree(TOY, root)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    first = next((root / ARTICLES).rglob("*.yaml"))
    text = first.read_text("utf-8")
    second = text.replace("tidings-toy-order", "tidings-toy-again").replace("/toy-order", "/toy-again")
    linked = "  - {from: mill-order, relation: updates, to: tidings-toy-order#mill-order}\n"
    (first.parent / "tidings-toy-again.yaml").write_text(second + linked, "utf-8")
    (root / RELEASED).write_text("id,kind,version\ntidings-toy-order,article,0.1.0\n", "utf-8")
    (root / BOUNDARIES).write_text(json.dumps({"features": [PROVINCE]}), "utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path, monkeypatch: Patch) -> Path:
    """Root of a toy dataset, with an empty cache beside it."""
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "cache"))
    return lay(tmp_path / "toy")


CHANGES = {
    "a fault in an article": (
        "dataset/annotations/tidings/tidings-toy-order.yaml",
        "action: produce",
        "action: prodce",
    ),
    "a misspelt record": (ORDER, "  mill-order:", "  mill-ordr:"),
    "a link that leads nowhere": (
        "dataset/annotations/tidings/tidings-toy-again.yaml",
        "to: tidings-toy-order",
        "to: x-y",
    ),
    "an actor that is gone": ("dataset/registries/actors.yaml", "cabinet:", "cabnet:"),
    "a code that is gone": ("dataset/vocabularies/action.yaml", "  produce:", "  make:"),
    "a code without an example": (
        "dataset/vocabularies/per.yaml",
        "example: The face yields",
        "exampel: The face yields",
    ),
    "a comment among the codes": ("dataset/vocabularies/unit.yaml", "codes:\n", "codes:\n# units\n"),
    "a plant that is gone": ("dataset/facilities/example-steel-mill.yaml", "name: Example", "nme: Example"),
    "a plant of a class that is none": ("dataset/facilities/example-steel-mill.yaml", "steel_mill", "stel_mill"),
    "a waiver of nothing": ("dataset/exceptions.yaml", "[]", "[{rule: R36, record: a#b, reason: none}]"),
    "a waiver without a reason": ("dataset/exceptions.yaml", "[]", "[{rule: R36, record: a#b}]"),
    "a retired id": (
        "dataset/retired.yaml",
        "{}",
        "tidings-toy-order: {kind: article, retired: 2026-01-01, reason: x}",
    ),
    "an id that was released and is gone": (RELEASED, "tidings-toy-order", "tidings-toy-ordre"),
    "an area that a plant lies outside of": (BOUNDARIES, "127, 39", "129, 39"),
    "an area that cannot be read": (BOUNDARIES, "Polygon", "Square"),
}


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[str, str]]:
    """What happens to a dataset between checks: changes made and taken back, files that come and go."""
    kinds = st.tuples(st.just("change"), st.sampled_from(sorted(CHANGES)))
    others = st.sampled_from([("stray", ""), ("copy", ""), ("remove", ""), ("nothing", ""), ("broken cache", "")])
    return draw(st.lists(kinds | others, min_size=1, max_size=6))


@settings(max_examples=40)
@given(history=histories())
def test_a_cache_never_hides_a_finding(
    history: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("history")
    root = lay(folder / "toy")
    with Patch.context() as patch:
        patch.setenv(cache.FOLDER, str(folder / "cache"))
        assert examine(root, cached=True) == examine(root)
        for what, which in history:
            happen(root, folder / "cache", what, which)
            assert examine(root, cached=True) == examine(root)
            assert examine(root, cached=True) == examine(root)


def happen(root: Path, kept: Path, what: str, which: str) -> None:
    """Change a dataset, or what was kept of it."""
    copy = root / ARTICLES / "tidings" / "tidings-toy-third.yaml"
    if what == "change":
        file, one, other = CHANGES[which]
        path = root / file
        text = path.read_text("utf-8")
        path.write_text(text.replace(other, one, 1) if other in text else text.replace(one, other, 1), "utf-8")
    elif what == "stray":
        (root / "dataset" / "facilities" / "readme.txt").write_text("x")
    elif what == "copy":
        shutil.copy(root / ARTICLES / "tidings" / "tidings-toy-order.yaml", copy)
    elif what == "remove":
        copy.unlink(missing_ok=True)
    elif what == "broken cache":
        for path in kept.rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[:-1] + b"x")


def test_the_changes_of_a_history_are_found(root: Path) -> None:
    """Each of the changes above is one that a cache could hide: it changes the findings."""
    before = check(root)
    for what in sorted(CHANGES):
        happen(root, root, "change", what)
        assert check(root) != before, what
        happen(root, root, "change", what)
        assert check(root) == before, what


def test_nothing_is_looked_at_twice(root: Path, monkeypatch: Patch) -> None:
    """An unchanged dataset is not inspected again; of a changed one only what changed."""
    seen: list[str] = []

    def watch(ground: object, source: object, files: list[str], *others: object) -> list[inspect.Report]:
        seen.extend(files)
        return inspect.inspect(ground, source, files, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "inspect", watch)
    files = [f"{ARTICLES}/tidings/tidings-toy-{name}.yaml" for name in ("again", "order")]
    for change, expected in (
        (None, files),
        (None, []),
        ("a fault in an article", files[1:]),
        ("a waiver of nothing", files),
    ):
        seen.clear()
        if change:
            happen(root, root, "change", change)
        examine(root, cached=True)
        assert seen == expected


def test_another_program_keeps_to_itself(root: Path, tmp_path: Path, monkeypatch: Patch) -> None:
    """What a changed rule, another version or another day found is not given back."""
    examine(root, cached=True)
    package = tmp_path / "curate"
    shutil.copytree(dprk_industry.curate.__path__[0], package)
    monkeypatch.setattr(dprk_industry.curate, "__path__", [str(package)])
    bases = set()
    for change in (None, "rules/orders.py", "models/records.py", "yamlfile/lines.py"):
        if change:
            (package / change).write_text((package / change).read_text("utf-8") + "\n", "utf-8")
        cache._program.cache_clear()
        bases.add(cache._program())
    assert len(bases) == len(("as it was", "rules", "models", "reader"))
    assert cache.Cache(root).result() is None
    monkeypatch.undo()
    cache._program.cache_clear()


def test_what_others_could_have_written_is_not_read(root: Path, tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "cache"))
    examine(root, cached=True)
    assert cache.Cache(root).result() is not None
    for path in (tmp_path / "cache").rglob("result"):
        path.chmod(0o666)
    assert cache.Cache(root).result() is None


def test_a_cache_that_cannot_be_written_is_done_without(root: Path, tmp_path: Path, monkeypatch: Patch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "file"))
    assert examine(root, cached=True) == examine(root)


@pytest.mark.parametrize(
    ("named", "system", "found"),
    [
        ({}, "linux", "home/.cache/dprk-industry"),
        ({"XDG_CACHE_HOME": "/kept"}, "linux", "/kept/dprk-industry"),
        ({"XDG_CACHE_HOME": "kept"}, "linux", "home/.cache/dprk-industry"),
        ({}, "darwin", "home/Library/Caches/dprk-industry"),
        ({cache.FOLDER: "~/own", "XDG_CACHE_HOME": "/kept"}, "linux", "home/own"),
    ],
)
def test_the_cache_lies_where_the_system_has_it(
    named: dict[str, str], system: str, found: str, tmp_path: Path, monkeypatch: Patch
) -> None:
    for name in (cache.FOLDER, "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": str(tmp_path / "home"), **named}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert cache._home() == tmp_path / found


def test_a_user_without_a_home_keeps_nothing(root: Path, monkeypatch: Patch) -> None:
    def unknown(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", unknown)
    assert examine(root, cached=True) == examine(root)
    assert cache.Cache(root).result() is None


def generate(root: Path, articles: int, *others: str) -> Path:
    """Root of a generated dataset."""
    script = ROOT / "benchmarks" / "generate.py"
    subprocess.run([sys.executable, str(script), str(root), str(articles), *others], check=True)
    return root


@pytest.fixture
def generated(tmp_path: Path) -> Path:
    """Root of a dataset of forty articles, a few of them faulty."""
    return generate(tmp_path / "made", 40, "--faulty", "9")


@pytest.mark.parametrize("start", get_all_start_methods())
def test_processes_find_the_same(start: str, generated: Path, monkeypatch: Patch) -> None:
    """However they are started, and the others did some of the work: this one waits for them."""
    alone = examine(generated, jobs=1)
    assert len(alone.findings) >= len("four")
    helpers: list[processes._Helper] = []
    here: list[str] = []
    mine = os.getpid()

    class Watched(processes._Helper):
        def __init__(self, ground: Ground) -> None:
            super().__init__(ground)
            helpers.append(self)

    def patient(*given: Any) -> list[inspect.Report]:
        if os.getpid() == mine and not here:
            connection.wait([helper.pipe for helper in helpers], timeout=60)
        here.extend(given[2])
        return inspect.inspect(*given)

    monkeypatch.setattr(processes, "START", start)
    monkeypatch.setattr(processes, "SHARE", 7)
    monkeypatch.setattr(processes, "LOTS", 1)
    assert examine(generated, jobs=4) == alone
    monkeypatch.setattr(processes, "_Helper", Watched)
    monkeypatch.setattr(workers, "inspect", patient)
    assert examine(generated, jobs=2) == alone
    assert 0 < len(here) < len(alone.articles)


@pytest.mark.parametrize("chunks", [0, 1, 3])
def test_processes_find_the_same_though_one_is_lost(chunks: int, generated: Path, monkeypatch: Patch) -> None:
    """One that dies at once, after its first chunk, and amid the articles that concern each other."""
    alone = examine(generated, jobs=1)
    before, worked = os.getpid(), []

    def deadly(*given: Any) -> list[inspect.Report]:
        if os.getpid() != before:
            worked.append(given)
            if len(worked) > chunks:
                os.kill(os.getpid(), signal.SIGKILL)
        return inspect.inspect(*given)

    monkeypatch.setattr(processes, "SHARE", 4)
    monkeypatch.setattr(processes, "LOTS", 1)
    monkeypatch.setattr(workers, "inspect", deadly)
    assert examine(generated, jobs=2) == alone
    assert examine(generated, jobs=3) == alone


def test_processes_of_which_none_can_be_started(generated: Path, monkeypatch: Patch) -> None:
    def refused(_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    alone = examine(generated, jobs=1)
    monkeypatch.setattr(processes, "SHARE", 4)
    monkeypatch.setattr(processes, "_Helper", refused)
    assert examine(generated, jobs=2) == alone


@pytest.mark.parametrize("start", get_all_start_methods())
def test_processes_that_end_at_once(start: str, generated: Path, monkeypatch: Patch) -> None:
    """However much they would have to be told: this one does not wait for them."""
    alone = examine(generated, jobs=1)
    monkeypatch.setattr(processes, "START", start)
    monkeypatch.setattr(processes, "SHARE", 4)
    monkeypatch.setattr(processes, "_help", os._exit)
    assert examine(generated, jobs=3) == alone
    assert not process._children, "one was not waited for"  # type: ignore[attr-defined]


def test_a_process_that_starts_late_knows_as_much(generated: Path, monkeypatch: Patch) -> None:
    """None works on articles that concern each other without having been told of all of them."""
    for path in sorted((generated / ARTICLES).rglob("*.yaml"))[::2]:
        path.write_text("[", "utf-8")
    alone = examine(generated, jobs=1)
    tries: list[Ground] = []

    class Late(processes._Helper):
        def __init__(self, ground: Ground) -> None:
            tries.append(ground)
            if len(tries) <= len(("inspect", "and together")):
                raise OSError(errno.EAGAIN, "Resource temporarily unavailable")
            super().__init__(ground)

    monkeypatch.setattr(processes, "SHARE", 4)
    monkeypatch.setattr(processes, "LOTS", 1)
    monkeypatch.setattr(processes, "_Helper", Late)
    assert examine(generated, jobs=2) == alone


def test_processes_whose_pipes_hold_little(tmp_path: Path, monkeypatch: Patch) -> None:
    """As those of other systems do: neither side waits for the other to read while it sends."""
    made = generate(tmp_path / "made", 300)
    shutil.rmtree(made / "dataset" / "facilities")
    (made / "dataset" / "facilities").mkdir()
    alone = examine(made, jobs=1)
    pipe = connection.Pipe

    def narrow(*given: Any) -> tuple[Any, Any]:
        ends = pipe(*given)
        for end in ends:
            with socket.socket(fileno=os.dup(end.fileno())) as own:
                own.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
                own.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        return ends

    monkeypatch.setattr(connection, "Pipe", narrow)
    monkeypatch.setattr(processes, "SHARE", 4)
    monkeypatch.setattr(processes, "LOTS", 8)
    assert examine(made, jobs=2) == alone
    assert len(alone.findings) > len(alone.articles)


def test_processes_that_can_read_nothing(generated: Path, monkeypatch: Patch) -> None:
    for path in (generated / ARTICLES).rglob("*.yaml"):
        path.write_text("[", "utf-8")
    alone = examine(generated, jobs=1)
    assert not alone.articles
    monkeypatch.setattr(processes, "SHARE", 4)
    assert examine(generated, jobs=2) == alone


def test_a_cluster_finds_the_same_though_a_worker_is_lost(generated: Path, monkeypatch: Patch) -> None:
    distributed = pytest.importorskip("distributed")
    alone = examine(generated, jobs=1)
    monkeypatch.setattr(cluster, "CHUNK", 3)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        address = local.scheduler_address
        assert examine(generated, address=address) == alone
        with distributed.Client(address) as client:
            doomed = min(client.run(os.getpid).values())
        sent = []

        class Deadly(Disk):
            def parcel(self, files: Iterable[str]) -> Parcel:
                sent.append(files)
                if len(sent) == len(("one", "another", "the last")):
                    os.kill(doomed, signal.SIGKILL)
                return super().parcel(files)

        monkeypatch.setattr(cluster, "Disk", Deadly)
        assert examine(generated, address=address) == alone
        assert len(sent) == 40 // 3 + 1


def test_a_cluster_that_is_not_there_is_told(generated: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(NoClusterError, match="no Dask scheduler"):
        examine(generated, address="not an address")


def test_articles_together_and_alone_give_the_same(root: Path) -> None:
    """Reports are brought together in the order of the files, whoever made them."""
    ground = survey(root)
    reports = list(workers.Workers(ground).inspect(ground.articles))
    assert [report.file for report in reports] == list(ground.articles)
    assert conclude.conclude(ground, reports, workers.Workers(ground)) == check(root)
