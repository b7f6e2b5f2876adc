"""What is live on the server is the old release or the new one, whatever happens to whom."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.stores import FIRST, SECOND, arrive, name_of, released, shown

from plugins.publishing.receiver import files, keeping
from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.release import MANIFEST, SIGNATURE
from plugins.publishing.receiver.store import Store

ONE, TWO, THREE = name_of(1), name_of(2), name_of(3)


def test_a_release_is_shown_whole(store: Store) -> None:
    """Nothing of the old release is left, and nothing of the new one is missing."""
    released(store, TWO, SECOND)
    assert shown(store.root) == SECOND
    assert store.live == TWO


def test_d07_an_older_release_is_refused(store: Store) -> None:
    """A slow build of yesterday's commit does not undo today's."""
    released(store, THREE, SECOND)
    with pytest.raises(Refused, match="cũ hơn bản đang chạy"):
        store.activate(TWO)
    with pytest.raises(Refused, match="cũ hơn bản đang chạy"):
        store.activate(ONE)


def test_d08_going_back_and_forth(store: Store) -> None:
    """To go back is to choose another folder; going back again undoes it."""
    released(store, TWO, SECOND)
    assert store.rollback()["live"] == ONE
    assert shown(store.root) == FIRST
    assert store.rollback()["live"] == TWO
    assert store.rollback(ONE)["live"] == ONE


def test_d08_what_was_gone_back_from_does_not_return_by_itself(store: Store) -> None:
    """The nightly build of the same commit would bring the mistake back."""
    released(store, TWO, SECOND)
    store.rollback()
    store.maintain(wish=True)
    store.maintain(wish=False)
    with pytest.raises(Refused, match="đã bị lùi"):
        store.activate(name_of(2, minute=30))
    released(store, THREE, SECOND)
    assert store.live == THREE


def test_d08_a_release_that_was_touched_is_not_gone_back_to(store: Store) -> None:
    """A defaced release is no refuge."""
    released(store, TWO, SECOND)
    (store.releases / ONE / "index.html").write_text("bị sửa", encoding="utf-8")
    for name in ("", ONE):
        with pytest.raises(Refused, match=rf"{ONE}.*index\.html \(khác\).*inv releases"):
            store.rollback(name)
    assert store.live == TWO


def test_a_folder_that_became_a_link_is_no_folder(store: Store) -> None:
    """Behind a link lies what somebody else may change, though today it looks the same."""
    elsewhere = (store.releases / ONE / "tin").rename(store.root.parent / "elsewhere")
    (store.releases / ONE / "tin").symlink_to(elsewhere)
    assert store.scan()["faults"] == ["tin (thừa)", "tin/index.html (thiếu)"]


def test_d09_no_two_releases_share_a_file(store: Store) -> None:
    """What is written into the live release changes no older one."""
    released(store, TWO, {**FIRST, "index.html": "hai"})
    files = [path for path in store.root.rglob("*") if path.is_file()]
    assert {path.stat().st_nlink for path in files} == {1}


def test_d11_the_time_of_a_file_follows_its_bytes(store: Store) -> None:
    """Nginx tells readers by size and time that a page is another: neither may stand still."""
    before = store.releases / ONE
    released(store, TWO, {**FIRST, "index.html": "hại"})
    after = store.releases / TWO
    times = [(place / "index.html").stat().st_mtime_ns for place in (before, after)]
    assert times[0] != times[1]
    assert len({(place / "tin/index.html").stat().st_mtime_ns for place in (before, after)}) == 1


def test_d16_everybody_may_read_what_arrived_under_a_careful_umask(store: Store) -> None:
    """The web server is another user; folders that hold nothing are no part of a release."""
    before = os.umask(0o077)
    try:
        (store.incoming / TWO / "rong/trong").mkdir(parents=True)
        released(store, TWO, {**FIRST, "tin/moi/index.html": "mới"})
    finally:
        os.umask(before)
    found = {path: path.stat().st_mode & 0o777 for path in (store.releases / TWO).rglob("*")}
    assert {mode for path, mode in found.items() if path.is_file()} == {0o644}
    assert {mode for path, mode in found.items() if path.is_dir()} == {0o755}
    assert not (store.releases / TWO / "rong").exists()


def test_the_next_release_finds_a_copy_of_the_live_one_and_nothing_else(store: Store) -> None:
    """What a killed publication left in the yard is gone, and the next one need not copy."""
    released(store, TWO, SECOND)
    files.remove(store.root / "spare" / TWO)
    for place in ("spare", "building"):
        (store.root / place / THREE).mkdir()
    store.tidy()
    (spare,) = (store.root / "spare").iterdir()
    assert spare.name == TWO
    assert (spare / "index.html").read_text(encoding="utf-8") == SECOND["index.html"]
    assert [*(store.root / "building").iterdir(), *(store.root / "trash").iterdir()] == []
    kept = spare.stat().st_ino
    store.tidy()
    assert spare.stat().st_ino == kept


def test_d10_what_is_live_is_not_made_live_again(store: Store) -> None:
    """Publishing the same commit twice changes nothing, and is not noted as a deed."""
    assert store.activate(ONE) == {"live": ONE, "before": ONE, "changed": False}
    assert len(store.status()["log"]) == 1


def test_a_copy_that_fails_says_what_cp_said(tmp_path: Path) -> None:
    """Half a copy is not taken for a release."""
    with pytest.raises(Refused, match=r"không chép được bản đang chạy: .*khong-co"):
        files.copy(tmp_path / "khong-co", tmp_path / "moi")
    assert [*tmp_path.iterdir()] == []


def test_d13_ten_releases_are_kept_and_never_the_live_one_removed(store: Store) -> None:
    """Old releases go; the one to fall back on stays, however old."""
    for number in range(2, 20):
        released(store, name_of(number), {**FIRST, "index.html": str(number)})
    store.rollback(name_of(10))
    released(store, name_of(30), SECOND)
    assert name_of(10) in store.names()
    assert len(store.names()) == keeping.RELEASES + 1
    released(store, name_of(31), SECOND)
    released(store, name_of(32), SECOND)
    assert store.live in store.names()
    assert name_of(31) in store.names()
    assert len(store.names()) == keeping.RELEASES


def test_d02_an_open_page_still_finds_its_stylesheet(store: Store) -> None:
    """A reader who opened a page before nine publications has not lost its looks."""
    for number in range(2, 12):
        released(store, name_of(number), {"index.html": "x", f"tai-nguyen/site.{number}.css": "b"})
    assert (store.root / "kept/tai-nguyen/site.1111.css").read_text(encoding="utf-8") == "a{}"


def test_d02_a_month_after_its_last_release_a_hashed_file_goes(store: Store) -> None:
    """What nobody can still have open takes no room."""
    picture = "anh/2026/11/bai.1234.jpg"
    released(store, TWO, {**FIRST, picture: "ảnh"})
    kept = store.root / "kept"
    for path, days in ((picture, 31), ("tai-nguyen/site.1111.css", 29)):
        long_ago = time.time() - days * 24 * 3600
        os.utime(kept / path, (long_ago, long_ago))
    released(store, THREE, SECOND)
    assert not (kept / picture).exists()
    assert (kept / "tai-nguyen/site.1111.css").is_file()


@pytest.mark.parametrize("fault", ["changed", "missing", "extra link", "no manifest"])
def test_a_release_that_is_not_as_it_says_never_goes_live(store: Store, fault: str) -> None:
    """What was cut, bent or slipped in on the way is noticed before anybody sees it."""
    place = arrive(store, TWO, SECOND)
    if fault == "changed":
        (place / "index.html").write_text("hại", encoding="utf-8")
    elif fault == "missing":
        (place / "tin/index.html").unlink()
    elif fault == "extra link":
        (place / "index.html").unlink()
        (place / "index.html").symlink_to("/etc/passwd")
    else:
        (place / MANIFEST).unlink()
    with pytest.raises(Refused):
        store.activate(TWO)
    assert shown(store.root) == FIRST


def test_what_the_manifest_does_not_name_is_left_behind(store: Store) -> None:
    """A half-sent temporary file and a planted one are no part of the site."""
    place = arrive(store, TWO, SECOND)
    (place / "cua-hau.php").write_text("x", encoding="utf-8")
    (place / "trong").mkdir()
    store.activate(TWO)
    assert shown(store.root) == SECOND
    assert not (store.root / "current/trong").exists()


def test_s06_an_unsigned_release_is_refused_where_signers_are_named(
    store: Store, tmp_path: Path
) -> None:
    """Whoever has the deploy key alone cannot publish."""
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    (store.root / "signers").write_text(f"phat-hanh {public}", encoding="utf-8")
    place = arrive(store, TWO, SECOND)
    with pytest.raises(Refused, match="chữ ký"):
        store.activate(TWO)
    sign = [
        "ssh-keygen",
        "-Y",
        "sign",
        "-q",
        "-f",
        str(key),
        "-n",
        "phat-hanh",
        str(place / MANIFEST),
    ]
    subprocess.run(sign, check=True)
    assert (place / SIGNATURE).is_file()
    signed = (place / MANIFEST).read_bytes()
    (place / MANIFEST).write_bytes(signed.replace(b'"sequence": 2', b'"sequence": 9'))
    with pytest.raises(Refused, match="chữ ký"):
        store.activate(TWO)
    (place / MANIFEST).write_bytes(signed)
    store.activate(TWO)
    assert shown(store.root) == SECOND


def test_g01_everything_that_was_done_is_noted(store: Store) -> None:
    """Who published which commit, and who went back, can be told a year later."""
    began = datetime.now(tz=UTC).replace(microsecond=0)
    released(store, TWO, SECOND)
    store.rollback()
    text = (store.root / "log.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert began <= datetime.fromisoformat(lines[-1]["at"]) <= datetime.now(tz=UTC)
    assert '"Người thử"' in text
    assert [(line["did"], line["release"]) for line in lines] == [
        ("activate", ONE),
        ("activate", TWO),
        ("rollback", ONE),
    ]
    assert lines[1]["by"] == "Người thử"
    assert len(lines[1]["manifest"]) == 64


def test_a_line_of_the_log_that_was_cut_short_stays_a_line_of_its_own(store: Store) -> None:
    """A power cut costs the line that was being written, not the next one."""
    log = store.root / "log.jsonl"
    cut = log.read_bytes() + b'{"did": "act'
    log.write_bytes(cut)
    released(store, TWO, SECOND)
    whole = log.read_bytes()
    assert whole.startswith(cut + b"\n{")
    assert whole.count(b"\n") == 3
    assert [line["release"] for line in store.status()["log"]] == [ONE, TWO]


def test_a_live_release_that_was_touched_is_not_built_upon(store: Store) -> None:
    """A planted page would live on in every release after it; an extra file is left behind."""
    files.remove(store.root / "spare" / ONE)
    (store.releases / ONE / "ca-cuoc.html").write_text("x", encoding="utf-8")
    released(store, TWO, {**FIRST, "index.html": "hai"})
    assert "ca-cuoc.html" not in shown(store.root)
    files.remove(store.root / "spare" / TWO)
    (store.releases / TWO / "tin/index.html").write_text("x", encoding="utf-8")
    arrive(store, THREE, FIRST)
    with pytest.raises(Refused, match=r"tin/index\.html \(khác\)"):
        store.activate(THREE, TWO)


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "a//b", "./x"])
def test_a_manifest_names_nothing_outside_its_release(store: Store, name: str) -> None:
    """Even whoever may sign writes nowhere else."""
    place = arrive(store, TWO, SECOND)
    said = (place / MANIFEST).read_text(encoding="utf-8")
    (place / MANIFEST).write_text(said.replace("tin/index.html", name), encoding="utf-8")
    with pytest.raises(Refused, match="đường dẫn lạ"):
        store.activate(TWO)
    assert shown(store.root) == FIRST


def test_a_switch_leaves_the_end_of_another_program_to_whoever_started_it(tmp_path: Path) -> None:
    """A failure that somebody else has waited for would look like a success."""
    other = subprocess.Popen([sys.executable, "-c", "raise SystemExit(7)"])
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    files.apart(tmp_path.rmdir)
    assert other.wait() == 7
