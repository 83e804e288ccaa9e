"""Dress a composition for print: what stands before it, notes behind their calls, formulas as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from surefoot.composition import Composition
from surefoot.formulas import is_typed
from surefoot.model import Metadata
from surefoot.returns import lead_back
from surefoot.words import words
from surefoot.writers.pdf.archive import press
from surefoot.writers.pdf.sheet import (
    addresses,
    equations,
    figures,
    formulas,
    front,
    headings,
    lists,
    rasters,
    sides,
    tables,
)
from surefoot.writers.pdf.sheet.notes import LaidNotes, lay
from surefoot.writers.pdf.sheet.placement import Placement
from surefoot.writers.pdf.sheet.plain import plain
from surefoot.writers.pdf.sheet.resources import SCHEME, Resource
from surefoot.writers.pdf.sheet.running import Head, head

_SOFT_HYPHEN = {0x00AD: None}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document ready for layout."""

    root: Element
    """``html``."""
    notes: LaidNotes
    resources: dict[str, Resource]
    """The pictures by name, drawn formulas among them."""
    folios: dict[Element, Element]
    """Each element that is to hold the number of a page, and the heading that begins there."""
    running: Head
    added: frozenset[Element]
    """What stands in the body and is none of the text: title block, contents, notes, ways back."""


def dress(composition: Composition, placement: Placement) -> Sheet:
    """Return the printed form of ``composition``, whose elements it uses up."""
    metadata, on_paper = composition.metadata, composition.settings.pdf_variant == "print"
    own = frozenset(composition.body.iter())
    if not on_paper:
        parts = composition.parts
        lead_back(parts, words(metadata.language), {})
    root = Element("html", {"lang": metadata.language, "dir": "rtl" if metadata.rtl else "ltr"})
    if placement.plain:
        root.set("class", "plain")
    root.append(_head(metadata))
    body = SubElement(root, "body")
    title = plain(composition.title) or metadata.title
    folios = _begin(body, composition)
    front = tuple(body)
    # Raw HTML may begin the body with words in no block.
    body[-1].tail = composition.body.text
    body.extend(composition.body)
    ways_back = (link for link in body.iter("a") if link.get("class") == "backlink")
    added = frozenset([*front, *ways_back, *(note.element for note in composition.notes)]) - own
    notes = lay(body, composition.notes, placement, words(metadata.language))
    if on_paper:
        press.drop_ways_back(body)
    sides.settle(root, notes)
    running = head(title, metadata.publisher, composition.settings, sections=bool(folios))
    headings.settle(body, {heading.id: heading.text for heading in composition.headings}, running.room)
    resources = {image.name: rasters.resource(image, inks=on_paper) for image in composition.images}
    _draw(body, resources)
    equations.number(body)
    lists.number(body)
    addresses.keep(body)
    tables.fill(body)
    figures.line_up(body)
    if not placement.plain:
        tables.keep(body)
    _prepare(body)
    named = {element.get("id"): element for element in body.iter() if element.tag in headings.HEADINGS}
    awaited = {folio: named[name] for folio, name in folios.items()}
    return Sheet(root, notes, resources, awaited, running, added)


def _begin(body: Element, composition: Composition) -> dict[Element, str]:
    """Put into ``body`` what stands before the text; return the page numbers that it awaits, by ids."""
    metadata, settings = composition.metadata, composition.settings
    is_long = front.is_long(composition)
    cover = is_long if settings.cover is None else settings.cover
    body.append(front.title_block(metadata, composition.title, cover=cover))
    if not (is_long if settings.contents is None else settings.contents):
        return {}
    contents, folios = front.contents(composition.headings, metadata.language)
    body.append(contents)
    return folios


def _head(metadata: Metadata) -> Element:
    head = Element("head")
    SubElement(head, "title").text = metadata.title
    return head


def _draw(parent: Element, drawn: dict[str, Resource]) -> None:
    """Put pictures, added to ``drawn``, in the place of mathematics and of drawings below ``parent``."""
    for place, child in enumerate(parent):
        if child.tag == "math":
            parent[place] = _formula(child, drawn)
        elif child.tag == "svg":
            parent[place] = _drawing(child, drawn)
        elif is_typed(child):
            child.set("alt", child.text or "")
        else:
            _draw(child, drawn)


def _drawing(svg: Element, drawn: dict[str, Resource]) -> Element:
    """Return a picture of ``svg`` that says its words: in the page itself WeasyPrint knows no drawings."""
    name, tail = f"drawing-{len(drawn) + 1}.svg", svg.tail
    svg.tail = None
    drawn[name] = Resource("image/svg+xml", tostring(svg))
    element = Element("img", {"src": name, "alt": " ".join("".join(svg.itertext()).split())})
    if anchor := svg.get("id"):
        element.set("id", anchor)
    element.tail = tail
    return element


def _formula(math: Element, drawn: dict[str, Resource]) -> Element:
    """Return a picture of ``math``, or its TeX where it cannot be drawn in full."""
    kind = f"formula {math.get('display', 'inline')}"
    tex, drawing = formulas.tex(math), formulas.draw(math)
    if drawing is None:
        element = Element("code", {"class": kind, "dir": "ltr"})
        element.text = tex
    else:
        name = f"formula-{len(drawn) + 1}.svg"
        drawn[name] = Resource("image/svg+xml", drawing.svg)
        style = f"width: {drawing.width:.3f}em; vertical-align: {drawing.depth:.3f}em"
        element = Element("img", {"class": kind, "src": name, "style": style})
    element.set("alt", tex)
    element.tail, math.tail = math.tail, None
    element.set("data-mathml", tostring(math, encoding="unicode"))
    return element


def _prepare(body: Element) -> None:
    """Make sources absolute, and take soft hyphens out.

    A line that begins with a word wider than the page finds no other place to
    break in WeasyPrint once a soft hyphen comes later in it.
    """
    for element in body.iter():
        if element.tag == "img":
            element.set("src", SCHEME + element.get("src", ""))
        element.text = element.text and element.text.translate(_SOFT_HYPHEN)
        element.tail = element.tail and element.tail.translate(_SOFT_HYPHEN)
