"""The theme as templates see it: its strict environment, its components, a plain shell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import yaml

from plugins.newsroom.page import Page
from plugins.newsroom.view_parts import Link, Shell
from plugins.pelican_bridge.rendering import Renderer

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
COMPONENTS = sorted((THEME / "components").iterdir())
TEMPLATES = sorted((THEME / "templates").iterdir())
ASSETS = (
    *("stylesheet", "script", "first-script", "icon"),
    *("text-font", "text-font-vietnamese", "heading-font", "heading-font-vietnamese"),
)
SHELL = Shell(
    name="Cải cách hành chính tỉnh Bình Định",
    short_name="CCHC Bình Định",
    tagline="Chuyên trang về cải cách hành chính nhà nước",
    base="https://cchc.example",
    notice="Trang nói về tỉnh Bình Định.",
    owner="Ủy ban nhân dân tỉnh Bình Định",
    navigation=(Link(label="Truyền thông", url="/truyen-thong/"),),
    footer=(Link(label="Giới thiệu", url="/trang/gioi-thieu/"),),
    feeds=(Link(label="Tin (Atom)", url="/tin.atom.xml", note="Atom"),),
    licence=Link(label="Bản quyền", url="/trang/ban-quyen/"),
    assets={name: f"/tai-nguyen/{name}" for name in ASSETS},
    english=Link(label="English", url="/en/"),
)


def environment() -> jinja2.Environment:
    """Give the environment that the site is rendered with, as the bridge tightens it."""
    made = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - tightened below
    Renderer(made, THEME, SHELL)
    return made


def rendered(template: str, view: object, *, base: str = SHELL.base) -> str:
    """Render one page of the site; `base` is empty in a preview."""
    made = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - tightened below
    page = Page(template=template, save_as="x/index.html", view=view)
    return Renderer(made, THEME, replace(SHELL, base=base)).render(page).data.decode()


def macro(folder: Path) -> Any:  # noqa: ANN401 - a Jinja macro has no type
    """Give a component's macro."""
    module = environment().get_template(f"components/{folder.name}/template.html").module
    return getattr(module, folder.name.replace("-", "_"))


def record(folder: Path) -> dict[str, Any]:
    """Give a component's description of itself."""
    loaded: dict[str, Any] = yaml.safe_load((folder / "component.yaml").read_text("utf-8"))
    return loaded
