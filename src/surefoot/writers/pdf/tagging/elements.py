"""From HTML elements to structure elements: each made once, in its place."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from surefoot.bibliography import is_citation, is_entry
from surefoot.composition import is_call
from surefoot.writers.pdf.archive.variants import DEFAULT, Variant
from surefoot.writers.pdf.sheet.notes import LaidNotes
from surefoot.writers.pdf.tagging import roles
from surefoot.writers.pdf.tagging.structure import Node

_CONTENTS = frozenset({"TOC", "TOCI"})


class Elements:
    """The structure elements of one tree, made as they are asked for: in reading order."""

    def __init__(self, root: Element, notes: LaidNotes, variant: Variant = DEFAULT) -> None:
        self.document = Node("Document")
        self.variant = variant
        self._laid = notes
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._named = {name: element for element in root.iter() if (name := element.get("id"))}
        self._nodes: dict[Element, Node] = {root: self.document}
        self._notes: dict[str, Node] = {}
        self._implied: set[Node] = set()

    def node(self, element: Element) -> Node:
        """Return the structure element that holds the content of ``element``."""
        if element not in self._nodes:
            self._nodes[element] = self._make(element)
        return self._nodes[element]

    def home(self, node: Node) -> Node:
        """Return where text right inside ``node`` goes: a paragraph of its own, if ``node`` holds blocks."""
        if node.role not in roles.WRAPPING:
            return node
        last = next((kid for kid in reversed(node.kids) if not _is_note(kid)), None)
        if isinstance(last, Node) and last in self._implied:
            return last
        paragraph = node.add("P")
        self._implied.add(paragraph)
        return paragraph

    def target(self, name: str) -> Node:
        """Return the structure element that a link to ``#name`` leads to, or that this stands in."""
        element = self._named.get(name)
        while element is not None and element not in self._nodes:
            element = self._parents.get(element)
        return self.document if element is None else self._nodes[element]

    def references(self) -> Iterator[tuple[Node, Node]]:
        """Yield each Reference, once all is made, and what it refers to."""
        for link, node in self._nodes.items():
            href = link.get("href", "")
            reference = node.parent if node.role == "Link" else node
            if reference and reference.role == "Reference" and href[:1] == "#":
                yield reference, self.target(href[1:])

    def label(self, item: Element) -> Node:
        """Return the label of a list ``item``, where its bullet or number goes."""
        body = self.node(item)
        listed = body if body.role == "TOCI" else body.parent
        assert listed is not None, "a list item's body stands in an item"  # noqa: S101
        first = next(iter(listed.kids), None)
        if isinstance(first, Node) and first.role == "Lbl":
            return first
        label = Node("Lbl", listed)
        listed.kids.insert(0, label)
        return label

    def _make(self, element: Element) -> Node:
        if element in self._laid.elements:
            return self._note(element, self._laid.elements[element])
        outer = self.node(self._parents[element])
        node = self._listed(element, outer)
        if node is not outer and (language := element.get("lang")):
            node.language = language
        return node

    def _listed(self, element: Element, outer: Node) -> Node:
        """Return the structure element of what may stand in a list, of a link, or of anything else."""
        match element.tag:
            case "li" if outer.role == "TOC":
                node = outer.add("TOCI")
            case "li":
                node = outer.add("LI").add("LBody")
            case "dt":
                node = outer.add("LI").add("Lbl")
            case "dd":
                node = _definition(outer)
            case "p" if is_entry(element):
                # A reference to a work is no block, so it stands in one (ISO 32000-1, 14.8.4.4).
                home = outer.add("LI").add("LBody") if outer.role == "L" else outer.add("P")
                node = home.add("BibEntry")
            case "a" if element.get("href"):
                node = self._link(element, outer)
            case _ if outer.role in _CONTENTS:
                node = _contents(element, outer)
            case _:
                node = self._plain(element, outer)
        return node

    def _plain(self, element: Element, outer: Node) -> Node:
        """Return the structure element that the table of roles knows, or the one around."""
        role = roles.role(element, modern=self.variant.modern)
        if not role:
            return outer
        node = (self.home(outer) if role in roles.INLINE else outer).add(role)
        node.expansion = roles.expansion(element)
        node.attributes = roles.attributes(
            element,
            in_head=outer.parent is not None and outer.parent.role == "THead",
            modern=self.variant.modern,
        )
        node.attributes |= roles.headed(element, self._named)
        node.may_be_empty = role in {"TD", "TH", "BlockQuote"}
        if role in {"Figure", "Formula"}:
            node.alt, node.source = element.get("alt", ""), element.get("data-mathml", "")
        if role == "TH":
            node.id = element.get("id", "")
        return node

    def _link(self, link: Element, outer: Node) -> Node:
        """Return a link; one from or to a note or to an entry within what says so (ISO 32000-1, 14.8.4.4)."""
        home, classes = self.home(outer), link.get("class", "").split()
        if is_call(link):
            home = home.add("Reference", id=link.get("id", ""))
        elif is_citation(link) or outer.role == "TOCI":
            home = home.add("Reference")
        elif "number" in classes:
            home = home.add("Lbl")
        # Without links in the file, a printed address is still one.
        return home.add("Link") if self.variant.linked or link.get("href", "")[0] != "#" else home

    def _note(self, element: Element, name: str) -> Node:
        """Return the note ``name``, of which ``element`` is all or a part, behind the block that calls it."""
        if name not in self._notes:
            self._notes[name] = self._behind(self.node(self._parents[element]), name)
            self._notes[name].language = element.get("lang", "")
            if self.variant.modern:
                self._notes[name].attributes = roles.note(element)
        return self._notes[name]

    def _behind(self, node: Node, name: str) -> Node:
        """Make the note ``name`` behind the block that holds ``node``, or at the end of what holds blocks."""
        block = node
        # A term that is defined holds its notes: behind it they would come after those of its definition.
        while block.role not in roles.BLOCKS | roles.WRAPPING | {"Lbl"}:
            assert block.parent is not None, "the document holds blocks"  # noqa: S101
            block = block.parent
        if block.role in roles.WRAPPING | {"Lbl"} or block.parent is None:
            return block.add("Note", id=name)
        note = Node("Note", block.parent, id=name)
        siblings = block.parent.kids
        place = siblings.index(block) + 1
        while place < len(siblings) and _is_note(siblings[place]):
            place += 1
        siblings.insert(place, note)
        return note


def _is_note(kid: object) -> bool:
    return isinstance(kid, Node) and kid.role == "Note"


def _contents(element: Element, outer: Node) -> Node:
    """Return the structure element of a part of a list of contents: its heading, or a list in an item."""
    if outer.role == "TOC" and element.tag not in {"ol", "ul"}:
        return outer.add("Caption")
    return outer.add("TOC") if outer.role == "TOCI" and element.tag in {"ol", "ul"} else outer


def _definition(listing: Node) -> Node:
    """Return the body of a definition, in the item that its term opened."""
    last = listing.kids[-1] if listing.kids else None
    item = last if isinstance(last, Node) and last.role == "LI" else listing.add("LI")
    return item.add("LBody")
