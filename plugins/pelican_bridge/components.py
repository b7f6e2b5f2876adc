"""The theme's components, at hand in every template under the names of their macros."""

from __future__ import annotations

from typing import Any

import jinja2
from jinja2.runtime import Context
from jinja2.utils import missing


class Components(dict[str, Any]):
    """Finds `teaser_list` in `components/teaser-list/template.html` when it is first named."""

    def __init__(self, environment: jinja2.Environment) -> None:
        """Look for components where the environment looks for templates."""
        super().__init__()
        self._environment = environment

    def __missing__(self, name: str) -> object:
        """Load a component, or give Jinja's sign that a name stands for nothing."""
        try:
            template = self._environment.get_template(
                f"components/{name.replace('_', '-')}/template.html"
            )
        except jinja2.TemplateNotFound:
            macro = missing
        else:
            macro = getattr(template.module, name, missing)
        self[name] = macro
        return macro


def context_with(components: Components) -> type[Context]:
    """Give the names that a template sees: its own, what it is given, and the components."""

    class PageContext(Context):
        """A context in which every component has a name."""

        def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 - whatever bears the name
            """Look up a name."""
            if key in self.vars:
                return self.vars[key]
            if key in self.parent:
                return self.parent[key]
            return components[key]

    return PageContext
