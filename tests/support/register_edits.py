"""What an editor does to the registers: sections, columns, agencies, words, tags, hosts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from support.desk import Desk, Part, Row
from support.desk_seed import abbreviation, agency, locality, topic

NAMES = ("Sở Nội vụ và Lao động", "Sở Xây dựng", "Ban Quản lý", "Văn phòng tỉnh")
MEANINGS = (
    ("CCHC", "Cải cách hành chính nhà nước"),
    ("HĐND", "Hội đồng nhân dân"),
    ("TTHC", "Thủ tục hành chính công"),
)


def rename_agency(desk: Desk, chance: Random) -> str:
    """Correct an agency's name, its short name or its source."""
    row = chance.choice(list(desk.agencies.values()))
    cell = chance.choice(("ten", "ten", "ten-ngan", "nguon"))
    row[cell] = f"{chance.choice(NAMES)} {chance.randrange(9)}"
    return f"{row['ma']}: {cell} = {row[cell]}"


def end_agency(desk: Desk, chance: Random) -> str:
    """Let an agency end on a day and name who follows it."""
    key = chance.choice([key for key in desk.agencies if key != desk.settings["OWNER"]])
    row, number = desk.agencies[key], desk.number()
    last = _turn(desk, chance)
    begun = row["hieu-luc-tu"]
    if row["hieu-luc-den"] or (begun and date.fromisoformat(begun) > last):
        return move_agency(desk, chance)
    heir = f"co-quan-moi-{number}"
    begins = (last + timedelta(days=1)).isoformat()
    desk.agencies[heir] = agency(heir, f"Cơ quan mới {number}", "CQ mới", "", begins, "", "")
    row["hieu-luc-den"], row["ke-thua"] = last.isoformat(), heir
    return f"{key} đến {last}, rồi {heir}"


def revive_agency(desk: Desk, chance: Random) -> str:
    """Take an agency's last day back."""
    row = chance.choice(list(desk.agencies.values()))
    row["hieu-luc-den"] = row["ke-thua"] = ""
    return row["ma"]


def move_agency(desk: Desk, chance: Random) -> str:
    """Put an agency under another one, on another level or at another website."""
    row = chance.choice([row for key, row in desk.agencies.items() if key != "ubnd-tinh"])
    row["co-quan-chu-quan"] = chance.choice(("", "ubnd-tinh"))
    row["cap"] = chance.choice(("tinh", "xa"))
    row["trang-web"] = chance.choice(("", "https://tinhmau.gov.vn/co-quan"))
    return row["ma"]


def add_agency(desk: Desk, chance: Random) -> str:
    """Add an agency, or drop one that nothing of the registers names."""
    keep = {str(desk.settings["OWNER"])}
    keep |= {r["ke-thua"] for r in desk.agencies.values()}
    keep |= {r["co-quan-chu-quan"] for r in desk.agencies.values()}
    keep |= {part.agency for part in _parts(desk)}
    free = [key for key in desk.agencies if key not in keep]
    if free and chance.randrange(2):
        key = chance.choice(free)
        del desk.agencies[key]
        return f"bỏ {key}"
    number = desk.number()
    key = f"don-vi-{number}"
    desk.agencies[key] = agency(key, f"Đơn vị {number}", "ĐV", "ubnd-tinh", "", "", "")
    return key


def change_locality(desk: Desk, chance: Random) -> str:
    """Change a locality's name or code, or add one."""
    if chance.randrange(4) == 0:
        key = f"xa-{desk.number()}"
        cells = ("xa", "34", "", "tinh-moi", "2025-07-01", "", "")
        desk.localities[key] = locality(key, f"Xã {key}", *cells)
        return f"thêm {key}"
    row = chance.choice(list(desk.localities.values()))
    cell = chance.choice(("ten", "ten", "ma-so"))
    row[cell] = f"Địa bàn {chance.randrange(9)}" if cell == "ten" else str(chance.randrange(99))
    return f"{row['ma']}: {cell} = {row[cell]}"


def change_abbreviation(desk: Desk, chance: Random) -> str:
    """Add an abbreviation, change its meaning or drop it."""
    short, meaning = chance.choice(MEANINGS)
    rows = [row for row in desk.abbreviations if row["viet-tat"] == short]
    if not rows:
        desk.abbreviations.insert(chance.randrange(3), abbreviation(short, meaning))
        return f"thêm {short}"
    if chance.randrange(2):
        desk.abbreviations.remove(rows[0])
        return f"bỏ {short}"
    rows[0]["nghia"] = meaning if rows[0]["nghia"] != meaning else f"{meaning} của tỉnh"
    return f"{short}: {rows[0]['nghia']}"


def change_ambiguity(desk: Desk, chance: Random) -> str:
    """Let TT mean one thing only, or two again."""
    others = [row for row in desk.abbreviations if row["viet-tat"] != "TT"]
    count = sum(row["viet-tat"] == "TT" for row in desk.abbreviations)
    several = [abbreviation("TT", "Thông tư", "co"), abbreviation("TT", "Thị trấn", "co")]
    one = [abbreviation("TT", chance.choice(("Thông tư", "Thị trấn")))]
    desk.abbreviations = others + (one if count > 1 else several)
    return f"TT: {1 if count > 1 else 2} nghĩa"


def rename_part(desk: Desk, chance: Random) -> str:
    """Give a section or a column another name, description or lead agency."""
    part = chance.choice(_parts(desk))
    what = chance.randrange(3)
    if what == 0:
        part.name = f"Mục {chance.randrange(9)}"
    elif what == 1:
        part.description = f"Lời giới thiệu {chance.randrange(99)}."
    else:
        part.agency = chance.choice(("", *desk.agencies))
    return f"{part.id}: {part.name}, {part.description}, {part.agency}"


def reorder(desk: Desk, chance: Random) -> str:
    """Put sections, or the columns of one, into another order."""
    parts = chance.choice([desk.sections, *(s.columns for s in desk.sections)])
    chance.shuffle(parts)
    return ", ".join(part.id for part in parts)


def add_part(desk: Desk, chance: Random) -> str:
    """Add a column or a section, or drop one that has no articles."""
    homes = {(draft.section, draft.column) for draft in desk.articles.values()}
    for section in desk.sections:
        idle = [c for c in section.columns if (section.id, c.id) not in homes]
        if idle and len(section.columns) > 1:
            section.columns.remove(idle[0])
            return f"bỏ {section.id}/{idle[0].id}"
    number = desk.number()
    column = Part(id=f"muc-{number}", name=f"Mục mới {number}", description="Mục mới mở.")
    if chance.randrange(4):
        chance.choice(desk.sections).columns.append(column)
        return f"thêm {column.id}"
    name = f"Chuyên trang {number}"
    part = Part(id=f"trang{number}", name=name, description="Mới mở.", columns=[column])
    desk.sections.append(part)
    return f"thêm {part.id}/{column.id}"


def change_topic(desk: Desk, chance: Random) -> str:
    """Change a tag or a series: its name, its description, or whether it is there."""
    rows, word = chance.choice(((desk.tags, "thẻ"), (desk.series, "dòng")))
    number = chance.randrange(9)
    if chance.randrange(4) == 0 and len(rows) > 1:
        key = chance.choice(list(rows))
        del rows[key]
        return f"bỏ {word} {key}"
    if chance.randrange(4) == 0:
        key = f"{'the' if word == 'thẻ' else 'dong'}-{desk.number()}"
        rows[key] = topic(key, f"Chủ đề {key}")
        return f"thêm {word} {key}"
    row = chance.choice(list(rows.values()))
    row[chance.choice(("ten", "mo-ta"))] = f"Chủ đề {number}"
    return f"{word} {row['ma']}: {row['ten']}, {row['mo-ta']}"


def change_host(desk: Desk, _chance: Random) -> str:
    """Trust a foreign host, or ask search engines not to."""
    row: Row = desk.hosts["tinhmau.gov.vn"]
    row["nofollow"] = "" if row["nofollow"] else "co"
    return f"nofollow = {row['nofollow']}"


def reorder_rows(desk: Desk, chance: Random) -> str:
    """Sort the lines of a register anew, which says nothing new."""
    keys = list(desk.agencies)
    chance.shuffle(keys)
    desk.agencies = {key: desk.agencies[key] for key in keys}
    chance.shuffle(desk.abbreviations)
    return "co-quan.csv, tu-viet-tat.csv"


def _turn(desk: Desk, chance: Random) -> date:
    today = desk.now.date()
    return chance.choice((date(2024, 5, 31), today - timedelta(days=1), today))


def _parts(desk: Desk) -> list[Part]:
    return [*desk.sections, *(column for section in desk.sections for column in section.columns)]


REGISTER_EDITS: dict[str, Callable[[Desk, Random], str]] = {
    one.__name__: one
    for one in (
        *(rename_agency, end_agency, revive_agency, move_agency, add_agency, change_locality),
        *(change_abbreviation, change_ambiguity, rename_part, reorder, add_part, change_topic),
        *(change_host, reorder_rows),
    )
}
