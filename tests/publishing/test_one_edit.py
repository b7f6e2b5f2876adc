"""What an edit of one article costs on the wire."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from publishing.conftest import committed
from support.counting import Sent
from support.tiny import COLUMN, article

from plugins.publishing.receiver.release import MANIFEST, SIGNATURE, manifest_of
from plugins.vietnamese.numbers import thousands


@pytest.mark.ordeal
def test_d10_one_edit_sends_what_changed_and_little_more(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """Who publishes over a slow line waits for one article, not for the site."""
    count = rounds(5, 1000)
    with committed(tmp_path / "site") as site:
        for number in range(count):
            name = f"{COLUMN}/2026-{1 + number % 11:02}-{1 + number % 28:02}-bai-{number}.md"
            site.site.write(name, article(f"Bài {number}", name[len(COLUMN) + 1 :][:10]))
        site.edit()
        assert site.publish() == 0
        before = manifest_of(site.server.store.root / "current")["files"]
        sent = Sent(tmp_path, monkeypatch)
        site.minutes += 1
        site.edit()
        assert site.publish() == 0
        live = site.server.store.root / "current"
        after = manifest_of(live)["files"]
        changed = [one for name, one in after.items() if before.get(name) != one]
        own = sum((live / name).stat().st_size for name in (MANIFEST, SIGNATURE))
        whole, literal = sum(one["size"] for one in changed) + own, sent.literal()
    assert 0 < literal <= whole * 1.01
    figure(
        f"sửa một trong {thousands(count)} bài: đổi {thousands(len(changed))} tệp, "
        f"{thousands(whole)} byte; rsync gửi {thousands(literal)} byte"
    )
