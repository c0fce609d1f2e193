"""The main job: check the annotations, build the tables, and print the headline table from the installed package."""

from __future__ import annotations

import tempfile
from pathlib import Path

from environment import ROOT, Environment


def main() -> None:
    """Make an environment of its own, check, build, install what was built, and load it."""
    environment = Environment(".venv-run")
    environment.install(f"{ROOT}[curate]")
    environment.run("dprk-industry", "check")
    environment.run("dprk-industry", "build")
    environment.install("--no-deps", "--force-reinstall", str(ROOT))
    with tempfile.TemporaryDirectory() as elsewhere:
        environment.run("python", str(ROOT / "scripts" / "headline.py"), cwd=Path(elsewhere))


if __name__ == "__main__":
    main()
