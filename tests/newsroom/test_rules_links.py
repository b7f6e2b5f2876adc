"""A link leads where a reader may go, or its dead end is explained."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import SplitResult, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.newsrooms import agency, fragment, host, newsroom, standing
from support.records import article

from plugins.newsroom.fragment import LinkSlot
from plugins.newsroom.links import PATH_ALONE, Dead, Resolved, resolve
from plugins.newsroom.rules.links import (
    every_foreign_host_is_reviewed,
    every_link_leads_somewhere,
)
from plugins.vietnamese.dates import ZONE, Moment

HERE = "tin-bai/chuyen-trang/chuyen-muc/2023-03-23-bai-0.md"
FUTURE = Moment(at=datetime(2027, 1, 1, 9, 0, tzinfo=ZONE), has_time=True)
LATER = Moment(at=datetime(2027, 1, 2, 9, 0, tzinfo=ZONE), has_time=True)


def link(target: str) -> LinkSlot:
    """Make a link of the text."""
    return LinkSlot(target=target, text="Tên của nơi ấy", line=7)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("2023-03-24-bai-1.md", "/tin-bai/2023/03/24/bai-1/"),
        ("./2023-03-24-bai-1.md#phan-hai", "/tin-bai/2023/03/24/bai-1/#phan-hai"),
        ("../../../trang/lien-he.md", "/trang/lien-he/"),
        ("../../../trang/english.md", "/en/"),
        ("#phan-mot", "/tin-bai/2023/03/23/bai-0/#phan-mot"),
        ("/", "/"),
        ("/tin-bai/2023/03/", "/tin-bai/2023/03/"),
        ("/tin-bai/2023/03/24/bai-1/#phan-hai", "/tin-bai/2023/03/24/bai-1/#phan-hai"),
        ("/chuyen-trang/chuyen-muc/", "/chuyen-trang/chuyen-muc/"),
        ("/chuyen-trang/chuyen-muc/nam-2023/", "/chuyen-trang/chuyen-muc/nam-2023/"),
        ("/chuyen-trang/chuyen-muc/co-quan-so-a/", "/chuyen-trang/chuyen-muc/co-quan-so-a/"),
        ("/co-quan/so-a/", "/co-quan/so-a/"),
        ("/dinh-chinh/", "/dinh-chinh/"),
        ("mailto:a@tinhmau.gov.vn", "mailto:a@tinhmau.gov.vn"),
        ("tel:02563822222", "tel:02563822222"),
    ],
)
def test_a_link_within_the_site_becomes_an_address(target: str, url: str) -> None:
    """An editor writes the path of a file, or an address, and a reader gets there."""
    whole = newsroom(
        article(body=fragment(anchors=("phan-mot",)), agency_ids=("so-a",)),
        article(number=1, body=fragment(anchors=("phan-hai",))),
        agencies={"so-a": agency("so-a")},
        standing_pages=(standing("lien-he"), standing("english", lang="en")),
    )
    found = resolve(target, from_path=HERE, index=whole.links)
    assert found == Resolved(url=url)


@pytest.mark.parametrize(
    "target",
    [
        "2023-03-24-bai-1",
        "../2023-03-24-bai-1.md",
        "2023-03-24-bai-1.md?x=1",
        "../../../../../etc/passwd",
        "/chuyen-trang",
        "/tin-bai/2024/",
        "/chuyen-trang/chuyen-muc/trang-2/",
        "{filename}2023-03-24-bai-1.md",
        "//tinhmau.gov.vn/",
        "http://[::1",
        "javascript:alert(1)",
    ],
)
def test_whatever_else_leads_nowhere(target: str) -> None:
    """A reader never meets a page that is not there."""
    whole = newsroom(article(number=1), hosts={"tinhmau.gov.vn": host("tinhmau.gov.vn")})
    assert isinstance(resolve(target, from_path=HERE, index=whole.links), Dead)


@pytest.mark.parametrize(
    ("url", "nofollow"),
    [
        ("https://tinhmau.gov.vn/a?b=c#d", False),
        ("https://www.tinhmau.gov.vn/", False),
        ("https://TINHMAU.gov.vn:443/", False),
        ("https://kho.example/", True),
    ],
)
def test_a_reviewed_host_and_its_subdomains_may_be_linked(url: str, *, nofollow: bool) -> None:
    """A reader leaves the site only for places that somebody has looked at."""
    hosts = {
        "tinhmau.gov.vn": host("tinhmau.gov.vn"),
        "kho.example": host("kho.example", nofollow=True),
    }
    found = resolve(url, from_path=HERE, index=newsroom(hosts=hosts).links)
    assert found == Resolved(url=url, external=True, nofollow=nofollow)


@pytest.mark.parametrize("name", ["xtinhmau.gov.vn", "gov.vn", "tinhmau.gov.vn.evil.example"])
def test_a_name_that_only_looks_reviewed_is_refused(name: str) -> None:
    """A forged domain must not pass for the province's own."""
    hosts = {"tinhmau.gov.vn": host("tinhmau.gov.vn")}
    found = resolve(f"https://{name}/", from_path=HERE, index=newsroom(hosts=hosts).links)
    assert isinstance(found, Dead)
    assert found.foreign


def test_a_scheduled_article_may_lead_to_one_that_appears_before_it() -> None:
    """An editor prepares two articles for next year that belong together."""
    first = article(number=1, published=FUTURE)
    second = article(number=2, published=LATER, body=fragment(link("2023-03-24-bai-1.md")))
    assert list(every_link_leads_somewhere(newsroom(first, second))) == []


def test_a_scheduled_article_may_not_lead_to_one_that_appears_after_it() -> None:
    """For a day, readers of the first would find nothing behind the link."""
    first = article(number=1, published=LATER)
    second = article(number=2, published=FUTURE, body=fragment(link("2023-03-24-bai-1.md")))
    (problem,) = every_link_leads_somewhere(newsroom(first, second))
    assert problem.fact == (
        "đường dẫn «2023-03-24-bai-1.md» dẫn tới bài hẹn giờ đến thứ bảy, 02/01/2027 09:00"
    )


def test_a_draft_may_lead_to_a_draft() -> None:
    """Nobody reads either of them yet."""
    first = article(number=1, status="draft")
    second = article(number=2, status="draft", body=fragment(link("2023-03-24-bai-1.md")))
    assert list(every_link_leads_somewhere(newsroom(first, second))) == []


def test_a_host_is_asked_for_once_a_link_and_not_by_the_rule_of_inner_links() -> None:
    """An editor reads one message for one mistake."""
    whole = newsroom(article(body=fragment(link("https://la.example/"))))
    assert list(every_link_leads_somewhere(whole)) == []
    (problem,) = every_foreign_host_is_reviewed(whole)
    assert problem.line == 7


@given(st.text(st.sampled_from("ab0_./-:#?%@ế \\\n;"), max_size=8))
def test_what_counts_as_a_path_alone_is_nothing_but_a_path(target: str) -> None:
    """A link that is not taken apart would have had one part."""
    if PATH_ALONE.fullmatch(target):
        assert urlsplit(target) == SplitResult("", "", target, "", "")
        assert unquote(target) == target
