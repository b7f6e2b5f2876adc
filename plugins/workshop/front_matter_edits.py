"""Edits of a file's front matter that leave every other byte as the editor wrote it.

YAML is parsed only for the places of keys and values; what is written is the old text with new
words at those places, so comments, quotes, order and line ends stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

FENCES = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<head>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """New text for the characters from `start` to `end` of a file."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The front matter of a file: the whole text, where it lies in it, and the parsed mapping."""

    text: str
    start: int
    end: int
    root: yaml.Node | None

    def value(self, key: str) -> yaml.Node | None:
        """Find the value of a key."""
        entries = self.root.value if isinstance(self.root, yaml.MappingNode) else []
        return next((value for name, value in entries if name.value == key), None)

    def written(self, node: yaml.Node) -> str:
        """Give a value as it is written, with its quotes."""
        return self.text[self.start + node.start_mark.index : self.start + node.end_mark.index]

    def edit(self, node: yaml.Node, text: str) -> Edit:
        """Write something else in a value's place."""
        start, end = self.start + node.start_mark.index, self.start + node.end_mark.index
        return Edit(start=start, end=end, text=text)

    def line(self, node: yaml.Node) -> tuple[int, int]:
        """Give where the line of a value begins, and where the next one does."""
        place = self.start + node.start_mark.index
        return self.text.rfind("\n", 0, place) + 1, self.text.index("\n", place) + 1


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    """Make the edits, the last one first, so that no place moves under another."""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def value_of(text: str, key: str) -> str:
    """Give the text of a key's one value, or an empty one."""
    head = _read(text)
    value = head.value(key) if head else None
    return value.value if isinstance(value, yaml.ScalarNode) else ""


def items_of(text: str, key: str) -> tuple[str, ...]:
    """Give the texts of a key's list; one value counts as a list of one."""
    head = _read(text)
    value = head.value(key) if head else None
    if isinstance(value, yaml.SequenceNode):
        return tuple(item.value for item in value.value)
    return (value.value,) if value and value.value else ()


def said_anew(text: str, key: str, new: str) -> tuple[Edit, ...]:
    """Give a key's one value another text, in the quotes that it has."""
    head = _read(text)
    value = head.value(key) if head else None
    if head is None or not isinstance(value, yaml.ScalarNode):
        return ()
    quote = value.style if value.style in ("'", '"') else ""
    return (head.edit(value, f"{quote}{new}{quote}"),)


def set_to(text: str, key: str, new: str) -> tuple[Edit, ...]:
    """Give a key one value, whether it has one or not."""
    head = _read(text)
    if head is None or head.value(key):
        return said_anew(text, key, new)
    return (Edit(start=head.end, end=head.end, text=f"{key}: {new}{_line_end(text)}"),)


def appended(text: str, key: str, *lines: str) -> tuple[Edit, ...]:
    """Add an item of several lines to the end of a key's list; nothing where that is in a line."""
    head, end = _read(text), _line_end(text)
    value = head.value(key) if head else None
    if head is None or (isinstance(value, yaml.SequenceNode) and value.flow_style):
        return ()
    if isinstance(value, yaml.SequenceNode):
        _, place = head.line(value.value[-1].value[-1][1])
        indent = " " * value.start_mark.column
    else:
        place, indent = head.end, "  "
    item = "".join(f"{indent}{'  ' if at else '- '}{line}{end}" for at, line in enumerate(lines))
    begin = "" if value else f"{key}:{end}"
    return (Edit(start=place, end=place, text=begin + item),)


def relisted(text: str, key: str, *, add: str = "", remove: str = "") -> tuple[Edit, ...]:
    """Add an item to a key's list and take another out, in the style that the list has."""
    head = _read(text)
    if head is None:
        return ()
    value = head.value(key)
    if isinstance(value, yaml.SequenceNode) and not value.flow_style:
        return tuple(_in_lines(head, value, add, remove))
    items = value.value if isinstance(value, yaml.SequenceNode) else [value] if value else []
    kept = [head.written(item) for item in items if item.value not in ("", remove)]
    flow = f"[{', '.join([add, *kept] if add else kept)}]"
    if value:
        blank = "" if head.written(value) else " "
        return (head.edit(value, blank + flow),)
    line = f"{key}: {flow}{_line_end(text)}"
    return (Edit(start=head.end, end=head.end, text=line),) if add else ()


def _in_lines(head: _Head, value: yaml.SequenceNode, add: str, remove: str) -> list[Edit]:
    edits = []
    if add:
        start, _ = head.line(value.value[0])
        line = f"{' ' * value.start_mark.column}- {add}{_line_end(head.text)}"
        edits.append(Edit(start=start, end=start, text=line))
    for item in value.value:
        if item.value == remove:
            start, end = head.line(item)
            edits.append(Edit(start=start, end=end, text=""))
    return edits


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _read(text: str) -> _Head | None:
    fences = FENCES.match(text)
    if not fences:
        return None
    root = yaml.compose(fences["head"], Loader=yaml.BaseLoader)
    return _Head(text=text, start=fences.start("head"), end=fences.end("head"), root=root)
