"""A real server on loopback: sshd that takes releases in, nginx that serves them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from plugins.publishing.receiver.store import Store
from plugins.publishing.server_config import RECEIVER, Server, configuration, receiver

HOST = "localhost"
SSHD = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile {folder}/sshd.pid
AuthorizedKeysFile {folder}/conf/authorized_keys
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
"""
NGINX = """\
{modules}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
daemon off;
user root;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/tmp;
    proxy_temp_path {folder}/tmp;
    fastcgi_temp_path {folder}/tmp;
    uwsgi_temp_path {folder}/tmp;
    scgi_temp_path {folder}/tmp;
    include {folder}/conf/nginx.conf;
}}
"""
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


@dataclass(kw_only=True)
class Servers:
    """Both servers of one site, and the keys that reach them."""

    folder: Path
    ssh_port: int
    http_port: int
    https_port: int
    nginx: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def store(self) -> Store:
        """Give the releases as they lie on the server."""
        return Store(self.folder / "srv")

    @property
    def url(self) -> str:
        """Give the site's address."""
        return f"https://{HOST}:{self.https_port}"

    @property
    def target(self) -> dict[str, object]:
        """Give the entry of `PUBLISH_TARGETS` that names this server."""
        return {
            "kind": "ssh",
            "host": "root@127.0.0.1",
            "port": self.ssh_port,
            "key": str(self.folder / "deploy"),
            "known_hosts": str(self.folder / "known_hosts"),
            "signing_key": str(self.folder / "signing"),
            "url": self.url,
            "ca": str(self.folder / "ca.pem"),
        }

    def serve(self) -> None:
        """Prepare the releases as an administrator does, then start nginx."""
        run(sys.executable, str(self.folder / "conf" / RECEIVER), str(self.folder / "srv"))
        self.nginx = subprocess.Popen(["nginx", "-c", str(self.folder / "main.conf")])
        wait_for(self.https_port)

    def reload(self) -> None:
        """Let nginx read its maps again, as systemd does after each change of the release."""
        subprocess.run(["nginx", "-c", str(self.folder / "main.conf"), "-s", "reload"], check=True)
        time.sleep(0.3)

    def stop(self) -> None:
        """Stop nginx."""
        if self.nginx:
            self.nginx.terminate()
            self.nginx.wait()


@contextmanager
def servers(folder: Path) -> Iterator[Servers]:
    """Run sshd and nginx while the block runs."""
    found = Servers(
        folder=folder, ssh_port=free_port(), http_port=free_port(), https_port=free_port()
    )
    (folder / "tmp").mkdir(parents=True)
    (folder / "conf").mkdir()
    _make_keys(folder, found.ssh_port)
    _configure(found)
    Path("/run/sshd").mkdir(exist_ok=True)
    (folder / "sshd.conf").write_text(
        SSHD.format(port=found.ssh_port, folder=folder), encoding="utf-8"
    )
    with ExitStack() as stack:
        sshd = stack.enter_context(
            subprocess.Popen(
                ["/usr/sbin/sshd", "-D", "-e", "-f", str(folder / "sshd.conf")],
                stderr=subprocess.DEVNULL,
            )
        )
        stack.callback(sshd.terminate)
        wait_for(found.ssh_port)
        stack.callback(found.stop)
        found.serve()
        yield found


def _configure(found: Servers) -> None:
    """Write what `inv server-config` writes, on ports that anybody may open."""
    folder, conf = found.folder, found.folder / "conf"
    server = Server(
        root=str(folder / "srv"),
        conf=str(conf),
        certificate=str(folder / "ca.pem"),
        certificate_key=str(folder / "ca.key"),
    )
    changes = {
        "listen 80;": f"listen 127.0.0.1:{found.http_port};",
        "listen 443 ": f"listen 127.0.0.1:{found.https_port} ",
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "/usr/bin/python3": sys.executable,
        "THAY-BANG-KHOA-CONG-KHAI": (folder / "deploy.pub").read_text(encoding="utf-8").strip(),
    }
    for name, text in configuration(server, HOST):
        changed = text
        for old, new in changes.items():
            changed = changed.replace(old, new)
        (conf / name).write_text(changed, encoding="utf-8")
    (conf / RECEIVER).write_bytes(receiver())
    (folder / "srv").mkdir()
    signer = (folder / "signing.pub").read_text(encoding="utf-8")
    (folder / "srv" / "signers").write_text(f"phat-hanh {signer}", encoding="utf-8")
    modules = f"load_module {BROTLI};" if BROTLI.exists() else ""
    (folder / "main.conf").write_text(
        NGINX.format(folder=folder, modules=modules), encoding="utf-8"
    )


def _make_keys(folder: Path, port: int) -> None:
    for name in ("host", "deploy", "signing"):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
    host = (folder / "host.pub").read_text(encoding="utf-8")
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {host}", encoding="utf-8")
    run(
        *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
        *("-nodes", "-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"),
        *("-keyout", str(folder / "ca.key"), "-out", str(folder / "ca.pem")),
    )


def run(*command: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """Run a program to its end; its output is given, its failure is the test's."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def free_port() -> int:
    """Give a port of loopback that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody answers at a port."""
    for _ in range(200):
        with socket.socket() as found:
            if found.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nobody answers at {port}")
