"""A build needs nothing but its content: no network, no rights, no word of its surroundings."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from support.tiny import TinySite, tiny_site

from plugins.workshop.running import run

ROOT = Path(__file__).parent.parent
INV = str(Path(sys.executable).with_name("inv"))
ENVIRONMENT = ("PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8")
#: What a build that was taken over would try; it prints what it could do.
TRY = """
import os, socket, sys
def could(name, act):
    try: act()
    except OSError: return
    print(name)
could("network", lambda: socket.create_connection(("192.0.2.1", 80), 1))
could("content", lambda: open(sys.argv[1] + "/x.md", "w"))
could("root", lambda: os.setuid(0))
print(*sorted(os.environ))
"""


def confined(content: Path, *command: str) -> str:
    """Run a program as nobody, without a network, over content that cannot be written."""
    nobody = ("unshare", "--user", "--map-user=65534", "--map-group=65534")
    inside = (*nobody, "env", "--ignore-environment", *ENVIRONMENT, *command)
    folder = shlex.quote(str(content))
    script = f"mount --bind {folder} {folder} && mount -o remount,bind,ro {folder} && exec "
    outside = ("unshare", "--map-root-user", "--net", "--mount", "sh", "-c")
    return run(*outside, script + shlex.join(inside), cwd=content.parent)


def build_command(site: TinySite, output: str) -> tuple[str, ...]:
    """Give the command that an editor types."""
    options = {"content": site.content, "output": site.folder / output, "date": "2026-11-24T08:00"}
    options |= {"cache": site.folder / f"nho-{output}", "settings": site.folder / "mauconf.py"}
    words = (word for name, value in options.items() for word in (f"--{name}", str(value)))
    return (INV, "-r", str(ROOT), "build", *words)


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Give a tiny site."""
    return tiny_site(tmp_path, tmp_path / "cache")


def test_c15_a_confined_build_gives_the_same_bytes(site: TinySite) -> None:
    """Whoever takes a build over has nobody to call and nothing to change."""
    run(*build_command(site, "thuong"), cwd=site.folder)
    confined(site.content, *build_command(site, "kin"))
    built = [
        {
            file.relative_to(site.folder / name).as_posix(): file.read_bytes()
            for file in (site.folder / name).rglob("*")
            if file.is_file()
        }
        for name in ("thuong", "kin")
    ]
    assert len(built[0]) > 30
    assert built[0] == built[1]


def test_c15_the_confinement_confines(site: TinySite) -> None:
    """The test above would say nothing if its build could do all that it does not need."""
    said = confined(site.content, sys.executable, "-I", "-c", TRY, str(site.content))
    assert said == "LC_ALL PATH\n"
