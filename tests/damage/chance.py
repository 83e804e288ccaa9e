"""Damages to bytes and letters that follow no plan: any finding will do, as long as there is one."""

from __future__ import annotations

from random import Random

from damage import LETTER, pick

_WORST = 4
"""Letters that are altered at once, at the most."""


def cut(data: bytes, most: float, chance: Random) -> bytes:
    """Return a beginning of ``data``, at the most that part of it."""
    return data[: chance.randrange(int(len(data) * most))]


def alter_letters(text: str, chance: Random) -> str:
    """Return ``text`` with a few letters altered."""
    letters = [letter.start() for letter in LETTER.finditer(text)]
    pick(chance, letters)
    for at in chance.sample(letters, chance.randint(1, min(_WORST, len(letters)))):
        text = text[:at] + chance.choice("bdfgkmpqvwz".replace(text[at].lower(), "")) + text[at + 1 :]
    return text
