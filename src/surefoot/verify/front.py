"""What stands before the body: the title, and what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from surefoot.promise import Prose
from surefoot.verify.extent import Extent
from surefoot.verify.letters import letters, shortened, shown
from surefoot.verify.telling import Words

_LONGEST = 160
"""Characters that are shown of what stands before the body."""


def untitled(promised: Prose, found: Prose, extent: Extent) -> tuple[Words, ...]:
    """Return that the title is lost, and what is found for it; nothing if it stands before the body."""
    whole = extent.found.letters
    title, body = letters(promised.title), "".join(map(letters, promised.blocks))
    if not title or title in (whole[: extent.begins] if extent.known else whole):
        return ()
    # A body of few words may be found in the title itself.
    _, there, rest = whole.partition(title)
    if there and body in rest:
        return ()
    instead = (text for text in found.headings if text.startswith("1 "))
    return (Words(title, letters(next(instead, "1 ")[2:])),)


def unsaid(promised: Prose, found: Prose, extent: Extent) -> Iterator[tuple[str, str]]:
    """Yield what is to stand beside the title and does not, with what stands there.

    Each text has letters of its own: an author's name in the title is no name of an author.
    """
    before = _before(found, extent)
    rest = _words(promised.title).sub(" \n ", before, count=1)
    for text in sorted(promised.front, key=len, reverse=True):
        if not _words(text).search(rest):
            yield text, shortened(before, _LONGEST)
        rest = _words(text).sub(" \n ", rest, count=1)


def _words(text: str) -> re.Pattern[str]:
    """Return what finds a text that is no part of longer words, whatever spaces stand in it."""
    spaced = r"\s*".join(map(re.escape, letters(text)))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _before(found: Prose, extent: Extent) -> str:
    """Return what is found before the body; all of it, where nothing tells where that begins."""
    ends = extent.begins if extent.certain else len(extent.found.letters)
    return " ".join(shown(" ".join([*found.front, extent.found.written(0, ends)])).split())
