"""Every kind of fault in every format: a damaged file earns exactly that finding, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import BRIEF, FORMATS
from damage import Damage, InapplicableError, Judged, judged
from damage.every import DAMAGES
from mutants.documents import TESTS, Sample, sample
from surefoot import formats
from surefoot.cli import main
from surefoot.promise import Fault

ENOUGH = 2
"""Citations that are damaged in each way."""
IN_TEXT = set(Fault) - {Fault.JUMP, Fault.BACK, Fault.MISLEADING, Fault.AFAR, Fault.TOGETHER}
SHOWN = {
    "pdf": set(Fault),
    "epub": set(Fault) - {Fault.AFAR},
    "html": set(Fault) - {Fault.AFAR},
    "txt": IN_TEXT,
}
"""The faults that a format can show."""
CASES = [
    pytest.param(name, damage, id=f"{name} · {damage.name}")
    for name, damages in DAMAGES.items()
    for damage in damages
    if damage.fault
]


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    return [sample(TESTS / "samples" / f"{name}.md", FORMATS) for name in ("everything", "authors", "pages")]


def damaged(name: str, damage: Damage, samples: list[Sample]) -> Iterator[tuple[Judged, int]]:
    """Yield what is said of a few files in which a damage applies, and the place that was damaged."""
    inspector, done = formats.choose([name])[0].inspector(), 0
    for each in samples:
        for rank, place in enumerate(each.places, 1):
            try:
                data = damage.inflict(each.files[name], rank)
            except InapplicableError:
                continue
            yield judged(each.document, inspector.inspect(data)), place
            done += 1
            if done == ENOUGH:
                return


@pytest.mark.parametrize(("name", "damage"), CASES)
def test_earns_exactly_its_fault(name: str, damage: Damage, samples: list[Sample]) -> None:
    said = list(damaged(name, damage, samples))
    assert said
    for found, place in said:
        assert found.exactly(damage, place), str(found)


@pytest.mark.parametrize("name", DAMAGES)
def test_every_fault_that_the_format_can_show_has_its_damage(name: str) -> None:
    assert {damage.fault for damage in DAMAGES[name]} - {None} == SHOWN[name]


@pytest.mark.parametrize("name", DAMAGES)
def test_every_aspect_of_prose_that_the_format_carries_has_its_damage(
    name: str, samples: list[Sample]
) -> None:
    carried = formats.choose([name])[0].inspector().inspect(samples[0].files[name]).aspects
    assert {damage.aspect for damage in DAMAGES[name] if damage.aspect} == carried


@pytest.mark.parametrize("name", DAMAGES)
def test_the_command_line_says_1_and_names_the_fault(
    name: str, built_brief: Mapping[str, Path], tmp_path: Path
) -> None:
    damage = DAMAGES[name][0]
    path = tmp_path / built_brief[name].name
    path.write_bytes(damage.inflict(built_brief[name].read_bytes(), 3))
    result = CliRunner().invoke(main, ["check", str(BRIEF), str(path)])
    assert result.exit_code == 1
    assert "citation 3 [3]: the note's text is not the same." in result.stdout
