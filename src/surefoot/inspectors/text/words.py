"""What a block of text says: its words, the addresses and the pictures in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from surefoot.inspectors.text.layout import Block
from surefoot.text import LINE_END, address

# Behind the scheme's colon there is no second one: <std::string> is no address. The white space
# before it may have been the author's, or have come with it.
_IN_BRACKETS = re.compile(r"(\s*)<([a-z][a-z0-9+.-]*:(?!:)[^<>\s]+)>", re.IGNORECASE)
# What a sentence or a mark behind it may add is no part of an address.
_BARE = re.compile(
    r"(\s*)(?<![\w\u2060+.-])([a-z][a-z0-9+.-]*://[^<>\s\[\]{}\"“”]*[^<>\s\[\]{}\"“”.,;:!?'’)])",
    re.IGNORECASE,
)
# Either the beginning of a picture, one or two words and a colon, or any other bracket.
_BRACKET = re.compile(r"\[(?:\w{1,30}(?:\s\w{1,30})?\s?[:\uff1a](?=[\s\]])\s*)?|\]")

_Span: TypeAlias = tuple[int, int]


Manner: TypeAlias = re.Pattern[str]
"""How a file prints addresses: its groups are the white space before one, and the address."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a block, white space as it stands, and what else is in it."""

    words: str
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    """What stands for each picture, marks included."""
    numbers: str = ""
    """Those of the list items that begin with it."""

    @property
    def unillustrated(self) -> str:
        """The words without those that stand for pictures."""
        words = self.words
        for image in self.images:
            words = words.replace(image, "", 1)
        return words


def manner(lines: Sequence[str]) -> Manner:
    """Return how a file prints addresses: in angle brackets, or bare where it has none of these."""
    return _IN_BRACKETS if any(map(_IN_BRACKETS.search, lines)) else _BARE


def said(block: Block, manner: Manner) -> Said:
    """Return what ``block`` says: pictures as their alternative texts, and no addresses of links."""
    if block.code:
        return Said(block.text)
    links = tuple(address(found[2]) for found in manner.finditer(block.text))
    text = manner.sub(lambda found: LINE_END if found[1] else "", block.text)
    pictures = list(_pictures(text))
    cuts = sorted(bracket for pair in pictures for bracket in pair)
    images = tuple(_without(text, opened[1], closed[0], cuts) for opened, closed in sorted(pictures))
    return Said(_without(text, 0, len(text), cuts), links, images, block.numbers)


def without_addresses(text: str) -> str:
    """Return ``text`` without the addresses in it that have no brackets."""
    return _BARE.sub("", text)


def _pictures(text: str) -> Iterator[tuple[_Span, _Span]]:
    """Yield where the brackets of each picture stand."""
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] != "]":
            opened.append(bracket)
        elif opened and len((begun := opened.pop())[0]) > 1:
            yield begun.span(), bracket.span()


def _without(text: str, start: int, end: int, cuts: Sequence[_Span]) -> str:
    """Return ``text`` from ``start`` to ``end``, less the sorted ``cuts`` in it."""
    kept: list[str] = []
    for cut_start, cut_end in cuts:
        if start <= cut_start and cut_end <= end:
            kept.append(text[start:cut_start])
            start = cut_end
    return "".join([*kept, text[start:end]])
