"""Render: a Page becomes HTML through Pelican's Jinja environment, made strict and escaping."""

from __future__ import annotations

from pathlib import Path

import jinja2

from plugins.incremental.marks import template_mark
from plugins.newsroom.deferred import mark_of
from plugins.newsroom.page import Page
from plugins.newsroom.view_parts import Shell

COMPILED = "khuon-mau"


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
        if cache:
            (cache / COMPILED).mkdir(parents=True, exist_ok=True)
            compiled = jinja2.FileSystemBytecodeCache(str(cache / COMPILED))
            environment.bytecode_cache = compiled
        environment.loader = jinja2.FileSystemLoader([theme / "templates", theme])
        environment.undefined = jinja2.StrictUndefined
        environment.autoescape = True
        environment.auto_reload = False
        environment.globals.clear()
        self._environment = environment
        self._shell = shell
        self.mark = mark_of((template_mark(theme), repr(shell)))

    def render(self, page: Page) -> bytes:
        """Give a page's HTML in UTF-8."""
        template = self._environment.get_template(page.template)
        return template.render(view=page.view, shell=self._shell).encode()
