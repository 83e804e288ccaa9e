"""Damages to a finished HTML file."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html

from damage import Damage
from damage.tree import EDITS, Edit, Publication


def _in_html(edit: Edit) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        root = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
        edit(Publication({"": root}), place)
        return lxml.html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")

    return inflict


HTML = tuple(Damage(name, fault, _in_html(edit)) for name, fault, edit in EDITS)
