"""What a server answers, as people read it."""

from __future__ import annotations

from datetime import UTC, datetime

from plugins.publishing.listing import Entry, Listing
from plugins.publishing.live import Difference
from plugins.publishing.manifest import Change, Manifest
from plugins.publishing.receiver.words import Answer
from plugins.publishing.saying import changes_said, differences_said, releases_said

ONE, TWO = "00000001-20261124T0000-000000000001", "00000002-20261124T0100-000000000002"


def test_g01_the_log_is_told_in_vietnams_time() -> None:
    """The server notes UTC; whoever asks who published at eight in the morning means here."""
    status: Answer = {
        "live": TWO,
        "releases": [ONE, TWO],
        "maintenance": False,
        "log": [{"at": "2026-11-24T01:05:09Z", "did": "activate", "release": TWO, "by": "Người"}],
    }
    lines = releases_said(status).splitlines()
    assert lines[1] == f"→ {TWO}  dựng lúc 24/11/2026 08:00"
    assert lines[2] == f"  {ONE}  dựng lúc 24/11/2026 07:00"
    assert lines[-1] == f"  24/11/2026 08:05  đưa lên {TWO}, do Người"


def test_an_editor_sees_the_article_before_what_is_made_of_it() -> None:
    """Of two dozen addresses that an edit changes, one is what the editor looks for."""
    names = [f"a{number}.atom.xml" for number in range(30)]
    changed = (*names, "index.html", "tin-bai/2026/11/24/bai/index.html", "tin-bai/2026/index.html")
    fresh = Listing.of(dict.fromkeys(changed, Entry("0" * 64, 1, "text/html")))
    change = Change(fresh=fresh, added=(), changed=changed, removed=())
    now = datetime(2026, 11, 24, tzinfo=UTC)
    known = Manifest(
        site="", sequence=1, commit="0" * 40, by="", built=now, expires=now, files=Listing(())
    )
    shown = [line.strip() for line in changes_said(change, known, known).splitlines()]
    assert shown[2:5] == ["/tin-bai/2026/11/24/bai/", "/tin-bai/2026/", "/"]


def test_a_server_that_does_not_answer_is_told_in_one_line() -> None:
    """Thousands of names of files do not say that nginx did not start."""
    lost = [Difference(path=f"{number}.html", said="không tải được: x") for number in range(3642)]
    lines = differences_said(lost, "https://mau.example").splitlines()
    assert lines[0] == "lỗi: 3.642 tệp ở https://mau.example không như đã phát hành:"
    assert (len(lines), lines[-1][:28]) == (7, "Máy chủ web không trả lời – ")
    other = Difference(path="index.html", said="nội dung khác bản phát hành")
    assert len(differences_said([*lost, other], "https://mau.example").splitlines()) == 6
