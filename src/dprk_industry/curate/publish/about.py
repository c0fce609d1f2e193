"""What the package says of itself: title, description, licence, people, how to cite it."""

from __future__ import annotations

from dprk_industry import __version__

NAME = "dprk-industry"
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
LICENSE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
VERSION = __version__
CITATION = f"{AUTHORS}. {TITLE}. Version {VERSION}. Licence {LICENSE['name']}."
BANNER = "Generated from the models and the annotations by `dprk-industry build`; do not edit by hand."
