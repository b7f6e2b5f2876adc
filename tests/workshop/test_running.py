"""Starting other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plugins.workshop.running import OUR_FAULT, CommandFailed, Ended, run, stream


def test_a_program_that_ends_well_gives_what_it_printed(tmp_path: Path) -> None:
    """A task reads another program's answer, in Vietnamese too."""
    script = "import os; print('Đã xong', os.environ['MAU'])"
    printed = run(sys.executable, "-X", "utf8", "-c", script, cwd=tmp_path, env={"MAU": "mẫu"})
    assert printed == "Đã xong mẫu\n"


def test_a_failed_program_says_its_command_and_its_last_words(tmp_path: Path) -> None:
    """Whoever sees the failure can repeat it by hand."""
    with pytest.raises(CommandFailed) as failed:
        run("sh", "-c", "echo hết chỗ >&2; exit 7", cwd=tmp_path)
    said = failed.value.message
    assert said == "lỗi: sh -c 'echo hết chỗ >&2; exit 7': thoát với mã 7.\nhết chỗ"
    assert failed.value.code == OUR_FAULT


def test_only_the_end_of_a_long_output_is_shown(tmp_path: Path) -> None:
    """A thousand lines of a log hide the one that counts."""
    with pytest.raises(CommandFailed) as failed:
        run("sh", "-c", "seq 1000; exit 1", cwd=tmp_path)
    said = failed.value.message
    assert said is not None
    assert said.splitlines()[1:] == [str(number) for number in range(971, 1001)]


def test_a_missing_program_is_named(tmp_path: Path) -> None:
    """A developer learns what to install."""
    with pytest.raises(CommandFailed) as failed:
        run("khong-co-lenh-nay", cwd=tmp_path)
    assert failed.value.message == "lỗi: khong-co-lenh-nay: máy không có «khong-co-lenh-nay»."


def test_a_program_gets_no_keyboard(tmp_path: Path) -> None:
    """A question that nobody is there to answer would stop CI for ever."""
    assert run("cat", cwd=tmp_path) == ""


def test_a_streamed_program_shows_its_lines_and_ends_with_the_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A developer watches the tests run, and their summary is kept."""
    ended = stream("sh", "-c", "echo một; echo hai >&2; echo; exit 5", cwd=tmp_path)
    assert ended == Ended(code=5, last_line="hai")
    assert capsys.readouterr().out == "một\nhai\n\n"
