"""Damages to a finished HTML file."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import lxml.html

from damage import Damage
from damage.chance import cut
from damage.tree import Publication, damages


def _inflict(edit: Callable[[Publication, int], None], data: bytes, place: int, chance: Random) -> bytes:
    root = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    edit(Publication({"": root}, chance), place)
    return lxml.html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")


def _cut(data: bytes, _: int, chance: Random) -> bytes:
    """Lose the end of the file, from somewhere before the last note's own words."""
    return cut(data, data.rindex(b'role="doc-backlink"') / len(data) * 0.98, chance)


HTML: tuple[Damage, ...] = (*damages(_inflict), Damage("the end of the file lost", None, _cut))
