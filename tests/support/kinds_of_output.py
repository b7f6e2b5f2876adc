"""What kind of file an output's path names, as people speak of them."""

from __future__ import annotations

import re

DAY = r"tin-bai/\d{4}/\d{2}/\d{2}/"
#: The first pattern that fits a whole path decides.
KINDS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("article", rf"{DAY}[^/]+/index\.html"),
        ("card", rf"{DAY}[^/]+/anh-chia-se\.png"),
        ("word file", rf"{DAY}[^/]+/bai-viet\.docx"),
        ("text file", rf"{DAY}[^/]+/bai-viet\.txt"),
        ("day", rf"{DAY}(?:trang-\d+/)?index\.html"),
        ("month", r"tin-bai/\d{4}/\d{2}/index\.html"),
        ("year", r"tin-bai/\d{4}/index\.html"),
        ("years", r"tin-bai/index\.html"),
        ("home", r"index\.html"),
        ("wrong address", r"404\.html"),
        ("feed", r"(?:.+/)?tin\.(?:atom\.xml|rss\.xml|json)"),
        ("sitemap", r"sitemap.*\.xml"),
        ("robots", r"robots\.txt"),
        ("server map", r"\.may-chu/.+"),
        ("picture", r"anh/.+"),
        ("attachment", r"tep/.+"),
        ("theme file", r"tai-nguyen/.+"),
        ("mark", r"\.ban-dung\.json"),
        ("agencies", r"co-quan/index\.html"),
        ("agency", r"co-quan/.+/index\.html"),
        ("localities", r"dia-ban/index\.html"),
        ("locality", r"dia-ban/.+/index\.html"),
        ("tag", r"the/.+/index\.html"),
        ("series", r"dong-su-kien/.+/index\.html"),
        ("glossary", r"tu-viet-tat/index\.html"),
        ("site map", r"so-do-trang/index\.html"),
        ("corrections", r"dinh-chinh/index\.html"),
        ("standing", r"(?:trang/[^/]+|en)/index\.html"),
        ("moved", r"cu/.+/index\.html"),
        ("scorecards", r"chi-so/index\.html"),
        ("scorecard", r"chi-so/[^/]+/index\.html"),
        ("comparison", r"chi-so/[^/]+/so-sanh/index\.html"),
        ("embed", r"chi-so/[^/]+/don-vi/[^/]+/nhung/index\.html"),
        ("unit", r"chi-so/[^/]+/don-vi/[^/]+/index\.html"),
        ("period", r"chi-so/.+/index\.html"),
        ("data", r"du-lieu/.+"),
        ("section", r"[^/]+/index\.html"),
        ("column by year", r"[^/]+/[^/]+/nam-\d+/(?:trang-\d+/)?index\.html"),
        ("column by agency", r"[^/]+/[^/]+/co-quan-[^/]+/(?:trang-\d+/)?index\.html"),
        ("column", r"[^/]+/[^/]+/(?:trang-\d+/)?index\.html"),
    )
)
#: Every kind of page, that is, of what a template renders.
PAGES = frozenset(
    (
        *("article", "day", "month", "year", "years", "home", "wrong address", "agencies"),
        *("agency", "localities", "locality", "tag", "series", "glossary", "site map"),
        *("corrections", "standing", "moved", "section", "column by year", "column by agency"),
        *("column", "scorecards", "scorecard", "comparison", "unit", "period", "embed"),
    )
)


def kind(path: str) -> str:
    """Name the kind of an output's file."""
    return next((name for name, pattern in KINDS if pattern.fullmatch(path)), f"? {path}")
