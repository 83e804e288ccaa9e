"""One element tree, rendered once, that every writer dresses in its own manner.

What a writer finds in a :class:`Composition`:

* ``title``: an element ``span`` with the title, which may call notes.
* ``body``: an element ``div`` with the flow content of the document, without
  its title block, headings from ``h2`` down, every heading with an ``id``. Each
  note reference is ``<a id="fnref-3-2" class="noteref" href="#fn-3">3</a>``,
  its text the bare number, without child elements, never inside another ``a``.
  Each citation in the text is ``<a class="biblioref" href="#ref-doe">Doe 2020</a>``,
  its entry ``<p class="entry" id="ref-doe">``, in a list within a section; both have their roles.
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
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from xml.etree.ElementTree import Element

import tinyhtml5

from surefoot import bibliography, heads, ids, pandoc
from surefoot.errors import WriterError
from surefoot.hygiene import clean, unlink, without_namespaces
from surefoot.model import Document, Json, Metadata, Note
from surefoot.pictures import Gallery, Image
from surefoot.words import words

_NOTHING: Json = {"t": "RawBlock", "c": ["html", "<!---->"]}
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

    def copy(self) -> Composition:
        """Return the same composition with elements that the caller may change."""
        return replace(
            self,
            title=copy.deepcopy(self.title),
            body=copy.deepcopy(self.body),
            notes=tuple(replace(note, element=copy.deepcopy(note.element)) for note in self.notes),
        )


@lru_cache(maxsize=1)
def compose(document: Document) -> Composition:
    """Return the composition of ``document``; asked again for the same document, the same one.

    The last document and its pictures stay in memory for that: a build asks for
    one document, once for each format.

    Raises:
        WriterError: pandoc lost something on the way to HTML, or raw HTML around a call swallows it.
    """
    gallery = Gallery(document.path.parent)
    parts = _render(document, gallery)
    for part in parts:
        clean(part)
        gallery.collect(part)
        heads.settle(part)
    ids.settle(parts)
    _check_calls(document.notes, parts)
    known = {name for part in parts for element in part.iter() if (name := element.get("id"))}
    for part in parts:
        unlink(part, known)
    title, body, *notes = parts
    _name_headings(body, known)
    bibliography.enclose(body, words(document.metadata.language).references)
    sections = {**_sections(title), **_sections(body)}
    return Composition(
        metadata=document.metadata,
        title=title,
        body=body,
        notes=tuple(
            _note(note, element, sections) for note, element in zip(document.notes, notes, strict=True)
        ),
        headings=tuple(_headings(body)),
        images=tuple(gallery.images),
    )


def plain(element: Element) -> str:
    """Return an element's text on one line, without its calls."""
    return " ".join("".join(_texts(element)).split())


def is_call(element: Element) -> bool:
    """Whether an element is a note reference."""
    return element.tag == "a" and element.get("class") == "noteref"


def _render(document: Document, gallery: Gallery) -> list[Element]:
    """Render title, body and notes in one run of pandoc; return an element for each."""
    divs = [
        _div("title", [{"t": "Plain", "c": document.title}]),
        _div("body", document.blocks),
        *(_div("note", note.blocks) for note in document.notes),
    ]
    tree = {"pandoc-api-version": list(document.pandoc_api), "meta": {}, "blocks": gallery.place(divs)}
    fragment = pandoc.render(tree)
    page = tinyhtml5.parse(f"<!doctype html><body>{fragment}</body>", namespace_html_elements=False)
    without_namespaces(page)
    parts = list(page.find("body"))
    if len(parts) != len(divs):
        raise WriterError(
            "Raw HTML in the source opens or closes more than it should: the parts run into each other."
        )
    calls = {call.id: note.number for note in document.notes for call in note.calls}
    for part in parts:
        part.attrib.clear()
        part.tail = None
        _return_ids(part)
        _tie_calls(part, calls)
        bibliography.tie(part, document.entries)
    parts[0].tag = "span"
    return parts


def _div(name: str, blocks: Json) -> Json:
    # Pandoc makes a section of a Div that begins with a heading, and moves the heading's id to it.
    return {"t": "Div", "c": [["", [f"surefoot-{name}"], []], [_NOTHING, *blocks]]}


def _return_ids(part: Element) -> None:
    """Give headings back the ids that pandoc moved to a section around them."""
    for section in part.iter("section"):
        first = next(iter(section), None)
        name = section.get("id")
        if name and first is not None and first.tag in HEADINGS and not first.get("id"):
            first.set("id", name)
            del section.attrib["id"]


def _tie_calls(part: Element, calls: Mapping[str, int]) -> None:
    """Turn the spans that stand for calls into links to their notes; nothing else may look like one."""
    for element in part.iter():
        name, classes = element.get("id", ""), element.get("class", "").split()
        if element.tag == "span" and classes == ["noteref"] and name in calls:
            element.tag = "a"
            element.attrib.clear()
            element.attrib.update({"id": name, "class": "noteref", "href": f"#fn-{calls[name]}"})
        elif "noteref" in classes:
            element.set("class", " ".join(each for each in classes if each != "noteref"))


def _check_calls(notes: Sequence[Note], parts: Sequence[Element]) -> None:
    """Raise WriterError unless each call is in the tree, once."""
    found = Counter(element.get("id") for part in parts for element in part.iter("a") if is_call(element))
    for note in notes:
        for call in note.calls:
            if found[call.id] != 1:
                label = f" ([^{note.label}], defined in line {note.line})" if note.label and note.line else ""
                raise WriterError(
                    f"The call of note {note.number}{label} behind “{call.before}” stands "
                    f"{found[call.id]} times in the text: look at the raw HTML around it."
                )


def _note(note: Note, element: Element, sections: Mapping[str, str]) -> ComposedNote:
    calls = tuple(ComposedCall(call.id, sections.get(call.id, "")) for call in note.calls)
    return ComposedNote(f"fn-{note.number}", note.number, element, calls)


def _name_headings(body: Element, taken: Collection[str]) -> None:
    """Give an id to the headings of raw HTML: pandoc names only its own."""
    names = (name for number in count(1) if (name := f"section-{number}") not in taken)
    for element in body.iter():
        if element.tag in HEADINGS and not element.get("id"):
            element.set("id", next(names))


def _headings(body: Element) -> Iterator[Heading]:
    for element in body.iter():
        if element.tag in HEADINGS:
            yield Heading(element.get("id", ""), int(element.tag[1]), plain(element))


def _sections(part: Element) -> dict[str, str]:
    """Return the title of the section that each call stands in."""
    found: dict[str, str] = {}
    section = ""
    for element in part.iter():
        if element.tag in HEADINGS:
            section = plain(element)
        elif is_call(element):
            found[element.get("id", "")] = section
    return found


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not is_call(child):
            yield from _texts(child)
        yield child.tail or ""
