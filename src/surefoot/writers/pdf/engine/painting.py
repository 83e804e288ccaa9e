"""Mends of the painting, without which a page does not say what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

import pydyf
from weasyprint import pdf
from weasyprint.pdf.stream import Stream

from surefoot.writers.pdf.boxes import Box, Furniture
from surefoot.writers.pdf.engine.mending import Mend
from surefoot.writers.pdf.spoken import actual_text, runs_backwards


def mends(furniture: Mapping[Box, Furniture], add_tags: Callable[..., None]) -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written.

    Args:
        furniture: boxes that are no content but artifacts of the page.
        add_tags: writes the structure tree.
    """
    return (
        Mend(pdf, "Stream", partial(_Stream, furniture)),
        Mend(pdf, "add_tags", add_tags),
        Mend(pydyf.Stream, "data", property(_ended)),
    )


class _Stream(Stream):
    """A page's content that says what it is: lines with their words, furniture as artifacts."""

    def __init__(self, furniture: Mapping[Box, Furniture], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self._furniture = furniture

    @contextmanager
    def marked(self, box: Box, tag: str) -> Iterator[None]:
        """Mark what is painted meanwhile as ``box``."""
        if box in self._furniture:
            self.begin_marked_content("Artifact", pydyf.Dictionary(self._furniture[box].value))  # type: ignore[no-untyped-call]
        else:
            mcid = len(self._tags)
            self._tags[box] = {"tag": tag, "mcid": mcid}
            words = getattr(box, "text", "")
            said = "" if runs_backwards(words, box.style["direction"]) else actual_text(words)
            replacement = {"ActualText": pydyf.String(said)} if said else {}
            self.begin_marked_content(tag, pydyf.Dictionary({"MCID": mcid, **replacement}))  # type: ignore[no-untyped-call]
        try:
            yield
        finally:
            self.end_marked_content()  # type: ignore[no-untyped-call]


_data = vars(pydyf.Stream)["data"].fget


def _ended(stream: pydyf.Stream) -> bytes:
    r"""Return a stream that has the length that it says.

    The end of a line before ``endstream`` is no part of it (ISO 32000-1, 7.3.8.1).
    pydyf writes a line feed, which readers take together with a carriage return
    that the stream happens to end with.
    """
    written = bytes(_data(stream))
    end = b"\r\nendstream"
    return written.removesuffix(end) + b"\r" + end if written.endswith(end) else written
