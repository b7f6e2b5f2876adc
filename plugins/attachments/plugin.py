"""When the content has passed the gate, strip its attachments; at the end, serve what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.newsroom.attachment import Attachment
from plugins.newsroom.model import FileBeside
from plugins.newsroom.problem import Problem
from plugins.newsroom.stages import develop_with, make_files


def register() -> None:
    """Take part in developing and exporting."""
    develop_with("attachment", develop)
    make_files("plugins.attachments.exports", attachments="ATTACHMENTS")


def develop(
    files: Sequence[FileBeside], *, cache: Path, workers: int
) -> Mapping[str, Attachment | Problem]:
    """Hand attachments over; one is made after the other, whatever the number of workers."""
    from plugins.attachments.stripping import stripped  # noqa: PLC0415 - brings pypdf

    del workers
    return stripped(files, cache=cache)
