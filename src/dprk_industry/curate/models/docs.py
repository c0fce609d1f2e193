"""The sentences under the fields of the models, so that each is written once and used everywhere."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import Any


@cache
def field_docs(model: Any) -> dict[str, str]:
    """Docstring of every field of a model, inherited ones included, by attribute name."""
    docs: dict[str, str] = {}
    for base in reversed(model.__mro__[:-1]):
        body = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        statements = body.body if isinstance(body, ast.ClassDef) else []
        for field, text in pairwise(statements):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
                docs[field.target.id] = inspect.cleandoc(ast.literal_eval(text.value))
    return docs
