"""Where links and pictures stand among the blocks of a text."""

from __future__ import annotations

from surefoot.promise import Span


class Standing:
    """The places of some things, which are met one by one while blocks end around them."""

    def __init__(self) -> None:
        self.places: list[Span] = []
        self._open = 0

    def meet(self, blocks: int) -> None:
        """Meet one of them behind so many ``blocks``: between two, unless words follow in its own."""
        self.places.append((blocks, blocks))

    def end(self, blocks: int, *, words: bool) -> None:
        """End the block behind so many others that has ``words`` or none."""
        if words:
            self.places[self._open :] = [(blocks, blocks + 1)] * (len(self.places) - self._open)
        self._open = len(self.places)
