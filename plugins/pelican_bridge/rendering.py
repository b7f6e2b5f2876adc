"""Render: a Page becomes HTML through a Jinja environment, made strict and escaping."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

from plugins.newsroom.mark import mark_of
from plugins.newsroom.page import Page, Rendered, common_start
from plugins.newsroom.view_parts import Head, Shell
from plugins.pelican_bridge.compiled_templates import SealedBytecode
from plugins.pelican_bridge.components import Components, context_with
from plugins.pelican_bridge.lean_templates import LeanGenerator, generator_mark

COMPILED = "khuon-mau"
SOME = 40  # characters by which a part of the frame is looked for: to find it whole costs more
#: What a settings file may choose in JINJA_ENVIRONMENT; a compiled template depends on each.
OPTIONS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix"),
    *("line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence"),
    *("keep_trailing_newline", "optimized"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around pages, finished: the same for all that hang below one navigation link.

    The addresses of the theme's files begin with `start`, and stand in it `addresses` times.
    """

    assets: Markup
    feeds: Markup
    top: Markup
    foot: Markup
    start: str
    addresses: int

    def is_all_that_spells(self, html: str) -> bool:
        """Say whether a page has the frame, and no such address beside those of the frame."""
        return html.count(self.start) == self.addresses and all(
            html.startswith(part, html.find(part[:SOME]))
            for part in (self.assets, self.top, self.foot)
        )


class Renderer:
    """Renders pages with one shell; a template sees `view`, `shell` and their `frame` only."""

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
        environment.context_class = context_with(Components(environment))
        environment.code_generator_class = LeanGenerator
        options = tuple(repr(getattr(environment, name)) for name in OPTIONS)
        if cache:
            folder = cache / COMPILED / mark_of((options, jinja2.__version__, generator_mark()))
            environment.bytecode_cache = SealedBytecode(folder)
        self._environment = environment
        self._shell = shell
        self._navigation = frozenset(link.url for link in shell.navigation)
        self._templates: dict[str, jinja2.Template] = {}
        self._frames: dict[tuple[tuple[str, ...], bool], Frame] = {}

    def render(self, page: Page) -> Rendered:
        """Give a page's HTML."""
        view, frame = page.view, self._frame(page.view.head)
        seen = {"view": view, "shell": self._shell, "frame": frame}
        template = self._template(page.template)
        context = template.new_context(seen, shared=True)
        try:
            html = "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - any error of a template is told with the template's lines
            self._environment.handle_exception()
        return Rendered(html.encode(), not frame.is_all_that_spells(html))

    def _template(self, name: str) -> jinja2.Template:
        """Give a template; Jinja's own look costs more than many a template."""
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._environment.get_template(name)
        return found

    def _frame(self, head: Head) -> Frame:
        """Give the frame of a page, which is made once for each place in the navigation."""
        way = (*(crumb.url for crumb in head.crumbs), head.url)
        trail = tuple(url for url in way if url in self._navigation)
        place = (trail, head.url == "/")
        found = self._frames.get(place)
        if not found:
            found = self._frames[place] = self._framed(*place)
        return found

    def _framed(self, trail: tuple[str, ...], is_home: bool) -> Frame:  # noqa: FBT001 - part of a place
        parts, shell = vars(self._environment.get_template("frame.html").module), self._shell
        assets, foot = parts["assets"](shell), parts["foot"](shell)
        top, start = parts["top"](shell, trail, is_home), common_start(shell.assets)
        return Frame(
            assets=assets,
            feeds=parts["feed_relations"](shell.feeds),
            top=top,
            foot=foot,
            start=start,
            addresses=sum(part.count(start) for part in (assets, top, foot)),
        )
