"""No text holds a key that opens something: whoever reads the repository could use it (khóa lộ)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import error

#: How keys begin that services give out, and a word of every private key.
BEGINNINGS: Final = (
    "PRIVATE KEY",
    "ghp_",
    "github_pat_",
    "glpat-",
    "AKIA",
    "xoxb-",
    "sk_live_",
    "AIza",
)
SECRET: Final = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp_\w{36}|github_pat_\w{22}|glpat-[\w-]{20}"
    r"|AKIA[0-9A-Z]{16}|xoxb-[\w-]{20}|sk_live_\w{20}|AIza[\w-]{35})"
)
SHOWN: Final = 8


def no_text_holds_a_secret(text: str, path: str) -> Iterator[Problem]:
    """Refuse private keys and the tokens of well-known services; what is told of one is its start.

    `path` is relative to the content folder, and lines count from the first line of the file.
    """
    if not any(beginning in text for beginning in BEGINNINGS):
        return
    for found in SECRET.finditer(text):
        yield error(
            Spot(path=path, line=text.count("\n", 0, found.start()) + 1),
            f"có khóa bí mật «{found[0].strip('-')[:SHOWN]}…»",
            "ai đọc được kho cũng dùng được khóa ấy, kể cả sau khi xóa, vì Git giữ bản cũ",
            "hủy khóa ấy ngay ở nơi đã cấp, rồi xóa chỗ này",
            rule="no_text_holds_a_secret",
        )
