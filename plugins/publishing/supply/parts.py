"""The packages that a release is made with, as the locks pin them (thành phần)."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

PYTHON_LOCK: Final = "requirements.lock"
NPM_LOCK: Final = "package-lock.json"
PINNED: Final = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)((?: \\\n +--hash=\S+)+)", re.MULTILINE)
SHA256: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ALGORITHMS: Final = {"sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}
FOLDER: Final = "node_modules/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A package (gói, thành phần): `kind` is `pypi` or `npm`.

    `hashes` are those of every file that the lock accepts, by algorithm and in hex; `licences` the
    words that the package itself says, none when it says nothing.
    """

    kind: str
    name: str
    version: str
    hashes: tuple[tuple[str, str], ...]
    licences: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Give its package URL (the purl specification)."""
        return f"pkg:{self.kind}/{self.name.replace('@', '%40')}@{self.version}"


def shipped_parts(root: Path) -> list[Part]:
    """Give every package that publishing installs, sorted; what only tests need is not there."""
    found = [*python_parts(root / PYTHON_LOCK), *npm_parts(root / NPM_LOCK)]
    return sorted(found, key=lambda part: part.purl)


def python_parts(lock: Path) -> Iterator[Part]:
    """Read a lock of Python's packages; their licences are what the installed ones say."""
    for name, version, hashes in PINNED.findall(lock.read_text(encoding="utf-8")):
        yield Part(
            kind="pypi",
            name=name,
            version=version,
            hashes=tuple(("SHA-256", digest) for digest in sorted(SHA256.findall(hashes))),
            licences=_said(name, version),
        )


def npm_parts(lock: Path) -> Iterator[Part]:
    """Read the lock of npm's packages, but for those that only tests need."""
    for place, said in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
        if not place or said.get("dev"):
            continue
        algorithm, _, digest = said["integrity"].partition("-")
        yield Part(
            kind="npm",
            name=place.rpartition(FOLDER)[2],
            version=said["version"],
            hashes=((ALGORITHMS[algorithm], base64.b64decode(digest).hex()),),
            licences=tuple(filter(None, (said.get("license"),))),
        )


def _said(name: str, version: str) -> tuple[str, ...]:
    """Give what an installed package says of its licence: SPDX, else its classifiers, else text."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ()
    if told["Version"] != version:
        return ()
    if told["License-Expression"]:
        return (told["License-Expression"],)
    classified = [
        word.rpartition(" :: ")[2]
        for word in told.get_all("Classifier") or ()
        if word.startswith("License ::")
    ]
    return tuple(classified or filter(None, (told["License"],)))
