"""Compiled templates kept between builds, sealed, so that a damaged one is compiled anew."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

DIGEST_LENGTH = 32


class SealedBytecode(BytecodeCache):
    """Keeps each compiled template in a file that begins with the digest of the rest."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in a folder of the cache, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept, when it is whole and of this template's source."""
        try:
            whole = (self._folder / bucket.key).read_bytes()
        except OSError:
            return
        digest, body = whole[:DIGEST_LENGTH], whole[DIGEST_LENGTH:]
        if hashlib.sha256(body).digest() == digest:
            bucket.bytecode_from_string(body)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all."""
        body = bucket.bytecode_to_string()
        fresh = self._folder / f"{bucket.key}-{os.getpid()}.moi"  # processes may compile at once
        fresh.write_bytes(hashlib.sha256(body).digest() + body)
        fresh.replace(self._folder / bucket.key)
