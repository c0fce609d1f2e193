"""The house: files stay small, every rule is listed, and nothing heavy lies on the light paths."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import dprk_industry.curate.rules as rules_package
from dprk_industry.curate.rules import RULES, Rule

SOURCES = sorted((Path(__file__).parents[1] / "src").rglob("*.py"))
LONGEST_FILE = 350
LONGEST_FUNCTION = 40


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = [node.name for node in functions if _length(node) > LONGEST_FUNCTION]
    assert long == []


def _length(node: ast.FunctionDef) -> int:
    """Lines of a function without its docstring."""
    docstring = node.body[0] if ast.get_docstring(node) else None
    lines = (node.end_lineno or 0) - node.lineno + 1
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0)


def test_every_rule_is_listed() -> None:
    """Each rule that a module of the package makes stands in RULES."""
    made: set[int] = set()
    for info in pkgutil.iter_modules(rules_package.__path__):
        module = importlib.import_module(f"{rules_package.__name__}.{info.name}")
        made |= {id(value) for value in vars(module).values() if isinstance(value, Rule)}
    assert made == {id(rule) for rule in RULES}


def test_checking_imports_nothing_heavy(real_root: Path) -> None:
    """The path of `check` imports neither pandas nor frictionless."""
    code = (
        "import sys; from dprk_industry.curate.cli import main; main(['check']);"
        "sys.exit(bool({'pandas', 'numpy', 'pyarrow', 'frictionless'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=real_root, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


CHECKED = """
import sys
from dprk_industry.curate.cli import main
main(["check"])
print(*sorted(sys.modules))
"""


def test_a_changed_article_is_checked_without_the_python_of_pydantic(toy_root: Path, tmp_path: Path) -> None:
    """Once all else is kept, pydantic's compiled part is enough; its package comes when there is a fault to tell."""
    kept = {**os.environ, "DPRK_INDUSTRY_CACHE": str(tmp_path / "kept")}
    article = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"

    def check() -> tuple[str, list[str]]:
        command = [sys.executable, "-c", CHECKED]
        run = subprocess.run(command, cwd=toy_root, env=kept, capture_output=True, text=True, check=True)
        *told, modules = run.stdout.splitlines()
        return "\n".join(told), modules.split()

    told, modules = check()
    assert (told, "pydantic" in modules) == ("", True)
    text = article.read_text("utf-8")
    article.write_text(text.replace("headline: A mill", "headline: One mill"), "utf-8")
    told, modules = check()
    assert told == ""
    assert [name for name in modules if name.partition(".")[0] in {"pydantic", "pydantic_core", "yaml"}] == [
        "pydantic_core._pydantic_core"
    ]
    article.write_text(text.replace("status: partial", "status: partail"), "utf-8")
    told, modules = check()
    assert "did you mean `partial`?" in told
    assert "pydantic_core" in modules
