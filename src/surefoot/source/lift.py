"""Lifts each note out of the tree, numbers it, and writes down what its calls promise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surefoot.model import Call, Json, Note, Place
from surefoot.promise import Citation
from surefoot.source import labels, prose, rawhtml, tree
from surefoot.source.census import Definition
from surefoot.text import claim, spaced

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
    _last: str = ""
    """The paragraph or heading before this one, where every edition shows the two one after the other."""
    _within_note: bool = False

    def blocks(self, blocks: Sequence[Json]) -> None:
        """Lift the notes out of ``blocks``."""
        for block in blocks:
            self._block(block)

    def inlines(self, inlines: Json) -> None:
        """Lift the notes out of the ``inlines`` of one block."""
        self._before = ""
        inlines[:] = self._inlines(inlines)

    def citations(self, notes: Sequence[Note]) -> tuple[Citation, ...]:
        """Return the promise of every call of the lifted ``notes``, in reading order."""
        folded = [(spaced(note.text), prose.addresses(note.blocks)) for note in notes]
        return tuple(
            Citation(str(number), claim(self.notes[number - 1].before[nth - 1]), *folded[number - 1])
            for number, nth in self.order
        )

    def places(self, notes: Sequence[Note]) -> tuple[Place, ...]:
        """Return for each of the promised citations where it stands in the source."""
        called = [(notes[number - 1], nth) for number, nth in self.order]
        return tuple(
            Place(note.label, note.line, note.calls[nth - 1].before, note.text) for note, nth in called
        )

    def lifted(
        self, definitions: Sequence[Definition], mentions: Mapping[str, Sequence[int]]
    ) -> tuple[Note, ...]:
        """Return the notes with the labels and lines of their definitions, or of the keys they cite."""
        left = {key: iter(lines) for key, lines in mentions.items()}
        return tuple(self._lifted(note, definitions, left) for note in self.notes)

    @staticmethod
    def _lifted(
        note: _Numbered, definitions: Sequence[Definition], left: Mapping[str, Iterator[int]]
    ) -> Note:
        if note.rank is not None:
            label, line = definitions[note.rank].label, definitions[note.rank].line
        else:
            cited = [next(left.get(key, iter(())), 0) for key in note.keys]
            label, line = "; ".join(note.keys), next(iter(cited), 0)
        calls = tuple(
            Call(f"fnref-{note.number}-{nth}", " ".join(before.split())[-_SHOWN:])
            for nth, before in enumerate(note.before, 1)
        )
        return Note(note.number, label, line, note.blocks, prose.words(note.blocks), calls)

    def _block(self, block: Json) -> None:
        content = block.get("c")
        if block["t"] in {"Para", "Header"}:
            words = content if block["t"] == "Para" else content[2]
            self.inlines(words)
            self._last = self._before
        else:
            for part in _parts(block["t"], content):
                self._last = ""
                self.blocks(part)
            self._last = ""

    def _inlines(self, inlines: Sequence[Json], keys: tuple[str, ...] = ()) -> list[Json]:
        return [part for inline in rawhtml.native(inlines) for part in self._inline(inline, keys)]

    def _inline(self, inline: Json, keys: tuple[str, ...]) -> list[Json]:
        kind, content = inline["t"], inline.get("c")
        if kind == "Note":
            return self._call(content, keys)
        if kind in _WRAPPERS:
            inline["c"] = self._inlines(content, keys)
        elif kind in {"Quoted", "Span"}:
            marks = prose.QUOTES[content[0]["t"]] if kind == "Quoted" else ("", "")
            self._before += marks[0]
            content[1] = self._inlines(content[1], keys)
            self._before += marks[1]
        elif kind == "Cite":
            content[1] = self._inlines(content[1], tree.keys(inline))
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
        # A call that opens its paragraph stands behind the one before: any file keeps a promise of nothing.
        note.before.append(self._before if self._before.strip() else self._last)
        nth = len(note.before)
        self.order.append((note.number, nth))
        attributes = [f"fnref-{note.number}-{nth}", ["noteref"], []]
        return [{"t": "Span", "c": [attributes, [{"t": "Str", "c": str(note.number)}]]}]

    def _note(self, blocks: Json) -> None:
        """Look for notes within the note: there must be none."""
        before, last, self._within_note = self._before, self._last, True
        self.blocks(blocks)
        self._before, self._last, self._within_note = before, last, False


def _parts(kind: str, content: Json) -> Iterator[list[Json]]:  # noqa: C901 - one arm for each kind of block
    """Yield the runs of blocks within a block, in the order in which a reader meets them."""
    match kind:
        case "Plain":
            yield [{"t": "Para", "c": content}]
        case "LineBlock":
            yield from ([{"t": "Para", "c": line}] for line in content)
        case "BlockQuote":
            yield content
        case "Div":
            yield content[1]
        case "BulletList":
            yield from content
        case "OrderedList":
            yield from content[1]
        case "DefinitionList":
            for term, definitions in content:
                yield [{"t": "Para", "c": term}]
                yield from definitions
        case "Figure":
            # A browser shows the caption below: HTML's figcaption comes last.
            yield content[2]
            yield content[1][1]
        case "Table":
            yield from _table(content)


def _table(content: Json) -> Iterator[list[Json]]:
    _, (_, caption), _, head, bodies, foot = content
    yield caption
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
    yield from (cell[4] for _, cells in rows for cell in cells)


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
