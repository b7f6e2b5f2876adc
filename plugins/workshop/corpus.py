"""A corpus for measuring: Vietnamese articles made by a seeded die over the site's own registers.

The same sample is written twice, for us and for a plain Pelican, so that both build one text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers_reading import read_agencies, read_topics
from plugins.vietnamese.dates import ZONE
from plugins.vietnamese.fold import slug
from plugins.workshop.new_article import columns_of, sections_of

FIRST, LAST = date(2021, 8, 1), date(2025, 2, 20)
MINUTES_A_DAY = 12 * 60
WHO = (
    "Tổ công nghệ số cộng đồng",
    "Bộ phận tiếp nhận hồ sơ",
    "Đoàn kiểm tra công vụ",
    "Cán bộ phường",
    "Lãnh đạo xã",
    "Nhóm hỗ trợ người cao tuổi",
    "Hội đồng đánh giá",
    "Trung tâm điều hành",
)
DID = (
    "rà soát",
    "công khai",
    "rút ngắn",
    "hướng dẫn",
    "thử nghiệm",
    "đánh giá lại",
    "ghi nhận",
    "giải đáp",
    "sắp xếp",
    "theo dõi",
)
WHAT = (
    "quy trình cấp giấy phép xây dựng",
    "thời gian trả kết quả đất đai",
    "việc nộp hồ sơ trực tuyến",
    "bảng niêm yết thủ tục hộ tịch",
    "ý kiến góp ý của doanh nghiệp nhỏ",
    "kỷ luật giờ làm việc",
    "cách chấm điểm mức độ hài lòng",
    "lịch tiếp công dân hằng tuần",
    "dữ liệu dân cư dùng chung",
    "khoản chi thường xuyên của đơn vị",
)
WHERE = (
    "ở các phường trung tâm",
    "tại ba xã miền núi",
    "ở vùng ven biển",
    "trên toàn địa bàn",
    "tại khu công nghiệp",
    "ở những thôn xa",
    "tại bến cảng",
)
WHEN = (
    "trong quý đầu năm",
    "từ đầu tháng này",
    "sau đợt tổng kết",
    "trước mùa mưa bão",
    "trong hai tuần qua",
    "ngay sau khi có góp ý",
)
THEN = (
    "Người dân chỉ phải đi lại một lần thay vì ba lần như trước",
    "Số hồ sơ quá hạn giảm rõ rệt, phần còn lại đều có lời xin lỗi bằng văn bản",
    "Mỗi bước đều ghi tên người làm và thời hạn phải xong",
    "Cách làm này sẽ được nhân rộng nếu kết quả giữ được đến cuối năm",
    "Khó nhất vẫn là đường truyền yếu và thiết bị đã cũ",
    "Biên bản được đăng lên bảng tin để ai cũng đọc được",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """The names that samples may use: columns as editors write them, agencies, tags."""

    columns: Sequence[str]
    agencies: Sequence[str]
    tags: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One made-up article (bài mẫu); it links to an earlier one, of which it knows the path."""

    path: str
    title: str
    moment: datetime
    summary: str
    tags: Sequence[str]
    agencies: Sequence[str]
    body: str
    linked: str

    @property
    def page(self) -> str:
        """Give the file of the output that this becomes."""
        name = self.path.rpartition("/")[2].removesuffix(".md")
        return f"tin-bai/{self.moment:%Y/%m/%d}/{name[11:]}/index.html"


def read_registers(content: Path) -> Registers:
    """Read what the corpus may name; agencies only that existed in all its years."""
    agencies = read_agencies((content / "co-quan.csv").read_text("utf-8"), "co-quan.csv")
    topics = read_topics((content / "the.csv").read_text("utf-8"), "the.csv")
    return Registers(
        columns=columns_of(sections_of(content)),
        agencies=[
            agency.id
            for agency in agencies
            if not isinstance(agency, Problem)
            and agency.validity.existed_on(FIRST)
            and agency.validity.existed_on(LAST)
        ],
        tags=[topic.id for topic in topics if not isinstance(topic, Problem)],
    )


def samples(registers: Registers, count: int, seed: int) -> Iterator[Sample]:
    """Make the articles, oldest first, spread evenly over the corpus's years."""
    die = Random(seed)  # noqa: S311 - a corpus, not a secret
    earlier = ""
    for number in range(count):
        sample = _sample(registers, die, number, count, earlier)
        earlier = sample.path
        yield sample


def for_us(sample: Sample) -> str:
    """Write a sample as our editors would."""
    return (
        f'---\ntitle: "{sample.title}"\ndate: {sample.moment:%d/%m/%Y %H:%M}\n'
        f"summary: {sample.summary}\ntags: [{', '.join(sample.tags)}]\n"
        f"agencies: [{', '.join(sample.agencies)}]\nstatus: published\n---\n\n"
        f"{sample.body}{_link(sample, '')}"
    )


def for_pelican(sample: Sample) -> str:
    """Write a sample as a plain Pelican wants it: the folder as its category."""
    _, section, column, name = sample.path.split("/")
    return (
        f"Title: {sample.title}\nDate: {sample.moment:%Y-%m-%d %H:%M}\n"
        f"Category: {section}-{column}\nSlug: {name[11:].removesuffix('.md')}\n"
        f"Tags: {', '.join((*sample.tags, *sample.agencies))}\nSummary: {sample.summary}\n\n"
        f"{sample.body}{_link(sample, '{filename}/')}"
    )


def _sample(registers: Registers, die: Random, number: int, count: int, linked: str) -> Sample:
    day = FIRST + timedelta(days=number * (LAST - FIRST).days // max(count, 1))
    did, what, where = die.choice(DID), die.choice(WHAT), die.choice(WHERE)
    title = f"Đợt {number + 1}: {did} {what} {where}"
    minute = timedelta(hours=7, minutes=die.randrange(MINUTES_A_DAY))
    column = registers.columns[number % len(registers.columns)]
    return Sample(
        path=f"tin-bai/{column}/{day.isoformat()}-{slug(title)}.md",
        title=title,
        moment=datetime(day.year, day.month, day.day, tzinfo=ZONE) + minute,
        summary=f"{die.choice(THEN)}, theo báo cáo đợt {number + 1}.",
        tags=sorted(die.sample(registers.tags, k=min(2, len(registers.tags)))),
        agencies=sorted(die.sample(registers.agencies, k=min(2, len(registers.agencies)))),
        body=_body(die),
        linked=linked,
    )


def _body(die: Random) -> str:
    first = "\n\n".join(_paragraph(die) for _ in range(3))
    points = "\n".join(f"- {_sentence(die)}" for _ in range(4))
    rows = "\n".join(f"| {place} | {die.randrange(20, 900)} |" for place in die.sample(WHERE, k=4))
    last = _paragraph(die)
    return (
        f"{first}\n\n## Việc đã làm\n\n{points}\n\n## Số liệu\n\n"
        f"| Nơi | Hồ sơ |\n|---|---|\n{rows}\n\n{last}\n"
    )


def _paragraph(die: Random) -> str:
    return " ".join(f"{_sentence(die)} {die.choice(THEN)}." for _ in range(3))


def _sentence(die: Random) -> str:
    words = (WHO, DID, WHAT, WHERE, WHEN)
    return " ".join(die.choice(choices) for choices in words) + "."


def _link(sample: Sample, lead: str) -> str:
    """Link to the earlier article, from the folder that both lie in or from the content's top."""
    if not sample.linked:
        return ""
    path = f"{lead}{sample.linked}" if lead else f"../../../{sample.linked}"
    return f"\nXem thêm [bài của đợt trước]({path}).\n"
