"""Set documents at random, print what became of their notes, and fail if one note is not where it belongs."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from fuzz.table import table
from fuzz.trial import Outcome, trial

_ALL = ("A4=200", "small=400")
_MARK = "<!-- Printed by `make fuzz-pdf`. -->"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--documents", nargs="+", default=_ALL, help="how many on each paper")
    parser.add_argument("--seed", type=int, default=0, help="number of the first document")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--page", type=Path, help="a Markdown page whose table is to be written anew")
    return parser.parse_args()


def main() -> int:
    options = _options()
    wanted = {paper: int(many) for paper, _, many in (each.partition("=") for each in options.documents)}
    outcomes = []
    with multiprocessing.get_context("fork").Pool(options.processes) as pool, suppress(KeyboardInterrupt):
        for outcome in pool.imap_unordered(_tried, _tasks(wanted, options.seed)):
            outcomes.append(outcome)
            if not outcome.sound:
                _tell(outcome)
    result = f"{table(outcomes, list(wanted))}\n\nNumber of the first document: {options.seed}."
    print(result)
    if options.page:
        _write(options.page, result)
    return 0 if all(outcome.sound for outcome in outcomes) else 1


def _tasks(wanted: Mapping[str, int], first: int) -> list[tuple[str, int]]:
    """Return papers and numbers of documents, mixed: who has no patience sees some of each paper."""
    tasks = [(number / many, paper, number) for paper, many in wanted.items() for number in range(many)]
    return [(paper, first + number) for _, paper, number in sorted(tasks)]


def _tried(task: tuple[str, int]) -> Outcome:
    return trial(*task)


def _tell(outcome: Outcome) -> None:
    said = outcome.refused or f"{outcome.found} {'; '.join(outcome.findings[:2])}"
    print(f"{outcome.paper} {outcome.seed}: {said[:600]}", flush=True)


def _write(page: Path, result: str) -> None:
    """Put the table in the place of the one that the page ends with."""
    kept = page.read_text(encoding="utf-8").partition(_MARK)[0]
    page.write_text(f"{kept}{_MARK}\n\n{result}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
