"""`dprk-industry diff`: what changed between two builds, and why."""

from __future__ import annotations

import argparse
import sys

from dprk_industry.curate.cli import CannotRunError, print_for_programs
from dprk_industry.curate.release import plan, report
from dprk_industry.curate.release.builds import BuildError, read
from dprk_industry.curate.release.delta import Delta, compare
from dprk_industry.curate.release.numbers import VersionError


def run(given: argparse.Namespace) -> int:
    """Print the delta; 1 if a change has no reason, or if the version does not rise as far as it must.

    Within one version nothing need rise: that is for whoever makes the release.
    """
    try:
        delta = compare(read(given.old), read(given.new))
    except (BuildError, VersionError) as error:
        raise CannotRunError(str(error)) from None
    if given.format != "text":
        print_for_programs()
    print(_text(delta, given.format), end="")
    wrong = [*plan.silent(delta), *(plan.too_low(delta) if delta.old != delta.new else ())]
    for line in (*wrong, report.summary(delta)):
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _text(delta: Delta, form: str) -> str:
    if form == "csv":
        return report.csv_text(delta)
    return report.markdown(delta) if form == "markdown" else "".join(f"{line}\n" for line in report.lines(delta))
