"""Every attachment is one that readers may open: whole, without programs, without strange links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.attachments.model import Contents
from plugins.attachments.reading import read_attachment
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.adverts import nothing_is_advertised
from plugins.newsroom.rules.links import WEB, on_no_reviewed_host
from plugins.newsroom.rules.saying import error

HOSTS = "lien-ket.csv"


def attachment_is_sound(newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Look into an attachment below `content/`, whoever links to it."""
    found = read_attachment(newsroom.attachments[path])
    if not isinstance(found, Contents):
        yield error(path, *found, rule="attachment_is_sound")
        return
    for advert in nothing_is_advertised("\n".join((found.text, *found.links)), path):
        yield replace(advert, line=None)  # nobody can count the lines of such a file
    for link in dict.fromkeys(found.links):
        if WEB.match(link) and HOSTS not in newsroom.unread:
            yield from on_no_reviewed_host(path, link, newsroom)
