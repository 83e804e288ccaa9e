"""Read an EPUB back: its content documents in reading order, then calls and notes among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from surefoot.exhibit import Exhibition
from surefoot.inspectors.epub.container import opened
from surefoot.inspectors.epub.lists import Lists
from surefoot.inspectors.epub.package import Package
from surefoot.inspectors.tree import exhibition, recover, repeated
from surefoot.promise import Prose, Recovered


class EpubInspector:
    """Testifies what an EPUB carries, by EPUB's structural semantics and Digital Publishing WAI-ARIA."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the publication carries, with every facet but those of paper.

        Notes that no type and no role tells are found by the conventions of
        common tools. Where these leave them in the midst of the text, nothing
        is said of what stands beside them. Scripts do not run.

        Raises:
            UnreadableError: the bytes are no zip, lack a part, hold a part that
                is ill-formed or encrypted, or unpack to more than is reasonable.
        """
        with opened(data) as container:
            package = Package.of(container)
            pages, lists = list(package.pages()), Lists.of(package)
        roots = (package.root, *(page.body.getroottree().getroot() for page in pages))
        found = recover(pages, [key for root in roots for key in repeated(root)])
        return replace(found, prose=_with(lists.astray(pages), found.prose))

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return the blocks of calls and notes, dressed in the publication's style sheets."""
        with opened(data) as container:
            pages = list(Package.of(container).pages())
        return exhibition(pages, ranks)


def _with(astray: Sequence[str], prose: Prose) -> Prose:
    """Return the prose, and behind its own links those of lists that mislead: nobody may follow them."""
    # In which block such words stand is not asked: they stand in none.
    anywhere = (0, len(prose.blocks))
    linked = None if prose.linked is None else (*prose.linked, *(anywhere for _ in astray))
    return replace(prose, links=(*prose.links, *astray), linked=linked)
