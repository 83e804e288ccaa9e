"""Make mutants, print what was found of them, and fail if one survives."""

from __future__ import annotations

import argparse
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
    return _report([outcome for outcome in outcomes if outcome], forms, options.seed)


def _bring_back(form: str, number: str, seed: int) -> int:
    made = trial.mutant(form, int(number), seed, _Bench.samples)
    if made is None:
        print("No such mutant: its damage applies to none of the documents.")
        return 1
    path = Path(f"mutant.{form}")
    path.write_bytes(made.data)
    print(f"{made.damage.name}, citation {made.place} of {made.sample.document.path}: see {path}")
    return 0


def _report(outcomes: Sequence[trial.Outcome], forms: Sequence[str], seed: int) -> int:
    survivors = [outcome for outcome in outcomes if not outcome.found]
    rated = [outcome for outcome in outcomes if outcome.right is not None]
    wrong = [outcome for outcome in rated if outcome.found and not outcome.right]
    print(table(outcomes, forms))
    for form in forms:
        made = [outcome for outcome in outcomes if outcome.form == form]
        print(f"{form}: {len(made)} mutants, {sum(each.found for each in made)} found")
    right = 1 - (len(wrong) + len([each for each in survivors if each.right is not None])) / max(
        1, len(rated)
    )
    print(f"The root was named of {right:.2%} of {len(rated)} mutants of a known fault. Seed {seed}.")
    for title, found in (("survived", survivors), ("wrong root", wrong)):
        for each in sorted(found, key=lambda each: (each.damage, each.form, each.number))[:_TOLD]:
            print(f"{title}: {each.form}:{each.number} {each.document}: {each.damage} -> {each.said[:200]}")
    return 1 if survivors or right < RIGHT else 0


if __name__ == "__main__":
    sys.exit(main())
