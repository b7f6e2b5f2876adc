"""Front matter as YAML, read by its events, every scalar as text with its line.

A loader would resolve `no` and `12:30`, take the last of two equal keys in silence, and follow
anchors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from plugins.newsroom.front_matter_nodes import Mapping, Node, Scalar, Sequence, unreadable
from plugins.newsroom.problem import Problem

COLON_IN_VALUE = re.compile(r"^(\s*(?:- )?[\w-]+): +([^\"'\[{|>].*: .*|[^\"'\[{|>].*:)$")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Unreadable(Exception):  # noqa: N818 - it never leaves this module
    """Carry a problem out of the recursive reading of YAML's events."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_yaml(head: str, path: str) -> Mapping | Problem:
    """Read the lines between the two fences, or say what is wrong with them."""
    try:
        return _read(head, path)
    except _Unreadable as caught:
        return caught.problem


def _read(head: str, path: str) -> Mapping:
    try:
        events = iter(list(yaml.parse(head, Loader=LOADER)))
    except yaml.YAMLError as error:
        raise _Unreadable(_syntax_problem(head, path, error)) from error
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            node = _node(event, events, path)
            if isinstance(node, Mapping):
                return node
            raise _Unreadable(_not_fields(path))
    raise _Unreadable(_not_fields(path))


def _node(event: yaml.Event, events: Iterator[yaml.Event], path: str) -> Node:
    line = (event.start_mark.line if event.start_mark else 0) + 2
    anchored = isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)
    if anchored or getattr(event, "tag", None):
        why = "dấu &, * và ! ở đầu giá trị có nghĩa riêng trong YAML và dễ gây nhầm"
        fact = "giá trị bắt đầu bằng &, * hoặc !"
        raise _Unreadable(unreadable(path, line, fact, why, "đặt giá trị trong dấu nháy"))
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(text=event.value, line=line)
    if isinstance(event, yaml.SequenceStartEvent):
        items = tuple(_node(e, events, path) for e in _until(events, yaml.SequenceEndEvent))
        return Sequence(items=items, line=line)
    return Mapping(entries=_entries(events, path), line=line)


def _entries(events: Iterator[yaml.Event], path: str) -> tuple[tuple[Scalar, Node], ...]:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for event in _until(events, yaml.MappingEndEvent):
        key = _node(event, events, path)
        value = _node(next(events), events, path)
        if not isinstance(key, Scalar):
            raise _Unreadable(_not_fields(path))
        if key.text in entries:
            first = entries[key.text][0].line
            fact = f"mục «{key.text}» viết hai lần (lần đầu ở dòng {first})"
            why = "không biết lấy giá trị nào"
            raise _Unreadable(unreadable(path, key.line, fact, why, "xóa một trong hai dòng"))
        entries[key.text] = (key, value)
    return tuple(entries.values())


def _until(events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _syntax_problem(head: str, path: str, error: yaml.YAMLError) -> Problem:
    lines = head.split("\n")
    mark = getattr(error, "problem_mark", None)
    number = min(mark.line if mark else 0, max(len(lines) - 1, 0))
    for candidate in (number, number - 1):
        found = COLON_IN_VALUE.match(lines[candidate]) if candidate >= 0 else None
        if found:
            key, value = found.groups()
            name = "tiêu đề" if key == "title" else f"giá trị của «{key.strip()}»"
            fact = f"{name} có dấu hai chấm mà không nằm trong dấu nháy"
            why = "dấu hai chấm làm máy tưởng là bắt đầu một mục khác"
            remedy = f'đặt {name} trong dấu nháy: {key}: "{value}"'
            return unreadable(path, candidate + 2, fact, why, remedy)
    fact = f"không đọc được phần đầu ở dòng «{lines[number].strip()}»"
    why = "phần đầu phải gồm các dòng dạng «mục: giá trị»"
    remedy = "kiểm tra dấu nháy, dấu hai chấm và khoảng thụt đầu dòng quanh dòng này"
    return unreadable(path, number + 2, fact, why, remedy)


def _not_fields(path: str) -> Problem:
    why = "mỗi dòng của phần đầu phải có dạng «mục: giá trị»"
    remedy = "viết lại, ví dụ title: Tiêu đề của bài"
    return unreadable(path, 2, "phần đầu không phải là danh sách các mục", why, remedy)
