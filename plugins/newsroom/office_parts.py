"""What the parts of a Word or Excel file may hold: nothing that runs, nothing that is fetched."""

from __future__ import annotations

import re
from typing import Final, Protocol
from xml.parsers import expat

from plugins.newsroom.links import scheme_of

APPS: Final = {".docx": "Word", ".xlsx": "Excel"}
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_XML: Final = (".xml", ".rels", ".vml", ".svg", ".psmdcp")
_MEDIA: Final = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".webp"),
        *(".emf", ".wmf", ".wdp", ".odttf", ".fntdata", ".ttf", ".sigs"),
    )
)
_PRINTER: Final = re.compile(r"(?:xl|word)/printerSettings/\w+\.bin", re.ASCII | re.IGNORECASE)
_FOREIGN: Final = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"MZ",
    b"%PDF",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc",
)
_MACRO: Final = ("macroenabled", "vbaproject", "vbadata", "macrosheet")
_EMBEDDED: Final = ("activex", "oleobject")
#: Kinds of relationships by which a file brings programs, other files or others' data.
_ACTIVE: Final = frozenset(
    (
        *("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "dialogsheet"),
        *("oleobject", "package", "control", "activexcontrolbinary", "afchunk", "subdocument"),
        *("attachedtemplate", "frame", "externallink", "connections", "mailmergesource"),
        *("mailmergeheadersource", "webextension", "webextensiontaskpanes"),
    )
)
_LINK: Final = re.compile(r"(?:https://|mailto:|#)\S", re.IGNORECASE)
_COMMAND: Final = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_ENCODINGS: Final = ("utf-8", "utf-16", "us-ascii")
MOST_MERGED: Final = 1_000_000
_RANGE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")


class Refused(Exception):  # noqa: N818 - nothing failed: a file is not taken
    """Why a file is not taken: the fact, why that matters, the remedy."""

    def __init__(self, fact: str, why: str, remedy: str) -> None:
        """Carry the three."""
        super().__init__(fact, why, remedy)
        self.fault = fact, why, remedy


class Part(Protocol):
    """One part of a container; raises `Refused` for what it must not hold."""

    def feed(self, piece: bytes) -> None:
        """Look at the next piece."""
        ...

    def close(self) -> None:
        """Look at the whole."""
        ...


class Container:
    """What is known of a whole file while its parts pass by."""

    def __init__(self, suffix: str) -> None:
        """Expect a file with that suffix."""
        self._suffix = suffix
        self.app = APPS[suffix]
        self.types: set[str] = set()
        self.links: tuple[str, ...] = ()

    def part(self, name: str) -> Part:
        """Give what looks at the part of that name."""
        suffix = "." + name.rpartition(".")[2].casefold()
        if suffix in _XML or name == _TYPES:
            return XmlPart(name, self)
        stem = name.casefold()
        if any(word in stem for word in _MACRO):
            raise self.has_macros(name)
        if suffix in _MEDIA or _PRINTER.fullmatch(name) or name.endswith("/"):
            return PlainPart(name, self)
        raise self.has_foreign(name)

    def close(self) -> None:
        """See that the file is of the kind that its name says."""
        kinds = {suffix for suffix, main in _MAIN.items() if main in self.types}
        if kinds == {self._suffix}:
            return
        for suffix in kinds - {self._suffix}:
            fact = f"tệp mang đuôi {self._suffix} nhưng là tệp {APPS[suffix]}"
            raise Refused(fact, "đuôi tệp sai thì không mở được", f"đổi đuôi tệp thành {suffix}")
        why = f"bên trong không có văn bản của {self.app}"
        remedy = f"mở bằng {self.app}, lưu thành {self._suffix} (không phải mẫu, không phải bản cũ)"
        raise Refused(f"tệp không phải {self._suffix} thường", why, remedy)

    def has_macros(self, name: str) -> Refused:
        """Say that a file holds a program."""
        why = "mã ấy chạy trên máy người mở tệp"
        remedy = f"trong {self.app} chọn Lưu thành, dạng {self._suffix} không có macro"
        return Refused(f"tệp có mã lệnh (macro) ở «{name}»", why, remedy)

    def has_foreign(self, name: str) -> Refused:
        """Say that a file holds another one."""
        why = "phần nhúng có thể là chương trình, và không soi được"
        remedy = f"trong {self.app} xóa phần nhúng hoặc dán nó lại như ảnh, rồi lưu"
        return Refused(f"tệp nhúng tệp khác ở «{name}»", why, remedy)


class PlainPart:
    """A picture or a font: whatever it is, no container and no program."""

    def __init__(self, name: str, container: Container) -> None:
        """Look at the part of that name."""
        self._name, self._container, self._head = name, container, b""

    def feed(self, piece: bytes) -> None:
        """Keep its first bytes."""
        if len(self._head) < len(max(_FOREIGN, key=len)):
            self._head += piece[:8]

    def close(self) -> None:
        """Refuse a container or a program."""
        if self._head.startswith(_FOREIGN):
            raise self._container.has_foreign(self._name)


class XmlPart:
    """A part in XML: without a document type, and without what `_ACTIVE` names."""

    def __init__(self, name: str, container: Container) -> None:
        """Look at the part of that name."""
        self._name, self._container, self._command, self._merged = name, container, "", 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartElementHandler = self._start

    def feed(self, piece: bytes) -> None:
        """Parse the next piece."""
        self._parse(piece, whole=False)

    def close(self) -> None:
        """Parse to the end."""
        self._parse(b"", whole=True)

    def _parse(self, piece: bytes, *, whole: bool) -> None:
        try:
            self._parser.Parse(piece, whole)
        except expat.ExpatError as error:
            why = f"phần «{self._name}» không đọc được ({error})"
            remedy = f"mở bằng {self._container.app} rồi lưu lại"
            raise Refused("tệp hỏng", why, remedy) from None

    def _doctype(self, *_: object) -> None:
        why = "khai báo ấy kéo tệp khác vào hoặc làm treo máy đọc"
        remedy = f"mở bằng {self._container.app} rồi lưu lại"
        raise Refused(f"phần «{self._name}» có khai báo DOCTYPE", why, remedy)

    def _declaration(self, _: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").casefold() not in _ENCODINGS:
            why = "Word và Excel chỉ ghi UTF-8"
            remedy = f"mở bằng {self._container.app} rồi lưu lại"
            raise Refused(f"phần «{self._name}» ghi mã {encoding}", why, remedy)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        name = element.rpartition(":")[2]
        self._parser.CharacterDataHandler = self._keep if name == "instrText" else None
        if name == "Relationship":
            self._relationship(attributes)
        elif name in ("Default", "Override") and self._name == _TYPES:
            self._content_type(attributes.get("ContentType", ""), spot=name)
        elif name == "fldSimple":
            self._keep(" ".join(attributes.values()))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _keep(self, text: str) -> None:
        self._command = self._command[-len("DDEAUTO ") :] + text
        if _COMMAND.search(self._command):
            why = "trường ấy chạy lệnh trên máy người mở tệp"
            remedy = "bấm vào trường, Ctrl+Shift+F9 để đổi thành chữ, rồi lưu lại"
            raise Refused(f"tệp có trường DDE ở «{self._name}»", why, remedy)

    def _content_type(self, found: str, *, spot: str) -> None:
        self._container.types.add(found)
        if any(word in found.casefold() for word in _MACRO):
            raise self._container.has_macros(self._name)
        if spot == "Override" and any(word in found.casefold() for word in _EMBEDDED):
            raise self._container.has_foreign(self._name)

    def _relationship(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2].casefold()
        target = attributes.get("Target", "")
        leaves = attributes.get("TargetMode", "").casefold() == "external"
        leaves = leaves or bool(scheme_of(target)) or target.startswith(("//", "\\"))
        if not leaves and kind not in _ACTIVE:
            return
        if kind == "hyperlink" and _LINK.match(target):
            self._container.links += (target,)
            return
        spot = f"«{target}» ({self._name})"
        if kind == "hyperlink":
            why = "chỉ nhận liên kết https:// và mailto:"
            raise Refused(f"tệp có liên kết tới {spot}", why, "sửa hoặc bỏ liên kết ấy rồi lưu lại")
        if kind in ("vbaproject", "wordvbadata"):
            raise self._container.has_macros(self._name)
        why = "máy người mở tệp sẽ tự lấy hoặc tự chạy thứ ấy"
        remedy = f"trong {self._container.app} ngắt nối kết, bỏ mẫu hay phần nhúng ấy rồi lưu lại"
        raise Refused(f"tệp nối tới thứ ở ngoài nội dung: {kind} {spot}", why, remedy)

    def _merge(self, cells: str) -> None:
        found = _RANGE.fullmatch(cells)
        if not found:
            return
        left, top, right, bottom = found.groups()
        wide = _column(right or left) - _column(left) + 1
        self._merged += wide * (int(bottom or top) - int(top) + 1)
        if self._merged > MOST_MERGED:
            why = "đọc chừng ấy ô làm treo máy"
            raise Refused(f"trang tính gộp ô {cells}", why, "bỏ gộp các ô trống rồi lưu lại")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
