"""The marks of a plain text (dấu nhấn mạnh, liên kết) whose outcome is known without Markdown.

They are `**words**`, `*words*` and `[words](target)`, none inside another, each on one line and
marks of emphasis never next to a letter; a target is a place of this site or a simple https
address, which both the sanitiser and the rule about targets let through.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.newsroom.plain_writing import PlainWriting

_WORDS: Final = r"[^\s*\[\]](?:[^*\[\]\n]*[^\s*\[\]])?"
_HTTPS: Final = r"https://(?:[a-z0-9]++(?:-[a-z0-9]++)*\.)+[a-z]{2,}(?=[/)])"
_HERE: Final = r"(?![^/?#)]*:|//)[\w./#]"
_MARK: Final = re.compile(r"[*\[\]]")
_MARKED: Final = re.compile(
    rf"(?<![\w*])\*\*(?P<strong>{_WORDS})\*\*(?![\w*])"
    rf"|(?<![\w*])\*(?P<em>{_WORDS})\*(?![\w*])"
    rf"|\[(?P<link>{_WORDS})\]\((?P<target>(?:{_HTTPS}|{_HERE})[^\s()\"'*\[\]|]*)\)"
)


class NotPlainError(Exception):
    """Ends the reading of a text that is Markdown's to read; whoever began it catches it."""


def write_marked(writing: PlainWriting, text: str) -> str:
    """Add running text with its marks, and give what is heard of it."""
    if "|" in text:
        raise NotPlainError
    if "*" not in text and "[" not in text and "]" not in text:
        writing.running(text)
        return text
    heard = ""
    done = 0
    while mark := _MARK.search(text, done):
        marked = _MARKED.match(text, mark.start())
        if not marked:
            raise NotPlainError
        before = text[done : mark.start()]
        writing.running(before)
        heard += before + _write(writing, marked)
        done = marked.end()
    writing.running(text[done:])
    return heard + text[done:]


def _write(writing: PlainWriting, marked: re.Match[str]) -> str:
    if words := marked["link"]:
        writing.link(words, marked["target"])
    else:
        name = "strong" if marked["strong"] else "em"
        words = marked[name]
        writing.html(f"<{name}>")
        writing.running(words)
        writing.html(f"</{name}>")
    return str(words)
