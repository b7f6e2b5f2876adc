"""Every link leads where a reader may go (đường dẫn)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom.fragment import LinkSlot
from plugins.newsroom.links import Dead, Resolved, foreign, resolve
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import Text, at, error, warning
from plugins.newsroom.source_file import joined

WEB = re.compile(r"https?://", re.IGNORECASE)


def every_link_leads_somewhere(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that links within the site lead to a page, and a place in it, that readers see.

    One to a withdrawn article is only pointed out: an urgent withdrawal waits for no other text.
    """
    for text in texts_of(newsroom):
        for slot in text.body.links:
            found = resolve(slot.target, from_path=text.path, index=newsroom.links)
            if isinstance(found, Dead) and not (found.foreign or _unread(slot, text, newsroom)):
                yield error(
                    at(text, slot.line),
                    found.fact,
                    found.why,
                    found.remedy,
                    rule="every_link_leads_somewhere",
                )
            elif isinstance(found, Resolved) and found.is_withdrawn:
                yield warning(
                    at(text, slot.line),
                    f"đường dẫn «{slot.target}» dẫn tới bài đã gỡ",
                    "người đọc bấm vào chỉ thấy lời báo đã gỡ",
                    "bỏ đường dẫn, giữ lại chữ nếu còn cần",
                    rule="every_link_leads_somewhere",
                )


def every_foreign_host_is_reviewed(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that addresses outside the site are on hosts that somebody has looked at."""
    for spot, url in _foreign_urls(newsroom):
        yield from on_no_reviewed_host(spot, url, newsroom)


def on_no_reviewed_host(spot: Spot | str, url: str, newsroom: Newsroom) -> Iterator[Problem]:
    """Say that an address is on a host that nobody has looked at, if it is."""
    found = foreign(url, newsroom.hosts)
    if isinstance(found, Dead):
        yield error(
            spot, found.fact, found.why, found.remedy, rule="every_foreign_host_is_reviewed"
        )


def every_attachment_is_handed_out(newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Point out an attachment that no text links to."""
    if not newsroom.users(path):
        yield warning(
            path,
            "không bài nào dẫn tới tệp này",
            "tệp ấy không lên trang, và dễ bị đăng nhầm về sau",
            f"viết [tên tài liệu]({path.rpartition('/')[2]}) trong bài, hoặc git rm content/{path}",
            rule="every_attachment_is_handed_out",
        )


def texts_of(newsroom: Newsroom) -> Iterator[Text]:
    """Give everything that has a text of its own."""
    yield from newsroom.articles
    yield from newsroom.standing_pages


def _unread(slot: LinkSlot, text: Text, newsroom: Newsroom) -> bool:
    return joined(slot.target.partition("#")[0], text.path) in newsroom.unread


def _foreign_urls(newsroom: Newsroom) -> Iterator[tuple[Spot, str]]:
    for text in texts_of(newsroom):
        for slot in text.body.links:
            if WEB.match(slot.target):
                yield at(text, slot.line), slot.target
    for article in newsroom.articles:
        if article.source_url:
            yield at(article, "source_url"), article.source_url
