"""The promise: each citation of the brief survives in each format, in each facet that the format carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import FORMATS
from surefoot import formats
from surefoot.model import Document
from surefoot.promise import Facet, Recovered
from surefoot.source import read
from surefoot.text import fold
from surefoot.verify import compare

CITATIONS = range(1, 9)
SIX = (Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS, Facet.JUMP, Facet.BACK)
CARRIED = dict.fromkeys(("epub", "html"), tuple(frozenset(Facet) - {Facet.NEAR})) | {
    "pdf": tuple(Facet),
    "txt": (Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS),
}
CASES = [
    pytest.param(number, name, facet, id=f"citation {number} · {name} · {facet.value}")
    for number in CITATIONS
    for name in FORMATS
    for facet in SIX
    if facet in CARRIED[name]
]


@pytest.fixture(scope="module")
def testimony(built_brief: Mapping[str, Path]) -> Mapping[str, Recovered]:
    return {
        name: formats.choose([name])[0].inspector().inspect(path.read_bytes())
        for name, path in built_brief.items()
    }


@pytest.mark.parametrize(("number", "name", "facet"), CASES)
def test_survives(
    number: int, name: str, facet: Facet, brief: Document, testimony: Mapping[str, Recovered]
) -> None:
    promised, found = brief.citations[number - 1], testimony[name].citations[number - 1]
    if facet is Facet.CLAIM:
        assert promised.claim
        assert found.claim.endswith(promised.claim)
    elif facet is Facet.NOTE:
        # The spaces are another facet: where a line ends, paper cannot tell.
        assert fold(found.note) == fold(promised.note)
    else:
        assert getattr(found, facet.value) == getattr(promised, facet.value)


@pytest.mark.parametrize("name", FORMATS)
def test_carries_every_facet_it_can_and_no_call_more(name: str, testimony: Mapping[str, Recovered]) -> None:
    assert testimony[name].facets == set(CARRIED[name])
    assert len(testimony[name].citations) == len(CITATIONS)


def test_every_promise_of_the_brief_says_something(brief: Document) -> None:
    """A promise of nothing would be kept by any file."""
    assert [citation.mark for citation in brief.citations] == [str(number) for number in CITATIONS]
    for citation in brief.citations:
        assert len(citation.claim) > 20
        assert len(citation.note) > 40
        assert len(citation.links) == 1
        assert citation.jump
        assert citation.back


@pytest.mark.parametrize("name", FORMATS)
def test_calls_in_a_row_are_told_apart(name: str, source: Callable[[str], Path]) -> None:
    """Ten calls without a word between them: a few points from each other on paper."""
    labels = [f"n{number}" for number in range(10)]
    text = "Many" + "".join(f"[^{label}]" for label in labels) + " and more.[^last]\n"
    notes = "".join(f"\n[^{label}]: Note of {label}.\n" for label in [*labels, "last"])
    document = read(source(f"---\ntitle: T\nlang: en\n---\n\n{text}{notes}"))
    form = formats.choose([name])[0]
    assert compare(document.citations, form.inspector().inspect(form.writer().write(document))) == ()
