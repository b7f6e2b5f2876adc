"""Rendering: what is kept between pages never shows on a page that it does not belong to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.article_pages import VIEW
from support.theme import SHELL, THEME

from plugins.newsroom.page import Page
from plugins.newsroom.view import NoticeView
from plugins.newsroom.view_parts import Head, Link, Shell
from plugins.pelican_bridge.rendering import Renderer

HOME = Link(label="Trang chủ", url="/")
NEWS, WORK = (Link(label=name, url=f"/{name}/") for name in ("tin", "viec"))
WIDE = replace(SHELL, navigation=(NEWS, WORK, Link(label="Ngày", url="/tin-bai/")))
FEED = Link(label="Tin (RSS)", url="/tin.rss.xml", note="RSS")
PLACES = st.sampled_from(("/", "/tin/", "/viec/", "/tin-bai/", "/tin/a/", "/viec/a/", "/xa/"))
HEADS = st.builds(
    Head,
    title=st.sampled_from(("Tin", "Việc", SHELL.name)),
    description=st.just("Một câu."),
    url=PLACES,
    lang=st.sampled_from(("vi", "en")),
    crumbs=st.lists(st.sampled_from((HOME, NEWS, WORK)), unique=True).map(tuple),
    feeds=st.sampled_from(((), (FEED,))),
)


def renderer(shell: Shell = WIDE, theme: Path = THEME) -> Renderer:
    """Give a renderer as the bridge makes it."""
    made = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - tightened there
    return Renderer(made, theme, shell)


def page(head: Head) -> Page:
    """Give a page that has little beside its frame."""
    view = NoticeView(head=head, title=head.title, text="Chữ.")
    return Page(template="notice.html", save_as="x/index.html", view=view)


def html(head: Head, shell: Shell = WIDE) -> str:
    """Give the HTML of such a page, rendered alone."""
    return renderer(shell).render(page(head)).data.decode()


@settings(max_examples=25, deadline=None)
@given(st.lists(HEADS, min_size=2, max_size=8))
def test_a_page_is_the_same_whatever_was_rendered_before(heads: list[Head]) -> None:
    """A reader of «Việc» never finds «Tin» marked in the navigation."""
    one = renderer()

    assert [one.render(page(head)).data.decode() for head in heads] == [
        html(head) for head in heads
    ]


def test_the_navigation_marks_where_the_page_hangs_and_nothing_else() -> None:
    """A reader sees in which part of the site the page lies."""
    one = renderer()
    marked = {
        url: [
            link.url
            for link in WIDE.navigation
            if f'href="{link.url}" aria-current="true"' in one.render(page(head)).data.decode()
        ]
        for url, head in {
            "/tin/": Head(title="Tin", description="", url="/tin/", crumbs=(HOME,)),
            "/tin/a/": Head(title="A", description="", url="/tin/a/", crumbs=(HOME, NEWS)),
            "/viec/": Head(title="Việc", description="", url="/viec/", crumbs=(HOME,)),
            "/xa/": Head(title="Xa", description="", url="/xa/", crumbs=(HOME,)),
            "/": Head(title="Trang chủ", description="", url="/"),
        }.items()
    }

    assert marked == {
        "/tin/": ["/tin/"],
        "/tin/a/": ["/tin/"],
        "/viec/": ["/viec/"],
        "/xa/": [],
        "/": [],
    }


def test_only_the_home_page_bears_the_name_of_the_site_as_its_heading() -> None:
    """A page has one first heading, and the home page's is the site."""
    one = renderer()
    heads = [Head(title="Tin", description="", url=url) for url in ("/xa/", "/", "/xa/")]
    prominent = ["site-header--prominent" in one.render(page(head)).data.decode() for head in heads]

    assert prominent == [False, True, False]


def test_a_page_with_feeds_of_its_own_offers_those_alone() -> None:
    """Whoever subscribes to a column gets that column."""
    one, head = renderer(), Head(title="Tin", description="", url="/tin/")
    own, common = (
        f'<link rel="alternate" href="{FEED.url}"',
        '<link rel="alternate" href="/tin.atom',
    )
    found = [
        one.render(page(replace(head, feeds=feeds))).data.decode() for feeds in ((), (FEED,), ())
    ]

    assert [(own in text, common in text) for text in found] == [
        (False, True),
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Tên khác"},
        {"tagline": "Khẩu hiệu khác"},
        {"notice": "Lời khác."},
        {"owner": "Sở Nội vụ"},
        {"navigation": (WORK,)},
        {"footer": (WORK,)},
        {"feeds": (FEED,)},
        {"licence": WORK},
        {"english": None},
        {"assets": {name: f"/khac/{name}" for name in SHELL.assets}},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_another_shell_gives_another_frame(changed: dict[str, object]) -> None:
    """What the settings or the registers say of the site changes on every page."""
    head = Head(title="Tin", description="", url="/")
    other = replace(WIDE, **changed)  # type: ignore[arg-type]  # each of its own type

    assert html(head, other) != html(head)


@pytest.mark.parametrize(
    ("title", "spells"),
    [("Tin", False), ("Về /tai-nguyen/script", True), ("Về /tai-nguyen/", True)],
)
def test_a_page_that_spells_an_address_of_the_theme_is_known(title: str, *, spells: bool) -> None:
    """In all others the frame alone does, and a new name can be put for the old one."""
    head = Head(title=title, description="", url="/tin/")
    assert renderer().render(page(head)).spells_addresses is spells


def test_a_page_without_the_whole_frame_counts_as_one_that_spells_addresses(tmp_path: Path) -> None:
    """Nobody knows where else a template takes them from."""
    (tmp_path / "templates").mkdir()
    for name, text in {
        "frame.html": (THEME / "templates" / "frame.html").read_text("utf-8"),
        "notice.html": "{{ frame.assets }}{{ frame.foot }}",
    }.items():
        (tmp_path / "templates" / name).write_text(text, "utf-8")
    (tmp_path / "components").symlink_to(THEME / "components")
    one = renderer(theme=tmp_path)
    assert one.render(page(Head(title="Tin", description="", url="/tin/"))).spells_addresses


def test_an_error_in_a_template_names_the_templates_line() -> None:
    """A designer learns where to look."""
    with pytest.raises(jinja2.UndefinedError) as caught:
        renderer().render(Page(template="notice.html", save_as="x", view=VIEW))

    lines = [(Path(entry.path).name, entry.lineno + 1) for entry in caught.traceback]
    template = (THEME / "templates" / "notice.html").read_text("utf-8").splitlines()
    (line,) = (number for name, number in lines if name == "notice.html" and number > 1)
    assert "view.text" in template[line - 1]
