"""Damages to finished files: each one change by the open standard, and the one fault that it must earn.

A damage takes the file's bytes and the one-based place of a citation. Choose a
call with words before it in its block, of a note that is called once. Where a
claim is to be altered, no other call may stand within its reach; where an
address is, the note must have one.
"""

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


def other_letter(text: str, at: int) -> str:
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]
