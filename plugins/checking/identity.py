"""The settings speak of a province, an owner and a page that the content knows (danh tính)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import Site
from plugins.vietnamese.nearest import nearest


def the_site_is_who_it_says(site: Site, newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Require that the settings file at `path` names a known locality, agency and page."""
    known: dict[str, tuple[str, Collection[str], str]] = {
        "PROVINCE": (site.province_id, newsroom.localities, "content/dia-ban.csv"),
        "OWNER": (site.owner_id, newsroom.agencies, "content/co-quan.csv"),
    }
    if site.licence_url.startswith("/"):
        known["LICENCE_URL"] = (site.licence_url, newsroom.links.by_url, "content/trang/")
    for name, (written, names, place) in known.items():
        if written not in names:
            near = nearest(written, names)
            ask = f"có phải là «{near}»? Nếu không, " if near else ""
            yield Problem(
                path=path,
                line=None,
                fact=f"{name} = «{written}» không có trong {place}",
                why="trang không biết mình nói cho nơi nào",
                remedy=f"{ask}sửa thiết đặt, hoặc thêm vào {place}",
                rule="the_site_is_who_it_says",
            )
