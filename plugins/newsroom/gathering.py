"""Gather: every file below `content/`, accounted for, and what keeps one from being read."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.newsroom import attachment
from plugins.newsroom.dataset import DATA
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import MENTIONS
from plugins.newsroom.source_file import BESIDE, SourceFile
from plugins.newsroom.stages import DATA_FOLDERS
from plugins.newsroom.walking import SETTLED, Known, Note, Walked, read_plain, walk_whole
from plugins.vietnamese.fold import slug
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import is_nfc, nfc

REGISTERS = (
    "chuyen-trang.toml",
    "co-quan.csv",
    "dia-ban.csv",
    "dong-su-kien.csv",
    "lien-ket.csv",
    "the.csv",
    "tu-viet-tat.csv",
)
OPTIONAL_REGISTERS = (MENTIONS,)
FOLDERS = ("tin-bai", "trang")
TABLES = (".csv", ".toml")
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
LEFT_BY_MACHINES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
SOUND_NAME = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z]+)?")
LONGEST_NAME = 100
"""Characters, each a byte: names in archives and on some disks end there."""
PLAIN_NAME = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*\.[a-z]+")
ARTICLE_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What was found: files that are new or were touched, and a problem for whatever is no file.

    `removed` are the paths that were known and are gone. A file that was changed within the last
    moments before it was looked at lies nowhere (zeros), so that it is read again next time: it
    may change once more within one tick of the clock.
    """

    touched: tuple[tuple[SourceFile, Note], ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


def gather(content: Path, known: Mapping[str, Known], walked: Walked | None = None) -> Gathering:
    """Walk the content folder, unless that has just been done, and account for every entry of it.

    A file that lies as it is known to is not opened: size, times and inode are an accelerator.
    """
    if walked is None and content.is_dir():
        walked = walk_whole(str(content), known)
    look = _Look(content, known, walked)
    if content.is_dir():
        look.into("")
    else:
        fact = "không có thư mục nội dung"
        remedy = "kiểm tra lại đường dẫn sau --content"
        look.problems.append(_problem("", fact, "không có gì để dựng", remedy))
    return Gathering(
        touched=tuple(sorted(look.touched, key=lambda found: found[0].path)),
        removed=tuple(sorted(known.keys() - look.seen)),
        problems=tuple(look.problems),
    )


class _Look:
    """One look at everything in the content folder."""

    def __init__(self, content: Path, known: Mapping[str, Known], walked: Walked | None) -> None:
        self._content, self._known = content, known
        self._folders = dict(walked.folders) if walked else {}
        self.seen: set[str] = set(walked.seen) if walked else set()
        self.touched: list[tuple[SourceFile, Note]] = []
        self.problems: list[Problem] = []

    def into(self, folder: str) -> None:
        names, strangers = self._folders.pop(folder, ([], []))
        if strangers or not names:
            self._account_for(folder, sorted(names), sorted(strangers))

    def _account_for(self, folder: str, names: list[str], strangers: list[str]) -> None:
        names, strangers = (
            [n for n in some if n not in LEFT_BY_MACHINES] for some in (names, strangers)
        )
        if folder and not names:
            why = "Git không lưu thư mục trống, người khác sẽ không thấy nó"
            remedy = "xóa thư mục, hoặc đặt bài vào đó"
            self.problems.append(_problem(folder, "thư mục trống", why, remedy))
        if any(f"{folder}/{name}".lstrip("/") not in self._known for name in strangers):
            self.problems.extend(_twins(folder, names))
        for name in strangers:
            self._entry(f"{folder}/{name}" if folder else name)

    def _entry(self, path: str) -> None:
        location = self._content / path
        mode = os.lstat(location).st_mode
        name = path.rpartition("/")[2]
        is_plain = stat.S_ISREG(mode) and PLAIN_NAME.fullmatch(name) and len(name) <= LONGEST_NAME
        fault = None if is_plain else _fault_of_entry(location, path)
        if fault:
            self.problems.append(fault)
        elif stat.S_ISDIR(mode):
            self.into(path)
        else:
            kind = _kind(path)
            if isinstance(kind, Problem):
                self.problems.append(kind)
            else:
                self.seen.add(path)
                self.touched.append(_opened(path, kind, location))


def _opened(path: str, kind: str, location: Path) -> tuple[SourceFile, Note]:
    lies, data = read_plain(str(location))
    settled = time.time_ns() - max(lies.st_mtime_ns, lies.st_ctime_ns) > SETTLED
    note = (lies.st_size, lies.st_mtime_ns, lies.st_ctime_ns, lies.st_ino)
    found = SourceFile(
        path=path,
        kind=kind,
        digest=hashlib.sha256(data).hexdigest(),
        data=b"" if kind in BESIDE else data,
        location=location,
    )
    return found, note if settled else (0, 0, 0, 0)


def _fault_of_entry(location: Path, path: str) -> Problem | None:
    name = PurePosixPath(path).name
    if location.is_symlink():
        why = "liên kết có thể dẫn ra ngoài thư mục nội dung và làm lộ tệp của máy"
        return _problem(path, "đây là liên kết tượng trưng (symlink)", why, "thay bằng tệp thật")
    if location.is_dir() and (location / ".git").exists():
        why = "nội dung của nó nằm ở kho khác, không ai duyệt được ở đây"
        return _problem(path, "đây là kho Git lồng (submodule)", why, "chép tệp thật vào đây")
    if not (location.is_dir() or location.is_file()):
        return _problem(path, "đây không phải là tệp thường", "không đọc được", "xóa đi")
    if name.startswith((".", "~$", "#")) or name.endswith("~"):
        why = "tệp ẩn hoặc tệp tạm không được đăng và không được để lại"
        return _problem(path, f"tệp ẩn hoặc tệp tạm «{name}»", why, f'git rm "content/{path}"')
    return _fault_of_name(path, name, is_file=location.is_file())


def _fault_of_name(path: str, name: str, *, is_file: bool) -> Problem | None:
    if len(name) > LONGEST_NAME:
        why = f"tên quá {LONGEST_NAME} ký tự không lưu được ở mọi nơi"
        return _problem(path, f"tên dài {len(name)} ký tự", why, "đặt tên ngắn hơn")
    if SOUND_NAME.fullmatch(name) and ("." in name) == is_file:
        return None
    stem, dot, extension = name.rpartition(".") if is_file else (name, "", "")
    better = slug(nfc(stem if dot else name)) + dot + extension.lower()
    parent = PurePosixPath(path).parent
    target = (PurePosixPath("content") / parent / better).as_posix()
    fact = f"tên «{name}» không hợp lệ"
    if not is_nfc(name):
        fact = f"tên «{nfc(name)}» viết bằng dấu tổ hợp (NFD, thường do máy Mac)"
    why = "tên tệp và thư mục chỉ gồm chữ thường không dấu, chữ số và gạch nối, rồi phần mở rộng"
    return _problem(path, fact, why, f'git mv "content/{path}" {target}')


def _twins(folder: str, names: list[str]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(nfc(name).casefold(), name)
        if first != name:
            why = "trên Windows và máy Mac hai tệp này đè lên nhau"
            fact = f"tên «{name}» chỉ khác «{first}» ở chữ hoa, chữ thường hoặc cách gõ dấu"
            path = f"{folder}/{name}" if folder else name
            yield _problem(path, fact, why, "đổi tên một trong hai tệp")


def _kind(path: str) -> str | Problem:
    parts = PurePosixPath(path).parts
    extension = PurePosixPath(path).suffix
    if len(parts) == 1:
        registers = (*REGISTERS, *OPTIONAL_REGISTERS)
        known = (*registers, *FOLDERS, *DATA_FOLDERS)
        return "register" if path in registers else _stranger(path, known)
    if parts[0] in DATA_FOLDERS:
        return _data_kind(path, parts)
    if parts[0] not in FOLDERS:
        return _stranger(path, (*FOLDERS, *DATA_FOLDERS), parts[0])
    if extension in (*PICTURES, *attachment.EXTENSIONS):
        return "picture" if extension in PICTURES else "attachment"
    if extension != ".md":
        extensions = ", ".join((*PICTURES, *attachment.EXTENSIONS))
        why = f"nội dung chỉ gồm bài viết .md, ảnh và tệp đính kèm ({extensions})"
        remedy = "đổi sang một trong các dạng ấy, hoặc xóa tệp"
        return _problem(path, f"không nhận tệp «{extension}»", why, remedy)
    return "standing_page" if parts[0] == "trang" else _article_kind(path, parts)


def _data_kind(path: str, parts: tuple[str, ...]) -> str | Problem:
    extension = PurePosixPath(path).suffix
    if extension not in TABLES:
        why = "thư mục này chỉ gồm bảng .csv và tệp khai báo .toml"
        return _problem(path, f"không nhận tệp «{extension}»", why, "đổi dạng, hoặc xóa tệp")
    if len(parts) > len((parts[0], "dataset", "file")):
        why = "mỗi bộ dữ liệu là một thư mục, không có thư mục con"
        return _problem(path, "tệp nằm quá sâu", why, f"chuyển vào content/{'/'.join(parts[:2])}/")
    return DATA


def _article_kind(path: str, parts: tuple[str, ...]) -> str | Problem:
    if len(parts) != len(("tin-bai", "section", "column", "file")):
        why = "chuyên mục của bài là thư mục chứa bài"
        remedy = f"chuyển vào content/tin-bai/<chuyên trang>/<chuyên mục>/{parts[-1]}"
        return _problem(path, "bài không nằm trong thư mục của chuyên mục nào", why, remedy)
    if not ARTICLE_NAME.fullmatch(parts[-1]):
        why = "ngày và tên trong tên tệp làm nên địa chỉ của bài"
        remedy = f"đặt tên dạng 2023-03-23-ten-bai.md: git mv content/{path} …"
        return _problem(path, f"tên bài «{parts[-1]}» không bắt đầu bằng ngày", why, remedy)
    return "article"


def _stranger(path: str, known: tuple[str, ...], name: str | None = None) -> Problem:
    near = nearest(name or path, known)
    remedy = f"có phải là «{near}»?" if near else f"chỉ có: {', '.join(sorted(known))}"
    why = "không biết dùng vào việc gì, nên không thể bỏ qua trong im lặng"
    return _problem(path, f"không nhận «{name or path}» ở đây", why, remedy)


def _problem(path: str, fact: str, why: str, remedy: str) -> Problem:
    return Problem(
        path=f"content/{path}".rstrip("/"),
        line=None,
        fact=fact,
        why=why,
        remedy=remedy,
        rule="every_file_is_accounted_for",
    )
