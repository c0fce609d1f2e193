"""What one would write in an afternoon: PyYAML's C loader and jsonschema-rs; the schema alone, no positions.

python by_hand.py SCHEMA FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema_rs
import yaml


class Loader(yaml.CSafeLoader):
    """The C loader, but with days left as texts, as the schema has them."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for sign, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def main() -> None:
    """Check all YAML files of a folder and print what is wrong."""
    schema, folder = map(Path, sys.argv[1:])
    validator = jsonschema_rs.validator_for(json.loads(schema.read_text("utf-8")))
    faulty = False
    for path in sorted(folder.rglob("*.yaml")):
        data = yaml.load(path.read_bytes(), Loader)  # noqa: S506 - it is a safe one
        for error in validator.iter_errors(data):
            faulty = True
            print(f"{path}: {error.message}")
    sys.exit(faulty)


if __name__ == "__main__":
    main()
