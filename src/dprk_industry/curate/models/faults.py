"""Pydantic's errors in the words of the project: what was found, what was expected, how to mend it."""

from __future__ import annotations

import re
import types
import unicodedata
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from dprk_industry.curate.findings import Path, Problem, short
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.shapes import LIST, MAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

COMPUTED = {"root", "holds", "case_id", "sign", "record_id", "article_id", "amount_id", "source_id"}
"""Columns that the build computes, beside the first and last possible day of each date."""
_FEW = 12
_ANY_SCRIPT = {"free_text", "url", "over_long"}
"""Kinds of value that may hold other characters than those of ASCII."""
_EMPTY = "nothing stands behind this key; write a value, or leave the key out if it is optional"


class Fault(NamedTuple):
    """A problem of a value and the code of the rule that it breaks."""

    code: str
    problem: Problem
    instead: str | None = None
    """The key or code that was probably meant."""


def explain(error: Any, form: Any, codes: Mapping[str, Sequence[str]]) -> Fault:
    """Turn one pydantic error about data of a form into a fault."""
    path: Path = tuple(part for part in error["loc"] if part not in {LIST, MAP})
    kind: str = error["type"]
    if kind == "unexpected_keyword_argument":
        return _surplus_key(path, form)
    if kind.startswith("missing"):
        return Fault("R02", Problem(path[:-1], f"the key `{path[-1]}` is missing; {_purpose(path)}"))
    if "rule" in error.get("ctx", {}):
        return _wrong_text(error, path, codes)
    if kind == "value_error":
        given = error["input"]
        said = f"{_EMPTY}; expected a date" if given == "" else f"{error['ctx']['error']}{_lookalike(str(given))}"
        return Fault("R89", Problem(path, said))
    expected = _SHAPES.get(kind, error["msg"])
    return Fault("R89", Problem(path, f"{_shown(error['input'])} stands here; expected {expected}"))


_SHAPES = {
    "string_type": "a single value",
    "tuple_type": "a list: [ … ], or lines that begin with '- '",
    "list_type": "a list: [ … ], or lines that begin with '- '",
    "dict_type": "a mapping of keys and values",
    "dataclass_type": "a mapping of keys and values",
    "dataclass_exact_type": "a mapping of keys and values",
}


def once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults without those that only follow from another: a key that is missing because it is misspelt."""
    found = list(faults)
    meant = {(fault.problem.path[:-1], fault.instead) for fault in found if fault.problem.on_key}
    return tuple(fault for fault in found if (fault.problem.path, _missing(fault)) not in meant)


def _missing(fault: Fault) -> str:
    match = re.match("the key `(.+?)` is missing", fault.problem.message)
    return match[1] if match else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """A suggestion for a misspelt word, ready to be added to a message; empty if nothing is near."""
    meant = closest(word, known)
    return f"; did you mean `{meant}`?" if meant else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to a misspelt one; None where none is near."""
    folded = {each.casefold(): each for each in known}
    return next((folded[match] for match in get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.75)), None)


def _wrong_text(error: Any, path: Path, codes: Mapping[str, Sequence[str]]) -> Fault:
    """Fault of a text that its kind refuses, of a name that is none, or of a code that nobody defined."""
    context = error["ctx"]
    if not isinstance(error["input"], str):
        return Fault("R89", Problem(path, f"{_shown(error['input'])} stands here; expected a single value"))
    if error["type"] == "unknown_code":
        return _unknown_code(error, path, codes)
    if path[-1:] == ("[key]",):
        said = f"{_shown(error['input'])}{_lookalike(error['input'])} is no good name here"
        return Fault(context["rule"], Problem(path[:-1], f"{said}; expected {context['expected']}", on_key=True))
    odd = "" if error["type"] in _ANY_SCRIPT else _lookalike(error["input"])
    found = f"{len(error['input'])} characters" if error["type"] == "over_long" else f"{_shown(error['input'])}{odd}"
    said = f"found {found}" if error["input"] else _EMPTY
    rule = context["rule"] if error["input"] else "R89"
    return Fault(rule, Problem(path, f"{said}; expected {context['expected']}"))


def _unknown_code(error: Any, path: Path, codes: Mapping[str, Sequence[str]]) -> Fault:
    found, context = str(error["input"]), error["ctx"]
    vocabulary = context["vocabulary"]
    options = codes[vocabulary] if vocabulary else context["options"].split(", ")
    where = f"no code of the list `{vocabulary}`" if vocabulary else "no value for this key"
    if len(options) <= _FEW:
        expected = f"; expected one of {', '.join(options)}"
    else:
        expected = f"; the codes stand in dataset/vocabularies/{vocabulary}.yaml"
    said = f"{_shown(found)}{_lookalike(found)} is {where}" if found else _EMPTY
    message = f"{said}{expected}{nearest(found, options)}"
    on_key = path[-1:] == ("[key]",)
    problem = Problem(path[:-1] if on_key else path, message, on_key=on_key)
    return Fault(context["rule"] if found else "R89", problem, closest(found, options))


def _surplus_key(path: Path, form: Any) -> Fault:
    key = str(path[-1])
    shown = f"`{short(key)}`{_lookalike(key)}"
    known = sorted(keys_at(form, path[:-1]))
    bound = re.fullmatch(r"(.+)_(?:min|max)", key)
    if key in COMPUTED or (bound and bound[1] in known):
        return Fault("R08", Problem(path, f"`{key}` is computed by the build; delete the key", on_key=True))
    advice = nearest(key, known)
    listed = f"; known here: {', '.join(known)}" if known and not advice else ""
    return Fault("R02", Problem(path, f"unknown key {shown}{advice}{listed}", on_key=True), closest(key, known))


def _purpose(path: Path) -> str:
    if len(path) == 1:
        return "every file needs it"
    names = [part for part in path[:-1] if isinstance(part, str)]
    if not names:
        return "every entry needs it"
    section = names[0] if len(names) <= 2 else names[-1]  # noqa: PLR2004 - section and name
    return f"every entry of `{section}` needs it"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"`{short(value)}`" if value else "nothing"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else repr(value)


def _lookalike(text: str) -> str:
    """The name of the first character that no id, code, key or date has, for it may look like one that they have."""
    odd = next((character for character in text if not character.isascii()), None)
    return f" (`{odd}` is U+{ord(odd):04X}, {unicodedata.name(odd, 'unnamed').lower()})" if odd else ""


def keys_at(form: Any, path: Path) -> set[str]:
    """Keys that a mapping at this path may have; empty where any key may stand."""
    for choice in _choices(form):
        if is_dataclass(choice):
            if not path:
                return {alias(field.name) for field in fields(choice)}
            hints = {alias(name): hint for name, hint in get_type_hints(choice, include_extras=True).items()}
            if path[0] in hints:
                return keys_at(hints[str(path[0])], path[1:])
        elif get_origin(choice) in {dict, tuple} and path:
            return keys_at([*get_args(choice), None][1 if get_origin(choice) is dict else 0], path[1:])
    return set()


def _choices(form: Any) -> list[Any]:
    if get_origin(form) is Annotated:
        return _choices(get_args(form)[0])
    if get_origin(form) in {Union, types.UnionType}:
        return [inner for choice in get_args(form) for inner in _choices(choice)]
    return [form]
