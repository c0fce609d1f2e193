"""Findings for machines: JSON, GitHub annotations and JUnit XML."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.findings import Finding


def json_text(findings: Iterable[Finding]) -> str:
    """A JSON list with an object for each finding."""
    listed = [
        {
            "file": finding.location.file,
            "line": finding.location.line,
            "column": finding.location.column,
            "code": finding.code,
            "severity": str(finding.severity),
            "message": finding.told,
            "record": finding.record,
            "other": finding.other,
            "other_line": finding.there[0] if finding.there else None,
        }
        for finding in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def github(findings: Iterable[Finding]) -> Iterator[str]:
    """Workflow commands that put each finding onto its line of the diff."""
    for finding in findings:
        place = finding.location
        head = f"{finding.severity} file={_property(place.file)},line={place.line},col={place.column}"
        yield f"::{head},title={_property(finding.code)}::{_escaped(f'{finding.code} {finding.told}')}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


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
            lines = [f"{finding.location}: {finding.code} {finding.told}" for finding in found]
            failure = ET.SubElement(case, "failure", message=_xml(lines[0]), type=found[0].code)
            failure.text = _xml("\n".join(lines))
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


def _xml(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold."""
    return "".join(char if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff") else "�" for char in text)
