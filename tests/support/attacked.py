"""A tiny site with an attack in every field that an editor fills, less those that are refused."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from support.defects import problems_of
from support.score_files import CARD, HEADER, UNITS
from support.tiny import BASE, COLUMN, TinySite

from plugins.newsroom.rules.characters import characters_are_sound

Try = tuple[str, str]
"""A field and the attack that stands in it."""

ARTICLE = {
    "title": "title: {}",
    "summary": "summary: {}",
    "authors": "authors: [{}]",
    "source": "source: {}",
    "source_url": "source_url: {}",
    "tags": "tags: [{}]",
    "agencies": "agencies: [{}]",
    "series": "series: {}",
    "aliases": "aliases: [{}]",
    "documents": "documents: [{}]",
    "approved_by": "approved_by: {}",
    "image": "image: {}",
    "image_alt": "image_alt: {}",
    "image_caption": "image_caption: {}",
    "image_credit": "image_credit: {}",
    "correction": 'correction: [{{date: "02/05/2023", text: {}}}]',
    "abbreviation": "abbreviations: {{TT: {}}}",
}
"""Each on a line of its own, so that a problem's line tells the field."""
ALWAYS = {
    "title": "Bài thử",
    "summary": "Một câu tóm tắt.",
    "image": "2023-03-23-bai-mau.jpg",
    "image_alt": "Bảy cột màu.",
    "image_credit": "Ban biên tập",
}
STANDING = {"title": ARTICLE["title"], "summary": ARTICLE["summary"]}
TABLES = {
    "co-quan.csv": ("ten", "ten-ngan", "loai", "nguon", "trang-web", "cap"),
    "dia-ban.csv": ("ten", "ten-ngan", "ma-so", "nguon"),
    "the.csv": ("ma", "ten", "mo-ta"),
    "dong-su-kien.csv": ("ten", "mo-ta"),
    "tu-viet-tat.csv": ("viet-tat", "nghia", "nhom", "nguon"),
    "lien-ket.csv": ("may-chu", "ten", "nguon"),
}
SOUND = {"ten": "Tên", "cap": "tinh", "he-thong": "63", "nguon": "Bản mẫu", "nghia": "Nghĩa"}
PACKED = 8
MENU = ("section.ten", "section.ten-ngan", "section.mo-ta", "column.ten", "column.mo-ta")
SCORE_WORDS = ("Chỉ số thử", "THỬ", "Đo thử.", "Bộ Thử", "Lĩnh vực A", "Tiêu chí A1", "Tốt")
FIELDS = (
    *(f"article.{name}" for name in (*ARTICLE, "body")),
    *(f"standing.{name}" for name in (*STANDING, "body")),
    *(f"{name}.{cell}" for name, cells in TABLES.items() for cell in cells),
    *MENU,
)


@dataclass(slots=True, kw_only=True)
class Attacked:
    """A content folder under attack (bị tấn công): where each attack stands, what was refused."""

    site: TinySite
    attacks: tuple[str, ...]
    refused: set[Try] = field(default_factory=set)
    spans: dict[str, list[tuple[int, int, Try]]] = field(default_factory=dict)

    @property
    def accepted(self) -> list[Try]:
        """Give what no rule refused."""
        every = ((name, attack) for name in FIELDS for attack in self.tried(name))
        return [one for one in every if one not in self.refused]

    def tried(self, name: str) -> tuple[str, ...]:
        """Give the attacks on a field: on a text all of them, on a register every second one."""
        return self.attacks if name.startswith(("article.", "standing.")) else self.attacks[::2]

    def refuse_by_check(self) -> None:
        """Lay every attack, check, and take away what is refused until nothing is."""
        for attack in self.attacks:
            if any(characters_are_sound(attack, "")):  # told of a whole file, some lines at a time
                self.refused |= {(name, attack) for name in FIELDS}
        while self._round(texts=True):
            pass
        while self._round(texts=False):
            pass

    def _round(self, *, texts: bool) -> bool:
        self.lay(texts=texts, registers=not texts, apart=True)
        before = len(self.refused)
        for problem in problems_of(self.site.content):
            if problem.is_error:
                spans = self.spans[problem.path.removeprefix("content/")]
                at = {one for first, last, one in spans if first <= (problem.line or 0) <= last}
                assert at or spans, problem
                self.refused |= at or {one for _, _, one in spans}
        return len(self.refused) > before

    def lay(self, *, texts: bool = True, registers: bool = True, apart: bool = False) -> None:
        """Write the files; `apart` gives each attack of a register a line of its own."""
        shutil.rmtree(self.site.content)
        shutil.copytree(BASE, self.site.content)
        self.spans = defaultdict(list)
        if texts:
            self._texts()
        if registers:
            for name, cells in TABLES.items():
                self._table(name, cells, apart=apart)
            self._menu(apart=apart)
        if texts and registers:
            self._scores()

    def _scores(self) -> None:
        """Write a scorecard in which every text is attacks; none is refused, all are escaped."""
        sound = [text for text in self.attacks if not any(characters_are_sound(text, ""))]
        texts = ["Số " + " ".join(sound[at::12]) for at in range(12)]
        card = CARD
        for name, text in zip(SCORE_WORDS, texts, strict=False):
            card = card.replace(f'"{name}"', json.dumps(text))
        units = UNITS.replace("63,52,", ",,").replace("34,52,", ",,")
        self.site.write("chi-so/don-vi.csv", units)
        self.site.write("chi-so/thu/bo-chi-so.toml", card)
        said = {"tong": "16.50", "hang": "1", "so-don-vi": "1", "a": "8.50", "b": "8.00"}
        said |= {"don-vi": "Huế", "nhom": texts[6], "nguon": texts[7], "ghi-chu": texts[8]}
        written = io.StringIO()
        writer = csv.DictWriter(written, HEADER.split(","), restval="")
        writer.writeheader()
        writer.writerow({**said, "a1": "5.50", "a2": "3.00"})
        self.site.write("chi-so/thu/2022.csv", written.getvalue())

    def _texts(self) -> None:
        for number, attack in enumerate(self.attacks):
            text = f"Chữ trước.\n\n{attack}\n\nChữ sau.\n"
            path = f"{COLUMN}/2023-05-01-bai-{number}.md"
            self._text(path, "article", 'date: "01/05/2023"', attack, text)
            self._text(f"trang/trang-{number}.md", "standing", "", attack, f"Chữ {attack} chữ.\n")

    def _text(self, path: str, kind: str, more: str, attack: str, text: str) -> None:
        lines, spans = ["---", *([more] if more else [])], []
        shapes = ARTICLE if kind == "article" else STANDING
        for name, shape in shapes.items():
            one = (f"{kind}.{name}", attack)
            if one not in self.refused:
                lines.append(shape.format(json.dumps(attack, ensure_ascii=False)))
                spans.append((len(lines), len(lines), one))
            elif name in ALWAYS:
                lines.append(f"{name}: {ALWAYS[name]}")
        lines.append("---\n")
        body = (f"{kind}.body", attack)
        if body not in self.refused:
            spans.append((len(lines) + 1, 10_000, body))
        if spans:
            self.spans[path] += spans
            sound = "Nội dung của bài mẫu.\n"
            self.site.write(path, "\n".join(lines) + (sound if body in self.refused else text))

    def _rows(self, names: Iterable[str], *, apart: bool) -> Iterator[tuple[str, list[Try]]]:
        """Give an id and the attacks of each row: one alone, or some beside each other."""
        tried = self.attacks[::2]
        sound = [[(n, a) for n in names if (n, a) not in self.refused] for a in tried]
        if apart:
            for number, found in enumerate(sound):
                yield from ((f"x{number}-{at}", [one]) for at, one in enumerate(found))
            return
        kept = [found for found in sound if found]
        for at in range(0, len(kept), PACKED):
            pack: defaultdict[str, list[str]] = defaultdict(list)
            for name, attack in chain.from_iterable(kept[at : at + PACKED]):
                pack[name].append(attack)
            yield f"x{at}", [(name, " ".join(parts)) for name, parts in pack.items()]

    def _table(self, name: str, cells: tuple[str, ...], *, apart: bool) -> None:
        file = self.site.content / name
        text = file.read_text(encoding="utf-8")
        header = text.split("\n", 1)[0].split(",")
        for key, group in self._rows([f"{name}.{cell}" for cell in cells], apart=apart):
            row = {cell: SOUND.get(cell, "") for cell in header}
            row |= {header[0]: "x.vn" if name == "lien-ket.csv" else key}
            row |= {one.removeprefix(f"{name}."): attack for one, attack in group}
            first = text.count("\n") + 1
            written = io.StringIO()
            csv.DictWriter(written, header, lineterminator="\n").writerow(row)
            text += written.getvalue()
            self.spans[name] += [(first, text.count("\n"), one) for one in group]
        file.write_text(text, encoding="utf-8")

    def _menu(self, *, apart: bool) -> None:
        file = self.site.content / "chuyen-trang.toml"
        toml = file.read_text(encoding="utf-8")
        for key, group in self._rows(MENU, apart=apart):
            said = {name: json.dumps(attack) for name, attack in group}
            first = toml.count("\n") + 1
            for kind, head in (("section", "chuyen-trang"), ("column", "chuyen-trang.chuyen-muc")):
                own = {n.split(".")[1]: text for n, text in said.items() if n.startswith(kind)}
                own = {"id": f'"{key}"', "ten": '"Tên"', **own}
                toml += f"\n[[{head}]]\n" + "".join(f"{n} = {v}\n" for n, v in own.items())
            self.spans["chuyen-trang.toml"] += [(first, toml.count("\n"), one) for one in group]
        file.write_text(toml, encoding="utf-8")
