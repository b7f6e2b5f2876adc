"""`inv build --why ADDRESS`: why a page was made again, or why it was kept (vì sao)."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.incremental.explained import Explained
from plugins.incremental.planning import LOST, NEW

LISTED = 20
WORDS = {
    "text": "chữ của content/{}",
    "headline": "tiêu đề, tóm tắt, ngày hoặc chỗ xếp của content/{}",
    "landing": "địa chỉ, đầu mục hoặc trạng thái đăng của content/{}",
    "picture": "ảnh content/{}",
    "attachment": "tệp đính kèm content/{}",
    "order": "thứ tự các bài của nhóm «{}»",
    "size": "số bài của nhóm «{}»",
    "block": "một đoạn của nhóm «{}»",
    "least": "nhóm có đủ số bài cho trang kế tiếp hay chưa: {}",
    "near": "bài đứng cạnh trong nhóm và bài: {}",
    "keys": "nhóm «{}» có thêm hoặc bớt",
    "agencies": "cơ quan «{}» (content/co-quan.csv)",
    "localities": "địa bàn «{}» (content/dia-ban.csv)",
    "tags": "thẻ «{}» (content/the.csv)",
    "series": "dòng sự kiện «{}» (content/dong-su-kien.csv)",
    "columns": "chuyên mục «{}» (content/chuyen-trang.toml)",
    "meanings": "nghĩa của «{}» (content/tu-viet-tat.csv)",
    "hosts": "máy chủ «{}» (content/lien-ket.csv)",
    "record": "số liệu «{}»",
    "datasets": "danh sách các bộ số liệu của content/{}",
    "section": "chuyên trang «{}» (content/chuyen-trang.toml)",
    "section-names": "tên chuyên trang «{}» (content/chuyen-trang.toml)",
    "forerunners": "cơ quan, địa bàn mà /{} tiếp nối",
    "template": "mẫu trang {} hoặc thành phần của nó",
    "entry": "điều trang /{} nói về mình",
    "shell": "phần chung của mọi trang (đầu trang, chân trang, giao diện){}",
    "frame-addresses": "tên tệp giao diện (kiểu chữ, màu, kịch bản) có trên mọi trang{}",
    "spelt-addresses": "tên tệp giao diện mà bài tự nhắc đến{}",
    "sections": "các chuyên trang (content/chuyen-trang.toml){}",
    "addresses": "danh sách địa chỉ do trang tự lập{}",
    "paths": "danh sách mọi bài{}",
    "abbreviations": "các từ viết tắt (content/tu-viet-tat.csv){}",
}


def place_of(address: str) -> str:
    """Give the file of the output that serves an address, as it was typed."""
    path = address.split("://", 1)[-1].partition("/")[2] if "://" in address else address
    path = path.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def explain(explained: Explained) -> str:
    """Say it in an editor's words."""
    name = f"/{explained.save_as.removesuffix('index.html')}"
    if not explained.is_known:
        return f"{name}: bản dựng không có trang hay tệp này. Viết địa chỉ như trên thanh địa chỉ."
    lines = [f"{name}: {_verdict(explained)}"]
    lines += [f"  - {_word(reason)}" for reason in sorted(explained.reasons or ())]
    lines += _looked_up(explained.facts)
    return "\n".join(lines)


def _verdict(explained: Explained) -> str:
    if explained.reasons is None:
        return "giữ nguyên, vì không điều gì trang dùng đã đổi từ lần dựng trước."
    came = "đã ghi bản mới" if explained.is_written else "kết quả không khác, nên tệp cũ được giữ"
    return f"làm lại ({came}), vì:"


def _looked_up(facts: tuple[str, ...]) -> Iterable[str]:
    if facts:
        yield f"  Trang dùng {len(facts)} điều:"
        yield from (f"    {_word(fact)}" for fact in facts[:LISTED])
        if len(facts) > LISTED:
            yield f"    … và {len(facts) - LISTED} điều khác"


def _word(fact: str) -> str:
    if fact in NEW | LOST:
        return fact
    kind, _, key = fact.partition(" ")
    return WORDS[kind].format(key) if kind in WORDS else fact
