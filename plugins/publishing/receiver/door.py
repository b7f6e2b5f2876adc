"""What the deploy key may ask for: nine words, and rsync into `incoming/` (cửa nhận)."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.store import NAME, Store
from plugins.publishing.receiver.words import Answer

WORDS: Final[dict[str, Callable[[Store, str, str], Answer]]] = {
    "status": lambda store, *_: store.status(),
    "prepare": lambda store, *_: store.prepare(),
    "activate": lambda store, name, base: store.activate(_named(name), base and _named(base)),
    "rollback": lambda store, name, _: store.rollback(name and _named(name)),
    "manifest": lambda store, name, _: store.manifest(_named(name)),
    "beat": lambda store, *_: store.beat(),
    "scan": lambda store, *_: store.scan(),
    "forget": lambda store, *_: store.forget(),
    "maintenance": lambda store, wish, _: store.maintain(wish=wish == "on"),
}
MOST_WORDS: Final = 3


def main(root: Path, asked: str) -> int:
    """Do what was asked for, and answer in one line of JSON; 1 when it is refused."""
    try:
        words = shlex.split(asked)
        if words[:2] == ["rsync", "--server"]:
            _receive(root, asked)
        answer = answered(Store(root), words)
    except (Refused, OSError, ValueError) as fault:
        print(json.dumps({"error": _said(fault)}, ensure_ascii=False))
        return 1
    print(json.dumps(answer, ensure_ascii=False))
    return 0


def answered(store: Store, words: Sequence[str]) -> Answer:
    """Do what some words ask for; raises `Refused` for any other."""
    if not words or words[0] not in WORDS or len(words) > MOST_WORDS:
        raise Refused("khóa này chỉ được phát hành và lùi bản")
    word, name, base = (*words, "", "")[:MOST_WORDS]
    return WORDS[word](store, name, base)


def _receive(root: Path, asked: str) -> None:
    """Become rsync's own restricted receiver: writing alone, below `incoming/` alone."""
    os.environ["SSH_ORIGINAL_COMMAND"] = asked
    os.execvp("rrsync", ["rrsync", "-wo", "-no-lock", str(root / "incoming")])  # noqa: S606, S607


def _named(name: str) -> str:
    if not NAME.fullmatch(name):
        raise Refused(f"«{name}» không phải là tên một bản phát hành")
    return name


def _said(fault: Exception) -> str:
    if isinstance(fault, OSError):
        return f"máy chủ không ghi được: {fault.strerror or fault}"
    return str(fault)


def entered() -> None:
    """Answer whoever came in by the deploy key, or whoever says at a console what is wanted."""
    root, *words = sys.argv[1:]
    asked = shlex.join(words) or os.environ.get("SSH_ORIGINAL_COMMAND", "status")
    sys.exit(main(Path(root), asked))
