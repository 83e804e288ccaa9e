"""What a source promises of its prose: the words around the notes, and what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surefoot.levels import unbroken
from surefoot.model import Json
from surefoot.promise import Prose, Shape, Span
from surefoot.raised import spelled
from surefoot.source.opened import Open, number, shape
from surefoot.source.prose import words
from surefoot.source.telling import tell
from surefoot.text import LINE_END, absolute, address, printed_address, spaced, told, without_address

_HEADINGS = {"h1": 2} | {f"h{level}": level for level in range(2, 7)}
"""Levels by name. The title alone is on level 1."""
# HTML, living standard: what is set as a block or as a part of one, and so parts the words around it.
_BLOCKS = frozenset(
    (
        "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre "
        "search section summary table tbody td tfoot th thead tr ul"
    ).split()
)
_COLLECTED = {"li": "items", "blockquote": "quotations", "td": "cells", "th": "cells"}
_NOTHING: Mapping[str, str] = {}
_VOID = frozenset("area base br col embed frame hr img input keygen link meta source track wbr".split())
_HELD = frozenset({"a", "sup", "sub"})
_UNSAFE = ("javascript:", "vbscript:", "data:")


def promise(title: Json, front: Sequence[str], blocks: Json, available: Callable[[str], bool]) -> Prose:
    """Return what the prose of a document promises.

    Args:
        title: pandoc inlines.
        front: what is to stand beside the title.
        blocks: pandoc blocks, each call a Span of class ``noteref``.
        available: whether a picture can be had; in place of others stand their words.
    """
    listener = _Listener(available)
    tell(blocks, listener)
    listener.flush()
    heading = spaced(words(title))
    return Prose(
        title=heading,
        front=tuple(filter(None, map(spaced, front))),
        blocks=tuple(listener.blocks),
        headings=(f"1 {heading}", *listener.headings()),
        links=tuple(map(told, listener.shown, listener.links)),
        linked=tuple(listener.places),
        images=tuple(listener.images),
        cells=listener.said("cells"),
        shapes=tuple(listener.shapes),
        items=listener.said("items"),
        numbers=listener.all_numbers(),
        counted=tuple(listener.counted) if listener.all_numbers() is not None else None,
        quotations=listener.said("quotations"),
        labels=frozenset(listener.labels),
        echoes=frozenset(listener.echoes),
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What a note or an entry says, as a promise counts it."""

    text: str
    links: tuple[str, ...]
    shown: tuple[str, ...]
    """For each link the address that it prints; empty where it prints words."""


def said(blocks: Json, available: Callable[[str], bool]) -> Said:
    """Return what the ``blocks`` of a note or an entry say; the rules are those of the prose."""
    listener = _Listener(available)
    tell(blocks, listener)
    listener.flush()
    return Said(" ".join(listener.blocks), tuple(listener.links), tuple(listener.shown))


@dataclass(slots=True)
class _Listener:
    """Keeps what a promise of prose counts."""

    available: Callable[[str], bool]
    blocks: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    """For each of ``links`` the address that it prints."""
    places: list[Span] = field(default_factory=list)
    """For each of ``links`` the blocks that it stands in, as far as they have ended."""
    _placed: int = 0
    """How many of them stand before the innermost block."""
    images: list[str] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    numbers: list[str | None] = field(default_factory=list)
    """For each item; None where it stands in no list, or in one that counts down to where it ends."""
    labels: set[int] = field(default_factory=set)
    echoes: set[int] = field(default_factory=set)
    counted: list[str] = field(default_factory=list)
    """For each of ``blocks`` the numbers of the items that begin with it."""
    _beginning: list[str] = field(default_factory=list)
    """The numbers of those items that have begun, and no words in them."""
    _open: list[Open] = field(default_factory=list)
    _block: list[str] = field(default_factory=list)
    _kept: dict[str, list[Open]] = field(default_factory=dict)

    def said(self, kind: str) -> tuple[str, ...]:
        """Return the whole texts of the elements of one kind, in the order of their beginnings."""
        return tuple(spaced("".join(each.pieces)) for each in self._kept.get(kind, ()))

    def headings(self) -> Iterator[str]:
        """Yield the headings with their levels; those of raw HTML go down one by one too."""
        levels = unbroken(_HEADINGS[each.name] for each in self._kept.get("headings", ()))
        return (f"{level} {text}" for level, text in zip(levels, self.said("headings"), strict=True))

    def all_numbers(self) -> tuple[str, ...] | None:
        """Return the numbers of all items, if they are known."""
        known = [number for number in self.numbers if number is not None]
        return tuple(known) if len(known) == len(self.numbers) else None

    def start(self, name: str, given: Mapping[str, str] = _NOTHING) -> None:
        """An element begins."""
        self._part(name)
        if name in _VOID:
            return
        if _COLLECTED.get(name) == "cells":
            self.shapes.append(shape(name, given, self._open))
        if name == "li":
            self.numbers.append(number(given, self._open))
            self._beginning += filter(None, self.numbers[-1:])
        element = Open(name, given)
        self._open.append(element)
        kind = "headings" if name in _HEADINGS else _COLLECTED.get(name)
        if kind:
            self._kept.setdefault(kind, []).append(element)

    def end(self, name: str) -> None:
        """An element ends, and with it what was left open in it. A stray end tag is none."""
        if all(each.name != name for each in self._open):
            return
        self._part(name)
        while self._open:
            element = self._open.pop()
            if element.name == "a":
                self._link(element)
            elif element.name in _HELD:
                self.say(spelled("".join(element.pieces), element.name))
            elif element.name == "li":
                self._beginning.clear()
            if element.name == name:
                return

    @property
    def linked(self) -> bool:
        """Whether a link is open."""
        return any(each.name == "a" for each in self._open)

    def say(self, text: str) -> None:
        """Words: of the innermost element whose words decide what it says; else of all that is open."""
        for element in reversed(self._open):
            if element.name in _HELD:
                element.pieces.append(text)
                return
        self._block.append(text)
        for element in self._open:
            element.pieces.append(text)

    def show(self, alternative: str, source: str) -> bool:
        """A picture; return whether it can be had."""
        if not self.available(source):
            return False
        self.say(LINE_END + alternative + LINE_END)
        self.images.append(spaced(alternative))
        return True

    def flush(self) -> None:
        """End the innermost block."""
        text = spaced("".join(self._block))
        self._block.clear()
        if text:
            here = len(self.blocks), len(self.blocks) + 1
            self.places[self._placed :] = [here] * (len(self.places) - self._placed)
            around = {each.name for each in self._open}
            if "thead" in around:
                self.labels.add(len(self.blocks))
            if "figcaption" in around and [text] == self.images[-1:] == self.blocks[-1:]:
                self.echoes.add(len(self.blocks))
            self.blocks.append(text)
            self.counted.append(" ".join(self._beginning))
            self._beginning.clear()
        self._placed = len(self.places)

    def _part(self, name: str) -> None:
        if name in _BLOCKS:
            if name != "br":
                self.flush()
            for element in self._open:
                element.pieces.append(" ")
            self._block.append(" ")

    def _link(self, link: Open) -> None:
        said = "".join(link.pieces)
        # A link in a link is none (HTML, 4.5.1).
        target = link.given.get("href", "")
        if not self.linked and absolute(target) and not target.strip().lower().startswith(_UNSAFE):
            self.links.append(address(target))
            self.places.append((len(self.blocks), len(self.blocks)))
            # A link that shows nothing is made to show its address.
            self.shown.append(printed_address(said.strip() or target, target))
            said = without_address(said, target)
        self.say(said)
