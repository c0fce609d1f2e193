"""Pydantic's errors in the words of the project: what was found, what was expected, how to mend it."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from dprk_industry.curate.findings import Path, Problem, short
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.hints import choices, keys, required
from dprk_industry.curate.models.nearest import closest, nearest, one_slip
from dprk_industry.curate.models.scalars import Choice, Code
from dprk_industry.curate.models.shapes import LIST, MAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COMPUTED = {"root", "holds", "case_id", "sign", "record_id", "article_id", "amount_id", "source_id"}
"""Columns that the build computes, beside the first and last possible day of each date."""
_FEW = 12
_EMPTY = {"", "~", "null", "Null", "NULL"}
"""How people write that nothing stands behind a key."""
_ANY_SCRIPT = {"free_text", "url", "over_long"}
"""Kinds of value that may hold other characters than those of ASCII."""
_BESIDE = re.compile(r"(?<=needs it), (?:behind|before) `[^`]*`")
"""Where a message says that a missing key belongs."""
_COMMA = "; if it is part of the {} before it, {}: a comma between braces ends a value"


class Fault(NamedTuple):
    """A problem of a value and the code of the rule that it breaks."""

    code: str
    problem: Problem
    instead: str | None = None
    """The key or code that was probably meant."""
    sought: tuple[str, str] | None = None
    """Of an id that has not the form of one: the table in which it was to be found, and what stands there."""
    strange: bool = False
    """True of a key with a value, of which nothing is known: no key it may be meant for, no place where it belongs."""


def explain(error: Any, form: Any, codes: Mapping[str, Sequence[str]]) -> Fault:
    """Turn one pydantic error about data of a form into a fault."""
    path: Path = tuple(part for part in error["loc"] if part not in {LIST, MAP})
    kind: str = error["type"]
    if kind == "unexpected_keyword_argument":
        return _surplus_key(error, path, form)
    if kind.startswith("missing"):
        return _lacking(error, path, form, codes)
    if isinstance(error["input"], str) and error["input"] in _EMPTY and path[-1:] != ("[key]",):
        return Fault("R89", Problem(path, f"{_emptiness(path, form)}; {_expected(error, codes)}"))
    if "rule" in error.get("ctx", {}):
        return _wrong_text(error, path, codes)
    if kind == "value_error":
        return Fault("R89", Problem(path, f"{error['ctx']['error']}{_lookalike(str(error['input']))}"))
    expected = _mapping(path, form) if kind.startswith("dataclass") else _expected(error, codes)
    return Fault("R89", Problem(path, f"{_shown(error['input'])} stands here; {expected}"))


_SHAPES = {
    "string_type": "a single value",
    "tuple_type": "a list: [ … ], or lines that begin with '- '",
    "list_type": "a list: [ … ], or lines that begin with '- '",
    "dict_type": "a mapping of keys and values",
}
_MANY = 8
"""Keys of a model that a message names in place of a value of another shape; of more it names none."""
_NUMBERS = re.compile(r"[0-9]+(?:(?:[ ;/\u2010-\u2015-]|[.]{2})+[0-9]+)+")
"""Several whole numbers without commas between them."""


def once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults without those that only follow from another: a key that is missing because it is misspelt."""
    found = list(faults)
    meant = {(fault.problem.path[:-1], fault.instead) for fault in found if fault.problem.on_key}
    return tuple(fault for fault in found if (fault.problem.path, missing(fault)) not in meant)


def the_rest(left: int) -> Fault:
    """A fault that stands for the rest where there are very many."""
    return Fault("R89", Problem((), f"{left:,} more values or keys of this file are at fault"))


def missing(fault: Fault) -> str:
    """The key that a fault says is missing; empty where it says something else."""
    match = re.match("the key `(.+?)` is missing", fault.problem.message)
    return match[1] if match else ""


def gathered_missing(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults, with one for all the keys that are missing at one place."""
    lots: dict[Any, list[Fault]] = {}
    for fault in faults:
        place = (fault.problem.path, fault.problem.near) if missing(fault) else len(lots)
        lots.setdefault(place, []).append(fault)
    return tuple(_all_missing(lot) if len(lot) > 1 else lot[0] for lot in lots.values())


def renamed(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults, with one for the only unknown key of a mapping and the only one that is missing there."""
    lacking = _alone((fault.problem.path, fault) for fault in faults if missing(fault))
    strange = _alone((fault.problem.path[:-1], fault) for fault in faults if fault.strange)
    pairs = {strange[path]: lacking[path] for path in strange.keys() & lacking.keys()}
    meant = {*pairs.values()}
    return tuple(_renamed(fault, pairs[fault]) if fault in pairs else fault for fault in faults if fault not in meant)


def _alone(faults: Iterable[tuple[Path, Fault]]) -> dict[Path, Fault]:
    """Faults by the mapping in which they are, of those that are the only one there."""
    lots: dict[Path, list[Fault]] = {}
    for path, fault in faults:
        lots.setdefault(path, []).append(fault)
    return {path: lot[0] for path, lot in lots.items() if len(lot) == 1}


def _renamed(strange: Fault, lacking: Fault) -> Fault:
    """One fault in place of two: of a key that nobody knows, and of the one that was probably meant."""
    problem, absent = strange.problem, lacking.problem.message
    message = f"{problem.message}; perhaps it was to be `{missing(lacking)}`: {absent}"
    return strange._replace(problem=problem._replace(message=message))


def _all_missing(faults: Sequence[Fault]) -> Fault:
    """One fault in place of several of keys that are missing at one place."""
    *names, last = (f"`{missing(fault)}`" for fault in faults)
    first, lacking = faults[0], f"the keys {', '.join(names)} and {last} are missing"
    said = re.sub("^the key `.+?` is missing", lacking, first.problem.message)
    beside = {"".join(_BESIDE.findall(fault.problem.message)) for fault in faults}
    said = re.sub("(; every .*? needs) it.*", r"\1 them", said) + (beside.pop() if len(beside) == 1 else "")
    return first._replace(problem=first.problem._replace(message=said))


def _emptiness(path: Path, form: Any) -> str:
    """That nothing stands behind a key, and whether something must."""
    if not path or isinstance(path[-1], int):
        return "nothing stands here"
    needed = any(path[-1] in required(model) for model in _models(form, path[:-1]))
    return f"the key `{path[-1]}` is empty; {_purpose(path) if needed else 'write a value, or leave the key out'}"


def _expected(error: Any, codes: Mapping[str, Sequence[str]]) -> str:
    """What a person should write instead of a value."""
    if error["type"] == "unknown_code":
        return _one_of(*_options(error, codes))
    shape = _SHAPES.get(error["type"], error["msg"])
    if error["type"].startswith(("date", "value_error")):
        shape = "a date" if error["type"] == "value_error" else "a day that there is, as year-month-day: 2026-11-22"
    return f"expected {error.get('ctx', {}).get('expected', shape)}"


def _mapping(path: Path, form: Any) -> str:
    """That a mapping is expected, and of which keys."""
    known = list(dict.fromkeys(key for model in _models(form, path) for key in keys(model)))
    named = f": {{{', '.join(f'{key}: …' for key in known)}}}, of these what is told" if len(known) <= _MANY else ""
    return f"expected a mapping of keys and values{named if known else ''}"


def _options(error: Any, codes: Mapping[str, Sequence[str]]) -> tuple[str, Sequence[str]]:
    """Vocabulary of a code (empty where the model itself fixes the words) and the codes there are."""
    vocabulary = error["ctx"]["vocabulary"]
    return vocabulary, codes[vocabulary] if vocabulary else error["ctx"]["options"].split(", ")


def _wrong_text(error: Any, path: Path, codes: Mapping[str, Sequence[str]]) -> Fault:
    """Fault of a text that its kind refuses, of a name that is none, or of a code that nobody defined."""
    found, rule = error["input"], error["ctx"]["rule"]
    if not isinstance(found, str):
        return Fault("R89", Problem(path, f"{_shown(found)} stands here; expected a single value"))
    if error["type"] == "unknown_code":
        return _unknown_code(error, path, codes)
    table = error["ctx"].get("table")
    sought = (table, found) if table else None
    if path[-1:] == ("[key]",):
        said = f"{_shown(found)}{_lookalike(found)} is no good name here; {_expected(error, codes)}"
        return Fault(rule, Problem(path[:-1], said, on_key=True), sought=sought)
    odd = "" if error["type"] in _ANY_SCRIPT else _lookalike(found)
    named = {"over_long": f"{len(found)} characters", "line_feed": "a line feed"}
    said = named.get(error["type"], f"{_shown(found)}{odd}")
    advice = "; between numbers stand commas: [2, 3, 4]" if _NUMBERS.fullmatch(found) and _in_list(path) else ""
    return Fault(rule, Problem(path, f"found {said}; {_expected(error, codes)}{advice}"), sought=sought)


def _in_list(path: Path) -> bool:
    return isinstance(path[-1], int)


def _unknown_code(error: Any, path: Path, codes: Mapping[str, Sequence[str]]) -> Fault:
    found = error["input"]
    vocabulary, options = _options(error, codes)
    where = f"no code of the list `{vocabulary}`" if vocabulary else "no value for this key"
    message = f"{_shown(found)}{_lookalike(found)} is {where}; {_expected(error, codes)}{nearest(found, options)}"
    on_key = path[-1:] == ("[key]",)
    problem = Problem(path[:-1] if on_key else path, message, on_key=on_key)
    return Fault(error["ctx"]["rule"], problem, closest(found, options))


def _surplus_key(error: Any, path: Path, form: Any) -> Fault:
    key = str(path[-1])
    known = sorted({key for model in _models(form, path[:-1]) for key in keys(model)})
    bound = re.fullmatch(r"(.+)_(?:min|max)", key)
    if key in COMPUTED or (bound and bound[1] in known):
        return Fault("R08", Problem(path, f"`{key}` is computed by the build; delete the key", on_key=True))
    name, colon, _ = key.partition(":")
    if colon and name in known:
        said = f"unknown key `{short(key)}`; a space is missing behind the colon of `{name}`"
        return Fault("R02", Problem(path, said, on_key=True), name)
    instead = closest(key, known)
    homes, filled = _homes(key, form), error["input"] != ""
    if homes and not (instead and one_slip(key, instead)):
        instead = None  # it is no misspelling
    advice = f"; did you mean `{instead}`?"
    if not instead:
        advice = f"; it is a key of {homes}" if homes else ""
        advice += f"; known here: {', '.join(known)}" if known else ""
        advice += "" if filled else _comma(key)
    said = f"unknown key `{short(key)}`{_lookalike(key)}{advice}"
    strange = filled and key[:1].isalpha() and not instead and not homes
    return Fault("R02", Problem(path, said, on_key=True), instead, strange=strange)


def _homes(key: str, form: Any) -> str:
    """To what a key belongs in the files of a form: to entries of sections, or to the file; empty where it does not."""
    known = keys(form) if is_dataclass(form) else {}
    if key in known:
        return "the file itself"
    entries = ((section, model) for section in known for name in ("", 0) for model in _models(form, (section, name)))
    found = dict.fromkeys(f"`{section}`" for section, model in entries if key in keys(model))
    return f"the entries of {', '.join(found)}" if found else ""


def _comma(key: str) -> str:
    """What to do about a key without a value that only a comma may have made."""
    if key.isdecimal():
        return _COMMA.format("number", "write that without commas")
    return _COMMA.format("value", "put that value in quotes")


def _lacking(error: Any, path: Path, form: Any, codes: Mapping[str, Sequence[str]]) -> Fault:
    """Fault of a key that is not there: of which record, and what may stand behind it."""
    record = _record(path)
    said = f"the key `{path[-1]}` is missing{f' in `{short(record)}`' if record else ''}; {_purpose(path)}"
    near = None
    if len(path) == 1 and isinstance(error["input"], dict) and is_dataclass(form):
        order = list(keys(form))
        before = [key for key in order[: order.index(str(path[0]))] if key in error["input"]]
        near = (before[-1],) if before else tuple(key for key in order if key in error["input"])[:1]
        said += f", {'behind' if before else 'before'} `{short(str(near[0]))}`" if near else ""
    allowed = next((mark for model in _models(form, path[:-1]) for mark in _marks(model, path[-1])), None)
    told = f"; {_allowed(allowed, codes)}" if allowed else _meaning(path, form)
    return Fault("R02", Problem(path[:-1], said + told, near=near))


def _meaning(path: Path, form: Any) -> str:
    """What a key of a record is for, in the words of the model."""
    from dprk_industry.curate.models.docs import field_docs

    docs = (field_docs(model) for model in _models(form, path[:-1]) if path[-1] in keys(model))
    told = next((text for found in docs for name, text in found.items() if alias(name) == path[-1]), "")
    return f": {told[0].lower()}{told[1:].rstrip('.')}" if told else ""


def _record(path: Path) -> str:
    """Name of the record, or of the entry of a list of names, that a path leads into; empty where it has none."""
    names = [part for part in path[:-1] if isinstance(part, str)]
    if isinstance(path[0], int) or not names:
        return ""
    return names[0] if len(path) == 2 else names[1] if isinstance(path[1], str) and len(names) > 1 else ""  # noqa: PLR2004 - entry and key


def _marks(model: Any, key: Any) -> Iterator[Code | Choice]:
    """Which codes or words a key of a model takes."""
    if key in keys(model):
        for _, marks in choices(keys(model)[key]):
            yield from (mark for mark in marks if isinstance(mark, Code | Choice))


def _allowed(mark: Code | Choice, codes: Mapping[str, Sequence[str]]) -> str:
    """What a person should write behind a key that takes codes."""
    vocabulary = mark.vocabulary if isinstance(mark, Code) else ""
    return _one_of(vocabulary, codes[mark.vocabulary] if isinstance(mark, Code) else mark.options)


def _one_of(vocabulary: str, options: Sequence[str]) -> str:
    long = vocabulary and len(options) > _FEW
    return (
        f"the codes stand in dataset/vocabularies/{vocabulary}.yaml"
        if long
        else f"expected one of {', '.join(options)}"
    )


def _purpose(path: Path) -> str:
    if len(path) <= 2:  # noqa: PLR2004 - an entry of a file that is a list or a mapping of names
        return "every file needs it" if len(path) == 1 else "every entry of the file needs it"
    names = [part for part in path[:-1] if isinstance(part, str)]
    section = names[0] if len(names) <= 2 else names[-1]  # noqa: PLR2004 - section and name
    return f"every entry of `{section}` needs it"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"`{short(value)}`" if value else "nothing"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else repr(value)


def _lookalike(text: str) -> str:
    """The name of the first character that no id, code, key or date has, for it may look like one that they have."""
    odd = next((character for character in text if not character.isascii()), None)
    if odd is None:
        return ""
    from unicodedata import name

    return f" (`{odd}` is U+{ord(odd):04X}, {name(odd, 'unnamed').lower()})"


def _models(form: Any, path: Path) -> Iterator[Any]:
    """Models of which a mapping at this path may be one; none where any key may stand."""
    for choice, _ in choices(form):
        if is_dataclass(choice):
            if not path:
                yield choice
            elif path[0] in keys(choice):
                yield from _models(keys(choice)[str(path[0])], path[1:])
        elif get_origin(choice) in {dict, tuple} and path:
            yield from _models(get_args(choice)[1 if get_origin(choice) is dict else 0], path[1:])
