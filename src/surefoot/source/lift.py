"""Lifts each note out of the tree, numbers it, and meets every call and citation in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from surefoot.identifiers import followed
from surefoot.model import Json
from surefoot.source import labels, prose, rawhtml, tree
from surefoot.source.entries import CITATION, Entry
from surefoot.source.markers import spell_out
from surefoot.source.runs import WRAPPERS, runs, without_notes


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
class Numbered:
    """A note that has its number; its calls are added as they are met."""

    number: int
    rank: int | None
    keys: tuple[str, ...]
    nth: int
    """Of the mentions of the first of ``keys`` outside notes: this one."""
    blocks: Json
    before: list[str] = field(default_factory=list)
    """The prose before each of its calls."""


@dataclass(frozen=True, slots=True)
class Called:
    """A call: the number of its note, its own rank among the calls of that note."""

    number: int
    nth: int
    before: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in the text that leads to its entry."""

    entry: Entry
    words: str
    before: str
    note: int | None
    """The rank of the definition that it stands in; None in the prose and in inline notes."""
    nth: int
    """Of the mentions of its key there: this one."""


Passed: TypeAlias = Called | Cited


@dataclass(slots=True)
class Lift:
    """One pass over a document's tree, in the order in which a reader meets its parts.

    Blocks are changed in place: each Note gives way to a Span of class
    ``noteref`` with the id that its way back will name, and each link of a
    citation to its entry gets the class ``biblioref``.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    """By the targets of links."""
    notes: list[Numbered] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    _passed: list[Passed] = field(default_factory=list)
    _in_notes: list[Cited] = field(default_factory=list)
    _by_rank: dict[int, Numbered] = field(default_factory=dict)
    _mentions: Counter[tuple[int | None, str]] = field(default_factory=Counter)
    _before: str = ""
    _last: str = ""
    """The paragraph or heading before this one, where every edition shows the two one after the other."""
    _note: Numbered | None = None
    """The note that is looked into."""

    @property
    def passed(self) -> tuple[Passed, ...]:
        """Every call and citation in reading order: those in the prose, then those in notes."""
        return (*self._passed, *self._in_notes)

    @property
    def _within(self) -> int | None:
        """The rank of the definition that is looked into; None in the prose and in inline notes."""
        return self._note.rank if self._note else None

    def blocks(self, blocks: Sequence[Json]) -> None:
        """Lift the notes out of ``blocks``."""
        for block in blocks:
            self._block(block)

    def inlines(self, inlines: Json) -> None:
        """Lift the notes out of the ``inlines`` of one block."""
        self._before = ""
        inlines[:] = self._inlines(inlines)

    def _block(self, block: Json) -> None:
        spell_out(block)
        content = block.get("c")
        if block["t"] in {"Para", "Header"}:
            words = content if block["t"] == "Para" else content[2]
            self.inlines(words)
            self._last = self._before
        else:
            for part in runs(block["t"], content):
                self._last = ""
                self.blocks(part)
            self._last = ""

    def _inlines(self, inlines: Sequence[Json], keys: tuple[str, ...] = ()) -> list[Json]:
        return [part for inline in rawhtml.native(inlines) for part in self._inline(inline, keys)]

    def _inline(self, inline: Json, keys: tuple[str, ...]) -> list[Json]:
        kind, content = inline["t"], inline.get("c")
        if kind == "Note":
            return self._call(content, keys)
        if kind in WRAPPERS:
            inline["c"] = self._inlines(content, keys)
        elif kind in {"Quoted", "Span"}:
            marks = prose.QUOTES[content[0]["t"]] if kind == "Quoted" else ("", "")
            self._before += marks[0]
            content[1] = self._inlines(content[1], keys)
            self._before += marks[1]
        elif kind == "Cite":
            cited = tree.keys(inline)
            self._mentions.update((self._within, key) for key in cited)
            content[1] = self._inlines(content[1], cited)
        elif kind == "Link":
            return self._link(inline, keys)
        elif kind == "Image":
            self._image(content)
        else:
            self._before += prose.words(inline)
        return [inline]

    def _link(self, link: Json, keys: tuple[str, ...]) -> list[Json]:
        """A call cannot stand in a link (HTML allows no link in a link): it follows it."""
        inner, calls = without_notes(link["c"][1])
        link["c"][1] = inner
        link["c"][2][0] = followed(link["c"][2][0])
        if keys:
            self._cite(link)
        self._before += prose.words(link)
        return [link, *(part for call in calls for part in self._call(call["c"], ()))]

    def _cite(self, link: Json) -> None:
        """Enter a citation that leads to its entry; one that leads to none is words alone."""
        (_, classes, _), inner, (target, _) = link["c"]
        words = prose.words(inner)
        entry = self.entries.get(target)
        if entry is None or not words.strip():
            link["t"], link["c"] = "Span", link["c"][:2]
            return
        classes.append(CITATION)
        nth = self._mentions[self._within, entry.key]
        cited = Cited(entry, words, self._standing(), self._within, nth)
        (self._passed if self._note is None else self._in_notes).append(cited)

    def _image(self, content: Json) -> None:
        inner, calls = without_notes(content[1])
        content[1] = inner
        self._before += prose.alternative(inner)
        self.met += [Met(labels.take(call["c"]), (), nested=False, alternative=True) for call in calls]

    def _call(self, blocks: Json, keys: tuple[str, ...]) -> list[Json]:
        rank = labels.take(blocks)
        self.met.append(Met(rank, keys, nested=self._note is not None, alternative=False))
        if self._note is not None:
            return []
        note = self._by_rank.get(rank) if rank is not None else None
        if note is None:
            nth = self._mentions[None, keys[0]] if keys else 0
            note = Numbered(len(self.notes) + 1, rank, keys, nth, blocks)
            self.notes.append(note)
            if rank is not None:
                self._by_rank[rank] = note
            self._look_into(note)
        note.before.append(self._standing())
        nth = len(note.before)
        self._passed.append(Called(note.number, nth, note.before[-1]))
        attributes = [f"fnref-{note.number}-{nth}", ["noteref"], []]
        return [{"t": "Span", "c": [attributes, [{"t": "Str", "c": str(note.number)}]]}]

    def _standing(self) -> str:
        """Return the prose before a call.

        One that opens its paragraph stands behind the one before: any file keeps a promise of nothing.
        """
        return self._before if self._before.strip() else self._last

    def _look_into(self, note: Numbered) -> None:
        """Look into a note for its citations, and for notes: there must be none."""
        before, last = self._before, self._last
        self._note, self._last = note, ""
        self.blocks(note.blocks)
        self._note, self._before, self._last = None, before, last
