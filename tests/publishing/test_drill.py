"""The live site is made again from a bare repository and what was put by, with no network."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from support.publishing import begin_repository
from support.servers import run
from support.tiny import BASE, NOW

from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.manifest import read_manifest
from plugins.publishing.publishing import Wish, publish
from plugins.publishing.receiver.store import Store
from plugins.publishing.supply.drill import prepare, restore, told
from plugins.workshop.running import CommandFailed

ROOT = Path(__file__).parents[2]
KEPT = (
    *("plugins", "theme", "tasks.py", "pelicanconf.py", "pyproject.toml", ".gitignore"),
    *("requirements.lock", "requirements-node.lock", "package.json", "package-lock.json"),
)
SETTINGS = """\
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *

SITENAME = "Cải cách hành chính tỉnh Mẫu"
SITEURL = "https://mau.example"
PROVINCE = "tinh-mau"
OWNER = "ubnd-tinh"
LICENCE_URL = "/trang/lien-he/"
REVIEW_COMPONENTS = False
THEME = {theme!r}
PUBLISH_TARGETS = {{"thu-muc": {{"kind": "folder", "root": {root!r}}}}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A whole repository with little content, what is live of it, and what was put by."""

    root: Path
    live: Path
    backup: Path

    def restore(self) -> int:
        """Make the live release again."""
        return restore(self.backup, Path("mauconf.py"), "")


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Publish a small province from a repository of its own, and put by what made it."""
    folder = tmp_path_factory.mktemp("dien-tap")
    root, live = folder / "kho", folder / "trang-that"
    root.mkdir()
    for name in KEPT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    shutil.copytree(BASE, root / "content")
    text = SETTINGS.format(root=str(live), theme=str(ROOT / "theme"))
    (root / "mauconf.py").write_text(text, encoding="utf-8")
    begin_repository(root)
    run("git", "add", "--all", cwd=root)
    run("git", "commit", "-q", "-m", "Đầu tiên", cwd=root)
    options = BuildOptions(
        content=root / "content",
        output=folder / "output",
        cache=folder / "cache",
        settings=root / "mauconf.py",
        workers=1,
        now=NOW,
    )
    assert publish(root, options, Wish()) == 0
    assert prepare(root, folder / "cat") == 0
    return Province(root=root, live=live, backup=folder / "cat")


def test_g02_the_live_release_is_made_again_to_the_byte_without_a_network(
    province: Province, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the machines are gone, the repository and the put-by packages are enough."""
    monkeypatch.chdir(province.root)
    assert province.restore() == 0
    assert "trùng từng byte" in capsys.readouterr().out


def test_p06_a_package_that_was_swapped_is_not_installed(
    province: Province, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever gets at the put-by packages cannot put code of their own into the site."""
    monkeypatch.chdir(province.root)
    swapped = replace(province, backup=tmp_path / "cat")
    shutil.copytree(province.backup, swapped.backup)
    wheel = next(swapped.backup.glob("wheels/invoke-*.whl"))
    wheel.write_bytes(wheel.read_bytes() + b"x")
    with pytest.raises(CommandFailed, match="HASH"):
        swapped.restore()


def test_g02_one_other_byte_is_named(
    province: Province, capsys: pytest.CaptureFixture[str]
) -> None:
    """A drill that only says «failed» helps nobody in the night when it counts."""
    store = Store(province.live)
    said = store.manifest(store.live)["manifest"]
    wanted = read_manifest(said)
    said["files"]["index.html"]["sha256"] = "0" * 64
    assert told(wanted, read_manifest(said), 1.0) == 1
    assert "khác bản đang chạy ở 1 tệp: index.html" in capsys.readouterr().err


def test_p06_the_source_is_packed_to_the_same_bytes_on_any_machine(
    province: Province, tmp_path: Path
) -> None:
    """Two people who pack one commit can compare digests."""
    run("git", "clone", "-q", str(province.backup / "kho.git"), str(tmp_path / "kho"), cwd=tmp_path)
    pack = ("git", "archive", "--format=tar.gz", "--prefix=trang/", "HEAD", "-o")
    for folder, name in ((province.root, "mot"), (tmp_path / "kho", "hai")):
        run(*pack, str(tmp_path / f"{name}.tar.gz"), cwd=folder)
    assert (tmp_path / "mot.tar.gz").read_bytes() == (tmp_path / "hai.tar.gz").read_bytes()
