"""What the tables derive from the records: roots of sources, cases of records, levels and scopes of parties."""

from __future__ import annotations

from datetime import date
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_industry.curate.corpus import load
from dprk_industry.curate.edtf import parse
from dprk_industry.curate.models import derive
from dprk_industry.curate.models.collection import Collection, Sheet
from dprk_industry.curate.models.records import Article, Factor, Party, Source
from dprk_industry.curate.models.registry import Registries


def article(name: str, published: str = "2019-03-20", **keys: Any) -> Article:
    """An article of the outlet `tidings` with nothing in it but what is given."""
    given_: dict[str, Any] = {"sources": {}, **keys}
    return Article(
        id=name,
        outlet="tidings",
        url=f"https://tidings.example/{name}",
        headline="x",
        language="en",
        published=parse(published),
        dated_by="page",
        genre="news",
        paragraph_count=1,
        paragraph_digests=("00000001",),
        read="full",
        annotators=("tester",),
        annotated=date(2026, 11, 22),
        **given_,
    )


def source(kind: str, via: str | None = None, outlet: str | None = None) -> Source:
    return Source(kind=kind, via=via, outlet=outlet, reliability="C")


@pytest.mark.parametrize(
    ("root", "sources"),
    [
        ("tidings", {"a": source("resident")}),
        ("tidings", {"a": source("hearsay", "b"), "b": source("resident")}),
        ("tidings", {"a": source("organ", "b"), "b": source("hearsay", "c"), "c": source("outlet_voice")}),
        ("tidings", {"a": source("hearsay", "lost")}),
        ("state", {"a": source("state_report", None, "organ")}),
        ("state", {"a": source("state_report", "b", "organ"), "b": source("media", None, "wire")}),
        ("state", {"a": source("media", "b", "wire"), "b": source("state_report", None, "organ")}),
        ("state", {"a": source("hearsay", "b"), "b": source("media", "c", "x"), "c": source("state_report")}),
        ("state", {"a": source("imagery", "b", "sky"), "b": source("state_report", None, "organ")}),
        ("imagery:sky", {"a": source("imagery", None, "sky")}),
        ("imagery:sky", {"a": source("expert", "b"), "b": source("imagery", None, "sky")}),
        ("imagery:tidings", {"a": source("imagery")}),
        ("imagery:sky", {"a": source("imagery", "b", "sky"), "b": source("media", None, "wire")}),
        ("wire", {"a": source("media", None, "wire")}),
        ("insider", {"a": source("resident", "b"), "b": source("media", None, "insider")}),
        ("insider", {"a": source("media", "b", "insider"), "b": source("media", None, "wire")}),
        (
            "insider",
            {"a": source("resident", "b"), "b": source("media", "c", "insider"), "c": source("media", None, "x")},
        ),
        ("tidings", {"a": source("hearsay", "b"), "b": source("hearsay", "a")}),
    ],
)
def test_root_of_a_source(root: str, sources: dict[str, Source]) -> None:
    """A root is the state, the imagery provider or the outlet from which the account first comes, however relayed."""
    assert derive.root(article("tidings-x", sources=sources), "a") == root


def test_relay_of_an_article_shares_its_root() -> None:
    """An agency that retells an insider outlet is no second root beside that outlet's own article."""
    own = article("tidings-own", sources={"a": source("resident")})
    relay = article("wire-relay", sources={"a": source("hearsay", "b"), "b": source("media", None, "tidings")})
    assert derive.root(own, "a") == derive.root(relay, "a")


NAMES = [f"tidings-{letter}" for letter in "abcd"]
RECORDS = [f"{name}#{slug}" for name, slug in product(NAMES, "xyz")]
dates = st.sampled_from(["2018", "2019-03-20", "2019-03", "2019-03-20~", "202X", "../2019", "2020-01-01/.."])
joins = st.lists(st.tuples(st.sampled_from(RECORDS), st.sampled_from([*RECORDS, "tidings-lost#x"])), max_size=14)


@given(st.lists(dates, min_size=4, max_size=4), joins, st.permutations(NAMES))
def test_cases(published: list[str], same: list[tuple[str, str]], order: list[str]) -> None:
    """Records joined by `same_as`, however many steps apart, are one case, named by the one published first."""
    days = dict(zip(NAMES, published, strict=True))
    sheets = []
    for name in order:
        factors = {
            slug: Factor(
                paragraphs=(1,),
                concerns=("x",),
                role="cause",
                type="fuel",
                same_as=tuple(other for one, other in same if one == f"{name}#{slug}"),
            )
            for slug in "xyz"
        }
        sheets.append(Sheet(f"{name}.yaml", article(name, days[name], factors=factors)))
    cases = derive.cases(Collection(Registries(), sheets=tuple(sheets)))
    groups = [{record} for record in RECORDS]
    for one, other in same:
        if other in RECORDS:
            touched = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if not group & {one, other}] + [set(chain(*touched))]

    def age(record: str) -> tuple[date, str]:
        return parse(days[record.partition("#")[0]]).first or date.min, record

    assert cases == {record: min(group, key=age) for group in groups for record in group}


@pytest.fixture
def registries(toy_root: Path) -> Registries:
    """Registries of the toy dataset, with a pit that belongs to the mine and an actor of the highest level."""
    pit = "id: example-pit\nname: Example Pit\nclass: ore_mine\nplace: KP-09\nparent: example-coal-mine\n"
    text = f"{pit}sources: {{class: [x], place: [x], parent: [x]}}\n"
    (toy_root / "dataset" / "facilities" / "example-pit.yaml").write_text(text, "utf-8")
    actors = toy_root / "dataset" / "registries" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8") + "chief: {name: Chief, level: leader, branch: party}\n", "utf-8")
    corpus = load(toy_root)
    assert corpus.findings == ()
    return corpus.collection.registries


def of(class_: str, place: str) -> Party:
    return Party(class_=class_, place=place)


MILL, MINE, PIT = (Party(facility=f"example-{name}") for name in ("steel-mill", "coal-mine", "pit"))
MANAGER = Party(facility="example-steel-mill", class_="manager")
CABINET, CHIEF = Party(actor="cabinet"), Party(actor="chief")


@pytest.mark.parametrize(
    ("party", "level"),
    [
        (MILL, "enterprise"),
        (MANAGER, "enterprise"),
        (CABINET, "central"),
        (CHIEF, "leader"),
        (of("authorities", "KP"), "central"),
        (of("party_committee", "KP-08"), "province"),
        (of("party_committee", "KP-08-hamju"), "county"),
        (of("resident", "KP-99"), None),
        (Party(actor="nobody"), None),
    ],
)
def test_level(party: Party, level: str | None, registries: Registries) -> None:
    """A facility and a body at one are enterprises, an actor has its level, a class that of its place."""
    assert derive.level(party, registries) == level


def test_ranks_below(registries: Registries) -> None:
    """The ladder runs leader, centre, province, county, enterprise; where a level is unknown, nobody ranks below."""
    ladder = [CHIEF, CABINET, of("authorities", "KP-08"), of("authorities", "KP-08-hamju"), MILL]
    for (high, above), (low, below) in product(enumerate(ladder), repeat=2):
        assert derive.ranks_below(below, above, registries) == (low > high)
    assert not derive.ranks_below(Party(actor="nobody"), CHIEF, registries)
    assert not derive.ranks_below(MILL, Party(actor="nobody"), registries)


WITHIN = [
    *((party, party) for party in (MILL, MANAGER, CABINET, of("steel_mill", "KP"))),
    *((MILL, of("steel_mill", place)) for place in ("KP", "KP-08", "KP-08-hamju")),
    *((MILL, of("enterprise", "KP-08")), (MILL, of("large_enterprise", "KP"))),
    *((MANAGER, MILL), (PIT, MINE), (PIT, of("ore_mine", "KP-09")), (MANAGER, of("manager", "KP-08"))),
    *((of("steel_mill", "KP-08-hamju"), of("steel_mill", "KP-08")), (of("coal_mine", "KP-09"), of("enterprise", "KP"))),
]
OUTSIDE = [
    *((MILL, of("steel_mill", "KP-09")), (MILL, of("coal_mine", "KP")), (MILL, MINE), (MINE, PIT), (MILL, MANAGER)),
    *((of("steel_mill", "KP"), of("steel_mill", "KP-08")), (of("enterprise", "KP"), of("steel_mill", "KP"))),
    *((of("resident", "KP-08"), of("enterprise", "KP")), (MANAGER, of("enterprise", "KP"))),
    *((CABINET, of("authorities", "KP")), (of("authorities", "KP"), CABINET), (CHIEF, CABINET), (MILL, CABINET)),
]


def test_within(registries: Registries) -> None:
    """A party lies within itself, its facility, its complex, and its class in any place around it; in no other."""
    for party, outer in WITHIN:
        assert derive.within(party, outer, registries), (party, outer)
    for party, outer in OUTSIDE:
        assert not derive.within(party, outer, registries), (party, outer)
