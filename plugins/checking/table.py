"""The table of all rules, and the one way in which they are asked (bảng quy tắc)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from plugins.checking.identity import the_site_is_who_it_says
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules import (
    abbreviations,
    accounting,
    addresses,
    adverts,
    dates,
    lifetimes,
    links,
    names,
    pictures,
    plain_texts,
    registers,
    succession,
    texts,
    waivers,
)
from plugins.newsroom.site import Site

Rule = Callable[[Newsroom], Iterator[Problem]]
FileRule = Callable[[Newsroom, str], Iterator[Problem]]


def picture_is_sound(newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Ask the rules about a picture file; what reads it is loaded only when there is one."""
    from plugins.images.rules import picture_is_sound as look  # noqa: PLC0415 - brings PIL

    return look(newsroom, path)


def name_advertises_nothing(_: Newsroom, path: str) -> Iterator[Problem]:
    """Ask of a file's name what is asked of an article's."""
    return adverts.no_name_advertises(path)


TEXT_RULES: tuple[Rule, ...] = (
    accounting.every_shortcode_is_known,
    names.every_article_lies_in_a_column,
    names.every_column_exists,
    names.every_agency_exists,
    names.every_locality_exists,
    names.every_tag_exists,
    names.every_series_exists,
    names.nothing_is_named_twice,
    lifetimes.every_agency_existed_on_its_day,
    lifetimes.every_locality_existed_on_its_day,
    dates.every_date_agrees_with_its_file_name,
    dates.nothing_is_modified_before_it_is_published,
    dates.every_date_is_plausible,
    addresses.every_address_is_asked_for_once,
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
)
REGISTER_RULES: tuple[Rule, ...] = (
    accounting.there_is_something_to_publish,
    abbreviations.every_abbreviation_is_given_once,
    registers.every_lead_agency_exists,
    registers.every_address_is_asked_for_once,
    registers.no_section_takes_a_reserved_name,
    registers.no_name_begins_like_a_list_page,
    registers.every_foreign_host_is_reviewed,
    registers.every_short_text_is_plain,
    succession.every_relative_exists,
    succession.nothing_descends_from_itself,
    succession.every_life_begins_before_it_ends,
    succession.every_successor_follows,
)


def attachment_is_sound(newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Ask the rule about an attachment; what reads it is loaded only when there is one."""
    from plugins.attachments.rules import attachment_is_sound as look  # noqa: PLC0415 - brings pypdf

    return look(newsroom, path)


FILE_RULES: Mapping[str, tuple[FileRule, ...]] = {
    "picture": (pictures.every_picture_is_used, picture_is_sound, name_advertises_nothing),
    "attachment": (
        *(links.every_attachment_is_handed_out, attachment_is_sound),
        name_advertises_nothing,
    ),
}

#: Reported by gathering and reading, by the looks at pictures, at the settings, at datasets.
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
    "no_text_holds_a_secret",
    "nothing_is_advertised",
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
    "attachment_is_sound",
    "the_site_is_who_it_says",
    "scorecard_is_readable",
    "score_sheet_is_readable",
    "every_code_means_one_unit",
    "every_criterion_is_named_once",
    "every_period_has_one_method",
    "maxima_make_up_the_scale",
    "points_stay_within_the_scale",
    "every_unit_is_given_once",
    "every_tier_is_known",
    "totals_equal_their_parts",
    "ranks_are_unique_or_tied",
    "ranks_agree_with_points",
    "ranks_stay_within_the_count",
    "every_sheet_counts_alike",
    "every_correction_gives_its_reason",
    "every_inference_is_explained",
    "every_jump_is_confirmed",
)
RULE_IDS = frozenset(
    (
        *(rule.__name__ for rule in (*TEXT_RULES, *REGISTER_RULES)),
        pictures.every_picture_is_used.__name__,
        links.every_attachment_is_handed_out.__name__,
        *ASKED_ELSEWHERE,
        *waivers.RULE_IDS,
    )
)


#: What a rule looks names up in; while that cannot be read, the rule has nothing to say.
LOOKED_UP_IN: Mapping[Rule, str] = {
    names.every_article_lies_in_a_column: "chuyen-trang.toml",
    names.every_column_exists: "chuyen-trang.toml",
    names.every_agency_exists: "co-quan.csv",
    names.every_locality_exists: "dia-ban.csv",
    names.every_tag_exists: "the.csv",
    names.every_series_exists: "dong-su-kien.csv",
    links.every_foreign_host_is_reviewed: "lien-ket.csv",
    links.every_link_leads_somewhere: "chuyen-trang.toml",
    registers.every_lead_agency_exists: "co-quan.csv",
    registers.every_foreign_host_is_reviewed: "lien-ket.csv",
}


class EveryRule:
    """Asks every rule, and gives every problem once, by file and line (hỏi mọi quy tắc)."""

    def of_text(self, newsroom: Newsroom, found: Sequence[Problem]) -> Iterable[Problem]:
        """Check the newsroom's only text; the warnings that it waives are left out."""
        met = (*found, *adverts.every_mention_is_needed(found, newsroom))
        met = tuple(adverts.unmentioned(met, newsroom.registers.mentions))
        met = (*met, *_asked(TEXT_RULES, newsroom))
        return _told(waivers.waive(met, newsroom, rules=RULE_IDS))

    def of_file(self, newsroom: Newsroom, kind: str, path: str) -> Iterable[Problem]:
        """Check a picture or an attachment of the newsroom."""
        found = (problem for rule in FILE_RULES[kind] for problem in rule(newsroom, path))
        return _told(adverts.unmentioned(found, newsroom.registers.mentions))

    def of_registers(self, newsroom: Newsroom, found: Sequence[Problem]) -> Iterable[Problem]:
        """Check the registers."""
        met = adverts.unmentioned(found, newsroom.registers.mentions)
        return _told((*met, *_asked(REGISTER_RULES, newsroom)))

    def of_site(self, newsroom: Newsroom, site: Site, settings: str) -> Iterable[Problem]:
        """Check the settings, which come from the file named `settings`."""
        return _told(the_site_is_who_it_says(site, newsroom, settings))


CHECKS = EveryRule()


def _asked(rules: Sequence[Rule], newsroom: Newsroom) -> Iterator[Problem]:
    for rule in rules:
        if LOOKED_UP_IN.get(rule, "") not in newsroom.unread:
            yield from rule(newsroom)


def _told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
