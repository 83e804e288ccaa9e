"""What every writer dresses in its own manner: a document as one element tree.

What a writer finds in a :class:`Composition`:

* ``title``: an element ``span`` with the title, which may call notes.
* ``body``: an element ``div`` with the flow content of the document, without
  its title block, headings from ``h2`` down without gaps, every heading with an ``id``. Each
  note reference is ``<a id="fnref-3-2" class="noteref" href="#fn-3">3</a>``,
  its text the bare number, without child elements, never inside another ``a``.
  Each citation in the text is ``<a class="biblioref" href="#ref-doe">Doe 2020</a>``,
  its entry ``<p class="entry" id="ref-doe">``, in a list within a section; both have their roles.
* ``notes``: for each note an element ``div`` that holds its content as block
  elements (``p`` and others, headings from ``h3`` down), without number and without ways back; and the
  ids of its calls with the title of the section that each stands in.
* Elements bear plain HTML names, without namespaces. Mathematics is ``math``
  (MathML with an ``annotation`` of type ``application/x-tex``), or where pandoc cannot
  make MathML of it, ``code`` of class ``formula`` with its TeX. ``img`` has an
  ``alt``, and a ``src`` that is the name of one of ``images``. Every ``a``
  that is left leads to an absolute address or to an ``id`` of the same tree.
  Scripts, styles, event handlers, frames and forms are gone.

The tree is shared: a writer changes :meth:`Composition.copy`, never the original.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from surefoot.formulas import tex
from surefoot.model import Metadata, Settings
from surefoot.pictures import Image

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


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
    title: Element
    body: Element
    notes: tuple[ComposedNote, ...]
    headings: tuple[Heading, ...]
    images: tuple[Image, ...]
    settings: Settings = field(default_factory=Settings)

    @property
    def parts(self) -> tuple[Element, ...]:
        """Title, body and notes."""
        return (self.title, self.body, *(note.element for note in self.notes))

    def copy(self) -> Composition:
        """Return the same composition with elements that the caller may change."""
        return replace(
            self,
            title=copy.deepcopy(self.title),
            body=copy.deepcopy(self.body),
            notes=tuple(replace(note, element=copy.deepcopy(note.element)) for note in self.notes),
        )


def plain(element: Element) -> str:
    """Return an element's text on one line, without its calls; formulas as their TeX."""
    return " ".join("".join(_texts(element)).split())


def is_call(element: Element) -> bool:
    """Whether an element is a note reference."""
    return element.tag == "a" and element.get("class") == "noteref"


def _texts(element: Element) -> Iterator[str]:
    if formula := tex(element) if element.tag == "math" else "":
        yield formula
        return
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        if not is_call(child):
            yield from _texts(child)
        yield child.tail or ""
