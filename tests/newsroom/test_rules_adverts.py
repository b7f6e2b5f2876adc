"""A word of advertisements stops a build, unless a reviewed line lets it stand in that file."""

from __future__ import annotations

from pathlib import Path

from support.defects import lay, problems_of

from plugins.newsroom.registers import Mention, Spot
from plugins.newsroom.rules.adverts import nothing_is_advertised, unmentioned

FOLDER = "tin-bai/truyen-thong/ke-hoach"
ARTICLE = """---
title: Công an tỉnh cảnh báo
date: 01/04/2023
summary: Một câu tóm tắt.
---

Không tham gia cá cược.
"""


def mention(path: str, word: str) -> Mention:
    """Let a word stand in a file."""
    return Mention(path=path, word=word, reason="Luật.", spot=Spot(path="tu-nhay-cam.csv", line=2))


def test_c07_a_mention_lets_one_word_stand_in_one_file() -> None:
    """Whoever was let speak of bets was not let advertise a casino."""
    allowed = (mention("the.csv", "cá cược"),)
    met = [*nothing_is_advertised("Cá cược, casino", "the.csv")]
    met += nothing_is_advertised("Cá cược", "co-quan.csv")
    told = [(problem.path, problem.word) for problem in unmentioned(met, allowed)]
    assert told == [("content/the.csv", "casino"), ("content/co-quan.csv", "cá cược")]


def test_c07_a_warning_of_the_police_is_published_once_it_is_let(tmp_path: Path) -> None:
    """A legal mention needs a line with its reason in a file of its own, and no more."""
    content = lay((), tmp_path / "content")
    (content / FOLDER / "2023-04-01-canh-bao.md").write_text(ARTICLE, encoding="utf-8")
    (problem,) = problems_of(content)
    assert (problem.line, problem.word, problem.is_error) == (7, "cá cược", True)
    row = f"{problem.path},{problem.word},Cảnh báo của Công an tỉnh\n"
    (content / "tu-nhay-cam.csv").write_text(f"tep,tu,ly-do\n{row}", encoding="utf-8")
    assert problems_of(content) == ()


def test_c07_the_name_of_a_file_is_read_too(tmp_path: Path) -> None:
    """An address can advertise although the article does not."""
    content = lay((), tmp_path / "content")
    text = ARTICLE.replace("cá cược", "lớp học nào")
    (content / FOLDER / "2023-04-01-tai-xiu-online.md").write_text(text, encoding="utf-8")
    (problem,) = problems_of(content)
    assert problem.fact.startswith("có «tài xỉu online» trong tên tệp, viết là «tai xiu online»")


def test_c07_tables_of_figures_are_read_too(tmp_path: Path) -> None:
    """A cell of a score sheet is printed, and may be let stand like any other file's word."""
    content = lay(("149-unit-given-twice",), tmp_path / "content")
    sheet = next((content / "chi-so").rglob("[0-9]*.csv"))
    sheet.write_text(sheet.read_text("utf-8").replace("\n", "\nSoi kèo ", 1), encoding="utf-8")
    path = sheet.relative_to(content).as_posix()
    assert {p.word for p in problems_of(content) if p.path == f"content/{path}"} >= {"soi kèo"}
    row = f"tep,tu,ly-do\n{path},soi kèo,Tên riêng\n"
    (content / "tu-nhay-cam.csv").write_text(row, encoding="utf-8")
    assert "soi kèo" not in {problem.word for problem in problems_of(content)}
