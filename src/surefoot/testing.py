"""The conformance kit: lets whoever brings a format prove it in a test of three lines.

::

    from surefoot.testing import assert_format_holds

    def test_my_format_loses_nothing(tmp_path):
        assert_format_holds("gfm", tmp_path)
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from surefoot import formats, verify
from surefoot.contracts import Exhibitor, Inspector
from surefoot.errors import UnreadableError
from surefoot.promise import Facet
from surefoot.source import read

_LEAST = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE})
_NO_FILES = (b"", b"\0\xff\xfe not a file of any format", bytes(range(256)))

SPECIMEN = """\
---
title: A specimen with notes of every kind
author: Nobody in particular
lang: en
---

The first claim has a note.[^first] The second has one of its own,^[An inline note, with *emphasis*.] and
the third repeats the first.[^first]

# A heading with a note[^heading]

- An item of a list.[^item]
- Another item, with two notes in a row.[^item][^blocks]

> A quotation.[^script]

    code = [1, 2]

Prose with [a link](https://example.org/link), *words* of **weight**, and `code` in it.

| Place | Figure |
|-------|--------|
| North | 12 %[^cell] |
| South | 10^6^ |

[^first]: See [the record](https://example.org/record?year=2026&page=1), p. 14, and <https://example.org/a_b>.
[^heading]: The note of the heading.
[^item]: The note of the item: “quoted”, 1914–1918.

[^blocks]: A first paragraph.

    A second one, before a list:

    - one
    - two

[^script]: Ελληνικά, Кириллица, naïve, x².
[^cell]: Of a hundred.
"""
"""A source with notes in every place that writers forget, every content that notes have, and some prose."""


def assert_format_holds(name: str, folder: Path, specimen: str = SPECIMEN) -> None:
    """Build the specimen in a format, twice, and prove what came out: citations, and the prose where carried.

    Args:
        name: of an installed format with writer and inspector.
        folder: an empty one, for the specimen.
        specimen: a source of your own, for a format that has no lists or tables, say.

    Raises:
        AssertionError: a promise is broken, too little can be proved, two builds
            differ, or the inspector takes for a file what is none.
        UsageError: there is no such format, or it cannot be loaded.
    """
    (form,) = formats.choose([name])
    writer, inspector = form.writer(), form.inspector()
    source = folder / "specimen.md"
    source.write_text(specimen, encoding="utf-8")
    document = read(source)
    data = writer.write(document).data
    _hold(writer.write(read(source)).data == data, f"{name}: two builds of one source differ.")
    recovered = inspector.inspect(data)
    missing = ", ".join(sorted(_LEAST - recovered.facets))
    _hold(not missing, f"{name}: the inspector cannot prove: {missing}.")
    judged = (
        verify.compare(document.citations, recovered, document.prose),
        verify.compare_prose(document.prose, recovered),
    )
    for finding in chain(*judged):
        _hold(kept=False, otherwise=f"{name}: {finding}")
    _hold(_shows(inspector, data, len(recovered.citations)), f"{name}: not every citation is shown.")
    for junk in _NO_FILES:
        _hold(_refuses(inspector, junk), f"{name}: the inspector reads {junk[:20]!r} as a file.")


def _shows(inspector: Inspector, data: bytes, count: int) -> bool:
    """Whether an inspector that can show citations shows each one that it is asked for."""
    return (
        not isinstance(inspector, Exhibitor) or len(inspector.exhibit(data, range(count)).exhibits) == count
    )


def _hold(kept: bool, otherwise: str) -> None:  # noqa: FBT001 - a truth is what this is about
    if not kept:
        raise AssertionError(otherwise)


def _refuses(inspector: Inspector, junk: bytes) -> bool:
    try:
        found = inspector.inspect(junk)
    except UnreadableError:
        return True
    # A text format may take anything for a text, as long as it finds no citation there.
    return not found.citations
