"""`inv audit`: known holes and licences of what is shipped (kiểm toán thành phần).

A source of advisories that does not answer is a failure: pip-audit without `--strict` and npm when
it is offline call everything sound that they could not ask about.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from plugins.publishing.supply.licences import licence_faults
from plugins.publishing.supply.parts import PYTHON_LOCK, shipped_parts
from plugins.workshop.node import find_node
from plugins.workshop.running import CommandFailed, run

Report = Mapping[str, object]
UNREACHABLE: Final = (
    "không hỏi được nguồn cảnh báo lỗ hổng, nên không biết gói nào có lỗ hổng – chưa hỏi thì không "
    "phải là đạt – chạy lại ở máy ra được mạng"
)


def audit(root: Path) -> int:
    """Make every check, also after a failed one; 1 when one of them failed."""
    failed = False
    for name, check in CHECKS.items():
        faults = list(check(root))
        failed = failed or bool(faults)
        print(f"{name:<10} {'HỎNG' if faults else 'đạt'}", flush=True)
        for fault in faults:
            print(f"lỗi: {name}: {fault}", file=sys.stderr)
    return 1 if failed else 0


def python_faults(root: Path) -> Iterator[str]:
    """Ask for the advisories of Python's packages, each time anew."""
    with tempfile.TemporaryDirectory(prefix="kiem-toan-") as folder:
        report = Path(folder) / "pip-audit.json"
        said = _failure(
            str(Path(sys.executable).with_name("pip-audit")),
            "--strict", "--require-hashes", "--disable-pip", "--progress-spinner=off",
            f"--cache-dir={folder}/cache", "--format=json", f"--output={report}",
            f"--requirement={PYTHON_LOCK}",
            root=root,
        )  # fmt: skip
        yield from python_faults_in(_parsed(report), said)


def python_faults_in(report: Report | None, said: str) -> Iterator[str]:
    """Read pip-audit's report; whatever it left out was not audited."""
    audited = report and report.get("dependencies")
    if not isinstance(audited, list) or any("skip_reason" in one for one in audited):
        yield f"{UNREACHABLE}\n{said}"
        return
    for one in audited:
        for hole in one["vulns"]:
            mended = ", ".join(hole["fix_versions"]) or "chưa có"
            yield f"{one['name']} {one['version']}: {hole['id']} – bản đã vá: {mended}"


def npm_faults(root: Path) -> Iterator[str]:
    """Ask for the advisories of npm's packages; `--offline=false`, or it may pass unasked."""
    node = find_node(root)
    flags = ("--omit=dev", "--json", "--offline=false", "--audit=true", "--package-lock-only")
    try:
        printed, failure = run(*node.npm, "audit", *flags, cwd=root, env=node.surroundings), ""
    except CommandFailed as fault:
        printed, failure = fault.output, _last(fault)
    report: Report = {}
    with suppress(ValueError):
        report, _ = json.JSONDecoder().raw_decode(printed[max(0, printed.find("{")) :])
    holes = report.get("vulnerabilities")
    if not isinstance(holes, dict):
        yield f"{UNREACHABLE}\n{failure or printed}"
        return
    for name, hole in sorted(holes.items()):
        yield f"{name} {hole['range']}: mức {hole['severity']} – xem: npm audit"


def _failure(*command: str, root: Path) -> str:
    """Run a program; give what it said when it failed."""
    try:
        run(*command, cwd=root)
    except CommandFailed as fault:
        return _last(fault)
    return ""


def _last(fault: CommandFailed) -> str:
    """Give the lines in which a program says what went wrong."""
    lines = [line for line in fault.output.splitlines() if "error" in line.casefold()]
    return "\n".join(lines[:3])


def _parsed(file: Path) -> Report | None:
    try:
        report: Report = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return report


CHECKS: Final[Mapping[str, Callable[[Path], Iterator[str]]]] = {
    "pip-audit": python_faults,
    "npm audit": npm_faults,
    "giấy phép": lambda root: licence_faults(shipped_parts(root)),
}
