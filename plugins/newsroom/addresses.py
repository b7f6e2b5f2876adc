"""Addresses that no record carries itself, and the names that no section may take (địa chỉ).

The table of all addresses that editors read is in `docs/bien-tap/ten-tep-va-duong-dan.md`.
"""

from __future__ import annotations

from datetime import date

ARCHIVE = "/tin-bai/"

#: What a page is for, by the address of every page that no file under `content/` asks for.
GENERATED = {
    "/": "trang chủ",
    ARCHIVE: "trang tìm theo ngày",
    "/co-quan/": "danh sách cơ quan",
    "/dia-ban/": "danh sách địa bàn",
    "/tu-viet-tat/": "danh sách từ viết tắt",
    "/so-do-trang/": "sơ đồ trang",
    "/dinh-chinh/": "trang đính chính",
    "/chi-so/": "danh sách các bộ chỉ số",
}

#: First segments that belong to a kind of page, now or later.
RESERVED_NAMES = (
    *("tin-bai", "co-quan", "dia-ban", "the", "dong-su-kien", "trang", "en"),
    *("chi-so", "van-ban", "hoi-dap", "ke-hoach", "thu-tuc", "lich", "tim-kiem"),
    *("tu-viet-tat", "so-do-trang", "dinh-chinh", "du-lieu", "tai-nguyen", "anh", "tai-ve"),
    "tep",
)

#: First segments below which only machines put files.
SERVED_FOLDERS = ("tai-nguyen", "anh", "tep", "tai-ve", "du-lieu")

#: How the pages and facets of a list begin, below the list's own address.
RESERVED_PREFIXES = ("trang-", "nam-", "co-quan-")


def tag(tag_id: str) -> str:
    """Give a tag's address: `/the/mot-cua/`."""
    return f"/the/{tag_id}/"


def series(series_id: str) -> str:
    """Give the address of a series: `/dong-su-kien/ke-hoach-truyen-thong-2023/`."""
    return f"/dong-su-kien/{series_id}/"


def archive_of(day: date) -> tuple[str, str, str]:
    """Give the archive's addresses of a day: its own, its month's and its year's."""
    return (
        f"{ARCHIVE}{day.year:04}/{day.month:02}/{day.day:02}/",
        f"{ARCHIVE}{day.year:04}/{day.month:02}/",
        f"{ARCHIVE}{day.year:04}/",
    )


def year_facet(base: str, year: int) -> str:
    """Give the address of a column's articles of one year: `…/nam-2023/`."""
    return f"{base}nam-{year:04}/"


def agency_facet(base: str, agency_id: str) -> str:
    """Give the address of a column's articles about one agency: `…/co-quan-so-noi-vu/`."""
    return f"{base}co-quan-{agency_id}/"
