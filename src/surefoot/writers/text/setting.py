"""What every room of this writer must know: the measure, the form of a mark, the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from surefoot.words import Words


@dataclass(frozen=True, slots=True)
class Form:
    """What stands before and after the number of a mark."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Setting:
    """How a part of the file is set."""

    words: Words
    form: Form | None
    """Of the marks; None leaves them out."""
    columns: int
    prints_addresses: bool = True
    """The file prints some in brackets; else bare ones could be taken for links."""
    in_note: bool = False
    """In a note every character counts, so nothing is said twice."""

    def label(self, number: str | int) -> str:
        """Return the mark that stands for ``number``."""
        return f"{self.form.before}{number}{self.form.after}" if self.form else ""

    @property
    def mark(self) -> re.Pattern[str]:
        """What a mark looks like; without a form, nothing does."""
        return pattern(self.form) if self.form else re.compile(r"(?!)")

    def indented(self, columns: int) -> Setting:
        """Return the setting for what stands ``columns`` further in."""
        return replace(self, columns=self.columns - columns)


def pattern(form: Form) -> re.Pattern[str]:
    """Return what a mark of this form looks like."""
    return re.compile(rf"{re.escape(form.before)}\d+{re.escape(form.after)}")
