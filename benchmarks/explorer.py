"""How long the explorer of 5,000 generated orders takes to be made, to open in Chromium, and to answer a filter.

    python benchmarks/explorer.py                   # prints Markdown
    python benchmarks/explorer.py --write           # puts it into benchmarks/README.md

Needs `pip install -e '.[curate,browser]'` and Chromium. Opening is measured from the navigation to the first frame
after the view is drawn, filtering from the change of a select box to the first frame after the answer. The plants have
points, the dates uncertainty, and each view is measured with everything in it.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "benchmarks" / "README.md"
MARKS = ("<!-- begin: printed by benchmarks/explorer.py -->\n", "<!-- end: benchmarks/explorer.py -->\n")
ORDERS_EACH = 2
"""Orders in one generated article."""
VIEWS = ("overview", "map", "timeline", "tables")
FILTERS = {"action": ("produce", "build", ""), "year": ("2015", "2020", ""), "sector": ("steel_mill", "")}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
BUILD, OPEN, FILTER = 10_000.0, 1_000.0, 100.0
"""Aims, in milliseconds."""
DRAWN = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
"""Resolves when the next frame has been drawn."""
CHANGE = f"""async ([id, value]) => {{
    const select = document.getElementById(id);
    const answered = new Promise(done => addEventListener('hashchange', done, {{once: true}}));
    const start = performance.now();
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await answered;
    return await {DRAWN} - start;
}}"""


class Seen(NamedTuple):
    """What was measured in a browser, in milliseconds."""

    browser: str
    opened: dict[str, list[float]]
    """By view."""
    answered: dict[str, list[float]]
    """By view, of every filter."""


def main() -> None:
    """Measure and print, or write what was printed into the README of the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = generated(Path(scratch) / "made", given.orders // ORDERS_EACH)
        folder = Path(scratch) / "site"
        built = [timed(lambda: make(root, folder)) for _ in range(given.rounds)]
        text = report(root, folder, built, browse(folder / "index.html", given.rounds))
    print(text)
    if given.write:
        before, _, rest = README.read_text("utf-8").partition(MARKS[0])
        README.write_text(before + MARKS[0] + text + MARKS[1] + rest.partition(MARKS[1])[2], "utf-8")


def generated(root: Path, articles: int) -> Path:
    """A root with the tables of so many generated articles, whose plants have points."""
    root.mkdir()
    shutil.copy(ROOT / "README.md", root)
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(root), str(articles)], check=True)
    build = f"import sys; from dprk_industry.curate.cli import main; sys.exit(main(['--root', {str(root)!r}, 'build']))"
    subprocess.run([sys.executable, "-c", build], check=True, stdout=subprocess.DEVNULL)
    place(root / "dataset" / "tables" / "facilities.csv")
    return root


def place(path: Path) -> None:
    """Give every plant of a table a point within the country."""
    dice = random.Random(1)  # noqa: S311 - nothing secret
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    for row in rows:
        point = (f"{dice.uniform(38.5, 41.5):.4f}", f"{dice.uniform(125.5, 128.5):.4f}")
        for name, value in zip(("lat", "lon", "geo"), (*point, dice.choice(("site", "town", "county"))), strict=True):
            row[header.index(name)] = value
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *rows])


def make(root: Path, folder: Path) -> None:
    """Make the explorer, in a process of its own."""
    command = [sys.executable, str(ROOT / "scripts" / "explorer.py"), str(folder), "--root", str(root)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def timed(work: Callable[[], None]) -> float:
    """Milliseconds that some work takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def browse(page: Path, rounds: int) -> Seen:
    """Name of the browser; milliseconds to open each view, and to answer each filter of each view."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        name = f"Chromium {browser.version}"
        opened: dict[str, list[float]] = {view: [] for view in VIEWS}
        answered: dict[str, list[float]] = {view: [] for view in VIEWS[1:]}
        for _ in range(rounds):
            for view in VIEWS:
                window = browser.new_page()
                opened[view].append(opening(window, f"{page.as_uri()}#/{view}"))
                if view in answered:
                    answered[view] += filtering(window)
                window.close()
        browser.close()
    return Seen(name, opened, answered)


def opening(window: Any, address: str) -> float:
    """Milliseconds from the navigation to the first frame with the view in it."""
    window.goto(address, wait_until="commit")
    window.wait_for_selector("html[data-ready=true]", state="attached")
    drawn: float = window.evaluate(f"window.drawn ?? {DRAWN}")
    ready: float = window.evaluate("performance.getEntriesByName('ready')[0].startTime")
    return min(drawn, ready + frame(window))


def frame(window: Any) -> float:
    """Milliseconds that the browser takes from a moment to the end of the next frame."""
    taken: float = window.evaluate(
        f"(async () => {{ const start = performance.now(); return await {DRAWN} - start }})()"
    )
    return taken


def filtering(window: Any) -> list[float]:
    """Milliseconds of each filter's answer."""
    return [window.evaluate(CHANGE, [f"filter-{name}", value]) for name, values in FILTERS.items() for value in values]


def report(root: Path, folder: Path, built: list[float], seen: Seen) -> str:
    """What was measured, as Markdown."""
    with (root / "dataset" / "tables" / "orders.csv").open(encoding="utf-8", newline="") as stream:
        orders = sum(1 for _ in csv.reader(stream)) - 1
    rows = sum(path.read_text("utf-8").count("\n") - 1 for path in (root / "dataset" / "tables").glob("*.csv"))
    size = (folder / "index.html").stat().st_size / 1e6
    lines = [
        f"{orders:,} orders, {rows:,} lines in all tables, a page of {size:.1f} MB.\n",
        f"Python {platform.python_version()}, {seen.browser}, {os.cpu_count()} processors.\n",
        "| what | median ms | slowest ms | aim ms | |",
        "| --- | ---: | ---: | ---: | --- |",
        row("make the page", built, BUILD),
        *(row(f"open: {view}", times, OPEN) for view, times in seen.opened.items()),
        *(row(f"filter: {view}", times, FILTER) for view, times in seen.answered.items()),
    ]
    return re.sub(r" +\n", "\n", "\n".join(lines)) + "\n"


def row(title: str, times: list[float], aim: float) -> str:
    """Line of a case; the median has to keep the aim."""
    verdict = "holds" if median(times) <= aim else "misses"
    return f"| {title} | {median(times):.0f} | {max(times):.0f} | {aim:.0f} | {verdict} |"


if __name__ == "__main__":
    main()
