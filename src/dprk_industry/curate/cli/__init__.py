"""The command `dprk-industry`: the only place that prints and the only one that exits."""

from __future__ import annotations

import sys
from importlib import import_module

from dprk_industry.curate.cli.parser import parser

CANNOT_RUN = 2
"""Exit status where a command could not do its work at all."""


class CannotRunError(Exception):
    """Raised by a command that cannot do its work; the message is for the person who called it."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 is clean, 1 means findings, 2 that it could not run."""
    given = parser().parse_args(arguments)
    try:
        status: int = import_module(f"dprk_industry.curate.cli.{given.command}").run(given)
    except CannotRunError as error:
        print(f"dprk-industry {given.command}: {error}", file=sys.stderr)
        return CANNOT_RUN
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pydantic", "pydantic_core", "yaml"}:
            raise
        print(f"dprk-industry needs {error.name}: pip install 'dprk-industry[curate]'", file=sys.stderr)
        return CANNOT_RUN
    except BrokenPipeError:
        sys.stderr.close()
        return CANNOT_RUN
    except KeyboardInterrupt:
        return 130
    return status
