"""The blocks that two texts share: as many as stand in the order of both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from surefoot.verify.anchors import anchors
from surefoot.verify.stretch import Text

BLOCKS = [f"Block {name} is known by its words, for no other has all of them." for name in "abcdefg"]


def shared(found: Sequence[str], promised: Sequence[str] = BLOCKS) -> list[tuple[int, int, int]]:
    """Where each block stands that is shared: in the one, in the other, and how long it is."""
    agreements = anchors(Text(promised), Text(found), frozenset())
    return [(each.start, each.other, each.size) for each in agreements]


def longest(ranks: Sequence[int]) -> int:
    """How many of ``ranks`` rise, at most."""
    return next(
        size
        for size in range(len(ranks), -1, -1)
        if any([*some] == sorted(some) for some in combinations(ranks, size))
    )


@given(st.permutations(range(len(BLOCKS))))
def test_of_blocks_in_another_order_as_many_are_shared_as_stand_in_the_order_of_both(
    ranks: list[int],
) -> None:
    found = shared([BLOCKS[rank] for rank in ranks])
    text, other = Text(BLOCKS), Text([BLOCKS[rank] for rank in ranks])
    assert len(found) == longest(ranks)
    assert found == sorted(found)
    assert all(
        text.letters[start : start + size] == other.letters[at : at + size] for start, at, size in found
    )


def test_of_two_blocks_one_of_which_stands_in_the_words_of_the_other_only_one_is_shared() -> None:
    inner = BLOCKS[0]
    outer = f"It is said that {inner} And so it is."
    assert len(shared([outer], [outer, inner])) == 1


def test_of_a_block_that_differs_in_its_midst_its_halves_are_shared() -> None:
    block = f"{BLOCKS[0]} {BLOCKS[1]}"
    differing = block.replace("of them. Block", "of those. Block")
    half = len(Text([block]).letters) // 2
    assert [start for start, _, _ in shared([differing], [block])] == [half]
    again = [BLOCKS[2], differing, BLOCKS[3]]
    assert [start for start, _, _ in shared(again, [BLOCKS[2], block, BLOCKS[3]])] == [
        0,
        len(Text([BLOCKS[2]]).letters) + half,
        len(Text([BLOCKS[2], block]).letters),
    ]
