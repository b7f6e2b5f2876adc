"""Class names: those in markup have a style, and every style has its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.theme import COMPONENTS, ROOT, TEMPLATES, THEME

STYLES = sorted((*THEME.glob("styles/*.css"), *THEME.glob("components/*/style.css")))
MARKUP = (*TEMPLATES, *(folder / "template.html" for folder in COMPONENTS))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Written by Markdown's extensions into the text of an article.
IN_TEXTS = {
    *("table-scroll", "align-right", "align-center", "align-left"),
    *("footnotes", "footnote-ref", "footnote-backref"),
}
# A component's own name marks its root even where that needs no style; the others are defaults.
PLAIN = {folder.name for folder in COMPONENTS} | {"teaser--normal", "align-left"}


def styled(path: Path) -> set[str]:
    """Find the classes that a stylesheet names."""
    text = COMMENT.sub("", path.read_text("utf-8"))
    return set(re.findall(r"\.([a-z][a-z0-9_-]*)", re.sub(r"\{[^{}]*\}", "", text)))


def used(path: Path) -> Iterator[str]:
    """Find the classes that a template writes, with those that it chooses between."""
    for value in re.findall(r'class="((?:\{[%{].*?[%}]\}|[^"])*)"', path.read_text("utf-8")):
        if "{{" in value:
            yield from (f"teaser--{size}" for size in ("lead", "row", "normal", "compact"))
            value = re.sub(r"\S*\{\{.*?\}\}", "", value)  # noqa: PLW2901 - what remains is plain
        yield from re.sub(r"\{%.*?%\}", " ", value).split()


def written_by_the_composer() -> set[str]:
    """Find the classes that the composer writes into an article's text."""
    source = (ROOT / "plugins/newsroom/composition.py").read_text("utf-8")
    return set(re.findall(r'class="([a-z_-]+)"', source))


def in_markup() -> set[str]:
    """Find every class that any page may bear."""
    templates = {name for path in MARKUP for name in used(path)}
    return templates | IN_TEXTS | written_by_the_composer() | written_by_scripts()


def written_by_scripts() -> set[str]:
    """Find the classes of what scripts put into a page."""
    sources = (path.read_text("utf-8") for path in THEME.glob("components/*/script.js"))
    return {name for text in sources for name in re.findall(r'className = "([a-z_-]+)"', text)}


def in_styles() -> set[str]:
    """Find every class that has a style."""
    return {name for path in STYLES for name in styled(path)}


def test_every_class_in_markup_has_a_style() -> None:
    """A misspelt class would leave a part of a page bare."""
    assert in_markup() - in_styles() - PLAIN == set()


def test_every_style_has_its_markup() -> None:
    """Readers download no rule that no page needs."""
    assert in_styles() - in_markup() == set()


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_styles_only_what_bears_its_name(folder: Path) -> None:
    """Whoever greps a class finds the one folder that it belongs to."""
    shared = {"plain-list", "visually-hidden", "label", "needs-script"}
    foreign = {
        name
        for name in styled(folder / "style.css") - shared
        if re.split(r"__|--", name)[0] != folder.name
    }

    assert foreign == set()
