"""Findings for machines: JSON, GitHub annotations, SARIF 2.1.0 and JUnit XML."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from dprk_industry import __version__
from dprk_industry.curate.findings import Severity
from dprk_industry.curate.reporters.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.findings import Finding

_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def json_text(findings: Iterable[Finding]) -> str:
    """A JSON list with an object for each finding."""
    listed = [
        {
            "file": finding.location.file,
            "line": finding.location.line,
            "column": finding.location.column,
            "code": finding.code,
            "severity": str(finding.severity),
            "message": finding.message,
            "record": finding.record,
        }
        for finding in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def github(findings: Iterable[Finding]) -> Iterator[str]:
    """Workflow commands that put each finding onto its line of the diff."""
    for finding in findings:
        place = finding.location
        head = f"{finding.severity} file={_property(place.file)},line={place.line},col={place.column}"
        yield f"::{head},title={_property(finding.code)}::{_escaped(f'{finding.code} {finding.message}')}"


def _escaped(text: str) -> str:
    """A text as workflow commands take it; what cannot be seen is written as an escape."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Iterable[Finding], titles: Mapping[str, str]) -> str:
    """A SARIF log with one run; the rules are those that have findings, with their titles."""
    found = list(findings)
    codes = sorted({finding.code for finding in found})
    driver = {
        "name": "dprk-industry",
        "version": __version__,
        "rules": [{"id": code, "shortDescription": {"text": titles.get(code, code)}} for code in codes],
    }
    results = [_result(finding, codes) for finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    place = finding.location
    physical = {
        "artifactLocation": {"uri": quote(place.file, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": "error" if finding.severity is Severity.ERROR else "warning",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": physical}],
    }


def junit(findings: Iterable[Finding], files: Iterable[str]) -> str:
    """JUnit XML: a test case for each file that was checked, failed if it has a finding."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_file[finding.location.file].append(finding)
    names = sorted({*files, *by_file})
    failed = str(sum(bool(by_file[name]) for name in names))
    suite = ET.Element("testsuite", name="dprk-industry check", tests=str(len(names)), failures=failed, errors="0")
    for name in names:
        case = ET.SubElement(suite, "testcase", classname="dprk-industry", name=_xml(name))
        if found := by_file[name]:
            lines = [f"{finding.location}: {finding.code} {finding.message}" for finding in found]
            failure = ET.SubElement(case, "failure", message=_xml(lines[0]), type=found[0].code)
            failure.text = _xml("\n".join(lines))
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


def _xml(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("�", text)
