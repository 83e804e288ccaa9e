"""What an inspector shows of a citation, as a reader sees it: pictures, markup or lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Part(StrEnum):
    """What of a citation is shown."""

    CALL = "call"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Outline:
    """A rectangle in a picture around what is shown; in pixels from its top left corner."""

    part: Part
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A piece of a page."""

    parts: tuple[Part, ...]
    place: str
    """Where in the file: ``page 3``."""
    png: bytes
    width: int
    height: int
    outlines: tuple[Outline, ...]
    cut: bool = False
    """There is more than is shown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of markup, for the style of its :class:`Exhibition`."""

    parts: tuple[Part, ...]
    place: str
    """Where in the file; empty where it is one document."""
    markup: str
    """HTML that does nothing and asks for nothing: no ids, addresses, scripts, headings or landmarks.

    The innermost block that is whole has the class ``exhibit-piece``; call and note
    have ``exhibit-call`` and ``exhibit-note``; what stands for a picture has
    ``exhibit-picture``; and what is there for the sake of selectors and of
    inheritance only, without a box of its own, ``exhibit-shell``. An element that
    had another name has that as ``data-as``: ``html`` and ``body`` are around all.
    """
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, and what it belongs to."""

    text: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Some whole lines of a text."""

    parts: tuple[Part, ...]
    place: str
    """Which lines: ``lines 12 to 16``."""
    runs: tuple[Run, ...]
    cut: bool = False


View: TypeAlias = Picture | Passage | Lines


@dataclass(frozen=True, slots=True)
class Exhibition:
    """What a file shows of some of its citations."""

    exhibits: tuple[tuple[View, ...], ...]
    """For each citation that was asked for: one view of call and note together, or one of each."""
    style: str = ""
    """How the passages are dressed: rules to be nested in the rule of an element around them."""
