"""What stands in one block with the first or the last words of the body, and is none of them."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.verify.extent import Extent
from surefoot.verify.letters import letters
from surefoot.verify.stretch import Text
from surefoot.verify.words import Change


def put_in(promised: Text, title: str, extent: Extent) -> Iterator[Change]:
    """Yield the words that a block begins with before the body does, and those that one ends with behind it.

    A block of its own before or behind the body was never promised, and is no
    fault; what was put into the first or the last one is. A title may begin the
    first block, as where a file has only lines.
    """
    found = extent.found
    if not extent.certain:
        return
    first, last = found.block_at(extent.begins), found.block_at(extent.ends - 1)
    before = found.letters[found.starts[first] : extent.begins].removeprefix(letters(title))
    behind = found.letters[extent.ends : found.starts[last + 1]]
    if extent.from_first and before:
        yield Change(0, 0, extent.begins - len(before), extent.begins, "", before)
    if extent.to_last and behind:
        size = len(promised.letters)
        yield Change(size, size, extent.ends, found.starts[last + 1], "", behind)
