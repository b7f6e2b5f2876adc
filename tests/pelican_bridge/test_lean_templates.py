"""Leaner compiled templates: they write, letter for letter, what Jinja's own would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from support.theme import COMPONENTS, THEME, environment, macro, record

from plugins.pelican_bridge.lean_templates import LeanMacro, shown

EXAMPLES = [
    pytest.param(folder, example["given"], id=f"{folder.name}: {example['name']}")
    for folder in COMPONENTS
    for example in record(folder)["examples"]
]
ODD = st.text(st.sampled_from("&<>\"'aé«ế\ud800\x00 "))


class Told:
    """A value that says itself how it stands in HTML."""

    def __html__(self) -> str:
        """Give HTML."""
        return "<b>đậm</b>"


class Word(str):
    """A text of another type than plain str."""

    __slots__ = ()


def plain_jinja(folder: Path) -> Any:  # noqa: ANN401 - a Jinja macro has no type
    """Give a component's macro as Jinja itself compiles and calls it."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([THEME / "templates", THEME]),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def found(name: str) -> Any:  # noqa: ANN401 - a Jinja macro has no type
        place = f"components/{name.replace('_', '-')}/template.html"
        return getattr(made.get_template(place).module, name)

    for other in COMPONENTS:
        name = other.name.replace("-", "_")
        made.globals[name] = lambda *args, _name=name, **kwargs: found(_name)(*args, **kwargs)
    return found(folder.name.replace("-", "_"))


@pytest.mark.parametrize(("folder", "given_there"), EXAMPLES)
def test_every_example_comes_out_as_jinja_itself_writes_it(
    folder: Path, given_there: dict[str, Any]
) -> None:
    """A designer who knows Jinja meets no other dialect here."""
    lean = macro(folder)

    assert type(lean) is LeanMacro
    assert lean(**given_there) == plain_jinja(folder)(**given_there)


@given(st.one_of(st.text(), ODD, ODD.map(Markup), ODD.map(Word), st.integers(), st.booleans()))
def test_a_value_is_escaped_as_ever(value: object) -> None:
    """No letter that an editor types can turn into markup."""
    assert shown(value) == escape(value)


@pytest.mark.parametrize("value", [None, 1.5, ("<", "b"), Told(), ["'"]])
def test_a_rarer_value_is_left_to_jinja(value: object) -> None:
    """Whatever a template shows one day, it is escaped."""
    assert shown(value) == escape(value)


def test_what_is_left_out_has_its_default_however_the_rest_is_given() -> None:
    """A component may be called in every way that Jinja allows."""
    made = environment().from_string(
        "{% macro m(a, b='&', c=b) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
    )
    one: Any = vars(made.module)["m"]

    assert one("<", "x", "y") == one(a="<", b="x", c="y") == one("<", c="y", b="x") == "&lt;xy"
    assert one("<", "x") == "&lt;xx"
    assert one("<") == "&lt;&amp;&amp;"
    assert isinstance(one("<"), Markup)


def test_too_many_arguments_and_too_few_are_mistakes() -> None:
    """A wrong call fails at once, as it does in Jinja."""
    made = environment().from_string("{% macro m(a) %}{{ a }}{% endmacro %}")
    one: Any = vars(made.module)["m"]

    with pytest.raises(TypeError, match=r"takes not more than 1 argument"):
        one(1, 2)
    with pytest.raises(TypeError, match=r"takes no keyword argument 'b'"):
        one(1, b=2)
    with pytest.raises(jinja2.UndefinedError, match=r"parameter 'a' was not provided"):
        one()


def test_a_macro_that_takes_whatever_comes_still_gets_it() -> None:
    """Jinja's `varargs`, `kwargs` and `caller` work as its manual says."""
    made = environment().from_string(
        "{% macro m(a) %}{{ a }}{{ varargs|join }}{{ kwargs.z }}{{ caller() }}{% endmacro %}"
        "{% call m('<', 'y', z='&') %}!{% endcall %}"
    )

    assert made.render() == "&lt;y&amp;!"
