"""Words that could be abbreviations (từ viết tắt), found in running text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Final

from plugins.newsroom.fragment import TermSlot

_CAPITALS: Final = "".join(c for c in map(chr, range(0x1EFF)) if c.isupper())
_LETTERS: Final = r"[^\W\d_]"
_CANDIDATE: Final = re.compile(
    rf"[{_CAPITALS}](?<![\w/@.&-].){_LETTERS}*+(?:[&./-]{_LETTERS}++)*"
    rf"(?![\w@]|[/-]\d|://|[&./-]{_LETTERS})(?:[ \n]INDEX\b)?"
)
_TWO_CAPITALS: Final = re.compile(rf"[{_CAPITALS}]{_LETTERS}*?[{_CAPITALS}]")
_ADDRESS_LENGTH: Final = 80
_LAST_CHUNK: Final = re.compile(r"(?<!\S)\S++$")
_FIRST_CHUNK: Final = re.compile(r"^\S++")
_ADDRESS: Final = re.compile(r"@|://|^\W*www\.|\.vn\b", re.IGNORECASE)


def with_terms(text: str) -> Iterator[str | TermSlot]:
    """Cut a text at every word that could be an abbreviation.

    A word counts when one of its parts has two capitals (`UBND`, `TT&TT`, `VNeID`, `TP.HCM`);
    never inside the number of a document (`22/2023/TT-BTTTT`), an e-mail address or a URL.
    """
    done = 0
    for match in _CANDIDATE.finditer(text):
        if _TWO_CAPITALS.search(match[0]) and not _in_an_address(text, match):
            if match.start() > done:
                yield text[done : match.start()]
            yield TermSlot(term=sys.intern(match[0].replace("\n", " ")))
            done = match.end()
    if done < len(text):
        yield text[done:]


def _in_an_address(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _ADDRESS_LENGTH) : match.start()]
    after = text[match.end() : match.end() + _ADDRESS_LENGTH]
    chunk = [*_LAST_CHUNK.findall(before), match[0], *_FIRST_CHUNK.findall(after)]
    return bool(_ADDRESS.search("".join(chunk)))
