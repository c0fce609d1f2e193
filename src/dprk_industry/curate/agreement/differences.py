"""Tells where coders differed: records that one alone has, and variables on which they clash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dprk_industry.curate.agreement.compare import Agreement
from dprk_industry.curate.agreement.measures import Measure
from dprk_industry.curate.agreement.pairs import Match
from dprk_industry.curate.agreement.reading import Moment
from dprk_industry.curate.agreement.variables import SETS
from dprk_industry.curate.models.collection import Entry

SHOWN = 3
"""Clashes shown of a variable."""
MOST = 10
"""Variables shown."""
NONE = "- none"


def render(agreement: Agreement) -> str:
    """Paragraphs on records and on variables, each the most disputed first."""
    return "\n".join([_kinds(agreement), _variables(agreement), _alone(agreement.matches)])


def _kinds(agreement: Agreement) -> str:
    """Kinds of record in the order of how many stand with one coder alone."""
    counted = {
        kind: (each.first + each.second - 2 * each.both, each.first + each.second)
        for kind, each in agreement.found.items()
    }
    told = [
        f"{kind} ({alone} of {total})"
        for kind, (alone, total) in sorted(counted.items(), key=lambda item: -item[1][0] / (item[1][1] or 1))
        if alone
    ]
    return f"Records that one coder alone has, by kind: {', '.join(told) or 'none'}.\n"


def _variables(agreement: Agreement) -> str:
    """The variables with the largest share of differing pairs, with what clashed."""
    disputed = [(group, each) for group, each in agreement.variables() if each.same < each.pairs]
    disputed.sort(key=lambda item: (item[1].same / item[1].pairs, -item[1].pairs))
    lines = [
        f"- {group} `{each.variable.name}`: {each.pairs - each.same} of {each.pairs} differ; {_clashes(each)}"
        for group, each in disputed[:MOST]
    ]
    return "\n".join(["Variables with the largest share of differing pairs:\n", *(lines or [NONE])]) + "\n"


def _clashes(measure: Measure) -> str:
    if measure.variable.scale is SETS:
        return _sets(measure)
    told = (f"{_value(one)} and {_value(other)}{_times(times)}" for one, other, times in measure.clashes[:SHOWN])
    return f"{'among them ' if len(measure.clashes) > SHOWN else ''}{', '.join(told)}"


def _sets(measure: Measure) -> str:
    """How the sets of two coders lie to each other."""
    counted: Counter[str] = Counter()
    for one, other, times in measure.clashes:
        mine, theirs = set(one), set(other)
        kind = "one holds the other" if mine <= theirs or theirs <= mine else "overlap" if mine & theirs else "apart"
        counted["one is empty" if not (mine and theirs) else kind] += times
    return ", ".join(f"{kind} {times}" for kind, times in counted.most_common())


def _value(value: Any) -> str:
    text = value.text if isinstance(value, Moment) else str(value)
    return f"`{text}`" if text else "not given"


def _times(times: int) -> str:
    return f" ({times} times)" if times > 1 else ""


def _alone(matches: Iterable[Match]) -> str:
    """Names of the records that one coder alone has, by article."""
    lines = [f"- {match.pair.article_id}: {'; '.join(_by_coder(match))}" for match in matches if any(match.alone)]
    return (
        "\n".join(["Records of one coder alone, by the names that the coder gave them:\n", *(lines or [NONE])]) + "\n"
    )


def _by_coder(match: Match) -> Iterator[str]:
    for coder, entries in zip(match.pair.coders, match.alone, strict=True):
        if entries:
            yield f"{coder} {', '.join(map(_named, entries))}"


def _named(entry: Entry) -> str:
    return f"{entry.kind} `{entry.slug}`"
