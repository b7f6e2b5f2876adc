"""Which version of a library is installed, told in a millisecond."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

_VERSION = re.compile(r"^Version: *(\S+)", re.MULTILINE)


def installed_version(package: str, distribution: str = "") -> str:
    """Give the version that stands beside a package, which is not imported.

    `distribution` is the name under which it was installed, in small letters and with `_`, where
    that is another. `importlib.metadata` would say the same, and takes 20 ms to be imported itself.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(f"{package} is not installed")
    for folder in sorted(Path(spec.origin).parents[1].glob("*.dist-info")):
        if folder.name.lower().startswith(f"{distribution or package}-"):
            found = _VERSION.search((folder / "METADATA").read_text(encoding="utf-8"))
            if found:
                return found[1]
    raise LookupError(f"{package} does not say its version")
