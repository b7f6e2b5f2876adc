"""What Pelican's own generators are told, whatever a settings file says."""

from __future__ import annotations

from typing import Any

#: Keeps them idle: they would publish unchecked text, follow symbolic links and wipe folders
#: before anything was read.
IDLE: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "READERS": {"rst": None, "html": None},
    "OUTPUT_SOURCES": False,
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "DELETE_OUTPUT_DIRECTORY": False,
}

FEEDS = tuple(
    f"{whose}FEED_{kind}"
    for whose in ("", "CATEGORY_", "AUTHOR_", "TAG_", "TRANSLATION_")
    for kind in ("ATOM", "RSS", "ALL_ATOM", "ALL_RSS")
)


def newest_first(content: Any) -> tuple[float, str]:  # noqa: ANN401 - Pelican's Article
    """Sort Pelican's articles as our lists are sorted, so that no order is left to chance."""
    return (-content.date.timestamp(), content.relative_source_path)


#: Lets them see what passed our gate and write nothing, so that other plugins hear their signals.
#: Addresses are ours; texts of one slug on two days are two texts; nothing is cached or reworked.
SHOWN: dict[str, Any] = {
    "ARTICLE_PATHS": ["tin-bai"],
    "PAGE_PATHS": ["trang"],
    "ARTICLE_EXCLUDES": [],
    "PAGE_EXCLUDES": [],
    "ARTICLE_TRANSLATION_ID": None,
    "PAGE_TRANSLATION_ID": None,
    "ARTICLE_ORDER_BY": newest_first,
    "PAGE_ORDER_BY": "basename",
    "CATEGORY_URL": "{slug}/",
    "TAG_URL": "the/{slug}/",
    "AUTHOR_URL": "",
    "WITH_FUTURE_DATES": True,
    "TYPOGRIFY": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "YEAR_ARCHIVE_SAVE_AS": "",
    "MONTH_ARCHIVE_SAVE_AS": "",
    "DAY_ARCHIVE_SAVE_AS": "",
    **dict.fromkeys(FEEDS),
}
