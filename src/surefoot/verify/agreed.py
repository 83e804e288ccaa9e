"""Where the letters of one text are found in another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from surefoot.verify.anchors import Agreement


class Agreed:
    """What two texts agree on."""

    def __init__(self, agreements: Sequence[Agreement]) -> None:
        self._agreements = sorted(agreements, key=lambda each: (each.start, each.size))

    def found(self, start: int, end: int) -> int | None:
        """Return where a stretch begins in the other text; None if it does not stand there whole."""
        at = bisect_right(self._agreements, start, key=lambda each: each.start)
        for each in self._agreements[:at][-1:]:
            if end <= each.start + each.size:
                return start - each.start + each.other
        return None
