"""Turns the first claim of a code sample round: a sample that still runs through then proves nothing.

The first claim in the order of the source is an ``assert``, whose condition is negated, or a statement that calls
``raises`` or a method such as ``assertRaises``: it then has to fail where it held before.
"""

from __future__ import annotations

import ast

_TURNED = """
try:
    ...
except BaseException:
    pass
else:
    raise AssertionError("the claim holds, turned round or not")
"""


def inverted(code: str) -> str | None:
    """The sample with its first claim turned round; None when it claims nothing."""
    tree = ast.parse(code)
    first = first_claim(tree)
    if first is None:
        return None
    return ast.unparse(ast.fix_missing_locations(_Turn(first).visit(tree)))


def first_claim(tree: ast.Module) -> ast.stmt | None:
    """The claim that stands first in the source."""
    claims = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _claims(node)]
    return min(claims, key=lambda node: (node.lineno, node.col_offset), default=None)


def _claims(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.With | ast.AsyncWith):
        return any(_is_claim(item.context_expr) for item in statement.items)
    return isinstance(statement, ast.Assert) or (isinstance(statement, ast.Expr) and _is_claim(statement.value))


def _is_claim(expression: ast.expr) -> bool:
    """True of ``pytest.raises(...)``, ``self.assertEqual(...)`` and what is awaited of that kind."""
    call = expression.value if isinstance(expression, ast.Await) else expression
    if not isinstance(call, ast.Call):
        return False
    name = str(getattr(call.func, "attr", getattr(call.func, "id", "")))
    return name == "raises" or name.startswith("assert")


class _Turn(ast.NodeTransformer):
    """Replaces one statement."""

    def __init__(self, claim: ast.stmt) -> None:
        self.claim = claim

    def visit(self, node: ast.AST) -> ast.AST:
        """The claim turned round, everything else as it is."""
        if node is not self.claim:
            return self.generic_visit(node)
        if isinstance(node, ast.Assert):
            return ast.Assert(ast.UnaryOp(ast.Not(), node.test), node.msg)
        frame = ast.parse(_TURNED)
        frame.body[0].body = [self.claim]  # type: ignore[attr-defined]  # the try statement above
        return frame.body[0]
