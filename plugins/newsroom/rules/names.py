"""What an article names is there, in the columns and in the registers (tên gọi)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.newsroom.model import Article
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Registers
from plugins.newsroom.rules.saying import at, error
from plugins.vietnamese.nearest import nearest

Names = Callable[[Article], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """One kind of name: its key in the front matter, its word, the file that defines it."""

    key: str
    word: str
    file: str
    rule: str


COLUMNS = _List(
    key="columns", word="chuyên mục", file="chuyen-trang.toml", rule="every_column_exists"
)
AGENCIES = _List(key="agencies", word="cơ quan", file="co-quan.csv", rule="every_agency_exists")
LOCALITIES = _List(
    key="localities", word="địa bàn", file="dia-ban.csv", rule="every_locality_exists"
)
TAGS = _List(key="tags", word="thẻ", file="the.csv", rule="every_tag_exists")
SERIES = _List(
    key="series", word="dòng sự kiện", file="dong-su-kien.csv", rule="every_series_exists"
)


def every_article_lies_in_a_column(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article's folder is a column of `chuyen-trang.toml`."""
    known = columns_of(newsroom.registers)
    for article in newsroom.articles:
        home = "/".join(article.columns[0])
        if home not in known:
            near = nearest(home, known) or "<chuyên trang>/<chuyên mục>"
            move = f"git mv content/{article.path} content/tin-bai/{near}/"
            yield error(
                article.path,
                f"thư mục «{home}» không phải là chuyên mục nào",
                "thư mục quyết định chuyên mục của bài",
                f"{move}, hoặc thêm chuyên mục ấy vào content/chuyen-trang.toml",
                rule="every_article_lies_in_a_column",
            )


def every_column_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article's further columns are columns of `chuyen-trang.toml`."""
    known = columns_of(newsroom.registers)
    return _strangers(newsroom, COLUMNS, known, lambda a: map("/".join, a.columns[1:]))


def every_agency_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article's agencies are lines of `co-quan.csv`."""
    return _strangers(newsroom, AGENCIES, newsroom.agencies, lambda a: a.agency_ids)


def every_locality_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article's localities are lines of `dia-ban.csv`."""
    return _strangers(newsroom, LOCALITIES, newsroom.localities, lambda a: a.locality_ids)


def every_tag_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article's tags are lines of the controlled list."""
    return _strangers(newsroom, TAGS, newsroom.tags, lambda a: a.tags)


def every_series_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article's series is a line of `dong-su-kien.csv`."""
    return _strangers(newsroom, SERIES, newsroom.series, lambda a: (a.series,) if a.series else ())


def nothing_is_named_twice(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse a list in the front matter that names one thing twice."""
    for article in newsroom.articles:
        lists = {
            "columns": ["/".join(column) for column in article.columns],
            "agencies": article.agency_ids,
            "localities": article.locality_ids,
            "tags": article.tags,
            "aliases": article.aliases,
        }
        for key, names in lists.items():
            if len(names) == len(set(names)):
                continue
            for name in dict.fromkeys(n for n in names if names.count(n) > 1):
                home = name == lists["columns"][0] and key == "columns"
                yield error(
                    at(article, key),
                    f"«{name}» " + ("đã là thư mục của bài" if home else "viết hai lần"),
                    "bài sẽ hiện hai lần trong cùng một danh sách",
                    f"bỏ «{name}» khỏi {key}" if home else "bỏ bớt một",
                    rule="nothing_is_named_twice",
                )


@lru_cache(maxsize=1)
def columns_of(registers: Registers) -> frozenset[str]:
    """Give every column as editors write it: `truyen-thong/ket-qua-chi-so`."""
    return frozenset(f"{s.id}/{c.id}" for s in registers.sections for c in s.columns)


def _strangers(
    newsroom: Newsroom, names: _List, known: Collection[str], names_of: Names
) -> Iterator[Problem]:
    for article in newsroom.articles:
        for name in names_of(article):
            if name not in known:
                near = nearest(name, known)
                ask = f"có phải là «{near}»? Nếu không, " if near else ""
                yield error(
                    at(article, names.key),
                    f"không có {names.word} «{name}»",
                    f"bài chỉ được ghi {names.word} đã có trong danh mục",
                    f"{ask}thêm vào content/{names.file}",
                    rule=names.rule,
                )
