"""A memory that went wrong is found out in the night, not by readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.tiny import COLUMN, NOW, article, tiny_site

from plugins.pelican_bridge.options import BuildOptions
from plugins.workshop.comparing import digests, run, told


def test_b08_what_was_built_on_is_held_against_a_clean_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The nightly comparison passes a sound output, and names a file that nobody would make."""
    site = tiny_site(tmp_path / "site", tmp_path / "cache")
    options = BuildOptions(
        content=site.content,
        output=site.output,
        cache=site.cache,
        settings=site.folder / "mauconf.py",
        workers=1,
        now=NOW,
    )
    site.build()
    site.write(f"{COLUMN}/2026-11-20-them.md", article("Thêm", "2026-11-20"))
    assert run(options) == 0
    assert "trùng từng byte" in capsys.readouterr().out
    wanted = digests(site.output)
    (site.output / "la.html").write_text("lạ", encoding="utf-8")
    (site.output / "index.html").write_text("cũ", encoding="utf-8")
    (site.output / "404.html").unlink()
    assert told(digests(site.output), wanted, site.cache) == 3
    assert "lỗi: 3 tệp khác với dựng sạch: 404.html, index.html, la.html" in capsys.readouterr().err
