"""Make mutants, print what was found of them, and fail if one survives."""

from __future__ import annotations

import argparse
import math
import multiprocessing
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from conftest import FORMATS
from mutants import documents, sources, trial
from mutants.table import table
from surefoot.contracts import Inspector
from surefoot.promise import Recovered

RIGHT = 0.98
"""The part of the mutants of known faults, at the least, of which the root must be named."""
_MARK = "<!-- Printed by `make mutants`. -->"
_TOLD = 40
"""Mutants that are told one by one, at the most."""


class _Bench:
    """What every worker needs; it is made once and inherited."""

    samples: Sequence[documents.Sample] = ()
    readers: Mapping[str, Inspector] = {}
    testimony: Sequence[Mapping[str, Recovered]] = ()


def _tried(form: str, seed: int, number: int) -> trial.Outcome | None:
    return trial.trial(form, number, seed, _Bench.samples, _Bench.readers)


def _of_source(seed: int, number: int) -> list[trial.Outcome]:
    return sources.trial(number, seed, _Bench.samples, _Bench.testimony)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("--mutants", type=int, default=2000, help="of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--documents", type=Path, help="a folder with further Markdown documents")
    parser.add_argument("--most", type=int, default=12, help="of those documents")
    parser.add_argument("--page", type=Path, help="a Markdown page whose table is to be written anew")
    parser.add_argument("--only", help="bring one mutant back: FORMAT:NUMBER; its file is kept")
    return parser.parse_args()


def main() -> int:
    options = _options()
    forms = options.formats.split(",")
    _Bench.samples = [documents.sample(path, forms) for path in documents.SAMPLES]
    if options.documents:
        _Bench.samples += documents.others(options.documents, forms, options.most)
    if options.only:
        return _bring_back(*options.only.split(":"), options.seed)
    _Bench.readers = documents.inspectors(forms)
    _Bench.testimony = [
        {form: _Bench.readers[form].inspect(data) for form, data in sample.files.items()}
        for sample in _Bench.samples
    ]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        outcomes = []
        for form in forms:
            tried = partial(_tried, form, options.seed)
            outcomes += pool.imap_unordered(tried, range(options.mutants), chunksize=25)
        of_sources = pool.imap_unordered(partial(_of_source, options.seed), range(options.mutants // 10))
        outcomes += [outcome for several in of_sources for outcome in several]
    found = [outcome for outcome in outcomes if outcome]
    if options.page:
        _write(options.page, found, forms, options.seed)
    return _report(found, forms, options.seed)


def _bring_back(form: str, number: str, seed: int) -> int:
    made = trial.mutant(form, int(number), seed, _Bench.samples)
    if made is None:
        print("No such mutant: its damage applies to none of the documents.")
        return 1
    path = Path(f"mutant.{form}")
    path.write_bytes(made.data)
    print(f"{made.damage.name}, citation {made.place} of {made.sample.document.path}: see {path}")
    return 0


def _write(page: Path, outcomes: Sequence[trial.Outcome], forms: Sequence[str], seed: int) -> None:
    """Put the table in the place of the one that the page ends with."""
    kept = page.read_text(encoding="utf-8").partition(_MARK)[0]
    table_ = table(outcomes, forms)
    page.write_text(f"{kept}{_MARK}\n\n{table_}\n\n{_summary(outcomes, seed)}\n", encoding="utf-8")


def _right(outcomes: Sequence[trial.Outcome]) -> float:
    rated = [outcome for outcome in outcomes if outcome.right is not None]
    return sum(outcome.found and bool(outcome.right) for outcome in rated) / max(1, len(rated))


def _summary(outcomes: Sequence[trial.Outcome], seed: int) -> str:
    rated = sum(outcome.right is not None for outcome in outcomes)
    found = sum(outcome.found for outcome in outcomes)
    # No figure is to look better than it is.
    right = math.floor(_right(outcomes) * 10_000) / 100
    return (
        f"{len(outcomes)} mutants, {found} found. Of {rated} with one known fault, "
        f"the first finding named it in {right} %. Seed {seed}."
    )


def _report(outcomes: Sequence[trial.Outcome], forms: Sequence[str], seed: int) -> int:
    survivors = [outcome for outcome in outcomes if not outcome.found]
    wrong = [outcome for outcome in outcomes if outcome.found and outcome.right is False]
    print(table(outcomes, forms))
    print(_summary(outcomes, seed))
    for title, found in (("survived", survivors), ("wrong root", wrong)):
        for each in sorted(found, key=lambda each: (each.damage, each.form, each.number))[:_TOLD]:
            print(f"{title}: {each.form}:{each.number} {each.document}: {each.damage} -> {each.said[:200]}")
    return 1 if survivors or _right(outcomes) < RIGHT else 0


if __name__ == "__main__":
    sys.exit(main())
