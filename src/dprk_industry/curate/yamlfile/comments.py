"""Where the comments of a YAML text stand; pure, and exact on all that the reader accepts.

The parser drops comments, so they are found by what it leaves over: PyYAML's C scanner marks where each scalar begins
and ends, and outside of scalars a number sign can only begin a comment. The header of a block scalar (`|` or `>`) lies
inside its marks and may end in a comment too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from dprk_industry.curate.findings import Problem
from dprk_industry.curate.yamlfile import events
from dprk_industry.curate.yamlfile.text import MODELINE, Fault, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUSPECT = re.compile(r"(?<![A-Za-z])#")
"""A number sign right behind a letter belongs to a value (`article-id#name`): no token but a scalar ends in a letter
and lets more follow."""
_COMMENT = re.compile(r"#[^\n]*")
_MESSAGE = "a comment stands here; say it in a `note`, or delete it; quote a value that holds a # of its own"
_MISPLACED = "the editor's comment stands here; it may be the first line of a file and nothing else: move or delete it"


def comments(text: str) -> Iterator[Fault]:
    """Faults of the comments of a text: all but the editor's modeline in its first line.

    Of a text that is no YAML, the comments before the fault are found.
    """
    modeline = MODELINE.match(text)
    begin = modeline.end() if modeline else 0
    if not _SUSPECT.search(text, begin):
        return
    line, begins, read = 1, 0, 0
    for start, end in _gaps(text):
        for match in _COMMENT.finditer(text, max(start, begin), end):
            line += text.count("\n", read, match.start())
            begins = max(begins, text.rfind("\n", read, match.start()) + 1)
            read = match.start()
            message = _MISPLACED if MODELINE.match(match[0]) else _MESSAGE
            yield Fault(Mark(line, read - begins + 1), Problem((), message), "R88")


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of every stretch of a text in which a comment may stand."""
    position = 0
    try:
        for token in yaml.scan(text, Loader=events.loader):
            if isinstance(token, yaml.ScalarToken):
                first, last = token.start_mark.index, token.end_mark.index
                yield position, first
                if token.style in {"|", ">"}:
                    yield first, _line_end(text, first)
                position = last
    except yaml.YAMLError:
        return
    yield position, len(text)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end
