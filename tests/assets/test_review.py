"""The page «Thành phần giao diện»."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from support.published import SITE
from support.records import edition_of, files_of, looks_of, pages_of, publication_of
from support.theme import COMPONENTS, THEME, rendered

from plugins.assets.exports import EXAMPLES, review_exports
from plugins.assets.pages import REVIEW, URL, review_page
from plugins.assets.reading import read_components
from plugins.newsroom.edition import THEME as THEME_FACT
from plugins.newsroom.view_parts import ComponentExample, ComponentReview


def test_a_component_is_read_with_its_examples(tmp_path: Path) -> None:
    """A designer writes an example once, and sees it on the review page."""
    folder = tmp_path / "components" / "skip-link"
    folder.mkdir(parents=True)
    (folder / "component.yaml").write_text(
        "name: Bỏ qua\ndescription: Đến nội dung.\nparameters: []\n"
        "examples:\n  - {name: Mặc định, given: {target: noi-dung}}\n",
        encoding="utf-8",
    )

    assert read_components(tmp_path) == (
        ComponentReview(
            folder="skip-link",
            description="Bỏ qua. Đến nội dung.",
            examples=(ComponentExample(name="Mặc định", given={"target": "noi-dung"}),),
        ),
    )


def test_the_review_page_shows_every_component_and_stays_out_of_search() -> None:
    """Designers review the whole theme on one page that readers never meet."""
    page = review_page(SITE, read_components(THEME))
    html = rendered(page.template, page.view)

    assert page.save_as == "trang/thanh-phan/index.html"
    assert page.search is None
    assert '<meta name="robots" content="noindex">' in html
    assert all(f"<h2>{folder.name}</h2>" in html for folder in COMPONENTS)


def test_every_picture_of_an_example_is_served() -> None:
    """The strict policy forbids pictures from anywhere but the site, also in examples."""
    page = review_page(SITE, read_components(THEME))
    shown = set(re.findall(r'src="(/trang/[^"]+)"', rendered(page.template, page.view)))

    assert shown == {f"/{file.save_as}" for file in review_exports(THEME)}


def test_the_review_page_is_made_only_where_the_settings_ask_for_it(tmp_path: Path) -> None:
    """Production serves no page for designers; a preview makes it again with the theme."""
    asked = edition_of(site=replace(SITE, reviews_components=True))
    for edition, urls in ((asked, [URL]), (edition_of(), [])):
        assert [page.url for page in pages_of(REVIEW, edition)] == urls
        files = files_of(EXAMPLES, publication_of(edition, cache=tmp_path))
        assert bool(files) == bool(urls)
    assert looks_of(REVIEW, asked, "") == {THEME_FACT}
