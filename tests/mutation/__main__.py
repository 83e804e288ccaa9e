"""Change the judge's code, one place at a time, print what no test notices, and fail if that is much."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from mutation.places import Mutant, mutants
from mutation.trial import Outcome, Trials

ENOUGH = 0.90
"""The part of the mutants that tests must kill, at the least, in the whole and in each room."""
_TESTS = Path(__file__).resolve().parents[1]
_CODE = _TESTS.parent / "src" / "surefoot"


@dataclass(frozen=True, slots=True)
class Room:
    """Code, and the tests that answer for it: quick ones, none of which sets up a whole house."""

    code: Sequence[str]
    tests: Sequence[str]

    def mutants(self) -> list[Mutant]:
        return [mutant for path in _found(_CODE, self.code) for mutant in mutants(path)]


def _found(folder: Path, patterns: Sequence[str]) -> list[Path]:
    return sorted(path for pattern in patterns for path in folder.glob(pattern))


_ANY = ["test_follow.py", "test_exhibits.py"]
_TREES = ["test_inspector_tree*.py", "test_inspector_html.py", "test_inspector_epub.py", *_ANY]
_PDFS = ["test_inspector_pdf*.py", *_ANY]
ROOMS = {
    "text": Room(["text.py"], ["test_text*.py", "test_verify*.py"]),
    "verify": Room(["verify/*.py"], ["test_verify*.py", "test_text*.py"]),
    "inspectors": Room(["inspectors/*.py"], ["test_inspector_*.py", *_ANY]),
    "inspectors/text": Room(["inspectors/text/*.py"], ["test_inspector_text*.py", *_ANY]),
    "inspectors/tree": Room(["inspectors/tree/*.py"], _TREES),
    "inspectors/tree/foreign": Room(["inspectors/tree/foreign/*.py"], _TREES),
    "inspectors/tree/style": Room(["inspectors/tree/style/*.py"], _TREES),
    "inspectors/pdf": Room(["inspectors/pdf/*.py"], _PDFS),
    "inspectors/pdf/untagged": Room(["inspectors/pdf/untagged/*.py"], ["test_untagged_pdf*.py", *_PDFS]),
}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutation", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the mutants of each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", default=",".join(ROOMS))
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def main() -> int:
    options = _options()
    rooms = {name: ROOMS[name] for name in options.rooms.split(",")}
    every = {name: room.mutants() for name, room in rooms.items()}
    chosen = {name: _sample(found, options.share, options.seed) for name, found in every.items()}
    asked = {
        mutant: frozenset(_found(_TESTS, rooms[name].tests))
        for name, found in chosen.items()
        for mutant in found
    }
    trials = Trials(asked, options.workers)
    suite = sorted(str(path) for path in frozenset[Path]().union(*asked.values()))
    pytest.main(
        ["--quiet", "--no-summary", "--capture=sys", "-p", "no:cacheprovider", *suite], plugins=[trials]
    )
    return _report(chosen, every, trials)


def _sample(found: Sequence[Mutant], share: float, seed: int) -> Sequence[Mutant]:
    ranks = random.Random(seed).sample(range(len(found)), round(share * len(found)))  # noqa: S311 - no secret
    return [found[rank] for rank in sorted(ranks)]


def _report(
    chosen: Mapping[str, Sequence[Mutant]], every: Mapping[str, Sequence[Mutant]], trials: Trials
) -> int:
    for mutant in sorted(trials.outcomes, key=lambda each: (each.path, each.line, each.number)):
        if (outcome := trials.outcomes[mutant]) is not Outcome.KILLED:
            print(f"{outcome.value}: {mutant.path.relative_to(_CODE)}:{mutant.line}: {mutant.told}")
    print("| room | mutants there are | tried | killed | survived | rate |\n|---|--:|--:|--:|--:|--:|")
    rates = []
    for room, found in chosen.items():
        outcomes = [trials.outcomes.get(mutant, Outcome.UNTRIED) for mutant in found]
        tried = len(outcomes) - outcomes.count(Outcome.UNTRIED)
        killed = outcomes.count(Outcome.KILLED)
        rates.append(killed / max(1, tried))
        rate = int(1000 * rates[-1]) / 10
        print(f"| {room} | {len(every[room])} | {tried} | {killed} | {tried - killed} | {rate} % |")
    return 0 if trials.sound and min(rates) >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
