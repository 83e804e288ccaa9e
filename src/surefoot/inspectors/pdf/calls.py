"""Which links of a tagged PDF are calls of notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.notes import Note, mark
from surefoot.inspectors.pdf.speech import Pressed, heard, spoken, words
from surefoot.inspectors.pdf.structure import Element


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words and links in reading order: the prose, or the body of a note."""

    sounds: Sequence[str | Pressed]
    note: int | None = None
    """The note's rank."""

    def links(self) -> Iterator[Pressed]:
        """Yield the links."""
        return (each for each in self.sounds if isinstance(each, Pressed))


def stretches(root: Element, notes: Sequence[Note], pages: Pages) -> list[Stretch]:
    """Return the prose below ``root`` and then each of the ``notes``."""
    return [
        Stretch(list(_prose(root, pages))),
        *(Stretch(note.body, rank) for rank, note in enumerate(notes)),
    ]


def _prose(element: Element, pages: Pages) -> Iterator[str | Pressed]:
    for each in heard(element, pages):
        if isinstance(each, Pressed):
            yield each
        elif not isinstance(each, Element):
            yield spoken(each, pages)
        else:
            yield from _prose(each, pages)


def called(
    found: Sequence[Stretch],
    notes: Sequence[Note],
    entries: Collection[Pressed],
    pages: Pages,
    links: Links,
) -> dict[Pressed, int | None]:
    """Return the calls in ``found``, and for each the rank of the note that it leads to.

    A call shows a mark and leads to a note. In the prose, a link that does only
    one of the two is a call if a Reference says so (ISO 32000-1, table 338), or
    a /Ref: then the other of the two is at fault. In a note it could as well be
    a way back. What shows nothing is none, nor is what leads to one of ``entries``.
    A /Ref that names another note than the link leads to makes it lead nowhere:
    it is what those follow who listen. On paper it is all that there is.
    """
    labels = {note.label for note in notes if note.label}
    pressed = [(each, stretch.note) for stretch in found for each in stretch.links() if each not in entries]
    marks = {each: mark(words(each.element, pages)) for each, _ in pressed}
    marked = {each for each, text in marks.items() if text in labels or text.isdecimal()}
    aims = (aim for each in marked for aim in live(each.element, pages, links))
    ends = Ends.among([[note.element] for note in notes], pages, links, aims, sideways=False)
    calls = {}
    for each, within in pressed:
        rank = ends.reached(live(each.element, pages, links))
        named = ends.named(each.refs)
        says = within is None and (each.reference is not None or bool(named))
        if marks[each] and sum((each in marked, rank not in {None, within}, says)) > 1:
            rank = next(iter(named), None) if links.on_paper else rank
            calls[each] = rank if not named or rank in named else None
    return calls
