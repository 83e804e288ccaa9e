"""The variables of our design, and an author's own style on top of it."""

from __future__ import annotations

import re

from surefoot import theme
from surefoot.model import Settings

_ROOT = re.compile(r"^:root \{.*?^\}", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"^\s*--([\w-]+):\s*([^;]+);", re.MULTILINE)


def tokens() -> str:
    """Return the variables with their values and what they are for: a rule of CSS to begin one's own with."""
    found = _ROOT.search(theme.text("design.css"))
    assert found is not None, "the design begins with its variables"  # noqa: S101
    return f"{found[0]}\n"


def variables() -> dict[str, str]:
    """Return the variables by their names without hyphens before them, with their values."""
    return dict(_VARIABLE.findall(_COMMENT.sub("", tokens())))


def on_top(settings: Settings) -> str:
    """Return the author's variables and style sheets as one, to come after ours; mostly empty."""
    rules = [sheet.text for sheet in settings.stylesheets]
    if settings.variables:
        values = "".join(f"  --{name}: {value};\n" for name, value in settings.variables.items())
        rules.insert(0, f":root {{\n{values}}}")
    return "\n".join(rules)
