"""`inv judge`: Pelican's own tests, against what of ours stands in for Pelican's.

The tests are in Pelican's source distribution. It comes from PyPI, in the version and with the
hash that our lock file pins, and lies in the cache. `docs/pelican.md` says which tests apply.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tarfile
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from plugins.workshop.running import OUR_FAULT, Ended, run, stream

LOCK = "requirements-dev.lock"
ADAPTERS = Path("tests", "pelican_bridge")
ADDED = ADAPTERS / "judge.txt"  # what Pelican's tests want beside our own packages
FOLDER = "doi-chieu"
PYTEST = ("-q", "-p", "no:cacheprovider", "-p", "no:warnings", "-p", "stand_ins")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """What of ours is judged (bên được đối chiếu), by which modules of Pelican's tests.

    `differs` are the tests whose rule we break on purpose, and why: each is expected to fail.
    """

    judged: str
    modules: tuple[str, ...] = ()
    differs: dict[str, str] = field(default_factory=dict)


PLAIN = "our addresses have one rule and no table of exceptions"
LATIN = "our addresses leave out what is not Latin; an editor names such a file by hand"
STAND_INS = {
    "registered": StandIn(judged="mọi plugin của ta, chỉ có mặt"),
    "writer": StandIn(
        judged="bộ ghi",
        modules=("test_pelican.py", "test_theme.py", "test_generators.py", "test_cli.py"),
    ),
    "generator": StandIn(judged="bộ dựng trang", modules=("test_generators.py",)),
    "markdown": StandIn(
        judged="bộ đọc Markdown",
        modules=("test_readers.py", "test_contents.py", "test_generators.py", "test_pelican.py"),
        differs={
            "test_article_with_footnote": "our notes have marks and words of their own",
            "test_article_with_markdown_markup_extension": "a site chooses no extensions here",
        },
    ),
    "slugs": StandIn(
        judged="tên trong địa chỉ",
        modules=("test_utils.py", "test_urlwrappers.py", "test_contents.py"),
        differs={
            "test_slugify": LATIN,
            "test_slugify_use_unicode": LATIN,
            "test_equality": LATIN,
            "test_slug": LATIN,
            "test_slugify_substitute": PLAIN,
            "test_slugify_substitute_and_keeping_non_alphanum": PLAIN,
            "test_author_slug_substitutions": PLAIN,
            "test_slugify_with_substitutions_and_dots": PLAIN,
            "test_slugify_category_author": PLAIN,
            "test_slugify_category_with_dots": PLAIN,
            "test_slugify_with_author_substitutions": PLAIN,
        },
    ),
}


def judge(root: Path, cache: Path, chosen: Collection[str] = tuple(STAND_INS)) -> int:
    """Run Pelican's tests once for each stand-in; the exit code is 0 only when all are well."""
    folder = (cache / FOLDER).resolve()
    archive = fetch(root, folder)
    added = fetch_packages(root / ADDED, folder)
    ended = {}
    with tempfile.TemporaryDirectory(prefix="pelican-") as place:
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="data")
        (source,) = Path(place).iterdir()
        for name in chosen:
            print(f"\n== {STAND_INS[name].judged}")
            ended[name] = _judge(name, source, root=root, added=added)
    for name, end in ended.items():
        print(f"{name:<12}{'HỎNG' if end.code else 'đạt '}  {end.last_line}")
    return OUR_FAULT if any(end.code for end in ended.values()) else 0


def fetch(root: Path, folder: Path) -> Path:
    """Give Pelican's source distribution as pinned, from the cache or from PyPI."""
    pinned = pin((root / LOCK).read_text(encoding="utf-8"))
    hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", pinned)
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"pelican-{pinned.partition('==')[2].split()[0]}.tar.gz"
    if not archive.is_file() or _digest(archive) not in hashes:
        wanted = folder / "pelican.txt"
        wanted.write_text(pinned, encoding="utf-8")
        options = ("--no-deps", "--no-binary", "pelican", "--require-hashes")
        _pip("download", *options, "-r", str(wanted), "-d", str(folder), root=root)
    return archive


def fetch_packages(pinned: Path, folder: Path) -> Path:
    """Give a folder of packages that only tests import, from the cache or from PyPI."""
    packages = folder / _digest(pinned)
    if not packages.is_dir():
        options = ("--no-deps", "--require-hashes", "--no-compile", "--target")
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as place:
            fresh = Path(place, "packages")
            _pip("install", *options, str(fresh), "-r", str(pinned), root=folder)
            fresh.replace(packages)
    return packages


def pin(lock: str) -> str:
    """Give Pelican's lines of a lock file: its version and its hashes."""
    found = re.search(r"^pelican==(?:.*\\\n)*.*\n", lock, re.MULTILINE)
    assert found  # noqa: S101 - pip-compile writes it so
    return found[0]


def _judge(name: str, source: Path, *, root: Path, added: Path) -> Ended:
    tests = Path("pelican", "tests")
    modules = [str(tests / module) for module in STAND_INS[name].modules] or [str(tests)]
    paths = (source, root, root / ADAPTERS.parent, root / ADAPTERS, added)
    return stream(
        *(sys.executable, "-m", "pytest", "-c", str(source / "pyproject.toml")),
        *(*PYTEST, *modules),
        cwd=source,
        env={"PYTHONPATH": os.pathsep.join(map(str, paths)), "JUDGED": name},
    )


def _pip(*words: str, root: Path) -> None:
    run(sys.executable, "-m", "pip", *words, "--disable-pip-version-check", "-q", cwd=root)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
