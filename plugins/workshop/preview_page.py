"""What the preview adds to a page while it serves it: the problems on top, and a reload on save.

The built files stay as they are. Script and style are files of their own, because the preview
sends the same strict Content-Security-Policy as production.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from plugins.newsroom.problem import Problem

FOLDER = "/.xem-thu/"
EVENTS, SCRIPT, STYLE = f"{FOLDER}su-kien", f"{FOLDER}tai-lai.js", f"{FOLDER}bang-loi.css"
BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
END = re.compile(rb"</body\s*>(?!.*</body\s*>)", re.IGNORECASE | re.DOTALL)
EMPTY_PAGE = (
    '<!doctype html>\n<html lang="vi">\n<meta charset="utf-8">\n<title>Xem thử</title>\n'
    "<body>\n<p>{text}</p>\n</body>\n</html>\n"
)
ASSETS = {
    SCRIPT: """\
(() => {
  const own = document.currentScript.dataset.revision;
  new EventSource("/.xem-thu/su-kien").onmessage = (event) => {
    if (event.data !== own) location.reload();
  };
})();
""",
    STYLE: """\
.xem-thu { all: initial; display: block; padding: 1rem; border-bottom: 4px solid #b3261e;
  background: #fff4f2; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }
.xem-thu strong, .xem-thu code { font-weight: 700; }
.xem-thu ol { margin: .5rem 0 0; padding-left: 1.5rem; }
.xem-thu pre { overflow-x: auto; white-space: pre-wrap; }
""",
}


def dressed(html: bytes, revision: str, panel: str) -> bytes:
    """Add the panel at the top of a page and the reloading script at its end."""
    script = f'<script src="{SCRIPT}" data-revision="{escape(revision)}"></script>'.encode()
    body = BODY.search(html)
    if panel and body:
        top = f'<link rel="stylesheet" href="{STYLE}">{panel}'.encode()
        html = html[: body.end()] + top + html[body.end() :]
    end = END.search(html)
    place = end.start() if end else len(html)
    return html[:place] + script + html[place:]


def problem_panel(problems: Sequence[Problem]) -> str:
    """Show problems with their places; empty when there is none."""
    if not problems:
        return ""
    errors = sum(problem.is_error for problem in problems)
    counts = [(errors, "lỗi"), (len(problems) - errors, "cảnh báo")]
    head = ", ".join(f"{number} {word}" for number, word in counts if number)
    if errors:
        head += ". Trang dưới đây, nếu có, là bản dựng lần trước."
    items = "".join(f"<li>{_shown(problem)}</li>" for problem in problems)
    return _panel(head, f"<ol>{items}</ol>")


def failure_panel(failure: str) -> str:
    """Show that the program itself failed, for whoever mends it."""
    head = "Chương trình hỏng, không do bài viết. Trang dưới đây, nếu có, là bản dựng lần trước."
    return _panel(head, f"<pre>{escape(failure)}</pre>")


def _shown(problem: Problem) -> str:
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    said = " – ".join(part for part in (problem.fact, problem.why, problem.remedy) if part)
    return f"<code>{escape(place)}</code>: {problem.severity.value}: {escape(said)}"


def _panel(head: str, rest: str) -> str:
    label = "Kết quả dựng"
    return f'<section class="xem-thu" aria-label="{label}"><strong>{head}</strong>{rest}</section>'
