"""Pin every Python package, with its hashes, in the three lock files."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.workshop.running import run

# The lock file, and what it adds to the project's own dependencies; what is shipped is what was
# tested, so the tests' lock comes first and binds the other.
TESTED = "requirements-dev.lock"
EDITABLE = ("--build-deps-for", "editable")
LOCKS = {
    TESTED: (*EDITABLE, "--extra", "dev", "pyproject.toml"),
    "requirements.lock": (*EDITABLE, "--constraint", TESTED, "pyproject.toml"),
    "requirements-node.lock": ("requirements-node.in",),
}


def lock(root: Path) -> None:
    """Write the lock files; an existing pin stays unless pyproject.toml moves it."""
    compiler = str(Path(sys.executable).with_name("pip-compile"))
    for name, wanted in LOCKS.items():
        command = (compiler, "-q", "-o", name, *wanted)
        run(*command, cwd=root, env={"CUSTOM_COMPILE_COMMAND": "inv lock"})
