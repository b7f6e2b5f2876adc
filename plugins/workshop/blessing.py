"""Accept the present output as the golden one."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.workshop.running import OUR_FAULT, stream


def bless(root: Path) -> int:
    """Rewrite the golden files; git shows what changed, and a commit accepts it."""
    ended = stream(sys.executable, "-m", "pytest", "--bless", "-m", "golden", cwd=root)
    return OUR_FAULT if ended.code else 0
