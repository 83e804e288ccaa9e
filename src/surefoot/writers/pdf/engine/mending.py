"""Put a mended function in the place of WeasyPrint's own, for a while and for one version."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import weasyprint

from surefoot.errors import WriterError

MENDED_VERSION = "70.0"
"""The mends were measured against this version; with another they might do anything."""


@dataclass(frozen=True, slots=True)
class Mend:
    """An attribute of one of WeasyPrint's modules or classes, and what shall stand there."""

    module: ModuleType | type
    name: str
    value: object


@contextmanager
def mended(mends: Sequence[Mend]) -> Iterator[None]:
    """Let ``mends`` be in force.

    Raises:
        WriterError: WeasyPrint is another version than the one that they mend.
    """
    if weasyprint.__version__ != MENDED_VERSION:
        raise WriterError(_stranger())
    originals = [Mend(mend.module, mend.name, getattr(mend.module, mend.name)) for mend in mends]
    try:
        for mend in mends:
            setattr(mend.module, mend.name, mend.value)
        yield
    finally:
        for original in originals:
            setattr(original.module, original.name, original.value)


def rewritten(
    module: ModuleType, name: str, expected: str, better: str, *more: str, **names: object
) -> Callable[..., Any]:
    """Return a function of ``module`` with passages of its source replaced.

    Args:
        module: where the function is.
        name: of the function.
        expected: a passage, which must be there exactly once.
        better: what stands there instead.
        more: further passages, each with what stands there instead.
        names: what the better passages may use.

    Raises:
        WriterError: a passage is not there, so this is not the WeasyPrint that we know.
    """
    source = inspect.getsource(getattr(module, name))
    for passage, instead in zip((expected, *more[::2]), (better, *more[1::2]), strict=True):
        if source.count(passage) != 1:
            raise WriterError(_stranger())
        source = source.replace(passage, instead)
    namespace = {**vars(module), **names}
    exec(compile(source, f"<mended {name}>", "exec"), namespace)  # noqa: S102 - WeasyPrint's own source
    function: Callable[..., Any] = namespace[name]
    return function


def _stranger() -> str:
    return (
        f"The PDF writer needs WeasyPrint {MENDED_VERSION} as it was published, and here is "
        f"{weasyprint.__version__}. Install Surefoot anew, with the versions that it asks for."
    )
