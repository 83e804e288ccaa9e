"""A sample of ``make mutants``: what is damaged at random does not pass."""

from __future__ import annotations

import pytest

from conftest import FORMATS
from mutants import documents, sources, trial
from mutants.trial import Outcome

SEED = 7
MANY = 60
STRIDE = 7
"""So that a few numbers are damages of many kinds."""
NAMES = ("authors", "everything", "tongues")


@pytest.fixture(scope="module")
def samples() -> list[documents.Sample]:
    paths = [path for path in documents.SAMPLES if path.stem in NAMES]
    return [documents.sample(path, FORMATS) for path in paths]


def survivors(outcomes: list[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if not outcome.found]


@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_file_does_not_pass(name: str, samples: list[documents.Sample]) -> None:
    readers = documents.inspectors([name])
    tried = [trial.trial(name, number, SEED, samples, readers) for number in range(0, MANY * STRIDE, STRIDE)]
    outcomes = [outcome for outcome in tried if outcome]
    assert len(outcomes) > MANY // 2
    assert survivors(outcomes) == []
    assert [each for each in outcomes if each.right is False] == []


def test_no_file_holds_against_another_source(samples: list[documents.Sample]) -> None:
    readers = documents.inspectors(FORMATS)
    testimony = [
        {name: readers[name].inspect(data) for name, data in sample.files.items()} for sample in samples
    ]
    tried = [sources.trial(number, SEED, samples, testimony) for number in range(len(sources.DAMAGES))]
    outcomes = [outcome for several in tried for outcome in several]
    assert len(outcomes) > len(sources.DAMAGES)
    assert survivors(outcomes) == []
