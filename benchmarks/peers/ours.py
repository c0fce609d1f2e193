"""`dprk-industry`, called in a process that has imported it already; print the seconds that the call took.

python ours.py ARGUMENT...
"""

from __future__ import annotations

import sys
import time

import dprk_industry.curate.cli.check  # noqa: F401 - the command imports it when it is called
from dprk_industry.curate.cli import main as command


def main() -> None:
    """Run the command."""
    start = time.perf_counter()
    status = command(sys.argv[1:])
    print(time.perf_counter() - start)
    sys.exit(status)


if __name__ == "__main__":
    main()
