"""The only door to Jinja: templates that escape what they are given, and want all of it."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from surefoot import theme

__all__ = ["Markup", "template"]


def template(name: str) -> Template:
    """Return one of the theme's templates; to fill it without one of its values is an error."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(theme.folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
