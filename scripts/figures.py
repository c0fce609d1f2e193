"""Draw the overview from the published tables: five figures and the page that shows them, each beside its numbers.

`python scripts/figures.py` writes docs/overview.md and docs/figures; `--check` writes nothing and fails if they are
stale. It needs what `pip install -e '.[figures]'` brings.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import matplotlib.ticker
import pandas as pd
from matplotlib.figure import Figure

from dprk_industry import load_dataset

ROOT = Path(__file__).resolve().parents[1]
INK, PAPER, GRID = "#1f2933", "#ffffff", "#d9dee3"
COLOURS = ("#2f5d8a", "#b5651d", "#5b7f4b", "#8c4f6f", "#7d6b3d", "#4b8a8a", "#a33f3f", "#9aa5b1", "#cfd6dd")
BRANCHES = {
    "coal_mine": "coal",
    "ore_mine": "ore",
    "steel_mill": "metal",
    "power_plant": "power",
    "chemical_plant": "chemicals",
    "cement_factory": "cement and building",
    "building_site": "cement and building",
    "machine_factory": "machines and ships",
    "shipyard": "machines and ships",
    "munitions_factory": "machines and ships",
}
"""Branch of each class of enterprise; the other classes are one branch together."""
OTHER, NOBODY = "other enterprises", "no enterprise named"
STATUSES = ("met", "exceeded", "under_way", "partial", "nominal", "missed")
SILENT = "no outcome told"

Drawn = tuple[Figure, pd.DataFrame]
"""A figure and the numbers that it shows."""


def tables() -> dict[str, pd.DataFrame]:
    """The published tables of this checkout."""
    return load_dataset("all", root=ROOT)


def orders(data: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row for each order, with its branch, the year of its article and the kind of its outlet."""
    rows = data["order_outcomes"].drop_duplicates("order_id").copy()
    sector = rows["sector"].astype("string")
    rows["branch"] = sector.map(BRANCHES).fillna(OTHER).where(sector.notna(), NOBODY)
    dates = data["articles"].set_index("article_id")[["published_min", "published_max"]]
    first, last = (pd.to_datetime(rows["article_id"].map(dates[name])) for name in dates)
    rows["year"] = first.dt.year.where(first.dt.year == last.dt.year).astype("Int64")
    return rows


def by_year(data: dict[str, pd.DataFrame]) -> Drawn:
    """Orders by the year of the article and the branch of who must act."""
    rows = orders(data)
    counts = pd.crosstab(rows["year"], rows["branch"])
    years = range(rows["year"].min(), rows["year"].max() + 1)
    counts = counts[counts.sum().sort_values(ascending=False).index].reindex(years)
    figure, axes = _axes(7.2, 3.6)
    bottom = pd.Series(0, index=counts.index)
    for branch, colour in zip(counts, COLOURS, strict=False):
        axes.bar(counts.index, counts[branch].fillna(0), bottom=bottom, color=colour, label=branch, width=0.8)
        bottom += counts[branch].fillna(0)
    axes.set_ylabel("orders")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(mpl.ticker.MaxNLocator(integer=True))
    axes.legend(frameon=False, fontsize=7, ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1))
    return figure, counts.fillna(0).astype(int).rename_axis(columns=None)


def deadlines(data: dict[str, pd.DataFrame]) -> Drawn:
    """How the deadline of an order is set, by the kind of the outlet that tells of it."""
    rows = orders(data)
    kind = rows["deadline_kind"].astype("string").fillna("not told")
    return _shares(pd.crosstab(rows["outlet_kind"].astype("string"), kind), "share of orders", last="not told")


def outcomes(data: dict[str, pd.DataFrame]) -> Drawn:
    """What is told of the outcome of an order, by the kind of the outlet that tells of the order."""
    rows = orders(data)
    status = rows["outcome_status"].astype("string").fillna(SILENT)
    counts = pd.crosstab(rows["outlet_kind"].astype("string"), status)
    order = [*(each for each in STATUSES if each in counts), SILENT]
    return _shares(counts[order], "share of orders", last=SILENT)


def obstacles(data: dict[str, pd.DataFrame]) -> Drawn:
    """Obstacles and causes told as so, by type and by the branch of whom the record behind them is about."""
    factors = data["factors"].merge(data["records"][["record_id", "holds"]], on="record_id")
    factors = factors[factors["role"].isin(["obstacle", "cause"]) & (factors["holds"] == 1)]
    links = data["links"].loc[data["links"]["relation"] == "concerns", ["from_record", "to_record"]]
    parties = data["parties"][data["parties"]["role"].isin(["addressee", "subject"])]
    classes = data["facilities"].set_index("facility_id")["class"].astype("string")
    about = parties["class"].astype("string").where(parties["facility_id"].isna(), parties["facility_id"].map(classes))
    branches = pd.DataFrame({"to_record": parties["record_id"], "branch": about.map(BRANCHES)}).dropna()
    joined = factors.merge(links, left_on="record_id", right_on="from_record").merge(branches, on="to_record")
    joined = joined.drop_duplicates(["record_id", "branch"])
    counts = pd.crosstab(joined["type"].astype("string"), joined["branch"])
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False).index[:12]]
    figure, axes = _axes(7.2, 0.32 * len(counts) + 1.2)
    axes.imshow(counts, cmap=mpl.colors.LinearSegmentedColormap.from_list("paper", [PAPER, COLOURS[0]]), aspect="auto")
    for y, (_, row) in enumerate(counts.iterrows()):
        for x, value in enumerate(row):
            colour = PAPER if value > counts.max().max() / 2 else INK
            axes.text(x, y, value or "", ha="center", va="center", color=colour)
    axes.set_xticks(range(counts.shape[1]), counts.columns, rotation=20, ha="right")
    axes.set_yticks(range(len(counts)), [name.replace("_", " ") for name in counts.index])
    axes.grid(visible=False)
    return figure, counts.rename_axis(columns=None)


def places(data: dict[str, pd.DataFrame]) -> Drawn:
    """Facilities on a map, those of which a record tells in colour; a point shows how exact it is."""
    facilities = data["facilities"].dropna(subset=["lat"])
    told = data["parties"]["facility_id"].dropna().unique()
    shapes = json.loads((ROOT / "dataset" / "registries" / "provinces.geojson").read_text("utf-8"))
    figure = Figure(figsize=(6.4, 6.4))
    axes = figure.add_subplot()
    for feature in shapes["features"]:
        parts = feature["geometry"]["coordinates"]
        for polygon in parts if feature["geometry"]["type"] == "MultiPolygon" else [parts]:
            for ring in polygon:
                axes.fill(*zip(*ring, strict=True), facecolor="#f3f1ec", edgecolor="#b9b3a6", linewidth=0.6)
    for geo, marker in (("county", "s"), ("town", "^"), ("site", "o")):
        for named, colour, size in ((False, "#9aa5b1", 9), (True, COLOURS[6], 22)):
            chosen = facilities[(facilities["geo"] == geo) & (facilities["facility_id"].isin(told) == named)]
            label = f"{geo}{', in a record' if named else ''}"
            lon, lat = chosen["lon"].astype(float), chosen["lat"].astype(float)
            above = 3 if named else 2
            axes.scatter(lon, lat, s=size, marker=marker, color=colour, label=label, linewidths=0, zorder=above)
    axes.set_aspect(1 / 0.766)  # the cosine of 40 degrees north
    axes.axis("off")
    axes.legend(frameon=False, fontsize=7, loc="lower right", title="what the point stands for", title_fontsize=7)
    counts = pd.crosstab(facilities["geo"].astype("string"), facilities["facility_id"].isin(told))
    return figure, counts.rename(columns={False: "in no record", True: "in a record"}).rename_axis(columns=None)


def _shares(counts: pd.DataFrame, label: str, last: str) -> Drawn:
    """Stacked bars that each make up the whole; what is not told comes last, in grey."""
    counts = counts[[name for name in counts if name != last] + ([last] if last in counts else [])]
    shares = counts.div(counts.sum(axis=1), axis=0)
    figure, axes = _axes(7.2, 0.45 * len(counts) + 1.3)
    left = pd.Series(0.0, index=counts.index)
    for name, colour in zip(shares, COLOURS, strict=False):
        axes.barh(shares.index, shares[name], left=left, color=COLOURS[-1] if name == last else colour, label=name)
        left += shares[name]
    axes.set_yticks(range(len(counts)), [f"{name} (n = {counts.loc[name].sum()})" for name in counts.index])
    axes.xaxis.set_major_formatter(mpl.ticker.PercentFormatter(1))
    axes.set_xlabel(label)
    axes.legend(frameon=False, fontsize=7, ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1))
    return figure, counts.rename_axis(columns=None)


def _axes(width: float, height: float) -> tuple[Figure, mpl.axes.Axes]:
    figure = Figure(figsize=(width, height))
    axes = figure.add_subplot()
    axes.set_axisbelow(True)
    axes.grid(color=GRID, linewidth=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


FIGURES: dict[str, tuple[str, Callable[[dict[str, pd.DataFrame]], Drawn], str]] = {
    "orders-by-year": (
        "Orders by year and branch",
        by_year,
        (
            "Each order that an article tells of, by the year of the article and the branch of the plant, or the "
            "class of enterprise, that must act. Where only an authority is addressed, no enterprise is named. "
            "The years show which articles were read, not how many orders were given."
        ),
    ),
    "deadlines": (
        "How deadlines are set",
        deadlines,
        (
            "By the kind of outlet that tells of the order. `none`: the whole text was read and sets no limit; "
            "`not told`: only an excerpt was read, so nothing follows from its silence."
        ),
    ),
    "outcomes": (
        "What is told of the outcome",
        outcomes,
        (
            "Most orders end in silence: nobody tells what came of them. A rate of orders met means nothing "
            "without that share beside it."
        ),
    ),
    "obstacles": (
        "Obstacles and causes by branch",
        obstacles,
        (
            "What hinders, or is given as the reason for a result, as told as so; the twelve most frequent types. "
            "A factor that concerns records of two branches counts in both."
        ),
    ),
    "map": (
        "Facilities",
        places,
        (
            "Facilities with coordinates. Most points stand for the town or the county, not for the works. "
            "Boundaries: Natural Earth, public domain."
        ),
    ),
}


def files() -> dict[str, str]:
    """Text of every generated file, by its path from the root."""
    data = tables()
    page = [_HEAD.format(articles=len(data["articles"]), orders=len(data["orders"]))]
    made = {}
    for name, (title, draw, caption) in FIGURES.items():
        figure, numbers = draw(data)
        made[f"docs/figures/{name}.svg"] = _svg(figure, title)
        page.append(f"## {title}\n\n![{title}](figures/{name}.svg)\n\n{caption}\n\n{_table(numbers)}\n")
    return {"docs/overview.md": "\n".join(page), **made}


_HEAD = """\
<!-- Generated from the published tables by `python scripts/figures.py`; do not edit. -->
# Overview

What the {articles} articles and {orders} orders of this version hold.
They were chosen, not drawn: the figures show the dataset, not the country.
"""


def _svg(figure: Figure, title: str) -> str:
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None, "Title": title, "Creator": None}, bbox_inches="tight")
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


def _table(numbers: pd.DataFrame) -> str:
    header = [str(numbers.index.name), *map(str, numbers.columns)]
    lines = [header, ["---", *(["---:"] * len(numbers.columns))]]
    lines += [[str(name), *map(str, row)] for name, row in zip(numbers.index, numbers.to_numpy(), strict=True)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main() -> int:
    """Write the files, or with `--check` tell which are stale."""
    mpl.rcParams.update({"svg.hashsalt": "dprk-industry", "svg.fonttype": "none", "font.size": 8, "text.color": INK})
    mpl.rcParams.update({"axes.edgecolor": INK, "axes.labelcolor": INK, "font.family": "sans-serif"})
    stale = {name: text for name, text in files().items() if not _same(ROOT / name, text)}
    for name, text in stale.items():
        print(name)
        if "--check" not in sys.argv:
            (ROOT / name).parent.mkdir(exist_ok=True)
            (ROOT / name).write_text(text, "utf-8")
    return 1 if stale and "--check" in sys.argv else 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
