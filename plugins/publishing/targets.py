"""Where the site is published to: what the settings say of each place (đích)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plugins.publishing.commit import NotPublishable
from plugins.publishing.compressing import USUAL
from plugins.publishing.live import Site
from plugins.vietnamese.nearest import nearest

SECRETS: Final = ("key", "signing_key", "access_key", "secret_key")
NAMED_FILES: Final = ("key", "signing_key", "known_hosts", "ca")
NEVER_WRITTEN: Final = ("access_key", "secret_key")
"""The keys that only the environment may hold; the others may also name a file."""
PLAIN: Final = ("port", "zstd")
"""The keys that hold no text."""
KINDS: Final = ("folder", "ssh", "artefact", "bucket")
WITH_MAPS: Final = ("folder", "ssh")
"""Here our own configuration of nginx or Caddy serves the files."""
KEYS: Final = (
    *("kind", "url", "root", "host", "port", "key", "known_hosts", "signing_key", "ca", "zstd"),
    *("bucket", "endpoint", "region", "access_key", "secret_key"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place that the site is published to (đích phát hành): an entry of `PUBLISH_TARGETS`.

    `url` is where readers find it; `key` and `signing_key` are files; `ca` a file of certificates
    to trust beside the system's; `zstd` says that the server is Caddy, which serves such files.
    `bucket` is `name` or `name/folder` at an S3 `endpoint`, whose keys are names of variables.
    `two_persons` is the setting of all targets that nothing which one person alone brought is
    published.
    """

    name: str
    kind: str
    url: str = ""
    root: str = ""
    host: str = ""
    port: int = 22
    key: str = ""
    known_hosts: str = ""
    signing_key: str = ""
    ca: str = ""
    two_persons: bool = False
    zstd: bool = False
    bucket: str = ""
    endpoint: str = ""
    region: str = ""
    access_key: str = ""
    secret_key: str = ""

    @property
    def is_compared_there(self) -> bool:
        """Say whether the other side alone knows what it lacks: a bucket, from its own list."""
        return self.kind == "bucket"

    @property
    def forms(self) -> tuple[str, ...]:
        """Give in which forms files are sent beside themselves; a bucket's CDN compresses."""
        if self.kind == "bucket":
            return ()
        return (*USUAL, ".zst") if self.zstd else USUAL

    @property
    def site(self) -> Site:
        """Give the site as its readers reach it."""
        return Site(url=self.url, ca=self.ca, reads_maps=self.kind in WITH_MAPS)


def read_target(settings: Mapping[str, object], name: str) -> Target:
    """Read one target out of the settings: the first when no name is given."""
    known = settings.get("PUBLISH_TARGETS")
    if not isinstance(known, dict) or not known:
        raise NotPublishable(
            "tệp thiết đặt không có PUBLISH_TARGETS – không biết phát hành đi đâu – thêm một đích "
            "vào publishconf.py, như docs/phat-hanh.md"
        )
    wanted = name or next(iter(known))
    if wanted not in known:
        near = nearest(wanted, known)
        ask = f"có phải là «{near}»? " if near else ""
        raise NotPublishable(
            f"không có đích «{wanted}» – PUBLISH_TARGETS có: {', '.join(known)} – {ask}sửa --target"
        )
    return _target(wanted, known[wanted], two_persons=bool(settings.get("PUBLISH_TWO_PERSONS")))


def _target(name: str, found: Mapping[str, object], *, two_persons: bool) -> Target:
    strange = sorted(found.keys() - set(KEYS))
    if strange or found.get("kind") not in KINDS:
        fact = f"khóa lạ: {', '.join(strange)}" if strange else f"kind «{found.get('kind')}» lạ"
        raise NotPublishable(
            f"đích «{name}»: {fact} – không biết gửi đi đâu – các khóa: {', '.join(KEYS)}; "
            f"kind là {' hoặc '.join(KINDS)}"
        )
    texts = {key: str(value) for key, value in found.items() if key not in PLAIN}
    written = [key for key in NEVER_WRITTEN if not texts.get(key, "$").startswith("$")]
    if written:
        raise NotPublishable(
            f"đích «{name}»: {', '.join(written)} là khóa viết thẳng trong tệp thiết đặt – ai đọc "
            'kho Git cũng có khóa – ghi "$TÊN" của biến môi trường giữ khóa, và thay khóa đã lộ'
        )
    missing = [
        key for key in SECRETS if texts.get(key, "").startswith("$") and not held(texts[key])
    ]
    if missing:
        raise NotPublishable(
            f"đích «{name}»: biến môi trường {', '.join(texts[key] for key in missing)} trống – "
            "không có khóa thì không phát hành được – đặt biến ấy là nội dung của khóa"
        )
    port = int(str(found.get("port", 22)))
    zstd = found.get("zstd") is True
    return Target(name=name, port=port, zstd=zstd, two_persons=two_persons, **texts)


def refuse_missing_files(target: Target) -> None:
    """Refuse a target whose files are not there, before a build has been waited for."""
    named = {name: getattr(target, name) for name in NAMED_FILES}
    missing = [
        f"{name} {file}"
        for name, file in named.items()
        if file and not file.startswith("$") and not Path(file).expanduser().is_file()
    ]
    if missing:
        raise NotPublishable(
            f"đích «{target.name}»: không có tệp {', '.join(missing)} – không có nó thì không gửi "
            "hay không xem lại được – tạo tệp ấy như docs/phat-hanh.md, hoặc sửa tên trong đích"
        )


def held(variable: str) -> str:
    """Give the text of a key that the environment holds: `$NAME` of a settings file."""
    return os.environ.get(variable.removeprefix("$"), "")


def key_file(named: str, folder: Path) -> Path:
    """Give the file of a key, written into a private folder when the environment holds the key."""
    if not named.startswith("$"):
        return Path(named).expanduser()
    file = folder / named.removeprefix("$")
    file.touch(mode=0o600)
    file.write_text(held(named).strip() + "\n", encoding="ascii")
    return file
