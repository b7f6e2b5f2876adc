"""Whether what is shipped may be shipped under the AGPL, version 3 or later (giấy phép)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from plugins.publishing.supply.parts import Part

ACCEPTED: Final = {
    "MIT",
    "MIT License",
    "MIT-CMU",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD License",
    "Apache-2.0",
    "Apache Software License",
    "PSF-2.0",
    "OFL-1.1",
    "GNU General Public License v2 or later (GPLv2+)",
    "GNU Affero General Public License v3 or later (AGPLv3+)",
}
REVIEWED: Final = {
    # Its COPYING: the code is in the public domain or BSD; one file for Emacs is GPL 3 or later.
    "docutils": {"Public Domain", "BSD License", "GNU General Public License (GPL)"},
}
"""Packages whose words are too vague for the list, and which a person has read."""
OPERATORS: Final = re.compile(r"[()]|\s+(?:AND|OR)\s+")


def licence_faults(parts: Iterable[Part]) -> Iterator[str]:
    """Name every package whose licence is unknown, or not on the list."""
    for part in parts:
        strange = [word for word in _words(part) if word not in _accepted(part)]
        if strange or not part.licences:
            said = f"giấy phép «{'; '.join(strange)}»" if strange else "không rõ giấy phép"
            yield (
                f"{part.name} {part.version}: {said} – trang phát hành theo AGPL nên chỉ dùng gói "
                "có giấy phép hợp với nó – bỏ gói, hoặc đọc giấy phép rồi ghi vào licences.py"
            )


def _words(part: Part) -> list[str]:
    """Give what the package says: a plain word as it is, an SPDX expression by its names."""
    split = (
        OPERATORS.split(said) if re.search(r" AND | OR ", said) else [said]
        for said in part.licences
    )
    return [word for words in split for word in words if word]


def _accepted(part: Part) -> set[str]:
    return ACCEPTED | REVIEWED.get(part.name, set())
