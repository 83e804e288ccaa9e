"""A structure tree in memory (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content on a page."""

    page: int
    """Zero-based."""
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link that can be clicked on a page."""

    page: int
    dictionary: Any
    """The annotation's own dictionary, which gets a place in the parent tree."""


@dataclass(eq=False, slots=True)
class Node:
    """A structure element."""

    role: str
    """A standard structure type (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4)."""
    parent: Node | None = None
    kids: list[Node | Mark | Annotation] = field(default_factory=list)
    id: str = ""
    alt: str | None = None
    language: str = ""
    expansion: str = ""
    """What an abbreviation is short for."""
    spoken: str = ""
    """Its words in the order in which they are read, where they are painted in another."""
    attributes: dict[str, Any] = field(default_factory=dict)
    """One attribute object, with its owner: ``{"O": "/Table", "Scope": "/Row"}``."""
    refers: list[Node] = field(default_factory=list)
    """The elements that it speaks of (ISO 32000-2, 14.7.2)."""
    source: str = ""
    """Of a formula: its MathML."""
    may_be_empty: bool = False
    """It keeps its place without content: an empty table cell."""

    def add(self, role: str, **more: Any) -> Node:
        """Append a new child and return it."""
        child = Node(role, self, **more)
        self.kids.append(child)
        return child

    def prune(self) -> bool:
        """Drop all elements below that hold nothing; return whether this one holds something."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.may_be_empty

    def nodes(self) -> Iterator[Node]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()
