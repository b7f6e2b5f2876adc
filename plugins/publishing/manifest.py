"""What a release is made of: each file's digest, and which commit it was built from (bản kê)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final, NamedTuple

from plugins.publishing.receiver.words import Listed, Said

LIVES: Final = timedelta(days=7)
"""So long a manifest may be believed: an attacker cannot show an old site for longer."""
WORTH_RENEWING: Final = timedelta(days=6)
VARIANTS: Final = (".br", ".gz", ".zst")


class Entry(NamedTuple):
    """A file of a release: SHA-256 in hex, size in bytes, media type.

    `status` is what a server answers at its address, which has moved to `to`, is gone, or is there.
    """

    sha256: str
    size: int
    type: str
    status: int = 200
    to: str = ""

    def as_json(self) -> str:
        """Write its fields; a page that is simply there says no more than it must."""
        plain = f'"sha256": "{self.sha256}", "size": {self.size}, "type": "{self.type}"'
        status = f', "status": {self.status:d}' if self.status != HTTPStatus.OK else ""
        to = f', "to": {json.dumps(self.to)}' if self.to else ""
        return f"{{{plain}{status}{to}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All files of a release by their paths, and where they come from (bản kê).

    `sequence` counts the commits that led to `commit`; `built` is the minute that the build stood
    for, `expires` when a monitor stops believing; `by` is who made the commit.
    """

    site: str
    sequence: int
    commit: str
    by: str
    built: datetime
    expires: datetime
    files: Mapping[str, Entry]

    @property
    def name(self) -> str:
        """Give the release's name: names sort by age."""
        minute = self.built.astimezone(UTC)
        return f"{self.sequence:08}-{minute:%Y%m%dT%H%M}-{self.commit[:12]}"

    @property
    def pages(self) -> set[str]:
        """Give the paths of its pages."""
        return {path for path in self.files if path.endswith(".html")}

    def as_json(self) -> bytes:
        """Write it, one file a line, so that two of them differ in few lines."""
        head = {
            "version": 1,
            "site": self.site,
            "sequence": self.sequence,
            "commit": self.commit,
            "by": self.by,
            "built": self.built.isoformat(),
            "expires": self.expires.isoformat(),
        }
        lines = ",\n".join(
            f"{json.dumps(path, ensure_ascii=False)}: {entry.as_json()}"
            for path, entry in sorted(self.files.items())
        )
        text = json.dumps(head, ensure_ascii=False, indent=0).removesuffix("\n}")
        return (text + ',\n"files": {\n' + lines + "\n}}\n").encode()


def read_manifest(found: Said) -> Manifest:
    """Read a manifest that was parsed from JSON; raises `ValueError` for what is none."""
    try:
        return Manifest(
            site=str(found["site"]),
            sequence=int(found["sequence"]),
            commit=str(found["commit"]),
            by=str(found["by"]),
            built=datetime.fromisoformat(found["built"]),
            expires=datetime.fromisoformat(found["expires"]),
            files={str(path): _entry(said) for path, said in found["files"].items()},
        )
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"not a manifest: {fault!r}") from fault


def _entry(said: Listed) -> Entry:
    return Entry(
        sha256=str(said["sha256"]),
        size=int(said["size"]),
        type=str(said["type"]),
        status=int(said.get("status", HTTPStatus.OK)),
        to=str(said.get("to", "")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between two releases: paths, sorted (thay đổi)."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Say whether both are the same."""
        return not (self.added or self.changed or self.removed)

    @property
    def sent(self) -> tuple[str, ...]:
        """Give what the other side does not have."""
        return (*self.added, *self.changed)


def change_between(before: Manifest | None, after: Manifest) -> Change:
    """Compare a release with the one before it, if there is one."""
    old = before.files if before else {}
    new = after.files
    return Change(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(p for p in new.keys() & old.keys() if new[p].sha256 != old[p].sha256)),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
