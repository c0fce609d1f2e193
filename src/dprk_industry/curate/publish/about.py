"""What the package says of itself: title, description, licence, people, how to cite it."""

from __future__ import annotations

from dprk_industry import __version__

NAME = "dprk-industry"
ID = "urn:uuid:07b9ad42-718f-4525-ba31-d1d27874b373"
"""Identifier of the package, given once and the same for every version."""
TITLE = "DPRK Industry: orders to North Korean industry and their outcomes"
DESCRIPTION = (
    "What North Korean industry is ordered to do, by when, under what threat, and what came of it, coded by hand from "
    "news articles of state and outside outlets. A row says what an article says, never what is true: sources are "
    "graded for reliability (A to F), statements for credibility (1 to 6), and accounts of different origin stay side "
    "by side."
)
KEYWORDS = [
    "North Korea",
    "DPRK",
    "industry",
    "planned economy",
    "production orders",
    "deadlines",
    "labour",
    "industrial accidents",
    "event data",
]
AUTHORS = "The founders of DPRK Industry"
ROLES = ["creator", "curator", "publisher"]
"""What the authors are to the package."""
LICENSE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
CREATED = "2026-11-22T00:00:00Z"
"""When the dataset began; it does not change with the versions."""
METHOD = (
    "Each article is read by a person and coded by a written manual into orders, outcomes, incidents, consequences and "
    "factors; every record names the paragraphs on which it stands, and rules check the whole before it is published."
)
LIMITS = (
    "A row says what an article says, not what is true.",
    "Many orders have no report of their outcome: silence, not failure. Show the silent share beside every rate.",
    "Counts are counts of what outlets chose to report: state outlets favour success, inside outlets trouble.",
    "All organs of the state are one root, and so are the informants of one outlet: they may be one person.",
    "Some texts give day and month without a year; such dates stay open (`202X`) and fit no time series.",
)
"""What a reader must know before computing anything."""
PRIVACY = "Private people are never named; persons stand in the data only where organs of the DPRK name them."
LANGUAGE = "en"
"""Language of notes, labels and definitions; names of plants are in Latin letters and Hangul."""
COUNTRY = "Democratic People's Republic of Korea"
"""Country that the data are about."""
VERSION = __version__
CITATION = f"{AUTHORS}. {TITLE}. Version {VERSION}. Licence {LICENSE['name']}."


def banner(sources: str) -> str:
    """The sentence with which a generated file begins."""
    return f"Generated from {sources} by `dprk-industry build`; do not edit by hand."


BANNER = banner("the models and the annotations")
