"""Text to events, by PyYAML's C parser; a syntax fault becomes a sentence about what to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from dprk_industry.curate.yamlfile.text import Mark, UnreadableError, mark_at

if TYPE_CHECKING:
    from collections.abc import Iterator

loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's C loader, or its pure Python one where the C one is missing; only its events are used.

The two agree on sound files. Of broken ones the Python loader refuses a few that the C one reads, and the other way
round.
"""


def read_events(text: str) -> Iterator[Any]:
    """Events of a text; a syntax fault of YAML becomes a sentence about what to write.

    Directives are refused before the parser sees them: it compares each with all before it, which takes long where
    there are many.
    """
    if directive := _DIRECTIVE.search(text):
        message = "a line begins with %, as directives do; a record file begins with its first key, so delete the line"
        raise UnreadableError(mark_at(text[: directive.start()]), message)
    reader = loader(text)
    try:
        while reader.check_event():
            yield reader.get_event()
    except yaml.MarkedYAMLError as error:
        unclosed = "escape" not in (error.problem or "") and re.search("flow|quoted|simple key", error.context or "")
        opened = error.context_mark if unclosed else None
        mark = mark_of(opened or error.problem_mark or error.context_mark)
        raise UnreadableError(mark, _explain(error), by_parser=True) from None
    except (yaml.reader.ReaderError, ValueError):
        raise UnreadableError(Mark(1, 1), "the file holds characters that YAML does not allow") from None
    finally:
        reader.dispose()


_DIRECTIVE = re.compile("^%", re.MULTILINE)


def mark_of(mark: Any) -> Mark:
    """A mark of PyYAML, counted from 1."""
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


_ADVICE = (
    (
        "mapping values are not allowed",
        "a colon stands inside a plain value, or the indentation is off; quote the value",
    ),
    ("block end|block mapping", "the indentation is off, or a colon is missing behind a key; two spaces a level"),
    ("block sequence|block collection", "the indentation of a list is off; its items begin with '- ' in one column"),
    ("flow sequence|expected ',' or '\\]'", "a list is not closed; expected ',' or ']'"),
    ("flow mapping|expected ',' or '}'", "a mapping is not closed; expected ',' or '}'"),
    ("invalid Unicode", "an escape stands for no character, or for half of one; write the character itself"),
    ("escape", "an unknown escape stands in a double-quoted value; write a backslash in single quotes"),
    ("quoted scalar|end of stream", "a quoted value is not closed; end it with the same quotation mark"),
    ("could not find expected ':'|simple key", "a colon is missing behind a key, or a value runs over the line"),
    ("alias|anchor", "an anchor or alias stands here; write the value out, or quote it if it begins with & or *"),
    ("tag", "a tag stands here; write the value alone, or quote it if it begins with !"),
    ("not allowed in this context", "a value begins with a sign that YAML keeps for itself; quote the value"),
    (
        "did not find expected <document start>",
        "a second document begins here, or the indentation is off; one file holds one record",
    ),
    ("node content", "a value is missing here, or a sign stands in its place"),
    ("plain scalar", "a sign stands in a plain value where none may; quote the value"),
    ("start any token", "a value begins with a character that YAML keeps for itself; quote the value"),
    ("document start", "a second document begins here; one file holds one record"),
)


def _explain(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    advice = next((advice for pattern, advice in _ADVICE if re.search(pattern, said)), "this is no YAML")
    return f"{advice} (the parser says: {said})"
