"""The lists that lead into a publication: whether each entry leads to what it names, as they come.

Contents and page lists of the navigation document (EPUB 3.3, 7.4), and those of
the NCX that older reading systems use. An entry that has the words of no heading
may be what it likes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from surefoot.errors import UnreadableError
from surefoot.inspectors.epub.container import resolved
from surefoot.inspectors.epub.package import Item, Package
from surefoot.inspectors.epub.targets import Places, Targets, number
from surefoot.inspectors.rising import rising
from surefoot.inspectors.tree import Element, Page
from surefoot.inspectors.tree.names import kinds
from surefoot.inspectors.tree.shown import words
from surefoot.inspectors.tree.sight import EVERYTHING
from surefoot.text import fold, spaced

_NCX_TYPE = "application/x-dtbncx+xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list."""

    label: str
    path: str
    """Of the content document it leads to."""
    fragment: str


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of a publication, each in its order."""

    contents: tuple[tuple[Entry, ...], ...]
    pages: tuple[tuple[Entry, ...], ...]

    @classmethod
    def of(cls, package: Package) -> Lists:
        """Return the lists of a package; one that cannot be read is none."""
        found = [each for item in package.items() for each in _lists(package, item)]
        return cls(
            tuple(entries for pages, entries in found if not pages),
            tuple(entries for pages, entries in found if pages),
        )

    def astray(self, pages: Sequence[Page]) -> list[str]:
        """Return the labels of the entries that contradict what stands in ``pages``.

        They have the words of a heading or the number of a page, but lead elsewhere;
        or stand among the others in another order. A page that is nowhere is one too.
        """
        targets = Targets.of(pages)
        known = targets.headings.named.keys() - {""}
        contents = ([each for each in entries if fold(each.label) in known] for entries in self.contents)
        found = (
            *(_astray(entries, targets, targets.headings, fold) for entries in contents),
            *(_astray(entries, targets, targets.breaks, number) for entries in self.pages),
        )
        return list(dict.fromkeys(label for labels in found for label in labels))


def _astray(
    entries: Sequence[Entry], targets: Targets, places: Places, said: Callable[[str], str]
) -> Iterator[str]:
    reached = [targets.reached(each.path, each.fragment, said(each.label), places) for each in entries]
    order = iter(rising([rank for rank in reached if rank is not None]))
    for entry, rank in zip(entries, reached, strict=True):
        if rank is None or not next(order):
            yield spaced(entry.label)


def _lists(package: Package, item: Item) -> Iterator[tuple[bool, tuple[Entry, ...]]]:
    """Yield the lists of a file, and of each whether it is of pages."""
    try:
        if "nav" in item.properties:
            root = package.container.element(item.path)
            for nav in root.iter("{*}nav"):
                if kind := kinds(nav) & {"toc", "page-list"}:
                    yield kind == {"page-list"}, tuple(_links(nav, item.path))
        elif item.media_type == _NCX_TYPE:
            root = package.container.element(item.path)
            yield False, tuple(_points(root, "navPoint", item.path))
            yield True, tuple(_points(root, "pageTarget", item.path))
    except UnreadableError:
        return


def _links(nav: Element, base: str) -> Iterator[Entry]:
    for link in nav.iter("{*}a"):
        yield _entry(words(link, EVERYTHING), link.get("href", ""), base)


def _points(root: Element, kind: str, base: str) -> Iterator[Entry]:
    for point in root.iter(f"{{*}}{kind}"):
        source = point.find("{*}content")
        yield _entry(
            point.findtext("{*}navLabel/{*}text", ""), "" if source is None else source.get("src", ""), base
        )


def _entry(label: str, link: str, base: str) -> Entry:
    path, _, fragment = link.partition("#")
    return Entry(label, resolved(base, path) if path else base, fragment)
