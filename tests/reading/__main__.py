"""Draws what a reader sees of a book: a row of screens for each look, from a place on.

make read BOOK=my.epub ARGS="--at text.xhtml#notes --screens 4 --looks dark,large"
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from reading import Book, Look, opened

LOOKS = {
    "light": Look(),
    "dark": Look(dark=True),
    "large": Look(css="html { font-size: 175% }"),
    "tiny": Look(width=240, height=320, css="html { font-size: 80% }"),
    "wide": Look(width=1180, height=760),
    # A reading system's own paper and ink, as the root element's, which a book may or may not inherit.
    "sepia": Look(css="html { background: #f4ecd8; color: #4a3928 }"),
    # A system that forces its own colours upon every element, as some do at night.
    "forced": Look(
        css="html { background: #000 !important } body, body * { color: #b8b8b8 !important;"
        " background-color: transparent !important; border-color: #666 !important }"
    ),
    # The reader's own face, size, line spacing and margins.
    "own": Look(
        css="body, body * { font-family: 'DejaVu Sans', sans-serif !important; line-height: 1.8 !important;"
        " text-align: start !important } html { font-size: 115% }"
    ),
}
GAP = 12


def main() -> None:
    """Draw one picture for each look."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("book", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path())
    parser.add_argument("--at", default="0", help="the number of a section, or a path with or without #id")
    parser.add_argument("--screens", type=int, default=4, help="how many, one after the other")
    parser.add_argument("--looks", default="light,dark,large", help=f"of {', '.join(LOOKS)}; or all")
    parser.add_argument("--note", type=int, help="open the pop-up of this note reference, the first being 1")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    for name in LOOKS if options.looks == "all" else options.looks.split(","):
        with opened(options.book, LOOKS[name]) as book:
            screens = noted(book, options.note) if options.note else turned(book, options.at, options.screens)
            target = options.output / f"{options.book.stem}-{name}.png"
            row(list(screens)).save(target)
            print(target)


def turned(book: Book, place: str, count: int) -> Iterator[Image.Image]:
    """Yield ``count`` screens from a place on."""
    root = book.sections[0].rpartition("/")[0]
    book.go(int(place) if place.isdigit() else f"{root}/{place}".lstrip("/"))
    yield shot(book)
    for _ in range(count - 1):
        book.next()
        yield shot(book)


def noted(book: Book, number: int) -> Iterator[Image.Image]:
    """Yield the screen of a note reference, before and after it is pressed."""
    before = 0
    for index, section in enumerate(book.sections):
        calls = book.calls(index)
        if number <= before + len(calls):
            call = calls[number - before - 1]
            book.go(f"{section}#{call}")
            yield shot(book)
            book.press(call)
            yield shot(book)
            return
        before += len(calls)
    raise SystemExit(f"The book has {before} note references, and no number {number}.")


def shot(book: Book) -> Image.Image:
    """Return what the screen shows."""
    return Image.open(io.BytesIO(book.page.screenshot()))


def row(screens: list[Image.Image]) -> Image.Image:
    """Return screens beside each other."""
    width, height = screens[0].size
    sheet = Image.new("RGB", (len(screens) * (width + GAP) + GAP, height + 2 * GAP), "#8a8f98")
    for place, screen in enumerate(screens):
        sheet.paste(screen, (GAP + place * (width + GAP), GAP))
    return sheet


if __name__ == "__main__":
    main()
