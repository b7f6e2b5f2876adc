"""nginx or Caddy on loopback, with the configuration that a real server gets (máy chủ thử)."""

from __future__ import annotations

import shlex
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plugins.publishing.server_config import Server, configuration
from plugins.workshop.running import Started, run, start, stop

HOST: Final = "localhost"
NGINX: Final = """\
{modules}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes auto;
worker_rlimit_nofile 8192;
daemon off;
user root;
events {{ worker_connections 4096; }}
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
BROTLI: Final = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
ANSWERS_WITHIN: Final = 200
PAUSE: Final = 0.05
DYING_WITH_US: Final = ("setpriv", "--pdeathsig", "TERM")
"""Even whoever started a server and is killed leaves none behind."""


@dataclass(kw_only=True)
class Loopback:
    """A web server that shows the releases of `root` to this machine alone.

    `folder` is its own, with `ca.pem` and `ca.key` in it.
    """

    program: str
    folder: Path
    root: Path
    http_port: int
    https_port: int
    running: Started | None = None

    @property
    def url(self) -> str:
        """Give the site's address."""
        return f"https://{HOST}:{self.https_port}"

    @property
    def conf(self) -> Path:
        """Give the folder of its configuration."""
        return self.folder / "conf"

    @property
    def is_running(self) -> bool:
        """Say whether it was started and has not ended."""
        return self.running is not None and self.running.poll() is None

    @property
    def command(self) -> tuple[str, ...]:
        """Give the command that runs it."""
        if self.program == "caddy":
            return ("caddy", "run", *self.caddyfile)
        return ("nginx", "-c", str(self.folder / "main.conf"))

    @property
    def reloading(self) -> tuple[str, ...]:
        """Give the command that lets it read its configuration again."""
        if self.program == "caddy":
            return ("caddy", "reload", "--force", *self.caddyfile)
        return (*self.command, "-s", "reload")

    @property
    def caddyfile(self) -> tuple[str, ...]:
        """Give the words by which Caddy finds its configuration."""
        return ("--adapter", "caddyfile", "--config", str(self.conf / "Caddyfile"))

    def configure(self) -> None:
        """Write what `inv server-config` writes, on ports that anybody may open."""
        for name in ("conf", "tmp"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for name, text in self.texts().items():
            (self.conf / name).write_text(text, encoding="utf-8")
        modules = f"load_module {BROTLI};" if BROTLI.exists() else ""
        main = NGINX.format(folder=self.folder, modules=modules)
        (self.folder / "main.conf").write_text(main, encoding="utf-8")

    def texts(self) -> dict[str, str]:
        """Give by their names the files that `inv server-config` writes, changed for loopback."""
        server = Server(
            program=self.program,
            root=str(self.root),
            conf=str(self.conf),
            certificate=str(self.folder / "ca.pem"),
            certificate_key=str(self.folder / "ca.key"),
        )
        found = {}
        for name, text in configuration(server, HOST):
            found[name] = text
            for old, new in self._changes().items():
                found[name] = found[name].replace(old, new)
        return found

    def _changes(self) -> dict[str, str]:
        return {
            "listen 80;": f"listen 127.0.0.1:{self.http_port};",
            "listen 443 ": f"listen 127.0.0.1:{self.https_port} ",
            "    listen [::]:80;\n": "",
            "    listen [::]:443 ssl http2;\n": "",
            "http_port 80\n": f"http_port {self.http_port}\n\tdefault_bind 127.0.0.1\n",
            "https_port 443": f"https_port {self.https_port}",
            "admin localhost:2019": f"admin unix/{self.folder}/admin.sock",
            "/var/log/caddy": str(self.folder),
            "/run/trang-bang": f"{self.folder}/{self.program}-bang",
            "/usr/sbin/nginx -t -q": f"{shlex.join(self.command)} -t -q",
            f"/bin/systemctl reload {self.program}": shlex.join(self.reloading),
        }

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder / "printed.log").open("ab") as output:
            self.running = start(
                *DYING_WITH_US, *self.command, cwd=self.folder, output=output, env=self.home
            )
        wait_for(self.https_port)

    def reload(self) -> None:
        """Let it read its maps again."""
        run(*self.reloading, cwd=self.folder, env=self.home)
        if self.program == "nginx":
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop it."""
        if self.running:
            stop(self.running)

    @property
    def home(self) -> dict[str, str]:
        """Give the surroundings in which it keeps nothing outside its folder."""
        return {name: str(self.folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}


def make_certificate(folder: Path) -> None:
    """Make a certificate for loopback that is its own authority: `ca.pem`, `ca.key`."""
    run(
        *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
        *("-nodes", "-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"),
        *("-keyout", str(folder / "ca.key"), "-out", str(folder / "ca.pem")),
        cwd=folder,
    )


def free_port() -> int:
    """Give a port of loopback that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody answers at a port."""
    for _ in range(ANSWERS_WITHIN):
        with socket.socket() as found:
            if found.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(PAUSE)
    raise TimeoutError(f"nobody answers at {port}")
