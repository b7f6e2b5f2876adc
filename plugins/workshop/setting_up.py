"""Fetch what the site and its tests need: npm's packages, Node, Debian's packages."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import sys
from pathlib import Path

from invoke.exceptions import Exit

from plugins.workshop.node import find_node
from plugins.workshop.running import OUR_FAULT, run

STAMP = ".da-cai"
# The program or file that must be there, and Debian's package that has it.
PROGRAMS = {
    "chromium": "chromium",
    "java": "default-jre-headless",
    "exiftool": "libimage-exiftool-perl",
    "faketime": "faketime",
    "soffice": "libreoffice-calc-nogui",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "pkill": "procps",
    "rsync": "rsync",
    "/usr/sbin/sshd": "openssh-server",
    "/usr/sbin/nginx": "nginx",
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static",
    "caddy": "caddy",
    "rclone": "rclone",
    "wrk": "wrk",
}
APT = ("apt-get", "install", "--yes", "--no-install-recommends")
QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def set_up(root: Path, *, browsers: bool) -> None:
    """Install what is missing; `browsers` adds what only the tests need."""
    install_npm_packages(root, tests=browsers)
    if browsers:
        install_debian_packages(root)


def install_npm_packages(root: Path, *, tests: bool) -> None:
    """Run `npm ci` when the lock file is not the one that was installed last."""
    stamp = root / "node_modules" / STAMP
    wanted = npm_stamps(root / "package-lock.json")
    if _content(stamp) in (wanted[1:] if tests else wanted):
        return
    _say("npm ci: đang cài phông chữ và công cụ vào node_modules…")
    node = find_node(root)
    only = () if tests else ("--omit=dev",)
    flags = ("--ignore-scripts", "--no-audit", "--no-fund")
    run(*node.npm, "ci", *flags, *only, cwd=root, env=node.surroundings)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(wanted[1 if tests else 0], encoding="ascii")


def npm_stamps(lock: Path) -> tuple[str, str]:
    """Give what is stamped after an installation to run and after one to test."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} run\n", f"{digest} test\n"


def install_debian_packages(root: Path) -> None:
    """Install Debian's packages when we may; else name them with the exact command and stop."""
    missing = missing_packages()
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Exit(ask_for(missing), OUR_FAULT)
    _say(f"apt-get: đang cài {', '.join(missing)}…")
    run("apt-get", "update", cwd=root, env=QUIET)
    run(*APT, *missing, cwd=root, env=QUIET)


def missing_packages() -> tuple[str, ...]:
    """Name Debian's packages whose program is not on the PATH, or whose file is not there."""
    return tuple(package for wanted, package in PROGRAMS.items() if not _is_here(wanted))


def _is_here(wanted: str) -> bool:
    return Path(wanted).exists() if wanted.startswith("/") else bool(shutil.which(wanted))


def ask_for(packages: tuple[str, ...]) -> str:
    """Say which packages are missing, and the command that installs them."""
    command = shlex.join((*APT, *packages))
    return (
        f"lỗi: máy thiếu {', '.join(packages)} để chạy kiểm thử. "
        f"Cài rồi chạy lại: sudo apt-get update && sudo {command}"
    )


def _content(stamp: Path) -> str:
    return stamp.read_text(encoding="ascii") if stamp.is_file() else ""


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
