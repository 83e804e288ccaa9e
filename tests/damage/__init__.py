"""Damages to finished files: each one change by the open standard, and the fault that it must earn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from surefoot import verify
from surefoot.model import Document
from surefoot.promise import Aspect, Fault, Finding, Recovered

WORD = re.compile(r"[^\W\d_]{4,}")
LETTER = re.compile(r"[^\W\d_]")
MOVE_WORDS = ("lost", "exchanged")
"""How the name of a damage ends that takes words from their place."""
OF_NO_CITATION = {Fault.INVENTED, Fault.STRAY, Fault.IDS}
"""Faults of what nobody promised: no promised citation is at fault."""


class InapplicableError(Exception):
    """There is nothing of the kind that this damages."""


@dataclass(frozen=True)
class Damage:
    """One way to damage a file, and what it must earn."""

    name: str
    fault: Fault | None
    """Of the citation at the place that is damaged, or of the prose; None where any fault will do."""
    act: Callable[[bytes, int, Random], bytes]
    aspect: Aspect | None = None
    """Of the prose, where that is damaged."""
    anywhere: bool = False
    """Chance chooses which citation is damaged."""
    moves_words: bool = False
    """Of the prose: whether words go along, so that those may be named instead."""
    brings: Fault | None = None
    """A further fault that cannot be kept away."""

    def inflict(self, data: bytes, place: int, chance: Random | None = None) -> bytes:
        """Return ``data``, damaged once: at a citation, or, if it is of no citation, where chance will.

        Raises:
            InapplicableError: there is nothing of the kind at that place.
        """
        return self.act(data, place, chance or Random(place))  # noqa: S311 - the same damage every time


def pick(chance: Random, choices: Sequence[Any]) -> Any:
    """Return one of the choices.

    Raises:
        InapplicableError: there is none.
    """
    if not choices:
        raise InapplicableError
    return chance.choice(choices)


def other_letter(text: str, at: int) -> str:
    """Return ``text`` with another letter in one place."""
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


@dataclass(frozen=True)
class Judged:
    """Every difference that a judge found in a file."""

    citations: tuple[Finding, ...]
    prose: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        return not self.citations and not self.prose

    def root(self, damage: Damage, place: int) -> bool:
        """Whether the first that is said names what was done, and where."""
        if damage.aspect:
            named = {damage.aspect, Aspect.WORDS if damage.moves_words else damage.aspect}
            return bool(named & {finding.aspect for finding in self.prose})
        first = self.citations[0] if self.citations else None
        if first is None or first.fault is not damage.fault:
            return False
        return damage.anywhere or first.place == (0 if damage.fault in OF_NO_CITATION else place)

    def exactly(self, damage: Damage, place: int) -> bool:
        """Whether what was done is all that is said.

        An entry of several citations is at fault at each, and so is what stands behind in the
        prose. What is done to the words before a call is at fault in both reports.
        """
        faults = {finding.fault for finding in self.citations} - {damage.brings}
        if damage.aspect:
            return self.root(damage, place) and faults <= {Fault.CLAIM}
        several = damage.anywhere or len(self.citations) == 1 + bool(damage.brings)
        prose = {finding.aspect for finding in self.prose}
        return (
            self.root(damage, place)
            and faults == {damage.fault}
            and several
            and (damage.anywhere or prose <= ({Aspect.WORDS} if damage.fault is Fault.CLAIM else set()))
        )

    def __str__(self) -> str:
        return "; ".join(
            f"{finding.aspect or finding.fault} {finding.place}: {finding.promised[:60]}"
            f" / {finding.found[:60]}"
            for finding in (*self.citations, *self.prose)
        )


def judged(document: Document, recovered: Recovered) -> Judged:
    """Return what the judge says of a file."""
    return Judged(
        verify.compare(document.citations, recovered, document.prose),
        verify.compare_prose(document.prose, recovered),
    )
