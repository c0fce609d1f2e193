"""Plain data to typed records, by pydantic; every fault of a file at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.models import records, registry
from dprk_industry.curate.models.faults import Fault, explain, once
from dprk_industry.curate.models.scalars import PlaceId, RegistryId, Text, known_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    "vocabulary": registry.Vocabulary,
}
"""What each kind of file holds."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A typed record, or the faults that kept the data from being one."""

    record: Any = None
    faults: tuple[Fault, ...] = ()


class Validator:
    """Checks the data of files against the models, for one set of vocabularies."""

    def __init__(self, codes: Mapping[str, Sequence[str]]) -> None:
        """Take the codes of each vocabulary; validators are built when first asked for."""
        self._codes = codes
        self._built: dict[str, Any] = {}

    def check(self, form: str, data: Any) -> Checked:
        """Read plain data as a record of a form named in `FORMS`."""
        from pydantic import ValidationError

        try:
            return Checked(self.adapter(form).validate_python(data))
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=True)
            return Checked(faults=once(explain(detail, FORMS[form], self._codes) for detail in details))

    def adapter(self, form: str) -> Any:
        """Pydantic's adapter for a form."""
        from pydantic import TypeAdapter

        if form not in self._built:
            with known_codes(self._codes):
                self._built[form] = TypeAdapter(FORMS[form])
        return self._built[form]

    def json_schema(self, form: str) -> dict[str, Any]:
        """JSON Schema of a form (draft 2020-12), with the models' sentences as descriptions."""
        adapter = self.adapter(form)
        with known_codes(self._codes):
            schema: dict[str, Any] = adapter.json_schema()
        return schema
