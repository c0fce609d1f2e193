"""Environments for what is measured, each with nothing else in it; kept in the checkout for the next time."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "scripts"))

from environment import Environment  # noqa: E402 - the scripts are no package

SOURCEMETA = "@sourcemeta/jsonschema@16.11.0"
VERSIONS = """
import sys
from importlib.metadata import version
print(*(f"{name} {version(name)}" for name in sys.argv[1:]), sep=", ")
"""
PEERS = ("check-jsonschema", "jsonschema-rs", "yamale")


class Rooms:
    """The environments, each made when it is asked for first."""

    @cached_property
    def ours(self) -> Path:
        """Commands of an environment that holds what checking needs: `pip install 'dprk-industry[curate]'`."""
        return self._with_us(".venv-measure", "curate")

    @cached_property
    def cluster(self) -> Path:
        """Commands of an environment that holds Dask too."""
        return self._with_us(".venv-measure-dask", "curate,dask")

    @cached_property
    def peers(self) -> Path:
        """Commands of the peers that are installed with pip, and PyYAML."""
        made = Environment(".venv-measure-peers")
        made.install("PyYAML", *PEERS)
        return made.bin

    @cached_property
    def sourcemeta(self) -> Path | None:
        """The C++ command `jsonschema` itself, without Node.js around it; None where npm is missing or has none."""
        if shutil.which("npm") is None:
            return None
        folder = self.peers.parent
        install = ("npm", "install", "--silent", "--prefix", str(folder), SOURCEMETA)
        subprocess.run(install, check=False)
        machine = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}
        named = f"jsonschema-{sys.platform}-{machine.get(platform.machine().lower())}"
        found = list((folder / "node_modules" / "@sourcemeta").glob(f"jsonschema/build/*/{named}"))
        return found[0] if found else None

    @staticmethod
    def _with_us(name: str, extras: str) -> Path:
        made = Environment(name)
        made.install(f"{ROOT}[{extras}]")
        made.install("--no-deps", "--force-reinstall", str(ROOT))
        return made.bin


def versions(python: Path, packages: tuple[str, ...]) -> str:
    """Versions of installed packages, as one text."""
    called = subprocess.run((str(python), "-c", VERSIONS, *packages), check=True, capture_output=True, text=True)
    return called.stdout.strip()


def machine() -> str:
    """Where it is measured."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors"
