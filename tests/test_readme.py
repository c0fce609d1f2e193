"""README says what is true: its code runs and prints what it shows, and its commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from dprk_industry.curate import paragraphs, yamlfile
from dprk_industry.curate.cli import main


def test_the_example_prints_what_is_shown(real_root: Path, tmp_path: Path) -> None:
    """The five lines run as they stand and give the output printed under them."""
    readme = (real_root / "README.md").read_text("utf-8")
    blocks = re.search(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```", readme, re.DOTALL)
    assert blocks is not None
    run = subprocess.run(
        [sys.executable, "-c", blocks["code"]], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout == blocks["output"]


def test_the_set_up_commands_exist(real_root: Path) -> None:
    readme = (real_root / "README.md").read_text("utf-8")
    scripts = re.findall(r"^python3 (scripts/\S+)", readme, re.MULTILINE)
    assert len(scripts) == 3
    assert all((real_root / script).is_file() for script in scripts)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_commands_named_in_documents_run(document: str, real_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of ours that a document names without a placeholder is known to the parser."""
    text = (real_root / document).read_text("utf-8")
    named = {
        line for line in re.findall(r"dprk-industry ((?:check|explain|build|show)[^`\n]*)", text) if "<" not in line
    }
    assert named
    for line in named - {"build"}:
        assert main(["--root", str(real_root), *line.split()]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/coding-manual.md",
        "docs/reviewing.md",
        "docs/cookbook.md",
        "docs/using.md",
        "docs/explorer.md",
        "docs/agreement.md",
        "docs/tables.md",
        "docs/rules.md",
    ],
)
def test_links_lead_somewhere(document: str, real_root: Path) -> None:
    """Every relative link of a document names a file that is there."""
    path = real_root / document
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)[^)]*\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_new_of_the_contributing_page_runs(real_root: Path, toy_root: Path, tmp_path: Path) -> None:
    """The call that CONTRIBUTING prints writes an annotation where outlet and handle are registered."""
    page = (real_root / "CONTRIBUTING.md").read_text("utf-8")
    call = re.search(r"dprk-industry (new .*?)\n *```", page, re.DOTALL)
    entry = re.search(r"`(pine: .*?)`", page)
    assert call is not None
    assert entry is not None
    registries = toy_root / "dataset" / "registries"
    for name, line in (
        ("annotators", entry[1]),
        ("outlets", "yonhap: {name: A, kind: agency, base: KR, language: ko}"),
    ):
        with (registries / f"{name}.yaml").open("a", encoding="utf-8") as registry:
            registry.write(f"{line}\n")
    text = tmp_path / "article.txt"
    text.write_text("The kiln is lit.\n", "utf-8")
    given = [str(text) if word.startswith("~") else word for word in shlex.split(call[1].replace("\\\n", ""))]
    assert main(["--root", str(toy_root), *given]) == 0
    made = (toy_root / "dataset/annotations/yonhap/yonhap-few-words.yaml").read_text("utf-8")
    assert "language: en\npublished: 2019-12-05\n" in made
    assert "annotators: [pine]\n" in made


def test_whole_examples_of_the_manual_hold_the_digests_of_their_texts(real_root: Path) -> None:
    manual = (real_root / "docs/coding-manual.md").read_text("utf-8")
    examples = re.findall(r"```text\n(.*?)```\n\n```yaml\n(.*?)```", manual, re.DOTALL)
    assert len(examples) == 2
    for text, annotation in examples:
        data = yamlfile.parse(annotation.encode()).data
        assert data["paragraph_digests"] == [paragraphs.digest(part) for part in paragraphs.split(text)]
        assert data["text_sha256"] == paragraphs.sha256(text.encode())


def test_the_manual_numbers_its_decided_points(real_root: Path) -> None:
    """They are numbered without a gap, and its contents name the last."""
    manual = (real_root / "docs/coding-manual.md").read_text("utf-8")
    numbers = [int(number) for number in re.findall(r"^#### D(\d+) ", manual, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert f"D1 to D{numbers[-1]}\n" in manual
