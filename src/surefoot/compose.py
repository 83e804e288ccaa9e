"""Renders a document once, as the element tree that every writer dresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from xml.etree.ElementTree import Element

import tinyhtml5

from surefoot import bibliography, delimiters, formulas, heads, ids, listings, pandoc, tongues
from surefoot.composition import HEADINGS, ComposedCall, ComposedNote, Composition, Heading, is_call, plain
from surefoot.errors import WriterError
from surefoot.hygiene import clean, unlink, without_namespaces
from surefoot.levels import unbroken
from surefoot.model import Document, Json, Note
from surefoot.pictures import Gallery
from surefoot.words import words

_NOTHING: Json = {"t": "RawBlock", "c": ["html", "<!---->"]}


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
        formulas.settle(part)
        gallery.collect(part)
        heads.settle(part)
    listings.settle(parts, rtl=document.metadata.rtl)
    ids.settle(parts)
    _check_calls(document.notes, parts)
    known = {name for part in parts for element in part.iter() if (name := element.get("id"))}
    for part in parts:
        unlink(part, known)
    title, body, *notes = parts
    tongues.settle(body, zip(document.notes, notes, strict=True))
    _name_headings(body, known)
    _settle_levels(body, above=1)
    for note in notes:
        _settle_levels(note, above=2)
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
        settings=document.settings,
    )


def _render(document: Document, gallery: Gallery) -> list[Element]:
    """Render title, body and notes in one run of pandoc; return an element for each."""
    divs = [
        _div("title", [{"t": "Plain", "c": document.title}]),
        _div("body", document.blocks),
        *(_div("note", note.blocks) for note in document.notes),
    ]
    tree = {
        "pandoc-api-version": list(document.pandoc_api),
        "meta": {},
        "blocks": delimiters.mark(gallery.place(divs)),
    }
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
        delimiters.settle(part)
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


def _settle_levels(part: Element, above: int) -> None:
    """Let the headings in a ``part`` go down by one level at a time from the one ``above`` them all."""
    headings = [element for element in part.iter() if element.tag in HEADINGS]
    for heading, level in zip(
        headings, unbroken((int(each.tag[1]) for each in headings), above), strict=True
    ):
        heading.tag = f"h{level}"


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
