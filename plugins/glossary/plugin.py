"""When the site is composed: add the page of abbreviations."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.glossary.pages",
        glossary="GLOSSARY",
    )
