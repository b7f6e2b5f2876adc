"""Titles, summaries and other short texts are fit to print (chữ)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import at, error, warning
from plugins.vietnamese.cut import letters
from plugins.vietnamese.fold import comparable

SUMMARY_LENGTH = 140
TITLE_LENGTH = 120
SHOUTED_WORDS = 3


def every_article_has_a_summary(newsroom: Newsroom) -> Iterator[Problem]:
    """Require the sentence that lists, feeds and shared links show."""
    for article in newsroom.articles:
        if not article.summary and article.status != "draft":
            yield error(
                at(article, "summary"),
                "bài không có tóm tắt (sapô)",
                "danh sách, kết quả tìm kiếm và bài chia sẻ đều in câu này",
                "thêm dòng summary: một câu, nhiều nhất 140 ký tự",
                rule="every_article_has_a_summary",
            )


def every_summary_is_short(newsroom: Newsroom) -> Iterator[Problem]:
    """Require at most 140 letters, as a reader counts them."""
    for text in texts_of(newsroom):
        length = _length(text.summary, SUMMARY_LENGTH)
        if length > SUMMARY_LENGTH:
            yield error(
                at(text, "summary"),
                f"tóm tắt dài {length} ký tự",
                f"quá {SUMMARY_LENGTH} ký tự thì bị cắt ở nơi chia sẻ và kết quả tìm kiếm",
                f"bỏ bớt {length - SUMMARY_LENGTH} ký tự",
                rule="every_summary_is_short",
            )


def no_summary_is_said_again(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse a summary that is the first paragraph, which readers would read twice."""
    for article in newsroom.articles:
        first = article.body.text.strip().split("\n", 1)[0]
        if _opens_with(first, article.summary):
            yield error(
                at(article, "summary"),
                "tóm tắt là câu đầu của bài",
                "người đọc phải đọc một câu hai lần",
                "viết lại tóm tắt, hoặc bỏ câu ấy khỏi đoạn đầu",
                rule="no_summary_is_said_again",
            )


def every_title_is_short(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out titles of more than 120 letters."""
    for text in texts_of(newsroom):
        length = _length(text.title, TITLE_LENGTH)
        if length > TITLE_LENGTH:
            yield warning(
                at(text, "title"),
                f"tiêu đề dài {length} ký tự",
                f"quá {TITLE_LENGTH} ký tự thì khó đọc trên điện thoại",
                "rút gọn tiêu đề",
                rule="every_title_is_short",
            )


def no_title_is_shouted(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse titles in capitals only."""
    for text in texts_of(newsroom):
        if text.title.isupper() and _words(text.title) >= SHOUTED_WORDS:
            yield error(
                at(text, "title"),
                "tiêu đề viết toàn chữ hoa",
                "khó đọc, và máy đọc có thể đánh vần từng chữ",
                f"viết như câu thường: {text.title.capitalize()}",
                rule="no_title_is_shouted",
            )


def nobody_approves_their_own_article(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that whoever approved an article is not among its authors."""
    for article in newsroom.articles:
        approver = article.approved_by and comparable(article.approved_by)
        if approver and approver in map(comparable, article.authors):
            yield error(
                at(article, "approved_by"),
                f"«{article.approved_by}» vừa viết vừa duyệt bài",
                "mỗi bài cần hai người xem",
                "nhờ người khác duyệt rồi ghi tên người ấy",
                rule="nobody_approves_their_own_article",
            )


def every_withdrawal_gives_its_reason(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that a withdrawn article tells readers why it is gone."""
    for article in newsroom.articles:
        if article.status == "withdrawn" and not article.corrections:
            yield error(
                at(article, "status"),
                "bài đã gỡ mà không nói lý do",
                "trang đính chính phải cho người đọc biết vì sao bài bị gỡ",
                "thêm một mục correction có date và text",
                rule="every_withdrawal_gives_its_reason",
            )


def _words(title: str) -> int:
    return sum(any(map(str.isalpha, word)) for word in title.split())


def _length(text: str, limit: int) -> int:
    """Count the letters of a text that may be too long; of others the characters will do."""
    return letters(text) if len(text) > limit else len(text)


def _opens_with(text: str, summary: str) -> bool:
    if not summary or text[:1].casefold() != summary[:1].casefold():
        return False
    opening, said = comparable(text), comparable(summary)
    return opening == said or opening.startswith(f"{said} ")
