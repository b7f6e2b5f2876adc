"""A real server on loopback: sshd that takes releases in, nginx and Caddy that serve them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.publishing.loopback import (
    DYING_WITH_US,
    Loopback,
    free_port,
    make_certificate,
    wait_for,
)
from plugins.publishing.receiver.store import Store
from plugins.publishing.server_config import RECEIVER, receiver
from plugins.workshop.running import CommandFailed
from plugins.workshop.running import run as run_program

PROGRAMS = ("nginx", "caddy")
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
SetEnv SHLVL=2
"""
#: The last line keeps bash from reading root's own `.bashrc` for each question.


@dataclass(kw_only=True)
class Servers:
    """The servers of one site, and the keys that reach them; both web servers show one store."""

    folder: Path
    ssh_port: int
    webs: dict[str, Loopback]

    @property
    def store(self) -> Store:
        """Give the releases as they lie on the server."""
        return Store(self.folder / "srv")

    @property
    def url(self) -> str:
        """Give the site's address at nginx."""
        return self.webs["nginx"].url

    def target(self, program: str) -> dict[str, object]:
        """Give the entry of `PUBLISH_TARGETS` that names this server."""
        return {
            "kind": "ssh",
            "host": "root@127.0.0.1",
            "port": self.ssh_port,
            "key": str(self.folder / "deploy"),
            "known_hosts": str(self.folder / "known_hosts"),
            "signing_key": str(self.folder / "signing"),
            "url": self.webs[program].url,
            "ca": str(self.folder / "ca.pem"),
            "zstd": program == "caddy",
        }

    def serve(self) -> None:
        """Prepare the releases as an administrator does, then start what does not run."""
        root = str(self.folder / "srv")
        run(sys.executable, str(self.folder / "conf" / RECEIVER), root, "prepare")
        for web in self.webs.values():
            if not web.is_running:
                web.start()

    @contextmanager
    def wrapped(self, script: str) -> Iterator[None]:
        """Let whoever comes in by the deploy key run a shell script, in which `$@` is the receiver.

        `$SSH_ORIGINAL_COMMAND` begins with `rsync` when files are sent.
        """
        keys, wrapper = self.folder / "conf" / "authorized_keys", self.folder / "wrapper.sh"
        whole = keys.read_text(encoding="utf-8")
        command = whole[whole.rindex('command="') :].split('"')[1]
        wrapper.write_text(f"set -- {command}\n{script}\n", encoding="utf-8")
        keys.write_text(whole.replace(command, f"/bin/sh {wrapper}"), encoding="utf-8")
        yield
        keys.write_text(whole, encoding="utf-8")

    def settle(self, within: float = 10) -> None:
        """Wait until the server has copied what is live and tidied up, or so many seconds."""
        store, until = self.store, time.monotonic() + within
        spare, trash = store.root / "spare" / store.live, store.root / "trash"
        while time.monotonic() < until and (not spare.is_dir() or any(trash.iterdir())):
            time.sleep(0.1)

    def reload(self) -> None:
        """Let both read their maps again."""
        for web in self.webs.values():
            if web.is_running:
                web.reload()

    @contextmanager
    def reloading(self) -> Iterator[None]:
        """Reload whenever the log grows, as systemd does by `trang-nap-lai.path`."""
        is_over, log = threading.Event(), self.folder / "srv" / "log.jsonl"

        def watch() -> None:
            seen = _size(log)
            while not is_over.wait(0.1):
                if _size(log) != seen:
                    seen = _size(log)
                    for web in filter(lambda one: one.is_running, self.webs.values()):
                        with suppress(CommandFailed):  # it was stopped just now, or will not
                            carry_out(web)

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        yield
        is_over.set()
        watcher.join()

    def stop(self) -> None:
        """Stop both."""
        for web in self.webs.values():
            web.stop()


@contextmanager
def servers(folder: Path) -> Iterator[Servers]:
    """Run sshd, nginx and Caddy while the block runs."""
    with receiving_server(folder) as found, ExitStack() as stack:
        stack.callback(found.stop)
        found.serve()
        stack.enter_context(found.reloading())
        yield found


@contextmanager
def receiving_server(folder: Path) -> Iterator[Servers]:
    """Run sshd alone while the block runs; it takes releases that nobody is shown."""
    folder.mkdir(parents=True)
    webs = {
        program: Loopback(
            program=program,
            folder=folder,
            root=folder / "srv",
            http_port=free_port(),
            https_port=free_port(),
        )
        for program in PROGRAMS
    }
    found = Servers(folder=folder, ssh_port=free_port(), webs=webs)
    _configure(found)
    Path("/run/sshd").mkdir(exist_ok=True)
    (folder / "sshd.conf").write_text(
        SSHD.format(port=found.ssh_port, folder=folder), encoding="utf-8"
    )
    sshd = subprocess.Popen(
        [*DYING_WITH_US, "/usr/sbin/sshd", "-D", "-e", "-f", str(folder / "sshd.conf")],
        stderr=subprocess.DEVNULL,
    )
    with sshd, ExitStack() as stack:
        stack.callback(sshd.terminate)
        wait_for(found.ssh_port)
        yield found


def _configure(found: Servers) -> None:
    """Make keys, and write what `inv server-config` writes."""
    folder = found.folder
    for name in ("host", "deploy", "signing"):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
    host = (folder / "host.pub").read_text(encoding="utf-8")
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{found.ssh_port} {host}", encoding="utf-8")
    make_certificate(folder)
    for web in found.webs.values():
        web.configure()
    keys = folder / "conf" / "authorized_keys"
    text = keys.read_text(encoding="utf-8").replace("/usr/bin/python3", sys.executable)
    own = (folder / "deploy.pub").read_text(encoding="utf-8").strip()
    keys.write_text(text.replace("THAY-BANG-KHOA-CONG-KHAI", own), encoding="utf-8")
    (folder / "conf" / RECEIVER).write_bytes(receiver())
    (folder / "srv").mkdir()
    signer = (folder / "signing.pub").read_text(encoding="utf-8")
    (folder / "srv" / "signers").write_text(f"phat-hanh {signer}", encoding="utf-8")


def carry_out(web: Loopback) -> None:
    """Do what systemd does with `trang-nap-lai.service`: one line after the other."""
    unit = web.texts()["trang-nap-lai.service"]
    for condition in re.findall(r"^ExecCondition=(.+)$", unit, re.MULTILINE):
        if subprocess.run(shlex.split(condition), check=False).returncode:
            return
    for command in re.findall(r"^Exec(?:StartPre|Start|StartPost)=(.+)$", unit, re.MULTILINE):
        run_program(*shlex.split(command), cwd=web.folder, env=web.home)


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


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
