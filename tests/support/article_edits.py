"""What an editor does to articles, their pictures and the standing pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from support.desk import Desk, Draft, Sheet
from support.desk_seed import COLOURS, PARAGRAPHS, title

FEWEST = 8
MOST = 40
LINKS = 3
FIRST_DAY = date(2023, 1, 2)


def some(desk: Desk, chance: Random) -> Draft:
    """Choose an article."""
    return chance.choice(list(desk.articles.values()))


def add(desk: Desk, chance: Random) -> str:
    """Write a new article, or copy an old one under a new name."""
    number = desk.number()
    section, column = chance.choice([(s, c.id) for s, c in desk.columns()])
    draft = Draft(
        number=number,
        section=section,
        column=column,
        day=_day(desk, chance),
        slug=f"bai-{number}",
        title=title(number),
        summary=f"Việc của đợt {number} vừa xong.",
        paragraphs=[chance.choice(PARAGRAPHS)],
        agencies=chance.sample(list(desk.agencies), chance.randrange(3)),
        tags=chance.sample(list(desk.tags), chance.randrange(2)),
    )
    if len(desk.articles) > MOST:
        _forget(desk, some(desk, chance))
    desk.articles[number] = draft
    return f"bài {number} ở {draft.path}"


def delete(desk: Desk, chance: Random) -> str:
    """Delete an article and what lies beside it."""
    draft = some(desk, chance)
    if len(desk.articles) <= FEWEST:
        return add(desk, chance)
    _forget(desk, draft)
    return f"bài {draft.number}"


def edit_text(desk: Desk, chance: Random) -> str:
    """Change, add or drop a paragraph, a heading or a table."""
    draft = some(desk, chance)
    what = chance.randrange(5)
    if what == 0:
        draft.paragraphs.append(chance.choice(PARAGRAPHS))
    elif what == 1:
        draft.heading = "" if draft.heading else chance.choice(("Số liệu", "Việc tiếp theo"))
    elif what == 2:
        draft.has_table = not draft.has_table
    elif what == 3 and len(draft.paragraphs) > 1:
        draft.paragraphs.pop()
    else:
        draft.paragraphs[0] = f"Đoạn mở đầu viết lại lần {chance.randrange(100)}; UBND tỉnh duyệt."
    return f"bài {draft.number}"


def edit_text_of_equal_length(desk: Desk, chance: Random) -> str:
    """Change a text so that its file keeps its size."""
    draft = some(desk, chance)
    draft.stamp = (draft.stamp + chance.randrange(1, 9999)) % 10_000
    return f"bài {draft.number}: {draft.stamp:04}"


def edit_summary(desk: Desk, chance: Random) -> str:
    """Rewrite a summary."""
    draft = some(desk, chance)
    draft.summary = f"Tóm tắt viết lại lần {chance.randrange(100)}."
    return f"bài {draft.number}"


def retitle(desk: Desk, chance: Random) -> str:
    """Give an article another headline; its address stays."""
    draft = some(desk, chance)
    draft.title = title(chance.randrange(200))
    return f"bài {draft.number} thành «{draft.title}»"


def redate(desk: Desk, chance: Random) -> str:
    """Move an article to another day or another minute, with its file."""
    draft = some(desk, chance)
    draft.day, draft.at = _day(desk, chance), chance.choice(("", "07:30", "16:45"))
    return f"bài {draft.number} sang {draft.day} {draft.at}"


def retag(desk: Desk, chance: Random) -> str:
    """Choose other tags and another series."""
    draft = some(desk, chance)
    draft.tags = chance.sample(list(desk.tags), chance.randrange(len(desk.tags) + 1))
    draft.series = chance.choice(("", *desk.series))
    return f"bài {draft.number}: {draft.tags}, {draft.series}"


def change_agencies(desk: Desk, chance: Random) -> str:
    """Choose other agencies and localities, of those that existed on the day."""
    draft = some(desk, chance)
    agencies = desk.living(desk.agencies, draft.day)
    draft.agencies = chance.sample(agencies, chance.randrange(len(agencies) + 1))
    draft.localities = desk.living(desk.localities, draft.day)[: chance.randrange(3)]
    return f"bài {draft.number}: {draft.agencies}, {draft.localities}"


def move(desk: Desk, chance: Random) -> str:
    """Move an article to another column; its address stays."""
    draft = some(desk, chance)
    draft.section, draft.column = chance.choice([(s, c.id) for s, c in desk.columns()])
    return f"bài {draft.number} sang {draft.folder}"


def add_column(desk: Desk, chance: Random) -> str:
    """Show an article in a further column too, or in its own alone."""
    draft = some(desk, chance)
    further = chance.choice([(s, c.id) for s, c in desk.columns()])
    draft.columns = [] if further in draft.columns else [*draft.columns, further]
    return f"bài {draft.number}: {draft.columns}"


def rename(desk: Desk, chance: Random) -> str:
    """Give an article another address; the old one leads to it, or back again."""
    draft = some(desk, chance)
    old, back = draft.url, f"bai-{draft.number}"
    draft.slug = back if draft.slug != back else f"bai-{draft.number}-moi"
    draft.aliases = [old] if chance.randrange(3) else []
    return f"bài {draft.number} thành {draft.slug}"


def set_status(desk: Desk, chance: Random) -> str:
    """Draft, withdraw or publish an article."""
    draft = some(desk, chance)
    draft.status = chance.choice(("published", "draft", "withdrawn"))
    if sum(desk.is_shown(d) for d in desk.articles.values()) < FEWEST:
        for other in desk.articles.values():
            other.status = "published"
    return f"bài {draft.number}: {draft.status}"


def schedule(desk: Desk, chance: Random) -> str:
    """Let an article wait for a minute of the next days."""
    draft = some(desk, chance)
    draft.day = desk.now.date() + timedelta(days=chance.randrange(1, 4))
    draft.at, draft.status = chance.choice(("07:30", "09:00", "16:45")), "published"
    return f"bài {draft.number} hẹn {draft.moment.isoformat()}"


def correct(desk: Desk, chance: Random) -> str:
    """Correct an article, or take the correction back; note when it was changed."""
    draft = some(desk, chance)
    later = draft.day + timedelta(days=1)
    draft.modified = None if draft.corrections else later
    note = (later, f"Thời hạn đúng là {chance.randrange(1, 28)}/12/2023.")
    draft.corrections = [] if draft.corrections and draft.status != "withdrawn" else [note]
    return f"bài {draft.number}: {len(draft.corrections)} lần đính chính"


def link(desk: Desk, chance: Random) -> str:
    """Link from an article to others that readers see."""
    draft = some(desk, chance)
    shown = [other.number for other in desk.shown()]
    draft.links = chance.sample(shown, min(len(shown), chance.randrange(LINKS)))
    return f"bài {draft.number} tới {draft.links}"


def choose_meaning(desk: Desk, chance: Random) -> str:
    """Say what an abbreviation of several meanings means in an article, or leave it open."""
    draft = some(desk, chance)
    rows = [row for row in desk.abbreviations if row["nhap-nhang"]]
    chosen = chance.choice([*rows, {}]) if rows else {}
    draft.meanings = {chosen["viet-tat"]: chosen["nghia"]} if chosen else {}
    return f"bài {draft.number}: {draft.meanings}"


def change_picture(desk: Desk, chance: Random) -> str:
    """Put a picture to an article, replace it, or take it away."""
    draft = some(desk, chance)
    if chance.randrange(3):
        draft.lead = chance.choice(("", *COLOURS))
    else:
        draft.inset = chance.choice(("", *COLOURS))
    return f"bài {draft.number}: «{draft.lead}», «{draft.inset}»"


def attach(desk: Desk, chance: Random) -> str:
    """Hand a file out with an article, another one under its name, or none."""
    draft = some(desk, chance)
    draft.attached = chance.choice(("", "Ke hoach", "Bieu mau", "Bieu mau in"))
    return f"bài {draft.number}: tệp «{draft.attached}»"


def sign(desk: Desk, chance: Random) -> str:
    """Name other authors, another source, another language."""
    draft = some(desk, chance)
    draft.authors = chance.choice(([], ["Ban biên tập"], ["Ban biên tập", "Phóng viên"]))
    draft.source = chance.choice(("", "Cổng thông tin của tỉnh"))
    draft.lang = chance.choice(("vi", "vi", "en"))
    return f"bài {draft.number}: {draft.authors}, {draft.lang}"


def edit_sheet(desk: Desk, chance: Random) -> str:
    """Edit a standing page, add one or delete one."""
    slug = chance.choice(("lien-he", "gioi-thieu", "english", "noi-quy"))
    if slug in desk.sheets and slug not in ("lien-he", "gioi-thieu"):
        del desk.sheets[slug]
        return f"bỏ {slug}"
    count = chance.randrange(100)
    desk.sheets[slug] = Sheet(
        title=f"Trang cố định {slug}" if count % 2 else f"Trang {slug} mới",
        summary=f"Tóm tắt {count}.",
        paragraphs=[f"Lần sửa {count} của UBND tỉnh.", chance.choice(PARAGRAPHS)],
        lang="en" if slug == "english" else "vi",
    )
    return slug


def _day(desk: Desk, chance: Random) -> date:
    """Choose a day between the first year and a week from now, often a day that has articles."""
    if chance.randrange(2):
        return some(desk, chance).day
    span = (desk.now.date() - FIRST_DAY).days + 7
    return FIRST_DAY + timedelta(days=chance.randrange(span))


def _forget(desk: Desk, draft: Draft) -> None:
    del desk.articles[draft.number]


ARTICLE_EDITS: dict[str, Callable[[Desk, Random], str]] = {
    one.__name__: one
    for one in (
        *(add, delete, edit_text, edit_text_of_equal_length, edit_summary, retitle, redate),
        *(retag, change_agencies, move, add_column, rename, set_status, schedule, correct),
        *(link, choose_meaning, change_picture, attach, sign, edit_sheet),
    )
}
