"""A virtual environment for a script, made with nothing but Python and pip."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "scripts" / "constraints.txt"
OLDEST = (3, 11)


class Environment:
    """A virtual environment under the checkout's root, with commands run in it."""

    def __init__(self, name: str) -> None:
        """Make the environment unless it is there already."""
        if sys.version_info < OLDEST:
            sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}")
        self.folder = ROOT / name
        self.bin = self.folder / ("Scripts" if os.name == "nt" else "bin")
        if not (self.folder / "pyvenv.cfg").is_file() or not any(self.bin.glob("pip*")):
            venv.create(self.folder, with_pip=True, clear=True)

    def install(self, *what: str) -> None:
        """Install packages at the versions that the project is tested with."""
        self.run(
            "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", str(CONSTRAINTS), *what
        )

    def run(self, command: str, *arguments: str, cwd: Path = ROOT) -> None:
        """Run a command of the environment; the script ends with its status if it fails."""
        print(f"$ {' '.join([command, *arguments])}", flush=True)
        status = subprocess.run([str(self.bin / command), *arguments], cwd=cwd, check=False).returncode
        if status:
            sys.exit(status)
