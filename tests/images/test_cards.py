"""The card that a network shows beside a link."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import unicodedata
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageColor

from plugins.images.exports import cards
from plugins.images.exports.cards import Card, card_key, draw
from plugins.images.exports.fonts import Lettering
from plugins.vietnamese.syllable import TONES

ROOT = Path(__file__).resolve().parents[2]
CARD = Card(
    site="Cải cách hành chính tỉnh Bình Định",
    column="Kế hoạch, định hướng",
    title="Bình Định: Bảy hoạt động truyền thông về cải cách hành chính trong năm 2023",
    date_text="Thứ năm, 23/03/2023 14:02",
    province="Tỉnh Bình Định",
)
VERY_LONG = (
    "Ủy ban nhân dân tỉnh ban hành kế hoạch truyền thông về công tác cải cách hành chính nhà nước "
    "năm 2023, giao bảy hoạt động cho các sở, ban, ngành và địa phương phối hợp thực hiện trước "
    "ngày 15/12/2023 theo đúng tiến độ đã đề ra từ đầu năm"
)
PAPER = ImageColor.getrgb(cards.TOKENS["paper"])
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
OTHERS = "0123456789 .,:;!?%/&()[]«»“”–—-…²°₫ŏŎĕĔčČ"


def lines_of(title: str, faces: Lettering) -> tuple[int, tuple[str, ...]]:
    """Give the size and the lines of a title."""
    return cards._lines(title, str(faces.title))  # noqa: SLF001 - the picture hides them


def test_every_letter_of_vietnam_has_its_shape(faces: Lettering) -> None:
    """No title shows an empty box in place of ế or ữ."""
    toned = {
        unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES
    }
    wanted = {*LETTERS, *LETTERS.upper(), *toned, *map(str.upper, toned)}
    for path in (faces.title, faces.text):
        known = {chr(code) for code in TTFont(path).getBestCmap()}
        assert sorted(wanted - known) == []
    assert sorted({*OTHERS} - {chr(code) for code in TTFont(faces.text).getBestCmap()}) == []


def test_a_card_is_a_small_picture_of_the_size_that_networks_ask_for(faces: Lettering) -> None:
    """Open Graph wants 1200 × 630; a phone on the road wants few bytes."""
    data = draw(CARD, faces)
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(data) < 40_000


def test_a_card_has_the_page_s_colours_and_words_in_their_places(faces: Lettering) -> None:
    """The band is the accent, the ground is paper, and letters stand where a reader looks."""
    image = Image.open(io.BytesIO(draw(CARD, faces))).convert("RGB")
    assert image.getpixel((600, 5)) == ImageColor.getrgb(cards.TOKENS["accent"])
    assert image.getpixel((20, 300)) == PAPER
    for box in (
        (72, 60, 700, 100),
        (72, 140, 400, 175),
        (72, 200, 1100, 500),
        (900, 560, 1128, 600),
    ):
        assert len(image.crop(box).getcolors(10_000) or ()) > 10


def test_a_card_has_the_colours_of_the_theme() -> None:
    """A new shade of the theme is not forgotten on the cards."""
    styles = (ROOT / "theme" / "styles" / "tokens.css").read_text("utf-8")
    light = styles.partition(":root {")[2].partition("}")[0]
    found = {name: f"--{name}: {colour};" in light for name, colour in cards.TOKENS.items()}
    assert all(found.values()), found


@pytest.mark.parametrize(
    ("title", "size", "lines"),
    [
        ("Họp báo", 84, ("Họp báo",)),
        (
            CARD.title,
            84,
            (
                "Bình Định: Bảy hoạt động",
                "truyền thông về cải cách",
                "hành chính trong năm 2023",
            ),
        ),
        (
            VERY_LONG,
            54,
            (
                "Ủy ban nhân dân tỉnh ban hành kế hoạch",
                "truyền thông về công tác cải cách hành chính",
                "nhà nước năm 2023, giao bảy hoạt động cho",
                "các sở, ban, ngành và địa phương phối hợp",
                "thực hiện trước ngày 15/12/2023 theo đúng…",
            ),
        ),
    ],
)
def test_a_long_title_shrinks_and_then_is_cut(
    title: str, size: int, lines: tuple[str, ...], faces: Lettering
) -> None:
    """A headline is as large as it can be, and never more than five lines."""
    assert lines_of(title, faces) == (size, lines)


def test_a_word_that_is_wider_than_the_card_does_not_hang_the_build(faces: Lettering) -> None:
    """An address pasted as a title is cut away, not drawn over the edge."""
    assert lines_of("https://" + "a" * 300, faces) == (54, ("…",))
    assert lines_of("Xem " + "a" * 300, faces) == (54, ("Xem…",))


def test_a_long_name_of_a_site_is_cut_at_the_margin(faces: Lettering) -> None:
    """The head of the card keeps its margin."""
    image = Image.open(io.BytesIO(draw(replace(CARD, site="Cải cách hành chính " * 9), faces)))
    assert image.convert("RGB").crop((1129, 20, 1200, 600)).getcolors() == [(71 * 580, PAPER)]


def test_the_bytes_of_a_card_depend_on_its_words_alone(faces: Lettering, tmp_path: Path) -> None:
    """Two machines, or two runs with another hash seed, draw one card."""
    code = (
        "import sys, hashlib, json; from pathlib import Path\n"
        "from plugins.images.exports.cards import Card, draw\n"
        "from plugins.images.exports.fonts import lettering\n"
        "faces = lettering(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(hashlib.sha256(draw(Card(**json.loads(sys.argv[3])), faces)).hexdigest())"
    )
    words = json.dumps(asdict(CARD))
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, str(ROOT), str(tmp_path / "khac"), words]
    output = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    assert output.stdout.strip() == hashlib.sha256(draw(CARD, faces)).hexdigest()


def test_another_word_is_another_card(faces: Lettering) -> None:
    """An edited headline is drawn again."""
    keys = {card_key(replace(CARD, **{name: "khác"}), faces) for name in CARD.__slots__}
    assert len(keys | {card_key(CARD, faces)}) == len(CARD.__slots__) + 1
