"""No text advertises gambling, loans or pornography, unless a reviewed line lets it speak of them.

A law, a warning of the police name such things with good reason: `tu-nhay-cam.csv` says which word
stands in which file, and why; its owners stand in CODEOWNERS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plugins.newsroom.adverts import Advert, find_adverts
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import MENTIONS, Mention
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import warning


def nothing_is_advertised(text: str, path: str) -> Iterator[Problem]:
    """Refuse terms of advertisement anywhere in a file, in codes and addresses, and in its name.

    `path` is relative to the content folder, and lines count from the first line of the file.
    """
    if path != MENTIONS:
        yield from no_name_advertises(path)
        yield from (_problem(advert, path, advert.line) for advert in find_adverts(text))


def no_name_advertises(path: str) -> Iterator[Problem]:
    """Refuse terms of advertisement in the name of a file or its folder."""
    words = re.sub("[-./]", " ", path)  # so that other names have them, too
    yield from (_problem(advert, path, None) for advert in find_adverts(words))


def unmentioned(problems: Iterable[Problem], mentions: Sequence[Mention]) -> Iterator[Problem]:
    """Leave out the words that a reviewed line lets stand in their file."""
    allowed = {(f"content/{mention.path}", mention.word) for mention in mentions}
    yield from (p for p in problems if not p.word or (p.path, p.word) not in allowed)


def every_mention_is_needed(problems: Iterable[Problem], newsroom: Newsroom) -> Iterator[Problem]:
    """Point out lines that let a word stand in a text which does not have it."""
    mentions = newsroom.registers.mentions
    if not mentions:
        return
    met = {(problem.path, problem.word) for problem in problems}
    paths = {text.path for text in texts_of(newsroom)}
    for mention in mentions:
        if mention.path in paths and (f"content/{mention.path}", mention.word) not in met:
            yield warning(
                mention.spot,
                f"không còn «{mention.word}» trong content/{mention.path}",
                "dòng cho qua thừa sẽ che lần chèn lén sau này",
                "xóa dòng này",
                rule="every_waiver_is_needed",
            )


def _problem(advert: Advert, path: str, line: int | None) -> Problem:
    place = "" if line else " trong tên tệp"
    as_written = "" if advert.written == advert.term else f", viết là «{advert.written}»"
    return Problem(
        path=f"content/{path}",
        line=line,
        fact=f"có «{advert.term}»{place}{as_written}, chữ của quảng cáo {advert.kind}",
        why="trang của cơ quan nhà nước hay bị chèn lén chữ và liên kết như vậy",
        remedy=(
            "xóa, rồi xem trong Git ai đã chèn; nếu bài cần nhắc đến, nhờ người giữ "
            f"content/{MENTIONS} ghi một dòng cho qua"
        ),
        rule="nothing_is_advertised",
        word=advert.term,
    )
