"""A process of its own for what reads a file of a stranger: it may take only so much."""

from __future__ import annotations

import json
import os
import resource
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from plugins.attachments.model import Contents
from plugins.newsroom.office_files import Fault
from plugins.newsroom.office_parts import Refused

SECONDS: Final = 120
"""Of the processor; the text of a page takes a tenth of one."""
MEMORY: Final = 4_000_000_000
_SAVE: Final = "mở tệp gốc rồi lưu lại; với PDF, trong Word chọn Lưu thành PDF"


def read_apart(read: Callable[[], Contents]) -> Contents | Fault:
    """Read in a process of its own; one that fails or takes too much gives a fault."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        _answer(theirs, read)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    if not answer.endswith(b"\n"):
        why = f"máy đọc tệp quá {SECONDS} giây hoặc hết bộ nhớ"
        return "tệp không đọc nổi", why, _SAVE
    said = json.loads(answer)
    if "fault" in said:
        fact, why, remedy = said["fault"]
        return fact, why, remedy
    return Contents(links=tuple(said["links"]), text=said["text"])


def _answer(pipe: int, read: Callable[[], Contents]) -> None:
    """Write one line, and end this process whatever happens."""
    try:
        _limit(resource.RLIMIT_CPU, SECONDS)
        _limit(resource.RLIMIT_AS, MEMORY)
        said = _said(read)
        with os.fdopen(pipe, "wb") as stream:
            stream.write(json.dumps(said).encode() + b"\n")
    finally:
        os._exit(0)


def _limit(what: int, most: int) -> None:
    """Take no more than that, or what little this process may take anyway."""
    _, hard = resource.getrlimit(what)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(what, (most, most))


def _said(read: Callable[[], Contents]) -> dict[str, object]:
    try:
        return asdict(read())
    except Refused as refused:
        return {"fault": refused.fault}
    except Exception as error:  # noqa: BLE001 - a reader may fail on foreign bytes in any way
        return {"fault": ("tệp hỏng", f"không đọc được hết ({error})", _SAVE)}
