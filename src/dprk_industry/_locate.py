"""Where the published dataset lies: in the installed package, or in the checkout of an editable install."""

from __future__ import annotations

from pathlib import Path

from dprk_industry.errors import DataNotFoundError

DESCRIPTOR = "datapackage.json"


def data_root(root: str | Path | None = None) -> Path:
    """Folder that holds `datapackage.json`: the one given, else the packaged data, else the checkout.

    Raises:
        DataNotFoundError: there is no descriptor in that folder.

    """
    if root is not None:
        return _checked(Path(root))
    package = Path(__file__).resolve().parent
    packaged = package / "_data"
    return _checked(packaged if packaged.is_dir() else package.parents[1])


def _checked(folder: Path) -> Path:
    if not (folder / DESCRIPTOR).is_file():
        raise DataNotFoundError(f"no published dataset under {folder}: expected the file {DESCRIPTOR}")
    return folder
