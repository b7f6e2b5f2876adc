"""Components are at hand in every template under the names of their macros."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from support.theme import COMPONENTS, environment, macro


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_is_known_by_the_name_of_its_folder(folder: Path) -> None:
    """Whoever writes a template calls a component without importing it."""
    name = folder.name.replace("-", "_")
    template = environment().from_string(f"{{{{ {name}.name }}}} {{{{ {name}.arguments|join }}}}")

    assert template.render() == f"{name} {''.join(macro(folder).arguments)}"


def test_a_name_that_stands_for_nothing_is_a_mistake() -> None:
    """A misspelt component breaks the build and never leaves a gap in a page."""
    made = environment()

    for _ in range(2):
        with pytest.raises(jinja2.UndefinedError, match="'teasr_list' is undefined"):
            made.from_string("{{ teasr_list() }}").render()


def test_a_name_of_its_own_comes_first_in_a_template() -> None:
    """A component's parameter may bear the name of another component."""
    made = environment()
    own = (
        "{% macro m(picture) %}{{ picture }}{% endmacro %}{{ m(1) }}{% set pager = 2 %}{{ pager }}"
    )

    assert made.from_string(own).render() == "12"
    assert made.from_string("{{ picture }}").render(picture=3) == "3"


def test_a_component_can_be_imported_too() -> None:
    """Jinja's own way to name a component works as well."""
    importing = '{% from "components/skip-link/template.html" import skip_link as jump %}'
    made = environment()

    both = made.from_string(f"{importing}{{{{ jump('a') == skip_link('a') }}}}")
    assert both.render() == "True"
