"""The command `dprk-industry`: the only place that prints and the only one that exits."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import StringIO, TextIOWrapper
from typing import NoReturn

from dprk_industry.curate.cli.parser import parser

CANNOT_RUN = 2
"""Exit status where a command could not do its work at all."""
EXTRAS = {"pydantic": "curate", "pydantic_core": "curate", "yaml": "curate", "scipy": "agreement"}
"""Which extra brings a library that may not be there."""


ALONE = ("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Variable and value by which pydantic looks for no plugins, which takes it longer than our models.

What others installed to watch over their models has nothing to do with these.
"""
SELDOM = 500_000
"""After how many new objects the collector looks for circles; usually it is after 700."""


class CannotRunError(Exception):
    """Raised by a command that cannot do its work; the message is for the person who called it."""


def print_for_programs() -> None:
    """From here on print UTF-8 with bare line feeds, unless a terminal shows it.

    The encoding of the system, in which Python prints otherwise, is seldom the one that a program expects.
    """
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _unwritable(error: OSError) -> int:
    """End quietly where nobody reads on, and with a sentence where the output cannot be written."""
    with suppress(OSError, ValueError):
        sys.stdout.close()
    if not isinstance(error, BrokenPipeError):
        print(f"dprk-industry: {error.strerror or error}", file=sys.stderr)
    return CANNOT_RUN


def command() -> NoReturn:
    """Run a command and end the process there.

    Little of what a command makes is thrown away, so the collector is called seldom; and taking every object apart at
    the end would take longer than many a check.
    """
    gc.set_threshold(SELDOM)
    os.environ.setdefault(*ALONE)
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # it may be missing or closed
            stream.flush()
    os._exit(status)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 is clean, 1 means findings, 2 that it could not run."""
    asked = sys.argv[1:] if arguments is None else arguments
    given = parser(asked).parse_args(asked)
    if sys.stderr is None:  # what goes there would be printed among the findings
        sys.stderr = StringIO()
    if sys.stdout is None:
        print("dprk-industry: the standard output is closed; there is nowhere to print to", file=sys.stderr)
        return CANNOT_RUN
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # line by line, so that what goes to standard error never falls into the middle of a finding
            stream.reconfigure(errors="backslashreplace", line_buffering=True)
    try:
        status: int = import_module(f"dprk_industry.curate.cli.{given.command}").run(given)
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
