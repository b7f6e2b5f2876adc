"""Fetching what the site and its tests need."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from plugins.workshop.setting_up import (
    STAMP,
    ask_for,
    install_debian_packages,
    install_npm_packages,
    missing_packages,
    npm_stamps,
)

ROOT = Path(__file__).parents[2]
EMPTY_LOCK = '{"name": "mau", "lockfileVersion": 3, "requires": true, "packages": {"": {}}}\n'


def empty_project(folder: Path) -> Path:
    """Write a project that needs no npm package, and give its stamp's place."""
    (folder / "package.json").write_text('{"name": "mau"}\n', encoding="utf-8")
    (folder / "package-lock.json").write_text(EMPTY_LOCK, encoding="utf-8")
    return folder / "node_modules" / STAMP


def test_packages_are_installed_once_and_again_after_a_change(tmp_path: Path) -> None:
    """A preview starts at once, and still never with another version's fonts."""
    stamp = empty_project(tmp_path)
    install_npm_packages(tmp_path, tests=False)
    first = stamp.stat().st_mtime_ns
    install_npm_packages(tmp_path, tests=False)
    assert stamp.stat().st_mtime_ns == first
    lock = tmp_path / "package-lock.json"
    lock.write_text(EMPTY_LOCK.replace("mau", "khac"), encoding="utf-8")
    install_npm_packages(tmp_path, tests=False)
    assert stamp.read_text(encoding="ascii") == npm_stamps(lock)[0]


def test_what_serves_the_tests_serves_the_site_too(tmp_path: Path) -> None:
    """After `inv verify` a preview installs nothing; after a preview the tests still do."""
    stamp = empty_project(tmp_path)
    install_npm_packages(tmp_path, tests=False)
    run_only, for_tests = npm_stamps(tmp_path / "package-lock.json")
    assert stamp.read_text(encoding="ascii") == run_only
    install_npm_packages(tmp_path, tests=True)
    assert stamp.read_text(encoding="ascii") == for_tests
    install_npm_packages(tmp_path, tests=False)
    assert stamp.read_text(encoding="ascii") == for_tests


def test_missing_debian_packages_are_named_with_the_command() -> None:
    """Whoever is not root copies one line."""
    assert ask_for(("chromium", "default-jre-headless")) == (
        "lỗi: máy thiếu chromium, default-jre-headless để chạy kiểm thử. Cài rồi chạy lại: "
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends "
        "chromium default-jre-headless"
    )


def test_without_apt_nothing_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another system the set-up stops with what to install, and changes nothing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Exit) as stopped:
        install_debian_packages(tmp_path)
    missing = missing_packages()
    assert {"chromium", "libimage-exiftool-perl", "rsync"} <= {*missing}
    assert stopped.value.message == ask_for(missing)


def test_every_program_that_the_tests_need_is_there() -> None:
    """The set-up did its work on this very machine."""
    assert [
        name for name in ("chromium", "java", "exiftool", "soffice") if not shutil.which(name)
    ] == []
    assert (ROOT / "node_modules" / STAMP).is_file()
