"""An e-book in foliate-js, a reading engine that readers use, in a browser without a network.

``python -m reading BOOK.epub`` draws what a reader sees of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Route

import validators
from surefoot.text import address, fold, printed_address

FOLIATE = validators.MODULES / "foliate-js"
ADDRESS = "https://reader.invalid/"


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader has set up the screen."""

    width: int = 390
    height: int = 700
    dark: bool = False
    css: str = ""
    """What the reader's own settings put over the book."""


@dataclass(frozen=True, slots=True)
class PopUp:
    """What a pop-up shows of a note, but for its ways back; of a formula, the TeX that it carries."""

    text: str
    links: Sequence[tuple[str, str]]
    """The address that each of its links leads to, and the words that it prints."""


@dataclass(frozen=True, slots=True)
class Book:
    """A book that is open."""

    page: Page
    sections: Sequence[str]
    """The paths of its content documents, in the order of the spine."""

    def go(self, target: str | int) -> None:
        """Turn to a place: the number of a section, or a path in the book with or without a fragment."""
        self.page.evaluate("target => reader.go(target)", target)

    def next(self) -> None:
        """Turn one page."""
        self.page.evaluate("reader.next()")

    def calls(self, section: int) -> list[str]:
        """Turn to a section; return the ids of its note references."""
        found: list[str] = self.page.evaluate("index => reader.calls(index)", section)
        return found

    def press(self, call: str) -> PopUp:
        """Press a note reference of the section that is open; return what the pop-up shows."""
        return PopUp(**self.page.evaluate("id => reader.press(id)", call))

    def pop_ups(self) -> Iterator[PopUp]:
        """Press every note reference, in the order of the book."""
        for section in range(len(self.sections)):
            for call in self.calls(section):
                yield self.press(call)


def carried(pop_up: PopUp) -> tuple[str, tuple[str, ...]]:
    """Return a pop-up as a note is promised: its text less the addresses that its links print, and these."""
    text = fold(pop_up.text)
    for target, words in pop_up.links:
        if printed_address(words, target):
            text = text.replace(fold(words), "", 1)
    return text, tuple(address(target) for target, _ in pop_up.links)


@contextmanager
def opened(path: Path, look: Look | None = None) -> Iterator[Book]:
    """Open a book; whatever it asks of the network fails."""
    look = look or Look()
    validators.need("foliate-js", found=FOLIATE.exists())
    with validators.screen("dark" if look.dark else "light") as page:
        page.set_viewport_size({"width": look.width, "height": look.height})
        page.route(lambda address: address.startswith("http"), lambda route: _serve(route, path))
        page.goto(f"{ADDRESS}reader.html")
        sections = page.evaluate("css => reader.open('book.epub', css)", look.css)
        yield Book(page, sections)


def _serve(route: Route, book: Path) -> None:
    address = route.request.url.split("?")[0]
    name = address.removeprefix(ADDRESS)
    file = {
        "book.epub": book,
        "reader.html": Path(__file__).with_name("reader.html"),
        "reader.js": Path(__file__).with_name("reader.js"),
    }.get(name, FOLIATE / name.removeprefix("foliate-js/"))
    if address.startswith(ADDRESS) and file.is_file():
        route.fulfill(path=file)
    else:
        route.abort()
