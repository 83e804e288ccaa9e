"""Puts a change into the code of this very process: which is why it is faster than starting another."""

from __future__ import annotations

import ast
import functools
import gc
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from mutation.places import Mutant, changed


@dataclass(frozen=True)
class Stock:
    """All that can be changed in this process; looked for once, before it is forked."""

    functions: Mapping[tuple[str, str], Sequence[FunctionType]]
    caches: Sequence[functools._lru_cache_wrapper[Any]]

    @classmethod
    def taken(cls) -> Stock:
        functions = defaultdict[tuple[str, str], list[FunctionType]](list)
        caches = []
        for each in gc.get_objects():
            if isinstance(each, FunctionType):
                functions[each.__code__.co_filename, each.__code__.co_qualname].append(each)
            elif isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("surefoot"):
                caches.append(each)
        return cls(functions, caches)

    def graft(self, mutant: Mutant) -> None:
        """Change the code as ``mutant`` says, wherever it is in use.

        Raises:
            LookupError: the function is not there any more, or has been wrapped beyond recognition.
        """
        tree, place = changed(mutant)
        if mutant.function:
            self._functions(mutant, compile(tree, str(mutant.path), "exec"))
        else:
            _constants(_module(mutant.path), tree, place.lines.start)
        for each in self.caches:
            each.cache_clear()

    def _functions(self, mutant: Mutant, code: CodeType) -> None:
        new = {(each.co_qualname, each.co_firstlineno): each for each in _codes(code)}
        found = self.functions.get((str(mutant.path), mutant.function))
        if not found:
            raise LookupError(mutant.function)
        for each in found:
            each.__code__ = new[mutant.function, each.__code__.co_firstlineno]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def _module(path: Path) -> ModuleType:
    return next(each for each in list(sys.modules.values()) if getattr(each, "__file__", "") == str(path))


def _constants(module: ModuleType, tree: ast.Module, line: int) -> None:
    """Reckon the changed constant anew, and those of the module that follow from it."""
    stale: set[str] = set()
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        if node.lineno != line and not used & stale:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = ast.unparse(target)
        old = getattr(module, name)
        code = compile(ast.Module([node], []), str(module.__file__), "exec")
        exec(code, module.__dict__)  # noqa: S102 - this is what the room is for
        stale.add(name)
        _spread(name, old, getattr(module, name))


def _spread(name: str, old: object, new: object) -> None:
    """Let every module that has imported the constant have the new one."""
    for each in list(sys.modules.values()):
        if getattr(each, "__dict__", {}).get(name) is old:
            setattr(each, name, new)
