"""The desk at the beginning: two sections, five columns, 25 articles, every register in use."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from support.desk import Desk, Draft, Part, Row, Score, Sheet
from support.desk_files import ROOT

from plugins.vietnamese.dates import ZONE

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)
ARTICLES = 25
SOURCE = "Bản mẫu"
COLOURS = ("c81e1e", "1ea03c", "1e3cbe", "e6b400", "7d3c98", "148f77")
SUBJECTS = (
    *("Tỉnh", "Huyện", "Xã", "Sở Nội vụ", "Đoàn kiểm tra", "Tổ công tác", "Hội đồng"),
    *("Bộ phận một cửa", "Văn phòng", "Ban chỉ đạo"),
)
DEEDS = (
    *("rà soát thủ tục hành chính", "công bố kế hoạch truyền thông", "mở lớp bồi dưỡng kỹ năng số"),
    *("kiểm tra việc giải quyết hồ sơ", "lấy ý kiến người dân", "đối thoại với doanh nghiệp"),
    *("sắp xếp lại bộ máy", "đưa dữ liệu lên cổng", "rút ngắn thời hạn", "bình chọn sáng kiến"),
)
PARAGRAPHS = (
    "UBND tỉnh giao việc cho từng cơ quan, mỗi việc có một hạn và một người trả lời.",
    "Công tác CCHC đi đúng lịch; hồ sơ TTHC nộp qua mạng nhiều hơn năm trước.",
    "Người dân hỏi nhiều nhất về *thời hạn*, về **lệ phí** và về nơi nhận kết quả.",
    "HĐND tỉnh nghe báo cáo, đặt câu hỏi rồi giao UBND trả lời trong tháng.",
    "Theo TT của bộ, hồ sơ thiếu thì báo một lần và báo bằng văn bản.",
    "Đọc ở [cổng thông tin của tỉnh](https://tinhmau.gov.vn/) và trang [Liên hệ](/trang/lien-he/).",
    "- Việc thứ nhất đã xong.\n- Việc thứ hai còn chờ ý kiến.\n- Việc thứ ba chưa đến hạn.",
    "[[chi-so thu don-vi-1]]",
    "Danh sách cơ quan ở trang [Cơ quan của tỉnh](/co-quan/), số liệu tính đến hết tháng trước.",
)
COLUMNS = (
    ("truyen-thong", "ke-hoach"),
    ("truyen-thong", "ket-qua"),
    ("cai-cach", "mot-cua"),
    ("cai-cach", "the-che"),
    ("cai-cach", "cong-vu"),
)
AGENCIES = (
    ("ubnd-tinh", "Ủy ban nhân dân tỉnh", "UBND tỉnh", "", "", "", ""),
    ("so-noi-vu", "Sở Nội vụ", "Sở Nội vụ", "ubnd-tinh", "", "", ""),
    ("so-thong-tin", "Sở Thông tin", "Sở TT", "ubnd-tinh", "", "2025-02-28", "so-khoa-hoc"),
    ("so-khoa-hoc", "Sở Khoa học", "Sở KH", "ubnd-tinh", "2025-03-01", "", ""),
    ("ban-dan-toc", "Ban Dân tộc", "Ban DT", "ubnd-tinh", "", "2026-11-25", "so-dan-toc"),
    ("so-dan-toc", "Sở Dân tộc và Tôn giáo", "Sở DT", "ubnd-tinh", "2026-11-26", "", ""),
)
LOCALITIES = (
    ("tinh-mau", "Tỉnh Mẫu", "tinh", "63", "52", "", "", "2025-06-30", "tinh-moi"),
    ("tinh-moi", "Tỉnh Mới", "tinh", "34", "52", "", "2025-07-01", "", ""),
    ("huyen-mot", "Huyện Một", "huyen", "63", "521", "tinh-mau", "", "2025-06-30", ""),
    ("xa-mot", "Xã Một", "xa", "34", "5211", "tinh-moi", "2025-07-01", "", ""),
)
SCORED = {
    "2022": [(n, f"don-vi-{n}") for n in range(1, 6)],
    "2023": [(n + 3, f"don-vi-{n}") for n in range(1, 7)],
}
ABBREVIATIONS = (
    ("CCHC", "Cải cách hành chính", ""),
    ("UBND", "Ủy ban nhân dân", ""),
    ("TTHC", "Thủ tục hành chính", ""),
    ("TT", "Thông tư", "co"),
    ("TT", "Thị trấn", "co"),
)


def seeded() -> Desk:
    """Lay out the desk; the same desk each time."""
    desk = Desk(
        now=NOW,
        sections=_sections(),
        agencies={row[0]: agency(*row) for row in AGENCIES},
        localities={row[0]: locality(*row) for row in LOCALITIES},
        abbreviations=[abbreviation(*row) for row in ABBREVIATIONS],
        tags={key: topic(key, name) for key, name in _TAGS.items()},
        series={"ke-hoach-2023": topic("ke-hoach-2023", "Kế hoạch năm 2023")},
        hosts={"tinhmau.gov.vn": host("tinhmau.gov.vn")},
        sheets={
            "lien-he": Sheet(
                title="Liên hệ", summary="Nơi gửi ý kiến.", paragraphs=["Viết thư tới UBND tỉnh."]
            ),
            "gioi-thieu": Sheet(
                title="Giới thiệu", summary="Trang này là gì.", paragraphs=["Trang nói về CCHC."]
            ),
        },
        theme=_theme(),
        settings=_settings(),
        scores={
            period: [Score(unit=unit, points=f"{60 + 7 * n % 31}.50") for n, unit in units]
            for period, units in SCORED.items()
        },
        unit_names={f"don-vi-{n}": f"Đơn vị {n}" for n in range(1, 7)},
        terms="CC BY 4.0",
    )
    for place in range(ARTICLES):
        number = desk.number()
        desk.articles[number] = _draft(number, place)
    return desk


def title(number: int) -> str:
    """Make a headline; numbers that are close have headlines that differ."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    deed = DEEDS[(number * 7 + number // 10) % len(DEEDS)]
    return f"{subject} {deed}, đợt {number}"


def agency(*cells: str) -> Row:
    """Make a row of `co-quan.csv`."""
    key, name, short, parent, begins, ends, heir = cells
    return {
        "ma": key,
        "ten": name,
        "ten-ngan": short,
        "cap": "tinh",
        "loai": "sở",
        "co-quan-chu-quan": parent,
        "hieu-luc-tu": begins,
        "hieu-luc-den": ends,
        "ke-thua": heir,
        "trang-web": "",
        "nguon": SOURCE,
    }


def locality(*cells: str) -> Row:
    """Make a row of `dia-ban.csv`."""
    key, name, level, system, code, parent, begins, ends, heir = cells
    return {
        "ma": key,
        "ten": name,
        "ten-ngan": name,
        "cap": level,
        "he-thong": system,
        "ma-so": code,
        "thuoc": parent,
        "hieu-luc-tu": begins,
        "hieu-luc-den": ends,
        "ke-thua": heir,
        "nguon": SOURCE,
    }


def abbreviation(short: str, meaning: str, ambiguous: str = "") -> Row:
    """Make a row of `tu-viet-tat.csv`."""
    row = {"viet-tat": short, "nghia": meaning, "nhom": "cchc"}
    return {**row, "nhap-nhang": ambiguous, "nguon": SOURCE}


def topic(key: str, name: str) -> Row:
    """Make a row of `the.csv` or `dong-su-kien.csv`."""
    return {"ma": key, "ten": name, "mo-ta": f"Tin, bài về {name}."}


def host(name: str) -> Row:
    """Make a row of `lien-ket.csv`."""
    return {"may-chu": name, "ten": "Cổng thông tin", "nofollow": "", "nguon": SOURCE}


_TAGS = {"mot-cua": "Một cửa", "chi-so": "Chỉ số", "hoi-dap": "Hỏi đáp"}


def _sections() -> list[Part]:
    names = {"ke-hoach": "Kế hoạch", "ket-qua": "Kết quả", "mot-cua": "Một cửa"}
    names |= {"the-che": "Thể chế", "cong-vu": "Công vụ"}
    sections = [
        Part(id="truyen-thong", name="Truyền thông", description="Tin về truyền thông."),
        Part(id="cai-cach", name="Cải cách", description="Tin về cải cách.", agency="so-noi-vu"),
    ]
    for section in sections:
        for key in (column for home, column in COLUMNS if home == section.id):
            part = Part(id=key, name=names[key], description=f"Tin, bài về {names[key]}.")
            section.columns.append(part)
    return sections


def _draft(number: int, place: int) -> Draft:
    section, column = COLUMNS[place % 4]  # the last column has no article yet
    days = (date(2023, 3, 23), date(2024, 7, 5), date(2025, 9, 1), date(2026, 11, 20))
    day = days[place % 4] + timedelta(days=place // 8)
    draft = Draft(
        number=number,
        section=section,
        column=column,
        day=day,
        at="14:02" if place % 3 == 0 else "",
        slug=f"bai-{number}",
        title=title(number),
        summary=f"Việc của đợt {number} xong trước hạn.",
        paragraphs=[PARAGRAPHS[(place + step) % len(PARAGRAPHS)] for step in range(2)],
        heading="Số liệu" if place % 2 else "",
        has_table=place % 5 == 0,
        tags=[list(_TAGS)[place % 3]],
        agencies=["ubnd-tinh", "ban-dan-toc"] if place % 3 else ["so-noi-vu"],
        localities=["tinh-mau"] if day.year < 2025 else ["tinh-moi"],
        series="ke-hoach-2023" if place % 6 == 0 else "",
        links=[number - 1] if place % 4 == 1 else [],
    )
    if place == 0:
        draft.lead, draft.aliases = COLOURS[0], ["/cu/bai-mot/"]
        draft.attached = "Bieu mau"
    return draft


def _theme() -> dict[str, bytes]:
    theme = ROOT / "theme"
    found = (path for path in sorted(theme.rglob("*")) if path.is_file())
    return {path.relative_to(theme).as_posix(): path.read_bytes() for path in found}


def _settings() -> dict[str, object]:
    return {
        "SITENAME": "Cải cách hành chính tỉnh Mẫu",
        "SITEURL": "https://mau.example",
        "PROVINCE": "tinh-mau",
        "OWNER": "ubnd-tinh",
        "LICENCE_URL": "/trang/lien-he/",
        "REVIEW_COMPONENTS": False,
        "DEFAULT_PAGINATION": 4,
        "FEED_MAX_ITEMS": 5,
        "THEME": "theme",
    }
