"""Compiled templates that do less at each turn than Jinja's own, and write the same bytes.

Jinja wraps every escaped word in a `Markup`, asks of whatever is called whether it wants the
context, and binds a macro's arguments by name. Here words without special characters pass as they
are, and arguments given in order go straight to the macro's code; the rest is left to Jinja.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Template
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from plugins.newsroom.mark import mark_of

#: The last lines of every compiled template, whose code looks these names up when it runs.
ENDING = (
    "from operator import call",
    "from plugins.pelican_bridge.lean_templates import LeanMacro as Macro, shown as escape",
)


def generator_mark() -> str:
    """Give a digest of this module: what was compiled by another one is compiled anew."""
    return mark_of(Path(__file__).read_bytes())


class LeanGenerator(CodeGenerator):
    """Compiles a template as Jinja does, with our own `call`, `escape` and `Macro`."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the code of a whole template."""
        super().visit_Template(node, frame)
        for line in ENDING:
            self.writeline(line)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write a call; nothing that our templates call asks for Jinja's context."""
        if forward_caller:
            super().visit_Call(node, frame, forward_caller=True)
            return
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")


class LeanMacro(Macro):
    """A macro that runs at once when it is called with arguments in order."""

    def __init__(self, *made_of: Any) -> None:  # noqa: ANN401 - what compiled code gives Jinja's
        """Note the code and the number of its arguments."""
        super().__init__(*made_of)
        _, self._code, _, arguments, *_ = made_of
        special = self.catch_kwargs or self.catch_varargs or self.caller
        self._most = -1 if special or not self._default_autoescape else len(arguments)

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - whatever is shown
        """Write the macro's HTML."""
        absent = self._most - len(args)
        if kwargs or absent < 0:
            return super().__call__(*args, **kwargs)
        return Markup(self._code(*args, *(missing,) * absent))  # noqa: S704 - escaped piece by piece


def shown(value: object) -> str:
    """Give a value as it stands in HTML, letter for letter what `markupsafe.escape` gives."""
    if type(value) is str:
        odd = "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        return escape(value) if odd else value
    if type(value) is Markup:
        return value
    if type(value) is int:
        return str(value)
    return escape(value)
