"""Write a document at random: notes in every place, of every content, each with words that betray it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import indent

from fuzz.papers import Paper

PICTURE = "picture.svg"
"""Stands next to every document."""
_WORDS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda omicron sigma "
    "characteristically incomprehensibilities [a](https://example.org/a?b=c) *emphasis* `code()` $x_1^2$"
).split()
_INDENT = "    "
_HEAVY = 0.08
"""How many documents are heavy."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document, and how many notes its author means it to have."""

    markdown: str
    notes: int
    """Note 7 begins with ``N007S``, ends with ``N007E``, and its first call stands behind ``C007C``."""


@dataclass(slots=True)
class _Author:
    random: random.Random
    paper: Paper
    density: float
    heavy: bool
    """Many of the notes are long, or hold one thing after another; one or two are giants."""
    notes: int = 0
    definitions: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)

    def words(self, most: int, least: int = 1) -> str:
        return " ".join(self.random.choices(_WORDS, k=self.random.randint(least, most)))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def either(self, *choices: tuple[float, Callable[[], str]]) -> str:
        """Let one of the choices write, each as probable as its weight says."""
        weights, writers = zip(*choices, strict=True)
        return self.random.choices(writers, weights)[0]()

    # Notes

    def call(self) -> str:
        """Return a call with a word before it: of a new note, or of one that was called before."""
        if self.called and self.chance(0.06):
            return f" again[^{self.random.choice(self.called)}]"
        self.notes += 1
        start, end = f"N{self.notes:03}S", f"N{self.notes:03}E"
        call = f" C{self.notes:03}C"
        if self.chance(0.1):
            return f"{call}^[{start} {self.words(20)} {end}]"
        label = f"n{self.notes}"
        body = self.content(start, end)
        self.definitions.append(f"[^{label}]: {indent(body, _INDENT).lstrip()}")
        self.called.append(label)
        return f"{call}[^{label}]"

    def content(self, start: str, end: str) -> str:
        """Return what stands in a note, between its first and its last word."""
        length = self.random.choice([3, 10, 30, 60])
        if self.chance(0.15 if self.heavy else 0.025):
            length = self.random.randint(150, 600)
        elif self.chance(self.paper.giants * (20 if self.heavy else 1)):
            length = self.paper.giant
        text = f"{start} {self.words(length)}"
        if self.chance(0.5 if self.heavy else 0.75):
            return f"{text} {end}"
        many = self.random.randint(2, 8) if self.chance(0.3 if self.heavy else 0.05) else 1
        blocks = [self.inset() for _ in range(many)]
        return "\n\n".join([text, *blocks, f"{self.words(9)} {end}"])

    def inset(self) -> str:
        """Return a block that stands in a note."""
        return self.either(
            (4, lambda: f"- {self.words(9)}\n- {self.words(9)}\n    - {self.words(3)}"),
            (2, lambda: f"1. {self.words(9)}\n\n    {self.words(9)}\n\n2. {self.words(9)}"),
            (3, lambda: self.words(40)),
            (2, lambda: f"> {self.words(20)}"),
            (2, self.code),
            (2, lambda: r"$$\sum_{i=0}^n x_i = \frac{1}{2}$$"),
            (1, lambda: f"| a | b |\n|---|---|\n| {self.words(5)} | {self.words(5)} |"),
            (1, lambda: f"![{self.words(3)}]({PICTURE})\\"),
            (1, lambda: f"{self.words(2)}\n\n:   {self.words(9)}"),
            (1, lambda: f"| {self.words(4)}\n| {self.words(4)}"),
        )

    # Text

    def text(self, most: int) -> str:
        """Return up to four stretches of words, many of them with a call at the end."""
        stretches = [self.words(most, 2) for _ in range(self.random.randint(1, 4))]
        return " ".join(
            f"{stretch}{self.call()}" if self.chance(self.density) else stretch for stretch in stretches
        )

    def brief(self) -> str:
        return self.words(3) + (self.call() if self.chance(self.density) else "")

    def block(self) -> str:
        return self.either(
            (40, lambda: self.text(40)),
            (9, lambda: f"{'#' * self.random.randint(1, 3)} {self.brief()}"),
            (12, self.items),
            (7, lambda: f"> {self.text(30)}\n>\n> {self.text(20)}"),
            (12, self.table),
            (2, self.table_of_blocks),
            (1, self.table_with_spans),
            (5, lambda: f"{self.brief()}\n\n:   {self.text(20)}\n\n    {self.text(10)}"),
            (3, lambda: f"{self.text(8)}\n\n{self.code()}\n\n{self.text(8)}"),
            (3, lambda: f"![{self.brief()}]({PICTURE})"),
            (2, lambda: f"{self.text(9)}\n\n$$\\int_0^1 x^2\\,dx = \\frac{{1}}{{3}}$$\n\n{self.text(9)}"),
            (2, self.verse),
            (
                2,
                lambda: (
                    f"::: {self.random.choice(['box', 'abstract'])}\n{self.text(30)}\n\n{self.text(9)}\n:::"
                ),
            ),
            (4 if self.heavy else 1, self.crowd),
        )

    def verse(self) -> str:
        """Return lines that keep together."""
        return "\n".join(f"| {self.brief()}" for _ in range(self.random.randint(2, 6)))

    def code(self) -> str:
        lines = [
            f"line {number} = {'x' * self.random.randint(1, 90)}"
            for number in range(self.random.randint(1, 9))
        ]
        return "\n".join(["```", *lines, "```"])

    def items(self, depth: int = 0) -> str:
        mark, gap = self.random.choice(["-   ", "1.  "]), self.random.choice(["\n", "\n\n"])
        items = []
        for _ in range(self.random.randint(1, 5)):
            text = self.text(15)
            inner = f"\n\n{self.items(depth + 1)}" if depth < 2 and self.chance(0.2) else ""
            items.append(mark + indent(text + inner, _INDENT)[4:])
        return gap.join(items)

    def table(self) -> str:
        columns = self.random.randint(1, 4)
        caption = f": {self.brief()}\n\n" if self.chance(0.4) else ""
        head = [self.brief() for _ in range(columns)]
        rows = [[self.text(24 // columns) for _ in range(columns)] for _ in range(self.random.randint(1, 9))]
        lines = [head, ["---"] * columns, *rows]
        return caption + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)

    def table_of_blocks(self) -> str:
        """Return a grid table, whose cells hold paragraphs and lists."""
        rule = f"+{'-' * 500}+"
        rows = [rule]
        for _ in range(self.random.randint(1, 3)):
            cell = f"{self.text(20)}\n\n- {self.text(9)}\n- {self.text(9)}"
            rows += [*(f"| {line.ljust(499)}|" for line in cell.split("\n")), rule]
        return "\n".join(rows)

    def table_with_spans(self) -> str:
        return (
            f"<table>\n<tr><td rowspan=2>{self.text(9)}</td><td>{self.text(9)}</td></tr>\n"
            f"<tr><td>{self.text(9)}</td></tr>\n<tr><td colspan=2>{self.text(9)}</td></tr>\n</table>"
        )

    def crowd(self) -> str:
        """Return sixty notes that would all like to stand on one page."""
        return " ".join(f"{self.words(2)}{self.call()}" for _ in range(60))


def manuscript(paper: Paper, seed: int) -> Manuscript:
    """Return the document of that number for that paper, always the same."""
    chosen = random.Random(f"{paper.name} {seed}")  # noqa: S311 - no secret
    author = _Author(chosen, paper, chosen.choice([0.1, 0.3, 0.6, 0.9]), heavy=chosen.random() < _HEAVY)
    blocks = [author.block() for _ in range(chosen.randint(paper.least, paper.most))]
    front = f"---\ntitle: Document {seed}\nlang: en\ntoc: false\n---"
    return Manuscript("\n\n".join([front, *blocks, *author.definitions, ""]), author.notes)
