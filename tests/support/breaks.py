"""Mistakes that close the gate, or stop the rendering: nothing of them may reach the output."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Files = dict[str, bytes]
Break = Callable[[Files, Random], str]


def break_date(files: Files, chance: Random) -> str:
    """Write a day that no calendar has."""
    path = _article(files, chance)
    head, _, rest = files[path].partition(b'date: "')
    files[path] = head + b'date: "31/02/2024"\n' + rest.partition(b"\n")[2]
    return path


def name_an_unknown_agency(files: Files, chance: Random) -> str:
    """Name an agency that no register knows."""
    path = _article(files, chance)
    files[path] = files[path].replace(b"agencies: [", b"agencies: [co-quan-la, ")
    if b"co-quan-la" not in files[path]:
        files[path] = files[path].replace(b"status:", b"agencies: [co-quan-la]\nstatus:", 1)
    return path


def link_to_nothing(files: Files, chance: Random) -> str:
    """Link to a file that is not there."""
    path = _article(files, chance)
    files[path] += "\nĐọc [bài không có ở đâu](2020-01-01-khong-co.md).\n".encode()
    return path


def write_a_script(files: Files, chance: Random) -> str:
    """Write what a browser would run."""
    path = _article(files, chance)
    files[path] += b"\n<script>alert(1)</script>\n"
    return path


def save_in_another_encoding(files: Files, chance: Random) -> str:
    """Save an article as Windows' Notepad may."""
    path = _article(files, chance)
    files[path] = files[path].decode().encode("utf-16")
    return path


def take_an_address_twice(files: Files, chance: Random) -> str:
    """Copy an article into another column."""
    path = _article(files, chance)
    _, _, section, column, name = path.split("/")
    other = "ke-hoach" if (section, column) != ("truyen-thong", "ke-hoach") else "ket-qua"
    files[f"content/tin-bai/truyen-thong/{other}/{name}"] = files[path]
    return path


def bring_a_strange_file(files: Files, _chance: Random) -> str:
    """Put a file into the content that nothing reads."""
    path = "content/tin-bai/truyen-thong/ke-hoach/2024-01-01-bai.rst"
    files[path] = b"Tieu de\n=======\n"
    return path


def break_the_toml(files: Files, _chance: Random) -> str:
    """Forget a quotation mark in the register of sections."""
    files["content/chuyen-trang.toml"] = files["content/chuyen-trang.toml"].replace(
        b'"\n', b"\n", 1
    )
    return "chuyen-trang.toml"


def lose_a_register(files: Files, chance: Random) -> str:
    """Delete a register, or its first line."""
    path = f"content/{chance.choice(('the.csv', 'co-quan.csv', 'tu-viet-tat.csv'))}"
    if chance.randrange(2):
        del files[path]
    else:
        files[path] = files[path].partition(b"\n")[2]
    return path


def ask_for_what_a_page_has_not(files: Files, chance: Random) -> str:
    """Misspell a name in a template that every site uses."""
    path = f"theme/templates/{chance.choice(('base', 'article', 'listing', 'home'))}.html"
    end = b"</body>" if b"</body>" in files[path] else b"{% endblock %}"
    files[path] = files[path].replace(end, b"{{ view.khong_co_ten_nay }}" + end)
    return path


def leave_a_template_open(files: Files, chance: Random) -> str:
    """Forget to close a block."""
    path = f"theme/templates/{chance.choice(('article', 'listing', 'home'))}.html"
    files[path] += b"{% if view %}\n"
    return path


def lose_a_component(files: Files, _chance: Random) -> str:
    """Delete a component that every page uses."""
    path = "theme/components/site-footer/template.html"
    del files[path]
    return path


def _article(files: Files, chance: Random) -> str:
    found = [p for p in files if p.startswith("content/tin-bai/") and p.endswith(".md")]
    return chance.choice(sorted(found))


BREAKS: dict[str, Break] = {
    one.__name__: one
    for one in (
        *(break_date, name_an_unknown_agency, link_to_nothing, write_a_script),
        *(save_in_another_encoding, take_an_address_twice, bring_a_strange_file),
        *(break_the_toml, lose_a_register, ask_for_what_a_page_has_not),
        *(leave_a_template_open, lose_a_component),
    )
}
