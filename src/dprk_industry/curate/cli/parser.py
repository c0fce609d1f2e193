"""What the command takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from dprk_industry import __version__


def parser() -> argparse.ArgumentParser:
    """The command's parser, with a subparser for each command."""
    top = argparse.ArgumentParser(
        prog="dprk-industry", description="Check, build and read the dataset of orders to North Korean industry."
    )
    top.add_argument("--version", action="version", version=f"dprk-industry {__version__}")
    top.add_argument(
        "--root",
        type=Path,
        help="root of the dataset; without it the checkout around the current folder, else the installed data",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="all rules on the files given, or on the whole dataset")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of the dataset")

    explain = commands.add_parser("explain", help="a rule: why, how to mend, a bad and a good example")
    explain.add_argument("code", nargs="?", help="code of the rule, such as R30; without it, all rules by a line each")

    build = commands.add_parser("build", help="generate all generated files")
    build.add_argument("--check", action="store_true", help="write nothing; fail if a generated file is stale")

    show = commands.add_parser("show", help="an article, a record or a facility as a readable sheet")
    show.add_argument("id", help="id of an article, a record (<article id>#<name>) or a facility")
    return top
