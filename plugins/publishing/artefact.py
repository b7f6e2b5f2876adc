"""The site as one folder for hosts that take a folder: Pages of GitHub, GitLab and Cloudflare."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from plugins.publishing.commit import NotPublishable
from plugins.publishing.live import address_of, is_served
from plugins.publishing.manifest import VARIANTS, Manifest
from plugins.publishing.receiver.release import MANIFEST
from plugins.publishing.server_headers import pages_headers
from plugins.publishing.taking import Taken


def write_artefact(release: Taken, folder: Path) -> None:
    """Write a release into a folder, whole or not at all; only a folder of ours is replaced."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise NotPublishable(
            f"{folder} không phải thư mục do lệnh này làm ra – tệp trong đó sẽ mất – đổi «root»"
        )
    fresh, old = (folder.with_name(f".{folder.name}.{word}") for word in ("moi", "cu"))
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    for path in release.manifest.files:
        if is_served(path) and not path.endswith(VARIANTS):
            place = fresh / path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(release.place(path), place)
    for name, text in _told(release.manifest).items():
        (fresh / name).parent.mkdir(exist_ok=True)
        (fresh / name).write_bytes(text)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _told(manifest: Manifest) -> dict[str, bytes]:
    """Give what such hosts read beside the pages; `.nojekyll` lets GitHub serve every file."""
    return {
        MANIFEST: manifest.as_json(),
        "_redirects": "".join(_redirects(manifest)).encode(),
        "_headers": "".join(pages_headers()).encode(),
        ".nojekyll": b"",
    }


def _redirects(manifest: Manifest) -> Iterator[str]:
    for path, entry in sorted(manifest.files.items()):
        if entry.status == HTTPStatus.MOVED_PERMANENTLY and not path.endswith(VARIANTS):
            yield f"{address_of(path)} {entry.to} 301\n"
