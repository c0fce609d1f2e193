"""`dprk-industry explain`: a rule, why it is there, how to mend what breaks it."""

from __future__ import annotations

import argparse

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.models.nearest import nearest
from dprk_industry.curate.rules import RULES, examples


def run(given: argparse.Namespace) -> int:
    """Print one rule in full, or all by a line each."""
    if given.code is None:
        for code, title in dict.fromkeys((rule.code, rule.text.title) for rule in RULES):
            print(f"{code}  {title}")
        return 0
    code = given.code.upper()
    rules = [rule for rule in RULES if rule.code == code]
    if not rules:
        raise CannotRunError(f"no rule {given.code!r}{nearest(code, {rule.code for rule in RULES})}")
    first = rules[0]
    print(f"{first.code} ({first.severity}): {first.text.title}\n")
    print(f"Why:  {first.text.why}\nMend: {first.text.mend}")
    if first.text.warns:
        print(f"Only a warning: {first.text.warns}")
    for bad, good in examples(rules):
        print(f"\nBad:  {bad}\nGood: {good}")
    return 0
