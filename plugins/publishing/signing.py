"""Signatures under manifests, by OpenSSH's own program (chữ ký, `ssh-keygen -Y`)."""

from __future__ import annotations

from pathlib import Path

from plugins.publishing.receiver.release import NAMESPACE
from plugins.workshop.running import run


def sign(manifest: Path, key: Path) -> None:
    """Sign a manifest with a private key: writes `<manifest>.sig`."""
    manifest.with_name(f"{manifest.name}.sig").unlink(missing_ok=True)
    run(
        "ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(manifest),
        cwd=manifest.parent,
    )  # fmt: skip
