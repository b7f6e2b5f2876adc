"""Ranks and medians: exact, shared, and never of what is not there."""

from __future__ import annotations

from decimal import Decimal
from statistics import median

from hypothesis import given
from hypothesis import strategies as st
from support.score_files import CARD, HEADER, SHEET, row, scorecard

from plugins.scorecards.model import PeriodResult
from plugins.scorecards.ranking.order import ranks_of

POINTS = st.dictionaries(
    st.text("abc", min_size=1), st.decimals(0, 100, places=2), min_size=1, max_size=30
)


@given(POINTS)
def test_a_rank_is_one_more_than_how_many_are_better(points: dict[str, Decimal]) -> None:
    """Equal points share a rank, 1–1–3, whatever the order in which they came."""
    ranks = ranks_of(points, higher_is_better=True)
    assert ranks == {
        name: 1 + sum(other > value for other in points.values()) for name, value in points.items()
    }


@given(POINTS)
def test_where_less_is_better_the_least_is_first(points: dict[str, Decimal]) -> None:
    """Days of delay, complaints: the scorecard says which way is good."""
    ranks = ranks_of(points, higher_is_better=False)
    first = {value for name, value in points.items() if ranks[name] == 1}
    assert first == {min(points.values())}


def result(text: str, card: str = CARD) -> PeriodResult:
    """Read a sheet into its results."""
    found = scorecard(ky_2022=text, card=card)
    assert found.problems == ()
    whole = found.records["ky 2022"]
    assert isinstance(whole, PeriodResult)
    return whole


def test_the_best_stands_first_and_who_has_no_rank_last() -> None:
    """A ranking is read from the top."""
    text = (
        f"{HEADER}\n" + row("Phú Yên", tong="14") + row("Huế", hang="2") + row("Gia Lai", hang="1")
    )
    names = [s.unit.short_name for s in result(text).levels[0].standings]
    assert names == ["Gia Lai (cũ)", "Huế", "Phú Yên"]


def test_who_has_no_points_stands_last_also_where_less_is_better() -> None:
    """Nothing is not the least."""
    card = CARD.replace('xep-hang = "cong-bo"', 'xep-hang = "khong"')
    card = card.replace("nhom =", "cao-la-tot = false\nnhom =")
    text = f"{HEADER}\n" + row("Phú Yên", a="7") + row("Huế", tong="14") + row("Gia Lai", tong="9")
    names = [s.unit.short_name for s in result(text, card).levels[0].standings]
    assert names == ["Gia Lai (cũ)", "Huế", "Phú Yên"]


def test_our_own_ranks_are_marked_as_ours() -> None:
    """PAPI has no official rank: ours says so."""
    card = CARD.replace('xep-hang = "cong-bo"', 'xep-hang = "tu-tinh"')
    text = (
        f"{HEADER}\n"
        + row("Huế", tong="14")
        + row("Phú Yên", tong="15")
        + row("Gia Lai", tong="15")
    )
    scores = {s.unit.short_name: s.score for s in result(text, card).levels[0].standings}
    assert {name: (s.rank, s.ranked, s.rank_computed) for name, s in scores.items()} == {
        "Phú Yên": (1, 3, True),
        "Gia Lai (cũ)": (1, 3, True),
        "Huế": (3, 3, True),
    }


def test_medians_are_those_of_what_is_there() -> None:
    """The middle of four provinces, by criterion and of the total."""
    middle = result(SHEET).levels[0].middle
    totals = [Decimal(text) for text in ("16.50", "15.25", "14.00", "13.00")]
    assert dict(middle.median)["tong"] == median(totals)
    assert dict(middle.best)["tong"] == Decimal("16.50")
    assert dict(middle.median)["a1"] == median(
        [Decimal(t) for t in ("5.50", "5.00", "4.00", "4.00")]
    )
    assert middle.counted == 4


def test_two_units_have_no_median() -> None:
    """A median of two would look like more than it is."""
    text = f"{HEADER}\n" + row("Huế", tong="14") + row("Phú Yên", tong="15")
    assert result(text).levels[0].middle.median == ()
