"""No text hides anything: hidden signs, forged words, old fonts, marks of Git (ký tự)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import error
from plugins.vietnamese.legacy import mojibake
from plugins.vietnamese.normalise import (
    has_unusual_characters,
    hidden_characters,
    mixed_script_words,
)

CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
LINES_NAMED = 5
TWICE_ENCODED = "UTF-8"


def characters_are_sound(text: str, path: str) -> Iterator[Problem]:
    """Look through the whole text of one file; each kind of sign is reported once, with its lines.

    `path` is relative to the content folder, and lines count from the first line of the file.
    """
    yield from _conflicts(text, path)
    if has_unusual_characters(text):
        yield from _hidden(text, path)
        yield from _forged(text, path)
    yield from _old_fonts(text, path)


def _conflicts(text: str, path: str) -> Iterator[Problem]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    for found in CONFLICT.finditer(text):
        yield error(
            Spot(path=path, line=text.count("\n", 0, found.start()) + 1),
            f"còn dấu ghép của Git «{found.group()}»",
            "hai người cùng sửa một chỗ, Git để lại cả hai bản",
            "chọn một bản, xóa bản kia và các dòng <<<<<<<, =======, >>>>>>>",
            rule="characters_are_sound",
        )


def _hidden(text: str, path: str) -> Iterator[Problem]:
    places: dict[str, list[tuple[int, int]]] = {}
    for hidden in hidden_characters(text):
        places.setdefault(hidden.name, []).append((hidden.line, hidden.column))
    for name, found in places.items():
        line, column = found[0]
        yield error(
            Spot(path=path, line=line),
            f"có {name} ở cột {column}{_further([line for line, _ in found])}",
            "mắt không thấy nhưng máy đọc thấy: chữ bị hiểu sai, hoặc bị lợi dụng để giấu chữ",
            "xóa ký tự ấy; nếu không thấy, xóa cả từ quanh chỗ đó rồi gõ lại",
            rule="characters_are_sound",
        )


def _further(lines: list[int]) -> str:
    if len(lines) == 1:
        return ""
    different = list(dict.fromkeys(lines))
    named = ", ".join(str(line) for line in different[:LINES_NAMED])
    more = ", …" if len(different) > LINES_NAMED else ""
    return f" ({len(lines)} chỗ, dòng {named}{more})"


def _forged(text: str, path: str) -> Iterator[Problem]:
    for offset, word in mixed_script_words(text):
        yield error(
            Spot(path=path, line=text.count("\n", 0, offset) + 1),
            f"từ «{word}» lẫn chữ cái Latinh với chữ cái Nga hoặc Hy Lạp",
            "trông như nhau nhưng là chữ khác: không tìm được, và hay gặp ở địa chỉ giả mạo",
            "gõ lại cả từ bằng bàn phím tiếng Việt",
            rule="characters_are_sound",
        )


def _old_fonts(text: str, path: str) -> Iterator[Problem]:
    found = mojibake(text)
    if not found:
        return
    twice = found.kind.startswith(TWICE_ENCODED)
    fact = "chữ bị chuyển mã hai lần" if twice else f"chữ gõ bằng bảng mã {found.kind}"
    convert = "chuyển sang Unicode bằng công cụ chuyển mã của UniKey rồi chép lại"
    yield error(
        Spot(path=path, line=found.line),
        f"{fact}: «{found.sample}»",
        "người đọc chỉ thấy ký tự lạ",
        "lấy lại chữ từ bản gốc" if twice else convert,
        rule="characters_are_sound",
    )
