"""Puts the dressed tree, the design and the metadata into one page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element, tostring

from surefoot import formulas, theme
from surefoot.bibliography import is_citation
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.contracts import Written
from surefoot.dates import iso, printed
from surefoot.design import on_top
from surefoot.model import Document, Reference
from surefoot.returns import lead_back
from surefoot.templating import Markup, template
from surefoot.words import Words, tongue, words
from surefoot.writers.html import about, dress, reach
from surefoot.writers.html.contents import contents

_OWN_IDS = ("main", "title", "contents", "notes", "h-notes")


@dataclass(frozen=True, slots=True)
class Face:
    """One of the fonts that travel inside the page."""

    family: str
    style: str
    weight: int
    file: str

    @property
    def data(self) -> str:
        """The font, as base64."""
        return b64encode(theme.path(f"fonts/{self.file}.ttf.woff2").read_bytes()).decode("ascii")


_FACES = (
    Face("Source Serif 4", "normal", 400, "SourceSerif4-Regular"),
    Face("Source Serif 4", "italic", 400, "SourceSerif4-It"),
    Face("Source Serif 4", "normal", 700, "SourceSerif4-Bold"),
    Face("Source Sans 3", "normal", 400, "SourceSans3-Regular"),
    Face("Source Sans 3", "normal", 600, "SourceSans3-Semibold"),
)


class HtmlWriter:
    """Sets a document as one HTML file that asks nothing of the network."""

    suffix = ".html"

    def write(self, document: Document) -> Written:
        """Return the page, UTF-8.

        Raises:
            WriterError: a picture is missing from the composition.
        """
        composition = compose(document)
        return Written(
            page(composition, document.references).encode("utf-8"), formulas.remarks(*composition.parts)
        )


def page(composition: Composition, references: Sequence[Reference]) -> str:
    """Return the page of a composition, which is left as it was."""
    own = composition.copy()
    metadata, spoken = own.metadata, words(own.metadata.language)
    ids = _own_ids(own)
    notes = _dress(own, spoken, ids["title"])
    return template("page.html.j2").render(
        metadata=metadata,
        words=spoken,
        tongue=tongue(metadata.language),
        ids=ids,
        full_title=about.full_title(metadata),
        date=printed(metadata.date, metadata.language),
        iso_date=iso(metadata.date),
        meta_tags=about.meta_tags(metadata),
        json_ld=Markup(about.json_ld(metadata, references)),  # noqa: S704
        contents=contents(own.headings),
        title=_html(own.title),
        body=_within(own.body),
        notes=_html(notes) if len(notes) else "",
        style=_style() + Markup(on_top(own.settings).replace("</", r"<\/")),  # noqa: S704
        script=_script() if len(notes) or any(map(is_citation, own.body.iter("a"))) else "",
    )


def _dress(own: Composition, spoken: Words, title_id: str) -> Element:
    """Dress title and body where they stand; return the list of notes."""
    own.title.tag = "h1"
    own.title.attrib.update({"class": "title", "id": title_id})
    notes = dress.list_notes(own.notes, spoken)
    lead_back([own.title, own.body, notes], spoken, {})
    images = {image.name: image for image in own.images}
    for root in (own.title, own.body, notes):
        dress.name_calls(root, spoken)
        dress.name_citations(root)
        dress.say_language(root, tongue(own.metadata.language))
        dress.mark_addresses(root)
        dress.embed_images(root, images)
    names = {own.metadata.title, spoken.contents, spoken.notes}
    reach.open_to_keyboard(own.body, own.metadata.title, names)
    reach.open_to_keyboard(notes, spoken.notes, names)
    return notes


def _own_ids(composition: Composition) -> dict[str, str]:
    """Return ids for the page's own places that no author's id is taken for."""
    taken = {
        element.attrib["id"]
        for root in composition.parts
        for element in root.iter()
        if "id" in element.attrib
    }
    taken |= {note.id for note in composition.notes}
    return {wish: _free(wish, taken) for wish in _OWN_IDS}


def _free(wish: str, taken: set[str]) -> str:
    while wish in taken:
        wish += "-x"
    return wish


def _script() -> Markup:
    return Markup(theme.text("page.js"))  # noqa: S704


@cache
def _style() -> Markup:
    faces = [
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: {face.weight};'
        f" src: url(data:font/woff2;base64,{face.data}) format('woff2'); }}"
        for face in _FACES
    ]
    return Markup("\n".join([*faces, theme.text("design.css"), theme.text("page.css")]))  # noqa: S704


def _within(element: Element) -> Markup:
    """Return what stands in an element."""
    html = _html(element)
    return html[html.index(">") + 1 : html.rindex("</")]


def _html(element: Element) -> Markup:
    """Return an element in the HTML syntax: void elements, no XML artefacts."""
    return Markup(tostring(element, encoding="unicode", method="html"))  # noqa: S704
