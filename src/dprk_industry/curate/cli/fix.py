"""`dprk-industry fix`: the files that people write in canonical form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from dprk_industry.curate.cli import CannotRunError, print_for_programs
from dprk_industry.curate.cli.roots import find_checkout
from dprk_industry.curate.fix import Fixed, fixed, record_files
from dprk_industry.curate.publish import files
from dprk_industry.curate.reporters import text


def run(given: argparse.Namespace) -> int:
    """Write what is not canonical, or with `--diff` show it; 1 if a file has faults or `--diff` shows something."""
    root = find_checkout(given.root)
    results = [fixed(root, file) for file in _chosen(given.paths, root)]
    changed = [result for result in results if result.changed]
    if given.diff:
        print_for_programs()
    for result in changed:
        if given.diff:
            print("".join(_diff(result)), end="")
        else:
            _write(root / result.file, result.after)
            print(result.file)
    faulty = [result for result in results if result.findings]
    found = sorted(finding for result in faulty for finding in result.findings)
    for line in text.report(found, colour=sys.stdout.isatty()):
        print(line)
    print(_summary(len(results), len(changed), len(faulty), diff=given.diff), file=sys.stderr)
    return 1 if faulty or (given.diff and changed) else 0


def _chosen(paths: Iterable[Path], root: Path) -> list[str]:
    """Record files that are named, or lie in a folder that is; all of them where none is named.

    Raises:
        CannotRunError: something named is not there, lies outside the dataset, or is and holds no record file.

    """
    files = list(record_files(root))
    wanted = {file for path in paths for file in _named(path, root, files)}
    return [file for file in files if file in wanted] if paths else files


def _named(path: Path, root: Path, files: Iterable[str]) -> list[str]:
    if not path.exists():
        raise CannotRunError(f"there is no file or folder {path}")
    absolute = path.resolve()
    if not absolute.is_relative_to(root):
        raise CannotRunError(f"{path} lies outside the dataset {root}; name its dataset with --root")
    found = [file for file in files if (root / file).is_relative_to(absolute)]
    if not found:
        raise CannotRunError(f"{path} is no file of the dataset that people write, and holds none")
    return found


def _write(path: Path, after: str) -> None:
    try:
        files.replace(path, after)
    except OSError as error:
        raise CannotRunError(f"{path} cannot be written: {error.strerror}") from None


def _diff(result: Fixed) -> Iterator[str]:
    """A unified diff, as `git apply` and `patch -p1` take it."""
    before, after = (each.splitlines(keepends=True) for each in (result.before, result.after))
    for line in unified_diff(before, after, f"a/{result.file}", f"b/{result.file}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _summary(files: int, changed: int, faulty: int, *, diff: bool) -> str:
    said = f"{changed} of {files} files {'would change' if diff else 'changed'}"
    return f"{said}; {faulty} cannot be read without a fault and stay as they are" if faulty else said
