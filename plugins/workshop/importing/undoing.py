"""Writing a sheet so that the import can be taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.workshop.writing import write_whole

NOTE = "nhap-chi-so.json"


def write(files: Mapping[Path, str], cache: Path) -> None:
    """Write files, each whole or not at all, and note what was there before."""
    notes = [
        {"file": str(file.resolve()), "before": _read(file), "after": _digest(text)}
        for file, text in files.items()
    ]
    cache.mkdir(parents=True, exist_ok=True)
    (cache / NOTE).write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
    for file, text in files.items():
        write_whole(file, text.encode())


def undo(cache: Path) -> Iterator[str]:
    """Take the last import back, and say what happened; nothing else is ever written over."""
    place = cache / NOTE
    if not place.is_file():
        yield "Không có lần nhập nào để hoàn tác."
        return
    notes = json.loads(place.read_text(encoding="utf-8"))
    edited = [note["file"] for note in notes if not _is_as_left(note)]
    if edited:
        names = ", ".join(edited)
        yield f"{names}: đã được sửa sau lần nhập, nên không hoàn tác. Dùng git restore."
        return
    for note in notes:
        file = Path(note["file"])
        if note["before"] is None:
            file.unlink()
            yield f"Đã xóa {file}, tệp do lần nhập tạo ra."
        else:
            write_whole(file, note["before"].encode())
            yield f"Đã trả {file} về như trước lần nhập."
    place.unlink()


def _is_as_left(note: Mapping[str, str]) -> bool:
    text = _read(Path(note["file"]))
    return text is not None and _digest(text) == note["after"]


def _read(file: Path) -> str | None:
    """Give a text with the ends of its lines as they are: what is taken back is the same file."""
    return file.read_bytes().decode() if file.is_file() else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
