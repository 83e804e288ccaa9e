"""Which formats are installed: writers and inspectors found by entry point, joined by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from surefoot.contracts import Inspector, Writer
from surefoot.errors import UsageError

WRITERS = "surefoot.writers"
INSPECTORS = "surefoot.inspectors"
_ALIASES = {"htm": "html", "xhtml": "html", "text": "txt"}


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name; nothing of it is loaded before it is asked for."""

    name: str
    writer_point: EntryPoint | None
    inspector_point: EntryPoint | None

    @property
    def provider(self) -> str:
        """The distributions that bring it, with their versions."""
        points = (self.writer_point, self.inspector_point)
        return ", ".join(dict.fromkeys(_distribution(point) for point in points if point))

    def writer(self) -> Writer:
        """Load its writer.

        Raises:
            UsageError: there is none, it cannot be imported, or it does not keep the contract.
        """
        if not self.writer_point:
            raise UsageError(
                f"The format “{self.name}” has an inspector but no writer: files can only be checked."
            )
        made = _load(self.writer_point)
        if not isinstance(made, Writer):
            raise UsageError(f"{_named(self.writer_point)} is no writer: it lacks `suffix` or `write`.")
        return made

    def inspector(self) -> Inspector:
        """Load its inspector.

        Raises:
            UsageError: there is none, it cannot be imported, or it does not keep the contract.
        """
        if not self.inspector_point:
            raise UsageError(
                f"The format “{self.name}” has a writer but no inspector, so nothing could be proved. "
                "Build it with --allow-unverified if you accept that."
            )
        made = _load(self.inspector_point)
        if not isinstance(made, Inspector):
            raise UsageError(f"{_named(self.inspector_point)} is no inspector: it lacks `inspect`.")
        return made


def installed() -> dict[str, Format]:
    """Return all formats by name, in alphabetical order, loading none.

    Raises:
        UsageError: two distributions claim one name.
    """
    writers, inspectors = _points(WRITERS), _points(INSPECTORS)
    names = sorted(writers.keys() | inspectors.keys())
    return {name: Format(name, writers.get(name), inspectors.get(name)) for name in names}


def choose(names: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats of these names, each once, in the order given.

    Raises:
        UsageError: no name is given, or there is no format of such a name.
    """
    known = installed()
    if not names:
        raise UsageError(f"No format is named. Installed are: {', '.join(known)}.")
    return tuple(_known(known, name) for name in dict.fromkeys(names))


def of_file(file: Path, name: str | None = None) -> Format:
    """Return the format of a file: the one of this ``name``, if it is given, else by the file's suffix.

    Raises:
        UsageError: there is no such format.
    """
    return choose([name])[0] if name else of_suffix(file.suffix)


def of_suffix(suffix: str) -> Format:
    """Return the format of files with this suffix (``.epub``): by its name, else by its writer's word.

    Raises:
        UsageError: no format has such files.
    """
    known = installed()
    name = suffix.lower().removeprefix(".")
    name = _ALIASES.get(name, name)
    if name in known:
        return known[name]
    writing = (form for form in known.values() if form.writer_point)
    found = next((form for form in writing if form.writer().suffix == suffix.lower()), None)
    return found or _known(known, name)


def _known(known: Mapping[str, Format], name: str) -> Format:
    if name not in known:
        raise UsageError(f"There is no format “{name}”. Installed are: {', '.join(known)}.")
    return known[name]


def _points(group: str) -> dict[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        other = found.setdefault(point.name, point)
        # The same distribution may be seen twice on the path: an editable install beside a checkout.
        if other.value != point.value or _distribution(other) != _distribution(point):
            kind = group.removeprefix("surefoot.").removesuffix("s")
            raise UsageError(
                f"Two distributions bring a {kind} named “{point.name}”: "
                f"{_distribution(other)} ({other.value}) and {_distribution(point)} ({point.value}). "
                "Uninstall one of them."
            )
    return found


def _load(point: EntryPoint) -> Any:
    try:
        return point.load()()
    except Exception as error:
        raise UsageError(f"{_named(point)} cannot be loaded: {type(error).__name__}: {error}") from error


def _named(point: EntryPoint) -> str:
    return f"The plugin “{point.name}” of {_distribution(point)} ({point.value})"


def _distribution(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else "an unknown distribution"
