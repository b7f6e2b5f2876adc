"""Reading front matter into typed values, gathering every problem on the way."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.newsroom.front_matter_nodes import Mapping, Node, Scalar, Sequence
from plugins.newsroom.problem import Problem
from plugins.vietnamese.dates import Misread, Moment, read_moment
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import nfc

FLAGS = {"true": True, "co": True, "có": True, "false": False, "khong": False, "không": False}
RULE = "front_matter_is_understood"


class Fields:
    """The fields of one mapping, asked for by name; what is wrong collects in `problems`."""

    def __init__(self, mapping: Mapping, path: str, known: Iterable[str]) -> None:
        """Refuse every key that is not known, with the nearest known one."""
        self.path = path
        self.line = mapping.line
        self.problems: list[Problem] = []
        self._values = {key.text: value for key, value in mapping.entries}
        self.lines = {key.text: key.line for key, _ in mapping.entries}
        names = tuple(known)
        for key, _ in mapping.entries:
            if key.text not in names:
                near = nearest(key.text, names)
                remedy = (
                    f"có phải là «{near}»?" if near else f"các mục được dùng: {', '.join(names)}"
                )
                why = "mục lạ bị bỏ qua sẽ làm mất điều người viết muốn nói"
                self.report(key.line, f"không có mục «{key.text}»", why, remedy)

    def report(self, line: int, fact: str, why: str, remedy: str) -> None:
        """Note a problem at a line of the file."""
        spot = f"content/{self.path}"
        self.problems.append(
            Problem(path=spot, line=line, fact=fact, why=why, remedy=remedy, rule=RULE)
        )

    def text(self, key: str, *, required: bool = False) -> str:
        """Give a field's text in NFC, or an empty string."""
        value = self._values.get(key)
        if isinstance(value, Scalar) and value.text.strip():
            return nfc(value.text.strip())
        if value is not None and not isinstance(value, Scalar):
            why = "mục này chỉ nhận một dòng chữ"
            self.report(value.line, f"«{key}» là một danh sách", why, f"viết {key}: chữ")
        elif required:
            line = self.lines.get(key, self.line)
            why = "thiếu mục này thì không đăng được"
            self.report(line, f"thiếu «{key}»", why, f"thêm dòng {key}: … vào phần đầu")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list's texts; one scalar counts as a list of one."""
        value = self._values.get(key)
        if isinstance(value, Scalar):
            return (nfc(value.text.strip()),) if value.text.strip() else ()
        if not isinstance(value, Sequence):
            if value is not None:
                self._not_a_list(key, value)
            return ()
        for item in value.items:
            if not isinstance(item, Scalar):
                self._not_a_list(key, item)
            elif not item.text.strip():
                why = "dòng trống trong danh sách không nói gì"
                self.report(item.line, f"«{key}» có một dòng trống", why, "điền, hoặc xóa dòng ấy")
        texts = (nfc(item.text.strip()) for item in value.items if isinstance(item, Scalar))
        return tuple(text for text in texts if text)

    def _not_a_list(self, key: str, value: Node) -> None:
        why = "mỗi dòng của danh sách phải là một giá trị đơn"
        remedy = f"viết {key}: rồi mỗi giá trị một dòng bắt đầu bằng «- »"
        self.report(value.line, f"«{key}» không phải là danh sách", why, remedy)

    def moment(self, key: str, *, required: bool = False) -> Moment | None:
        """Give a day, with its time when one is written, in the Vietnamese time zone."""
        written = self.text(key, required=required)
        if not written:
            return None
        read = read_moment(written)
        if isinstance(read, Misread):
            why = "ngày giờ đọc theo cách viết Việt Nam, giờ Việt Nam"
            self.report(self.lines[key], f"«{key}»: {read.fact}", why, read.remedy)
            return None
        return read

    def flag(self, key: str) -> bool:
        """Give a yes or no; absent is no."""
        written = self.text(key).casefold()
        if written and written not in FLAGS:
            why = "mục này chỉ nhận có hoặc không"
            fact = f"không hiểu «{key}: {written}»"
            self.report(self.lines[key], fact, why, f"viết {key}: true hoặc {key}: false")
        return FLAGS.get(written, False)

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Give one of the choices; the first is what an absent field means."""
        written = self.text(key) or choices[0]
        if written not in choices:
            near = nearest(written, choices)
            remedy = f"có phải là «{near}»?" if near else f"chọn một trong: {', '.join(choices)}"
            why = f"mục «{key}» chỉ nhận vài giá trị"
            self.report(self.lines[key], f"không có giá trị «{written}»", why, remedy)
            return choices[0]
        return written

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Give a mapping's pairs of text, such as `TT: Thông tư`."""
        value = self._values.get(key)
        if value is None:
            return ()
        if not isinstance(value, Mapping):
            why = "mục này nhận các dòng dạng «chữ: nghĩa»"
            remedy = f"viết {key}: rồi mỗi dòng thụt vào hai khoảng, ví dụ «  TT: Thông tư»"
            self.report(value.line, f"không hiểu «{key}»", why, remedy)
            return ()
        inner = Fields(value, self.path, [k.text for k, _ in value.entries])
        found = tuple((nfc(k.text), inner.text(k.text)) for k, _ in value.entries)
        self.problems.extend(inner.problems)
        return found

    def records(self, key: str, known: tuple[str, ...]) -> tuple[Fields, ...]:
        """Give a list of small mappings, each with the known keys; none of them may be missing."""
        value = self._values.get(key)
        items = value.items if isinstance(value, Sequence) else () if value is None else (value,)
        found = []
        for item in items:
            if isinstance(item, Mapping):
                found.append(Fields(item, self.path, known))
            else:
                why = f"mỗi dòng của «{key}» cần có {' và '.join(known)}"
                remedy = "viết " + "; ".join(f"{name}: …" for name in known)
                self.report(item.line, f"không hiểu «{key}»", why, remedy)
        return tuple(found)
