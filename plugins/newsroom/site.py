"""The site's identity: which province speaks, under what name and address. Settings data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Who speaks on this site, and to whom (trang tin của một tỉnh).

    `url` has no slash at its end and is empty in a preview; `province_id` names a locality of
    `dia-ban.csv`, `owner_id` an agency of `co-quan.csv`; `notice` is the sentence that every page
    carries about the province's standing; `rating_endpoint` is empty when nobody counts ratings.
    `is_preview` is for those who approve: drafts are shown, and every page says what it is.
    """

    name: str
    short_name: str
    tagline: str
    url: str
    province_id: str
    owner_id: str
    notice: str
    licence: str
    licence_url: str
    rating_endpoint: str = ""
    page_length: int = 20
    feed_length: int = 20
    reviews_components: bool = False
    is_preview: bool = False


def read_site(settings: Mapping[str, Any]) -> Site:
    """Make the identity out of a settings file's names; a missing name is our own mistake."""
    return Site(
        name=settings["SITENAME"],
        short_name=settings["SITE_SHORT_NAME"],
        tagline=settings["SITESUBTITLE"],
        url=settings["SITEURL"].rstrip("/"),
        province_id=settings["PROVINCE"],
        owner_id=settings["OWNER"],
        notice=settings["NOTICE"],
        licence=settings["LICENCE"],
        licence_url=settings["LICENCE_URL"],
        rating_endpoint=settings.get("RATING_ENDPOINT", ""),
        page_length=settings.get("DEFAULT_PAGINATION") or 20,
        feed_length=settings.get("FEED_MAX_ITEMS") or 20,
        reviews_components=settings.get("REVIEW_COMPONENTS", False),
        is_preview=settings.get("IS_PREVIEW", False),
    )
