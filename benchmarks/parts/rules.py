"""All rules on many files in one process, against a bare parse of the same bytes and against peers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median

from measuring import Aim, Cost, Line, rounds
from parts.bench import ALONE, PEERS, SCHEMA, Bench, Part
from rooms import PEERS as PACKAGES
from rooms import SOURCEMETA, versions

Case = Callable[[], Cost]
SAMPLE = 10
"""check-jsonschema is given every so-many-th file."""
LINES = (
    Line("bare parse: PyYAML's C events, files read", "events", "events"),
    Line("`check --no-cache --jobs 1` / bare parse", "ours", "events", Aim(1.3)),
    Line("the same inside a process, without start and imports / bare parse likewise", "inside", "events inside"),
    Line("check-jsonschema, schema alone / `check`", "check-jsonschema", "ours", Aim(10, at_least=True)),
    Line("yamale, shapes alone / `check`", "yamale", "ours"),
    Line("CSafeLoader and jsonschema-rs by hand, schema alone / `check`", "by hand", "ours"),
)
CPP_LINES = (
    Line("C++ `jsonschema validate`, schema alone / `check`", "sourcemeta", "ours", Aim(1, at_least=True)),
    Line("C++ `jsonschema validate --fast`, the first fault alone / `check`", "sourcemeta fast", "ours"),
)


def measure(bench: Bench) -> Part:
    """Time the command and its peers."""
    part = Part(f"All rules on {bench.articles:,} files, one process")
    files = bench.corpus(bench.articles) / "dataset" / "annotations"
    paths = sorted(files.rglob("*.yaml"))
    cases, lines = _cases(bench, files, paths), [*LINES]
    if command := bench.rooms.sourcemeta:
        cases |= _cpp_cases(bench, command, files)
        lines += CPP_LINES
    else:
        part.lines += ["sourcemeta's C++ `jsonschema` is left out: npm is missing, or has none for this machine.", ""]
    measured = [_derived(costs, len(paths)) for costs in rounds(cases, bench.rounds)]
    part.lines += _told(bench, measured, sum(path.stat().st_size for path in paths))
    part.tell(lines, measured)
    return part


def _cases(bench: Bench, files: Path, paths: list[Path]) -> dict[str, Case]:
    peers, check = bench.rooms.peers, ("--root", files.parents[1], "check", *ALONE)
    schema = (peers / "check-jsonschema", "--schemafile", SCHEMA)
    return {
        "events": bench.running(peers / "python", PEERS / "events.py", files),
        "ours": bench.running(bench.command, *check),
        "inside": bench.running(bench.python, PEERS / "ours.py", *check),
        "by hand": bench.running(peers / "python", PEERS / "by_hand.py", SCHEMA, files),
        "yamale": bench.running(peers / "yamale", "-n", 1, "-s", PEERS / "article.yamale.yaml", files),
        "one by check-jsonschema": bench.running(*schema, paths[0]),
        "check-jsonschema": bench.running(*schema, *paths[::SAMPLE]),
    }


def _cpp_cases(bench: Bench, command: Path, files: Path) -> dict[str, Case]:
    given = (SCHEMA, files, "--extension", ".yaml")
    return {
        "sourcemeta": bench.running(command, "validate", *given),
        "sourcemeta fast": bench.running(command, "validate", "--fast", *given),
    }


def _derived(costs: dict[str, Cost], files: int) -> dict[str, Cost]:
    """Costs with the sample of check-jsonschema as all files, and what was timed inside the processes."""
    one, sample = costs["one by check-jsonschema"], costs["check-jsonschema"]
    share = (files - 1) / max(1, len(range(0, files, SAMPLE)) - 1)
    whole = Cost(
        one.clock + share * (sample.clock - one.clock),
        one.processor + share * (sample.processor - one.processor),
        sample.peak,
    )
    inside = {"inside": costs["inside"].told, "events inside": costs["events"].told}
    return {**costs, **inside, "check-jsonschema": whole}


def _told(bench: Bench, measured: list[dict[str, Cost]], size: int) -> list[str]:
    ours, bare = (
        1e6 * median(costs[case].clock for costs in measured) / bench.articles for case in ("inside", "events inside")
    )
    ours_by = versions(bench.python, ("dprk-industry", "pydantic", "PyYAML"))
    theirs_by = versions(bench.rooms.peers / "python", PACKAGES)
    return [
        f"{ours_by}; {theirs_by}, {SOURCEMETA.lstrip('@')}.",
        f"{size / 1e6:.1f} MB; medians of {bench.rounds} rounds.",
        "Each row is a process of its own, start and imports included, unless it says otherwise.",
        "The peers look at the schema alone, `check` at the schema, all rules and the registries.",
        f"check-jsonschema is given every {SAMPLE}th file; its time without the start is then taken {SAMPLE}-fold.",
        f"Inside a process a file takes {ours:.0f} µs, and the bare parse of it {bare:.0f} µs.",
    ]
