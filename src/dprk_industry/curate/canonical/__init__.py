"""The canonical form of a file that people write: text to text, and plain data to text; pure.

One record has one text: keys stand in the order of the models, records in blocks, short lists and small mappings in one
line, texts without quotes where every reader of YAML understands them. What a file says is never changed, and a file
that the reader finds fault with has no canonical form, unless it is for nothing but how the text was saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dprk_industry.curate import yamlfile
from dprk_industry.curate.canonical.layout import document
from dprk_industry.curate.canonical.style import ordered, style
from dprk_industry.curate.models.validate import FORMS
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from dprk_industry.curate.yamlfile import Fault

__all__ = ["Canonical", "canonical", "write"]


@frozen()
class Canonical:
    """The canonical text of a file, or the faults for which it has none."""

    text: str | None = None
    faults: tuple[Fault, ...] = ()


def canonical(raw: bytes, file: str, form: str) -> Canonical:
    """The canonical form of a file's bytes.

    Args:
        raw: the bytes as they are.
        file: path of the file from the dataset's root; it tells the way to the schemas.
        form: what the file holds, a name in `FORMS`.

    """
    read = yamlfile.parse(raw)
    faults = (*read.faults, *read.comments)
    if not faults:
        return Canonical(write(read.data, file, form))
    saved = yamlfile.well_saved(raw)
    made = canonical(saved, file, form) if saved != raw else None
    return made if made and made.text else Canonical(faults=faults)


def write(data: Any, file: str, form: str) -> str:
    """Plain data (dict, list and str) as the canonical text of a file, with the editor's modeline in front."""
    wanted = style(FORMS[form])
    modeline = f"# yaml-language-server: $schema={'../' * file.count('/')}schemas/{form}.schema.json"
    return "".join(f"{line}\n" for line in (modeline, *document(ordered(data, wanted), wanted)))
