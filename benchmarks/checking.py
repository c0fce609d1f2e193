"""How long a check takes and how much memory, against a bare parse of the same files and against other checkers.

    python benchmarks/checking.py                           # everything, and the table into benchmarks/README.md
    python benchmarks/checking.py --only cold,memory        # some parts, printed alone
    python benchmarks/checking.py --articles 500 --most 2000

Environments of their own for the command, for its peers and for Dask are made in the checkout (`.venv-measure*`), with
pip and, for one peer, npm. Corpora are generated into a temporary folder. What is aimed at is a ratio within one run:
cases take turns, and the median over the rounds counts. All of it takes about half an hour.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from measuring import FEWEST_ROUNDS, row
from parts import PARTS, Bench, Part
from rooms import machine

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- written by checking.py: begin -->", "<!-- written by checking.py: end -->"
ARTICLES, MOST, ROUNDS, COLD_ROUNDS = 10_000, 100_000, 5, 11


def main() -> None:
    """Measure what the command line asks for and print it as Markdown; write it down if it is everything."""
    given = _arguments()
    print(machine(), flush=True)
    parts = []
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch), given.articles, given.most, given.rounds, max(given.rounds, given.cold_rounds))
        for name in given.only:
            parts.append(PARTS[name](bench))
            print(_text(parts[-1]), flush=True)
    told = _report(parts)
    print(_targets(parts))
    whole = given.only == list(PARTS) and given.articles >= ARTICLES and given.most >= MOST
    if whole:
        _write(told)
    else:
        print("Not everything was measured in full size, so benchmarks/README.md is left as it is.", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=_parts, default=list(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="files of the corpus for time")
    parser.add_argument("--most", type=int, default=MOST, help="files of the largest corpus for memory")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"at least {FEWEST_ROUNDS}")
    parser.add_argument("--cold-rounds", type=int, default=COLD_ROUNDS, help="rounds of the part `cold`")
    given = parser.parse_args()
    if given.rounds < FEWEST_ROUNDS:
        parser.error(f"fewer than {FEWEST_ROUNDS} rounds tell nothing")
    return given


def _parts(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(PARTS):
        raise argparse.ArgumentTypeError(f"no such part: {', '.join(sorted(unknown))}")
    return [name for name in PARTS if name in names]


def _report(parts: list[Part]) -> str:
    """Everything that was measured, as Markdown."""
    today = datetime.now(UTC).date()
    return "\n".join([f"The last run, of {today}: {machine()}", "", _targets(parts), *map(_text, parts)]).strip()


def _targets(parts: list[Part]) -> str:
    """The figures that were aimed at."""
    lines = [
        row(target.title, f"{target.figure:.3g}", target.aim, target.aim.verdict(target.figure))
        for part in parts
        for target in part.targets
    ]
    return "\n".join(["### Aims", "", "| what | measured | aim | |", "| --- | ---: | ---: | --- |", *lines, ""])


def _text(part: Part) -> str:
    return "\n".join([f"### {part.title}", "", *part.lines])


def _write(told: str) -> None:
    """Put what was measured between the markers of the README."""
    text = README.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert begin, f"{README} has lost its markers"
    assert end, f"{README} has lost its markers"
    README.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
