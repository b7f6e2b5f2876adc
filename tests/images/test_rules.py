"""What an editor is told about a picture that the site cannot show."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image
from support.newsrooms import newsroom
from support.pictures import animation, bomb, encoded, halves, pictures_of, telltale_jpeg

from plugins.images.rules import picture_is_sound

PLACE = "content/tin-bai/a/b/"
DAMAGED = (
    "lỗi: tệp ảnh hỏng hoặc thiếu phần cuối – thường là do chép hay tải lên bị ngắt giữa chừng – "
    "chép lại ảnh từ bản gốc; nếu vẫn lỗi, mở ảnh rồi lưu lại thành JPEG [picture_is_whole]"
)


def said(folder: Path, **files: bytes) -> list[str]:
    """Give the messages about some pictures beside an article."""
    found = newsroom(pictures=pictures_of(folder, **files))
    return [str(p) for path in sorted(found.pictures) for p in picture_is_sound(found, path)]


def test_sound_pictures_of_every_kind_are_silent(tmp_path: Path) -> None:
    """An editor with a phone's or a scanner's ordinary file hears nothing."""
    assert not said(
        tmp_path,
        a_jpg=telltale_jpeg(orientation=6),
        b_jpeg=encoded(halves().convert("CMYK")),
        c_jpg=encoded(halves(), progressive=True),
        d_png=encoded(halves().convert("RGBA"), "PNG"),
        e_png=encoded(halves().convert("P"), "PNG"),
        f_webp=encoded(halves(), "WEBP"),
        g_webp=encoded(halves(), "WEBP", lossless=True),
        h_png=encoded(Image.new("I;16", (30, 20), 40_000), "PNG"),
    )


def test_a_phone_s_second_picture_behind_the_first_is_no_animation(tmp_path: Path) -> None:
    """Phones write a preview behind the picture (MPO); the first one is shown."""
    data = encoded(halves(), "MPO", save_all=True, append_images=[halves(100, 60)])
    assert not said(tmp_path, a_jpg=data)


def test_data_that_a_phone_adds_behind_the_end_does_no_harm(tmp_path: Path) -> None:
    """Some phones put a film behind the picture, longer than what we look through first."""
    assert not said(tmp_path, a_jpg=encoded(halves()) + b"\x00film" * 40_000)


def test_a_gif_renamed_to_jpg(tmp_path: Path) -> None:
    """Changing the extension does not change the picture."""
    assert said(tmp_path, dong_jpg=animation("GIF")) == [
        (
            f"{PLACE}dong.jpg: lỗi: tệp mang đuôi .jpg nhưng thật ra là GIF – trình duyệt đọc tệp "
            "theo nội dung, không theo tên; tên sai làm ảnh không hiện – mở bằng phần mềm xem ảnh "
            "rồi lưu lại thành JPEG; đổi đuôi tên tệp là không đủ [picture_kind_matches_its_name]"
        )
    ]


def test_a_picture_of_an_iphone_renamed_to_jpg(tmp_path: Path) -> None:
    """The most frequent false JPEG is named so that its owner recognises it."""
    (message,) = said(tmp_path, a_jpg=b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
    assert "thật ra là HEIC (ảnh của điện thoại iPhone)" in message


def test_a_png_named_jpg_gets_the_exact_rename(tmp_path: Path) -> None:
    """A sound picture under a wrong name needs one command."""
    assert said(tmp_path, a_jpg=encoded(halves(), "PNG")) == [
        (
            f"{PLACE}a.jpg: lỗi: tệp mang đuôi .jpg nhưng thật ra là PNG – trình duyệt đọc tệp "
            "theo nội dung, không theo tên; tên sai làm ảnh không hiện – "
            f"git mv {PLACE}a.jpg {PLACE}a.png, rồi sửa tên ảnh trong bài "
            "[picture_kind_matches_its_name]"
        )
    ]


@pytest.mark.parametrize("data", [b"", b"\xff", b"xin chao", b"<html></html>"])
def test_what_is_no_picture_at_all(tmp_path: Path, data: bytes) -> None:
    """A text or an empty file under a picture's name is not taken for one."""
    (message,) = said(tmp_path, a_png=data)
    assert "tệp mang đuôi .png nhưng không phải là ảnh JPEG, PNG hay WebP" in message


def test_a_small_file_that_unpacks_to_144_million_pixels(tmp_path: Path) -> None:
    """A bomb is refused by its header; nothing of it is unpacked."""
    data = bomb()
    assert len(data) < 20_000
    started = time.process_time()
    messages = said(tmp_path, bom_png=data)
    assert time.process_time() - started < 0.1
    assert messages == [
        (
            f"{PLACE}bom.png: lỗi: ảnh có 144,0 triệu điểm ảnh (12.000 × 12.000), quá giới hạn "
            "40 triệu – giải nén ảnh này chiếm quá nhiều bộ nhớ của máy dựng trang – thu ảnh về "
            "chiều rộng 2.400 điểm ảnh rồi lưu lại [picture_is_not_too_large]"
        )
    ]


def test_forty_million_pixels_are_enough_for_any_camera(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    assert not said(tmp_path, a_png=encoded(Image.new("1", (8_000, 5_000)), "PNG"))


def test_a_file_above_twenty_megabytes(tmp_path: Path) -> None:
    """The folder of articles is copied by everybody who works with it."""
    data = encoded(halves()) + b"\x00" * 20_100_000
    assert said(tmp_path, a_jpg=data) == [
        (
            f"{PLACE}a.jpg: lỗi: ảnh nặng 20,1 MB, quá giới hạn 20 MB – tệp nặng nằm mãi trong kho "
            "bài, mọi người đều phải tải về – lưu lại thành JPEG với chiều rộng 2.400 điểm ảnh "
            "[picture_is_not_too_heavy]"
        )
    ]


@pytest.mark.parametrize(("name", "kind"), [("a_png", "PNG"), ("a_webp", "WEBP")])
def test_an_animation_in_an_allowed_format(tmp_path: Path, name: str, kind: str) -> None:
    """A reader cannot stop a picture that moves."""
    (message,) = said(tmp_path, **{name: animation(kind)})
    path = PLACE + name.replace("_", ".")
    assert message == (
        f"{path}: lỗi: đây là ảnh động – người đọc không dừng được ảnh động, và nó làm rối mắt "
        "khi đọc – lưu một hình của nó thành ảnh JPEG hoặc PNG [picture_stands_still]"
    )


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.999])
@pytest.mark.parametrize(
    ("name", "kind"), [("a_jpg", "JPEG"), ("a_png", "PNG"), ("a_webp", "WEBP")]
)
def test_a_truncated_picture(tmp_path: Path, name: str, kind: str, share: float) -> None:
    """An upload that broke off is found before a reader sees half a picture."""
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    data = encoded(noise, kind)
    path = PLACE + name.replace("_", ".")
    assert said(tmp_path, **{name: data[: int(len(data) * share)]}) == [f"{path}: {DAMAGED}"]


def test_a_truncated_picture_with_a_whole_thumbnail(tmp_path: Path) -> None:
    """The end mark of the thumbnail in the head is not taken for that of the picture."""
    exif = Image.Exif()
    exif[0x010E] = "x" * 100
    data = encoded(Image.effect_noise((400, 300), 80), exif=exif)
    head = b"\xff\xe1" + (4098).to_bytes(2, "big") + (b"Exif2\x00" + encoded(halves(40, 30)))
    segment = head.ljust(4100, b"\x00")
    whole = data[:2] + segment + data[2:]
    assert not said(tmp_path / "1", a_jpg=whole)
    assert said(tmp_path / "2", a_jpg=whole[:20_000]) == [f"{PLACE}a.jpg: {DAMAGED}"]


def test_a_flipped_byte_in_a_png(tmp_path: Path) -> None:
    """Every chunk's checksum is compared."""
    data = bytearray(encoded(Image.effect_noise((100, 80), 80), "PNG"))
    data[len(data) // 2] ^= 1
    assert said(tmp_path, a_png=bytes(data)) == [f"{PLACE}a.png: {DAMAGED}"]


def test_what_pillow_only_warns_of_is_an_error(tmp_path: Path) -> None:
    """A warning about the header would be lost in a build's output."""
    damaged = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x05\x00\x0f\x01\x02\x00"
    assert said(tmp_path, a_jpg=encoded(halves(), exif=damaged)) == [f"{PLACE}a.jpg: {DAMAGED}"]


def test_every_problem_of_every_picture_in_order(tmp_path: Path) -> None:
    """One run tells all, so that an editor need not come back."""
    black, white = Image.new("1", (9_000, 5_000)), Image.new("1", (9_000, 5_000), 1)
    moving = encoded(black, "PNG", save_all=True, append_images=[white])
    messages = said(tmp_path, b_jpg=moving, a_png=b"x")
    assert [(m.split(":")[0], m.rpartition("[")[2]) for m in messages] == [
        (f"{PLACE}a.png", "picture_kind_matches_its_name]"),
        (f"{PLACE}b.jpg", "picture_kind_matches_its_name]"),
        (f"{PLACE}b.jpg", "picture_is_not_too_large]"),
        (f"{PLACE}b.jpg", "picture_stands_still]"),
    ]


def test_a_thousand_pictures_take_less_than_a_second(tmp_path: Path) -> None:
    """`inv check` answers at once."""
    data = encoded(Image.effect_noise((1600, 1000), 40).convert("RGB"))
    files = pictures_of(tmp_path, **{f"a{n}_jpg": data for n in range(1000)})
    started = time.process_time()
    found = newsroom(pictures=files)
    assert not [problem for path in files for problem in picture_is_sound(found, path)]
    assert time.process_time() - started < 1
