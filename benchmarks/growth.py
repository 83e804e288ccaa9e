"""Times the PDF of longer and longer documents: twice the notes may not take much more than twice the time.

Documents are laid out by the writer alone, in one process that is warm.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from surefoot import source
from surefoot.formats import choose
from surefoot.model import Document

SIZES = (100, 200, 400, 800)
"""Numbers of notes, each the double of the one before."""

BAR = 2.5
"""A document of twice the notes may take so many times the time."""

Shape: TypeAlias = Callable[[int], str]


def crowded(count: int) -> str:
    """One paragraph with a call in every line, so that notes fill half of each page."""
    calls = " ".join(f"Somebody said number {n}.[^{n}]" for n in range(count))
    return f"{calls}\n\n{_definitions(count, 'Ibid.')}"


def ordinary(count: int) -> str:
    """A paragraph of some lines for each note, as in most books."""
    words = "It was said before, and it will be said again, that nobody reads the notes. " * 4
    paragraphs = "\n\n".join(f"{words}So number {n}.[^{n}]" for n in range(count))
    return f"{paragraphs}\n\n{_definitions(count, 'A. Author, *A Book of Some Length*, Place 1990, p. 9.')}"


def tables(count: int) -> str:
    """Rows of a long table, with a note in each."""
    rows = "\n".join(f"| Row {n} | words[^{n}] |" for n in range(count))
    return f"| First | Second |\n|-------|--------|\n{rows}\n\n{_definitions(count, 'Source.')}"


SHAPES: Mapping[str, Shape] = {"crowded": crowded, "ordinary": ordinary, "tables": tables}


def _definitions(count: int, words: str) -> str:
    return "\n\n".join(f"[^{n}]: {words}" for n in range(count))


def read(text: str) -> Document:
    """Read a document of these words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growth.md"
        path.write_text(f"---\ntitle: Growth\nlang: en\n---\n\n{text}\n", encoding="utf-8")
        return source.read(path)


def seconds(document: Document) -> float:
    """The time that the PDF of a document takes of a processor, which another program cannot take."""
    (pdf,) = choose(["pdf"])
    start = time.process_time()
    pdf.writer().write(document)
    return time.process_time() - start


def line(name: str, times: Sequence[float]) -> str:
    """One line of the table: the time of each size, and how often it holds the one before."""
    growth = ["", *(f" ×{later / sooner:.1f}" for sooner, later in pairwise(times))]
    cells = (f"{taken:.1f} s{more}" for taken, more in zip(times, growth, strict=True))
    return f"{name:10}" + "".join(f"{cell:>16}" for cell in cells)


def main() -> int:
    """Print a line for each shape; 1 if some document takes more than its share."""
    seconds(read(ordinary(1)))
    print(f"{'notes':10}" + "".join(f"{size:>16}" for size in SIZES))
    worst = 0.0
    for name, shape in SHAPES.items():
        times = [seconds(read(shape(size))) for size in SIZES]
        worst = max(worst, *(later / sooner for sooner, later in pairwise(times)))
        print(line(name, times))
    met = worst <= BAR
    print(f"{'met' if met else 'MISSED'}: {worst:.1f} times the time for twice the notes (at most {BAR})")
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
