"""`inv build`: what it says on the terminal around the build itself."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from plugins.incremental.staging import NotOurs
from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions, BuildReport
from plugins.vietnamese.numbers import decimal
from plugins.workshop.explaining import explain
from plugins.workshop.setting_up import set_up


def run(
    root: Path, options: BuildOptions, report_path: Path | None, *, is_preview: bool = False
) -> int:
    """Build, say what came of it, and write the report; 1 when the content has errors."""
    set_up(root, browsers=False)
    try:
        report = build(replace(options, is_preview=is_preview))
    except NotOurs as stranger:
        print(f"lỗi: {stranger}", file=sys.stderr)
        return 1
    if report_path:
        report_path.write_text(report.as_json(), encoding="utf-8")
    print(summary(report, options.output))
    if report.explained:
        print(explain(report.explained))
    return 0 if report.is_built else 1


def summary(report: BuildReport, output: Path) -> str:
    """Say in one line what a build made, or that it made nothing."""
    errors = sum(problem.is_error for problem in report.problems)
    if errors:
        return f"Chưa dựng được: {errors} lỗi. Bản dựng lần trước, nếu có, vẫn giữ nguyên."
    work = f"{len(report.written)} tệp mới, {len(report.removed)} tệp bỏ"
    counts = (
        f"{report.published} bài đăng, {report.scheduled} bài hẹn giờ, {report.drafts} bài nháp"
    )
    seconds = decimal(report.seconds["whole"], 1)
    whole = f"Đã dựng {report.pages} trang, {report.files} tệp vào {output}"
    return f"{whole} ({work}; {counts}; {seconds} giây)."
