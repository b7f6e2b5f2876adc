"""Days agree with each other and with file names (ngày, giờ)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.newsroom.model import Article
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.saying import at, error, warning
from plugins.vietnamese.dates import short_date

FIRST_PLAUSIBLE = date(2000, 1, 1)
FAR = timedelta(days=2 * 365)


def every_date_agrees_with_its_file_name(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that `date:` falls on the day of the file's name, which makes the address."""
    for article in newsroom.articles:
        if article.published.day != article.day:
            folder, _, name = article.path.rpartition("/")
            renamed = f"{article.published.day.isoformat()}{name[len('2023-03-23') :]}"
            written, named = short_date(article.published.day), short_date(article.day)
            yield error(
                at(article, "date"),
                f"date ghi ngày {written}, tên tệp ghi ngày {named}",
                "ngày trong tên tệp làm nên địa chỉ của bài",
                f"git mv content/{article.path} content/{folder}/{renamed}"
                f" (hoặc sửa date thành {named})",
                rule="every_date_agrees_with_its_file_name",
            )


def nothing_is_modified_before_it_is_published(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that `modified:` and every correction come after the article itself."""
    for article in newsroom.articles:
        moments = [("modified", article.modified)]
        moments += [("correction", correction.moment) for correction in article.corrections]
        for key, moment in moments:
            published = article.published
            day_only = moment and not (moment.has_time and published.has_time)
            if moment and (moment.day < published.day if day_only else moment < published):
                name = "modified" if key == "modified" else "ngày đính chính"
                yield error(
                    at(article, key),
                    f"{name} {short_date(moment.day)} sớm hơn lúc đăng {short_date(published.day)}",
                    "không ai sửa được bài chưa đăng",
                    "kiểm tra lại hai ngày ấy",
                    rule="nothing_is_modified_before_it_is_published",
                )


def every_date_is_plausible(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out an article of before 2000, or one that would appear after two years."""
    for article in newsroom.articles:
        day = article.published.day
        early, far = day < FIRST_PLAUSIBLE, _is_far(article, newsroom)
        if early or far:
            why = "bài hẹn giờ xa như vậy thường là gõ nhầm năm" if far else "thường là gõ nhầm năm"
            yield warning(
                at(article, "date"),
                f"ngày đăng {short_date(day)} {'còn hơn hai năm nữa' if far else 'trước năm 2000'}",
                why,
                "kiểm tra lại năm trong date và trong tên tệp",
                rule="every_date_is_plausible",
            )


def _is_far(article: Article, newsroom: Newsroom) -> bool:
    """Say whether it is long until an article's day; of what is due nobody needs to know today."""
    landing = newsroom.links.by_path.get(article.path)
    if landing and landing.shown_from and landing.due:
        return False
    return article.published.day > newsroom.today() + FAR
