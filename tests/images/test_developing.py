"""What becomes of an editor's picture before a reader sees it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from support.pictures import (
    BLUE,
    GREEN,
    RED,
    SECRET,
    encoded,
    halves,
    pictures_of,
    swapped_profile,
    telltale_jpeg,
)

from plugins.images.developing import developed, served_widths
from plugins.newsroom.picture import Rendition

FOLDER = "tin-bai/a/b/"


def made(tmp_path: Path, *, workers: int | None = None, **files: bytes) -> dict[str, Rendition]:
    """Develop some pictures into `tmp_path/cache`."""
    pictures = [*pictures_of(tmp_path / "content", **files).values()]
    found = developed(pictures, cache=tmp_path / "cache", workers=workers)
    return {
        path: rendition for path, rendition in found.items() if isinstance(rendition, Rendition)
    }


def served(tmp_path: Path, rendition: Rendition) -> dict[str, Path]:
    """Give the files of a rendition by `type width`."""
    return {f"{f.type} {f.width}": tmp_path / "cache" / f.url[1:] for f in rendition.files}


def opened(tmp_path: Path, rendition: Rendition) -> list[Image.Image]:
    """Decode every file of a rendition."""
    return [Image.open(path) for path in served(tmp_path, rendition).values()]


def near(found: object, wanted: tuple[int, ...]) -> bool:
    """Say whether a colour is the wanted one, as far as lossy formats keep it."""
    assert isinstance(found, tuple)
    return all(abs(a - b) < 12 for a, b in zip(found, wanted, strict=True))


def test_a_picture_is_served_in_three_formats_and_rising_widths(tmp_path: Path) -> None:
    """A browser takes the first format that it knows and the width that its screen needs."""
    (rendition,) = made(tmp_path, a_jpg=encoded(halves(1000, 600))).values()
    assert (rendition.width, rendition.height) == (1000, 600)
    assert [(f.type, f.width) for f in rendition.files] == [
        (kind, width)
        for kind in ("image/avif", "image/webp", "image/jpeg")
        for width in (480, 800, 1000)
    ]
    for image, file in zip(opened(tmp_path, rendition), rendition.files, strict=True):
        assert image.size == (file.width, round(file.width * 0.6))
        assert f"image/{str(image.format).lower()}" == file.type
        assert near(image.convert("RGB").getpixel((5, 5)), RED)


def test_a_served_name_says_what_the_bytes_depend_on(tmp_path: Path) -> None:
    """Browsers keep a picture for a year, so another picture must have another name."""
    first = made(tmp_path, a_jpg=encoded(halves()))[FOLDER + "a.jpg"]
    again = made(tmp_path, b_jpg=encoded(halves()))[FOLDER + "b.jpg"]
    other = made(tmp_path, a_jpg=encoded(halves(), quality=70))[FOLDER + "a.jpg"]
    assert first == again
    assert first.files[0].url != other.files[0].url
    folder, _, name = first.files[0].url.rpartition("/")
    assert folder == "/anh"
    assert len(name.removesuffix("-480.avif")) == 12


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), (480, 800, 1200, 1600)),
        ((1600, 1000), (480, 800, 1200, 1600)),
        ((1250, 900), (480, 800, 1250)),
        ((500, 400), (500,)),
        ((120, 90), (120,)),
        ((1, 1), (1,)),
        ((1600, 25_000), (480, 800, 1048)),
        ((16, 30_000), (8,)),
    ],
)
def test_no_picture_is_ever_made_larger(size: tuple[int, int], widths: tuple[int, ...]) -> None:
    """A small picture stays small; a very tall one stays within what WebP can hold."""
    assert served_widths(*size) == widths


def test_a_very_tall_picture_is_served_whole(tmp_path: Path) -> None:
    """A scanned list of many pages in one picture is still shown."""
    data = encoded(Image.new("RGB", (300, 20_000), RED), "PNG")
    (rendition,) = made(tmp_path, a_png=data).values()
    assert {image.size for image in opened(tmp_path, rendition)} == {(245, 16_333)}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(tmp_path: Path, orientation: int) -> None:
    """A phone held upright notes the turn instead of turning the picture."""
    (rendition,) = made(tmp_path, a_jpg=telltale_jpeg(orientation)).values()
    size = (600, 1000) if orientation >= 5 else (1000, 600)
    assert (rendition.width, rendition.height) == size
    image = opened(tmp_path, rendition)[-1]
    assert image.size == size
    assert 0x0112 not in image.getexif()
    corner = {1: (5, 5), 2: (995, 5), 3: (995, 5), 4: (5, 5), 5: (5, 5), 6: (5, 5)}
    place = {**corner, 7: (5, 995), 8: (5, 995)}[orientation]
    assert near(image.getpixel(place), RED)


def test_nothing_hidden_leaves_with_a_picture(tmp_path: Path) -> None:
    """Where and with what a picture was made is nobody's business; the source has it all."""
    source = telltale_jpeg()
    assert source.count(SECRET) == 4
    (rendition,) = made(tmp_path, a_jpg=source).values()
    marks = (SECRET, b"Exif", b"xmp", b"8BIM", b"ICC", b"iCCP", b"eXIf", b"tEXt", b"pHYs", b"tIME")
    for path in served(tmp_path, rendition).values():
        data = path.read_bytes()
        assert [mark for mark in marks if mark in data] == []


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
def test_exiftool_finds_no_metadata(tmp_path: Path) -> None:
    """An independent reader of metadata agrees (requirement C9)."""
    clear = halves().convert("RGBA")
    clear.putalpha(120)
    png = encoded(clear, "PNG", icc_profile=swapped_profile(), dpi=(300, 300))
    made(tmp_path, a_jpg=telltale_jpeg(6), b_png=png)
    groups = ("EXIF", "GPS", "XMP", "IPTC", "Photoshop", "MakerNotes", "ICC_Profile", "PNG-pHYs")
    asked = [f"-{group}:all" for group in groups]
    folder = str(tmp_path / "cache" / "anh")
    extensions = [part for ext in ("avif", "webp", "jpg", "png") for part in ("-ext", ext)]
    command = ["exiftool", "-q", "-q", "-s", "-Comment", *asked, *extensions, folder]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [line for line in output.splitlines() if not line.startswith("=")] == []


def test_transparency_stays(tmp_path: Path) -> None:
    """A drawing on no ground lies on the page's own ground, dark or light."""
    clear = Image.new("RGBA", (600, 400), (*BLUE, 0))
    clear.paste((*RED, 255), (0, 0, 300, 400))
    (rendition,) = made(tmp_path, a_png=encoded(clear, "PNG")).values()
    assert [f.type for f in rendition.files[::2]] == ["image/avif", "image/webp", "image/png"]
    for image in opened(tmp_path, rendition):
        assert image.mode == "RGBA"
        width = image.width
        assert image.getchannel("A").getpixel((width - 5, 5)) == 0
        assert near(image.getpixel((5, 5)), (*RED, 255))


def test_transparency_that_nothing_uses_is_dropped(tmp_path: Path) -> None:
    """A screenshot saved with an unused alpha channel becomes a light JPEG."""
    data = encoded(halves().convert("RGBA"), "PNG")
    (rendition,) = made(tmp_path, a_png=data).values()
    assert rendition.files[-1].type == "image/jpeg"


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_every_kind_of_pixel_is_shown(tmp_path: Path, mode: str) -> None:
    """Scanners and printers' files have other pixels than screens."""
    grey = Image.new("L", (200, 100), 90)
    grey.paste(200, (100, 0, 200, 100))
    image = grey.convert(mode) if mode != "I;16" else grey.convert("I").point(_deep).convert(mode)
    made_of = {"a_jpg": encoded(image)} if mode == "CMYK" else {"a_png": encoded(image, "PNG")}
    (rendition,) = made(tmp_path, workers=1, **made_of).values()
    shown = opened(tmp_path, rendition)[-1].convert("RGB")
    expected = (0, 255) if mode == "1" else (90, 200)
    for place, level in zip((50, 150), expected, strict=True):
        if mode != "1":  # black and white are dithered
            assert near(shown.getpixel((place, 50)), (level, level, level))


def _deep(level: float) -> float:
    return level * 257 + 0


def test_colours_of_another_profile_are_brought_to_srgb(tmp_path: Path) -> None:
    """A camera's wide colours do not turn pale or green on the page."""
    data = encoded(Image.new("RGB", (300, 200), (255, 0, 0)), "PNG", icc_profile=swapped_profile())
    (rendition,) = made(tmp_path, a_png=data).values()
    for image in opened(tmp_path, rendition):
        assert "icc_profile" not in image.info
        assert near(image.convert("RGB").getpixel((5, 5)), (0, 255, 0))


@pytest.mark.parametrize("profile", [b"", b"no profile at all"])
def test_a_broken_profile_is_as_none(tmp_path: Path, profile: bytes) -> None:
    """A browser, too, shows such a picture as if it had no profile."""
    data = encoded(Image.new("RGB", (300, 200), GREEN), icc_profile=profile)
    (rendition,) = made(tmp_path, a_jpg=data).values()
    assert near(opened(tmp_path, rendition)[-1].getpixel((5, 5)), GREEN)


def test_a_picture_that_is_broken_in_its_middle_is_named(tmp_path: Path) -> None:
    """What only decoding can find stops the build and says which file it was."""
    data = encoded(halves(), "WEBP", lossless=True)
    middle = len(data) // 2
    broken = data[:middle] + b"\xff" * 40 + data[middle + 40 :]
    pictures = pictures_of(tmp_path / "content", a_webp=broken)
    (problem,) = developed([*pictures.values()], cache=tmp_path / "cache").values()
    assert str(problem) == (
        "content/tin-bai/a/b/a.webp: lỗi: tệp ảnh hỏng ở giữa – phần đầu tệp còn tốt nhưng không"
        " giải nén được cả ảnh – chép lại ảnh từ bản gốc [picture_is_whole]"
    )


def test_a_second_build_opens_no_picture(tmp_path: Path) -> None:
    """A warm build is fast: it would fail here, since the sources are gone."""
    files = {"a_jpg": encoded(halves()), "b_jpg": encoded(halves(300, 200))}
    pictures = [*pictures_of(tmp_path / "content", **files).values()]
    first = developed(pictures, cache=tmp_path / "cache")
    shutil.rmtree(tmp_path / "content")
    assert developed(pictures, cache=tmp_path / "cache") == first


def test_a_damaged_served_file_is_made_again(tmp_path: Path) -> None:
    """A cache that lost bytes heals itself."""
    data = encoded(halves())
    (rendition,) = made(tmp_path, a_jpg=data).values()
    path = served(tmp_path, rendition)["image/webp 800"]
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    made(tmp_path, a_jpg=data)
    assert path.read_bytes() == whole


def test_the_bytes_depend_on_nothing_but_the_picture(tmp_path: Path) -> None:
    """Two machines with another number of cores build the same site."""
    noise = Image.effect_noise((1300, 900), 60).convert("RGB")
    files = {
        "a_jpg": telltale_jpeg(8),
        "b_png": encoded(noise, "PNG"),
        "c_webp": encoded(halves(700, 500).convert("RGBA"), "WEBP"),
    }
    before = os.umask(0o077)
    try:
        first = made(tmp_path / "1", workers=1, **files)
    finally:
        os.umask(before)
    assert made(tmp_path / "2", workers=4, **dict(reversed(files.items()))) == first
    assert digests(tmp_path / "1") == digests(tmp_path / "2")
    assert list(first) == sorted(first)


def digests(tmp_path: Path) -> dict[str, str]:
    """Give the digest of every served file of a cache."""
    found = (p for p in (tmp_path / "cache" / "anh").iterdir() if p.suffix != ".json")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
