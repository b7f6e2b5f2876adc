"""What happens to folders outside an editor's hands: the cache and the output, damaged.

What a build owes, whatever was done to them: its output is the clean one again. A file of the
output that is gone, or that somebody wrote to, is made anew; one that no build made is removed,
since everything in the folder gets published.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from support.law_site import KEPT_BY_CONTENT

from plugins.incremental.completion import MARKER

Damage = Callable[[Path, Random], str]


def truncate(file: Path, chance: Random) -> str:
    """Cut a file, as a full disk does."""
    data = file.read_bytes()
    file.write_bytes(data[: chance.randrange(len(data) or 1)])
    return "cắt ngắn"


def flip_a_bit(file: Path, chance: Random) -> str:
    """Turn one bit over, as a bad disk does."""
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    return "lật một bit"


def fill_with_noise(file: Path, chance: Random) -> str:
    """Replace a file by something else altogether."""
    file.write_bytes(chance.randbytes(chance.randrange(200)))
    return "thay bằng rác"


def take_anothers_bytes(file: Path, chance: Random) -> str:
    """Replace a file by the one beside it, which is sound in its own place."""
    others = [path for path in sorted(file.parent.iterdir()) if path.is_file() and path != file]
    file.write_bytes(chance.choice(others).read_bytes() if others else b"")
    return "thay bằng tệp bên cạnh"


def delete(file: Path, _chance: Random) -> str:
    """Delete a file."""
    file.unlink()
    return "xóa"


HARM: tuple[Damage, ...] = (truncate, flip_a_bit, fill_with_noise, take_anothers_bytes, delete)


def damage_cache(cache: Path, chance: Random) -> str:
    """Damage one file of a cache, or delete the whole folder."""
    found = [path for path in sorted(cache.rglob("*")) if path.is_file()]
    memory = [p for p in found if p.relative_to(cache).parts[0] not in KEPT_BY_CONTENT]
    if not found or chance.randrange(6) == 0:
        shutil.rmtree(cache, ignore_errors=True)
        return "xóa cả bộ nhớ đệm"
    file = chance.choice(memory if memory and chance.randrange(4) else found)
    return f"{file.relative_to(cache)}: {chance.choice(HARM)(file, chance)}"


def add_a_file(folder: Path, output: Path) -> str:
    """Let a file lie there that no build made."""
    (folder / "tep-la.html").write_bytes(b"<p>la</p>")
    return f"thêm tệp lạ vào {folder.relative_to(output)}"


def add_a_folder_with_a_file(folder: Path, output: Path) -> str:
    """Let a folder lie there that no build made."""
    (folder / "thu-muc-la").mkdir(exist_ok=True)
    return add_a_file(folder / "thu-muc-la", output)


def add_empty_folders(folder: Path, output: Path) -> str:
    """Leave folders that hold nothing, as a build does that could not go on."""
    (folder / "rong/trong").mkdir(parents=True, exist_ok=True)
    return f"{folder.relative_to(output)}: thêm thư mục rỗng"


def remove_a_folder(folder: Path, output: Path) -> str:
    """Remove a folder with all in it, but never the whole output."""
    if folder == output:
        return add_empty_folders(folder, output)
    shutil.rmtree(folder)
    return f"xóa thư mục {folder.relative_to(output)}"


def link_instead(folder: Path, output: Path) -> str:
    """Let a link that leads nowhere lie in a folder's place."""
    said = remove_a_folder(folder, output)
    if not folder.exists():
        folder.symlink_to(output.with_name("khong-co"))
    return f"{said}, thay bằng liên kết"


FOLDERS = (add_a_file, add_a_folder_with_a_file, add_empty_folders, remove_a_folder, link_instead)


def damage_output(output: Path, chance: Random) -> str:
    """Delete, alter or add a file or a folder of the output, or let a link stand for one."""
    found = [path for path in sorted(output.rglob("*")) if path.is_file()]
    if not found:
        return "chưa có gì"
    file = chance.choice(found)
    name = file.relative_to(output).as_posix()
    what = chance.randrange(10)
    if what < len(FOLDERS):
        return FOLDERS[what](file.parent, output)
    if what == len(FOLDERS):
        file.write_bytes(file.read_bytes() + b"\n")
        return f"{name}: thêm một dòng"
    if name == MARKER:
        return f"{name}: {flip_a_bit(file, chance)}"
    return f"{name}: {chance.choice(HARM)(file, chance)}"
