"""Every component does what its `component.yaml` says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.theme import COMPONENTS, macro, record

EXAMPLES = [
    pytest.param(folder, example["given"], id=f"{folder.name}: {example['name']}")
    for folder in COMPONENTS
    for example in record(folder)["examples"]
]


def each(folder: Path) -> str:
    """Name a test after its component."""
    return folder.name


@pytest.mark.parametrize(("folder", "given"), EXAMPLES)
def test_every_example_renders_and_leaves_nothing_undefined(
    folder: Path, given: dict[str, Any]
) -> None:
    """A designer can trust the review page to show each component whole."""
    assert 'class="' in str(macro(folder)(**given))


@pytest.mark.parametrize("folder", COMPONENTS, ids=each)
def test_the_description_names_exactly_the_parameters_of_the_macro(folder: Path) -> None:
    """Whoever calls a component reads its description, not its markup."""
    described = record(folder)["parameters"]

    assert [parameter["name"] for parameter in described] == list(macro(folder).arguments)


@pytest.mark.parametrize("folder", COMPONENTS, ids=each)
def test_what_is_called_required_has_no_default(folder: Path) -> None:
    """Leaving out a required parameter fails at once; leaving out another is allowed."""
    required = [p["name"] for p in record(folder)["parameters"] if p["required"]]
    example = record(folder)["examples"][0]["given"]

    assert str(macro(folder)(**{name: example[name] for name in required}))
    assert set(required) <= set(example)


@pytest.mark.parametrize("folder", COMPONENTS, ids=each)
def test_a_component_is_a_name_a_description_parameters_and_examples(folder: Path) -> None:
    """Every component is documented alike, in Vietnamese."""
    said = record(folder)

    assert set(said) == {"name", "description", "parameters", "examples"}
    assert said["description"].endswith(".")
    assert all(
        set(parameter) == {"name", "type", "required", "description"}
        and parameter["description"].endswith(".")
        for parameter in said["parameters"]
    )


@pytest.mark.parametrize("folder", COMPONENTS, ids=each)
def test_a_folder_holds_a_component_and_nothing_else(folder: Path) -> None:
    """What lies in a component's folder is part of it."""
    known = {"template.html", "style.css", "script.js", "component.yaml"}

    assert {"template.html", "style.css", "component.yaml"} <= {p.name for p in folder.iterdir()}
    assert {path.name for path in folder.iterdir()} <= known
