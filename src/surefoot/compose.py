"""One element tree, rendered once, that every writer dresses in its own manner.

What a writer finds in a :class:`Composition`:

* ``body``: an element ``div`` with the flow content of the document, without
  its title block, headings from ``h2`` down, every heading with an ``id``. Each
  note reference is ``<a id="fnref-3-2" class="noteref" href="#fn-3">3</a>``,
  its text the bare number, without child elements, never inside another ``a``.
* ``notes``: for each note an element ``div`` that holds its content as block
  elements (``p`` and others), without number and without ways back; and the
  ids of its calls with the title of the section that each stands in.
* Elements bear plain HTML names, without namespaces. Mathematics is ``math``
  (MathML with an ``annotation`` of type ``application/x-tex``). ``img`` has an
  ``alt``, and a ``src`` that is the name of one of ``images``. Every ``a``
  that is left leads to an absolute address or to an ``id`` of the same tree.
  Scripts, styles, event handlers, frames and forms are gone.

The tree is shared: a writer changes :meth:`Composition.copy`, never the original.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from surefoot.model import Metadata


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the document: its bytes under a name of its own."""

    name: str
    """``image-1.png``: unique in the document."""
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry for a table of contents: plain text, calls left out."""

    id: str
    level: int
    """2 to 6, as in ``h2``."""
    text: str


@dataclass(frozen=True, slots=True)
class ComposedCall:
    """Where a way back leads."""

    id: str
    """Of the call's element: ``fnref-3-2``."""
    section: str
    """Plain title of the section it stands in; empty before the first heading."""


@dataclass(frozen=True, slots=True)
class ComposedNote:
    """A note's content, and the calls it must lead back to."""

    id: str
    """``fn-3``."""
    number: int
    element: Element
    """``div`` around block elements."""
    calls: tuple[ComposedCall, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A document as one element tree; see the module's text for its rules."""

    metadata: Metadata
    body: Element
    notes: tuple[ComposedNote, ...]
    headings: tuple[Heading, ...]
    images: tuple[Image, ...]

    def copy(self) -> Composition:
        """Return the same composition with elements that the caller may change."""
        return replace(
            self,
            body=copy.deepcopy(self.body),
            notes=tuple(replace(note, element=copy.deepcopy(note.element)) for note in self.notes),
        )
