"""The theme's files as they are served."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

import pytest
from support.theme import ASSETS, ROOT, THEME

from plugins.assets.bundling import MissingPackages, bundle, served

PACKAGES = ROOT / "node_modules"
FONTS = (
    "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-normal.woff2",
    "@fontsource/faustina/files/faustina-latin-600-normal.woff2",
    "@fontsource/faustina/files/faustina-vietnamese-600-normal.woff2",
)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Make a theme of two components, and the font packages beside it."""
    files = {
        "theme/styles/tokens.css": f'/* x */ @font-face {{ src: url("{FONTS[1]}"); }}',
        "theme/styles/elements.css": "p { color: red; }",
        "theme/styles/layout.css": "",
        "theme/styles/prose.css": "",
        "theme/styles/tables.css": "",
        "theme/styles/print.css": "@media print { p { color: black; } }",
        "theme/components/b/style.css": ".b { margin: 0; }",
        "theme/components/a/style.css": ".a { background: url(data:,); }",
        "theme/components/a/script.js": "const x = 1; // một\n",
        "theme/components/b/script.js": "const x = 2;\n",
        "theme/scripts/first.js": "document.title;\n",
        "theme/static/icon.svg": "<svg/>",
        **{f"node_modules/{font}": font for font in FONTS},
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "theme"


def bundled(theme: Path) -> dict[str, bytes]:
    """Give the files of a theme by their place in the output."""
    return {file.save_as: file.data for file in bundle(theme, theme.parent / "node_modules").files}


def test_styles_come_in_their_order_and_fonts_under_their_served_names(theme: Path) -> None:
    """A component overrides an element, print overrides both, and the fonts are found."""
    files = bundled(theme)
    sheet = next(data.decode() for name, data in files.items() if name.endswith(".css"))
    font = next(name for name in files if "vietnamese-wght" in name)

    assert sheet == (
        f'@font-face{{src:url("/{font}")}}p{{color:red}}'
        ".a{background:url(data:,)}.b{margin:0}@media print{p{color:black}}"
    )


def test_scripts_keep_their_names_to_themselves(theme: Path) -> None:
    """Two components may both call something `x`."""
    script = next(data for name, data in bundled(theme).items() if "site." in name and "js" in name)

    assert script.decode().splitlines() == ['"use strict";{const x=1;}', "{const x=2;}"]


def test_a_name_is_made_of_the_content() -> None:
    """A browser keeps a file for ever, and yet gets a changed one at once."""
    one, same, other = (served("site.css", data) for data in (b"p{}", b"p{}", b"a{}"))

    assert one.address == same.address == "/tai-nguyen/site.806db22126.css"
    assert one.address != other.address


def test_every_name_that_templates_ask_for_leads_to_a_file() -> None:
    """No page asks for a file that is not served."""
    assets = bundle(THEME, PACKAGES)

    assert set(assets.names) == set(ASSETS)
    assert {f"/{file.save_as}" for file in assets.files} == set(assets.names.values())


def test_the_same_theme_gives_the_same_bytes() -> None:
    """Two builds of one commit are one release."""
    assert bundle(THEME, PACKAGES) == bundle(THEME, PACKAGES)


def test_the_stylesheet_asks_for_no_other_site_and_no_missing_file() -> None:
    """Reading the site tells nobody else about it."""
    files = {file.save_as: file.data for file in bundle(THEME, PACKAGES).files}
    sheet = next(data.decode() for name, data in files.items() if name.endswith(".css"))

    assert {address[1:] for address in re.findall(r'url\("(.*?)"\)', sheet)} <= set(files)
    assert "http" not in sheet.replace('[href^="http"]', "")


def test_what_a_page_loads_stays_within_the_budget() -> None:
    """An article opens fast on a slow phone: CSS 14 kB, JS 8 kB, fonts 63 kB."""
    files = {file.save_as: file.data for file in bundle(THEME, PACKAGES).files}

    def size(ending: str) -> int:
        found = [data for name, data in files.items() if name.endswith(ending)]
        return sum(len(data if ending == "woff2" else gzip.compress(data)) for data in found)

    assert size(".css") <= 14_000
    assert size(".js") <= 8_000
    assert size("woff2") <= 63_000


def test_scripts_are_scripts(tmp_path: Path) -> None:
    """Minifying breaks nothing that Node can see."""
    scripts = [file for file in bundle(THEME, PACKAGES).files if file.save_as.endswith(".js")]
    for number, file in enumerate(scripts):
        path = tmp_path / f"{number}.js"
        path.write_bytes(file.data)
        subprocess.run(["node", "--check", path], check=True)


def test_without_the_npm_packages_the_build_says_what_to_run(theme: Path) -> None:
    """Whoever builds for the first time learns the one command that is missing."""
    with pytest.raises(MissingPackages) as caught:
        bundle(theme, theme / "node_modules")

    assert str(caught.value) == (
        f"{theme}/node_modules/{FONTS[0]}: lỗi: thiếu tệp này của gói npm, nên chưa dựng được "
        "giao diện. Chạy `inv set-up` (hay `inv cai-dat`) một lần khi có mạng, rồi dựng lại."
    )
