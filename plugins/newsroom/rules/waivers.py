"""Warnings that an editor lets stand, with a reason (cảnh báo được cho qua)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import at, error, warning
from plugins.vietnamese.nearest import nearest

RULE_IDS = ("every_waiver_is_allowed", "every_waiver_is_needed")


def waive(
    problems: Iterable[Problem], newsroom: Newsroom, *, rules: frozenset[str]
) -> Iterator[Problem]:
    """Leave out the warnings that their article waives, and say which waivers are wrong.

    `rules` are the ids of all rules. A waiver is needed when it silences a warning of its article,
    and not allowed for an error or for a rule that does not exist.
    """
    waived = {
        (f"content/{article.path}", waiver.rule)
        for article in newsroom.articles
        for waiver in article.waivers
    }
    met: dict[tuple[str, str], bool] = {}
    for problem in problems:
        key = (problem.path, problem.rule)
        met[key] = met.get(key, False) or problem.is_error
        if problem.is_error or key not in waived:
            yield problem
    yield from _wrong_waivers(newsroom, met, rules)


def _wrong_waivers(
    newsroom: Newsroom, met: dict[tuple[str, str], bool], rules: frozenset[str]
) -> Iterator[Problem]:
    for article in newsroom.articles:
        for waiver in article.waivers:
            spot = at(article, "waivers")
            key = (f"content/{article.path}", waiver.rule)
            if waiver.rule not in rules:
                yield _of_no_rule(spot, waiver.rule, nearest(waiver.rule, rules))
            elif met.get(key):
                yield error(
                    spot,
                    f"«{waiver.rule}» báo lỗi, không cho qua được",
                    "chỉ cảnh báo mới cho qua được",
                    "sửa lỗi ấy rồi bỏ mục này khỏi waivers",
                    rule="every_waiver_is_allowed",
                )
            elif key not in met:
                yield warning(
                    spot,
                    f"không còn cảnh báo «{waiver.rule}» nào trong bài",
                    "mục cho qua thừa sẽ che cảnh báo sau này",
                    "bỏ mục này khỏi waivers",
                    rule="every_waiver_is_needed",
                )


def _of_no_rule(spot: Spot, name: str, near: str | None) -> Problem:
    return error(
        spot,
        f"không có quy tắc «{name}»",
        "tên quy tắc ở cuối mỗi cảnh báo, trong ngoặc vuông",
        f"có phải là «{near}»?" if near else "chép lại tên từ cảnh báo",
        rule="every_waiver_is_allowed",
    )
