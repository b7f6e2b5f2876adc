"""What every task has in common: its help in Vietnamese, its exit code, its options."""

from __future__ import annotations

import atexit
import functools
import io
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from invoke.exceptions import Exit
from invoke.tasks import Task, task

if TYPE_CHECKING:
    from plugins.pelican_bridge.options import BuildOptions

OUR_FAULT = 3
PUBLISHED = ".cache/xuat-ban/trang"
"""The output that `inv publish` builds on, apart from what editors look at."""
HELP = {
    "only": "chỉ một phần: của inv ordeal là một yêu cầu, như D3; của inv mutate là tên "
    "đột biến, như plugins.vietnamese.dates*",
    "content": "thư mục nội dung (mặc định: content)",
    "output": "thư mục kết quả (mặc định: output)",
    "cache": "thư mục bộ nhớ đệm (mặc định: .cache)",
    "settings": "tệp thiết đặt của trang (mặc định: pelicanconf.py; để phát hành: publishconf.py)",
    "workers": "số tiến trình làm việc cùng lúc (mặc định: số lõi của máy)",
    "date": "phút dựng, ví dụ 2026-11-24T08:00 (mặc định: SOURCE_DATE_EPOCH, rồi lúc này)",
    "why": "nói vì sao trang ở địa chỉ này được làm lại hay giữ nguyên, ví dụ /tin-bai/",
    "report": "ghi báo cáo cho máy đọc (JSON) vào tệp này",
    "json": "ghi kết quả cho máy đọc (JSON) vào tệp này",
    "changed": "chỉ kể lỗi của tệp đã sửa (theo Git)",
    "port": "cổng để xem (mặc định: 8000, bận thì cổng kế tiếp)",
    "title": "tiêu đề bài",
    "column": "chuyên mục, dạng chuyen-trang/chuyen-muc",
    "day": "ngày đăng, ví dụ 23/03/2023 hoặc 23/03/2023 14:02",
    "summary": "tóm tắt (sapô)",
    "slug": "tên tệp không dấu (mặc định: lấy từ tiêu đề)",
    "old": "đường dẫn tệp hoặc địa chỉ trang của bài",
    "new": "tên mới (ten-moi), hoặc ngày và tên mới (2023-03-24-ten-moi)",
    "articles": "số bài của kho thử (mặc định: 1000)",
    "cases": "việc đo, cách nhau bằng dấu phẩy (mặc định: cold,noop,edit,title,template,css,"
    "clone,preview; còn có clone-cache, check, whole, pictures, growth, scores)",
    "peers": "chương trình đo cùng: hugo, pelican, eleventy, none (mặc định: hugo,pelican)",
    "rounds": "số lần đo mỗi việc (mặc định: 3)",
    "saves": "số lần lưu khi đo xem thử (mặc định: 10)",
    "plot": "vẽ biểu đồ (SVG) vào tệp này",
    "measured": "không đo, chỉ kể và vẽ lại kết quả trong tệp JSON này",
    "case": "việc cần soi: cold, edit, noop, template, css (mặc định: edit)",
    "functions": "kể cả những hàm tốn thời gian nhất của từng tiến trình",
    "minutes": "số phút chạy (mặc định: 10)",
    "seconds": "số giây của mỗi lượt đo (mặc định: 10)",
    "sequences": "số chuỗi sửa ngẫu nhiên (mặc định: 500)",
    "file": "tệp kết quả, .csv hoặc .xlsx",
    "bo": "bộ chỉ số, là tên thư mục trong content/chi-so (ví dụ: pci)",
    "ky": "kỳ, ví dụ 2021 hoặc 2025-03 (mặc định: đoán từ tên tệp)",
    "source": "nguồn của mọi dòng: địa chỉ trang hoặc tên tài liệu",
    "reason": "lý do: của việc gỡ bài, hay của một số điểm được đính chính",
    "sheet": "tên trang tính trong sổ Excel",
    "columns": "nói rõ cột lạ: «Tên cột=mã,Tên cột=-» (dấu - là bỏ cột)",
    "yes": "ghi ngay, không hỏi lại",
    "dry-run": "chỉ kể những gì sẽ đổi",
    "target": "đích, là tên trong PUBLISH_TARGETS (mặc định: đích đầu tiên)",
    "allow-loss": "đồng ý mất những địa chỉ mà lệnh kể ra",
    "to": "tên bản muốn lùi về (mặc định: bản chạy ngay trước)",
    "address": "đường dẫn tệp hoặc địa chỉ trang của bài",
    "signers": "tệp khóa được phép ký (allowed signers); thiếu thì không soi chữ ký",
    "memory": "tệp nhớ lượt canh trước (mặc định: .cache/canh-trang.json)",
    "pages": "số trang soi mỗi lượt, xoay vòng (mặc định: 20)",
    "alarm": "lệnh chạy khi có báo động; lời báo ở đầu vào của nó, ví dụ «mail -s Trang ai@do»",
    "heartbeat": "số phút máy phát hành được im, quá thì báo động (mặc định: 60; 0 là không soi)",
    "off": "tắt, hiện lại trang",
    "program": "máy chủ web: nginx (mặc định) hoặc caddy",
    "folder": "thư mục để viết vào (mặc định: may-chu)",
    "root": "thư mục của các bản phát hành trên máy chủ (mặc định: /srv/trang)",
    "conf": "thư mục cấu hình trên máy chủ (mặc định: /etc/trang)",
    "certificate": "chứng thư TLS trên máy chủ (mặc định: nginx đọc /etc/ssl/trang/chung-thu.pem, "
    "Caddy tự xin)",
    "bill": "ghi bảng kê vào tệp này (mặc định: .cache/xuat-ban/thanh-phan.cdx.json)",
    "base": "lần ghi để so từ đó (mặc định: origin/main)",
    "proposed": "mới đề nghị, chưa ai duyệt: chỉ soi những tệp có người giữ",
    "for-review": "dựng bản xem trước cho người duyệt: có bài nháp, mọi trang báo chưa phát hành",
    "backup": "thư mục cất kho Git và các gói (mặc định: .cache/khoi-phuc)",
    "prepare": "cất kho Git, gói Python, gói npm vào thư mục ấy",
    "certificate-key": "khóa của chứng thư",
}


def command(
    alias: str, *names: str, positional: tuple[str, ...] | None = None
) -> Callable[[Callable[..., int | None]], Task[Any]]:
    """Make a task that exits with its body's code; what was not foreseen is our fault, code 3.

    `positional` are arguments given without their names; all those that have no default, as a rule.
    """

    def make(body: Callable[..., int | None]) -> Task[Any]:
        @functools.wraps(body)
        def answer(*args: object, **kwargs: object) -> None:
            if isinstance(sys.stdout, io.TextIOWrapper):  # in order with what goes to stderr
                sys.stdout.reconfigure(line_buffering=True)
            try:
                code = body(*args, **kwargs) or 0
            except (Exit, KeyboardInterrupt):
                raise
            except Exception:  # noqa: BLE001 - whatever it is, the editor is not to blame
                traceback.print_exc()
                print("lỗi: chương trình hỏng, không do bài viết.", file=sys.stderr)
                code = OUR_FAULT
            _leave(code)

        helps = {name: HELP[name] for name in names}
        made: Task[Any] = task(
            aliases=[alias], help=helps, auto_shortflags=False, positional=positional
        )(answer)
        return made

    return make


def _leave(code: int) -> NoReturn:
    """End at once: to take everything in memory apart would last longer than an edit's build."""
    atexit._run_exitfuncs()  # noqa: SLF001 - all that a longer farewell would do for others
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def build_options(
    folders: tuple[str, str, str],
    settings: str,
    *,
    workers: int = 0,
    date: str = "",
    why: str = "",
) -> BuildOptions:
    """Make the build's options out of what was typed: content, output and cache folders first."""
    from plugins.pelican_bridge import options  # noqa: PLC0415 - `inv --list` starts fast
    from plugins.workshop.explaining import place_of  # noqa: PLC0415

    content, output, cache = map(Path, folders)
    return options.build_options(
        folders=(content, output, cache),
        settings=Path(settings),
        workers=workers or os.cpu_count() or 1,
        date=date,
        why=place_of(why) if why else "",
    )
