"""A paragraph `[[name value key=value key="two words"]]`, which a feature fills (mã chèn)."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = r"[a-z0-9][a-z0-9-]*+"
_ARGUMENT: Final = (
    rf"[ \t]++(?:[a-z][a-z0-9-]*+=(?:\"[^\"\n]*+\"|[^\s\"=\[\]]++)|{_WORD}(?=[ \t\]]))"
)
_SHORTCODE: Final = re.compile(
    rf"\[\[[ \t]*+(?P<name>[a-z][a-z0-9-]*+)(?P<rest>(?:{_ARGUMENT})*)[ \t]*+\]\]"
)
_PAIR: Final = re.compile(
    rf"(?P<key>[a-z][a-z0-9-]*)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S+))|(?P<word>{_WORD})"
)

Arguments = tuple[tuple[str, str], ...]


def looks_like_shortcode(paragraph: str) -> bool:
    """Say whether an editor meant a shortcode: the paragraph stands between [[ and ]]."""
    return paragraph.startswith("[[") and paragraph.endswith("]]") and "\n" not in paragraph


def read_shortcode(paragraph: str) -> tuple[str, Arguments] | None:
    """Read a shortcode's name and arguments; None when it is badly written or repeats a key."""
    match = _SHORTCODE.fullmatch(paragraph)
    if not match:
        return None
    pairs = tuple(map(_pair, _PAIR.finditer(match["rest"])))
    keys = [key for key, _ in pairs if key]
    return (match["name"], pairs) if len(set(keys)) == len(keys) else None


def _pair(found: re.Match[str]) -> tuple[str, str]:
    """Give a key and its value; a word that stands alone has no key."""
    if found["word"] is not None:
        return "", found["word"]
    return found["key"], found["bare"] if found["quoted"] is None else found["quoted"]
