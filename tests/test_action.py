"""On the pull request: the shell steps of the action run as GitHub runs them, on a commit of a git repository.

What a GitHub runner alone can do (check out, set up Python, show annotations) is not tried here; the files are held to
the schemas of GitHub's forms.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ANNOTATION = "dataset/annotations/dailynk/dailynk-hyesan-steel-restart.yaml"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
AFTER_INSTALL = "!cancelled() && steps.install.outcome == 'success'"
CONDITIONS: dict[str, Callable[[bool, dict[str, str]], bool]] = {
    "success()": lambda failed, _: not failed,
    AFTER_INSTALL: lambda *_: True,
    f"{AFTER_INSTALL} && inputs.sarif != ''": lambda _, inputs: inputs["sarif"] != "",
}
"""The conditions of the action's steps, and when each holds; one that is not listed fails the test."""
Git = Callable[..., str]


@dataclass(frozen=True)
class Job:
    """What a run of the action left."""

    failed: list[str]
    """Names of the steps that failed."""
    output: str
    summary: str


@pytest.fixture
def job(checkout: Path, command: Path, tmp_path: Path) -> Callable[..., Job]:
    """Runs the steps of the action that are shell, all but the installation, on the checkout."""
    environment = {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTION_PATH": str(checkout),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }

    def run(**given: str) -> Job:
        inputs = {name: given.get(name, declared["default"]) for name, declared in ACTION["inputs"].items()}
        failed: list[str] = []
        printed = []
        for step in shell_steps():
            condition = step.get("if", "${{ success() }}").removeprefix("${{ ").removesuffix(" }}")
            if CONDITIONS[condition](bool(failed), inputs):
                status, text = shell(step, environment, inputs, checkout)
                printed.append(text)
                failed += [step["name"]] if status else []
        summary = tmp_path / "summary.md"
        return Job(failed, "".join(printed), summary.read_text("utf-8") if summary.exists() else "")

    return run


def shell_steps() -> Iterator[dict[str, Any]]:
    """The steps that run commands, all but the installation."""
    for step in ACTION["runs"]["steps"]:
        if "run" in step and step.get("id") != "install":
            yield step


def shell(step: dict[str, Any], environment: dict[str, str], inputs: dict[str, str], folder: Path) -> tuple[int, str]:
    """Status and output of a step, run as GitHub runs `shell: bash`; no expression stands in the commands."""
    assert step["shell"] == "bash"
    assert "${{" not in step["run"]
    values = {"${{ inputs." + name + " }}": value for name, value in inputs.items()}
    own = {name: values[value] for name, value in step.get("env", {}).items()}
    call = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    run = subprocess.run(
        call, cwd=folder, env={**os.environ, **environment, **own}, capture_output=True, text=True, check=False
    )
    return run.returncode, run.stdout + run.stderr


def change(git: Git, root: Path, before: str, after: str) -> None:
    """Commit a change of an annotation."""
    text = (root / ANNOTATION).read_text("utf-8")
    assert before in text
    (root / ANNOTATION).write_text(text.replace(before, after, 1), "utf-8")
    git("commit", "--quiet", "--all", "--message", "change")


def test_a_fault_fails_the_job_and_is_annotated(job: Callable[..., Job], checkout: Path, git: Git) -> None:
    """A bad annotation fails the check alone; the finding is annotated and stands in the summary."""
    change(git, checkout, "action: restart", "action: restert")
    done = job()
    assert done.failed == [
        "Check the files, that what is generated from them is fresh, and that they are in their form"
    ]
    assert f"::error file={ANNOTATION},line=" in done.output
    assert f"\n{ANNOTATION}:" in done.summary
    assert "R07 `restert` is no code of the list `action`" in done.summary
    assert "No row changed." in done.summary


def test_a_file_that_is_not_in_its_form_fails_the_job(job: Callable[..., Job], checkout: Path, git: Git) -> None:
    """What `fix` would change is shown, although nothing else is wrong with it."""
    change(git, checkout, "action: restart\n", "action:  restart\n")
    done = job()
    assert len(done.failed) == 1
    assert "-    action:  restart\n+    action: restart\n" in done.output


def test_the_summary_shows_what_changed_in_the_tables(
    job: Callable[..., Job], checkout: Path, command: Path, git: Git
) -> None:
    """A sound change with its tables passes, and a reviewer sees the rows that it changed."""
    change(git, checkout, "action: restart", "action: raise_output")
    subprocess.run([command, "build"], cwd=checkout, check=True, capture_output=True)
    git("commit", "--quiet", "--all", "--amend", "--no-edit")
    done = job()
    assert done.failed == []
    assert ": no findings" in done.summary
    assert "# Changes within " in done.summary
    assert "| `orders` | 0 | 1 | 0 |" in done.summary
    assert r"dailynk-hyesan-steel-restart\#central action: restart → raise\_output" in done.summary
    assert "; least step patch; the release of it is " in done.output
    assert "too low" not in done.output + done.summary
    assert git("status", "--porcelain") == ""


def test_forgotten_tables_fail_the_job(job: Callable[..., Job], checkout: Path, git: Git) -> None:
    change(git, checkout, "action: restart", "action: raise_output")
    done = job()
    assert len(done.failed) == 1
    assert "dataset/tables/orders.csv:1:1: stale; run `dprk-industry build`" in done.output


def test_a_base_that_is_not_there_is_said(job: Callable[..., Job]) -> None:
    """A first commit, or one checked out alone, has nothing to be compared with; that is no failure."""
    done = job()
    assert done.failed == []
    assert "There is no commit HEAD^1 here to compare the tables with" in done.summary
    assert "There is no commit --help here" in job(base="--help").summary


def test_sarif_is_written_where_asked_for(job: Callable[..., Job], checkout: Path, tmp_path: Path, git: Git) -> None:
    change(git, checkout, "action: restart", "action: restert")
    assert len(job(sarif=str(tmp_path / "found.sarif")).failed) == 1
    [run] = json.loads((tmp_path / "found.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["R07"]


def test_a_file_cannot_speak_to_the_runner(job: Callable[..., Job], checkout: Path, git: Git) -> None:
    """What a file says comes into the log inside an annotation alone, and cannot end the block of the summary."""
    change(git, checkout, "genre: news", 'genre: "x\\n::stop-commands::y\\n~~~~~~~~\\n<b>"')
    done = job()
    told = [line for line in done.output.splitlines() if line.startswith("::")]
    assert told
    assert all(line.startswith("::error file=") for line in told)
    assert done.summary.splitlines().count("~~~~~~~~") == 1


def test_the_checker_is_installed(checkout: Path, tmp_path: Path, installs: None) -> None:
    """The step of the installation puts the action's own checker into the Python that is there."""
    venv.create(tmp_path / "python", with_pip=True)
    bins = tmp_path / "python" / "bin"
    environment = {"PATH": f"{bins}{os.pathsep}{os.environ['PATH']}", "GITHUB_ACTION_PATH": str(checkout)}
    [step] = [step for step in ACTION["runs"]["steps"] if step.get("id") == "install"]
    status, text = shell(step, environment, {}, checkout)
    assert status == 0, text
    checked = subprocess.run([bins / "dprk-industry", "--root", checkout, "check"], cwd=tmp_path, check=False)
    assert checked.returncode == 0


FORMS = {
    "action.yml": "vendor.github-actions",
    ".github/workflows/check.yml": "vendor.github-workflows",
    ".github/ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    **{
        path.relative_to(ROOT).as_posix(): "vendor.github-issue-forms"
        for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
        if path.stem != "config"
    },
}


@pytest.mark.parametrize("file", FORMS)
def test_what_github_reads_is_valid(file: str) -> None:
    """Action, workflow and issue forms fit the schemas of GitHub's forms."""
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", FORMS[file], file]
    run = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_workflow_asks_for_no_more_than_it_needs() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    [job] = workflow["jobs"].values()
    checkout, action = job["steps"]
    assert checkout["with"] == {"fetch-depth": 2, "persist-credentials": False}
    assert action == {"uses": "./"}
