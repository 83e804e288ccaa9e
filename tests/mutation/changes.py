"""What may be changed at one place of the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

_COMPARED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_RECKONED: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_SYMMETRIC = {"max", "min", "math.hypot", "alike", "gaps_apart", "overlap", "same"}
"""Functions that do not mind in which order their arguments come; the last are of the judge itself."""
_CONDITIONAL = (ast.If, ast.While, ast.IfExp)
_DROPPED = (ast.Expr, ast.AugAssign, ast.Break, ast.Continue, ast.Raise)


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    yield from _operators(node)
    yield from _values(node)
    yield from _conditions(node)
    if isinstance(node, _DROPPED):
        yield ast.Pass()


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            for rank, each in enumerate(node.ops):
                operators = [*node.ops[:rank], _COMPARED[type(each)](), *node.ops[rank + 1 :]]
                yield ast.Compare(node.left, operators, node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.BinOp() if type(node.op) in _RECKONED:
            yield ast.BinOp(node.left, _RECKONED[type(node.op)](), node.right)
        case ast.AugAssign() if type(node.op) in _RECKONED:
            yield ast.AugAssign(node.target, _RECKONED[type(node.op)](), node.value)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand


def _values(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value):
            yield from _constants(value)
        case ast.Call(called, [first, second, *others]) if ast.unparse(called) not in _SYMMETRIC:
            yield ast.Call(called, [second, first, *others], node.keywords)
        case ast.Return(value) if value and not _is_nothing(value):
            yield ast.Return(ast.Constant(None))


def _conditions(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node with one of its conditions negated."""
    if isinstance(node, _CONDITIONAL) and not _negated_elsewhere(node.test):
        negated = ast.UnaryOp(ast.Not(), node.test)
        if isinstance(node, ast.IfExp):
            yield ast.IfExp(negated, node.body, node.orelse)
        else:
            yield type(node)(negated, node.body, node.orelse)
    if isinstance(node, ast.comprehension):
        for rank, test in enumerate(node.ifs):
            if not _negated_elsewhere(test):
                tests = [*node.ifs[:rank], ast.UnaryOp(ast.Not(), test), *node.ifs[rank + 1 :]]
                yield ast.comprehension(node.target, node.iter, tests, node.is_async)


def _constants(value: object) -> Iterator[ast.AST]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield ast.Constant(value + 1)
        case str():
            yield ast.Constant(f"XX{value}XX")


def _negated_elsewhere(test: ast.expr) -> bool:
    """Whether a change of the condition's own operator negates it."""
    operators = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and isinstance(test.ops[0], operators)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _is_nothing(node: ast.expr) -> bool:
    """Whether a value is as good as None: that ``False`` may be ``True`` is a change of its own."""
    return isinstance(node, ast.Constant) and node.value in {None, False}
