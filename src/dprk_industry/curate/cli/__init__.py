"""The command `dprk-industry`: the only place that prints and the only one that exits."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper

from dprk_industry.curate.cli.parser import parser

CANNOT_RUN = 2
"""Exit status where a command could not do its work at all."""
EXTRAS = {"pydantic": "curate", "pydantic_core": "curate", "yaml": "curate", "scipy": "agreement"}
"""Which extra brings a library that may not be there."""


class CannotRunError(Exception):
    """Raised by a command that cannot do its work; the message is for the person who called it."""


def _unwritable(error: OSError) -> int:
    """End quietly where nobody reads on, and with a sentence where the output cannot be written."""
    with suppress(OSError, ValueError):
        sys.stdout.close()
    if not isinstance(error, BrokenPipeError):
        print(f"dprk-industry: {error.strerror or error}", file=sys.stderr)
    return CANNOT_RUN


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 is clean, 1 means findings, 2 that it could not run."""
    given = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # line by line, so that what goes to standard error never falls into the middle of a finding
            stream.reconfigure(errors="backslashreplace", line_buffering=True)
    try:
        status: int = import_module(f"dprk_industry.curate.cli.{given.command}").run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
    except CannotRunError as error:
        print(f"dprk-industry {given.command}: {error}", file=sys.stderr)
        return CANNOT_RUN
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        print(f"dprk-industry needs {error.name}: pip install 'dprk-industry[{extra}]'", file=sys.stderr)
        return CANNOT_RUN
    except OSError as error:
        return _unwritable(error)
    except KeyboardInterrupt:
        return 130
    return status
