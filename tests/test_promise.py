"""The promise: each citation of the brief survives in each format, in each facet that the format carries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from conftest import FORMATS
from mutants.documents import TESTS, Sample, inspectors, sample
from surefoot import formats
from surefoot.model import Document
from surefoot.promise import Aspect, Facet, Recovered
from surefoot.source import read
from surefoot.text import LINE_END, fold
from surefoot.verify import compare

CITATIONS = range(1, 9)
OF_THE_FILE = {Facet.ALONE: "strays", Facet.IDS: "repeated"}
NO_LINKS = {Facet.SHOWN, Facet.JUMP, Facet.BACK}
CARRIED = {
    "pdf": set(Facet),
    "epub": set(Facet) - {Facet.NEAR},
    "html": set(Facet) - {Facet.NEAR},
    "txt": set(Facet) - {Facet.NEAR} - NO_LINKS,
}
ASPECTS = {name: set(Aspect) for name in ("pdf", "epub", "html")} | {
    "txt": {Aspect.WORDS, Aspect.SPACES, Aspect.LINKS, Aspect.IMAGES}
}
CASES = [
    pytest.param(number, name, facet, id=f"citation {number} · {name} · {facet.value}")
    for number in CITATIONS
    for name in FORMATS
    for facet in Facet
    if facet in CARRIED[name] - set(OF_THE_FILE)
]
OF_FILES = [(name, facet) for name in FORMATS for facet in OF_THE_FILE]
OF_PROSE = [
    pytest.param(name, aspect, id=f"{name} · {aspect.value}")
    for name in FORMATS
    for aspect in Aspect
    if aspect in ASPECTS[name] - {Aspect.WORDS, Aspect.SPACES}
]


@pytest.fixture(scope="module")
def testimony(built_brief: Mapping[str, Path]) -> Mapping[str, Recovered]:
    readers = inspectors(FORMATS)
    return {name: readers[name].inspect(path.read_bytes()) for name, path in built_brief.items()}


@pytest.fixture(scope="module")
def everything() -> Sample:
    return sample(TESTS / "samples" / "everything.md", FORMATS)


def reads_as(found: str, promised: str) -> bool:
    """Whether two texts have the same spaces; where a line ends, paper cannot tell of one."""
    return re.fullmatch(re.escape(found).replace(LINE_END, " ?"), promised) is not None


def in_order(promised: Iterable[str], found: Iterable[str]) -> bool:
    rest = iter(found)
    return all(any(reads_as(other, one) for other in rest) for one in promised)


@pytest.mark.parametrize(("number", "name", "facet"), CASES)
def test_survives(
    number: int, name: str, facet: Facet, brief: Document, testimony: Mapping[str, Recovered]
) -> None:
    promised, found = brief.citations[number - 1], testimony[name].citations[number - 1]
    if facet is Facet.CLAIM:
        assert promised.claim
        assert found.claim.endswith(promised.claim)
    elif facet is Facet.NOTE:
        assert fold(found.note) == fold(promised.note)
    elif facet is Facet.SPACES:
        assert reads_as(found.note, promised.note)
    else:
        assert getattr(found, facet.value) == getattr(promised, facet.value)


@pytest.mark.parametrize(("name", "facet"), OF_FILES)
def test_nothing_strays_and_no_name_is_given_twice(
    name: str, facet: Facet, testimony: Mapping[str, Recovered]
) -> None:
    assert getattr(testimony[name], OF_THE_FILE[facet]) == ()


@pytest.mark.parametrize("name", FORMATS)
def test_carries_every_facet_it_can_and_no_call_more(name: str, testimony: Mapping[str, Recovered]) -> None:
    assert testimony[name].facets == CARRIED[name]
    assert len(testimony[name].citations) == len(CITATIONS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_words_of_the_prose_survive(
    name: str, brief: Document, testimony: Mapping[str, Recovered]
) -> None:
    promised, found = brief.prose.blocks, testimony[name].prose.blocks
    assert fold(" ".join(promised)) in fold(" ".join(found))
    assert in_order(promised, found)


@pytest.mark.parametrize(("name", "aspect"), OF_PROSE)
def test_what_the_words_are_survives(name: str, aspect: Aspect, everything: Sample) -> None:
    promised = getattr(everything.document.prose, aspect.value)
    found = inspectors([name])[name].inspect(everything.files[name]).prose
    assert promised
    assert in_order(promised, getattr(found, aspect.value))


@pytest.mark.parametrize("name", FORMATS)
def test_carries_every_aspect_of_prose_it_can(name: str, testimony: Mapping[str, Recovered]) -> None:
    assert testimony[name].aspects == ASPECTS[name]


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
    assert compare(document.citations, form.inspector().inspect(form.writer().write(document).data)) == ()


@pytest.mark.parametrize("name", FORMATS)
def test_notes_of_one_letter_are_found_whether_it_is_tall_or_short(
    name: str, source: Callable[[str], Path]
) -> None:
    text = "\n\n".join(f"Word {letter}.[^{letter}]" for letter in "abde")
    notes = "".join(f"\n[^{letter}]: {letter}\n" for letter in "abde")
    document = read(source(f"---\ntitle: T\nlang: en\n---\n\n{text}\n{notes}"))
    form = formats.choose([name])[0]
    assert compare(document.citations, form.inspector().inspect(form.writer().write(document).data)) == ()
