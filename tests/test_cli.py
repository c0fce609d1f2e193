"""The command: what it prints, where, and how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from dprk_industry.curate.cli import main
from dprk_industry.curate.cli.parser import COMMANDS, parser
from dprk_industry.curate.sheet import suggest

ANNOTATION = Path("dataset/annotations/tidings/tidings-toy-order.yaml")
FAULTS = {
    "unknown key": ("action: produce", "acton: produce", ": R02 unknown key `acton`; did you mean `action`?"),
    "wrong code": ("action: produce", "action: produse", "R07 `produse` is no code of the list `action`"),
    "duplicate key": ("issued: 2019-03-01", "action: build", "R01 the key 'action' stands here a second time"),
    "missing facility": ("example-steel-mill}]", "example-steal-mill}]", "R06 `example-steal-mill` is not among"),
    "deadline before issue": (
        "    deadline: {kind: period_end, date: 2019-03}",
        "    issued: 2019-03-15\n    deadline: {kind: period_end, date: 2019-02}",
        "R30 due 2019-02, but issued 2019-03-15",
    ),
    "paragraph out of range": ("paragraphs: [1]", "paragraphs: [9]", "R25 paragraph 9, but the article has 3"),
    "bad date": ("issued: 2019-03-01", "issued: 2019-02-30", "R89 '2019-02-30': there is no such day"),
    "key beside its deadline": (
        "    deadline: {kind: period_end, date: 2019-03}",
        "    deadline:\n      kind: period_end\n    date: 2019-03",
        "R02 `date` stands beside `deadline`, but belongs inside: add 2 spaces before it",
    ),
    "key inside the deadline": (
        "    deadline: {kind: period_end, date: 2019-03}",
        "    deadline:\n      kind: period_end\n      date: 2019-03\n      note: soon",
        "R02 `note` stands inside `deadline`, but belongs beside it: take 2 spaces away before it",
    ),
    "key beside its record": (
        "    deadline: {kind: period_end, date: 2019-03}",
        "  deadline: {kind: period_end, date: 2019-03}",
        "R02 `deadline` stands beside `mill-order`, but belongs inside: add 2 spaces before it",
    ),
    "name beside its section": (
        "  mill-order:",
        "mill-order:",
        "R02 `mill-order` stands beside `orders`, but belongs inside: add 2 spaces before it",
    ),
    "name beside its empty section": (
        "orders:\n  cabinet-order:",
        "orders:\ncabinet-order:",
        "R01 not indented; expected 2 (inside `orders`): add 2 spaces",
    ),
    "tag": ("action: produce", "action: !!str produce", "R01 the tag !!str stands here"),
    "tab": ("    action: produce", "\taction: produce", "R01 a tab stands here"),
    "tab behind a key": ("action: produce", "action:\tproduce", "R01 a tab stands here"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_file_gives_one_clear_message(fault: str, toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One fault is one line with file, line, column and code; the status is 1 and there is no traceback."""
    before, after, expected = FAULTS[fault]
    path = toy_root / ANNOTATION
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    assert main(["--root", str(toy_root), "check"]) == 1
    printed = capsys.readouterr()
    [line] = printed.out.splitlines()
    assert line.startswith(f"{ANNOTATION.as_posix()}:")
    assert expected in line
    assert "Traceback" not in printed.out + printed.err


def test_a_file_that_cannot_be_read_is_counted(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = toy_root / ANNOTATION
    path.write_text(path.read_text("utf-8").replace("    action:", "   action:"), "utf-8")
    assert main(["--root", str(toy_root), "check", str(path)]) == 1
    assert capsys.readouterr().err.startswith("1 file could not be read, 0 articles, 0 records: 1 error")


def test_all_faults_are_told_at_once(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults of reading, of the model and of rules in one file are all reported in one run, in the order of lines."""
    path = toy_root / ANNOTATION
    text = path.read_text("utf-8")
    for fault in ("wrong code", "missing facility", "deadline before issue", "paragraph out of range"):
        before, after, _ = FAULTS[fault]
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")
    assert main(["--root", str(toy_root), "check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sorted(line.split()[1] for line in lines) == ["R06", "R07", "R25", "R30"]
    assert [int(line.split(":")[1]) for line in lines] == sorted(int(line.split(":")[1]) for line in lines)


def test_check_of_given_files_tells_of_them_alone(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (toy_root / "dataset" / "registries" / "calendar.yaml").write_text("spring-day: {nam: x}\n", "utf-8")
    assert main(["--root", str(toy_root), "check", str(toy_root / "dataset" / "facilities")]) == 0
    assert main(["--root", str(toy_root), "check", str(toy_root / "dataset" / "registries")]) == 1
    assert "calendar.yaml:1:14: R02" in capsys.readouterr().out


BESIDE = {
    "registry that cannot be read": ("registries/annotators.yaml", "[", 1, "registries/annotators.yaml:2:1: R01 "),
    "list that cannot be read": ("exceptions.yaml", "- {rule: [\n", 1, "exceptions.yaml:2:1: R01 "),
    "entry of a registry": (
        "registries/calendar.yaml",
        "spring-day: {nam: x}\n",
        0,
        "registries/calendar.yaml:1:14: R02 ",
    ),
    "facility": ("facilities/example-steel-mill.yaml", "id: x\n", 0, "facilities/example-steel-mill.yaml:1:"),
    "stray file": ("outlets.yaml", "{}\n", 0, "outlets.yaml:1:1: R01 no file of this name is read here"),
    "vocabulary": ("vocabularies/plan.yaml", "{}\n", 1, "vocabularies/plan.yaml:1:1: R02 "),
}


@pytest.mark.parametrize("fault", BESIDE)
def test_errors_beside_what_was_asked_for_are_told_of(
    fault: str, toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be relied on is said behind the summary; it is a finding where every file rests on it."""
    file, text, status, first = BESIDE[fault]
    (toy_root / "dataset" / file).write_text(text, "utf-8")
    assert main(["--root", str(toy_root), "check", str(toy_root / ANNOTATION)]) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    *_, summary, last = printed.err.splitlines()
    assert ": no findings in " in summary
    assert last.startswith("not known to be sound: errors in " if status else "errors in ")
    assert f"`dprk-industry check` tells them, first dataset/{first}" in last
    assert main(["--root", str(toy_root), "check"]) == 1
    assert "other file" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "no-such-file.yaml"], "there is no file or folder no-such-file.yaml"),
        (["show", "dailynk-hyesan-steel-restrat"], "did you mean `dailynk-hyesan-steel-restart`?"),
        (["explain", "R333"], "no rule 'R333'"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], message: str, real_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that cannot do its work ends with 2 and says why on standard error."""
    assert main(["--root", str(real_root), *arguments]) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""


NO_IDEA = "; the ids stand in dataset/tables: `article_id`, `record_id`, `facility_id`"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("EXAMPLE  Steel Mill", "; did you mean `example-steel-mill`?"),
        ("mill-order", "; did you mean `tidings-toy-order#mill-order`?"),
        ("steel", "; did you mean `example-steel-mill`?"),
        ("example", "; did you mean `example-coal-mine` or `example-steel-mill`?"),
        ("exampel-steal-mill", "; did you mean `example-steel-mill`?"),
        ("nothing like it", NO_IDEA),
        ("", NO_IDEA),
    ],
)
def test_show_suggests_ids(name: str, advice: str, toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no id leads to the ids of what is called so, or whose ids hold it, or to the nearest one."""
    assert main(["--root", str(toy_root), "show", name]) == 2
    assert capsys.readouterr().err == f"dprk-industry show: no article, record or facility `{name}`{advice}\n"


def test_show_suggests_a_few_and_counts_the_rest(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with patch.object(suggest, "MOST", 1):
        assert main(["--root", str(toy_root), "show", "example"]) == 2
    assert "; did you mean `example-coal-mine` or one of 1 more?" in capsys.readouterr().err


def test_no_dataset_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "no dataset under" in capsys.readouterr().err


def test_explain_tells_why_and_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "r30"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("R30 (error): The last possible day of a deadline is not before")
    assert all(f"\n{part}" in printed for part in ("Why:", "Mend:", "Bad:", "Good:"))


def test_explain_lists_every_rule_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert codes == sorted(set(codes))
    assert "R01" in codes


def test_build_writes_what_check_then_finds_fresh(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fresh dataset is stale until it is built, and again when a generated file is changed."""
    shutil_readme(toy_root)
    assert main(["--root", str(toy_root), "build", "--check"]) == 1
    assert "datapackage.json:1:1: stale" in capsys.readouterr().out
    assert main(["--root", str(toy_root), "build"]) == 0
    assert main(["--root", str(toy_root), "build", "--check"]) == 0
    table = toy_root / "dataset" / "tables" / "orders.csv"
    table.write_text(table.read_text("utf-8").replace("produce", "build"), "utf-8")
    capsys.readouterr()
    assert main(["--root", str(toy_root), "build", "--check"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["dataset/tables/orders.csv"]


def test_build_refuses_a_dataset_with_errors(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written from a dataset that has errors."""
    shutil_readme(toy_root)
    path = toy_root / ANNOTATION
    path.write_text(path.read_text("utf-8").replace("action: produce", "action: produse", 1), "utf-8")
    assert main(["--root", str(toy_root), "build"]) == 1
    assert "nothing was built" in capsys.readouterr().err
    assert not (toy_root / "dataset" / "tables").exists()


def shutil_readme(root: Path) -> None:
    """Give a root the README that a build fills in."""
    text = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    (root / "README.md").write_text(text, "utf-8")


def test_show_tells_an_order_with_every_account(real_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(real_root), "show", "dailynk-hyesan-steel-restart#province"]) == 0
    printed = capsys.readouterr().out
    assert "deadline:     end of a period, 202X-10" in printed
    assert "party expulsion, threatened: Manager, Hyesan Steel Mill" in printed
    assert "Accounts by Daily NK" in printed
    assert "told by:      resident, Ryanggang (C fairly reliable), paragraph 3 of Daily NK, 202X-10" in printed
    assert "manner:       stated; credibility: 3 possibly true" in printed


def test_show_sets_accounts_side_by_side(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The state's account stands first, the others under headings of their own, each with what contradicts it."""
    assert main(["--root", str(toy_root), "show", "tidings-toy-order#mill-order"]) == 0
    printed = capsys.readouterr().out
    assert printed.index("Accounts by state") < printed.index("Accounts by Example Tidings")
    assert printed.count("contradicts: ") == 2


def test_show_tells_a_facility_and_an_article(real_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(real_root), "show", "chollima-steel-complex"]) == 0
    assert "Gangsun Steel Mill" in capsys.readouterr().out
    assert main(["--root", str(real_root), "show", "dailynk-komusan-kiln"]) == 0
    printed = capsys.readouterr().out
    assert "- kiln-blast: explosion at Komusan Cement Factory\n" in printed
    assert all(told in printed for told in ("  date:         24 November 2021", "killed: 2", "injured: 6"))


@pytest.mark.parametrize("change", ["unreadable", "misspelt", "gone"])
def test_faulty_vocabularies_come_first(change: str, toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a vocabulary is at fault, that alone is told, because all else rests on it."""
    path = toy_root / "dataset" / "vocabularies" / "plan.yaml"
    if change == "gone":
        path.unlink()
    else:
        path.write_text("codes: [" if change == "unreadable" else path.read_text("utf-8").replace("title:", "titel:"))
    for command in (["check"], ["build"]):
        assert main(["--root", str(toy_root), *command]) == 1
        printed = capsys.readouterr()
        assert {line.split(":")[0] for line in printed.out.splitlines()} == {"dataset/vocabularies/plan.yaml"}
    assert main(["--root", str(toy_root), "show", "tidings-toy-order"]) == 2
    assert "vocabularies cannot be read" in capsys.readouterr().err


def test_a_stray_file_is_seen(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (toy_root / "dataset" / "outlets.yaml").write_text("{}\n", "utf-8")
    assert main(["--root", str(toy_root), "check"]) == 1
    assert "dataset/outlets.yaml:1:1: R01 no file of this name is read here" in capsys.readouterr().out


def test_what_is_not_checked_is_not_called_clean(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that no rule looks at is refused, so that nobody takes silence for approval."""
    other = toy_root / "notes.md"
    other.write_text("x", "utf-8")
    assert main(["--root", str(toy_root), "check", str(other)]) == 2
    assert "no file of the dataset that is checked" in capsys.readouterr().err


def test_a_text_that_never_ends_is_refused(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe or a device is no text: it is refused, not waited for."""
    pipe = toy_root / "pipe"
    os.mkfifo(pipe)
    for name in (str(pipe), os.devnull):
        assert main(["--root", str(toy_root), "verify", name]) == 2
        assert "is no file that can be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "check --format json", "explain", "build --check", "fix --diff"])
def test_a_closed_output_is_no_finding(command: str, toy_root: Path) -> None:
    """Where there is nowhere to print to, the command says so and ends as one that could not run."""
    done = _closed(f"{command} >&-", toy_root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "dprk-industry: the standard output is closed; there is nowhere to print to\n"


def test_without_standard_error_nothing_falls_among_the_findings(toy_root: Path) -> None:
    done = _closed("check --format json 2>&-", toy_root)
    assert (done.returncode, done.stdout) == (0, "[]\n")


def _closed(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    """A command of a shell that closes one of its streams."""
    called = '"$0" -c "from dprk_industry.curate.cli import command; command()" --root "$1"'
    shell = ["sh", "-c", f"{called} {command}", sys.executable, str(root)]
    return subprocess.run(shell, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command", [["build"], ["build", "--check"], ["fix"], ["new", "tidings", "https://tidings.example/x", "A"]]
)
def test_what_writes_asks_for_a_checkout(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    assert "there is no checkout of the dataset here; name its folder with --root" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "raw"),
    [("registries/provinces.geojson", b'{"features": []}'), ("released.csv", b"id,kind,version\n")],
)
def test_files_of_other_kinds_are_checked_too(
    file: str, raw: bytes, toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = toy_root / "dataset" / file
    path.write_bytes(raw)
    assert main(["--root", str(toy_root), "check", str(path)]) == 0
    path.write_text("x", "utf-8")
    assert main(["--root", str(toy_root), "check", str(path)]) == 1
    assert f"dataset/{file}:1:1: R01" in capsys.readouterr().out
    path.unlink()
    assert main(["--root", str(toy_root), "check", str(path)]) == 2


def test_the_closing_line_stands_behind_the_findings(toy_root: Path) -> None:
    """Where both streams go into one pipe, the summary is the last line, breaks no other, and nothing is lost."""
    path = toy_root / ANNOTATION
    for number in range(40):
        text = path.read_text("utf-8").replace("tidings-toy-order", f"tidings-toy-{number}").replace("[1]", "[9]")
        path.with_name(f"tidings-toy-{number}.yaml").write_text(text, "utf-8")
    called = "from dprk_industry.curate.cli import command; command()"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", called, "--root", str(toy_root), "check", "--format", "github"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert len(done.stdout) > 10_000
    assert all(line.startswith(("::error ", "::warning ")) for line in lines[:-1])
    assert re.match(r"41 articles, \d+ records: \d+ errors", lines[-1])


@pytest.mark.parametrize(
    ("asked", "built"),
    [
        (["check"], {"check"}),
        (["--root", "new", "check", "explain"], {"check"}),
        (["--root=new", "check"], {"check"}),
        (["chek"], set(COMMANDS)),
        (["--help", "check"], set(COMMANDS)),
        (["--roo", "new", "check"], set(COMMANDS)),
        (["--", "check"], set(COMMANDS)),
        (["--root"], set(COMMANDS)),
        ([], set(COMMANDS)),
    ],
)
def test_only_what_is_asked_for_is_built(asked: list[str], built: set[str]) -> None:
    [commands] = [action.choices for action in parser(asked)._actions if action.dest == "command"]
    assert set(commands or ()) == built
