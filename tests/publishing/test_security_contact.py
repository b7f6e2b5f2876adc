"""Whoever finds a hole in the site knows whom to tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from publishing.conftest import Published

from plugins.publishing.commit import NotPublishable
from plugins.publishing.live import Site
from plugins.publishing.monitoring import Watch, look
from plugins.publishing.security_contact import SECURITY, is_expiring, write_contact

CONTACT = "mailto:an-toan@mau.example"
SETTINGS = {"SECURITY_CONTACT": CONTACT, "SITEURL": "https://mau.example"}


@pytest.mark.parametrize("built", ["2026-01-01T00:00+07:00", "2026-11-29T08:00+07:00"])
def test_s05_it_expires_within_a_year_and_changes_once_a_month(tmp_path: Path, built: str) -> None:
    """A file that changes with each build would be sent each time."""
    minute = datetime.fromisoformat(built)
    write_contact(tmp_path, SETTINGS, minute)
    text = (tmp_path / SECURITY).read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    left = datetime.fromisoformat(fields.pop("Expires")) - minute
    assert timedelta(days=300) < left <= timedelta(days=365)
    assert fields == {
        "Contact": CONTACT,
        "Preferred-Languages": "vi, en",
        "Canonical": "https://mau.example/.well-known/security.txt",
    }
    write_contact(tmp_path, SETTINGS, minute.replace(day=28))
    assert (tmp_path / SECURITY).read_text(encoding="utf-8") == text


def test_s05_a_contact_that_nobody_can_use_is_refused(tmp_path: Path) -> None:
    """RFC 9116 wants an address with its scheme."""
    settings = {**SETTINGS, "SECURITY_CONTACT": "an-toan@mau.example"}
    with pytest.raises(NotPublishable, match="RFC 9116 cần một địa chỉ mailto:, https:, tel:"):
        write_contact(tmp_path, settings, datetime.now(UTC))


def test_s05_it_is_renewed_in_time() -> None:
    """The monitor alarms a month before nobody believes it any more."""
    text = b"Expires: 2026-12-01T00:00:00Z\n"
    assert not is_expiring(text, datetime(2026, 10, 31, tzinfo=UTC))
    assert is_expiring(text, datetime(2026, 11, 2, tzinfo=UTC))
    assert is_expiring(b"Contact: x", datetime(2026, 11, 2, tzinfo=UTC))


def test_s05_it_is_published_when_the_settings_name_a_contact(
    on_both: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A province that has named nobody yet is told so at each publication."""
    on_both.edit()
    assert on_both.publish() == 0
    assert "cảnh báo: chưa có SECURITY_CONTACT" in capsys.readouterr().err
    assert on_both.ask(f"/{SECURITY}").status == 404
    plain = on_both.settings.read_text(encoding="utf-8")
    on_both.settings.write_text(f"{plain}SECURITY_CONTACT = {CONTACT!r}\n", encoding="utf-8")
    on_both.commit("Nơi báo lỗ hổng")
    assert on_both.publish() == 0
    on_both.settings.write_text(plain, encoding="utf-8")
    on_both.commit("Bỏ nơi báo")
    answer = on_both.ask(f"/{SECURITY}")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert CONTACT in answer.body.decode()
    watch = Watch(signers=None, memory=tmp_path / "nho", pages=1, report=None, alarm="")
    site = Site(url=on_both.url, ca=str(on_both.server.folder / "ca.pem"))
    late = on_both.now.astimezone(UTC) + timedelta(days=320)
    assert any("security.txt" in alarm for alarm in look(site, watch, late))
