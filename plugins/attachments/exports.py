"""Files of the output: the attachments that published texts hand out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.attachments.model import FOLDER
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import FileFamily
from plugins.newsroom.filing import PUBLISHED, STANDING
from plugins.newsroom.page import ExportFile
from plugins.newsroom.problem import Problem
from plugins.newsroom.publication import Publication

AND = "\n"


def handed_out(publication: Publication) -> Iterator[str]:
    """Give the paths of the attachments that texts link to, those of one name and content together.

    Such attachments are served as the same file, which only one unit may make.
    """
    alike: dict[str, list[str]] = {}
    for path in publication.edition.keys("attachment"):
        alike.setdefault(publication.edition.world.attachment(path).url, []).append(path)
    return map(AND.join, alike.values())


def attachment_files(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Serve an attachment once readers may see it; one of a draft stays unseen."""
    from plugins.attachments.stripping import stripped  # noqa: PLC0415 - brings pypdf

    paths = key.split(AND)
    if not any(_is_shown(path, publication.edition) for path in paths):
        return
    file = publication.edition.world.links.beside["attachment"][paths[0]]
    served = stripped([file], cache=publication.cache)[file.path]  # again, if the cache lost it
    if isinstance(served, Problem):
        raise LookupError(f"{file.path} passed the gate")  # noqa: TRY004 - it is our mistake
    name = PurePosixPath(served.url).name
    yield ExportFile(save_as=f"{FOLDER}/{name}", location=str(publication.cache / FOLDER / name))


def _is_shown(attachment: str, edition: Edition) -> bool:
    texts = map(edition.filed, edition.paths(f"attachment {attachment}"))
    return any(text.state in (PUBLISHED, STANDING) for text in texts)


ATTACHMENTS = FileFamily(keys=handed_out, files=attachment_files)
