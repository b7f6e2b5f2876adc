"""`[[chi-so par-index 2022 binh-dinh]]`: a result in an article, so that news and data agree."""

from __future__ import annotations

from html import escape
from typing import Final

from plugins.newsroom.dataset import Records
from plugins.newsroom.fragment import ShortcodeSlot
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.shortcode_kinds import Fault, ShortcodeKind
from plugins.newsroom.world import World
from plugins.scorecards.model import Overview, Scorecard, SeriesPoint, UnitName, addresses
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts.readings import result_reading
from plugins.scorecards.reading.looking_up import FOLDER, overview, series_of
from plugins.vietnamese.fold import slug
from plugins.vietnamese.nearest import nearest

FORM: Final = "viết [[chi-so bộ kỳ đơn-vị]], ví dụ [[chi-so par-index 2022 binh-dinh]]"
LOST: Final = "bài không thể in con số không có trong bảng điểm"
Found = tuple[Scorecard, SeriesPoint]


def _find(slot: ShortcodeSlot, records: Records) -> Found | Fault:
    """Find the result that a shortcode names; without a period, the unit's last one."""
    words = [value for key, value in slot.arguments if not key]
    if len(words) not in (2, 3) or len(words) != len(slot.arguments):
        return "mã chèn «chi-so» cần tên bộ chỉ số, kỳ và đơn vị", LOST, FORM
    whole = overview(records, words[0])
    if whole is None:
        near = nearest(words[0], records.names(FOLDER))
        remedy = f"có phải là «{near}»?" if near else FORM
        return f"không có bộ chỉ số «{words[0]}»", LOST, remedy
    return _result(whole, records, words[1] if len(words) > 2 else "", words[-1])  # noqa: PLR2004


def _result(whole: Overview, records: Records, period: str, word: str) -> Found | Fault:
    card = whole.scorecard
    if period and period not in {known.id for known in whole.periods}:
        known = ", ".join(found.id for found in whole.periods) or "chưa có kỳ nào"
        return f"{card.short_name} không có kỳ «{period}»", LOST, f"các kỳ: {known}"
    named = [unit for unit in whole.units if _is_meant(unit, word)]
    for unit in named:
        series = series_of(records, card.id, unit.id)
        for point in reversed(series.points if series else ()):
            if period in ("", point.period.id):
                return card, point
    if named:
        return f"{named[0].name} không có kết quả {card.short_name} kỳ {period}", LOST, FORM
    near = nearest(word, [slug(unit.name) for unit in whole.units])
    remedy = f"có phải là «{near}»?" if near else f"ghi mã đơn vị như trên trang {card.short_name}"
    return f"{card.short_name} không có đơn vị «{word}»", LOST, remedy


def _is_meant(unit: UnitName, word: str) -> bool:
    """Say whether a word is a unit's id, or its short name without marks."""
    return word in (unit.id, slug(unit.name))


def _fault(slot: ShortcodeSlot, newsroom: Newsroom) -> Fault | None:
    found = _find(slot, newsroom.records)
    return found if len(found) == len(("fact", "why", "remedy")) else None  # type: ignore[return-value]


def _known(slot: ShortcodeSlot, world: World) -> Found:
    found = _find(slot, world.records)
    if len(found) != len(("card", "point")):
        raise LookupError(f"shortcode {slot.arguments} passed the gate")
    return found  # type: ignore[return-value]


def _html(slot: ShortcodeSlot, world: World) -> str:
    """Write the tile as the theme's `score-tile` does, with its one-sentence reading."""
    card, point = _known(slot, world)
    score, unit = point.standing.score, point.standing.unit
    figure = f"Hạng {printing.rank_said(score)}" if score.rank else ""
    if score.points is not None:
        said = printing.points_said(card, score.points)
        figure = f"{said} · {figure}" if figure else said
    address = addresses.of_unit(card.id, unit.id)
    return (
        '<aside class="score-tile">'
        f'<p class="score-tile__name"><a class="score-tile__link" href="{escape(address)}">'
        f"{escape(f'{unit.short_name}: {card.short_name} {point.period.name}')}</a></p>"
        f'<p class="score-tile__figure">{escape(figure)}</p>'
        f'<p class="score-tile__label">{escape(result_reading(point, card))}</p></aside>'
    )


def _plain(slot: ShortcodeSlot, world: World) -> str:
    card, point = _known(slot, world)
    return f"<p>{escape(result_reading(point, card))}</p>"


SHORTCODE = ShortcodeKind(fault=_fault, html=_html, plain=_plain)
