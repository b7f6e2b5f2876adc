"""What a release is made of: each file's digest, and which commit it was built from (bản kê)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from plugins.publishing.listing import Listing, entry_of
from plugins.publishing.receiver.lines import read_lines, write_lines
from plugins.publishing.receiver.words import Said

LIVES: Final = timedelta(days=7)
"""So long a manifest may be believed: an attacker cannot show an old site for longer."""
WORTH_RENEWING: Final = timedelta(days=6)
VARIANTS: Final = (".br", ".gz", ".zst")


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
    files: Listing

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
        """Write it, one file a line."""
        head: Said = {
            "version": 1,
            "site": self.site,
            "sequence": self.sequence,
            "commit": self.commit,
            "by": self.by,
            "built": self.built.isoformat(),
            "expires": self.expires.isoformat(),
            "files": {},
        }
        return write_lines(head, sorted(self.files.lines))


def read_manifest(found: Said) -> Manifest:
    """Read a manifest that was parsed from JSON; raises `ValueError` for what is none."""
    try:
        files = {str(path): entry_of(said) for path, said in found["files"].items()}
        return _manifest(found, Listing.of(files))
    except (KeyError, TypeError, AttributeError, OverflowError) as fault:
        raise ValueError(f"not a manifest: {fault!r}") from fault


def read_own(data: bytes) -> Manifest:
    """Read back, quickly, what `as_json` wrote, which the caller knows by its digest."""
    try:
        head, lines = read_lines(data)
        return _manifest(head, Listing(lines))
    except (KeyError, TypeError, AttributeError, OverflowError) as fault:
        raise ValueError(f"not a manifest: {fault!r}") from fault


def _manifest(head: Said, files: Listing) -> Manifest:
    return Manifest(
        site=str(head["site"]),
        sequence=int(head["sequence"]),
        commit=str(head["commit"]),
        by=str(head["by"]),
        built=datetime.fromisoformat(head["built"]),
        expires=datetime.fromisoformat(head["expires"]),
        files=files,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between two releases: paths, sorted, and what the later one says (thay đổi)."""

    fresh: Listing
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Say whether both are the same."""
        return not (self.added or self.changed or self.removed)

    def of(self, after: Manifest) -> Manifest:
        """Give the later release as if it had nothing but what is new in it or otherwise."""
        return replace(after, files=self.fresh)

    @property
    def size(self) -> int:
        """Give how many bytes the other side does not have."""
        return sum(self.fresh[path].size for path in self.sent)

    @property
    def sent(self) -> tuple[str, ...]:
        """Give what the other side does not have."""
        return (*self.added, *self.changed)


def change_between(before: Manifest | None, after: Manifest) -> Change:
    """Compare a release with the one before it, if there is one."""
    there = before.files if before else Listing(())
    old, new = there.beside(after.files), after.files.beside(there)
    both = (path for path in new.keys() & old.keys() if new[path].sha256 != old[path].sha256)
    return Change(
        fresh=new,
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(both)),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
