"""An editor's Markdown made into a fragment, with everything that is wrong in it (thân bài)."""

from __future__ import annotations

from plugins.newsroom.body_rules import in_order, problems_of
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.markup_load import too_much
from plugins.newsroom.plain_markdown import read_plain
from plugins.newsroom.reading import Reading


def render(text: str, *, path: str, first_line: int) -> Reading[Fragment]:
    """Make a text's fragment, and name all that is wrong in it with the lines of its file.

    The fragment is there even when there are errors, so that other rules can look at it too; it is
    made of what the sanitiser lets through. A text that Markdown cannot read, or whose tags are not
    closed, has none. `path` is relative to the content folder and appears in problems alone.
    """
    heavy = too_much(text, path=path, first_line=first_line)
    if heavy:
        return Reading(value=None, problems=(heavy,))
    manuscript = Manuscript(path=path, first_line=first_line, text=text)
    fragment = read_plain(text, first_line)
    if fragment is None:
        return _marked_up(manuscript)
    return Reading(value=fragment, problems=in_order(problems_of(manuscript, fragment)))


def _marked_up(manuscript: Manuscript) -> Reading[Fragment]:
    from plugins.newsroom.marked_up_text import (  # noqa: PLC0415 - brings Markdown, nh3
        read_marked_up,
    )

    return read_marked_up(manuscript)
