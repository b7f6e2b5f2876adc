"""The theme's components, read from their `component.yaml` files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml

from plugins.newsroom.view_parts import ComponentExample, ComponentReview

#: The safe loader; libyaml's where it is there, ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_components(theme: Path) -> tuple[ComponentReview, ...]:
    """Read every component of the theme, in the order of their folders' names."""
    return tuple(_component(folder) for folder in sorted((theme / "components").iterdir()))


def _component(folder: Path) -> ComponentReview:
    text = (folder / "component.yaml").read_text("utf-8")
    record = cast("Mapping[str, object]", yaml.load(text, Loader=LOADER))  # noqa: S506 - both are safe loaders
    examples = cast("list[Mapping[str, object]]", record["examples"])
    return ComponentReview(
        folder=folder.name,
        description=f"{record['name']}. {record['description']}",
        examples=tuple(_example(example) for example in examples),
    )


def _example(record: Mapping[str, object]) -> ComponentExample:
    given = cast("dict[str, object]", record["given"])
    return ComponentExample(name=str(record["name"]), given=given)
