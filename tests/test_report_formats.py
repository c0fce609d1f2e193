"""Reports hold to their standards: SARIF to its schema, JUnit to Jenkins' XSD, annotations to GitHub's escapes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from dprk_industry.curate.findings import Finding, Location, Severity
from dprk_industry.curate.reporters import machine
from dprk_industry.curate.reporters.sarif import sarif
from dprk_industry.curate.rules import RULES

PROFILES = Path(__file__).parent / "profiles"
ANNOTATION = "dataset/annotations/tidings/tidings-toy-order.yaml"
ODD_NAMES = ["a b", "50%25,c;d", "하나", "quo'te\"<&>", "smile😀", "line\nbreak", os.fsdecode(b"not-\xff-utf8")]
COMMAND = "import sys; from dprk_industry.curate.cli import main; sys.exit(main())"


def change(root: Path, file: str, before: str, after: str) -> None:
    text = (root / file).read_text("utf-8")
    assert before in text
    (root / file).write_text(text.replace(before, after, 1), "utf-8")


def clean(root: Path) -> None:
    """Leave everything sound."""
    assert root.is_dir()


def faulty(root: Path) -> None:
    """Break rules of several kinds: a key, a code, an order of dates."""
    change(root, ANNOTATION, "place: KP-08, said", "plaice: KP-08, said")
    change(root, ANNOTATION, "action: produce", "action: produse")
    change(root, ANNOTATION, "issued: 2019-03-01", "issued: 2019-05-01")


def odd(root: Path) -> None:
    """Put into names and values what JSON, XML, addresses and workflow commands must escape."""
    change(root, ANNOTATION, "genre: news", "genre: '<&> %0A, ]]> ::error:: \u2028 \ud7ff 하나😀'")
    for name in ODD_NAMES:
        shutil.copy(root / ANNOTATION, (root / ANNOTATION).with_name(f"{name}.yaml"))


def registry(root: Path) -> None:
    """Break a registry and a facility, to which the rest refers."""
    change(root, "dataset/registries/places.yaml", "level: country", "level: kingdom")
    change(root, "dataset/facilities/example-steel-mill.yaml", "class: steel_mill", "class: steal_mill")


def vocabulary(root: Path) -> None:
    """Break a vocabulary, so that nothing else is checked."""
    change(root, "dataset/vocabularies/action.yaml", "codes:", "cods:")


RUNS: list[Callable[[Path], None]] = [clean, faulty, odd, registry, vocabulary]


@pytest.fixture(params=RUNS, ids=lambda run: run.__name__)
def run(request: pytest.FixtureRequest, toy_root: Path) -> Callable[[str], str]:
    """A function that checks the toy dataset, broken in one of the ways, and gives the bytes printed as UTF-8."""
    request.param(toy_root)

    def report(form: str) -> str:
        call = [sys.executable, "-c", COMMAND, "--root", str(toy_root), "check", "--format", form]
        printed = subprocess.run(call, capture_output=True, check=False)
        assert printed.returncode == (0 if request.param is clean else 1), printed.stderr.decode()
        return printed.stdout.decode("utf-8")

    return report


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "cp1252", "utf-16"])
@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
def test_what_programs_read_is_utf_8_everywhere(form: str, encoding: str, toy_root: Path) -> None:
    """Whatever a system prints in, a report is the same to the byte."""
    odd(toy_root)
    call = [sys.executable, "-c", COMMAND, "--root", str(toy_root), "check", "--no-cache", "--format", form]
    there, usual = (
        subprocess.run(call, env={**os.environ, "PYTHONIOENCODING": name}, capture_output=True, check=False)
        for name in (encoding, "utf-8")
    )
    assert "하나😀".encode() in usual.stdout
    assert (there.returncode, there.stdout) == (1, usual.stdout)


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "cp1252"])
def test_people_see_escapes_of_what_their_terminal_cannot_show(encoding: str, toy_root: Path) -> None:
    odd(toy_root)
    call = [sys.executable, "-c", COMMAND, "--root", str(toy_root), "check"]
    printed = subprocess.run(call, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=False)
    assert printed.returncode == 1
    assert r"\U0001f600" in printed.stdout.decode(encoding)
    assert b"Traceback" not in printed.stderr


def test_sarif_is_valid_and_whole(run: Callable[[str], str]) -> None:
    """Every run gives a log that the schema accepts: all rules with their help, and a result for each finding."""
    log = json.loads(run("sarif"))
    schema = json.loads((PROFILES / "sarif-schema-2.1.0.json").read_text("utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(log)] == []
    [held], found = log["runs"], json.loads(run("json"))
    assert [rule["id"] for rule in held["tool"]["driver"]["rules"]] == list(dict.fromkeys(rule.code for rule in RULES))
    assert [_told(result) for result in held["results"]] == [
        (each["code"], each["severity"], _printed(each["file"]), each["line"], each["column"], each["message"])
        for each in found
    ]


def _told(result: dict[str, Any]) -> tuple[object, ...]:
    [location] = result["locations"]
    place = location["physicalLocation"]
    uri, region = place["artifactLocation"]["uri"], place["region"]
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)
    assert not urlsplit(uri).scheme
    named = unquote(uri, errors="surrogateescape")
    message, level = result["message"]["text"], result["level"]
    return result["ruleId"], level, _printed(named), region["startLine"], region["startColumn"], message


def _printed(name: str) -> str:
    """A file's name as it is printed: bytes that are no UTF-8 stand as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def test_junit_is_valid_and_whole(run: Callable[[str], str]) -> None:
    """Every run gives XML that the XSD accepts, in which those files fail that have findings."""
    text = run("junit")
    xmlschema.XMLSchema(PROFILES / "junit-10.xsd").validate(text)
    suite = ET.fromstring(text)  # noqa: S314 - our own
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert failed == [_printed(name) for name in sorted({each["file"] for each in json.loads(run("json"))})]
    assert (suite.get("tests"), suite.get("failures")) == (str(len(suite)), str(len(failed)))


def test_code_scanning_gets_what_it_asks_for() -> None:
    """Rules have both descriptions, help and a level, none empty and none too long; results have a fingerprint."""
    place = Location("a.yaml", 3, 5)
    twice = [Finding(place, "R07", "`x` is no code"), Finding(Location("a.yaml", 9), "R07", "`x` is no code")]
    [run] = json.loads(sarif([*twice, Finding(place, "R27", "odd", Severity.WARNING)], RULES))["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        texts = [rule[part]["text"] for part in ("shortDescription", "fullDescription", "help")]
        assert all(texts)
        assert len(texts[0]) <= 1024 >= len(texts[1])
        assert {"Why", "Mend", "Bad", "Good"} <= set(
            re.findall(r"^\*\*(\w+):\*\*", rule["help"]["markdown"], re.MULTILINE)
        )
        assert rule["defaultConfiguration"]["level"] in {"error", "warning"}
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert all(re.fullmatch(r"[0-9a-f]{16}:[12]", each) for each in prints)
    assert prints[0].replace(":1", ":2") == prints[1] != prints[2]
    rules = [run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]]
    assert rules == [result["ruleId"] for result in run["results"]] == ["R07", "R07", "R27"]


def test_a_fingerprint_outlives_a_move() -> None:
    """Another line or column gives the same fingerprint; another file, rule, record or message gives another."""

    def fingerprint(finding: Finding) -> str:
        [result] = json.loads(sarif([finding], RULES))["runs"][0]["results"]
        return str(result["partialFingerprints"]["primaryLocationLineHash"])

    first = fingerprint(Finding(Location("a.yaml", 3, 5), "R07", "x", record="a#b"))
    assert first == fingerprint(Finding(Location("a.yaml", 7, 1), "R07", "x", record="a#b"))
    others = [
        Finding(Location("b.yaml", 3, 5), "R07", "x", record="a#b"),
        Finding(Location("a.yaml", 3, 5), "R08", "x", record="a#b"),
        Finding(Location("a.yaml", 3, 5), "R07", "y", record="a#b"),
        Finding(Location("a.yaml", 3, 5), "R07", "x", record="a#c"),
    ]
    assert first not in {fingerprint(finding) for finding in others}


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Name, properties and message of a workflow command, read as GitHub's runner reads it.

    The runner ends the head at the next `::`, splits it at commas, and takes back five escapes of a property and three
    of a message, `%25` last.
    """
    head, _, message = line.removeprefix("::").partition("::")
    name, _, rest = head.partition(" ")
    properties = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
    escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}

    def unescaped(text: str, known: tuple[str, ...]) -> str:
        for escape in known:
            text = text.replace(escape, escapes[escape])
        return text

    read = {key: unescaped(value, tuple(escapes)) for key, value in properties.items()}
    return name, read, unescaped(message, ("%0D", "%0A", "%25"))


@given(file=st.text(min_size=1), message=st.text(), line=st.integers(1, 10**6), column=st.integers(1, 10**6))
def test_annotations_come_back_as_they_were(file: str, message: str, line: int, column: int) -> None:
    """Whatever a file is called and whatever a message says, one line holds it, and GitHub reads it back unchanged."""
    [printed] = machine.github([Finding(Location(file, line, column), "R07", message)])
    assert "\n" not in printed
    assert "\r" not in printed
    told = {"file": file, "line": str(line), "col": str(column), "title": "R07"}
    assert read_command(printed) == ("error", told, f"R07 {message}")


def test_annotations_of_every_run_can_be_read(run: Callable[[str], str]) -> None:
    """The printed lines are one command for each finding, at its place."""
    lines = run("github").split("\n")[:-1]
    commands = [read_command(line) for line in lines]
    found = json.loads(run("json"))
    assert [(name, told["file"], told["line"]) for name, told, _ in commands] == [
        (each["severity"], _printed(each["file"]), str(each["line"])) for each in found
    ]
