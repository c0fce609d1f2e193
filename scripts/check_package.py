"""Build wheel and sdist, install each in a clean environment, and load every table offline, first without extras."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ("dataset", "schemas", "datapackage.json")
LOAD = """
import socket, sys
def refuse(*args, **kwargs):
    raise OSError("no network while loading")
socket.socket.connect = refuse
from importlib.util import find_spec
assert find_spec("pydantic") is None and find_spec("yaml") is None, "the environment is not clean"
import dprk_industry
tables = dprk_industry.load_dataset("all")
assert list(tables) == dprk_industry.list_tables() and len(tables["order_outcomes"]) > 0
print(f"{sys.argv[1]}: {len(tables)} tables, {sum(map(len, tables.values()))} rows, {dprk_industry.__version__}")
"""


BACKENDS = """
import dprk_industry
for backend in ("pandas", "polars", "arrow", "duckdb", "dask"):
    for table in dprk_industry.list_tables():
        assert dprk_industry.load_dataset(table, backend=backend) is not None
    print(f"{backend}: every table")
"""


def main() -> None:
    """Build, try all three ways of installing, then the wheel with every frame library."""
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch) / "built"
        call(sys.executable, "-m", "build", "--outdir", str(built), str(ROOT))
        [wheel], [sdist] = built.glob("*.whl"), built.glob("*.tar.gz")
        compare_with_git(wheel)
        venv.create(Path(scratch) / "clean", with_pip=True)
        python = str(Path(scratch) / "clean" / "bin" / "python")
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall")
        call(*pip, "-c", str(ROOT / "scripts" / "constraints.txt"), str(wheel))
        load(python, "wheel", scratch)
        call(*pip, "--no-deps", str(sdist))
        load(python, "sdist", scratch)
        call(*pip, "--no-deps", "-e", str(ROOT))
        load(python, "editable", scratch)
        constraints = ("-c", str(ROOT / "scripts" / "constraints.txt"))
        call(*pip[:-1], *constraints, f"{wheel}[parquet,polars,duckdb,dask]", "--force-reinstall")
        call(python, "-c", BACKENDS, cwd=scratch)


def load(python: str, kind: str, folder: str) -> None:
    """Load every table from a folder that is not the checkout."""
    call(python, "-c", LOAD, kind, cwd=folder)


def compare_with_git(wheel: Path) -> None:
    """End with a message unless the wheel's data are the files that git tracks, no more and no fewer."""
    listed = subprocess.run(["git", "ls-files", "-z", *DATA], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S607
    tracked = set(listed.stdout.strip("\0").split("\0"))
    with zipfile.ZipFile(wheel) as archive:
        packed = {name.removeprefix("dprk_industry/_data/") for name in archive.namelist() if "/_data/" in name}
    if packed != tracked:
        sys.exit(f"the wheel's data are not what git tracks: {sorted(packed ^ tracked)}")


def call(*command: str, cwd: str | Path = ROOT) -> None:
    """Run a command; the script ends with its status if it fails."""
    status = subprocess.run(command, cwd=cwd, check=False).returncode
    if status:
        sys.exit(status)


if __name__ == "__main__":
    main()
