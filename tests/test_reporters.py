"""Reports: the same findings as lines, JSON, GitHub annotations and JUnit."""

from __future__ import annotations

import json
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from dprk_industry.curate.findings import Finding, Location, Severity
from dprk_industry.curate.reporters import machine, sarif, text
from dprk_industry.curate.rules import RULES

FINDINGS = [
    Finding(Location("dataset/a,b.yaml", 3, 5), "R07", "`x` is no code\nof 100%", Severity.ERROR, "a#b"),
    Finding(Location("dataset/c.yaml", 1, 1), "R27", "하나: seven paragraphs", Severity.WARNING, "c"),
]
OTHER_ENDS: list[tuple[str, tuple[int, ...]]] = [
    ("a.yaml", (9, 2)),
    ("b.yaml", (3, 1)),
    ("a.yaml", (3, 40)),
    ("gone.yaml", ()),
]
"""Files and places of other ends: the same file, another one, the same line, one that cannot be read."""


def test_a_line_names_place_code_and_message() -> None:
    assert list(text.report(FINDINGS)) == [
        r"dataset/a,b.yaml:3:5: R07 `x` is no code\nof 100%",
        "dataset/c.yaml:1:1: R27 warning: 하나: seven paragraphs",
    ]


def test_a_finding_is_one_line_that_shows_everything() -> None:
    """Nothing in a name or a message breaks the line, moves the cursor or turns the order of signs."""
    [line] = text.report([Finding(Location("a\nb.yaml"), "R07", "\x1b[2J \u202eabc\u2028 \udcff 하나")])
    assert line == r"a\nb.yaml:1:1: R07 \x1b[2J \u202eabc\u2028 \udcff 하나"


def test_colour_only_where_asked_for() -> None:
    assert "\033" not in "".join(text.report(FINDINGS))
    assert all("\033" in line for line in text.report(FINDINGS, colour=True))


def test_a_message_that_repeats_is_counted() -> None:
    """Five examples are shown, the rest is one line with their number; other messages stay."""
    many = [Finding(Location("a.yaml", line, 1), "R06", "`x` is not among the outlets") for line in range(1, 41)]
    lines = list(text.report([*many, FINDINGS[1]]))
    assert len(lines) == 7
    assert lines[5] == "R06 `x` is not among the outlets: 35 more places"


def test_the_summary_counts() -> None:
    assert text.summary(FINDINGS, 1, 1200) == "1 article, 1,200 records: 1 error, 1 warning"
    assert text.summary(FINDINGS, 0, 0, 1) == "1 file could not be read, 0 articles, 0 records: 1 error, 1 warning"
    assert text.summary([], 2, 0) == "2 articles, 0 records: no findings"


def test_json_holds_every_field() -> None:
    first, second = json.loads(machine.json_text(FINDINGS))
    assert first == {
        "file": "dataset/a,b.yaml",
        "line": 3,
        "column": 5,
        "code": "R07",
        "severity": "error",
        "message": "`x` is no code\nof 100%",
        "record": "a#b",
        "other": "",
        "other_line": None,
    }
    assert second["message"] == "하나: seven paragraphs"


def test_a_clash_names_the_line_of_the_other_end() -> None:
    """In words for people, in fields of their own for machines; not where it is the line of the finding itself."""
    place = Location("a.yaml", 3, 5)
    clashes = [Finding(place, "R30", "due", other=file, there=mark) for file, mark in OTHER_ENDS]
    said = ["due (see line 9)", "due (see b.yaml:3)", "due", "due"]
    assert list(text.report(clashes)) == [f"a.yaml:3:5: R30 {each}" for each in said]
    told = json.loads(machine.json_text(clashes))
    ends = [("a.yaml", 9), ("b.yaml", 3), ("a.yaml", 3), ("gone.yaml", None)]
    assert [(each["message"], each["other"], each["other_line"]) for each in told] == [
        (message, *end) for message, end in zip(said, ends, strict=True)
    ]
    [run] = json.loads(sarif.sarif(clashes, RULES))["runs"]
    related = [each["physicalLocation"] for result in run["results"] for each in result["relatedLocations"]]
    assert [(each["artifactLocation"]["uri"], each.get("region")) for each in related] == [
        ("a.yaml", {"startLine": 9, "startColumn": 2}),
        ("b.yaml", {"startLine": 3, "startColumn": 1}),
        ("a.yaml", {"startLine": 3, "startColumn": 40}),
        ("gone.yaml", None),
    ]


def test_github_annotations_escape_what_would_break_them() -> None:
    first, second = machine.github(FINDINGS)
    assert first == "::error file=dataset/a%2Cb.yaml,line=3,col=5,title=R07::R07 `x` is no code%0Aof 100%25"
    assert second.startswith("::warning file=dataset/c.yaml,line=1,col=1,title=R27::")


def test_junit_has_a_case_for_each_file() -> None:
    """Files with findings fail, the others pass, and no character breaks the XML."""
    broken = Finding(Location("d.yaml"), "R86", "the control character \x00 stands here")
    suite = ET.fromstring(machine.junit([*FINDINGS, broken], ["e.yaml", "dataset/c.yaml"]))  # noqa: S314 - our own
    assert (suite.get("tests"), suite.get("failures")) == ("4", "3")
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert failed == ["d.yaml", "dataset/a,b.yaml", "dataset/c.yaml"]
    """Files with findings fail, the others pass, and no character breaks the XML."""
    broken = Finding(Location("d.yaml"), "R86", "the control character \x00 stands here")
    suite = ET.fromstring(machine.junit([*FINDINGS, broken], ["e.yaml", "dataset/c.yaml"]))  # noqa: S314 - our own
    assert (suite.get("tests"), suite.get("failures")) == ("4", "3")
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert failed == ["d.yaml", "dataset/a,b.yaml", "dataset/c.yaml"]


def test_hostile_names_break_no_report() -> None:
    """Line feeds, escapes, marks and what is no text in a file's name or a message stay inside of their place."""
    hostile = "a\nforged.yaml:1:1: R01 \x1b[31m\u202e\udcff\x00%0A::error::&<>\"'"
    findings = [Finding(Location(f"dataset/{hostile}.yaml", 2, 3), "R01", hostile)]
    [line] = text.report(findings)
    [command] = machine.github(findings)
    assert line.isprintable()
    assert r"\x1b" in line
    assert "\n" not in command
    assert command.count("::") == 2 + hostile.count("::")
    assert json.loads(machine.json_text(findings))[0]["message"] == hostile
    [result] = json.loads(sarif.sarif(findings, RULES))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri, errors="surrogateescape") == findings[0].location.file
    [case] = ET.fromstring(machine.junit(findings, []).encode("utf-8", "backslashreplace"))  # noqa: S314 - our own
    assert case.get("name", "").startswith("dataset/a")
