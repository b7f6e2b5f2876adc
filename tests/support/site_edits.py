"""What a designer does to the theme, and a developer to the settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from support.desk import Desk

BLOCK = b"{% block main %}\n"
REFRESH = b"{% block refresh %}\n"
MACRO = re.compile(rb"\{% macro [^\n]*%\}\n")
MARK = "sửa lần"
NOTE = "components/law-note/template.html"
IMPORTING = b'{% from "components/law-note/template.html" import law_note %}\n'
CALL = b"{{ law_note() }}\n"
TEMPLATES = (
    *("article", "home", "listing", "section", "archive", "profile", "directory", "standing"),
    *("glossary", "corrections", "withdrawn", "notice", "moved"),
)


def edit_template(desk: Desk, chance: Random) -> str:
    """Change what the template of one kind of page prints."""
    path = f"templates/{chance.choice(TEMPLATES)}.html"
    text = _without_mark(desk.theme[path])
    place = next((place for place in (BLOCK, REFRESH) if place in text), None)
    if place is None:
        text, place = text + REFRESH + b"{% endblock %}\n", REFRESH
    desk.theme[path] = text.replace(place, place + _comment(chance), 1)
    return path


def edit_base(desk: Desk, chance: Random) -> str:
    """Change what stands on every page."""
    path = "templates/base.html"
    text = _without_mark(desk.theme[path])
    desk.theme[path] = text.replace(b"<body>\n", b"<body>\n" + _comment(chance), 1)
    return path


def edit_component(desk: Desk, chance: Random) -> str:
    """Change what a component prints, wherever it is used."""
    found = [p for p in desk.theme if p.startswith("components/") and p.endswith("template.html")]
    path = chance.choice(found)
    text, comment = _without_mark(desk.theme[path]), _comment(chance)
    desk.theme[path] = MACRO.sub(lambda opening: opening[0] + comment, text)
    return path


def say_nothing_in_a_template(desk: Desk, chance: Random) -> str:
    """Write a note for designers into a template, which no page shows."""
    path = f"templates/{chance.choice(TEMPLATES)}.html"
    desk.theme[path] += f"{{# ghi chú {chance.randrange(99)} #}}\n".encode()
    return path


def use_a_new_component(desk: Desk, chance: Random) -> str:
    """Make a component and use it in a template, change it, or stop using it."""
    path = f"templates/{chance.choice(TEMPLATES[:4])}.html"
    desk.theme[NOTE] = b"{% macro law_note() %}\n" + _comment(chance) + b"{% endmacro %}\n"
    text = desk.theme[path]
    used = IMPORTING in text
    if used:
        text = text.replace(IMPORTING, b"").replace(CALL, b"")
    else:
        first, _, rest = text.partition(b"\n")
        text = first + b"\n" + IMPORTING + rest.replace(BLOCK, BLOCK + CALL, 1)
    desk.theme[path] = text
    return f"{path}: {'bỏ' if used else 'dùng'}"


def edit_styles(desk: Desk, chance: Random) -> str:
    """Change a style sheet, of a component or of all."""
    path = chance.choice([path for path in desk.theme if path.endswith(".css")])
    desk.theme[path] += f".law-{chance.randrange(99)} {{ order: 1 }}\n".encode()
    return path


def edit_script(desk: Desk, chance: Random) -> str:
    """Change a script."""
    path = chance.choice([path for path in desk.theme if path.endswith(".js")])
    desk.theme[path] += f"globalThis.law = {chance.randrange(99)};\n".encode()
    return path


def edit_icon(desk: Desk, chance: Random) -> str:
    """Change a file that is served as it is."""
    desk.theme["static/icon.svg"] += _comment(chance)
    return "static/icon.svg"


def change_owner(desk: Desk, chance: Random) -> str:
    """Let another agency, or another province, speak."""
    if chance.randrange(2):
        desk.settings["PROVINCE"] = chance.choice(("tinh-mau", "tinh-moi"))
    else:
        desk.settings["OWNER"] = chance.choice(("ubnd-tinh", _lasting(desk)))
    return f"{desk.settings['OWNER']}, {desk.settings['PROVINCE']}"


CHOICES: dict[str, tuple[object, ...]] = {
    "SITENAME": ("Cải cách hành chính tỉnh Mẫu", "Chuyên trang tỉnh Mẫu"),
    "SITE_SHORT_NAME": ("CCHC Mẫu", "Trang Mẫu"),
    "SITESUBTITLE": ("Trang thông tin", "Trang thông tin, tuyên truyền"),
    "SITEURL": ("https://mau.example", "", "https://khac.example"),
    "DEFAULT_PAGINATION": (1, 2, 3, 4, 20),
    "FEED_MAX_ITEMS": (1, 5, 20),
    "NOTICE": ("Trang mẫu.", "Trang mẫu, số liệu giả định.", ""),
    "RATING_ENDPOINT": ("", "https://danh-gia.example/dem"),
    "LICENCE": ("Bản quyền", "Dùng lại có ghi nguồn"),
    "REVIEW_COMPONENTS": (False, True),
    "JINJA_ENVIRONMENT": (
        {"trim_blocks": True, "lstrip_blocks": True},
        {"trim_blocks": True, "lstrip_blocks": False},
    ),
}


def _setting(name: str, values: tuple[object, ...]) -> Callable[[Desk, Random], str]:
    def change(desk: Desk, chance: Random) -> str:
        others = [value for value in values if value != desk.settings.get(name)]
        desk.settings[name] = chance.choice(others)
        return repr(desk.settings[name])

    return change


def _comment(chance: Random) -> bytes:
    return f"<!-- {MARK} {chance.randrange(99)} -->\n".encode()


def _without_mark(text: bytes) -> bytes:
    lines = text.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(f"<!-- {MARK}".encode()))


def _lasting(desk: Desk) -> str:
    """Give an agency that has no last day, so that somebody speaks on every day."""
    lasting = [key for key, row in desk.agencies.items() if not row["hieu-luc-den"]]
    return lasting[-1]


THEME_EDITS: dict[str, Callable[[Desk, Random], str]] = {
    one.__name__: one
    for one in (
        *(edit_template, edit_base, edit_component, say_nothing_in_a_template),
        *(use_a_new_component, edit_styles, edit_script, edit_icon),
    )
}
SETTING_EDITS: dict[str, Callable[[Desk, Random], str]] = {
    "change_owner": change_owner,
    **{f"set_{name.lower()}": _setting(name, values) for name, values in CHOICES.items()},
}
