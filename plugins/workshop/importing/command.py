"""Import a table: map its columns, ask what it cannot say, check, show what changes, write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.scorecards.model import Score
from plugins.scorecards.reading.periods import KINDS, read_period
from plugins.vietnamese.dates import ZONE
from plugins.workshop.asking import agreed, answer
from plugins.workshop.importing.folder import Folder
from plugins.workshop.importing.loading import Line, fault, load
from plugins.workshop.importing.mapping import SKIP, UNIT, Mapping, header_of, mapped
from plugins.workshop.importing.merging import Merged, merge, sheet_text
from plugins.workshop.importing.rows import Wanted, read_rows
from plugins.workshop.importing.undoing import undo, write

SHOWN: Final = 8
IN_A_NAME: Final = re.compile(r"(?<!\d)((?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]|q[1-4]))?)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the command was told; what is empty is asked for, or guessed and shown."""

    bo: str = ""
    ky: str = ""
    source: str = ""
    reason: str = ""
    sheet: str = ""
    columns: str = ""
    yes: bool = False


class Stopped(Exception):  # noqa: N818 - nothing failed: something has to be mended first
    """The import ends here, with what an editor has to mend."""

    def __init__(self, *problems: Problem) -> None:
        """Carry the problems."""
        super().__init__(*problems)
        self.problems = problems


def run(file: Path, content: Path, cache: Path, told: Told) -> int:
    """Import a file; 1 when something has to be mended or nobody answers, then nothing changes."""
    try:
        return _import(file, Folder(content), cache, told)
    except Stopped as stopped:
        print("\n".join(map(str, stopped.problems)))
    except EOFError:
        why = "không có ai trả lời"
        remedy = "gõ thêm --bo, --ky, --source, --columns, --reason"
        print(fault(file, None, "còn thiếu điều cần hỏi", why, remedy))
    return 1


def run_undo(cache: Path) -> int:
    """Take the last import back."""
    print("\n".join(undo(cache)))
    return 0


def _import(file: Path, folder: Folder, cache: Path, told: Told) -> int:
    lines = load(file, told.sheet)
    if isinstance(lines, Problem):
        raise Stopped(lines)
    wanted = _wanted(file, folder, told)
    mapping = _mapping(file, lines, wanted, told)
    found = list(read_rows(file, lines, mapping, wanted, folder.naming(wanted.card)))
    scores = [score for score in found if isinstance(score, Score)]
    faults = [problem for problem in found if isinstance(problem, Problem)]
    if faults or not scores:
        raise Stopped(*(faults or (fault(file, None, "bảng không có dòng nào", "", "kiểm tra"),)))
    sheet = folder.sheet(wanted.card.id, wanted.period.id)
    merged = _merged(folder, wanted, scores, told)
    text = sheet_text(merged.scores, folder.names(merged.scores, wanted.card, wanted.period))
    problems = folder.problems_with(wanted.card.id, sheet, text)
    print("\n".join(_said(mapping, merged, folder, sheet)))
    print("\n".join(map(str, _placed(problems, sheet, merged, file))))
    if any(problem.is_error for problem in problems):
        return 1
    if not (merged.added or merged.corrected):
        return 0
    if not told.yes and not agreed(f"Ghi vào {sheet}? Gõ c (có) hoặc k (không): "):
        print("Không ghi gì.")
        return 1
    write({sheet: text, **folder.posted(wanted.card, wanted.period, _today())}, cache)
    print(f"Đã ghi {sheet}. Hoàn tác: inv undo-import")
    return 0


def _wanted(file: Path, folder: Folder, told: Told) -> Wanted:
    known = ", ".join(folder.cards)
    if told.bo:
        card = folder.cards.get(told.bo)
    else:
        card = answer(f"Bộ chỉ số ({known}): ", folder.cards.get)
    if card is None:
        remedy = f"ghi một trong: {known}"
        raise Stopped(fault(file, None, f"không có bộ chỉ số «{told.bo}»", "", remedy))
    guess = IN_A_NAME.search(file.stem)
    written = told.ky or (guess[1] if guess else "")
    written = written or answer(f"Kỳ (như {KINDS[card.period_kind][2]}): ", str)
    period = read_period(written, card.period_kind)
    if period is None:
        remedy = f"viết như {KINDS[card.period_kind][2]}"
        raise Stopped(fault(file, None, f"«{written}» không phải là một kỳ", "", remedy))
    return Wanted(card=card, period=period, source=told.source)


def _mapping(file: Path, lines: list[Line], wanted: Wanted, told: Told) -> Mapping:
    header = header_of(lines, wanted.card, wanted.period.id)
    if header is None:
        why = "không thấy dòng nào có tên cột đơn vị và tên cột điểm"
        remedy = "ghi tên cột ở một dòng, ví dụ: Đơn vị, Điểm, Hạng"
        raise Stopped(
            fault(file, lines[0].number if lines else None, "không có tên cột", why, remedy)
        )
    known = dict(pair.split("=", 1) for pair in told.columns.split(",") if "=" in pair)

    def ask(name: str, cells: tuple[str, ...]) -> str:
        if name in known:
            return known[name]
        shown = "; ".join(cells)
        return answer(f"Cột «{name}» ({shown}) là cột nào? [Enter: bỏ] ", str) or SKIP

    mapping = mapped(lines, header, wanted.card, wanted.period.id, ask)
    twice = {c for c in mapping.columns if c != SKIP and mapping.columns.count(c) > 1}
    if twice or UNIT not in mapping.columns:
        fact = f"hai cột cùng là {', '.join(sorted(twice))}" if twice else "không có cột đơn vị"
        remedy = "nói rõ bằng --columns «Tên cột=mã,Tên cột=-»"
        raise Stopped(fault(file, lines[header].number, fact, "không biết lấy cột nào", remedy))
    return mapping


def _merged(folder: Folder, wanted: Wanted, scores: list[Score], told: Told) -> Merged:
    rows = folder.scores(wanted.card, wanted.period)
    faults = [row for row in rows if isinstance(row, Problem)]
    if faults:  # the sheet is written anew from its rows: one that cannot be read would be lost
        raise Stopped(*faults)
    known = [row for row in rows if isinstance(row, Score)]
    today = _today()
    merged = merge(known, scores, today=today, reason=told.reason)
    if merged.corrected and not told.reason:
        reason = answer(f"{len(merged.corrected)} đơn vị đã có số khác. Lý do đính chính: ", str)
        merged = merge(known, scores, today=today, reason=reason)
    return merged


def _today() -> date:
    return datetime.now(ZONE).date()


def _said(mapping: Mapping, merged: Merged, folder: Folder, sheet: Path) -> Iterator[str]:
    pairs = zip(mapping.names, mapping.columns, strict=False)
    for name, column in pairs:
        yield f"  cột «{name}» → {'bỏ qua' if column == SKIP else column}"
    yield (
        f"{sheet}: thêm {len(merged.added)} dòng, đính chính {len(merged.corrected)},"
        f" giữ nguyên {merged.kept}."
    )
    for score in merged.added[:SHOWN]:
        yield f"  + {folder.name(score)}: {_figures(score)}"
    for old, new in merged.corrected[:SHOWN]:
        yield f"  ~ {folder.name(new)}: {_figures(old)} → {_figures(new)}"
    hidden = max(0, len(merged.added) - SHOWN) + max(0, len(merged.corrected) - SHOWN)
    if hidden:
        yield f"  … và {hidden} dòng khác"


def _figures(score: Score) -> str:
    points = "–" if score.points is None else f"{score.points:f}".replace(".", ",")
    return f"{points} điểm" + (f", hạng {score.rank}" if score.rank else "")


def _placed(problems: list[Problem], sheet: Path, merged: Merged, file: Path) -> list[Problem]:
    """Name the lines of the file that was sent instead of those of a sheet not written yet."""
    lines = {number: score.spot for number, score in enumerate(merged.scores, start=2)}
    placed = []
    for problem in problems:
        spot = lines.get(problem.line or 0)
        mine = problem.path.endswith(f"/{sheet.name}") and spot and spot.path == str(file)
        placed.append(
            replace(problem, path=str(file), line=spot.line) if mine and spot else problem
        )
    return placed
