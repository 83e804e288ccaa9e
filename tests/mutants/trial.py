"""One mutant: a file damaged once at random, and what the judge says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from damage import Damage, InapplicableError, Judged, judged
from damage.every import DAMAGES
from mutants.documents import Sample
from surefoot.contracts import Inspector
from surefoot.errors import UnreadableError

_ATTEMPTS = 40
"""How often a place is sought for a damage before it is given up."""


@dataclass(frozen=True)
class Mutant:
    """A damaged file."""

    damage: Damage
    sample: Sample
    place: int
    data: bytes


@dataclass(frozen=True)
class Outcome:
    """What became of one mutant."""

    form: str
    number: int
    """With the seed it brings the same mutant back."""
    kind: str
    damage: str
    document: str
    found: bool
    right: bool | None
    """Whether the first finding is the fault that was done; None where any will do."""
    said: str


def kind(damage: Damage) -> str:
    """Return the row of the table that a damage belongs to."""
    if damage.fault is None:
        return damage.name
    return f"prose: {damage.aspect.value}" if damage.aspect else damage.fault.value


def mutant(form: str, number: int, seed: int, samples: Sequence[Sample]) -> Mutant | None:
    """Return the mutant of that number, or None where its damage applies nowhere."""
    # A generator for each number, so that each can be brought back alone.
    chance = Random(f"{seed} {form} {number}")  # noqa: S311 - chosen by chance, nothing secret
    damage = DAMAGES[form][number % len(DAMAGES[form])]
    for _ in range(_ATTEMPTS):
        sample = chance.choice(samples)
        place = chance.randrange(len(sample.places))
        try:
            data = damage.inflict(sample.files[form], place + 1, chance)
        except InapplicableError:
            continue
        return Mutant(damage, sample, sample.places[place], data)
    return None


def trial(
    form: str, number: int, seed: int, samples: Sequence[Sample], readers: Mapping[str, Inspector]
) -> Outcome | None:
    """Judge a mutant; None where there is none of that number."""
    made = mutant(form, number, seed, samples)
    if made is None:
        return None
    try:
        said = judged(made.sample.document, readers[form].inspect(made.data))
        unreadable = ""
    except UnreadableError as error:
        said, unreadable = Judged((), ()), str(error)
    return Outcome(
        form=form,
        number=number,
        kind=kind(made.damage),
        damage=made.damage.name,
        document=made.sample.document.path.name,
        found=bool(unreadable) or not said.holds,
        right=None if made.damage.fault is None else said.root(made.damage, made.place),
        said=unreadable or str(said),
    )
