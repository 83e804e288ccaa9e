"""The places of a module that can be changed, each with its change."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mutation.changes import changes

_UNTOUCHED = {"annotation", "returns", "decorator_list", "args", "format_spec", "type_params"}
"""Parts of the code that tests do not see, or that were done when the module was loaded."""
_LOADED_ONCE = (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert)
"""What stands in these is not changed; a raised error may be left out, but its wording is free."""


@dataclass(frozen=True, slots=True)
class Place:
    """One change in the tree of a module."""

    holder: ast.AST
    field: str
    rank: int | None
    new: ast.AST
    lines: range
    """The lines of the statement, without those of its body."""
    function: str
    """The outermost function that the place is in, by its qualified name; empty if it is in none."""

    def old(self) -> ast.AST:
        value = getattr(self.holder, self.field)
        return value if self.rank is None else value[self.rank]

    def apply(self) -> None:
        ast.copy_location(self.new, self.old())
        ast.fix_missing_locations(self.new)
        if self.rank is None:
            setattr(self.holder, self.field, self.new)
        else:
            getattr(self.holder, self.field)[self.rank] = self.new

    def told(self) -> str:
        return f"{_short(self.old())}  →  {_short(self.new)}"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A place of a module, by its number: made anew in the process that tries it."""

    path: Path
    number: int
    line: int
    lines: range
    function: str
    told: str


def mutants(path: Path) -> list[Mutant]:
    """Return all mutants of a module."""
    found = places(ast.parse(path.read_bytes()))
    return [
        Mutant(path, number, each.lines.start, each.lines, each.function, each.told())
        for number, each in enumerate(found)
    ]


def changed(mutant: Mutant) -> tuple[ast.Module, Place]:
    """Return the tree of a module with one change in it."""
    tree = ast.parse(mutant.path.read_bytes())
    place = list(places(tree))[mutant.number]
    place.apply()
    return tree, place


def places(tree: ast.Module) -> Iterator[Place]:
    """Yield the places in a fixed order: what functions do, and the constants of the module."""
    for node in tree.body:
        match node:
            case ast.FunctionDef():
                yield from _statement(node, node.name)
            case ast.ClassDef():
                yield from _class(node, node.name)
            case ast.Assign() | ast.AnnAssign() if not _is_type(node):
                yield from _inside(node, "", _span(node))


def _class(node: ast.ClassDef, name: str) -> Iterator[Place]:
    for each in node.body:
        if isinstance(each, ast.FunctionDef):
            yield from _statement(each, f"{name}.{each.name}")


def _statement(node: ast.FunctionDef, function: str) -> Iterator[Place]:
    yield from _inside(node, function, _span(node))


def _inside(node: ast.AST, function: str, lines: range) -> Iterator[Place]:
    for name, value in ast.iter_fields(node):
        if name in _UNTOUCHED:
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for rank, child in children:
            if not isinstance(child, ast.AST) or _is_docstring(child) or _is_strictness(child):
                continue
            here = _span(child) if isinstance(child, ast.stmt) else lines
            for new in changes(child):
                yield Place(node, name, rank, new, here, function)
            if not isinstance(child, _LOADED_ONCE):
                yield from _inside(child, function, here)


def _span(node: ast.stmt) -> range:
    body = getattr(node, "body", None) or getattr(node, "cases", None)
    if not body:
        return range(node.lineno, (node.end_lineno or node.lineno) + 1)
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return range(node.lineno, max(first.lineno, node.lineno + 1))


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_strictness(node: ast.AST) -> bool:
    """Whether a node says that sequences must be of one length: a promise of the code, which is kept."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _is_type(node: ast.Assign | ast.AnnAssign) -> bool:
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation) == "TypeAlias"
    return ast.unparse(node.targets[0]).startswith("__")


def _short(node: ast.AST) -> str:
    if isinstance(node, ast.If | ast.While):
        return f"if {ast.unparse(node.test)}"
    return " ".join(ast.unparse(node).split())[:90]
