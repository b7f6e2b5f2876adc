"""Render: a Page becomes HTML through Pelican's Jinja environment, made strict and escaping."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import jinja2

from plugins.newsroom.deferred import mark_of
from plugins.newsroom.page import Page
from plugins.newsroom.view_parts import Shell
from plugins.pelican_bridge.compiled_templates import SealedBytecode

COMPILED = "khuon-mau"
#: What a settings file may choose in JINJA_ENVIRONMENT; a compiled template depends on each.
OPTIONS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix"),
    *("line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence"),
    *("keep_trailing_newline", "optimized"),
)


class Renderer:
    """Renders pages with one shell; a template sees `view` and `shell` and nothing else."""

    def __init__(
        self,
        environment: jinja2.Environment,
        theme: Path,
        shell: Shell,
        *,
        cache: Path | None = None,
    ) -> None:
        """Tighten the environment: our templates only, no silent gaps, everything escaped.

        Pelican would fall back to its own theme for a missing template and print nothing for an
        undefined name. Templates do not change while a build runs, and are compiled once.
        """
        environment.loader = jinja2.FileSystemLoader([theme / "templates", theme])
        environment.undefined = jinja2.StrictUndefined
        environment.autoescape = True
        environment.auto_reload = False
        environment.globals.clear()
        options = tuple(repr(getattr(environment, name)) for name in OPTIONS)
        if cache:
            folder = cache / COMPILED / mark_of((options, version("jinja2")))
            environment.bytecode_cache = SealedBytecode(folder)
        self._environment = environment
        self._shell = shell

    def render(self, page: Page) -> bytes:
        """Give a page's HTML in UTF-8."""
        template = self._environment.get_template(page.template)
        return template.render(view=page.view, shell=self._shell).encode()
