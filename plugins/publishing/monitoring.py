"""Watching the live site from another machine, as different readers get it (canh trang).

Whoever breaks into a web server shows the gambling page to Google alone, or to phones; a monitor
that looks like a monitor sees nothing of it.
"""

from __future__ import annotations

import json
import runpy
import shlex
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from plugins.publishing.commit import NotPublishable
from plugins.publishing.live import Reader, Site, differences
from plugins.publishing.manifest import Manifest, read_manifest
from plugins.publishing.receiver.notice import BEAT
from plugins.publishing.receiver.release import MANIFEST, SIGNATURE
from plugins.publishing.security_contact import SECURITY, is_expiring
from plugins.publishing.signing import is_signed
from plugins.publishing.targets import read_target
from plugins.workshop.running import CommandFailed
from plugins.workshop.running import run as run_program

BLINK: Final = "AppleWebKit/537.36 Chrome/140.0"
CHROME: Final = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {BLINK} Safari/537.36"
PHONE: Final = f"Mozilla/5.0 (Linux; Android 14) {BLINK} Mobile Safari/537.36"
GOOGLEBOT: Final = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
SAID: Final = {
    "máy tính": {"User-Agent": CHROME},
    "điện thoại": {"User-Agent": PHONE},
    "Googlebot": {"User-Agent": GOOGLEBOT},
    "từ Google": {"User-Agent": CHROME, "Referer": "https://www.google.com/"},
}
READERS: Final = {name: Reader(sends=said, minds_headers=True) for name, said in SAID.items()}
HOME: Final = "index.html"
HEARTBEAT: Final = f".well-known/{BEAT}"
TRIES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How to watch: who may sign, where a look is remembered, how many pages a look takes.

    `heartbeat` is for how many minutes whoever publishes may be silent; 0 for ever.
    """

    signers: Path | None
    memory: Path
    pages: int
    report: Path | None
    alarm: str
    heartbeat: int = 0


@dataclass(slots=True, kw_only=True)
class Memory:
    """What the last look left: the highest number of commits seen, and the next page to look at."""

    sequence: int = 0
    page: int = 0


def run(settings: Path, name: str, watch: Watch) -> int:
    """Look once; 1 and a word to whoever is to be told when anything is not as published."""
    try:
        target = read_target(runpy.run_path(str(settings)), name)
        _refuse_missing(watch.signers)
        alarms = look(target.site, watch, datetime.now(UTC))
    except NotPublishable as fault:
        print(f"lỗi: {fault}", file=sys.stderr)
        return 1
    said = f"{target.url}: " + ("; ".join(alarms) or "đúng như đã phát hành")
    if watch.report:
        told = {"url": target.url, "alarms": alarms, "at": datetime.now(UTC).isoformat()}
        watch.report.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    print(f"BÁO ĐỘNG {said}" if alarms else said)
    if alarms and watch.alarm:
        _tell(watch.alarm, said)
    return 1 if alarms else 0


def _refuse_missing(signers: Path | None) -> None:
    if signers and not signers.is_file():
        raise NotPublishable(
            f"--signers {signers}: không có tệp ấy – không biết ai được ký bản kê – chép tệp "
            "signers của máy chủ về, như docs/phat-hanh.md"
        )


def look(site: Site, watch: Watch, now: datetime) -> list[str]:
    """Look at the manifest and at some pages; give what is wrong, nothing when all is well."""
    memory = _remembered(watch.memory)
    try:
        alarms, manifest = _settled(site, watch, memory)
        if SECURITY in manifest.files and is_expiring(site.fetch(SECURITY), now):
            alarms.append("security.txt còn chưa tới 30 ngày, hoặc không có hạn: phát hành lại")
    except (OSError, ValueError) as fault:
        return [f"không đọc được bản kê: {fault}"]
    if manifest.expires < now:
        alarms.append(f"bản kê hết hạn từ {manifest.expires:%d/%m/%Y %H:%M}: trang bị giữ cũ?")
    if watch.heartbeat and _is_silent(site, now - timedelta(minutes=watch.heartbeat)):
        alarms.append(
            f"máy phát hành im quá {watch.heartbeat} phút: hẹn giờ có chạy không, có lỗi gì không?"
        )
    if manifest.sequence < memory.sequence:
        alarms.append(f"bản {manifest.sequence} cũ hơn bản {memory.sequence} đã thấy: đã lùi bản?")
    memory.sequence = max(memory.sequence, manifest.sequence)
    memory.page = (memory.page + watch.pages) % max(1, len(manifest.pages))
    watch.memory.parent.mkdir(parents=True, exist_ok=True)
    watch.memory.write_text(json.dumps(asdict(memory)), encoding="utf-8")
    return alarms


def _is_silent(site: Site, since: datetime) -> bool:
    """Say whether no publication, nor a timer that found nothing new, ended well since then."""
    try:
        return datetime.fromisoformat(site.fetch(HEARTBEAT).decode().strip()) < since
    except (OSError, ValueError, TypeError):
        return True


def _settled(site: Site, watch: Watch, memory: Memory) -> tuple[list[str], Manifest]:
    """Look until no publication came between: the manifest before and after is the same."""
    for _ in range(TRIES):
        signed = site.fetch(MANIFEST)
        manifest = read_manifest(json.loads(signed))
        alarms = list(_alarms(site, watch, memory, signed, manifest))
        if not alarms or site.fetch(MANIFEST) == signed:
            break
    return alarms, manifest


def _alarms(
    site: Site, watch: Watch, memory: Memory, signed: bytes, manifest: Manifest
) -> Iterator[str]:
    if watch.signers and not is_signed(signed, site.fetch(SIGNATURE), watch.signers):
        yield "chữ ký của bản kê không hợp lệ"
    pages = sorted(manifest.pages)
    chosen = {HOME, *(pages + pages)[memory.page : memory.page + watch.pages]} & manifest.pages
    for name, reader in READERS.items():
        for one in differences(site, manifest, chosen, reader):
            yield f"{one.path} ({name}): {one.said}"


def _remembered(file: Path) -> Memory:
    try:
        return Memory(**json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError):
        return Memory()


def _tell(command: str, said: str) -> None:
    try:
        run_program(*shlex.split(command), cwd=Path.cwd(), told=f"{said}\n")
    except CommandFailed as fault:
        print(f"lỗi: không báo được: {fault}", file=sys.stderr)
