"""Renaming an article moves all that belongs to it, and leaves every link and bookmark working."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.defects import problems_of

from plugins.workshop.moving import carry_out, run, shelf
from plugins.workshop.renaming import Renaming, Wish, plan

ROOT = Path(__file__).parents[2]
SECTIONS = """\
[[chuyen-trang]]
id = "truyen-thong"
ten = "Truyền thông"
[[chuyen-trang.chuyen-muc]]
id = "chi-so"
ten = "Chỉ số"
[[chuyen-trang.chuyen-muc]]
id = "ke-hoach"
ten = "Kế hoạch"
"""
HERE, THERE = "tin-bai/truyen-thong/chi-so", "tin-bai/truyen-thong/ke-hoach"
OLD = f"{HERE}/2023-03-23-ten-cu.md"
ARTICLE = """\
---
title: 'Tên: bài'   # giữ nguyên
date: "Thứ năm, 23/03/2023 14:02"
image: 2023-03-23-ten-cu.jpg
status: published
---

![Ảnh](2023-03-23-ten-cu-bieu-do.png "Biểu đồ") và [bài](2023-03-24-bai-ben.md#muc).

Xem [kế hoạch][1], <a href="../ke-hoach/2023-03-22-ke-hoach.md">đây</a>, [không có](../khong-co.md).

[1]: ../ke-hoach/2023-03-22-ke-hoach.md
"""
BESIDE = """\
---
title: Bài bên
date: 24/03/2023
---

Xem [bài](2023-03-23-ten-cu.md#muc "Bài"), [lại](/tin-bai/2023/03/23/ten-cu/) và `ten-cu`.
"""
PLAN = """\
---
title: Kế hoạch
date: 22/03/2023
---

Xem [bài](<../chi-so/2023-03-23-ten-cu.md>), [nguồn](https://a.vn/2023-03-23-ten-cu.md).
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a small content folder, outside any repository."""
    files = {
        "chuyen-trang.toml": SECTIONS,
        OLD: ARTICLE,
        f"{HERE}/2023-03-23-ten-cu.jpg": "ảnh",
        f"{HERE}/2023-03-23-ten-cu-bieu-do.png": "biểu đồ",
        f"{HERE}/2023-03-24-bai-ben.md": BESIDE,
        f"{THERE}/2023-03-22-ke-hoach.md": PLAN,
        "trang/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nKhông nói gì.\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


def _tree(content: Path) -> dict[str, str]:
    files = (path for path in content.rglob("*") if path.is_file() and ".git/" not in str(path))
    return {
        path.relative_to(content).as_posix(): path.read_bytes().decode(errors="replace")
        for path in files
    }


def _renamed(content: Path, **wish: str) -> Mapping[str, str]:
    planned = plan(shelf(content), Wish(**{"old": OLD, **wish}))
    assert isinstance(planned, Renaming)
    carry_out(content, planned)
    return _tree(content)


def test_a_new_name_moves_the_article_and_its_pictures_and_every_link_to_it(content: Path) -> None:
    """A reader with an old bookmark, and one who follows a link of any article, finds the text."""
    before = _tree(content)
    after = _renamed(content, name="ten-moi")
    expected = {
        path.replace("2023-03-23-ten-cu", "2023-03-23-ten-moi"): text
        for path, text in before.items()
    }
    expected[f"{HERE}/2023-03-23-ten-moi.md"] = ARTICLE.replace(
        "2023-03-23-ten-cu", "2023-03-23-ten-moi"
    ).replace("published\n", "published\naliases: [/tin-bai/2023/03/23/ten-cu/]\n")
    expected[f"{HERE}/2023-03-24-bai-ben.md"] = BESIDE.replace(
        "2023-03-23-ten-cu.md", "2023-03-23-ten-moi.md"
    ).replace("/23/ten-cu/", "/23/ten-moi/")
    expected[f"{THERE}/2023-03-22-ke-hoach.md"] = PLAN.replace(
        "chi-so/2023-03-23-ten-cu.md", "chi-so/2023-03-23-ten-moi.md"
    )
    assert after == expected


def test_a_new_column_keeps_the_address_and_mends_the_article_s_own_links(content: Path) -> None:
    """An article that was filed wrongly goes to its column, and no reader notices."""
    after = _renamed(content, column="truyen-thong/ke-hoach")
    assert after[f"{THERE}/2023-03-23-ten-cu.md"] == (
        ARTICLE.replace("(2023-03-24-bai-ben", "(../chi-so/2023-03-24-bai-ben").replace(
            "../ke-hoach/2023-03-22", "2023-03-22"
        )
    )
    assert "[bài](../ke-hoach/2023-03-23-ten-cu.md#muc" in after[f"{HERE}/2023-03-24-bai-ben.md"]
    assert "[bài](<2023-03-23-ten-cu.md>)" in after[f"{THERE}/2023-03-22-ke-hoach.md"]
    assert f"{THERE}/2023-03-23-ten-cu.jpg" in after
    assert OLD not in after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"Thứ năm, 23/03/2023 14:02"', '"Thứ bảy, 25/03/2023 14:02"'),
        ("23/03/2023 14:02", "25/03/2023 14:02"),
        ("2023-03-23", "2023-03-25"),
        ("2023-03-23T14:02", "2023-03-25T14:02:00+07:00"),
    ],
)
def test_a_new_day_is_also_the_date_in_the_way_in_which_it_was_written(
    content: Path, before: str, after: str
) -> None:
    """File name and date agree afterwards, so the check has nothing to say."""
    text = ARTICLE.replace('"Thứ năm, 23/03/2023 14:02"', before)
    (content / OLD).write_bytes(text.encode())
    renamed = _renamed(content, name="2023-03-25-ten-cu")[f"{HERE}/2023-03-25-ten-cu.md"]
    assert f"date: {after}\n" in renamed
    assert "aliases: [/tin-bai/2023/03/23/ten-cu/]\n" in renamed


def test_a_draft_gets_no_old_address(content: Path) -> None:
    """Nobody can have a bookmark of what was never published."""
    draft = ARTICLE.replace("published", "draft")
    (content / OLD).write_bytes(draft.encode())
    assert "aliases" not in _renamed(content, name="ten-moi")[f"{HERE}/2023-03-23-ten-moi.md"]


def test_the_first_name_can_come_back(content: Path) -> None:
    """An editor who changes their mind gets an article that does not lead to itself."""
    _renamed(content, name="ten-moi")
    after = _renamed(content, old=f"content/{HERE}/2023-03-23-ten-moi.md", name="ten-cu")
    assert "aliases: [/tin-bai/2023/03/23/ten-moi/]\n" in after[OLD]


def test_the_last_article_of_a_column_leaves_no_empty_folder(content: Path) -> None:
    """The check, which refuses empty folders, stays silent."""
    _renamed(content, old=f"{THERE}/2023-03-22-ke-hoach.md", column="truyen-thong/chi-so")
    assert not (content / THERE).exists()


@pytest.mark.parametrize("old", ["/tin-bai/2023/03/23/ten-cu/", f"./noi-dung/{OLD}"])
def test_an_article_is_found_by_its_address_too(content: Path, old: str) -> None:
    """An editor can paste what the browser shows."""
    asked = f"https://cchc.example{old}" if old.startswith("/") else old
    assert f"{HERE}/2023-03-23-ten-moi.md" in _renamed(content, old=asked, name="ten-moi")


def test_line_ends_of_windows_stay(content: Path) -> None:
    """A file that Windows wrote differs in the lines that changed, not in all."""
    (content / OLD).write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    text = _renamed(content, name="ten-moi")[f"{HERE}/2023-03-23-ten-moi.md"]
    assert "aliases: [/tin-bai/2023/03/23/ten-cu/]\r\n---\r\n" in text
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (
            {"old": "tin-bai/truyen-thong/chi-so/2023-03-23-ten-ku.md", "name": "x"},
            (
                "content: lỗi: không có bài «tin-bai/truyen-thong/chi-so/2023-03-23-ten-ku.md» – "
                "chỉ tìm bài trong content/tin-bai – "
                "có phải là «tin-bai/truyen-thong/chi-so/2023-03-23-ten-cu.md»?"
            ),
        ),
        (
            {"name": "ten-cu"},
            "content: lỗi: bài đã mang tên ấy – không có gì để đổi – gõ tên mới, hoặc --column",
        ),
        (
            {"name": "2023-02-30-ten-cu"},
            ("content: lỗi: không có ngày 2023-02-30 trong lịch – ngày làm nên địa chỉ – sửa ngày"),
        ),
        (
            {"name": "../../x"},
            (
                "content: lỗi: không lấy «../../x» làm tên bài được – "
                "tên bài chỉ gồm chữ thường không dấu, chữ số và gạch nối – "
                "đặt tên khác, như ten-bai"
            ),
        ),
        (
            {"name": "2023-03-24-bai-ben"},
            (
                "content: lỗi: đã có content/tin-bai/truyen-thong/chi-so/2023-03-24-bai-ben.md – "
                "hai bài cùng ngày không được trùng tên, và không tệp nào bị ghi đè – "
                "đặt tên khác, hoặc đổi tên tệp ấy trước"
            ),
        ),
        (
            {"name": "2023-03-24-bai-ben", "column": "truyen-thong/ke-hoach"},
            (
                "content: lỗi: đã có content/tin-bai/truyen-thong/chi-so/2023-03-24-bai-ben.md – "
                "hai bài cùng ngày không được trùng tên, và không tệp nào bị ghi đè – "
                "đặt tên khác, hoặc đổi tên tệp ấy trước"
            ),
        ),
        (
            {"column": "truyen-thong/ke-hoac"},
            (
                "content: lỗi: không có chuyên mục «truyen-thong/ke-hoac» – "
                "chuyên mục là thư mục chứa bài – có phải là «truyen-thong/ke-hoach»?"
            ),
        ),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_changes(
    content: Path, capsys: pytest.CaptureFixture[str], wish: dict[str, str], message: str
) -> None:
    """An editor reads what to type instead; the content is as it was."""
    before = _tree(content)
    assert run(content, Wish(**{"old": OLD, **wish}), dry_run=False) == 1
    assert capsys.readouterr().out == f"{message} [a_new_article_has_its_place]\n"
    assert _tree(content) == before


def test_an_old_address_of_another_article_is_not_taken(content: Path) -> None:
    """A reader with that bookmark keeps coming to the article that they marked."""
    beside = content / HERE / "2023-03-24-bai-ben.md"
    beside.write_text(BESIDE.replace("---\n\n", "aliases: [/tin-bai/2023/03/23/x/]\n---\n\n"))
    assert str(plan(shelf(content), Wish(old=OLD, name="x"))) == (
        "content: lỗi: /tin-bai/2023/03/23/x/ là địa chỉ cũ của "
        "content/tin-bai/truyen-thong/chi-so/2023-03-24-bai-ben.md – "
        "một địa chỉ chỉ mở được một trang – đặt tên khác [a_new_article_has_its_place]"
    )


def test_a_picture_that_a_neighbour_shows_does_not_leave_the_folder(content: Path) -> None:
    """No other article loses its picture."""
    beside = content / HERE / "2023-03-24-bai-ben.md"
    beside.write_text(BESIDE + "\n![Ảnh](2023-03-23-ten-cu.jpg)\n", encoding="utf-8")
    assert str(plan(shelf(content), Wish(old=OLD, column="truyen-thong/ke-hoach"))) == (
        "content: lỗi: ảnh content/tin-bai/truyen-thong/chi-so/2023-03-23-ten-cu.jpg còn dùng "
        "trong content/tin-bai/truyen-thong/chi-so/2023-03-24-bai-ben.md – "
        "ảnh phải nằm cạnh bài dùng ảnh – chép ảnh thành hai tệp, mỗi bài một tệp "
        "[a_new_article_has_its_place]"
    )


def test_an_attachment_stays_where_it_lies_and_the_link_follows(content: Path) -> None:
    """A plan that several articles hand out does not leave with one of them."""
    (content / HERE / "ke-hoach.pdf").write_bytes(b"%PDF-")
    text = (content / OLD).read_text("utf-8") + "\n[Kế hoạch](ke-hoach.pdf)\n"
    (content / OLD).write_text(text, encoding="utf-8")
    after = _renamed(content, column="truyen-thong/ke-hoach")
    assert f"{HERE}/ke-hoach.pdf" in after
    assert "[Kế hoạch](../chi-so/ke-hoach.pdf)" in after[f"{THERE}/2023-03-23-ten-cu.md"]


def test_a_picture_of_an_article_with_a_longer_name_stays(content: Path) -> None:
    """`ten-cu-2` and its pictures are not `ten-cu`'s."""
    for name in ("2023-03-23-ten-cu-2.md", "2023-03-23-ten-cu-2-anh.jpg"):
        (content / HERE / name).write_text("---\ntitle: Hai\n---\n", encoding="utf-8")
    after = _renamed(content, name="ten-moi")
    assert f"{HERE}/2023-03-23-ten-cu-2-anh.jpg" in after
    assert f"{HERE}/2023-03-23-ten-moi-bieu-do.png" in after


def test_the_check_has_nothing_to_say_about_a_renamed_article(tmp_path: Path) -> None:
    """An editor renames the province's longest article twice and has nothing to mend."""
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    old = next((ROOT / "content").glob("tin-bai/*/*/2023-03-23-ke-hoach-truyen-thong-*.md"))
    before = _problems(content)
    _renamed(
        content,
        old=old.relative_to(ROOT).as_posix(),
        name="2023-03-24-bay-viec",
        column="linh-vuc-cai-cach/the-che",
    )
    assert _problems(content) == before
    _renamed(content, old="/tin-bai/2023/03/24/bay-viec/", name="bay-viec-can-lam")
    assert _problems(content) == before


def test_a_dry_run_tells_everything_and_changes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A careful editor sees every change before it is made."""
    before = _tree(content)
    assert run(content, Wish(old=OLD, name="2023-03-25-ten-moi"), dry_run=True) == 0
    here = f"content/{HERE}"
    assert capsys.readouterr().out == (
        "Sẽ đổi (chưa đổi gì):\n"
        f"  {here}/2023-03-23-ten-cu.md → {here}/2023-03-25-ten-moi.md\n"
        f"  {here}/2023-03-23-ten-cu-bieu-do.png → {here}/2023-03-25-ten-moi-bieu-do.png\n"
        f"  {here}/2023-03-23-ten-cu.jpg → {here}/2023-03-25-ten-moi.jpg\n"
        f"  {here}/2023-03-23-ten-cu.md: sửa 1 đường dẫn\n"
        f"  {here}/2023-03-23-ten-cu.md: image: 2023-03-23-ten-cu.jpg → 2023-03-25-ten-moi.jpg\n"
        f"  {here}/2023-03-23-ten-cu.md: "
        "date: Thứ năm, 23/03/2023 14:02 → Thứ bảy, 25/03/2023 14:02\n"
        f"  {here}/2023-03-23-ten-cu.md: aliases: thêm địa chỉ cũ /tin-bai/2023/03/23/ten-cu/\n"
        f"  {here}/2023-03-24-bai-ben.md: sửa 2 đường dẫn\n"
        f"  content/{THERE}/2023-03-22-ke-hoach.md: sửa 1 đường dẫn\n"
    )
    assert _tree(content) == before


def test_in_a_repository_git_knows_of_the_move(content: Path) -> None:
    """The history of an article is not cut by its new name."""
    _git(content, "init", "-q")
    _git(content, "add", ".")
    _git(content, "commit", "-q", "-m", "Bài")
    (content / HERE / "2023-03-23-ten-cu-moi-chup.jpg").write_bytes(b"chua vao Git")
    after = _renamed(content, name="ten-moi")
    status = _git(content, "status", "--porcelain").splitlines()
    old, new = f"{HERE}/2023-03-23-ten-cu", f"{HERE}/2023-03-23-ten-moi"
    assert f"RM {old}.md -> {new}.md" in status
    assert f"R  {old}.jpg -> {new}.jpg" in status
    assert after[f"{new}-moi-chup.jpg"] == "chua vao Git"


def test_a_failure_half_way_puts_everything_back(content: Path) -> None:
    """A full disk or a file in use leaves no article half renamed."""
    planned = plan(shelf(content), Wish(old=OLD, name="ten-moi"))
    assert isinstance(planned, Renaming)
    (content / HERE / "2023-03-23-ten-moi.jpg").write_bytes(b"vua moi xuat hien")
    before = _tree(content)
    with pytest.raises(FileExistsError):
        carry_out(content, planned)
    assert _tree(content) == before


def _problems(content: Path) -> list[str]:
    return [str(problem) for problem in problems_of(content)]


def _git(content: Path, *words: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    done = subprocess.run(
        ["git", *who, *words], cwd=content, check=True, capture_output=True, text=True
    )
    return done.stdout
