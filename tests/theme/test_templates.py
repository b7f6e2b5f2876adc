"""Templates show, never decide; and they keep to the strict content security policy."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support.article_pages import VIEW
from support.theme import COMPONENTS, SHELL, TEMPLATES, environment, rendered

from plugins.newsroom.view import HomeView, NoticeView, StandingView
from plugins.newsroom.view_parts import Head, Link

MARKUP = (*TEMPLATES, *(folder / "template.html" for folder in COMPONENTS))
HEAD = Head(title="Giới thiệu", description="Về trang này.", url="/trang/gioi-thieu/")
NOTICE = NoticeView(head=HEAD, title="Không thấy trang", text="Địa chỉ này không có.")


def below(path: Path) -> str:
    """Name a template as people say it."""
    return "/".join(path.parts[-2:])


@pytest.mark.parametrize("path", MARKUP, ids=below)
def test_markup_holds_no_style_and_no_script_of_its_own(path: Path) -> None:
    """The server may forbid inline styles and scripts, which stops injected ones."""
    text = path.read_text("utf-8")

    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", text)
    assert not re.search(r"<script(?! src=| type=\"application/ld\+json\")", text)


@pytest.mark.parametrize("path", MARKUP, ids=below)
def test_markup_sorts_and_reckons_nothing(path: Path) -> None:
    """What a page says was decided, and tested, before its template saw it."""
    text = path.read_text("utf-8")

    assert not re.search(r"\|\s*(sort|groupby|sum|unique|batch|round|int|length)\b", text)
    assert "loop.index" not in text


def test_only_the_text_and_structured_data_come_unescaped() -> None:
    """Nothing that an editor typed reaches a page as markup unless our own check passed it."""
    found = {
        below(path): re.findall(r"\{\{ ([\w.]+)\|safe", path.read_text("utf-8")) for path in MARKUP
    }

    assert {name: parts for name, parts in found.items() if parts} == {
        "templates/article.html": ["view.body"],
        "templates/base.html": ["document"],
        "templates/standing.html": ["view.body"],
    }


@pytest.mark.parametrize("path", TEMPLATES, ids=below)
def test_every_template_compiles(path: Path) -> None:
    """No kind of page waits for a broken build to show its mistake."""
    assert environment().get_template(path.name)


def test_a_title_with_markup_is_shown_as_it_was_typed() -> None:
    """A headline about «<b>» neither breaks the page nor runs."""
    html = rendered("article.html", replace(VIEW, title="Thẻ <b> & «dấu»"))

    assert "Thẻ &lt;b&gt; &amp; «dấu»</h1>" in html
    assert "<b>" not in html


def test_an_article_with_nothing_optional_is_still_a_whole_page() -> None:
    """A short item without picture, tags, neighbours or related ones shows no empty boxes."""
    html = rendered("article.html", replace(VIEW, summary="", source_credit="", authors=()))

    for part in (
        "correction-note",
        "figure",
        "neighbours",
        "related-list",
        "rating",
        "agency-list",
    ):
        assert f'class="{part}' not in html
    for landmark in ("<header", "<nav", "<main", "<footer"):
        assert landmark in html


def test_the_head_says_where_the_page_lives_and_what_it_is() -> None:
    """Search engines and shared links show the right name, address and picture."""
    head = replace(VIEW.head, kind="article", card=f"{VIEW.head.url}anh-chia-se.png")
    html = rendered("article.html", replace(VIEW, head=head))

    assert f"<title>{VIEW.title} – {SHELL.name}</title>" in html
    assert f'<link rel="canonical" href="https://cchc.example{VIEW.head.url}">' in html
    assert '<meta property="og:type" content="article">' in html
    assert f'content="https://cchc.example{VIEW.head.url}anh-chia-se.png"' in html


def test_a_preview_claims_no_address() -> None:
    """A page that has no home on the web yet names none to search engines."""
    html = rendered("notice.html", NOTICE, base="")

    assert "canonical" not in html
    assert "og:url" not in html


def test_the_first_script_runs_before_the_stylesheet_paints() -> None:
    """A reader who chose dark never sees a white flash."""
    html = rendered("notice.html", NOTICE)

    assert html.index('<script src="/tai-nguyen/first-script">') < html.index('rel="stylesheet"')


def test_a_page_for_nobody_asks_not_to_be_found() -> None:
    """«Không tìm thấy trang» is no search result."""
    html = rendered("notice.html", replace(NOTICE, head=replace(HEAD, indexable=False)))

    assert '<meta name="robots" content="noindex">' in html


def test_an_old_address_leads_on_by_itself() -> None:
    """A reader with an old bookmark arrives, also without JavaScript."""
    html = rendered("moved.html", replace(NOTICE, target="/tin-bai/2023/03/23/x/"))

    assert '<meta http-equiv="refresh" content="0; url=/tin-bai/2023/03/23/x/">' in html


def test_a_page_in_english_keeps_the_frame_in_vietnamese() -> None:
    """A screen reader changes its voice where the language changes."""
    view = StandingView(
        head=replace(HEAD, lang="en"), title="Contact", summary="", updated=None, body="<p>Yes</p>"
    )
    html = rendered("standing.html", view)

    assert '<html lang="en">' in html
    assert '<header class="site-header" lang="vi">' in html
    assert '<footer class="site-footer" lang="vi">' in html


def test_the_home_page_of_a_site_without_news_says_so() -> None:
    """On its first day the site is honest, not broken."""
    view = HomeView(
        head=replace(HEAD, url="/", title=SHELL.name),
        lead=None,
        latest=(),
        sections=(),
        calendar=None,
        series=(),
        standing=(Link(label="Giới thiệu", url="/trang/gioi-thieu/"),),
    )
    html = rendered("home.html", view)

    assert f"<title>{SHELL.name}</title>" in html
    assert "Chưa có tin, bài nào được đăng." in html
