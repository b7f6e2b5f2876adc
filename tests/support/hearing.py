"""A plugin of Pelican that writes down every signal of a run, with what came with it.

Named in PLUGINS after all others; what it heard goes into the file that HEARD names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from blinker import NamedSignal
from pelican.plugins import signals

heard: list[list[Any]] = []
receivers: list[partial[None]] = []


def hear(name: str, sender: Any, **given: Any) -> None:  # noqa: ANN401 - whatever Pelican sends
    """Write down a signal."""
    heard.append([name, *said(name, sender, given)])
    if name == signals.finalized.name:
        Path(sender.settings["HEARD"]).write_text(json.dumps(heard), encoding="utf-8")
        heard.clear()


def said(name: str, sender: Any, given: dict[str, Any]) -> Iterator[Any]:  # noqa: ANN401
    """Give what a signal says: a text's address and head, a file and what it shows, a series."""
    if "metadata" in given:
        yield {key: str(value) for key, value in given["metadata"].items()}
    if name == signals.content_object_init.name:
        yield from (sender.url, sender.relative_source_path, sender.content)
    if "content" in given:
        yield given["content"].url
    if name == signals.content_written.name:
        shown = given["context"].get("article") or given["context"].get("page")
        path = Path(sender)
        yield from (path.is_file(), given["context"]["output_file"], shown and shown.url)
    if name == signals.all_generators_finalized.name:
        articles = sender[0].context["articles"]
        yield [[text.url, _series(text)] for text in articles]


def register() -> None:
    """Listen to all that Pelican documents."""
    for one in vars(signals).values():
        if isinstance(one, NamedSignal):
            receiver = partial(hear, one.name)
            receivers.append(receiver)  # blinker itself holds on to nobody
            one.connect(receiver)


def _series(text: Any) -> list[str]:  # noqa: ANN401 - Pelican's Article
    found = getattr(text, "series", None)
    return [other.url for other in found["all"]] if isinstance(found, dict) else []
