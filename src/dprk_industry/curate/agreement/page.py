"""The agreement as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dprk_industry.curate.agreement import differences, matching, measures, resample, wording
from dprk_industry.curate.agreement.compare import Agreement
from dprk_industry.curate.agreement.measures import Found, Measure
from dprk_industry.curate.agreement.pairs import Match, coder
from dprk_industry.curate.agreement.resample import Interval

GROUPS = {
    "record": "All records",
    "order": "Orders",
    "outcome": "Outcomes",
    "incident": "Incidents",
    "consequence": "Consequences",
    "factor": "Factors",
    "amount": "Amounts that both have",
    "article": "Heads of the articles",
}
"""Headings of what has variables."""
RELIABLE, TENTATIVE = 0.8, 0.667
"""Krippendorff's customary limits."""
NONE = "–"  # noqa: RUF001 - an en dash
INTERVAL = f"{resample.COVERAGE:.0%} interval"


def render(agreement: Agreement) -> str:
    """Text of docs/agreement.md."""
    parts = [
        f"<!-- {wording.BANNER} -->\n\n# Coder agreement\n",
        wording.INTRODUCTION,
        "## In short\n",
        _summary(agreement),
        "## Which records there are\n",
        wording.FOUND,
        _found(agreement),
        "## What the records say\n",
        wording.VARIABLES.format(
            fewest=measures.FEWEST_GIVEN,
            coverage=f"{resample.COVERAGE:.0%}",
            times=resample.TIMES,
            articles=resample.FEWEST_ARTICLES,
        ),
        *(_group(GROUPS[name], measured) for name, measured in agreement.measures.items() if measured),
        "## Where the coders differed\n",
        differences.render(agreement),
        "## The articles\n",
        _draws(agreement),
        _articles(agreement.matches),
        "## How it was computed\n",
        wording.METHOD.format(weight=matching.WEIGHT, seed=resample.SEED),
        "## What cannot be said\n",
        _unsaid(agreement) + wording.LIMITS.format(alike=_namesakes(agreement), both=agreement.found_in_all.both),
    ]
    return "\n".join(parts)


def _summary(agreement: Agreement) -> str:
    everything = agreement.found_in_all
    coders = {name for match in agreement.matches for name in match.pair.coders}
    alphas = [each.alpha for _, each in agreement.variables() if each.alpha is not None]
    high = sum(alpha >= RELIABLE for alpha in alphas)
    low = sum(alpha < TENTATIVE for alpha in alphas)
    who = f"{_count(len(agreement.matches), 'article')}, each coded by two of {len(coders)} coders"
    records = f"{everything.first} records by the first, {everything.second} by the second, {everything.both} by both"
    enough = f"of {_count(len(alphas), 'variable')} with pairs enough, {high} have an alpha of .80 or more"
    lines = [
        f"{who}: {records}.",
        f"Which records there are: F1 {_number(everything.f1)}{_bounds(everything.interval)}.",
        f"What they say: {enough}, {len(alphas) - high - low} lie between .67 and .80, and {low} below.",
        *_excerpts(agreement.matches),
    ]
    return _listed(lines)


def _excerpts(matches: Sequence[Match]) -> list[str]:
    """How many of the articles could be read in part only."""
    cut = sum(any(sheet.article.read == "excerpt" for sheet in match.pair.sheets) for match in matches)
    return [f"{cut} of the articles could be read in part only; whole texts may be harder to agree on."] if cut else []


def _found(agreement: Agreement) -> str:
    head = ["kind", "first", "second", "both", "precision", "recall", "F1", INTERVAL]
    rows = [_found_row(kind, each) for kind, each in agreement.found.items() if each.first + each.second]
    return grid(head, [*rows, _found_row("**all**", agreement.found_in_all)])


def _found_row(name: str, found: Found) -> list[str]:
    figures = [_number(found.precision), _number(found.recall), _number(found.f1), _interval(found.interval)]
    return [name, str(found.first), str(found.second), str(found.both), *figures]


def _group(heading: str, measured: Iterable[Measure]) -> str:
    head = ["variable", "scale", "pairs", "given", "same", "alpha", INTERVAL]
    return f"### {heading}\n\n{grid(head, [_measure_row(each) for each in measured])}"


def _measure_row(measure: Measure) -> list[str]:
    counts = [str(measure.pairs), str(measure.given), f"{100 * measure.same / measure.pairs:.0f}%"]
    figures = [_number(measure.alpha), _interval(measure.interval)]
    return [f"`{measure.variable.name}`", measure.variable.scale.name, *counts, *figures]


def _draws(agreement: Agreement) -> str:
    lines = [
        f"Draw `{draw.seed}`: {len(draw.drawn)} of {len(draw.among)} articles, one in {draw.every}, chosen by "
        "`random.Random(seed).sample` of Python from their ids in order; "
        "[`draws.yaml`](../dataset/double-coding/draws.yaml) lists them."
        f"{f' Note: {draw.note}.' if draw.note else ''}"
        for draw in agreement.draws
    ]
    renamed = {old: new for draw in agreement.draws for old, new in draw.renamed.items() if old in draw.drawn}
    lines += [f"{old} was published as {new}." for old, new in renamed.items()]
    coded = {match.pair.article_id for match in agreement.matches}
    drawn = [name for draw in agreement.draws for name in draw.drawn]
    if missing := [name for name in drawn if name not in coded]:
        lines.append(f"Drawn, but not yet coded by two: {', '.join(missing)}.")
    if others := sorted(coded - set(drawn)):
        lines.append(f"Coded by two without having been drawn: {', '.join(others)}.")
    if agreement.waiting:
        waiting = (f"{sheet.article.id} ({coder(sheet)})" for sheet in agreement.waiting)
        lines.append(f"Coded by one so far, and left out here: {', '.join(waiting)}.")
    return _listed(lines)


def _articles(matches: Iterable[Match]) -> str:
    head = ["article", "read", "first coder", "records", "second coder", "records", "both"]
    return grid(head, map(_article_row, matches))


def _article_row(match: Match) -> list[str]:
    first, second = match.pair.sheets
    sides = zip(match.pair.coders, (first, second), strict=True)
    counted = [text for name, sheet in sides for text in (name, str(len(sheet.entries)))]
    return [match.pair.article_id, first.article.read, *counted, str(len(match.both))]


def _unsaid(agreement: Agreement) -> str:
    """The variables of which there are too few pairs for a figure."""
    few: dict[str, list[str]] = {}
    for group, each in agreement.variables():
        if each.given < measures.FEWEST_GIVEN:
            few.setdefault(group, []).append(f"`{each.variable.name}`")
    if not few:
        return ""
    listed = "; ".join(f"{GROUPS[group].lower()}: {', '.join(names)}" for group, names in few.items())
    return f"- Nothing can be said, for want of pairs, of {listed}. Nor of any variable that stands in no table.\n"


def _namesakes(agreement: Agreement) -> int:
    """How many matched records have the same name, which coders choose freely."""
    return sum(one.slug == other.slug for match in agreement.matches for one, other in match.both)


def grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _number(figure: float | None) -> str:
    """A figure to two places; rounded in two steps, so that the last bit of a sum does not decide."""
    return NONE if figure is None else f"{round(figure, 9) + 0.0:.2f}"


def _interval(bounds: Interval | None) -> str:
    return f"{_number(bounds[0])} to {_number(bounds[1])}" if bounds else NONE


def _bounds(bounds: Interval | None) -> str:
    return f" ({_interval(bounds)})" if bounds else ""
