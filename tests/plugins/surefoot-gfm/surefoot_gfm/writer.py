"""A document as GitHub's Markdown: headings, paragraphs, and notes behind ``[^1]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from surefoot.compose import compose
from surefoot.composition import HEADINGS, ComposedNote, is_call
from surefoot.contracts import Written
from surefoot.errors import WriterError
from surefoot.model import Document
from surefoot.text import absolute, without_address

_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")


class GfmWriter:
    """Keeps :class:`surefoot.contracts.Writer`."""

    suffix = ".gfm"

    def write(self, document: Document) -> Written:
        """Return the document as Markdown.

        Raises:
            WriterError: the document holds what this format does not set.
        """
        parts = compose(document)
        blocks = [f"# {_words(parts.title)}", *map(_block, parts.body), *map(_note, parts.notes)]
        return Written(("\n\n".join(blocks) + "\n").encode())


def _block(element: Element) -> str:
    if element.tag in HEADINGS:
        return f"{'#' * int(element.tag[1])} {_words(element)}"
    if element.tag == "p":
        return _words(element)
    raise WriterError(f"GitHub's Markdown, as set here, has no <{element.tag}>.")


def _note(note: ComposedNote) -> str:
    return f"[^{note.number}]: " + "\n\n    ".join(map(_block, note.element))


def _words(element: Element) -> str:
    return " ".join("".join(_inline(element)).split())


def _inline(element: Element) -> Iterator[str]:
    yield _escaped(element.text)
    for child in element:
        yield _piece(child)
        yield _escaped(child.tail)


def _piece(element: Element) -> str:
    if is_call(element):
        return f"[^{element.text}]"
    words, target = _words(element), element.get("href", "")
    if element.tag in {"em", "strong"}:
        return f"*{words}*"
    if element.tag == "a" and absolute(target):
        shown = without_address("".join(element.itertext()), target)
        return f"[{words}](<{target}>)" if shown else f"<{target}>"
    raise WriterError(f"GitHub's Markdown, as set here, has no <{element.tag}> within a line.")


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", text or "")
