"""Text of the time before Unicode is recognised, and right text is never suspected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.legacy import Mojibake, Undecodable, decode, mojibake
from plugins.vietnamese.syllable import split_tone

#: Unicode letters, what TCVN 5712's VN3 table stores for each, and what VNI stores.
LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
TCVN3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ"
VNI_LIST = """
    aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä
    ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï
    ö öø öû öõ öù öï yø yû yõ yù î
"""
VNI = VNI_LIST.split()
TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
TO_TCVN3 = str.maketrans(dict(zip(LETTERS, TCVN3, strict=True)) | TCVN3_CAPITALS)
TO_VNI = str.maketrans(
    dict(zip(LETTERS, VNI, strict=True))
    | {letter.upper(): signs.upper() for letter, signs in zip(LETTERS, VNI, strict=True)}
)

SENTENCES = (
    "Tỉnh Bình Định đẩy mạnh công tác cải cách hành chính nhà nước năm 2023",
    "Ủy ban nhân dân tỉnh ban hành kế hoạch truyền thông về cải cách thủ tục hành chính",
    "Sở Nội vụ hướng dẫn, đôn đốc các cơ quan, đơn vị, địa phương thực hiện",
    "Người dân và doanh nghiệp hài lòng với dịch vụ công trực tuyến (85,03 %)",
    "Thứ năm, 23/03/2023: đường Nguyễn Tất Thành, thành phố Quy Nhơn",
    "«Một cửa» ở xã: trả kết quả đúng hẹn, không để hồ sơ quá hạn – đó là mục tiêu…",
)
CLEAN = (
    *SENTENCES,
    "Đắk Lắk, Krông Pa, Chư Sê, Kông Chro, Ia Grai; các xã Bờ Ngoong, Đak Pơ, H’ra, Ayun",
    "«Má», «Mã», «Ý» và “Ừ”… NGÃ BA, CHÚ Ý, VÀ Ê KÍP",
    "Bụi PM2.5 cỡ 2,5 µm ở 25 °C; 3 × 4 m²; ±0,5; §3; © 2023; Zalo®; ½ • một • hai · ba",
    "The Provincial People’s Committee published its plan – naïve façade, café, résumé (£5)",
    "Où était la fête de l’été ? À côté de l’hôtel, près du café, où l’on a bu du thé né là-bas.",
    "«Où est-il ?» Ça m’a plu : Noël, Loïc, le maïs, l’île, l’œuvre, Haïti, aiguë, tôt ou dû.",
    "El niño comió piñas en España; ¿dónde está? ¡Qué bien! São Paulo, informações, coração.",
    "Für größere Städte gilt: Öl, Übung, schön, Maß; Zürich, Köln, Malmö.",
    "MÃ\u00a0SỐ và NGÃ\u00a0BA",
)


def in_vni(text: str) -> str:
    """Write a text as a VNI font stores it."""
    return text.translate(TO_VNI)


def in_tcvn3(text: str) -> str:
    """Write a text as a TCVN3 font stores it, which has no capitals with tones."""
    has_capital = (letter.isascii() or letter in TCVN3_CAPITALS for letter in text)
    lowered = (
        letter if kept else letter.lower() for letter, kept in zip(text, has_capital, strict=True)
    )
    return "".join(lowered).translate(TO_TCVN3)


def in_windows_1258(text: str) -> bytes:
    """Write a text as Windows-1258 stores it: each tone after its letter."""
    parts = (split_tone(letter) for letter in text)
    return "".join(letter + tone for letter, tone in parts).encode("cp1258")


def encoded_twice(text: str) -> str:
    """Store a text's UTF-8 again as if it were Windows-1252, unused bytes included."""
    signs = (bytes([byte]) for byte in text.encode())
    return "".join(sign.decode("cp1252", "ignore") or sign.decode("latin-1") for sign in signs)


@pytest.mark.parametrize("text", CLEAN)
def test_right_text_is_not_suspected(text: str) -> None:
    """An editor is never asked to mend a text that is right."""
    assert mojibake(text) is None


def test_all_right_texts_together_are_not_suspected() -> None:
    """A page in several languages gives no alarm either."""
    assert mojibake("\n".join(CLEAN)) is None


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("kind", "write"),
    [("TCVN3", in_tcvn3), ("VNI", in_vni), ("UTF-8 hai lần", encoded_twice)],
    ids=["tcvn3", "vni", "twice"],
)
def test_text_of_an_old_font_is_found(
    sentence: str, kind: str, write: Callable[[str], str]
) -> None:
    """A reader never meets a page of broken letters."""
    found = mojibake(f"Tiêu đề đúng\n\n{write(sentence)}\n")
    assert found is not None
    assert (found.kind, found.line) == (kind, 3)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TØnh B×nh §Þnh", Mojibake(kind="TCVN3", sample="TØnh B×nh §Þnh", line=1)),
        ("Tænh Bình Ñònh", Mojibake(kind="VNI", sample="Tænh Ñònh", line=1)),
        ("TÆNH BÌNH ÑÒNH", Mojibake(kind="VNI", sample="TÆNH ÑÒNH", line=1)),
        ("Tá»‰nh Bình Äá»‹nh", Mojibake(kind="UTF-8 hai lần", sample="Tá»‰nh Äá»‹nh", line=1)),
        ("Bình Äá»‹nh hÃ´m nay", Mojibake(kind="UTF-8 hai lần", sample="Äá»‹nh hÃ´m", line=1)),
        (
            "Đoàn công tác do ««ng NguyÔn V¨n Hïng» dẫn đầu",
            Mojibake(kind="TCVN3", sample="NguyÔn V¨n Hïng", line=1),
        ),
        (
            "tên\nQuaûng Trò\nLaïng Sôn\nCaàn Thô",
            Mojibake(kind="VNI", sample="Quaûng Laïng Caàn", line=2),
        ),
    ],
)
def test_the_broken_words_are_shown(text: str, found: Mojibake) -> None:
    """An editor sees which words to type again."""
    assert mojibake(text) == found


@given(st.text(st.characters(codec="utf-8")))
@settings(max_examples=1000, deadline=None)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    """A right file loses nothing but its byte order mark."""
    plain = text.lstrip("\ufeff").replace("\x00", "")
    assert decode(plain.encode()) == plain
    assert decode(plain.encode("utf-8-sig")) == plain


SAVE = "mở tệp bằng phần mềm soạn thảo, lưu lại (Save as) với mã hóa UTF-8"
CONVERT = "chuyển sang Unicode bằng công cụ chuyển mã của UniKey, rồi lưu lại với mã hóa UTF-8"
RESTORE = "có chỗ bị hỏng khi chép hoặc ghép tệp; lấy lại bản gốc rồi lưu với mã hóa UTF-8"
TEXT = "Title: a\n" + "\n".join(SENTENCES)


@pytest.mark.parametrize(
    ("data", "fact", "remedy", "line"),
    [
        (TEXT.encode("utf-16"), "tệp ở bảng mã UTF-16 LE", SAVE, 1),
        (TEXT.encode("utf-16-le"), "tệp ở bảng mã UTF-16 LE", SAVE, 1),
        (TEXT.encode("utf-16-be"), "tệp ở bảng mã UTF-16 BE", SAVE, 1),
        (
            in_windows_1258(TEXT),
            "tệp không ở bảng mã UTF-8, có vẻ ở Windows-1258",
            CONVERT,
            2,
        ),
        (
            in_tcvn3(TEXT).encode("latin-1", "ignore"),
            "tệp không ở bảng mã UTF-8, có vẻ ở TCVN3",
            CONVERT,
            2,
        ),
        (
            in_vni(TEXT).encode("latin-1", "ignore"),
            "tệp không ở bảng mã UTF-8, có vẻ ở VNI",
            CONVERT,
            2,
        ),
        (
            "Le café\noù l’été".encode("cp1252"),
            "tệp không ở bảng mã UTF-8, có vẻ ở Windows-1252",
            SAVE,
            1,
        ),
        (TEXT.encode() + b"\n\xff", "tệp UTF-8 có byte hỏng", RESTORE, 8),
        (b"\xff", "tệp không ở bảng mã UTF-8, có vẻ ở Windows-1252", SAVE, 1),
    ],
)
def test_bytes_of_another_encoding_are_named(
    data: bytes, fact: str, remedy: str, line: int
) -> None:
    """An editor learns what the file is and how to save it."""
    assert decode(data) == Undecodable(fact=fact, remedy=remedy, line=line)


@given(st.text(st.characters(codec="latin-1"), max_size=80))
@settings(max_examples=1000, deadline=None)
def test_any_text_is_judged(text: str) -> None:
    """No text of an old font stops a build."""
    found = mojibake(text)
    assert found is None or found.sample


@given(st.binary(max_size=200))
@settings(max_examples=1000, deadline=None)
def test_any_bytes_are_text_or_a_message(data: bytes) -> None:
    """No file stops a build."""
    assert isinstance(decode(data), str | Undecodable)
