"""The numbers of list items, where they are printed like words before them."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.promise import Prose
from surefoot.verify.agreed import Agreed
from surefoot.verify.letters import shortened, shown
from surefoot.verify.stretch import Text

_LONGEST = 80
"""Characters of a block by which it is known."""


def miscounted(
    promised: Prose, found: Prose, texts: tuple[Text, Text], agreed: Agreed
) -> Iterator[tuple[int, str, str]]:
    """Yield the rank of each block before which another number is found, with both as they are written.

    A block before which none is found may have it elsewhere.
    """
    one, other = texts
    printed = dict(zip(other.starts, found.counted or (), strict=False))
    for rank, number in enumerate(promised.counted or ()):
        at = agreed.found(one.starts[rank], one.starts[rank] + 1)
        instead = "" if at is None else printed.get(at, "")
        if instead and instead != number:
            block = promised.blocks[rank]
            yield rank, _written(number, block), _written(instead, block)


def _written(number: str, block: str) -> str:
    known = shortened(shown(block), _LONGEST)
    return f"{number}. {known}" if number else known
