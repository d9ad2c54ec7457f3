"""Reading the program's own sources: what each finder gives are the lines where it is found."""

import ast
import functools
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One module as its rules see it; ``path`` is relative to the checkout."""

    path: str
    text: str

    @functools.cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(ast.parse(self.text)))

    @property
    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the last part of what is called."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                yield _last_name(node.func), node

    @property
    def imported(self) -> Iterator[tuple[str, int]]:
        """Every name that is imported, with its module, and the line."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)


Finder = Callable[[Source], Iterator[int]]


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def texts_made_on_the_spot(source: Source) -> Iterator[int]:
    for name, call in source.calls:
        if name in {"tr", "translate"} and any(isinstance(a, ast.JoinedStr) for a in call.args):
            yield call.lineno


def signals_of_int(source: Source) -> Iterator[int]:
    for name, call in source.calls:
        if name == "Signal" and "int" in map(_last_name, call.args):
            yield call.lineno


def terminated_threads(source: Source) -> Iterator[int]:
    if any(name.endswith(".QThread") for name, _ in source.imported):
        yield from (call.lineno for name, call in source.calls if name == "terminate")


def nameless_receivers(source: Source) -> Iterator[int]:
    for name, call in source.calls:
        receiver = call.args[0] if name == "connect" and call.args else None
        if isinstance(receiver, ast.Lambda) or (
            isinstance(receiver, ast.Call) and _last_name(receiver.func) == "partial"
        ):
            yield call.lineno


def calls_of(wanted: str) -> Finder:
    def find(source: Source) -> Iterator[int]:
        yield from (call.lineno for name, call in source.calls if name == wanted)

    return find


def imports_matching(pattern: str) -> Finder:
    def find(source: Source) -> Iterator[int]:
        yield from (line for name, line in source.imported if re.search(pattern, name))

    return find


def mentions_of(wanted: str) -> Finder:
    def find(source: Source) -> Iterator[int]:
        for node in source.nodes:
            if isinstance(node, ast.expr) and _last_name(node) == wanted:
                yield node.lineno
        yield from imports_matching(rf"\.{wanted}$")(source)

    return find


def comments_matching(pattern: str) -> Finder:
    def find(source: Source) -> Iterator[int]:
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
            if token.type == tokenize.COMMENT and re.search(pattern, token.string):
                yield token.start[0]

    return find


def uses_matching(pattern: str) -> Finder:
    """Attributes such as ``pytest.skip``, called or not."""

    def find(source: Source) -> Iterator[int]:
        for node in source.nodes:
            if isinstance(node, ast.Attribute) and re.search(pattern, ast.unparse(node)):
                yield node.lineno

    return find


def modules_longer_than(limit: int) -> Finder:
    def find(source: Source) -> Iterator[int]:
        lines = source.text.count("\n")
        if lines > limit:
            yield lines

    return find


def functions_longer_than(limit: int) -> Finder:
    def find(source: Source) -> Iterator[int]:
        for node in source.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > limit:
                    yield node.lineno

    return find


def modules_that_do_not_say(pattern: str) -> Finder:
    def find(source: Source) -> Iterator[int]:
        if not re.match(pattern, ast.get_docstring(ast.parse(source.text)) or ""):
            yield 1

    return find
