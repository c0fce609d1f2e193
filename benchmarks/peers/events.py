"""The yardstick: read each file and take every event of PyYAML's C parser; print the seconds that this took.

python events.py FOLDER
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml


def main() -> None:
    """Parse all YAML files of a folder."""
    start = time.perf_counter()
    for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
        get_event = yaml.CSafeLoader(path.read_bytes()).get_event
        while get_event() is not None:
            pass
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main()
