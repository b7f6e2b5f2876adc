"""Every look at an edition is noted, and tells only of what is published."""

from __future__ import annotations

import pytest
from support.newsrooms import standing
from support.records import article, edition_of

from plugins.newsroom.edition import Edition
from plugins.newsroom.notes import Notes

GROUP = "column chuyen-trang/chuyen-muc"
ARTICLES = [article(number=number) for number in range(30)]
PATHS = [shown.path for shown in ARTICLES]
PAGE = standing("gioi-thieu")


def edition(notes: Notes) -> Edition:
    """Publish thirty articles of one column, and hide a draft."""
    return edition_of(*ARTICLES, article(number=40, status="draft"), PAGE, notes=notes)


def test_a_group_that_was_only_asked_for_is_no_look() -> None:
    """Whoever holds a list has not looked at it yet."""
    notes = Notes()
    with notes.fresh() as facts:
        edition(notes).group(GROUP)
    assert facts == set()


def test_taking_a_few_notes_the_order_and_those_few() -> None:
    """A block of three headlines is not made again for the fourth."""
    notes = Notes()
    with notes.fresh() as facts:
        taken = edition(notes).group(GROUP)[:3]
    assert [shown.path for shown in taken] == PATHS[:-4:-1]
    assert facts == {f"order {GROUP}", *(f"headline {path}" for path in PATHS[-3:])}


def test_counting_notes_the_size_alone() -> None:
    """A count does not change with a headline, nor with one that takes another's place."""
    notes = Notes()
    with notes.fresh() as facts:
        assert len(edition(notes).group(GROUP)) == 30
        assert edition(notes).count(GROUP) == 30
    assert facts == {f"size {GROUP}"}


def test_a_stretch_counted_from_the_oldest_notes_its_blocks_alone() -> None:
    """An old page of a list stays as it is when the list grows."""
    notes = Notes()
    with notes.fresh() as facts:
        taken = edition(notes).group(GROUP).oldest(18, 21)
    assert [shown.path for shown in taken] == PATHS[20:17:-1]
    assert facts == {
        f"block {GROUP} 4",
        f"block {GROUP} 5",
        *(f"headline {path}" for path in PATHS[18:21]),
    }


def test_a_stretch_ends_where_the_group_does() -> None:
    """Nobody takes more than there is."""
    found = edition(Notes()).group(GROUP)
    assert [shown.path for shown in found.oldest(28, 40)] == PATHS[:27:-1]
    assert found.oldest(30, 40) == ()


@pytest.mark.parametrize(("count", "is_held"), [(29, True), (30, True), (31, False)])
def test_a_group_holds_as_many_as_it_has(count: int, *, is_held: bool) -> None:
    """An old page leads on to a newer one as soon as that is there."""
    notes = Notes()
    with notes.fresh() as facts:
        assert edition(notes).group(GROUP).holds(count) is is_held
    assert facts == {f"least {GROUP} {count}"}


def test_an_empty_group_is_noted_as_a_whole() -> None:
    """Whoever looked for a part of nothing learns when something comes."""
    notes = Notes()
    with notes.fresh() as facts:
        empty = edition(notes).group("tag mot-cua")
        assert empty.oldest(0, 20) == ()
        assert not empty.holds(1)
    assert facts == {"order tag mot-cua"}


def test_near_an_article_stand_one_newer_and_twelve_older() -> None:
    """Neighbours and related articles change with those few, and not with the whole column."""
    notes = Notes()
    with notes.fresh() as facts:
        newer, older = edition(notes).near(GROUP, PATHS[20])
    assert newer == [PATHS[21]]
    assert older == PATHS[19:7:-1]
    assert facts == {f"near {GROUP} {PATHS[20]}"}


def test_a_draft_belongs_to_no_group_that_readers_see() -> None:
    """What an editor has not finished is on no list."""
    found = edition(Notes())
    assert found.keys("day")[-1] == "2023-04-21"
    assert len(found.group("published")) == 30


def test_a_text_is_opened_as_what_it_is() -> None:
    """A family that mistakes its paths is our own mistake, and says so."""
    found = edition(Notes())
    with pytest.raises(TypeError, match=r"trang/gioi-thieu\.md is no article"):
        found.article(PAGE.path)
    with pytest.raises(TypeError, match="is no standing page"):
        found.standing_page(PATHS[0])
    with pytest.raises(LookupError, match=r"trang/gioi-thieu\.md is no article"):
        found.headline(PAGE.path)
    with pytest.raises(LookupError, match=r"khong-co\.md is not filed"):
        found.article("khong-co.md")
