"""The ways to break each rule, by what the rules are about."""

from __future__ import annotations

import importlib
import pkgutil

from mutations.mutator import Mutator

_MODULES = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]

MUTATORS: tuple[Mutator, ...] = tuple(
    sorted(
        {value for module in _MODULES for value in vars(module).values() if isinstance(value, Mutator)},
        key=lambda mutator: (mutator.code, mutator.name),
    )
)
"""Every mutator, by the code of the rule that it breaks."""
