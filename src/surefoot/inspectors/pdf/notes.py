"""Read one note of a tagged PDF: its label, its words, its addresses, its ways back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors.follow import FoundNote
from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.scripts import level
from surefoot.inspectors.pdf.speech import Heard, Pressed, heard, is_seen, spoken, words
from surefoot.inspectors.pdf.structure import Element
from surefoot.text import absolute, address, fold, printed_address, spaced, without_address

_SIGNS = {"Sk", "Sm", "So"}
"""Unicode categories of arrows and their like."""


def mark(text: str) -> str:
    """Return a number as it is compared: however it is set, without brackets and the stop behind it."""
    return level(fold(text)).strip("[](){}.")


@dataclass(slots=True)
class Note:
    """A Note element. Its label is known before its calls are, its ways back only after."""

    element: Element
    label: str
    _label: list[Pressed] = field(default_factory=list)
    body: list[str | Pressed] = field(default_factory=list)
    """All but the label."""

    @classmethod
    def heard(cls, element: Element, pages: Pages) -> Note:
        """Return the note of a Note ``element``. Its label is the Lbl at its head."""
        note = cls(element, "")
        note._hear(heard(element, pages), pages)
        return note

    def _hear(self, sounds: Iterator[Heard], pages: Pages) -> None:
        for each in sounds:
            if isinstance(each, Pressed):
                self.body.append(each)
            elif not isinstance(each, Element):
                self.body.append(spoken(each, pages))
            elif each.tag == "Lbl":
                if self.label or self._has_begun():
                    self._hear(heard(each, pages), pages)
                else:
                    self.label = mark(words(each, pages))
                    self._label = [inner for inner in heard(each, pages) if isinstance(inner, Pressed)]

    def _has_begun(self) -> bool:
        return any(isinstance(each, Pressed) or each.strip() for each in self.body)

    def aims(self, pages: Pages, links: Links) -> Iterator[Link]:
        """Yield the links of the note, among which are its ways back."""
        for each in (*self._label, *self.body):
            if isinstance(each, Pressed):
                yield from live(each.element, pages, links)

    def read(self, pages: Pages, links: Links, calls: Ends) -> FoundNote:
        """Return what the note says, now that it is known where the calls are."""
        back = {calls.reached(live(each.element, pages, links)) for each in self._label}
        pieces: list[str] = []
        addresses: list[tuple[str, str]] = []
        for each in self.body:
            if isinstance(each, str):
                pieces.append(each)
                continue
            ends, text = live(each.element, pages, links), words(each.element, pages)
            call = calls.reached(ends)
            back.add(call)
            addresses += outward(text, ends)
            if call is None and not is_sign(text, ends, links):
                pieces.append(unaddressed(text, ends))
        return FoundNote(
            self.label,
            spaced("".join(pieces)),
            tuple(target for target, _ in addresses),
            frozenset(rank for rank in back if rank is not None),
            shown=tuple(printed for _, printed in addresses),
            seen=is_seen(self.element, pages),
        )


def outward(text: str, ends: list[Link]) -> list[tuple[str, str]]:
    """Return the addresses of one Link element, each once, in however many lines it is set.

    Beside each stands the address that the link's ``text`` prints.
    """
    targets = dict.fromkeys(link.address for link in ends if absolute(link.address))
    return list({address(target): printed_address(text, target) for target in targets}.items())


def unaddressed(text: str, ends: list[Link]) -> str:
    """Return the words that a link adds, less its own address."""
    for link in ends:
        if link.address:
            return without_address(text, link.address)
    return text


def is_sign(text: str, ends: Sequence[Link], links: Links) -> bool:
    """Whether a link's text is a way back's arrow, with a number perhaps, even if it leads nowhere.

    One that leads out of the file is none, and on paper there are no ways.
    """
    if links.on_paper or any(link.address for link in ends):
        return False
    shown = fold(text)
    return any(unicodedata.category(char) in _SIGNS for char in shown) and not any(map(str.isalpha, shown))
