"""What the documents say is so: commands, terms, folders, addresses, links."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from invoke.collection import Collection
from invoke.parser import Parser

import tasks
from plugins.newsroom.addresses import RESERVED_NAMES, RESERVED_PREFIXES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def read(name: str) -> str:
    """Read a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def prose(file: Path) -> str:
    """Give a document's text without the examples in it."""
    text = re.sub(
        r"^ *```.*?^ *```", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    return re.sub(r"`[^`\n]*`", "", text)


def documents() -> list[Path]:
    """List every document that a person may open first."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]


def test_the_readme_names_every_command_and_no_other() -> None:
    """Whoever reads the README's table knows all that can be typed."""
    table = re.findall(r"^\| `inv ([a-z-]+)` \| `([a-z-]+)` \|", read("README.md"), re.MULTILINE)
    commands = Collection.from_module(tasks).task_names
    assert dict(table) == {name: aliases[0] for name, aliases in commands.items()}


@pytest.mark.parametrize("file", documents(), ids=lambda file: file.stem)
def test_every_command_that_is_shown_can_be_typed(file: Path) -> None:
    """Nobody copies a line out of the handbook and is told that it is wrong."""
    text = file.read_text(encoding="utf-8")
    shown = re.findall(
        r"(?:^|`|&& )(?:\.venv/bin/)?inv ([a-z][a-z-]* [^`\n&]+)", text, re.MULTILINE
    )
    parser = Parser(Collection.from_module(tasks).to_contexts())
    for line in shown:
        parser.parse_argv(shlex.split(line))


def test_ci_runs_the_readmes_command_word_for_word() -> None:
    """What CI proves is what a newcomer will do."""
    first, second = re.findall(r"```sh\n(.+)\n```", read("README.md"))
    assert first.endswith(".venv/bin/inv preview")
    assert second.endswith(".venv/bin/inv verify")
    assert second in read(".ci/run").splitlines()


def test_every_term_of_the_glossary_is_in_the_code() -> None:
    """A glossary of words that nobody uses misleads."""
    rows = re.findall(r"^\| [^|]+\| ([^|]+)\|", read("docs/glossary.md"), re.MULTILINE)
    terms = {term for row in rows for term in re.findall(r"`(\w+)`", row)}
    code = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob("plugins/**/*.py"))
    assert len(terms) > 20
    assert {term for term in terms if not re.search(rf"\b{term}\b", code)} == set()


def test_the_architecture_names_every_package() -> None:
    """The one page that a newcomer reads leaves no folder out."""
    page = read("docs/architecture.md")
    packages = {file.parent.name for file in ROOT.glob("plugins/*/__init__.py")}
    assert {name for name in packages if f"`{name}`" not in page} == set()


def test_every_path_that_the_architecture_names_exists() -> None:
    """The one page that a newcomer reads leads to no hole."""
    named = re.findall(r"`([\w./-]+(?:/|\.py|\.md|\.css|\.toml))`", read("docs/architecture.md"))
    packages = (file.parent for file in ROOT.glob("plugins/*/__init__.py"))
    places = (ROOT, ROOT / "plugins", ROOT / "docs", ROOT / "theme", ROOT / "tests", *packages)
    missing = [
        name
        for name in named
        if not name.startswith("/") and not any((at / name).exists() for at in places)
    ]
    assert missing == []


def test_the_layers_are_told_as_they_are_held() -> None:
    """What the page says of the layers is what import-linter checks."""
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    rows = [line for line in read("docs/architecture.md").splitlines() if line.startswith("| ")]
    for layer in contracts[0]["layers"]:
        names = re.findall(r"\w+", layer)
        assert [row for row in rows if all(f"`{name}`" in row for name in names)] or len(names) == 1


def test_reserved_names_are_the_ones_that_editors_read() -> None:
    """An editor who adds a section sees at once which names are taken."""
    page = read("docs/bien-tap/ten-tep-va-duong-dan.md")
    section = page[page.index("### Tên dành riêng") :]
    named = set(re.findall(r"`([a-z-]+)`", section))
    assert named == {*RESERVED_NAMES, *RESERVED_PREFIXES}


def test_every_link_between_documents_leads_somewhere() -> None:
    """A reader of the handbook never meets a hole."""
    dead = [
        f"{file.relative_to(ROOT)}: {target}"
        for file in documents()
        for target in re.findall(r"\]\(([^)#\s]+)", prose(file))
        if not re.match(r"/|[a-z]+:", target) and not (file.parent / target).exists()
    ]
    assert dead == []
