"""The lines of the list of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_ROMAN = re.compile("[ivxlcdm]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A line of the list of pages."""

    order: int
    """Among all lines of the contents and pages, one-based."""
    label: str
    href: str

    @property
    def number(self) -> int:
        """The number that the label is; zero, if it is none of figures."""
        return int(self.label) if self.label.isdecimal() else 0

    @property
    def kind(self) -> str:
        """The NCX's word for such a label (ANSI/NISO Z39.86-2005, 8.4.4)."""
        if self.number:
            return "normal"
        return "front" if _ROMAN.fullmatch(self.label) else "special"


def target(order: int, file: str, element: Element) -> Target:
    """Return the line of the page that begins at ``element`` in ``file``."""
    return Target(order, element.attrib["aria-label"], f"{file}#{element.get('id')}")
