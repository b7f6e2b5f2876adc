"""What a footnote must be before Markdown can set it (chú thích cuối bài)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.places import without_code
from plugins.newsroom.problem import Problem

_NOTE: Final = re.compile(r"^ {0,3}\[\^([^\]\n]*)\]:[ \t]*(\S?)", re.MULTILINE)


def note_is_mentioned_once_defined(manuscript: Manuscript) -> Iterator[Problem]:
    """Ask of a footnote that it has words, that it is written once, and that the text mentions it.

    Markdown drops the others without a sound, or the way back from them.
    """
    if "[^" not in manuscript.text:
        return
    text = without_code(manuscript.text)
    notes = list(_NOTE.finditer(text))
    times = Counter(note[1] for note in notes)
    for note in notes:
        mentions = text.count(f"[^{note[1]}]") - times[note[1]]
        found = _fault(note, times[note[1]], mentions)
        if found:
            yield manuscript.error(
                manuscript.first_line + text.count("\n", 0, note.start(1)),
                found[0],
                "người đọc không tới được chú thích, hoặc một chú thích bị mất",
                found[1],
                rule="note_is_mentioned_once_defined",
            )


def _fault(note: re.Match[str], times: int, mentions: int) -> tuple[str, str] | None:
    name = f"[^{note[1]}]"
    if not note[1]:
        return f"chú thích {name} không có tên", "viết số hoặc tên sau dấu ^, ví dụ [^1]"
    if not note[2]:
        return f"chú thích {name} không có chữ", f"viết chú thích ngay sau {name}: trên cùng dòng"
    if times > 1:
        return f"có {times} chú thích {name}", "đổi tên cho khác nhau"
    if not mentions:
        return f"không chỗ nào nhắc chú thích {name}", f"viết {name} vào chỗ cần, hoặc xóa"
    return None
