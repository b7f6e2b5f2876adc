"""Files of the output: the attachments that published texts hand out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.attachments.model import FOLDER
from plugins.newsroom.family import FileFamily
from plugins.newsroom.handing_out import AND, alike, is_shown
from plugins.newsroom.page import ExportFile
from plugins.newsroom.problem import Problem
from plugins.newsroom.publication import Publication


def handed_out(publication: Publication) -> Iterator[str]:
    """Give the paths of the attachments that texts link to."""
    world = publication.edition.world
    return alike(publication, "attachment", lambda path: world.attachment(path).url)


def attachment_files(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Serve an attachment once readers may see it; one of a draft stays unseen."""
    from plugins.attachments.stripping import stripped  # noqa: PLC0415 - brings pypdf

    paths = key.split(AND)
    if not any(is_shown(publication, "attachment", path) for path in paths):
        return
    file = publication.edition.world.links.beside["attachment"][paths[0]]
    served = stripped([file], cache=publication.cache)[file.path]  # again, if the cache lost it
    if isinstance(served, Problem):
        raise LookupError(f"{file.path} passed the gate")  # noqa: TRY004 - it is our mistake
    name = PurePosixPath(served.url).name
    yield ExportFile(save_as=f"{FOLDER}/{name}", location=str(publication.cache / FOLDER / name))


ATTACHMENTS = FileFamily(keys=handed_out, files=attachment_files)
