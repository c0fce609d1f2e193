"""The delta between two builds: every change of shape and of rows, with its reason, and the least version step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.release import versions
from dprk_industry.curate.release.difference import edits
from dprk_industry.curate.release.reasons import Change, explained
from dprk_industry.curate.release.versions import Step, Turn
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from dprk_industry.curate.release.builds import Build


@frozen()
class Delta:
    """All that changed between two builds."""

    old: str
    """Version of the old build."""
    new: str
    """Version of the new build."""
    step: Step
    """Least step that the changes ask for."""
    turns: tuple[Turn, ...]
    """Changes of the shape: tables, columns, codes."""
    changes: tuple[Change, ...]
    """Changes of rows, table by table."""

    @property
    def unexplained(self) -> list[Change]:
        """Changes without a reason; those computed from others only where no other is left."""
        silent = [change for change in self.changes if not change.reasons]
        return [change for change in silent if not change.derived] or silent

    @property
    def least(self) -> str:
        """Lowest version that the new build may have."""
        return versions.least(self.old, self.step)

    @property
    def too_small(self) -> bool:
        """Whether the version of the new build does not rise as far as the changes ask."""
        taken = versions.taken(self.old, self.new)
        return taken is None or taken < self.step


def compare(old: Build, new: Build) -> Delta:
    """The delta from one build to another."""
    changes = tuple(explained(old, new, edits(old, new)))
    return Delta(old.version, new.version, versions.step(old, new), versions.turns(old, new), changes)
