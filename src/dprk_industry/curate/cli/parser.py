"""What the command takes."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dprk_industry import __version__

FORMATS = ("text", "json", "github", "sarif", "junit")
NAME = "dprk-industry"
ROOT = "--root"


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal: found here, because the usual way imports what takes longer than to parse."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    try:
        return int(told) if told.isdecimal() and int(told) else os.get_terminal_size().columns or 80
    except OSError:
        return 80


def parser(asked: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The command's parser, with a subparser for each command, or for that alone which is asked for."""
    wanted = _command(asked)
    top = argparse.ArgumentParser(
        prog=NAME,
        description="Check, build and read the dataset of orders to North Korean industry.",
        formatter_class=_Help,
    )
    top.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    top.add_argument(
        ROOT,
        type=Path,
        help="root of the dataset; without it the checkout around the current folder, else the installed data",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", prog=NAME)
    for command, (about, add) in COMMANDS.items():
        if wanted not in COMMANDS or wanted == command:
            add(commands.add_parser(command, help=about, formatter_class=_Help))
    return top


def _command(asked: Sequence[str]) -> str:
    """The first word but for the root: it names the command, or nothing that is one."""
    words = iter(asked)
    for word in words:
        if word == ROOT:
            next(words, None)
        elif not word.startswith(f"{ROOT}="):
            return word
    return ""


def _jobs(text: str) -> int:
    """A number of processes, from 1.

    Raises:
        argparse.ArgumentTypeError: it is none.

    """
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; expected 1 or more")
    return int(text)


def _check(check: argparse.ArgumentParser) -> None:
    check.description = (
        "Hold the files named, or all of the dataset, against the rules. The status is 0 if there are no findings on "
        "them, 1 if there are, and 2 if they could not be checked. It is 1 too if a vocabulary, registry or list "
        "cannot be read, on which every file rests; of other errors in files that are not named the last line tells."
    )
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of the dataset")
    check.add_argument("--format", choices=FORMATS, default="text", help="how the findings are printed")
    check.add_argument("--jobs", type=_jobs, metavar="N", help="number of processes; as many as pay if left out")
    check.add_argument(
        "--dask", metavar="ADDRESS", help="let the workers of a Dask cluster do it; its scheduler's address"
    )
    check.add_argument(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="look at everything anew, and keep nothing for the next time",
    )


def _explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("code", nargs="?", help="code of the rule, such as R30; without it, all rules by a line each")


def _build(build: argparse.ArgumentParser) -> None:
    build.add_argument("--check", action="store_true", help="write nothing; fail if a generated file is stale")


def _show(show: argparse.ArgumentParser) -> None:
    show.add_argument("id", help="id of an article, a record (<article id>#<name>) or a facility")


def _agreement(agreement: argparse.ArgumentParser) -> None:
    agreement.add_argument("--draw", metavar="SEED", help="instead, draw articles for a second coder, by this text")


def _new(new: argparse.ArgumentParser) -> None:
    new.add_argument("outlet", help="id of the outlet")
    new.add_argument("url", help="address of the article")
    new.add_argument("headline", help="headline as printed")
    new.add_argument(
        "--text", type=Path, help="file with the article's text: paragraphs, digests and hash are filled in"
    )
    new.add_argument("--excerpt", action="store_true", help="only a part of the article was at hand")
    new.add_argument("--item", default="", help="number of the article in a newsletter whose items share an address")
    new.add_argument("--host", default="", help="who reprinted the article, if your copy is a reprint")
    new.add_argument("--name", default="", help="words of the id; made from the headline if left out")
    new.add_argument("--language", default="", help="language of the text (ISO 639)")
    new.add_argument("--published", default="", help="date of publication (EDTF)")
    new.add_argument("--annotator", default="", help="your handle in dataset/registries/annotators.yaml")


def _fix(fix: argparse.ArgumentParser) -> None:
    fix.description = (
        "Write the files named, or all of the dataset, in canonical form; what they say stays the same. "
        "A file that cannot be read without a fault is left alone, and the status is then 1."
    )
    fix.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of the dataset")
    fix.add_argument(
        "--diff", action="store_true", help="write nothing; print what would change, and end with 1 if anything would"
    )


def _verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("texts", nargs="+", type=Path, metavar="TEXT", help="files with the texts of articles")
    verify.add_argument("--numbered", action="store_true", help="print how each paragraph begins, under its number")


def _diff(diff: argparse.ArgumentParser) -> None:
    diff.add_argument("old", type=Path, metavar="OLD", help="folder, archive or released set of the build before")
    diff.add_argument("new", type=Path, metavar="NEW", help="the build after")
    diff.add_argument("--format", choices=("text", "csv", "markdown"), default="text", help="how the delta is printed")


def _release(release: argparse.ArgumentParser) -> None:
    release.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder that holds the released sets")
    release.add_argument(
        "--previous", type=Path, metavar="BUILD", help="build of the version before; the last one in DIR if left out"
    )
    release.add_argument(
        "--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="day of the release, told in the descriptions"
    )


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("all rules on the files given, or on the whole dataset", _check),
    "explain": ("a rule: why, how to mend, a bad and a good example", _explain),
    "build": ("generate all generated files", _build),
    "show": ("an article, a record or a facility as a readable sheet", _show),
    "agreement": ("how far coders agree who coded the same articles apart", _agreement),
    "new": ("an annotation to fill in", _new),
    "fix": ("canonical form: order of keys, quotes, width of lines, the editor's modeline", _fix),
    "verify": ("hold article texts against the published digests", _verify),
    "diff": ("what changed between two builds, and why", _diff),
    "release": ("the full set of assets of a version", _release),
}
"""What each command does, in one line, and what it takes."""
