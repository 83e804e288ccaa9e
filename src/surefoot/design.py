"""The variables of our design, and an author's own style on top of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from surefoot import theme
from surefoot.contrast import LEAST, ratio
from surefoot.literals import declared
from surefoot.model import Settings

_TEXTS = ("ink", "accent", "link", "muted")
_PAIRS = (
    *((text, ground) for text in _TEXTS for ground in ("paper", "tint")),
    *((f"dark-{text}", f"dark-{ground}") for text in _TEXTS for ground in ("paper", "tint")),
    ("on-accent", "accent"),
)
_ROOT = re.compile(r"^:root \{.*?^\}", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"^\s*--([\w-]+):\s*([^;]+);", re.MULTILINE)


def tokens(sheet: str = "design.css") -> str:
    """Return the variables with their values and what they are for: a rule of CSS to begin one's own with.

    ``sheet`` is ours; those of other media than paper set some of the design's variables anew.
    """
    found = _ROOT.search(theme.text(sheet))
    assert found is not None, "the design begins with its variables"  # noqa: S101
    return f"{found[0]}\n"


def variables(sheet: str = "design.css") -> dict[str, str]:
    """Return the variables of ``sheet`` by their names without hyphens before them, with their values."""
    return dict(_VARIABLE.findall(_COMMENT.sub("", tokens(sheet))))


def rules(sheet: str) -> str:
    """Return one of our style sheets without its variables."""
    return theme.text(sheet).replace(tokens(sheet), "")


def faint(chosen: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Yield each text and ground that the ``chosen`` variables bring too near, and their contrast."""
    values = variables() | dict(chosen)
    for text, ground in _PAIRS:
        contrast = ratio(values[text], values[ground])
        if not {text, ground}.isdisjoint(chosen) and contrast is not None and contrast < LEAST:
            yield text, ground, contrast


def chosen(settings: Settings) -> str:
    """Return the variables that the author sets, as a rule to come after ours; mostly empty."""
    values = "".join(f"  --{name}: {value};\n" for name, value in settings.variables.items())
    return f":root {{\n{values}}}" if values else ""


def values(settings: Settings, sheet: str) -> dict[str, str]:
    """Return what the variables hold in the medium that ``sheet`` is for; the author has the last word."""
    ours = variables() | variables(sheet) | dict(settings.variables)
    for each in settings.stylesheets:
        ours |= declared(each.text)
    return ours


def on_top(settings: Settings) -> str:
    """Return the author's variables and style sheets as one, to come after ours; mostly empty."""
    return "\n".join(filter(None, (chosen(settings), *(sheet.text for sheet in settings.stylesheets))))
