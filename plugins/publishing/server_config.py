"""What a server needs to take the site in and to serve it (cấu hình máy chủ)."""

from __future__ import annotations

import io
import runpy
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from plugins.publishing.receiver.keeping import FOLDERS
from plugins.publishing.server_headers import (
    caddy_headers,
    caddy_types,
    nginx_headers,
    nginx_maps,
    nginx_types,
)

TEMPLATES: Final = Path(__file__).parent / "hosting"
PLUGINS: Final = Path(__file__).parents[1]
COMMON: Final = {
    "authorized_keys": "authorized_keys",
    "trang-nap-lai.path": "reload.path",
    "trang-phat-hanh.service": "publish.service",
    "trang-phat-hanh.timer": "publish.timer",
}
FILES: Final = {
    "nginx": {
        "nginx.conf": "nginx.conf",
        "headers.conf": "nginx-headers.conf",
        "site.conf": "nginx-site.conf",
        "trang-nap-lai.service": "reload.service",
        "logrotate.conf": "logrotate.conf",
    },
    "caddy": {
        "Caddyfile": "Caddyfile",
        "trang-nap-lai.service": "reload-caddy.service",
    },
}
CERTIFICATE: Final = ("/etc/ssl/trang/chung-thu.pem", "/etc/ssl/trang/khoa.pem")
"""Where nginx looks when nobody says otherwise; Caddy then gets a certificate by itself."""
RECEIVER: Final = "phat-hanh.pyz"
MAIN: Final = "from plugins.publishing.receiver.door import entered\n\nentered()\n"
HTTPS: Final = 443
SHEBANG: Final = b"#!/usr/bin/env python3\n"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Which program serves, and where things lie: releases, configuration, certificate (máy chủ).

    Without a certificate that of `CERTIFICATE` is nginx's; Caddy gets one by ACME.
    """

    program: str
    root: str
    conf: str
    certificate: str = ""
    certificate_key: str = ""


def run(settings: Path, server: Server, folder: Path) -> int:
    """Write all files into a folder, and say where it is told what each is for."""
    if server.program not in FILES:
        fact = f"lỗi: không có máy chủ «{server.program}» – chỉ viết được cho {' và '.join(FILES)}"
        print(f"{fact} – sửa --program", file=sys.stderr)
        return 1
    site = urlsplit(runpy.run_path(str(settings))["SITEURL"])
    host = site.hostname
    if not host or site.port not in {None, HTTPS}:
        fact = f"lỗi: {settings}: SITEURL không có tên miền, hoặc có cổng"
        why = "cấu hình viết cho một tên miền, ở cổng 443"
        print(f"{fact} – {why} – ghi SITEURL như https://cchc.tinh.gov.vn", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in configuration(server, host):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / RECEIVER).write_bytes(receiver())
    print(f"Đã viết cấu hình của {host} vào {folder}/. Cách cài: docs/phat-hanh.md")
    return 0


def configuration(server: Server, host: str) -> Iterator[tuple[str, str]]:
    """Give every file of the configuration with its text."""
    values = {
        "HOST": host,
        "ROOT": server.root,
        "CONF": server.conf,
        "HASHED": "|".join(FOLDERS),
        "RECEIVER": f"{server.conf}/{RECEIVER}",
        **(_nginx(server) if server.program == "nginx" else _caddy(server)),
    }
    for name, template in (COMMON | FILES[server.program]).items():
        yield name, _filled((TEMPLATES / template).read_text(encoding="utf-8"), values)


def _nginx(server: Server) -> dict[str, str]:
    return {
        "CERTIFICATE": server.certificate or CERTIFICATE[0],
        "CERTIFICATE_KEY": server.certificate_key or CERTIFICATE[1],
        "MAPS": nginx_maps(),
        "HEADERS": nginx_headers(),
        "TYPES": nginx_types(),
    }


def _caddy(server: Server) -> dict[str, str]:
    own = f"tls {server.certificate} {server.certificate_key}"
    return {
        "TLS": own if server.certificate else "# Chứng thư: Caddy tự xin và tự gia hạn (ACME).",
        "HEADERS": caddy_headers(),
        "TYPES": caddy_types(),
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def receiver() -> bytes:
    """Pack the server's part into one file that Python runs, the same bytes each time."""
    packed = io.BytesIO()
    files = [PLUGINS / "__init__.py", PLUGINS / "publishing" / "__init__.py"]
    files += sorted((PLUGINS / "publishing" / "receiver").glob("*.py"))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", EPOCH), MAIN)
        for file in files:
            name = (Path("plugins") / file.relative_to(PLUGINS)).as_posix()
            archive.writestr(zipfile.ZipInfo(name, EPOCH), file.read_bytes())
    return SHEBANG + packed.getvalue()
