"""The card of an article (ảnh chia sẻ): what a network shows beside a link, 1200 × 630 pixels."""

from __future__ import annotations

import io
from bisect import bisect_left
from dataclasses import astuple, dataclass
from functools import cache, lru_cache, partial
from typing import Final

import PIL
from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from plugins.images.exports.fonts import Lettering
from plugins.images.exports.lines import balanced, broken
from plugins.newsroom.keeping import key_of
from plugins.vietnamese.cut import cut, letters
from plugins.vietnamese.normalise import nfc

DESIGN: Final = "1"
WIDTH, HEIGHT = 1200, 630
MARGIN: Final = 72
BAND: Final = 14
TEXT_SIZE: Final = 30
TITLE_SIZES: Final = (84, 76, 68, 60, 54)
MOST_LINES: Final = 5
TITLE_TOP, TITLE_WIDTH, TITLE_HEIGHT = 190, WIDTH - 2 * MARGIN, 322
LEADING: Final = 1.16
HEAD_LINE, FOOT_LINE = 116, 540

#: The colours of `theme/styles/tokens.css` in its light scheme, by their names there.
TOKENS: Final = {
    "paper": "#fffdf9",
    "ink": "#1c1816",
    "muted": "#4f4843",
    "rule": "#d9d0c3",
    "accent": "#8a1b22",
}
COLOURS: Final = ("ink", "muted", "rule", "accent")
STEPS: Final = 32
DRAWN: Final = [0] + [255] * 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words of a card, as readers know them from the page."""

    site: str
    column: str
    title: str
    date_text: str
    province: str


def card_key(card: Card, letters_used: Lettering) -> str:
    """Name everything that the bytes of a card depend on."""
    codecs = (str(features.version(name)) for name in ("freetype2", "zlib"))
    return key_of(*astuple(card), letters_used.digest, PIL.__version__, *codecs, DESIGN)


def draw(card: Card, letters_used: Lettering) -> bytes:
    """Draw a card as a PNG file."""
    image = Image.new("P", (WIDTH, HEIGHT))
    image.putpalette(_palette())
    right = WIDTH - MARGIN
    text = _font(str(letters_used.text), TEXT_SIZE)
    _fill(image, (0, 0, WIDTH, BAND), "accent")
    for height in (HEAD_LINE, FOOT_LINE):
        _fill(image, (MARGIN, height, right, height + 2), "rule")
    _write(image, (MARGIN, 90), _within(card.site, text), text, "ink")
    _write(image, (MARGIN, 164), _within(card.column, text), text, "accent")
    _write_title(image, nfc(card.title), str(letters_used.title))
    _write(image, (MARGIN, 588), card.date_text, text, "muted")
    _write(image, (right - text.getlength(card.province), 588), card.province, text, "muted")
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


@cache
def _palette() -> bytes:
    """Give each colour's steps from the paper to itself: what the soft edges of letters need."""
    paper = ImageColor.getrgb(TOKENS["paper"])
    return bytes(
        round(p + (c - p) * step / (STEPS - 1))
        for colour in COLOURS
        for step in range(STEPS)
        for p, c in zip(paper, ImageColor.getrgb(TOKENS[colour]), strict=True)
    )


def _fill(image: Image.Image, box: tuple[int, int, int, int], colour: str) -> None:
    image.paste((COLOURS.index(colour) + 1) * STEPS - 1, box)


def _write(
    image: Image.Image, at: tuple[float, int], line: str, font: ImageFont.FreeTypeFont, colour: str
) -> None:
    """Write one line on its baseline; lines never overlap, so a strip of the card is enough."""
    left, baseline = round(at[0]), at[1]
    size = round(font.size)
    strip = Image.new("L", (WIDTH - left, 2 * size))
    ImageDraw.Draw(strip).text((0, round(1.4 * size)), line, fill=255, font=font, anchor="ls")
    place = (left, baseline - round(1.4 * size))
    image.paste(strip.point(_steps(colour)), place, strip.point(DRAWN))


@cache
def _steps(colour: str) -> list[int]:
    """Give for each level of a letter's edge the place of its shade in the palette."""
    first = COLOURS.index(colour) * STEPS
    return [first + level * STEPS // 256 for level in range(256)]


def _write_title(image: Image.Image, title: str, path: str) -> None:
    size, lines = _lines(title, path)
    step = round(size * LEADING)
    top = TITLE_TOP + (TITLE_HEIGHT - step * len(lines)) // 2
    for number, line in enumerate(lines):
        _write(image, (MARGIN, top + step * number + size), line, _font(path, size), "ink")


def _lines(title: str, path: str) -> tuple[int, tuple[str, ...]]:
    """Find the largest size at which the title has room; at the smallest it is cut with «…»."""
    for size in TITLE_SIZES:
        lines = balanced(title, TITLE_WIDTH, partial(_width, path, size))
        if _has_room(lines, path, size):
            return size, lines
    measure = partial(_width, path, size)
    length = bisect_left(
        range(letters(title)),
        1,
        key=lambda n: not _has_room(broken(cut(title, n), TITLE_WIDTH, measure), path, size),
    )
    return size, balanced(cut(title, length - 1), TITLE_WIDTH, measure)


def _has_room(lines: tuple[str, ...], path: str, size: int) -> bool:
    most = min(MOST_LINES, TITLE_HEIGHT // round(size * LEADING))
    return len(lines) <= most and all(_width(path, size, line) <= TITLE_WIDTH for line in lines)


def _width(path: str, size: int, line: str) -> float:
    """Measure a line word by word, which is exact where letters are not pulled together."""
    words = line.split(" ")
    spaces = (len(words) - 1) * _word(path, size, " ")
    return spaces + sum(_word(path, size, word) for word in words)


@lru_cache(maxsize=16384)
def _word(path: str, size: int, word: str) -> float:
    return _font(path, size).getlength(word)


def _within(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Cut a text that is wider than the card."""
    shorter, length = text, letters(text)
    while font.getlength(shorter) > TITLE_WIDTH:
        length -= 1
        shorter = cut(text, length)
    return shorter


@lru_cache(maxsize=16)
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    # The other layout engine needs a library that not every machine has.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
