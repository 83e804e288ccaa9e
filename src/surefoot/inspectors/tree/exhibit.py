"""Show call and note of a citation as the pages have them: their blocks, in the pages' own dress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from surefoot.exhibit import Exhibition, Part, Passage
from surefoot.inspectors.tree.dress import Vocabulary, dressed
from surefoot.inspectors.tree.names import Element, is_block, name
from surefoot.inspectors.tree.note import native_numbers
from surefoot.inspectors.tree.survey import Page
from surefoot.inspectors.tree.testimony import Spot, located
from surefoot.inspectors.tree.tidy import Copy

_CELLS = {"td", "th"}
_BOXES = {"html", "body", "table", "thead", "tbody", "tfoot"}
"""What has a box of its own even around a piece: the ground, and what rows cannot be without."""
_BEFORE, _BEHIND = 360, 120
"""Characters of a long block that are shown before and behind its call."""
_NOTE = 2400
"""Characters of a note that are shown."""


def exhibition(pages: Sequence[Page], ranks: Iterable[int]) -> Exhibition:
    """Return the passages of some of the citations in ``pages``, dressed in the sheets of theirs."""
    every = list(located(pages))
    found = [every[rank] for rank in ranks]
    paths = {spot.page.path for spots in found for spot in spots if spot is not None}
    sheets = dict.fromkeys(sheet for page in pages if page.path in paths for sheet in page.sheets)
    shown = [list(_pieces(*spots)) for spots in found]
    style = dressed(sheets, _vocabulary(piece for pieces in shown for piece, _ in pieces))
    return Exhibition(tuple(tuple(passage for _, passage in pieces) for pieces in shown), style)


def _pieces(call: Spot, note: Spot | None) -> Iterator[tuple[Element, Passage]]:
    block = _block(call.element)
    start = max(0, _before(block, call.element) - _BEFORE)
    copy = Copy({call.element: "exhibit-call"}, start, start + _BEFORE + _BEHIND)
    piece = _piece(block, copy)
    yield piece, Passage((Part.CALL,), call.page.path, _markup(piece))
    if note is not None:
        copy = Copy({note.element: "exhibit-note"}, 0, _NOTE)
        piece = _piece(note.element, copy)
        yield piece, Passage((Part.NOTE,), note.page.path, _markup(piece), copy.cut)


def _block(call: Element) -> Element:
    """Return the block that the call stands in; of a table the whole row."""
    around = [call, *call.iterancestors()]
    return next((each for each in around if is_block(each) and name(each) not in _CELLS), around[-1])


def _piece(element: Element, copy: Copy) -> Element:
    """Return a copy of an element, in copies of all that is around it."""
    piece = copy.whole(element)
    piece.set("class", f"{piece.get('class', '')} exhibit-piece".strip())
    if number := native_numbers([element]).get(element):
        piece.set("value", number)
    for around in element.iterancestors():
        shell = copy.shell(around)
        if name(around) not in _BOXES:
            shell.set("class", f"{shell.get('class', '')} exhibit-shell".strip())
        shell.append(piece)
        piece = shell
    return piece


def _markup(piece: Element) -> str:
    return etree.tostring(piece, method="html", encoding="unicode")


def _before(block: Element, call: Element) -> int:
    """Return how many characters of the block's text stand before the call."""
    count = 0
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if element is call:
            break
        text = element.text if event == "start" else element.tail
        count += len(text or "")
    return count


def _vocabulary(pieces: Iterable[Element]) -> Vocabulary:
    elements = [each for piece in pieces for each in piece.iter("*")]
    return Vocabulary(
        frozenset(each.get("data-as") or name(each) for each in elements),
        frozenset(kind for each in elements for kind in each.get("class", "").split()),
        frozenset(each.get("data-id", "") for each in elements),
    )
