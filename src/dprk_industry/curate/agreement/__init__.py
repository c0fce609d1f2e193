"""How far two coders agree who coded the same articles apart.

Records are matched (`matching`), their values read (`reading`, `variables`), and figures computed (`measures`, from
`alpha`, `distances` and `resample`); `compare` does it for all codings, `page` tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dprk_industry.curate.corpus import Apart

PAGE = "docs/agreement.md"
"""Where the page lies under the root."""


class DrawError(ValueError):
    """Raised where a listed draw is not what its seed gives."""


def render(apart: Apart) -> str:
    """Text of the page, from the codings made apart; needs scipy.

    Raises:
        DrawError: a listed draw cannot be repeated.

    """
    from dprk_industry.curate.agreement import page
    from dprk_industry.curate.agreement.compare import compare
    from dprk_industry.curate.agreement.draw import unrepeatable

    for fault in unrepeatable(apart.draws):
        raise DrawError(fault)
    return page.render(compare(apart))
