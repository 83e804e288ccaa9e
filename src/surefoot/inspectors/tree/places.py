"""The places that links can lead to."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from surefoot.inspectors.tree.names import Element, name
from surefoot.inspectors.tree.survey import Page
from surefoot.text import absolute


class Places:
    """Elements by the path of their page and their id."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        for page in pages:
            for element in page.body.iter("*"):
                key = element.get("id") or (name(element) == "a" and element.get("name"))
                if key:
                    self._elements.setdefault((page.path, key), element)

    def target(self, page: Page, link: str) -> Element | None:
        """Return the element that a ``link`` on ``page`` names; None where it names none of ours.

        The first element that bears the id, the fragment as written before the
        decoded one (HTML, section 7.4.6.4).
        """
        path, _, fragment = link.strip().partition("#")
        if absolute(path):
            return None
        if path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
        there = path or page.path
        return self._elements.get((there, fragment), self._elements.get((there, unquote(fragment))))


def repeated(root: Element) -> Iterator[str]:
    """Yield the ids that more than one element of a document bears (DOM, section 4.9).

    The content of a ``template`` is a document of its own.
    """
    borne = Counter(
        element.get("id", "")
        for element in root.iter("*")
        if next(element.iterancestors("template"), None) is None
    )
    yield from (key for key, times in borne.items() if key and times > 1)
