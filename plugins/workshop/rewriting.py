"""The text of one file after a renaming: its links, its picture, its date, its old address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.vietnamese.dates import Misread, Moment, iso, long_date, read_moment, short_date
from plugins.workshop.front_matter_edits import apply, items_of, relisted, said_anew, value_of
from plugins.workshop.relinking import Moves, relinked

ISO_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
SLASHED_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")

Step = Callable[[str, str, Moves], tuple[str, str]]
"""`step(text, path, moves)`: the text after one kind of change, and what changed or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A file's new text (đã viết lại), its path before the move, and what changed in it."""

    path: str
    text: str
    said: tuple[str, ...]


def rewritten(text: str, path: str, moves: Moves, *, own: bool) -> Rewritten:
    """Rewrite a text that may speak of what moves; `own` is the renamed article itself."""
    steps: tuple[Step, ...] = (_linked, _illustrated, *((_dated, _led_on) if own else ()))
    said: list[str] = []
    for step in steps:
        text, what = step(text, path, moves)
        said += [what] if what else []
    return Rewritten(path=path, text=text, said=tuple(said))


def _linked(text: str, path: str, moves: Moves) -> tuple[str, str]:
    text, count = relinked(text, path, moves)
    return text, f"sửa {count} đường dẫn" if count else ""


def _illustrated(text: str, path: str, moves: Moves) -> tuple[str, str]:
    image = value_of(text, "image")
    picture = posixpath.join(posixpath.dirname(path), image)
    new = posixpath.basename(moves.paths.get(picture, picture))
    if not image or new == image:
        return text, ""
    return apply(text, said_anew(text, "image", new)), f"image: {image} → {new}"


def _dated(text: str, path: str, moves: Moves) -> tuple[str, str]:
    """Move `date:` to the day of the new name, in the way of writing that it has."""
    written = value_of(text, "date")
    moment = read_moment(written)
    day = posixpath.basename(moves.paths[path])[:10]
    if isinstance(moment, Misread) or moment.day.isoformat() == day:
        return text, ""
    year, month, number = map(int, day.split("-"))
    at = moment.at.replace(year=year, month=month, day=number)
    new = _like(written, Moment(at=at, has_time=moment.has_time))
    return apply(text, said_anew(text, "date", new)), f"date: {written} → {new}"


def _like(written: str, moment: Moment) -> str:
    if ISO_DAY.fullmatch(written):
        return moment.day.isoformat()
    if ISO_DAY.match(written):
        return iso(moment)
    if any(map(str.isalpha, written)):
        return long_date(moment)
    return SLASHED_DAY.sub(short_date(moment.day), written)


def _led_on(text: str, _path: str, moves: Moves) -> tuple[str, str]:
    """Keep the old address as an alias, unless nobody can know it because it was never out."""
    ((old, new),) = moves.addresses.items()
    if old == new:
        return text, ""
    was_out = value_of(text, "status") != "draft" and old not in items_of(text, "aliases")
    edits = relisted(text, "aliases", add=old if was_out else "", remove=new)
    return apply(text, edits), f"aliases: thêm địa chỉ cũ {old}" if was_out else ""
