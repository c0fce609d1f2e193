"""Run the tests in an environment of their own; arguments are handed on to pytest."""

from __future__ import annotations

import sys

from environment import ROOT, Environment


def main() -> None:
    """Make the environment, install the checkout with what the tests need, and run them."""
    environment = Environment(".venv-test")
    environment.install("-e", f"{ROOT}[curate,dev]")
    environment.run("python", "-m", "pytest", *sys.argv[1:])


if __name__ == "__main__":
    main()
