"""Whether a note begins where its call stands: on that page, or on the next.

That is asked of footnotes. Notes may as well be gathered at the end of a
section or of the file, and only since ISO 32000-2 may a note say which it is. So
of a file that does not say it, it is asked only where its notes stand among its
calls (see :func:`asked`), and there not of a note that stands where it is read: on
the page on which that ends what is right before it in the structure tree, or on
the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.structure import Content, Element

_FOOTNOTE = "Footnote"
_AT_ONCE = frozenset({0, 1})
"""How many pages on a note may begin."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a note begins and from where it is asked; pages by number."""

    page: int | None
    """None where nothing of it is to be seen."""
    call: int | None
    """Of its first call; None where it has none."""
    calls: frozenset[int]
    kind: str = ""
    """What it says it is (ISO 32000-2, 14.8.5.5): ``Footnote``, ``Endnote``; empty where it does not."""


def asked(notes: Sequence[Standing]) -> bool:
    """Whether the notes of a file are footnotes.

    Some say so; or at least half of those that are called begin on the page of
    a call of theirs, and some begin on a page before that of the last call, unless
    the calls stand on two pages at most.
    """
    if any(note.kind == _FOOTNOTE for note in notes):
        return True
    called = [note for note in notes if note.page is not None and note.calls and not note.kind]
    calls = {page for note in called for page in note.calls}
    at_call = sum(note.page in note.calls for note in called)
    if not called or 2 * at_call < len(called):
        return False
    return max(calls) - min(calls) <= 1 or any(
        note.page is not None and note.page < max(calls) for note in called
    )


def afar(
    root: Element, elements: Mapping[Element, int], notes: Sequence[Standing], pages: Pages
) -> dict[int, int]:
    """Return those ``notes`` that begin neither near their call nor where they are read, each with its page.

    Args:
        root: of the structure tree.
        elements: the Note elements, with their ranks.
        notes: by rank.
        pages: what the pages show.
    """
    found: dict[int, int] = {}
    met: set[int] = set()
    last: int | None = None
    for rank, page in _read(root, elements, None, pages):
        if rank is not None and rank not in met:
            met.add(rank)
            read = last is None or page - last in _AT_ONCE
            if not _is_near(notes[rank], page, read=read):
                found[rank] = page
        if rank not in found:
            last = page
    return found


def _is_near(note: Standing, page: int, *, read: bool) -> bool:
    """Whether a note that begins on a ``page`` is near its call, or where it is ``read``."""
    if note.call is None or page - note.call in _AT_ONCE:
        return True
    return note.kind != _FOOTNOTE if note.kind else read


def _read(
    element: Element, elements: Mapping[Element, int], within: int | None, pages: Pages
) -> Iterator[tuple[int | None, int]]:
    """Yield the page of all content that can be seen, in reading order, and the note that it is in."""
    within = elements.get(element, within)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _read(kid, elements, within, pages)
        elif isinstance(kid, Content) and kid in pages and pages[kid].seen and pages[kid].box:
            yield within, kid.page
