"""`inv restore-drill`: the live release made again out of a backup, without a network (diễn tập).

    folder/  kho.git  wheels/  npm/

It runs what the README says, with pip and npm told to ask nobody but the backup.
"""

from __future__ import annotations

import runpy
import shutil
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from plugins.publishing.commit import NotPublishable
from plugins.publishing.manifest import Manifest, change_between, read_manifest
from plugins.publishing.reaching import receiving
from plugins.publishing.receiver.release import MANIFEST
from plugins.publishing.receiver.store import Store
from plugins.publishing.supply.parts import NPM_LOCK, PYTHON_LOCK
from plugins.publishing.targets import read_target
from plugins.vietnamese.numbers import decimal, thousands
from plugins.workshop.node import LOCK as NODE_LOCK
from plugins.workshop.node import find_node
from plugins.workshop.running import run

NOWHERE: Final = "http://127.0.0.1:9"
SHOWN: Final = 5
SETTINGS: Final = """\
import runpy

globals().update(runpy.run_path({settings!r}))
THEME = {theme!r}
PUBLISH_TWO_PERSONS = False
PUBLISH_TARGETS = {{"dien-tap": {{"kind": "folder", "root": {store!r}}}}}
"""


def prepare(root: Path, folder: Path) -> int:
    """Fill a folder with all that the site is made again with: repository, wheels, npm's cache."""
    fresh = folder.with_name(f".{folder.name}.moi")
    shutil.rmtree(fresh, ignore_errors=True)
    run("git", "clone", "--quiet", "--bare", str(root), str(fresh / "kho.git"), cwd=root)
    locks = (PYTHON_LOCK,) if shutil.which("npm") else (PYTHON_LOCK, NODE_LOCK)
    for lock in locks:
        run(
            sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes",
            "--dest", str(fresh / "wheels"), "--requirement", lock, cwd=root,
        )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="npm-") as place:
        for name in ("package.json", NPM_LOCK):
            shutil.copy(root / name, place)
        node = find_node(root)
        flags = ("--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund")
        env = node.surroundings | {"npm_config_cache": str((fresh / "npm").resolve())}
        run(*node.npm, "ci", *flags, cwd=Path(place), env=env)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    print(f"Đã chuẩn bị {folder}: kho Git, gói Python, gói npm. Chép ra nơi khác máy này.")
    return 0


def restore(folder: Path, settings: Path, target: str) -> int:
    """Make the live release again out of a prepared folder; 1 when one byte is another."""
    began = time.monotonic()
    try:
        wanted = _live(settings, target)
        with tempfile.TemporaryDirectory(prefix="dien-tap-") as place:
            found = _made_again(folder.resolve(), Path(place).resolve(), settings, wanted)
    except NotPublishable as fault:
        print(f"lỗi: {fault}", file=sys.stderr)
        return 1
    return told(wanted, found, time.monotonic() - began)


def told(wanted: Manifest, found: Manifest, seconds: float) -> int:
    """Say whether what was made again is what is live; 1 when it is not."""
    if found.as_json() == wanted.as_json():
        files, took = thousands(len(wanted.files)), decimal(seconds, 1)
        print(
            f"Dựng lại được bản {wanted.name} từ kho trần, không cần mạng: {files} tệp và bản kê "
            f"trùng từng byte, {took} giây."
        )
        return 0
    change = change_between(wanted, found)
    other = (*change.changed, *change.added, *change.removed) or (MANIFEST,)
    print(
        f"lỗi: bản dựng lại khác bản đang chạy ở {len(other)} tệp: {', '.join(other[:SHOWN])} – "
        "kho và tệp khóa chưa đủ để làm lại trang – so từng tệp ấy với bản đang chạy",
        file=sys.stderr,
    )
    return 1


def _live(settings: Path, name: str) -> Manifest:
    target = read_target(runpy.run_path(str(settings)), name)
    with closing(receiving(target)) as other:
        live = other.ask("status")["live"]
        if not live:
            raise NotPublishable(f"đích «{target.name}» chưa có bản nào – chạy inv publish trước")
        return read_manifest(other.ask("manifest", live)["manifest"])


def _made_again(folder: Path, place: Path, settings: Path, wanted: Manifest) -> Manifest:
    """Clone, install and publish into a store in `place`, for the minute of the wanted release."""
    tree, store = place / "trang", place / "trang-that"
    run("git", "clone", "--quiet", str(folder / "kho.git"), str(tree), cwd=place)
    run("git", "checkout", "--quiet", "--detach", wanted.commit, cwd=tree)
    env = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(folder / "wheels"),
        "npm_config_offline": "true",
        "npm_config_cache": str(folder / "npm"),
        "https_proxy": NOWHERE,
        "SOURCE_DATE_EPOCH": str(int(wanted.built.timestamp())),
    }
    run(sys.executable, "-m", "venv", "--without-pip", ".venv", cwd=tree)
    pip = (sys.executable, "-m", "pip", "--python", ".venv", "install", "--no-compile")
    run(*pip, "--quiet", "--require-hashes", "-r", PYTHON_LOCK, cwd=tree, env=env)
    own = tree / ".cache" / "dien-tap.py"
    own.parent.mkdir()
    text = SETTINGS.format(
        settings=str(tree / settings), theme=str(tree / "theme"), store=str(store)
    )
    own.write_text(text, encoding="utf-8")
    run(".venv/bin/inv", "publish", "--settings", str(own), cwd=tree, env=env)
    made = Store(store).manifest(Store(store).live)
    return read_manifest(made["manifest"])
