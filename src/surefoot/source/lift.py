"""Lifts each note out of the tree, numbers it, and writes down what its calls promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from surefoot.model import Call, Citation, Json, Note
from surefoot.source import labels, prose, rawhtml
from surefoot.text import claim, fold

_SHOWN = 60
"""Characters before a call by which an editor finds it."""
_WRAPPERS = {"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"}


@dataclass(frozen=True, slots=True)
class Met:
    """A note as pandoc gives it, met at a call."""

    rank: int | None
    """Of its definition among the census's; None for inline notes and for citations."""
    keys: tuple[str, ...]
    """The keys of the citation that made it; empty for the author's own notes."""
    nested: bool
    """It stands in another note."""
    alternative: bool
    """It stands in an image's alternative text, where no reader meets it."""


@dataclass(slots=True)
class _Numbered:
    """A note that has its number; its calls are added as they are met."""

    number: int
    rank: int | None
    keys: tuple[str, ...]
    blocks: Json
    before: list[str] = field(default_factory=list)
    """The prose before each of its calls."""


@dataclass(slots=True)
class Lift:
    """One pass over a document's tree, in the order in which a reader meets its parts.

    Blocks are changed in place: each Note gives way to a Span of class
    ``noteref`` with the id that its way back will name.
    """

    notes: list[_Numbered] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    order: list[tuple[int, int]] = field(default_factory=list)
    """Number and rank of each call, in reading order."""
    _by_rank: dict[int, _Numbered] = field(default_factory=dict)
    _before: str = ""
    _within_note: bool = False

    def blocks(self, blocks: Sequence[Json]) -> None:
        """Lift the notes out of ``blocks``."""
        for block in blocks:
            self._block(block)

    def inlines(self, inlines: Json) -> None:
        """Lift the notes out of the ``inlines`` of one block."""
        self._before = ""
        inlines[:] = self._inlines(inlines)

    def citations(self) -> tuple[Citation, ...]:
        """Return the promise of every call, in reading order."""
        folded = {
            note.number: (fold(prose.words(note.blocks)), prose.addresses(note.blocks)) for note in self.notes
        }
        return tuple(
            Citation(str(number), claim(self.notes[number - 1].before[nth - 1]), *folded[number])
            for number, nth in self.order
        )

    def lifted(
        self, labels_: Sequence[str], lines: Sequence[int], key_lines: dict[str, Iterator[int]]
    ) -> tuple[Note, ...]:
        """Return the notes with the labels and lines of their definitions, or of their keys."""
        result = []
        for note in self.notes:
            rank, key = note.rank, note.keys[0] if note.keys else ""
            line = lines[rank] if rank is not None else next(key_lines.get(key, iter(())), 0)
            label = labels_[rank] if rank is not None else "; ".join(note.keys)
            calls = tuple(
                Call(f"fnref-{note.number}-{nth}", note.number, " ".join(before.split())[-_SHOWN:])
                for nth, before in enumerate(note.before, 1)
            )
            result.append(Note(note.number, label, line, note.blocks, prose.words(note.blocks), calls))
        return tuple(result)

    def _block(self, block: Json) -> None:  # noqa: C901, PLR0912 - one arm for each kind of block is the plain form
        content = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                self.inlines(content)
            case "Header":
                self.inlines(content[2])
            case "LineBlock":
                for line in content:
                    self.inlines(line)
            case "BlockQuote":
                self.blocks(content)
            case "Div":
                self.blocks(content[1])
            case "BulletList":
                for item in content:
                    self.blocks(item)
            case "OrderedList":
                for item in content[1]:
                    self.blocks(item)
            case "DefinitionList":
                for term, definitions in content:
                    self.inlines(term)
                    for definition in definitions:
                        self.blocks(definition)
            case "Figure":
                # A browser shows the caption below: HTML's figcaption comes last.
                self.blocks(content[2])
                self.blocks(content[1][1])
            case "Table":
                self._table(content)

    def _table(self, content: Json) -> None:
        _, (_, caption), _, head, bodies, foot = content
        self.blocks(caption)
        rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
        for _, cells in rows:
            for cell in cells:
                self.blocks(cell[4])

    def _inlines(self, inlines: Sequence[Json], keys: tuple[str, ...] = ()) -> list[Json]:
        return [part for inline in rawhtml.native(inlines) for part in self._inline(inline, keys)]

    def _inline(self, inline: Json, keys: tuple[str, ...]) -> list[Json]:
        kind, content = inline["t"], inline.get("c")
        if kind == "Note":
            return self._call(content, keys)
        if kind in _WRAPPERS:
            inline["c"] = self._inlines(content, keys)
        elif kind in {"Quoted", "Span"}:
            opening = prose.QUOTES[content[0]["t"]] if kind == "Quoted" else "  "
            self._before += opening[0]
            content[1] = self._inlines(content[1], keys)
            self._before += opening[1]
        elif kind == "Cite":
            content[1] = self._inlines(content[1], tuple(item["citationId"] for item in content[0]))
        elif kind == "Link":
            return self._link(inline)
        elif kind == "Image":
            self._image(content)
        else:
            self._before += prose.words(inline)
        return [inline]

    def _link(self, link: Json) -> list[Json]:
        """A call cannot stand in a link (HTML allows no link in a link): it follows it."""
        inner, calls = _without_notes(link["c"][1])
        link["c"][1] = inner
        self._before += prose.words(link)
        return [link, *(part for call in calls for part in self._call(call["c"], ()))]

    def _image(self, content: Json) -> None:
        inner, calls = _without_notes(content[1])
        content[1] = inner
        self._before += prose.words(inner)
        self.met += [Met(labels.take(call["c"]), (), nested=False, alternative=True) for call in calls]

    def _call(self, blocks: Json, keys: tuple[str, ...]) -> list[Json]:
        rank = labels.take(blocks)
        self.met.append(Met(rank, keys, nested=self._within_note, alternative=False))
        if self._within_note:
            return []
        note = self._by_rank.get(rank) if rank is not None else None
        if note is None:
            note = _Numbered(len(self.notes) + 1, rank, keys, blocks)
            self.notes.append(note)
            if rank is not None:
                self._by_rank[rank] = note
            self._note(blocks)
        note.before.append(self._before)
        nth = len(note.before)
        self.order.append((note.number, nth))
        attributes = [f"fnref-{note.number}-{nth}", ["noteref"], []]
        return [{"t": "Span", "c": [attributes, [{"t": "Str", "c": str(note.number)}]]}]

    def _note(self, blocks: Json) -> None:
        """Look for notes within the note: there must be none."""
        before, self._within_note = self._before, True
        self.blocks(blocks)
        self._before, self._within_note = before, False


def _without_notes(inlines: Sequence[Json]) -> tuple[list[Json], list[Json]]:
    """Return ``inlines`` without notes at any depth, and those notes."""
    kept: list[Json] = []
    notes: list[Json] = []
    for inline in rawhtml.native(inlines):
        if inline["t"] == "Note":
            notes.append(inline)
            continue
        content = inline.get("c")
        if inline["t"] in _WRAPPERS:
            inline["c"], inner = _without_notes(content)
        elif inline["t"] in {"Quoted", "Span", "Cite", "Link"}:
            content[1], inner = _without_notes(content[1])
        else:
            inner = []
        kept.append(inline)
        notes += inner
    return kept, notes
