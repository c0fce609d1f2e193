"""Before the commit: the hook for pre-commit stops what breaks the dataset, and lets through what does not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ANNOTATION = "dataset/annotations/dailynk/dailynk-hyesan-steel-restart.yaml"
FACILITY = "dataset/facilities/hyesan-steel-mill.yaml"
HOOK = "dprk-industry-check"
Git = Callable[..., str]


def pre_commit(root: Path, *arguments: str) -> tuple[int, str]:
    """Status and output of pre-commit, which keeps its environments beside the checkout."""
    call = [sys.executable, "-m", "pre_commit", *arguments]
    own = {"PRE_COMMIT_COLOR": "never", "PRE_COMMIT_HOME": str(root.parent / "kept")}
    pins = {"PIP_CONSTRAINT": str(root / "scripts" / "constraints.txt")}
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | own | pins
    run = subprocess.run(call, cwd=root, env=env, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


@pytest.fixture
def hooked(checkout: Path, command: Path) -> Path:
    """The checkout, set up as `scripts/run.py` sets it up for its own hook."""
    (checkout / ".venv-run" / "bin").mkdir(parents=True)
    (checkout / ".venv-run" / "bin" / command.name).symlink_to(command)
    return checkout


def change(root: Path, before: str, after: str) -> None:
    text = (root / ANNOTATION).read_text("utf-8")
    assert before in text
    (root / ANNOTATION).write_text(text.replace(before, after, 1), "utf-8")


def test_a_sound_commit_passes(hooked: Path, git: Git) -> None:
    change(hooked, "note: restart is", "note: a restart is")
    git("add", ANNOTATION)
    assert pre_commit(hooked, "run")[0] == 0


def test_a_fault_is_stopped_with_its_line(hooked: Path, git: Git) -> None:
    change(hooked, "action: restart", "action: restert")
    git("add", ANNOTATION)
    status, said = pre_commit(hooked, "run")
    assert status == 1
    assert f"{ANNOTATION}:" in said
    assert "did you mean `restart`?" in said


def test_what_a_deletion_breaks_is_stopped(hooked: Path, git: Git) -> None:
    """A commit that only takes a facility away is stopped, on the lines of the annotation that refers to it."""
    git("rm", "--quiet", FACILITY)
    status, said = pre_commit(hooked, "run")
    assert status == 1
    assert f"{ANNOTATION}:" in said
    assert "R06 `hyesan-steel-mill` is not among the facilities" in said


def test_what_is_not_committed_is_not_looked_at(hooked: Path, git: Git) -> None:
    """A fault that is not staged does not stop the commit of another change of the same file."""
    change(hooked, "note: restart is", "note: a restart is")
    git("add", ANNOTATION)
    change(hooked, "action: restart", "action: restert")
    assert pre_commit(hooked, "run")[0] == 0
    assert "action: restert" in (hooked / ANNOTATION).read_text("utf-8")


def test_the_published_hook_installs_and_runs(checkout: Path, git: Git, installs: None) -> None:
    """pre-commit installs the hook from another repository; what it checks is the dataset around it."""
    published = checkout.with_name("published")
    git("clone", "--quiet", ".", str(published))
    change(checkout, "action: restart", "action: restert")
    git("add", ANNOTATION)
    status, said = pre_commit(checkout, "try-repo", str(published), HOOK)
    assert status == 1
    assert f"{ANNOTATION}:" in said
    assert "did you mean `restart`?" in said


@pytest.mark.parametrize(
    ("check", "file"), [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")]
)
def test_the_declarations_are_valid(check: str, file: str, real_root: Path) -> None:
    call = [sys.executable, "-m", "pre_commit", check, file]
    run = subprocess.run(call, cwd=real_root, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout + run.stderr) == (0, "")
