"""A measurement as a person reads it: one table, a line for each case and generator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from plugins.vietnamese.numbers import decimal, thousands
from plugins.workshop.benchmark.bars import (
    COLD_GROWTH,
    EDIT_BYTES,
    EDIT_SECONDS,
    LARGE,
    TIMES_PELICAN,
    WARM_GROWTH,
    bar,
    memory_bar,
)
from plugins.workshop.benchmark.results import Row, Rows, against, number
from plugins.workshop.benchmark.sites import HUGO, OURS

MEGABYTE = 1_000_000
CASES = {
    "cold": "dựng từ đầu",
    "noop": "không đổi gì",
    "edit": "sửa chữ một bài",
    "title": "sửa tiêu đề một bài",
    "template": "sửa mẫu trang bài",
    "css": "sửa kiểu trình bày",
    "clone": "bản sao mới, thêm một bài",
    "clone-cache": "bản sao mới, chỉ có bộ đệm",
    "check": "inv check",
    "preview": "xem thử: lưu → thấy trang",
    "scores-papi-cold": "PAPI, từ đầu",
    "scores-papi-noop": "PAPI, không đổi",
    "scores-papi-cell": "PAPI, sửa một ô",
    "scores-766-cold": "34 tỉnh, 3.321 xã, 24 tháng, từ đầu",
    "scores-766-noop": "34 tỉnh, 3.321 xã, 24 tháng, không đổi",
    "scores-766-cell": "34 tỉnh, 3.321 xã, 24 tháng, sửa một ô",
    "whole-cold": "cả thẻ và tệp Word, từ đầu",
    "whole-noop": "cả thẻ và tệp Word, không đổi",
    "whole-edit": "cả thẻ và tệp Word, sửa chữ",
    "pictures-cold": "24 bài có ảnh, từ đầu",
    "pictures-noop": "24 bài có ảnh, không đổi",
    "pictures-edit": "24 bài có ảnh, sửa chữ",
}
PEERS = {OURS: "ta", "ours-whole": "ta, đủ", HUGO: "Hugo", "pelican": "Pelican", "eleventy": "11ty"}
HEAD = ("việc", "ai", "giây", "so Hugo", "mức", "CPU (s)", "MB", "tệp ghi", "trang ghi", "làm lại")
WIDTHS = (31, 8, 9, 9, 7, 9, 8, 9, 10, 8)


def table(document: Mapping[str, object]) -> str:
    """Write the whole document for a person."""
    articles = cast("int", document["articles"])
    rows = cast("Rows", document["results"])
    lines = [_title(document), "", _line(HEAD)]
    for case, by_site in rows.items():
        lines += [
            _line(_cells(case, site, row, rows.get(against(case), {}).get(HUGO), articles))
            for site, row in by_site.items()
        ]
    lines += ["", *_other_bars(document, articles), *_signals(rows)]
    if "growth" in document:
        lines += ["", *_growth(cast("Mapping[str, object]", document["growth"]))]
    return "\n".join(lines)


def _title(document: Mapping[str, object]) -> str:
    machine = cast("Mapping[str, object]", document["machine"])
    versions = cast("Mapping[str, str]", document["versions"])
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    articles = thousands(cast("int", document["articles"]))
    where = f"{machine['processor']}, {machine['cores']} lõi, tải {machine['load']}"
    return f"{articles} bài, giữa của {document['rounds']} lần; {where}\n{said}"


def _cells(case: str, site: str, row: Row, hugo: Row | None, articles: int) -> tuple[str, ...]:
    share = number(row, "median_seconds") / number(hugo, "median_seconds") if hugo else None
    limit = bar(case, articles) if site == OURS else None
    return (
        CASES.get(case, case),
        PEERS.get(site, site),
        decimal(number(row, "median_seconds"), 2),
        "" if share is None else decimal(share, 3),
        "" if limit is None else f"≤ {decimal(limit)}",
        _figure(row, "processor_seconds", 2),
        decimal(number(row, "peak_bytes") / MEGABYTE, 0),
        *(_figure(row, name, 0) for name in ("files_written", "pages_written", "made")),
    )


def _figure(row: Row, name: str, places: int) -> str:
    return "" if row.get(name) is None else decimal(number(row, name), places)


def _line(cells: tuple[str, ...]) -> str:
    first, second, *rest = zip(cells, WIDTHS, strict=True)
    return "".join(
        [
            *(f"{cell:<{width}}" for cell, width in (first, second)),
            *(f"{cell:>{width}}" for cell, width in rest),
        ]
    ).rstrip()


def _other_bars(document: Mapping[str, object], articles: int) -> Iterator[str]:
    cold = cast("Rows", document["results"]).get("cold", {})
    if {OURS, "pelican"} <= cold.keys():
        times = number(cold["pelican"], "median_seconds") / number(cold[OURS], "median_seconds")
        wanted = f" (mức ≥ {TIMES_PELICAN})" if articles >= LARGE else ""
        yield f"Dựng từ đầu nhanh gấp {decimal(times, 2)} lần Pelican{wanted}."
    for case, share in cast("Mapping[str, float]", document["memory_ratios"]).items():
        bar = memory_bar(case, articles)
        if bar is not None:
            yield f"Bộ nhớ, {CASES[case]}: {decimal(share, 2)} × Hugo (mức ≤ {decimal(bar)})."


def _signals(rows: Rows) -> Iterator[str]:
    for site, row in rows.get("preview", {}).items():
        memory = cast("list[int]", row["memory_bytes"])
        told = _figure(row, "signal_seconds", 2) or "–"
        first, last = (decimal(value / MEGABYTE, 0) for value in (memory[0], memory[-1]))
        yield (
            f"Xem thử, {PEERS.get(site, site)}: báo tải lại sau {told} s; "
            f"bộ nhớ sau lần lưu đầu {first} MB, sau lần thứ {len(memory)} {last} MB."
        )


def _growth(growth: Mapping[str, object]) -> Iterator[str]:
    cold = cast("Mapping[str, Mapping[str, float]]", growth["cold_milliseconds_per_article"])
    warm = cast("Mapping[str, Mapping[str, float]]", growth["warm_microseconds_per_article"])
    for size, rows in cast("Mapping[str, Rows]", growth["sizes"]).items():
        for case, by_site in rows.items():
            said = ", ".join(
                f"{PEERS.get(site, site)} {decimal(number(row, 'median_seconds'), 2)} s, "
                f"{decimal(number(row, 'peak_bytes') / MEGABYTE, 0)} MB"
                for site, row in by_site.items()
            )
            yield f"{thousands(int(size))} bài, {CASES[case]}: {said}"
    yield (
        f"Mức ở {thousands(100_000)} bài: sửa một bài ≤ {decimal(EDIT_SECONDS, 0)} s, "
        f"≤ {decimal(EDIT_BYTES / MEGABYTE, 0)} MB"
    )
    for site, each in cold.items():
        said = " → ".join(decimal(value, 2) for value in each.values())
        yield f"Từ đầu, {PEERS.get(site, site)}: {said} ms một bài (mức: tăng ≤ {COLD_GROWTH} %)"
    for site, each in warm.items():
        said = " → ".join(decimal(value, 1) for value in each.values())
        limit = f"(mức ≤ {WARM_GROWTH} µs)"
        yield f"Sửa một bài, {PEERS.get(site, site)}: mỗi bài có thêm tốn {said} µs {limit}"
