"""The kinds of PDF that can be made, and what each of them claims to be."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.errors import UsageError


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file says it conforms to: a part of a standard."""

    part: int
    revision: str = ""
    """The year of the part, where it must be given."""
    conformance: str = ""
    """The level."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One kind of PDF."""

    name: str
    version: str
    """Of PDF."""
    accessible: Claim | None = None
    """Of ISO 14289, PDF/UA."""
    archival: Claim | None = None
    """Of ISO 19005, PDF/A."""
    encloses: bool = False
    """The file carries its source, its references and its promises."""
    linked: bool = True
    """It has links, which PDF/X forbids."""

    @property
    def modern(self) -> bool:
        """Whether its tags are those of PDF 2.0."""
        return self.version >= "2.0"


_KNOWN = (
    Variant("ua-1", "1.7", Claim(1), Claim(3, conformance="A"), encloses=True),
    Variant("ua-2", "2.0", Claim(2, "2024"), Claim(4, "2020", "F"), encloses=True),
    Variant("plain", "1.7"),
    Variant("print", "1.6", linked=False),
)
DEFAULT, *_ = _KNOWN
NAMES = tuple(variant.name for variant in _KNOWN)


def named(name: str) -> Variant:
    """Return the variant of a ``name``.

    Raises:
        UsageError: there is none; the message names those that there are.
    """
    for variant in _KNOWN:
        if variant.name == name:
            return variant
    raise UsageError(f"There is no PDF variant “{name}”. There are {', '.join(NAMES)}.")
