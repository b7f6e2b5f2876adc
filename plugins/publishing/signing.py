"""Signatures under manifests, by OpenSSH's own program (chữ ký, `ssh-keygen -Y`)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.release import MANIFEST, NAMESPACE, SIGNATURE, check_signature
from plugins.workshop.running import run


def sign(manifest: Path, key: Path) -> None:
    """Sign a manifest with a private key: writes `<manifest>.sig`."""
    manifest.with_name(f"{manifest.name}.sig").unlink(missing_ok=True)
    run(
        "ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(manifest),
        cwd=manifest.parent,
    )  # fmt: skip


def is_signed(manifest: bytes, signature: bytes, signers: Path) -> bool:
    """Say whether one of the allowed signers signed a manifest."""
    with tempfile.TemporaryDirectory(prefix="ban-ke-") as folder:
        release = Path(folder)
        (release / MANIFEST).parent.mkdir()
        (release / MANIFEST).write_bytes(manifest)
        (release / SIGNATURE).write_bytes(signature)
        try:
            check_signature(release, signers)
        except Refused:
            return False
    return True
