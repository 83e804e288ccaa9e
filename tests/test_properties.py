"""Whatever is written: what comes out holds, and the promise is what its author meant.

The same documents in every run; with ``EXAMPLES=1000`` in the environment a
thousand new ones (``make test ARGS=tests/test_properties.py``).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from markdown import Written, documents
from surefoot import formats
from surefoot.model import Document
from surefoot.source import read
from surefoot.text import fold
from surefoot.verify import compare, compare_prose

_MANY = int(os.environ.get("EXAMPLES", "0"))
_SETTINGS = settings(
    max_examples=_MANY or 40,
    derandomize=not _MANY,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# To lay out pages takes its time.
_ON_PAPER = settings(_SETTINGS, max_examples=_MANY or 12)


def document(written: Written) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "generated.md")
        source.write_text(written.markdown, encoding="utf-8")
        return read(source)


def assert_holds(written: Written, name: str) -> None:
    (form,) = formats.choose([name])
    read_back = document(written)
    recovered = form.inspector().inspect(form.writer().write(read_back).data)
    assert compare(read_back.citations, recovered) == ()
    assert compare_prose(read_back.prose, recovered) == ()


@_SETTINGS
@given(documents())
def test_the_promise_is_what_the_author_meant(written: Written) -> None:
    read_back = document(written)
    promised = [(fold(each.note), list(each.links)) for each in read_back.citations]
    assert promised == [(fold(words), links) for words, links in written.calls]
    headings = [fold(heading[2:]) for heading in read_back.prose.headings[1:]]
    assert headings == [fold(heading) for heading in written.headings]


@pytest.mark.parametrize("name", ["html", "epub", "txt"])
@_SETTINGS
@given(written=documents())
def test_whatever_is_written_survives(name: str, written: Written) -> None:
    assert_holds(written, name)


@_ON_PAPER
@given(documents())
def test_whatever_is_written_survives_on_paper(written: Written) -> None:
    assert_holds(written, "pdf")


def test_a_term_of_signs_alone_survives_on_paper() -> None:
    note = "One.\n\n    \\| ↑ —\n    :   Signs."
    assert_holds(Written(f"---\ntitle: T\nlang: en\n---\n\nClaim[^n] end.\n\n[^n]: {note}\n"), "pdf")
