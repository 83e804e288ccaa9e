"""Words that a tagged file shows and no tag says: all content is tagged or an artifact (ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.sight import Bare
from surefoot.inspectors.pdf.structure import Content, Element
from surefoot.text import spaced

_WITHIN = 0.5
"""Of a text, how much stands at the least where the tagged text stands."""


def words(root: Element, pages: Pages, bare: Sequence[Sequence[Bare]]) -> Iterator[str]:
    """Yield for each page the words that a reader sees on it, and that are neither tagged nor an artifact.

    Either they are in marked content with a number that no element below ``root`` has,
    or in none. Of the latter those count that stand where the file has tagged text on
    some page: in the margins others than the writer may have put a stamp.

    Args:
        root: of the structure tree.
        pages: what the pages show of their marked content.
        bare: for each page what it shows besides.
    """
    tagged = {leaf for leaf in root.leaves() if isinstance(leaf, Content)}
    boxes = [each.box for leaf, each in pages.items() if leaf in tagged and each.box]
    area = reduce(or_, boxes) if boxes else None
    found = defaultdict[int, list[str]](list)
    for leaf, each in pages.items():
        found[leaf.page] += [each.visible] if leaf not in tagged else []
    for number, texts in enumerate(bare):
        found[number] += [text.said for text in texts if area and area.share(text.box) >= _WITHIN]
        said = spaced(" ".join(found[number]))
        if any(map(str.isalnum, said)):
            yield said
