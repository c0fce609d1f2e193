"""The kinds of single values: texts, ids, codes, numbers and dates, each read from text and never guessed.

Each kind is a marker inside `Annotated`. It tells pydantic how to check the text, which fault a wrong text is, and how
the value is described in JSON Schema. The markers import pydantic only when a validator is built, so that reading the
models costs nothing where a validator is at hand already.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from dprk_industry.curate import edtf
from dprk_industry.curate.models.shapes import OneOrMore
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_codes: ContextVar[Mapping[str, Sequence[str]]] = ContextVar("codes")


@contextmanager
def known_codes(codes: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Let validators that are built inside know the codes of each vocabulary."""
    token = _codes.set(codes)
    try:
        yield
    finally:
        _codes.reset(token)


class MissingVocabularyError(Exception):
    """Raised where a model asks for a vocabulary that is not there; its argument is the name."""


@frozen(eq=False)
class Kind:
    """A kind of value that is read from text: the pattern it fits and the rule that a wrong one breaks.

    A type other than `str` is made from the text by pydantic once the pattern fits.
    """

    name: str
    """Name of the kind, which is also the type of pydantic's error."""
    pattern: str
    """Regular expression that the whole text fits."""
    expected: str
    """What a person should write instead of a wrong text."""
    rule: str = "R89"
    json_types: tuple[str, ...] = ("string",)
    """JSON types under which an ordinary YAML parser may see the value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as cs

        text = cs.custom_error_schema(
            cs.str_schema(pattern=_matched(self.pattern)),
            custom_error_type=self.name,
            custom_error_message=self.expected,
            custom_error_context={"rule": self.rule, "expected": self.expected},
        )
        return text if source is str else cs.chain_schema([text, handler(source)])

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        types = list(self.json_types)
        described: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
        return {**described, **_pattern(self.pattern, self.expected)} if "string" in types else described


def _matched(pattern: str) -> str:
    """The regular expression with which a text is held against a pattern; one after which anything may come ends there.

    To read a text to its end, only to find that it has one, takes five times as long as to look at its beginning.
    """
    begins = pattern.removesuffix(_ANYTHING)
    return f"^(?:{begins})" if begins != pattern else f"^(?:{pattern})$"


def _pattern(pattern: str, expected: str) -> dict[str, str]:
    """JSON Schema of a text that fits a pattern as a whole, with what editors say of one that does not."""
    return {"pattern": f"^(?:{pattern})$", "patternErrorMessage": f"expected {expected}"}


@frozen(eq=False)
class AtMost:
    """A limit on the length of a text, added to its kind."""

    characters: int
    rule: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as cs

        expected = f"at most {self.characters} characters"
        limit = cs.custom_error_schema(
            cs.str_schema(max_length=self.characters),
            custom_error_type="over_long",
            custom_error_message=expected,
            custom_error_context={"rule": self.rule, "expected": expected},
        )
        return cs.chain_schema([handler(source), limit])

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(schema), "maxLength": self.characters}


@frozen(eq=False)
class OneLine:
    """That a text holds no line feed, added to its kind."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as cs

        expected = "one line of text, without `|`, `>` and \\n"
        whole = cs.custom_error_schema(
            cs.str_schema(pattern="^.*$"),
            custom_error_type="line_feed",
            custom_error_message=expected,
            custom_error_context={"rule": "R86", "expected": expected},
        )
        return cs.chain_schema([handler(source), whole])

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        described = handler(schema)
        said = f"{described['patternErrorMessage']}, on one line"
        return {**described, "pattern": described["pattern"].replace(_ANYTHING, ".*"), "patternErrorMessage": said}


@frozen(eq=False)
class QuotedWith:
    """Signs with which a text is written in quotes, also where YAML does not ask for them."""

    signs: str


@frozen(eq=False)
class Code:
    """A code of one of the vocabularies."""

    json_types: ClassVar[tuple[str, ...]] = ("string", "integer")
    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        codes = _codes.get()
        if self.vocabulary not in codes:
            raise MissingVocabularyError(self.vocabulary)
        return _one_of(codes[self.vocabulary], "R07", self.vocabulary)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        codes = [int(code) if code.isdigit() else code for code in _codes.get()[self.vocabulary]]
        return {"enum": codes, "x-vocabulary": self.vocabulary}


class Choice:
    """One of a few words that the model itself fixes."""

    json_types: ClassVar[tuple[str, ...]] = ("string",)

    def __init__(self, *options: str) -> None:
        self.options = options

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return _one_of(self.options, "R78", "")

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"enum": list(self.options)}


def _one_of(options: Sequence[str], rule: str, vocabulary: str) -> Any:
    from pydantic_core import core_schema as cs

    return cs.custom_error_schema(
        cs.literal_schema(list(options)),
        custom_error_type="unknown_code",
        custom_error_message="no such code",
        custom_error_context={"rule": rule, "vocabulary": vocabulary, "options": ", ".join(options)},
    )


@frozen(eq=False)
class Reference:
    """An id that stands in a registry, or the name of a source or record."""

    to: str
    """Name of the table that holds the id."""
    kind: Kind

    @property
    def json_types(self) -> tuple[str, ...]:
        """JSON types under which an ordinary YAML parser may see the id."""
        return self.kind.json_types

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        schema = self.kind.__get_pydantic_core_schema__(source, handler)
        schema["custom_error_context"]["table"] = self.to
        return schema

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return self.kind.__get_pydantic_json_schema__(schema, handler)


@frozen(eq=False)
class EdtfKind:
    """A date in the project's profile of EDTF, read into first and last possible day."""

    json_types: ClassVar[tuple[str, ...]] = ("string", "integer")

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as cs

        return cs.chain_schema([cs.str_schema(), cs.no_info_plain_validator_function(edtf.parse)])

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        expected = f"a date in EDTF such as {edtf.EXAMPLES}"
        return {"type": list(self.json_types), "format": "edtf", **_pattern(edtf.PATTERN, expected)}


_SLUG = "[a-z][a-z0-9-]*"
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)+"
SLUG = Kind("slug", _SLUG, "a short name of small letters, digits and hyphens, beginning with a letter", "R05")
_ARTICLE = Kind("article_id", _NAME, "small letters and digits in words joined by hyphens: <outlet>-<few words>", "R03")
_FACILITY = Kind(
    "facility_id", _NAME, "small letters and digits in words joined by hyphens, as in komusan-cement-factory", "R03"
)
_ID = Kind("registry_id", "[a-z0-9]+(?:-[a-z0-9]+)*", "an id of small letters, digits and hyphens", "R06")
_PLACE = Kind("place_id", "KP(?:-[0-9]{2}(?:-[a-z0-9-]+)?)?", "a place id such as KP, KP-09 or KP-09-puryong", "R06")
_RECORD = Kind(
    "record_reference",
    f"{_SLUG}|{_NAME}#{_SLUG}",
    "the name of a record of this file, or <article id>#<name> for one of another",
    "R06",
)
CODE = Kind("code", "[A-Za-z0-9_]+", "a code of letters, digits and underscores", json_types=("string", "integer"))
RULE = Kind("rule", "R[0-9]{2,3}", "the code of a rule, such as R38")
_NATURAL = Kind("natural_number", "[1-9][0-9]{0,5}", "a whole number from 1 to 999999", json_types=("integer",))
_WHOLE = Kind(
    "whole_number", "-?(?:0|[1-9][0-9]{0,5})", "a whole number from -999999 to 999999", json_types=("integer",)
)
_NUMBER = Kind(
    "number",
    r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?",
    "a number in digits, with a point and without separators: 1500 or 12.5",
    json_types=("number",),
)
_COLUMN = Kind("column", r"[a-z_]+\.[a-z_]+", "the name of a column behind that of its table: amounts.unit")
_ANYTHING = r"[\s\S]*"
_TEXT = rf"(?:[^=+\-@~\s]|~\S){_ANYTHING}"
_ANY = ("string", "number")
FREE_TEXT = Kind("free_text", _TEXT, "a text that does not begin with = + - @ or white space", "R87", _ANY)

_LONGEST = 80
"""Longest id or name, in characters: file systems and people take no more."""

Slug = Annotated[str, SLUG, AtMost(_LONGEST, "R05")]
Text = Annotated[str, FREE_TEXT]
Line = Annotated[str, FREE_TEXT, OneLine()]
ColumnName = Annotated[str, _COLUMN]
Note = Annotated[str, FREE_TEXT, AtMost(140, "R18"), QuotedWith(",:")]
ArticleId = Annotated[str, _ARTICLE, AtMost(_LONGEST, "R03")]
FacilityId = Annotated[str, _FACILITY, AtMost(_LONGEST, "R03")]
PlaceId = Annotated[str, _PLACE]
RegistryId = Annotated[str, _ID, AtMost(_LONGEST, "R06")]
Natural = Annotated[int, _NATURAL]
Whole = Annotated[int, _WHOLE]
Number = Annotated[Decimal, _NUMBER]
Flag = Annotated[bool, Kind("flag", "true|false", "true or false", json_types=("boolean",))]
Day = Annotated[date, Kind("day", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day as year-month-day: 2026-11-22")]
Url = Annotated[
    str, Kind("url", r"https?://[^\s]+", "an address that begins with http:// or https:// and has no spaces")
]
Language = Annotated[str, Kind("language", "[a-z]{2,3}", "a language code of ISO 639: en, ko")]
Sha256 = Annotated[str, Kind("sha256", "[0-9a-f]{64}", "64 hexadecimal digits, small letters", "R11")]
Digest = Annotated[
    str,
    Kind("digest", "[0-9a-f]{8}", "eight hexadecimal digits, small letters", "R83", _ANY),
]
_MONTH_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31"
MonthDay = Annotated[str, Kind("month_day", f"(?:{_MONTH_DAY})", "month and day of a day that there is: 04-15")]
Date = Annotated[edtf.Edtf, EdtfKind()]

OutletRef = Annotated[str, Reference("outlets", _ID)]
PlaceRef = Annotated[str, Reference("places", _PLACE)]
FacilityRef = Annotated[str, Reference("facilities", replace(_FACILITY, rule="R06"))]
ActorRef = Annotated[str, Reference("actors", _ID)]
CalendarRef = Annotated[str, Reference("calendar", _ID)]
AnnotatorRef = Annotated[str, Reference("annotators", replace(_ID, rule="R84"))]
SourceRef = Annotated[str, Reference("sources", replace(SLUG, rule="R06"))]
RecordRef = Annotated[str, Reference("records", _RECORD)]
RecordRefs = Annotated[tuple[RecordRef, ...], OneOrMore()]
