"""What stands before the text: the title block, in a long document as a cover, and the contents."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from surefoot.composition import Composition, Heading, is_call
from surefoot.dates import printed
from surefoot.identifiers import doi, resolver
from surefoot.model import Author, Metadata
from surefoot.nesting import Entry, nest
from surefoot.words import tongue, words

FOLIO = "000"
"""Stands for the number of a page until the pages are known: as wide as most."""
_LONG = 24_000
"""Characters of a text with its notes that fill some ten pages."""
_MANY = 5
"""Headings that a reader cannot keep in mind."""
_DEEPEST = 3
"""``h3``: what stands below is found from there."""
_WORDY = 140
"""Characters of title and subtitle that want a smaller size on a cover."""
_FEW = 6
"""Authors who stand one below the other."""


def is_long(composition: Composition) -> bool:
    """Whether a document wants a cover and contents: some ten pages of text, and five headings or more.

    Counted are the characters of text and notes, 24,000 to ten pages, so that
    the answer is known before the pages are.
    """
    elements = (composition.body, *(note.element for note in composition.notes))
    size = sum(len(text) for element in elements for text in element.itertext())
    return size >= _LONG and len(composition.headings) >= _MANY


def title_block(metadata: Metadata, title: Element, *, cover: bool) -> Element:
    """Return the head of the first page, or the ``cover``: a page of its own."""
    wordy = cover and len(metadata.title) + len(metadata.subtitle) > _WORDY
    noted = any(map(is_call, title.iter()))
    crowded = len(metadata.authors) > _FEW
    kinds = {"cover": cover, "wordy": wordy, "crowded": crowded, "noted": noted}
    header = Element("header", {"class": " ".join(["title-block", *(kind for kind in kinds if kinds[kind])])})
    field = SubElement(header, "div", {"class": "title-field"}) if cover else header
    if metadata.publisher:
        _line(field, "publisher", metadata.publisher)
    heading = SubElement(field, "h1", {"class": "title", "data-bookmark": metadata.title})
    # Within another inline element WeasyPrint takes the place behind a word for the beginning of a line.
    heading.text = title.text
    heading.extend(title)
    if metadata.subtitle:
        _line(field, "subtitle", metadata.subtitle)
    for author in metadata.authors:
        _author(header, author)
    if metadata.date:
        published = words(metadata.language).published
        _line(header, "date", f"{published} {printed(metadata.date, metadata.language)}")
    _imprint(header, metadata)
    return header


def contents(headings: Sequence[Heading], language: str) -> tuple[Element, dict[Element, str]]:
    """Return the contents, and the elements that await the number of a page, with the id of what is there."""
    nav = Element("nav", {"class": "contents"})
    title = SubElement(nav, "h2")
    title.text = words(language).contents
    if tongue(language):
        title.set("lang", tongue(language))
    folios: dict[Element, str] = {}
    nav.append(_listing(nest([each for each in headings if each.text and each.level <= _DEEPEST]), folios))
    return nav, folios


def _listing(entries: Sequence[Entry[Heading]], folios: dict[Element, str]) -> Element:
    listing = Element("ol")
    for entry in entries:
        item = SubElement(listing, "li")
        link = SubElement(item, "a", {"href": f"#{entry.line.id}"})
        SubElement(link, "span").text = entry.line.text
        folio = SubElement(link, "span", {"class": "folio"})
        folio.text = FOLIO
        folios[folio] = entry.line.id
        if entry.below:
            item.append(_listing(entry.below, folios))
    return listing


def _author(header: Element, author: Author) -> None:
    line = _line(header, "author", "")
    SubElement(line, "b", {"class": "author-name"}).text = author.name
    if standing := ", ".join(filter(None, (author.role, author.affiliation))):
        SubElement(line, "span", {"class": "author-role"}).text = standing


def _imprint(header: Element, metadata: Metadata) -> None:
    """Add whose the document is and under which licence, and where it can always be found."""
    if not (metadata.rights or metadata.identifier):
        return
    imprint = SubElement(header, "div", {"class": "imprint"})
    if metadata.rights:
        _line(imprint, "rights", metadata.rights)
    if found := doi(metadata.identifier):
        address = resolver(found)
        SubElement(_line(imprint, "identifier", ""), "a", {"href": address, "dir": "ltr"}).text = address
    elif metadata.identifier:
        _line(imprint, "identifier", metadata.identifier)


def _line(header: Element, name: str, text: str) -> Element:
    line = SubElement(header, "p", {"class": name})
    line.text = text
    return line
