"""A paragraph `[[name key=value key="two words"]]`, which a feature fills (mã chèn)."""

from __future__ import annotations

import re
from typing import Final

_ARGUMENT: Final = r"[ \t]++[a-z][a-z0-9-]*+=(?:\"[^\"\n]*+\"|[^\s\"=\[\]]++)"
_SHORTCODE: Final = re.compile(
    rf"\[\[[ \t]*+(?P<name>[a-z][a-z0-9-]*+)(?P<rest>(?:{_ARGUMENT})*+)[ \t]*+\]\]"
)
_PAIR: Final = re.compile(r"(?P<key>[a-z][a-z0-9-]*)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S+))")

Arguments = tuple[tuple[str, str], ...]


def looks_like_shortcode(paragraph: str) -> bool:
    """Say whether an editor meant a shortcode: the paragraph stands between [[ and ]]."""
    return paragraph.startswith("[[") and paragraph.endswith("]]") and "\n" not in paragraph


def read_shortcode(paragraph: str) -> tuple[str, Arguments] | None:
    """Read a shortcode's name and arguments; None when it is badly written or repeats a key."""
    match = _SHORTCODE.fullmatch(paragraph)
    if not match:
        return None
    pairs = tuple(
        (pair["key"], pair["bare"] if pair["quoted"] is None else pair["quoted"])
        for pair in _PAIR.finditer(match["rest"])
    )
    return (match["name"], pairs) if len(dict(pairs)) == len(pairs) else None
