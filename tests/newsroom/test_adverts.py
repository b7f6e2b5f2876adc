"""Advertisements smuggled into a text are found in any disguise; innocent words are let be."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from support.disguises import disguised, reads_alike

from plugins.newsroom.advert_patterns import TERMS
from plugins.newsroom.advert_terms import COMMON
from plugins.newsroom.adverts import find_adverts
from plugins.vietnamese.fold import fold
from plugins.workshop.benchmark.corpus import read_registers, samples
from plugins.workshop.benchmark.dialects import for_us

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "tinh-mau" / "content"
INNOCENT = """\
Tỉnh nhà cải cách hành chính mạnh mẽ, xứng đáng là tỉnh nhà cải thiện nhanh nhất.
tin-bai/2024-01-02-tinh-nha-cai-cach-hanh-chinh.md
#tinhnhacaicachhanhchinh
Ở nhà, cái gì cũng làm được trên mạng; trong nhà cái bàn là nơi học.
Hồ sơ để ở nhà. Cái nào cần thì mang theo.
Cơ sở cai nghiện tại nhà cai nghiện tự nguyện.
Cả cuộc thi có 20 đội; cả cuộc họp đồng ý; các cuộc đối thoại với người dân.
tong-ket-ca-cuoc-thi-tim-hieu-cai-cach-hanh-chinh.md
Chia lô đất, lô đề nghị số 3, mỗi lô đề xuất một phương án.
Số đề nghị giải quyết là 12; một số đề xuất; tổng số đề án; ghi số đề tài vào sổ.
Cán bộ lo để dân yên, lo đề phòng thiên tai.
can-bo-lo-de-dan-yen.md
Ghi sổ để theo dõi; đánh số để dễ tìm; danh sách đề cử.
ghi-so-de-theo-doi-don-thu.md
Công ty Xổ số kiến thiết nộp ngân sách 1.200 tỷ đồng.
Đánh giá, đánh bài bản, đánh số trang, đánh thức tiềm năng.
Giải bóng đá cán bộ, công chức; kéo bóng đá về trường học.
Tài sản, tài xế, tài liệu; tải xuống; xỉu vì nắng.
Ca đó trực đến sáng; các độ tuổi; cá đó được thả về hồ; ca-do-truc.
Bản cáo bạch, ban cán sự, bàn cả việc nhỏ; ban-can-su-dang.
Cho vay nông nghiệp, vay nông thôn, người vay nông dân; cho-vay-nong-nghiep-nong-thon
Thủ tục giúp dân vay tiền nhanh chóng; vay vốn ưu đãi; vay-von-uu-dai
Làm bảng giá đất; lam-bang-gia-dat-nam-2024; làm bằng gỗ.
Tỷ lệ keo lai, keo tai tượng trồng mới đạt 85 %; ty-le-keo-lai.
Sông Bắc, song Bắc, sòng phẳng; song-bac.
Trao đổi, thưởng phạt nghiêm minh; đổi mới, thi đua khen thưởng.
Nó hư thì sửa; nợ hụi; cháu bé no, hũ sữa còn đầy.
Tiến lên, toàn thắng; tiến lên hiện đại.
Sợi keo, sợi kéo; soi-guong.
a) Một; b) Hai; c) Ba; d) Bốn; đ) Năm; e) Sáu. 1 2 3 4 5 6 7 8 9 0
70931, 9088, 19088, 1.234.567, 7070 5107, mã số 88-99, W.88, biểu số 88B
Số nhà 888B, quốc lộ 1A, ngõ 68, ngách 88; thửa 789, tờ bản đồ 88.
Occasionally, Tibet and alphabet; spokesman; slot; the winter sun, sunny winds.
Đại học, đại lý, đại diện; mua sắm công; bán hàng; dịch vụ công trực tuyến.
| Nhà | Cái | Cá | Cược |
nhà,cái,cá,cược
Họ và tên; bốc thăm; bát cơm; họ bát đĩa.
Giải ngân trong 15 ngày; giải quyết trong 5 phút; giải ngân vốn đầu tư công.
Rút hồ sơ, rút tiền, thẻ căn cước, thẻ tín dụng của đơn vị.
Yêu cầu, cầu yêu nước; bưu điện; bùa hộ mệnh.
Nạp hồ sơ, rút kinh nghiệm nhanh; nạp tiền điện nước.
Cấp 3, trường cấp 3; phim tài liệu; clip hướng dẫn; chat với cán bộ.
Đĩa, xóc nảy; bầu cử; cua; gà, đá; đá gà con.
"""


def test_c07_there_are_a_hundred_terms_and_more() -> None:
    """Each has a word that offices do not use all day, by which it is noticed."""
    assert len(TERMS) > 100
    assert [term.words for term in TERMS if set(term.words.split()) <= COMMON] == []


def test_c07_every_term_is_found() -> None:
    """A term as it stands is found once, in capitals too, and without marks unless it may be."""
    ways: list[str] = []
    for term in TERMS:
        ways += [term.words, term.words.upper()]
        ways += [] if reads_alike(term) else [fold(term.words)]
    missed = [written for written in ways if len(find_adverts(f"Xem {written} ở đây.")) != 1]
    assert missed == []


def test_c07_disguises_are_seen_through() -> None:
    """At least 99 of 100 disguises are seen through, of three hundred that a seeded die made."""
    die = Random(2023)  # noqa: S311 - a corpus, not a secret
    made = [disguised(die) for _ in range(300)]
    missed = [(term, text) for term, text in made if not find_adverts(text)]
    assert len(missed) <= 3, missed


@pytest.mark.parametrize("text", INNOCENT.splitlines())
def test_c07_innocent_phrases_are_let_be(text: str) -> None:
    """An editor hears nothing about words that only look alike, with marks or without."""
    assert find_adverts(text) == ()
    assert find_adverts(text.upper()) == ()


def test_c07_nothing_of_ours_is_called_an_advertisement() -> None:
    """The sample province and the project's own content are sound, with and without marks."""
    paths = [
        path
        for folder in (ROOT / "content", GOLDEN)
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".md", ".csv", ".toml"}
    ]
    assert len(paths) > 40
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert find_adverts(text) == (), path
        assert find_adverts(fold(text)) == (), path


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    """Make a thousand articles, as the measurements do."""
    return [for_us(sample) for sample in samples(read_registers(GOLDEN, 7), 1_000, 7)]


def test_c07_a_thousand_articles_raise_no_alarm(corpus: list[str]) -> None:
    """Whoever writes about reform all day is never stopped."""
    assert [advert for text in corpus for advert in find_adverts(text)] == []


def test_c07_the_longest_term_is_told_once_with_its_line() -> None:
    """Of «nhà cái» within «kèo nhà cái» only the longer is told; twice on a line is one place."""
    found = find_adverts("Dòng một.\nKèo nhà c@i, kèo NHÀ CÁI.\nCasin0\n")
    assert [(advert.term, advert.written, advert.line) for advert in found] == [
        ("kèo nhà cái", "kèo nhà c@i", 2),
        ("casino", "casin0", 3),
    ]


def test_c07_a_look_costs_little(corpus: list[str]) -> None:
    """Looking for adverts costs no more than a few times what splitting a text into words does."""
    texts = corpus[:100]

    def cost(look: Callable[[str], object]) -> float:
        def once() -> float:
            begun = time.perf_counter()
            for text in texts:
                look(text)
            return time.perf_counter() - begun

        return min(once() for _ in range(15))

    assert cost(find_adverts) < 6 * cost(lambda text: set(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        "n h à" + " " * 50_000 + "c á i",
        "n.h." * 20_000,
        "<a" * 30_000 + "](" * 30_000 + "nhà cái",
        "nhà" + "\n" * 50_000 + "cái",
        "nhà cái " * 10_000,
        "nhacai" * 10_000,
        "lo de " * 3_000,
    ],
    ids=lambda text: text[:6],
)
def test_c07_no_text_makes_the_look_slow(text: str) -> None:
    """Whoever wants to hang the check with one file cannot."""
    begun = time.process_time()
    find_adverts(text)
    assert time.process_time() - begun < 10
