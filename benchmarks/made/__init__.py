"""Made-up articles: annotations as plain data, alike in size, nesting and mixture to those of the dataset.

What one article says of another, and of the plants, is kept consistent over the whole corpus, so that no rule finds a
fault: every accident happens on a day of its own, a plant's year is a good or a bad one whoever tells of it, and later
articles refer to earlier ones only.
"""

from made.stories import story
from made.world import Plant, World

__all__ = ["Plant", "World", "story"]
