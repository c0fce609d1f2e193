"""Plain data to typed records, by pydantic; every fault of a file at once."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Annotated, Any

from dprk_industry.curate.findings import MOST
from dprk_industry.curate.models import changes, records, registry
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.scalars import Choice, PlaceId, RegistryId, Text, known_codes
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dprk_industry.curate.models.faults import Fault
    from dprk_industry.curate.models.misplaced import Gathered, Places

FORMS: dict[str, Any] = {
    "article": records.Article,
    "facility": registry.Facility,
    "outlets": dict[RegistryId, registry.Outlet],
    "places": dict[PlaceId, registry.Place],
    "actors": dict[RegistryId, registry.Actor],
    "calendar": dict[RegistryId, registry.CalendarEntry],
    "annotators": dict[RegistryId, registry.Annotator],
    "retired": dict[Text, registry.Retirement],
    "exceptions": tuple[registry.Waiver, ...],
    "bounds": dict[Annotated[str, Choice(*registry.COUNTED)], registry.Bound],
    "changes": tuple[changes.ListedChange, ...],
    "draws": tuple[registry.Draw, ...],
    "vocabulary": registry.Vocabulary,
}
"""What each kind of file holds."""


@frozen()
class Checked:
    """A typed record, or the faults that kept the data from being one."""

    record: Any = None
    faults: tuple[Fault, ...] = ()


COMPILED = "pydantic_core._pydantic_core"


def _compiled_part() -> Any:
    """The compiled part of pydantic-core, without its package, whose description of schemas takes ten times as long.

    Where the part is not found by itself, the package is imported as usual.
    """
    package = None if COMPILED in sys.modules else find_spec("pydantic_core")
    found = PathFinder.find_spec(COMPILED, package.submodule_search_locations) if package else None
    if found and found.loader:
        sys.modules[COMPILED] = module_from_spec(found)
        found.loader.exec_module(sys.modules[COMPILED])
    return import_module(COMPILED)


def _describe(schema: dict[str, Any], model: str) -> None:
    """Add the sentences that stand under the fields."""
    from dprk_industry.curate.models.docs import field_docs

    found = getattr(records, model, None) or getattr(registry, model, None)
    docs = {alias(name): text for name, text in field_docs(found).items()} if found else {}
    properties = schema.get("properties", {})
    properties |= {key: {"description": text, **properties[key]} for key, text in docs.items() if key in properties}


def validator(codes: Mapping[str, Sequence[str]]) -> Validator:
    """The validator for one set of vocabularies; made once, because building it takes longer than a file."""
    return _validator(tuple((name, tuple(listed)) for name, listed in codes.items()))


@lru_cache(maxsize=4)
def _validator(codes: tuple[tuple[str, tuple[str, ...]], ...]) -> Validator:
    return Validator(dict(codes))


class Validator:
    """Checks the data of files against the models, for one set of vocabularies."""

    def __init__(self, codes: Mapping[str, Sequence[str]]) -> None:
        """Take the codes of each vocabulary; what checks a form is built when it is first asked for."""
        self._codes = codes
        self._built: dict[str, Any] = {}
        self._described: dict[str, Any] = {}
        self._compiled: dict[str, Any] = {}

    def described(self, form: str) -> Any:
        """Pydantic's description of a form; it can be kept and given to `adopt` in another process."""
        if form not in self._described:
            self._described[form] = self.adapter(form).core_schema
        return self._described[form]

    def adopt(self, form: str, described: Any) -> None:
        """Take a description that was made for the same vocabularies, so that pydantic itself need not be imported."""
        self._described[form] = described

    def _checker(self, form: str) -> Any:
        """What checks a form."""
        if form not in self._compiled:
            self._compiled[form] = _compiled_part().SchemaValidator(self.described(form))
        return self._compiled[form]

    def sound(self, form: str, data: Any) -> Any:
        """Read plain data as a record of a form named in `FORMS`; None if anything is wrong with it."""
        try:
            return self._checker(form).validate_python(data)
        except ValueError:  # of which pydantic's error is one
            return None

    def check(self, form: str, data: Any) -> Checked:
        """Read plain data as a record of a form named in `FORMS`, or tell what is wrong with it."""
        from pydantic_core import ValidationError

        try:
            return Checked(self._checker(form).validate_python(data))
        except ValidationError as error:
            from dprk_industry.curate.models.faults import explain, once, the_rest

            details = error.errors(include_url=False, include_context=True)
            faults = once(explain(detail, FORMS[form], self._codes) for detail in details[:MOST])
            left = len(details) - MOST
            return Checked(faults=(*faults, the_rest(left)) if left > 0 else faults)

    def gathered(self, form: str, data: Any, faults: tuple[Fault, ...], places: Places) -> Gathered:
        """The faults of data, one for each run of keys that are indented wrongly."""
        from dprk_industry.curate.models.misplaced import gathered

        return gathered(faults, FORMS[form], data, places)

    def adapter(self, form: str) -> Any:
        """Pydantic's adapter for a form."""
        from pydantic import TypeAdapter

        if form not in self._built:
            with known_codes(self._codes):
                self._built[form] = TypeAdapter(FORMS[form])
        return self._built[form]

    def json_schema(self, form: str) -> dict[str, Any]:
        """JSON Schema of a form (draft 2020-12), with the models' sentences as descriptions."""
        from pydantic.json_schema import GenerateJsonSchema

        class Generator(GenerateJsonSchema):
            """Says of the keys of a mapping what the models say of them."""

            def dict_schema(self, schema: Any) -> dict[str, Any]:
                made: dict[str, Any] = super().dict_schema(schema)
                return {**made, "propertyNames": self.generate_inner(schema["keys_schema"])}

        adapter = self.adapter(form)
        with known_codes(self._codes):
            schema: dict[str, Any] = adapter.json_schema(schema_generator=Generator)
        for name, described in schema.get("$defs", {}).items():
            _describe(described, name)
        _describe(schema, str(schema.get("title")))
        return schema
