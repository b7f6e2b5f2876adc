"""The same content gives the same bytes, whoever builds it, where and when."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.workshop.running import run

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent
DEBIANS = Path("/usr/bin") / f"python3.{sys.version_info.minor}"
"""Debian's own Python is older than what developers have; it may lack mends of the last one."""
MINUTE = "2026-11-24T08:00"
EPOCH = "1795482000"  # the same minute, in seconds

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """Somebody who builds: what differs from one to the next."""

    seed: str
    zone: str
    language: str
    umask: str
    workers: int
    year: int
    python: str = sys.executable


HERE = Builder(
    seed="1", zone="Asia/Ho_Chi_Minh", language="C.UTF-8", umask="022", workers=1, year=2026
)
ELSEWHERE = Builder(
    seed="4711",
    zone="America/St_Johns",
    language="C",
    umask="077",
    workers=3,
    year=2031,
    python=str(DEBIANS) if DEBIANS.exists() else sys.executable,
)


def built(builder: Builder, folder: Path, content: Path, cache: Path) -> Path:
    """Build as somebody would, standing in a folder that is also their home."""
    folder.mkdir()
    output = folder / "output"
    options = f"--content {content} --output {output} --cache {cache} --workers {builder.workers}"
    command = f"{builder.python} -m invoke -r {ROOT} build {options} --date {MINUTE}"
    clock = f"faketime '{builder.year}-06-07 08:09:10'"
    run(
        "sh",
        "-c",
        f"umask {builder.umask}; exec {clock} {command} --settings {ROOT / 'pelicanconf.py'}",
        cwd=folder,
        env={
            "PYTHONHASHSEED": builder.seed,
            "TZ": builder.zone,
            "LC_ALL": builder.language,
            "HOME": str(folder),
            "PYTHONPATH": sysconfig.get_path("purelib"),
        },
    )
    return output


def compressed(builder: Builder, folder: Path, output: Path) -> Path:
    """Compress some files of an output as somebody would."""
    folder.mkdir()
    script = (
        "import hashlib, sys; from pathlib import Path;"
        "from plugins.publishing.compressing import FORMS, compressed, is_compressible\n"
        "output, cache = Path(sys.argv[1]), Path(sys.argv[2])\n"
        "files = sorted(file for file in output.rglob('*') if file.is_file())\n"
        "for file in [f for f in files if is_compressible(f.name, f.stat().st_size)][::30]:\n"
        "    digest = hashlib.sha256(file.read_bytes()).hexdigest()\n"
        "    for form in FORMS: compressed(file.name, file, digest, form, cache)"
    )
    run(
        "sh",
        "-c",
        f"umask {builder.umask}; exec faketime '{builder.year}-06-07 08:09:10' "
        f'{sys.executable} -c "$0" {output} {folder}',
        script,
        cwd=ROOT,
        env={"PYTHONHASHSEED": builder.seed, "TZ": builder.zone, "HOME": str(folder)},
    )
    return folder


def copied_backwards(source: Path, target: Path) -> Path:
    """Copy a tree so that the disk lists it in another order, with other times."""
    for file in sorted(source.rglob("*"), reverse=True):
        place = target / file.relative_to(source)
        if file.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    return target


def tree(output: Path) -> dict[str, tuple[int, bytes]]:
    """Read a whole output: the mode and the bytes of every file."""
    return {
        file.relative_to(output).as_posix(): (file.stat().st_mode & 0o777, file.read_bytes())
        for file in output.rglob("*")
        if file.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    """Name the files that are not the same in two outputs."""
    mine, theirs = tree(one), tree(other)
    assert mine
    return sorted(name for name in mine | theirs if mine.get(name) != theirs.get(name))


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build once, here and with an empty cache."""
    folder = tmp_path_factory.mktemp("doi-chieu")
    return built(HERE, folder / "mot", ROOT / "content", folder / "cache")


def test_another_machine_in_another_year_builds_the_same_bytes(
    reference: Path, tmp_path: Path
) -> None:
    """Whoever doubts what is served can build it and compare."""
    content = copied_backwards(ROOT / "content", tmp_path / "ban-sao")
    other = built(ELSEWHERE, tmp_path / "hai", content, tmp_path / "cache")
    assert differing(reference, other) == []


def test_compressed_forms_are_the_same_bytes(reference: Path, tmp_path: Path) -> None:
    """A manifest lists them too; a time within would give each machine a manifest of its own."""
    here, there = (
        {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (
            compressed(HERE, tmp_path / "day", reference),
            compressed(ELSEWHERE, tmp_path / "kia", reference),
        )
    )
    assert len(here) > 100
    assert here == there


def test_a_warm_cache_changes_no_byte(reference: Path, tmp_path: Path) -> None:
    """What the cache saves is time, never a change."""
    cache = reference.parent.parent / "cache"
    assert differing(reference, built(ELSEWHERE, tmp_path / "ba", ROOT / "content", cache)) == []


def test_pelicans_own_command_builds_the_same_bytes(reference: Path, tmp_path: Path) -> None:
    """Whoever knows Pelican needs to learn no other command."""
    run(
        str(PROGRAMS / "pelican"),
        "content",
        *("-s", "pelicanconf.py", "-o", str(tmp_path / "output")),
        *("-e", f'CACHE_PATH="{tmp_path / "cache"}"'),
        cwd=ROOT,
        env={"SOURCE_DATE_EPOCH": EPOCH},
    )
    assert differing(reference, tmp_path / "output") == []
