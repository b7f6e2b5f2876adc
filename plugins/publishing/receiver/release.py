"""A release on the server: its manifest, its signature, every file of it (một bản phát hành)."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Final

from plugins.publishing.receiver.files import Refused, remove
from plugins.publishing.receiver.lines import read_lines, write_lines
from plugins.publishing.receiver.looking import digests, found_in
from plugins.publishing.receiver.words import Said

MANIFEST: Final = ".well-known/manifest.json"
SIGNATURE: Final = f"{MANIFEST}.sig"
OWN: Final = frozenset((MANIFEST, SIGNATURE))
NAMESPACE: Final = "phat-hanh"
PUBLISHER: Final = "phat-hanh"
"""Who signs, as the list of allowed signers names it."""
FILE_MODE: Final = 0o644
FOLDER_MODE: Final = 0o755
EPOCH: Final = 1_000_000_000
EMPTY: Final = "00000000-20010101T0000-000000000000"
DAWN: Final = "2001-01-01T00:00:00+00:00"
MAPS: Final = (".may-chu/chuyen-huong.map", ".may-chu/da-go.map")
REMARK: Final = "# Chưa có gì.\n"
"""Caddy reads no empty file."""


def write_empty(release: Path) -> Said:
    """Write a release of nothing but the maps that web servers include; give its manifest."""
    said: Said = {
        "version": 1,
        "site": "",
        "sequence": 0,
        "commit": "0" * 40,
        "by": "",
        "built": DAWN,
        "expires": DAWN,
        "files": {},
    }
    files = said["files"]
    for name, text in {"index.html": "Chưa có bản nào.\n", **dict.fromkeys(MAPS, REMARK)}.items():
        place, data = release / name, text.encode()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        files[name] = {"sha256": digest, "size": len(data), "type": "text/html"}
    (release / MANIFEST).parent.mkdir(exist_ok=True)
    lines = (f"{json.dumps(name)}: {json.dumps(one)}" for name, one in files.items())
    (release / MANIFEST).write_bytes(write_lines(said, lines))
    return said


def manifest_of(release: Path) -> Said:
    """Read what a release says of itself."""
    try:
        found: Said = json.loads((release / MANIFEST).read_bytes())
    except (OSError, ValueError) as fault:
        raise Refused(f"bản {release.name} không có bản kê đọc được") from fault
    if not isinstance(found, dict) or not isinstance(found.get("files"), dict):
        raise Refused(f"bản kê của {release.name} không phải là bản kê")
    return found


def lines_of(release: Path) -> tuple[Said, frozenset[str]]:
    """Read what a release says of itself, and its files as they are written."""
    try:
        return read_lines((release / MANIFEST).read_bytes())
    except (OSError, ValueError) as fault:
        raise Refused(f"bản {release.name} không có bản kê đọc được") from fault


def check_signature(release: Path, signers: Path) -> None:
    """Refuse a manifest that none of the allowed signers signed (`ssh-keygen -Y verify`)."""
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", PUBLISHER]
    command += ["-n", NAMESPACE, "-s", str(release / SIGNATURE)]
    with (release / MANIFEST).open("rb") as signed:
        done = subprocess.run(command, stdin=signed, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise Refused(
            f"chữ ký của bản kê {release.name} không hợp lệ – khóa ký không có trong "
            "signers của máy chủ, hoặc bản kê đã bị sửa – xem lại signing_key và signers"
        )


def faults_of(release: Path, said: Said, *, mend: bool = False) -> list[str]:
    """Name every file that is missing, changed or extra, by what the release says of itself.

    `mend` removes what is extra, and gives files the modes and times that they are served with.
    """
    wanted = said["files"]
    found = dict(found_in(str(release)))
    extra = [name for name in found if name not in wanted and name not in OWN]
    faults = [f"{name} (thiếu)" for name in wanted if name not in found]
    if mend:
        for name in extra:
            remove(release / name)
    else:
        faults += [f"{name} (thừa)" for name in extra]
    there = {name: found[name] for name in wanted if name in found}
    regular = {name: one for name, one in there.items() if stat.S_ISREG(one.st_mode)}
    faults += [f"{name} (không phải tệp thường)" for name in there.keys() - regular.keys()]
    for name, digest in digests(release, [*regular]).items():
        if digest != wanted[name]["sha256"]:
            faults.append(f"{name} (khác)")
        elif mend:
            dress(f"{release}/{name}", digest, regular[name])
    if mend and not faults:
        _clear(release)
    return sorted(faults)


def dress(file: str, digest: str, known: os.stat_result) -> None:
    """Give a file its mode, and a time that changes with its bytes: nginx makes its ETag of that.

    Two builds may write other bytes of the same size in the same second.
    """
    time = EPOCH + int(digest[:7], 16)
    if stat.S_IMODE(known.st_mode) != FILE_MODE:
        os.chmod(file, FILE_MODE)  # noqa: PTH101 - a text, ten thousand times
    if known.st_mtime_ns != time * 1_000_000_000:
        os.utime(file, (time, time))


def _clear(release: Path) -> None:
    """Remove folders that hold nothing, and let everybody read the others."""
    for path, folders, names in os.walk(release):
        if not folders and not names:
            remove_empty(release, Path(path))
        elif stat.S_IMODE(os.stat(path).st_mode) != FOLDER_MODE:  # noqa: PTH116 - a text, often
            os.chmod(path, FOLDER_MODE)  # noqa: PTH101 - here too


def remove_empty(release: Path, folder: Path) -> None:
    """Remove a folder of a release that holds nothing, and so on upwards."""
    while folder != release and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
