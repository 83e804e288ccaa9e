"""What a damage is: one change to a finished file, and the one fault that it must earn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from surefoot.promise import Fault


@dataclass(frozen=True)
class Damage:
    """One way to damage a file, and what it must earn."""

    name: str
    fault: Fault
    inflict: Callable[[bytes, int], bytes]
