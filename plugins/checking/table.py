"""The table of all rules, and the one way in which they are asked (bảng quy tắc)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from plugins.newsroom.model import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules import (
    abbreviations,
    accounting,
    addresses,
    dates,
    lifetimes,
    links,
    names,
    pictures,
    plain_texts,
    succession,
    texts,
    waivers,
)

Rule = Callable[[Newsroom], Iterator[Problem]]


def pictures_are_sound(newsroom: Newsroom) -> Iterator[Problem]:
    """Ask the rules about picture files, and load what reads them only when there are any."""
    if newsroom.pictures:
        from plugins.images.rules import pictures_are_sound as look  # noqa: PLC0415 - brings PIL

        yield from look(newsroom)


RULES: tuple[Rule, ...] = (
    accounting.there_is_something_to_publish,
    accounting.every_shortcode_is_known,
    names.every_article_lies_in_a_column,
    names.every_column_exists,
    names.every_agency_exists,
    names.every_locality_exists,
    names.every_tag_exists,
    names.every_series_exists,
    names.every_lead_agency_exists,
    names.nothing_is_named_twice,
    lifetimes.every_agency_existed_on_its_day,
    lifetimes.every_locality_existed_on_its_day,
    succession.every_relative_exists,
    succession.nothing_descends_from_itself,
    succession.every_life_begins_before_it_ends,
    succession.every_successor_follows,
    dates.every_date_agrees_with_its_file_name,
    dates.nothing_is_modified_before_it_is_published,
    dates.every_date_is_plausible,
    addresses.every_address_is_asked_for_once,
    addresses.no_section_takes_a_reserved_name,
    addresses.no_name_begins_like_a_list_page,
    addresses.every_alias_is_a_site_path,
    links.every_link_leads_somewhere,
    links.every_foreign_host_is_reviewed,
    pictures.every_picture_is_there,
    pictures.every_picture_has_alternative_text,
    pictures.every_alternative_text_describes,
    pictures.no_alternative_text_wastes_words,
    pictures.no_decorative_picture_speaks,
    pictures.every_picture_is_credited,
    pictures.no_caption_is_a_label,
    pictures.every_picture_is_used,
    pictures_are_sound,
    texts.every_article_has_a_summary,
    texts.every_summary_is_short,
    texts.no_summary_is_said_again,
    texts.every_title_is_short,
    texts.no_title_is_shouted,
    texts.nobody_approves_their_own_article,
    texts.every_withdrawal_gives_its_reason,
    plain_texts.every_short_text_is_plain,
    abbreviations.every_meaning_is_registered,
    abbreviations.every_ambiguous_abbreviation_is_explained,
    abbreviations.no_title_has_a_bare_abbreviation,
    abbreviations.every_abbreviation_is_given_once,
)

#: Reported by gathering and reading, by the look at picture files, by the look at the settings.
ASKED_ELSEWHERE = (
    "characters_are_sound",
    "every_file_is_accounted_for",
    "every_id_is_given_once",
    "every_register_is_there",
    "front_matter_is_readable",
    "front_matter_is_understood",
    "registers_are_readable",
    "text_is_utf_8",
    "text_can_be_read",
    "text_is_not_empty",
    "text_has_no_title_heading",
    "heading_has_words",
    "heading_levels_are_not_skipped",
    "html_is_allowed",
    "html_survives_the_sanitiser",
    "character_reference_is_a_sign",
    "link_has_words",
    "link_target_is_safe",
    "link_text_says_where_it_leads",
    "picture_is_a_file",
    "pipe_table_has_its_delimiter_row",
    "reference_is_defined",
    "reference_is_used",
    "note_is_mentioned_once_defined",
    "shortcode_is_readable",
    "picture_is_not_too_heavy",
    "picture_is_not_too_large",
    "picture_is_whole",
    "picture_kind_matches_its_name",
    "picture_stands_still",
    "the_site_is_who_it_says",
)
RULE_IDS = frozenset(
    (
        *(rule.__name__ for rule in RULES if rule is not pictures_are_sound),
        *ASKED_ELSEWHERE,
        *waivers.RULE_IDS,
    )
)


#: What a rule looks names up in; while that cannot be read, the rule has nothing to say.
LOOKED_UP_IN: Mapping[Rule, str] = {
    names.every_article_lies_in_a_column: "chuyen-trang.toml",
    names.every_column_exists: "chuyen-trang.toml",
    names.every_agency_exists: "co-quan.csv",
    names.every_lead_agency_exists: "co-quan.csv",
    names.every_locality_exists: "dia-ban.csv",
    names.every_tag_exists: "the.csv",
    names.every_series_exists: "dong-su-kien.csv",
    links.every_foreign_host_is_reviewed: "lien-ket.csv",
    links.every_link_leads_somewhere: "chuyen-trang.toml",
}


def check(newsroom: Newsroom, *, found: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Ask every rule and give every problem once, by file and line, without the waived warnings.

    `found` are the problems that gathering and reading met; they are given too.
    """
    asked = (rule for rule in RULES if LOOKED_UP_IN.get(rule, "") not in newsroom.unread)
    met = chain(found, *(rule(newsroom) for rule in asked))
    told = dict.fromkeys(waivers.waive(met, newsroom, rules=RULE_IDS))
    yield from sorted(told, key=lambda problem: problem.order)
