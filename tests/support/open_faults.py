"""What builds get wrong today: each fault has a strict test of its own, and the law goes round it.

Whoever mends one takes it off this list; its test then has to pass.
"""

from __future__ import annotations

import shutil

from support.law_site import LawSite

from plugins.incremental.staging import MARKER

COMPILED = "compiled templates are kept without the options that they depend on"
REMOVAL = "a removal that is killed leaves a folder without the mark that lets a build remove it"

#: Kinds of edits that no sequence makes, since the build after them is wrong.
OPEN_EDITS = {"set_jinja_environment": COMPILED}
#: A killed build may leave what only a person can remove.
SWEEPS = True


def sweep(site: LawSite) -> None:
    """Remove by hand what builds refuse to remove, as an editor would be told to."""
    for place in site.folder.glob("output.*") if SWEEPS else ():
        if not (place / MARKER).is_file():
            shutil.rmtree(place)
