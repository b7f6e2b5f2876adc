"""From an editor's picture to the files that are served: upright, in sRGB, bare of metadata.

Each picture is made in a few widths and three formats. The bytes depend on the source, on Pillow
and its codecs and on this module alone; so does the name, and a served name never changes bytes.
"""

from __future__ import annotations

import functools
import io
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PIL
from PIL import ExifTags, Image, ImageCms, ImageOps, features

from plugins.images.model import EXTENSIONS, FOLDER
from plugins.newsroom.keeping import Entry, keep, kept, key_of
from plugins.newsroom.model import FileBeside
from plugins.newsroom.picture import Rendition, RenditionFile
from plugins.newsroom.problem import Problem

RENDERER: Final = "1"
CODECS: Final = ("avif", "webp", "libjpeg_turbo", "zlib", "littlecms2")
WIDTHS: Final = (480, 800, 1200, 1600)
#: A step that saves less than a tenth of the width below the last one is not worth a file.
NEAR: Final = 0.9
#: WebP counts its sides in fourteen bits.
TALLEST: Final = 16_383
#: Pictures in memory at once: a picture of 40 megapixels takes 160 MB.
MOST_WORKERS: Final = 4
SIDEWAYS: Final = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A served format (định dạng ảnh): its MIME type, its name in Pillow, its settings."""

    type: str
    name: str
    settings: dict[str, str | int | bool]


#: Speed 6 takes 0.5 s for 1600 × 1067; speed 4 takes 4 s for a file 6 % smaller. More than one
#: thread, or tiles, would make the bytes depend on the number of cores.
FORMATS: Final = {
    "avif": Format(
        type="image/avif",
        name="AVIF",
        settings={
            "quality": 55,
            "speed": 6,
            "codec": "aom",
            "subsampling": "4:2:0",
            "max_threads": 1,
            "autotiling": False,
        },
    ),
    "webp": Format(type="image/webp", name="WEBP", settings={"quality": 75, "method": 4}),
    "jpg": Format(
        type="image/jpeg",
        name="JPEG",
        settings={"quality": 80, "optimize": True, "progressive": True},
    ),
    "png": Format(type="image/png", name="PNG", settings={"optimize": True}),
}


def developed(
    pictures: Sequence[FileBeside], *, cache: Path, workers: int | None = None
) -> dict[str, Rendition | Problem]:
    """Develop pictures; those that the cache has are not even opened.

    A picture that is broken behind its sound header, which shows only here, is a problem.
    """
    in_order = sorted(pictures, key=_path)
    alike = {picture.digest: picture for picture in in_order}
    threads = min(workers or os.cpu_count() or 1, MOST_WORKERS)
    with ThreadPoolExecutor(threads) as pool:
        entries = pool.map(lambda picture: _entry(cache / FOLDER, picture), alike.values())
        found = dict(zip(alike, entries, strict=True))
    return {
        picture.path: _broken(picture.path) if entry is None else _rendition(entry)
        for picture in in_order
        for entry in (found[picture.digest],)
    }


def _path(picture: FileBeside) -> str:
    return picture.path


def key_of_picture(picture: FileBeside) -> str:
    """Name everything that the served bytes of a picture depend on."""
    return key_of(picture.digest, *_tools(), RENDERER)


@functools.cache
def _tools() -> tuple[str, ...]:
    """Give the versions of Pillow and of its codecs."""
    return (PIL.__version__, *(str(features.version(codec)) for codec in CODECS))


def _broken(path: str) -> Problem:
    return Problem(
        path=f"content/{path}",
        line=None,
        fact="tệp ảnh hỏng ở giữa",
        why="phần đầu tệp còn tốt nhưng không giải nén được cả ảnh",
        remedy="chép lại ảnh từ bản gốc",
        rule="picture_is_whole",
    )


def _entry(folder: Path, picture: FileBeside) -> Entry | None:
    key = key_of_picture(picture)
    entry = kept(folder, key)
    if entry:
        return entry
    try:
        with Image.open(picture.location, formats=tuple(EXTENSIONS)) as image:
            width, height = _upright_size(image)
            image.draft(None, (WIDTHS[-1], WIDTHS[-1]))  # a JPEG unpacks smaller if that is enough
            bare = _bare(image)
    except (OSError, SyntaxError, ValueError, EOFError):  # what Pillow's decoders raise
        return None
    files = dict(_files(bare, key, width, height))
    return keep(folder, key, files, width=width, height=height)


def _upright_size(image: Image.Image) -> tuple[int, int]:
    turned = image.getexif().get(ExifTags.Base.Orientation) in SIDEWAYS
    return (image.height, image.width) if turned else image.size


def _bare(image: Image.Image) -> Image.Image:
    """Turn a picture upright, bring it to sRGB and forget all that is not a pixel."""
    bare = _in_srgb(ImageOps.exif_transpose(image))
    if bare.mode == "RGBA" and bare.getchannel("A").getextrema() == (255, 255):
        bare = bare.convert("RGB")
    bare.info = {}
    return bare


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode.startswith("I"):  # grey in 16 bits, which `convert` would clip to white
        image = image.convert("I").point(lambda level: level / 257 + 0).convert("L")
    profile = _profile(image)
    if image.mode not in ("L", "RGB", "RGBA", "CMYK"):
        image = image.convert(mode)
    if profile:
        try:
            return _through(image, profile, mode)
        except ImageCms.PyCMSError:
            pass  # browsers, too, take a picture with a broken profile for one without
    return image.convert(mode)


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    written = image.info.get("icc_profile")
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(written)) if written else None
    except OSError:
        return None


def _through(image: Image.Image, profile: ImageCms.ImageCmsProfile, mode: str) -> Image.Image:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    turned = ImageCms.profileToProfile(image, profile, srgb, outputMode=mode)
    assert turned is not None  # noqa: S101 - only a conversion in place gives nothing
    return turned


def _files(bare: Image.Image, key: str, width: int, height: int) -> Iterator[tuple[str, bytes]]:
    sizes = [(w, max(1, round(height * w / width))) for w in served_widths(width, height)]
    scaled = [bare if bare.size == s else bare.resize(s, Image.Resampling.LANCZOS) for s in sizes]
    for extension in ("avif", "webp", "png" if bare.mode == "RGBA" else "jpg"):
        served = FORMATS[extension]
        for picture in scaled:
            stream = io.BytesIO()
            picture.save(stream, served.name, **served.settings)
            yield f"{key[:12]}-{picture.width}.{extension}", stream.getvalue()


def served_widths(width: int, height: int) -> tuple[int, ...]:
    """Choose the widths to serve: never wider than the original, nor taller than WebP can be."""
    widest = max(1, min(width, WIDTHS[-1], width * TALLEST // height))
    return (*(step for step in WIDTHS if step < widest * NEAR), widest)


def _rendition(entry: Entry) -> Rendition:
    return Rendition(
        width=entry.facts["width"],
        height=entry.facts["height"],
        files=tuple(_file(name) for name in entry.names),
    )


def _file(name: str) -> RenditionFile:
    stem, _, extension = name.partition(".")
    width = int(stem.rpartition("-")[2])
    return RenditionFile(type=FORMATS[extension].type, width=width, url=f"/{FOLDER}/{name}")
