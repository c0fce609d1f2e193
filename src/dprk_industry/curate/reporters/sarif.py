"""Findings as a SARIF 2.1.0 log, with what GitHub's code scanning asks for."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dprk_industry import __version__
from dprk_industry.curate.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
LONGEST = 1024
"""Characters of a description that GitHub takes."""


def sarif(findings: Iterable[Finding], rules: Iterable[Rule]) -> str:
    """A SARIF log with one run: all rules, whether they found something or not, and a result for each finding."""
    described = [_descriptor(same) for same in _by_code(rules)]
    order = {rule["id"]: position for position, rule in enumerate(described)}
    run = {
        "tool": {"driver": {"name": "dprk-industry", "semanticVersion": __version__, "rules": described}},
        "originalUriBaseIds": {ROOT: {"description": {"text": "Root of the repository that holds the dataset."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            {**_result(finding), "ruleIndex": order[finding.code], "partialFingerprints": prints}
            for finding, prints in _fingerprinted(findings)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _by_code(rules: Iterable[Rule]) -> Iterable[Sequence[Rule]]:
    """The rules of each code, in order; a code whose checks look at two scopes has two."""
    held: dict[str, list[Rule]] = {}
    for rule in rules:
        held.setdefault(rule.code, []).append(rule)
    return held.values()


def _descriptor(rules: Sequence[Rule]) -> dict[str, Any]:
    """What is told of a rule: title, why, and as help also how to mend, with examples."""
    text = rules[0].text
    said = [("Why", text.why), ("Mend", text.mend)]
    shown = [pair for rule in rules for pair in (("Bad", rule.text.bad), ("Good", rule.text.good))]
    return {
        "id": rules[0].code,
        "shortDescription": {"text": text.title[:LONGEST]},
        "fullDescription": {"text": text.why[:LONGEST]},
        "help": {
            "text": "\n".join(f"{name}: {what}" for name, what in (*said, *shown)),
            "markdown": "\n\n".join(
                (*(f"**{name}:** {what}" for name, what in said), *(f"**{name}:** `{what}`" for name, what in shown))
            ),
        },
        "defaultConfiguration": {"level": _level(rules[0].severity)},
    }


def _level(severity: Severity) -> str:
    return "error" if severity is Severity.ERROR else "warning"


def _result(finding: Finding) -> dict[str, Any]:
    place = finding.location
    other = {**_place(finding.other, *finding.there), "message": {"text": "the other end"}}
    return {
        "ruleId": finding.code,
        "level": _level(finding.severity),
        "message": {"text": finding.told},
        "locations": [_place(*place)],
        **({"relatedLocations": [other]} if finding.other else {}),
    }


def _place(file: str, *mark: int) -> dict[str, Any]:
    """A place in a file, or the file itself."""
    region = {"region": dict(zip(("startLine", "startColumn"), mark, strict=True))} if mark else {}
    return {"physicalLocation": {"artifactLocation": _artifact(file), **region}}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": ROOT}


def _fingerprinted(findings: Iterable[Finding]) -> Iterable[tuple[Finding, dict[str, str]]]:
    """Each finding with what tells it from others in the next run as well, when its line has moved.

    The name is that of the one fingerprint that GitHub looks at; the number behind the colon counts equal findings.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        told = ascii((finding.code, finding.location.file, finding.record, finding.message))
        digest = hashlib.sha256(told.encode("utf-8")).hexdigest()[:16]
        seen[digest] += 1
        yield finding, {"primaryLocationLineHash": f"{digest}:{seen[digest]}"}
