"""Files that lie where files of another kind are read: that is told, in place of each of their keys."""

from __future__ import annotations

import re
from typing import Any

from dprk_industry.curate.models.hints import keys
from dprk_industry.curate.models.validate import FORMS

HOMES = {
    "article": ("an article", "articles", "dataset/annotations/<outlet>/<id>.yaml"),
    "facility": ("a facility", "facilities", "dataset/facilities/<id>.yaml"),
    "vocabulary": ("a vocabulary", "vocabularies", "dataset/vocabularies/<name>.yaml"),
}
"""What a file of each form is, what several are, and where one lies."""
_FEWEST = 3
"""How many keys that only another form has tell that a file is of that form."""
_PLAIN = re.compile("[a-z0-9-]{1,80}")


def astray(form: str, data: Any) -> str:
    """What the file is that holds this faulty data, and where its place is; empty if it may be of the form given."""
    if form not in HOMES or not isinstance(data, dict):
        return ""
    here = keys(FORMS[form]).keys()
    for other, (what, _, home) in HOMES.items():
        there = keys(FORMS[other]).keys()
        if len(data.keys() & there - here) >= _FEWEST + 2 * len(data.keys() & here - there):
            place = re.sub("<(.+?)>", lambda part: _plain(data.get(part[1])) or part[0], home)
            return f"this is {what}, and {HOMES[form][1]} are read here; move the file to {place}"
    return ""


def _plain(name: Any) -> str:
    """A name as it may stand in a path; empty if it is none."""
    return name if isinstance(name, str) and _PLAIN.fullmatch(name) else ""
