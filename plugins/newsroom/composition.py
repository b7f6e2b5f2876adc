"""A fragment's slots filled: the HTML that a page, a feed or a file to keep shows (thân bài)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Final

from plugins.newsroom.anchors import popover_anchor, term_anchor
from plugins.newsroom.fragment import (
    AttachmentSlot,
    Fragment,
    LinkSlot,
    PictureSlot,
    ShortcodeSlot,
    TermSlot,
)
from plugins.newsroom.view_parts import Picture, Term

_ILLUSTRATIVE: Final = "Ảnh minh họa."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fillings:
    """What stands in slots: of a link its address and its `rel`, which may be empty; else HTML.

    `attachment` gives an attachment's kind and size in words.
    """

    link: Callable[[LinkSlot], tuple[str, str]]
    attachment: Callable[[AttachmentSlot], str]
    picture: Callable[[PictureSlot], str]
    shortcode: Callable[[ShortcodeSlot], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A finished text and the abbreviations that it explains, in order of their first mention."""

    html: str
    terms: tuple[Term, ...]


@dataclass(slots=True)
class _Explained:
    """The abbreviations that a text has met so far."""

    meanings: Mapping[str, str]
    terms: dict[str, Term] = field(default_factory=dict)

    def fill(self, slot: TermSlot) -> str:
        meaning = self.meanings.get(slot.term)
        if meaning is None or slot.term in self.terms:
            return escape(slot.term, quote=False)
        self.terms[slot.term], html = _explanation(slot.term, meaning)
        return html


def fill(fragment: Fragment, fillings: Fillings, terms: Mapping[str, str]) -> Filled:
    """Join the pieces for a page; the first mention of each known abbreviation is explained.

    `terms` maps an abbreviation, exactly as it is written, to the meaning that it has in this text.
    """
    explained = _Explained(terms)
    html = _join(fragment, fillings, explained.fill)
    return Filled(html=html, terms=tuple(explained.terms.values()))


def plain(fragment: Fragment, fillings: Fillings) -> str:
    """Join the pieces for feeds and files to keep: no popovers, and nothing that needs the page."""
    return _join(fragment, fillings, lambda slot: escape(slot.term, quote=False))


def picture_html(
    picture: Picture,
    caption: str = "",
    *,
    credit: str = "",
    illustrative: bool = False,
    alone: bool = True,
) -> str:
    """Write a picture of the text as the theme's `figure` does; within a line, as its `picture`.

    There the caption becomes the picture's title, since nothing stands below it.
    """
    if not alone:
        return _picture(picture, caption)
    words = [
        f'<span class="figure__text">{escape(caption)}</span>' if caption else "",
        f'<span class="figure__illustrative">{_ILLUSTRATIVE}</span>' if illustrative else "",
        f'<span class="figure__credit">Ảnh: {escape(credit)}</span>' if credit else "",
    ]
    said = "\n".join(word for word in words if word)
    below = f'<figcaption class="figure__caption">{said}</figcaption>' if said else ""
    return f'<figure class="figure">{_picture(picture)}{below}</figure>'


def _join(fragment: Fragment, fillings: Fillings, term: Callable[[TermSlot], str]) -> str:
    parts: list[str] = []
    for piece in fragment.pieces:
        match piece:
            case str():
                parts.append(piece)
            case TermSlot():
                parts.append(term(piece))
            case LinkSlot():
                parts.append(_link(*fillings.link(piece)))
            case AttachmentSlot():
                parts.append(f" ({escape(fillings.attachment(piece))})")
            case PictureSlot():
                parts.append(fillings.picture(piece))
            case ShortcodeSlot():
                parts.append(fillings.shortcode(piece))
    return "".join(parts)


def _link(address: str, rel: str) -> str:
    return f' href="{escape(address)}"' + (f' rel="{escape(rel)}"' if rel else "")


@lru_cache(maxsize=1024)
def _explanation(short: str, meaning: str) -> tuple[Term, str]:
    """Give an abbreviation's entry in the list of a text, and its popover in the text."""
    anchor = popover_anchor(short)
    return Term(short=short, meaning=meaning, anchor=term_anchor(short)), (
        f'<button type="button" class="abbreviation" popovertarget="{anchor}">'
        f"<abbr>{escape(short, quote=False)}</abbr></button>"
        f'<span class="abbreviation__meaning" id="{anchor}" popover>'
        f"{escape(meaning, quote=False)}</span>"
    )


def _picture(picture: Picture, title: str = "") -> str:
    sizes = f' sizes="{escape(picture.sizes)}"'
    sources = "".join(
        f'<source type="{escape(source.type)}" srcset="{escape(source.srcset)}"{sizes}>'
        for source in picture.sources
    )
    title = f' title="{escape(title)}"' if title else ""
    haste = 'loading="lazy"' if picture.lazy else 'fetchpriority="high"'
    return (
        f'<picture class="picture">{sources}<img class="picture__image"'
        f' src="{escape(picture.src)}" alt="{escape(picture.alt)}"{title}'
        f' width="{picture.width}" height="{picture.height}" {haste} decoding="async"></picture>'
    )
