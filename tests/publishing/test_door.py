"""What the deploy key may ask for, and in which words it is answered."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from support.stores import FIRST, SECOND, arrive, name_of, released

from plugins.publishing.receiver.door import WORDS, entered, main
from plugins.publishing.receiver.release import EMPTY, MANIFEST
from plugins.publishing.receiver.store import Store

ONE, TWO, THREE = name_of(1), name_of(2), name_of(3)


@pytest.fixture
def store(store: Store) -> Store:
    """Give a store with two releases, of which the second is live."""
    released(store, TWO, SECOND)
    return store


def asked(
    store: Store, words: str, capsys: pytest.CaptureFixture[str], code: int = 0
) -> dict[str, object]:
    """Ask for something, and read the one line of JSON that answers."""
    capsys.readouterr()
    assert main(store.root, words) == code
    (line,) = capsys.readouterr().out.splitlines()
    found: dict[str, object] = json.loads(line)
    return found


def test_each_word_does_what_it_says(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Nine words are all that a stolen key could say."""
    assert sorted(WORDS) == [
        *("activate", "beat", "forget", "maintenance", "manifest", "prepare", "rollback", "scan"),
        "status",
    ]
    assert asked(store, "prepare", capsys) == {"live": TWO}
    status = asked(store, "status", capsys)
    assert (status["live"], status["releases"], status["maintenance"]) == (TWO, [ONE, TWO], False)
    assert asked(store, "rollback", capsys) == {"live": ONE, "before": TWO, "changed": True}
    assert asked(store, f"rollback {TWO}", capsys) == {"live": TWO, "before": ONE, "changed": True}
    assert asked(store, f"rollback {TWO}", capsys)["changed"] is False
    arrive(store, THREE, FIRST)
    done = {"live": THREE, "before": TWO, "changed": True}
    assert asked(store, f"activate {THREE} {TWO}", capsys) == done
    assert asked(store, "scan", capsys) == {"live": THREE, "faults": []}
    assert asked(store, "beat", capsys) == {"live": THREE}
    assert (store.root / "nhip.txt").read_text("utf-8").endswith("+00:00\n")
    assert asked(store, "maintenance on", capsys) == {"live": THREE, "maintenance": True}
    assert "Trang đang bảo trì" in (store.root / "bao-tri.html").read_text("utf-8")
    assert asked(store, "status", capsys)["maintenance"] is True
    assert asked(store, "maintenance off", capsys) == {"live": THREE, "maintenance": False}
    assert not (store.root / "bao-tri.html").exists()
    assert asked(store, "maintenance off", capsys) == {"live": THREE, "maintenance": False}
    assert asked(store, "forget", capsys) == {"live": THREE, "releases": [THREE]}
    assert store.names() == [THREE]
    log = store.status()["log"]
    assert [(one["did"], one["release"], one.get("before", "")) for one in log] == [
        ("activate", ONE, ""),
        ("activate", TWO, ONE),
        ("rollback", ONE, TWO),
        ("rollback", TWO, ONE),
        ("activate", THREE, TWO),
        ("maintenance on", THREE, ""),
        ("maintenance off", THREE, ""),
        ("maintenance off", THREE, ""),
        ("forget", THREE, ""),
    ]


def test_a_withdrawn_page_does_not_wait_among_what_arrived(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was sent and never made live goes with the old releases; readers keep what is live."""
    arrive(store, THREE, FIRST)
    assert asked(store, "forget", capsys) == {"live": TWO, "releases": [TWO]}
    assert asked(store, f"activate {THREE} {TWO}", capsys, 1) == {
        "error": f"chưa nhận được bản {THREE}"
    }
    words = "không có bản ấy để lùi về; xem các bản: inv releases"
    assert asked(store, f"rollback {ONE}", capsys, 1) == {"error": words}
    words = "máy chủ chỉ giữ bản đang chạy, không có bản nào trước nó để lùi về"
    assert asked(store, "rollback", capsys, 1) == {"error": words}
    assert asked(store, f"rollback {TWO}", capsys) == {"live": TWO, "before": TWO, "changed": False}


def test_a_touched_file_is_named_by_the_look_of_the_server(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Letters are sent as they are read."""
    live = store.releases / store.live
    (live / "tin" / "index.html").write_text("khác", encoding="utf-8")
    (live / "thêm.html").write_text("thêm", encoding="utf-8")
    (live / "index.html").unlink()
    faults = ["index.html (thiếu)", "thêm.html (thừa)", "tin/index.html (khác)"]
    assert sorted(store.scan()["faults"]) == sorted(faults)
    capsys.readouterr()
    assert main(store.root, "scan") == 0
    assert "(thiếu)" in capsys.readouterr().out
    assert main(Store(store.root / "moi").root, "scan") == 0
    assert json.loads(capsys.readouterr().out) == {"live": "", "faults": []}


def test_the_last_twenty_deeds_are_told(store: Store) -> None:
    """A log of years is not sent over the line."""
    for _ in range(25):
        store.maintain(wish=False)
    assert [one["did"] for one in store.status()["log"]] == ["maintenance off"] * 20


def test_a_manifest_is_given_by_its_releases_name(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever publishes from another machine learns what lies here."""
    found = asked(store, f"manifest {ONE}", capsys)["manifest"]
    assert isinstance(found, dict)
    assert sorted(found["files"]) == sorted(FIRST)
    assert found["commit"] == "000000000001" * 3 + "0000"


NOT_OURS = {
    "": "khóa này chỉ được phát hành và lùi bản",
    "ls": "khóa này chỉ được phát hành và lùi bản",
    "status a b c": "khóa này chỉ được phát hành và lùi bản",
    "activate": "«» không phải là tên một bản phát hành",
    "activate ../x": "«../x» không phải là tên một bản phát hành",
    f"activate {THREE} /etc": "«/etc» không phải là tên một bản phát hành",
    f"activate {THREE}": f"chưa nhận được bản {THREE}",
    "rollback x": "«x» không phải là tên một bản phát hành",
    f"rollback {THREE}": "không có bản ấy để lùi về; xem các bản: inv releases",
    "manifest x": "«x» không phải là tên một bản phát hành",
    f"manifest {THREE}": f"bản {THREE} không có bản kê đọc được",
    f"activate {ONE}": f"bản {ONE} cũ hơn bản đang chạy {TWO}; muốn về bản cũ: inv rollback",
    '"': "No closing quotation",
}


@pytest.mark.parametrize("words", NOT_OURS)
def test_d14_anything_else_is_refused_with_its_reason(
    store: Store, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """The reason reaches the editor's terminal as it was said."""
    assert asked(store, words, capsys, 1) == {"error": NOT_OURS[words]}
    assert store.live == TWO


def test_d04_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """«Full» and «not permitted» are mended by different people."""
    (tmp_path / "srv").write_text("a file in the store's place", encoding="utf-8")
    assert main(tmp_path / "srv", "status") == 1
    assert json.loads(capsys.readouterr().out) == {
        "error": "máy chủ không ghi được: Not a directory"
    }


class Became(Exception):  # noqa: N818 - not a fault
    """The process is another program now."""


def test_d14_rsync_may_only_write_and_only_where_things_arrive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard that rsync brings takes the process over, with the words that were asked for."""
    became: list[object] = []

    def execvp(file: str, words: list[str]) -> None:
        became.extend((file, *words))
        raise Became

    monkeypatch.setattr("os.execvp", execvp)
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", "")
    asked = f"rsync --server -re.iLsfxC . {ONE}/"
    with pytest.raises(Became):
        main(tmp_path / "srv", asked)
    assert became == ["rrsync", "rrsync", "-wo", "-no-lock", str(tmp_path / "srv" / "incoming")]
    assert os.environ["SSH_ORIGINAL_COMMAND"] == asked


EMPTY_SAYS = {
    "version": 1,
    "site": "",
    "sequence": 0,
    "commit": "0" * 40,
    "by": "",
    "built": "2001-01-01T00:00:00+00:00",
    "expires": "2001-01-01T00:00:00+00:00",
}


@pytest.mark.parametrize(("words", "live"), [(("prepare",), EMPTY), ((), "")])
def test_who_stands_at_a_console_prepares_a_store(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    live: str,
) -> None:
    """An administrator who came by SSH, too, can start the web server before any publication."""
    monkeypatch.setattr("sys.argv", ["phat-hanh.pyz", str(tmp_path / "srv"), *words])
    monkeypatch.delenv("SSH_ORIGINAL_COMMAND", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "x")
    with pytest.raises(SystemExit, match="0"):
        entered()
    assert json.loads(capsys.readouterr().out)["live"] == live
    shown = tmp_path / "srv" / "current"
    assert shown.exists() == (live == EMPTY)
    if live:
        assert (shown / "index.html").read_text("utf-8") == "Chưa có bản nào.\n"
        for name in ("chuyen-huong.map", "da-go.map"):
            assert (shown / ".may-chu" / name).read_text("utf-8") == "# Chưa có gì.\n"
        assert Store(tmp_path / "srv").scan() == {"live": EMPTY, "faults": []}
        said = json.loads((shown / MANIFEST).read_bytes())
        files = said.pop("files")
        assert said == EMPTY_SAYS
        assert files["index.html"] == {
            "sha256": hashlib.sha256("Chưa có bản nào.\n".encode()).hexdigest(),
            "size": 22,
            "type": "text/html",
        }
        with pytest.raises(SystemExit, match="0"):
            entered()
