"""What stands among the notes and belongs to none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from surefoot.inspectors.tree.names import Element, is_block, is_heading
from surefoot.inspectors.tree.shown import Event, shown
from surefoot.inspectors.tree.survey import Page
from surefoot.text import spaced


def beside(section: Element, page: Page, notes: Collection[Element]) -> Iterator[str]:
    """Yield the spaced text of each block in a ``section`` that lies in none of the ``notes``.

    A heading says what the section is, and so does whatever else its name is
    taken from (WAI-ARIA, ``aria-labelledby``).
    """
    labels = section.get("aria-labelledby", "").split()
    skipped: Element | None = None
    block: list[str] = []
    for event, element, text in shown(section, page.sight):
        if skipped is not None:
            skipped = None if event is Event.LEAVE and element is skipped else skipped
        elif event is Event.ENTER and (
            element in notes or is_heading(element) or element.get("id") in labels
        ):
            skipped = element
        elif event in {Event.WORDS, Event.ADDRESS}:
            block.append(text)
        elif event in {Event.ENTER, Event.LEAVE} and is_block(element):
            yield from filter(None, [spaced("".join(block))])
            block = []
