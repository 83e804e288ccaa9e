"""The prose that a reader has come through, of which only the end matters."""

from __future__ import annotations

from surefoot.text import CLAIM_LENGTH, claim


class Prose:
    """Words in reading order, and the claim of a call that stands behind them."""

    _WIDTH = 4 * CLAIM_LENGTH

    def __init__(self, end: str = "") -> None:
        self._end = end

    def read(self, words: str) -> None:
        """Take in ``words``. White space goes first: a deep indentation must not push letters out."""
        self._end = (self._end + "".join(words.split()))[-self._WIDTH :]

    def copy(self) -> Prose:
        """Return the same prose, to be read on apart."""
        return Prose(self._end)

    def claim(self) -> str:
        """Return the claim of a call that stands here."""
        return claim(self._end)
