"""Whom to tell of a hole in the site: `/.well-known/security.txt` (RFC 9116)."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from plugins.publishing.commit import NotPublishable

SECURITY: Final = ".well-known/security.txt"
SETTING: Final = "SECURITY_CONTACT"
SCHEMES: Final = ("mailto:", "https:", "tel:")
MONTHS: Final = 11
"""It expires on the first of a month, so that it changes once a month, and within a year."""
RENEWED_BEFORE: Final = timedelta(days=30)
EXPIRES: Final = re.compile(r"^Expires: (\S+)$", re.MULTILINE)


def write_contact(folder: Path, settings: Mapping[str, object], built: datetime) -> None:
    """Write the file into a folder; without a contact there is none, and that is said."""
    place, contact = folder / SECURITY, str(settings.get(SETTING) or "")
    if not contact:
        place.unlink(missing_ok=True)
        fact = f"cảnh báo: chưa có {SETTING} – người thấy lỗ hổng không biết báo cho ai"
        print(f"{fact} – ghi vào publishconf.py, như docs/phat-hanh.md", file=sys.stderr)
        return
    if not contact.startswith(SCHEMES) or re.search(r"\s", contact):
        raise NotPublishable(
            f"{SETTING} là «{contact}» – RFC 9116 cần một địa chỉ {', '.join(SCHEMES)} – "
            "ghi như mailto:an-toan@tinh.gov.vn"
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(_text(contact, str(settings["SITEURL"]), built), encoding="utf-8")


def _text(contact: str, site: str, built: datetime) -> str:
    month = built.year * 12 + built.month - 1 + MONTHS
    lines = (
        f"Contact: {contact}",
        f"Expires: {month // 12}-{month % 12 + 1:02}-01T00:00:00Z",
        "Preferred-Languages: vi, en",
        f"Canonical: {site}/{SECURITY}",
    )
    return "\n".join((*lines, ""))


def is_expiring(text: bytes, now: datetime) -> bool:
    """Say whether a live file is to be renewed, or cannot be read."""
    said = EXPIRES.search(text.decode("utf-8", "replace"))
    try:
        expires = datetime.fromisoformat(said[1]) if said else now
    except ValueError:
        return True
    return expires.astimezone(UTC) < now + RENEWED_BEFORE
