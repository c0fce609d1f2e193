"""The CSV files in other programs: a spreadsheet (LibreOffice) and R's readr; skipped where they are missing."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE, RSCRIPT = shutil.which("soffice"), shutil.which("Rscript")
AS_UTF8 = "--infilter=CSV:44,34,76,1"
TRUTH = {"TRUE": "true", "FALSE": "false"}
"""A spreadsheet knows truth values and writes them in capitals."""
KEPT_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"

R = """
options(warn = 2)
library(readr)
names <- read_csv("facility_names.csv", show_col_types = FALSE)
orders <- read_csv("order_outcomes.csv", show_col_types = FALSE)
calendar <- read_csv("calendar.csv", show_col_types = FALSE)
cat(nrow(names), nrow(orders), class(orders$deadline_max), sum(grepl("천리마제강", names$name)), "\\n")
cat(calendar$monthday[calendar$calendar_id == "kji-birth"], "\\n")
"""


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [[TRUTH.get(cell, cell) for cell in row] for row in csv.reader(stream)]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_changes_nothing(real_root: Path, tmp_path: Path) -> None:
    """Every table opened in a spreadsheet and saved again has the same cells: Hangul, dates, zeros in front, EDTF."""
    tables = sorted((real_root / "dataset" / "tables").glob("*.csv"))
    call = [str(SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    for form, folder, files in (("ods", "sheets", tables), (KEPT_AS_SHOWN, "back", None)):
        given = files or sorted((tmp_path / "sheets").glob("*.ods"))
        reading = [AS_UTF8] if files else []
        subprocess.run(
            [*call, *reading, "--convert-to", form, "--outdir", str(tmp_path / folder), *map(str, given)],
            check=True,
            timeout=240,
        )
    for table in tables:
        assert cells(tmp_path / "back" / table.name) == cells(table), table.name


@pytest.mark.skipif(RSCRIPT is None, reason="R is not installed")
def test_r_reads_the_tables(real_root: Path) -> None:
    """R's readr reads every row, Hangul, dates as dates, and month and day with their zeros, without a warning."""
    folder = real_root / "dataset" / "tables"
    run = subprocess.run([str(RSCRIPT), "-e", R], cwd=folder, capture_output=True, text=True, check=False, timeout=240)
    if "there is no package called" in run.stderr:
        pytest.skip("R's readr is not installed")
    assert run.returncode == 0, run.stderr
    names, orders = len(cells(folder / "facility_names.csv")) - 1, len(cells(folder / "order_outcomes.csv")) - 1
    first, second = run.stdout.splitlines()
    assert first.split()[:3] == [str(names), str(orders), "Date"]
    assert int(first.split()[3]) >= 2
    assert second.strip() == "02-16"
