"""The signs of plain Vietnamese prose (chữ và dấu thông thường), as parts of a regular expression.

Each stands for itself unless its neighbours say otherwise. Not among them are angle brackets,
braces, backticks, backslashes, `_`, `~`, `^`, any white space but space and line feed, tone
marks by themselves, and letters of other alphabets.
"""

from __future__ import annotations

from typing import Final

LETTER: Final = "A-Za-zÀ-ɏẠ-ỹ"
"""Latin letters with all that Vietnamese puts on them, composed."""

ORDINARY: Final = rf"{LETTER}0-9 \n!\"#$%&'*+(),./:;=?@|\[\]°²³·«»–—‘’“”•…€₫-"
"""Letters, digits and punctuation; its last sign is a hyphen."""
