"""`inv check`: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.defects import COLUMN, SOUND, lay

from plugins.checking.command import run

SETTINGS = """
SITENAME = SITE_SHORT_NAME = SITESUBTITLE = NOTICE = LICENCE = "Tỉnh Mẫu"
SITEURL = ""
PROVINCE = "tinh-mau"
OWNER = "ubnd-tinh"
LICENCE_URL = "/trang/lien-he/"
CACHE_PATH = ".cache"
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay the sound base into a folder of its own, with settings beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thiet-dat.py").write_text(SETTINGS, encoding="utf-8")
    return lay((), tmp_path / "content")


def check(*, report: Path | None = None, changed: bool = False) -> int:
    """Run the command as `inv check` does."""
    return run(Path("content"), Path("thiet-dat.py"), json=report, changed=changed)


@pytest.mark.usefixtures("content")
def test_sound_content_is_answered_by_silence(capsys: pytest.CaptureFixture[str]) -> None:
    """A script that reads the output sees nothing; a person is told on the other stream."""
    assert check() == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Không có lỗi.\n")


def test_errors_and_warnings_are_counted(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor sees how much is left to do."""
    head = "title: Một bài thử\ntags: [la]\nsource_url: https://la.example/"
    text = SOUND.replace("title: Một bài thử", head).replace("hành chính", "TT")
    (content / COLUMN / "2023-04-01-thu.md").write_text(text, encoding="utf-8")
    assert check() == 1
    assert capsys.readouterr().err == "2 lỗi, 1 cảnh báo.\n"


def test_warnings_alone_do_not_stop(content: Path) -> None:
    """A doubt is shown and lets the build go on."""
    text = SOUND.replace("Một bài thử", "Kế hoạch CCHC")
    (content / COLUMN / "2023-04-01-thu.md").write_text(text, encoding="utf-8")
    assert check() == 0


def test_the_report_for_machines_holds_every_part_of_a_problem(content: Path) -> None:
    """An editor's program can show a message at its line."""
    (content / "ghi-chu.txt").write_text("x", encoding="utf-8")
    assert check(report=Path("ket-qua.json")) == 1
    assert json.loads(Path("ket-qua.json").read_text(encoding="utf-8")) == {
        "errors": 1,
        "warnings": 0,
        "problems": [
            {
                "path": "content/ghi-chu.txt",
                "line": None,
                "severity": "error",
                "rule": "every_file_is_accounted_for",
                "word": "",
                "fact": "không nhận «ghi-chu.txt» ở đây",
                "why": "không biết dùng vào việc gì, nên không thể bỏ qua trong im lặng",
                "remedy": "chỉ có: chi-so, chuyen-trang.toml, co-quan.csv, dia-ban.csv,"
                " dong-su-kien.csv,"
                " lien-ket.csv, the.csv, tin-bai, trang, tu-nhay-cam.csv, tu-viet-tat.csv",
            }
        ],
    }


def test_only_changed_files_are_shown_and_all_are_counted(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor at work on one article is not distracted, and not deceived, by the others."""
    broken = SOUND.replace("01/04/2023", "31/02/2023")
    (content / COLUMN / "2023-04-01-cu.md").write_text(broken, encoding="utf-8")
    git("init", "-q")
    git("add", "content")
    git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-q", "-m", "Đầu")
    (content / COLUMN / "2023-04-01-moi.md").write_text(broken, encoding="utf-8")
    assert check(changed=True) == 1
    said = capsys.readouterr()
    assert [line.split(":")[0] for line in said.out.splitlines()] == [
        f"content/{COLUMN}/2023-04-01-moi.md"
    ]
    assert said.err == "1 lỗi; ở tệp chưa sửa: 1 lỗi.\n"


@pytest.mark.usefixtures("content")
def test_settings_of_an_unknown_province_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A site that does not know for whom it speaks is not built."""
    text = SETTINGS.replace("tinh-mau", "tinh-mao").replace("lien-he", "lien-hee")
    Path("thiet-dat.py").write_text(text, encoding="utf-8")
    assert check() == 1
    assert capsys.readouterr().out == (
        "thiet-dat.py: lỗi: LICENCE_URL = «/trang/lien-hee/» không có trong content/trang/"
        " – trang không biết mình nói cho nơi nào"
        " – có phải là «/trang/lien-he/»? Nếu không, sửa thiết đặt, hoặc thêm vào content/trang/"
        " [the_site_is_who_it_says]\n"
        "thiet-dat.py: lỗi: PROVINCE = «tinh-mao» không có trong content/dia-ban.csv"
        " – trang không biết mình nói cho nơi nào"
        " – có phải là «tinh-mau»? Nếu không, sửa thiết đặt, hoặc thêm vào content/dia-ban.csv"
        " [the_site_is_who_it_says]\n"
    )


def test_a_check_loads_neither_pelican_nor_jinja() -> None:
    """An editor waits for the content, not for the machinery that builds pages."""
    program = "import plugins.checking.command, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"pelican", "blinker", "jinja2", "docutils", "PIL"})


def git(*words: str) -> None:
    """Run Git in the present folder."""
    subprocess.run(["git", *words], check=True)
