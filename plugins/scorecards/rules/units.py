"""Units: a code means one of them on any day."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.saying import error
from plugins.scorecards.model import Unit
from plugins.scorecards.ranking.results import Results


def every_code_means_one_unit(results: Results) -> Iterator[Problem]:
    """Refuse one code in one system for two units of the same time."""
    seen: dict[tuple[str, str], list[Unit]] = {}
    for unit in results.units.values():
        for code in unit.codes:
            others = seen.setdefault(code, [])
            for other in others:
                if other.validity.meets(unit.validity):
                    yield _shared(code, other, unit)
            others.append(unit)


def _shared(code: tuple[str, str], first: Unit, second: Unit) -> Problem:
    system, number = code
    place = f"{first.spot.path}:{first.spot.line}"
    return error(
        second.spot,
        f"mã số {number} (hệ {system}) của {second.name} đã là của {first.name} ({place})",
        "hai đơn vị cùng thời mà chung một mã thì không biết bảng điểm nói về đơn vị nào",
        "sửa mã số, hoặc ghi «hieu-luc-tu», «hieu-luc-den» để không trùng thời gian",
        rule="every_code_means_one_unit",
    )
