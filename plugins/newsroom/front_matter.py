"""Front matter: the fields between two `---` lines, every scalar read as text with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from plugins.newsroom.front_matter_nodes import Mapping, unreadable
from plugins.newsroom.plain_fields import read_plain_fields
from plugins.newsroom.problem import Problem

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A text file taken apart: its fields, its body, and the line on which the body begins."""

    fields: Mapping
    body: str
    body_line: int


def take_apart(text: str, path: str) -> FrontMatter | Problem:
    """Split a file's text at its `---` lines and read what stands between them."""
    fences = list(islice(FENCE.finditer(text), 2))
    if not fences or fences[0].start() != 0:
        why = "tiêu đề, ngày và các thông tin khác của bài nằm ở phần đầu ấy"
        remedy = "thêm dòng --- ở đầu tệp, các mục như title: và date:, rồi một dòng --- nữa"
        return unreadable(path, 1, "tệp không bắt đầu bằng dòng ---", why, remedy)
    if len(fences) == 1:
        why = "không biết phần đầu hết ở đâu"
        return unreadable(path, 1, "thiếu dòng --- kết thúc phần đầu", why, "thêm dòng ---")
    head = text[fences[0].end() + 1 : fences[1].start()]
    body_line = text.count("\n", 0, fences[1].end()) + 2
    fields = read_plain_fields(head) or _read_yaml(head, path)
    if isinstance(fields, Problem):
        return fields
    return FrontMatter(fields=fields, body=text[fences[1].end() + 1 :], body_line=body_line)


def _read_yaml(head: str, path: str) -> Mapping | Problem:
    from plugins.newsroom.yaml_fields import read_yaml  # noqa: PLC0415 - brings YAML

    return read_yaml(head, path)
