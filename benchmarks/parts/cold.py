"""One file, in a process that starts cold, with all registries and vocabularies."""

from __future__ import annotations

from pathlib import Path

from measuring import Aim, Line, compiled, rounds
from parts.bench import ALONE, COMPILED, SCHEMA, Bench, Part, first, later

AIM = Aim(1.7)
LINES = (
    Line("`import pydantic`", "pydantic", "pydantic"),
    Line("`check FILE`, the first run ever, nothing kept yet / `import pydantic`", "first", "pydantic"),
    Line("`check FILE`, a later run / `import pydantic`", "later", "pydantic", AIM),
    Line("`check FILE`, a later run, the file changed / `import pydantic`", "changed", "pydantic", AIM),
    Line("`check --no-cache --jobs 1 FILE` / `import pydantic`", "uncached", "pydantic"),
    Line("`dprk-industry --version` / `import pydantic`", "version", "pydantic"),
    Line("bare Python / `import pydantic`", "bare", "pydantic"),
    Line("check-jsonschema, schema alone / `import pydantic`", "check-jsonschema", "pydantic"),
)
CPP_LINE = Line("C++ `jsonschema validate`, schema alone / `import pydantic`", "sourcemeta", "pydantic")
IMPORTED = """
import sys
from dprk_industry.curate.cli import main
assert main(sys.argv[1:]) == 0
print(*sorted(sys.modules))
"""
BANNED = {"click", "dask", "frictionless", "jsonschema", "numpy", "pandas", "pyarrow"}
HEAVY = ("concurrent.futures", "decimal", "json", "multiprocessing", "pydantic", "pydantic_core", "sqlite3", "yaml")
"""Modules that take a millisecond or more to import."""


def measure(bench: Bench) -> Part:
    """Time the command on a dataset of one article."""
    root = bench.corpus(1)
    [file] = (path.relative_to(root) for path in (root / "dataset" / "annotations").rglob("*.yaml"))
    check = ("--root", root, "check")
    peer = bench.rooms.peers / "check-jsonschema"
    cases = {
        "pydantic": bench.running(bench.python, "-c", "import pydantic"),
        "bare": bench.running(bench.python, "-c", "pass"),
        "version": bench.running(bench.command, "--version"),
        "uncached": bench.running(bench.command, *check, *ALONE, root / file),
        "first": first(bench, root, file),
        "later": later(bench, root, file),
        "changed": later(bench, root, file, changed=file, key="headline"),
        "check-jsonschema": bench.running(peer, "--schemafile", SCHEMA, root / file),
    }
    lines = [*LINES]
    if command := bench.rooms.sourcemeta:
        cases["sourcemeta"] = bench.running(command, "validate", SCHEMA, root / file)
        lines.append(CPP_LINE)
    compiled(bench.python, COMPILED)
    part = Part("One file, cold")
    plants = len(list((root / "dataset" / "facilities").iterdir()))
    part.lines += [
        "Who annotates checks one file again and again, and it has changed each time: that is what the aim is for.",
        f"A dataset of one article, with the real vocabularies and the real gazetteer of {plants} facilities.",
        f"Medians of {bench.cold_rounds} rounds, after one that does not count.",
        "That the modules lie there compiled is asserted.",
    ]
    part.tell(lines, rounds(cases, bench.cold_rounds + 1)[1:])
    part.lines += [_imported(bench, root, file), ""]
    return part


def _imported(bench: Bench, root: Path, file: Path) -> str:
    """What a later run imports; raises if any run imports what has no place on its way."""
    for arguments in (ALONE, (), ()):
        call = (bench.python, "-c", IMPORTED, "--root", root, "check", *arguments, root / file)
        names = bench.run(*call).printed.split("\n")[-2].split()
        found = BANNED & set(names)
        assert not found, f"{found} imported by a check {' '.join(arguments)}"
    heavier = ", ".join(name for name in HEAVY if name in names) or "none"
    told = f"A later run imports {len(names)} modules; of {', '.join(HEAVY)}: {heavier}."
    return f"{told}\nNo run imports {', '.join(sorted(BANNED))}: that is asserted."
