"""The contracts that no linter knows: sizes, a feature's anatomy, what is never tracked."""

from __future__ import annotations

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from plugins.workshop.running import run

ROOT = Path(__file__).parent.parent
PLUGINS = ROOT / "plugins"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS = SETTINGS["tool"]["importlinter"]["contracts"][0]["layers"]
FEATURES = tuple(LAYERS[1].split(" | "))

# What a feature may consist of, beside one module named after its arithmetic.
ANATOMY = {"__init__", "model", "reading", "rules", "pages", "exports", "plugin"}

# Where `Any` is allowed outside the bridge and the plugins' glue, and why.
ANY_BY_NAME = {
    "incremental/crew.py",  # work of whatever kind is spread
    "incremental/database.py",  # a row holds any value
    "incremental/desk_reading.py",  # readings of every kind
    "incremental/open_texts.py",  # readings of every kind
    "incremental/records.py",  # a record of any kind, as it was kept
    "incremental/text_store.py",  # readings of every kind
    "newsroom/page.py",  # a page's view is of as many types as there are templates
    "newsroom/register_reader.py",  # registers of every kind in one table
    "newsroom/site.py",  # a settings file holds any value; it is typed right there
    "workshop/importing/loading.py",  # openpyxl has two classes of cell without a common one
    "workshop/command_line.py",  # invoke's Task is generic over its body
}

# Values that a template takes as finished HTML: our checked text, and JSON that we wrote.
UNESCAPED = {"templates/article.html": 1, "templates/base.html": 1, "templates/standing.html": 1}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    """List the product's own modules."""
    return sorted(PLUGINS.rglob("*.py"))


def lines(file: Path) -> int:
    """Count a file's lines."""
    return len(file.read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[Path, Function]]:
    """Find every function of the product."""
    for file in modules():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield file, node


def definitions(scope: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Find what a module offers: its functions, its classes and what these offer."""
    for node in scope.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from definitions(node) if isinstance(node, ast.ClassDef) else ()


def length(function: Function) -> int:
    """Count a function's lines, from `def` to its last one."""
    return (function.end_lineno or 0) - function.lineno + 1


def tracked_files() -> list[Path]:
    """List what git keeps, and what it is about to keep."""
    printed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    return [ROOT / name for name in printed.split("\0") if name and (ROOT / name).is_file()]


def below(file: Path, folder: Path = PLUGINS) -> str:
    """Give a file's path as people say it."""
    return file.relative_to(folder).as_posix()


def test_a_module_fits_on_a_few_screens() -> None:
    """A newcomer can read any module to its end."""
    assert {below(file): lines(file) for file in modules() if lines(file) > 250} == {}
    assert median(map(lines, modules())) <= 90


def test_a_function_fits_on_one_screen() -> None:
    """A newcomer can see any function whole."""
    long = {
        f"{below(file)}:{one.name}": length(one) for file, one in functions() if length(one) > 30
    }
    assert long == {}
    assert median(length(one) for _, one in functions()) <= 8


def test_glue_and_tasks_stay_thin() -> None:
    """The rules of the domain stand in features, not in what calls them."""
    glue = {below(file): lines(file) for file in PLUGINS.glob("*/plugin.py") if lines(file) > 60}
    assert glue == {}
    assert lines(ROOT / "tasks.py") <= 150


def test_a_component_template_fits_on_one_screen() -> None:
    """A designer sees a component's markup at a glance."""
    files = sorted(ROOT.glob("theme/components/*/template.html"))
    assert files
    assert {below(file, ROOT): lines(file) for file in files if lines(file) > 60} == {}


def test_every_feature_has_the_one_anatomy() -> None:
    """A newcomer who knows one feature knows them all."""
    for feature in FEATURES:
        names = {file.stem for file in (PLUGINS / feature).iterdir() if file.name != "__pycache__"}
        assert "plugin" in names, f"{feature} takes part in no build"
        assert len(names - ANATOMY) <= 1, (
            f"{feature} has more than one arithmetic: {names - ANATOMY}"
        )


def test_every_public_thing_says_what_it_is() -> None:
    """Whoever calls a thing need not read its body."""
    silent = [
        f"{below(file)}:{node.name}"
        for file in modules()
        for node in definitions(ast.parse(file.read_text(encoding="utf-8")))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_any_is_used_only_where_pelican_is() -> None:
    """Past the bridge every value has a type that mypy checks."""
    users = {
        below(file)
        for file in modules()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id == "Any"
    }
    allowed = {
        name for name in users if name.startswith("pelican_bridge/") or name.endswith("/plugin.py")
    }
    assert users - allowed == ANY_BY_NAME


def test_c02_every_unescaped_value_is_a_reviewed_one() -> None:
    """Only HTML that our own check passed, and JSON that we wrote, reach a page as they are."""
    found = {
        below(file, ROOT / "theme"): len(
            re.findall(r"\|\s*safe\b", file.read_text(encoding="utf-8"))
        )
        for file in sorted(ROOT.glob("theme/**/*.html"))
    }
    assert {name: count for name, count in found.items() if count} == UNESCAPED


def test_c02_nothing_turns_escaping_off() -> None:
    """One environment renders every page, and nobody but its renderer says how it escapes."""
    told = re.compile(r"autoescape|\|\s*(?:forceescape|xmlattr)\b")
    themes = ROOT.glob("theme/**/*.html")
    assert [below(file, ROOT) for file in themes if told.search(file.read_text("utf-8"))] == []
    said = {
        below(file): re.findall(r"\w*autoescape\b(?: = \w+)?", file.read_text("utf-8"))
        for file in modules()
    }
    assert {name: words for name, words in said.items() if words} == {
        "pelican_bridge/lean_templates.py": ["_default_autoescape"],
        "pelican_bridge/rendering.py": ["autoescape = True"],
    }
    makers = [
        below(file) for file in modules() if re.search(r"\bEnvironment\(", file.read_text("utf-8"))
    ]
    assert makers == ["pelican_bridge/building.py"]


def test_c15_the_list_of_plugins_is_the_reviewed_one() -> None:
    """What takes part in a build is what is in this repository, and nothing joins unseen."""
    settings = runpy.run_path(str(ROOT / "pelicanconf.py"))
    bridge, *others = settings["PLUGINS"]
    assert bridge == "plugins.pelican_bridge.plugin"
    assert sorted(others) == sorted(
        f"plugins.{name}.plugin" for name in (*FEATURES, "checking", "front_page")
    )
    assert settings["NEEDED_PLUGINS"] == tuple(settings["PLUGINS"])
    assert "PLUGINS" not in {
        name
        for node in ast.walk(ast.parse((ROOT / "publishconf.py").read_text("utf-8")))
        for name in (getattr(node, "id", ""),)
    }


def test_nothing_tracked_names_a_machine_or_a_registry() -> None:
    """The tree builds anywhere, and says nothing of where it was written."""
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb." + "debian.org")
    folders = ("/" + "work/", "/" + "root/", "/" + "home/", "/" + "opt/")
    guilty = [
        f"{below(file, ROOT)}: {word}"
        for file in tracked_files()
        for word in hosts + folders
        if word.encode() in file.read_bytes()
    ]
    assert guilty == []


def test_nothing_tracked_is_a_link_or_a_program() -> None:
    """A checkout brings plain files only."""
    modes = run("git", "ls-files", "--stage", cwd=ROOT).splitlines()
    odd = [line.split("\t")[1] for line in modes if line[:6] != "100644"]
    assert odd == []


def test_no_group_is_possessive() -> None:
    """Debian 12's Python 3.11.2 goes wrong when a possessive group gives up half way (gh-106052).

    A possessive character is sound there.
    """
    group = re.compile(r"\)(?:[*+?]|\{[\d,]*\})\+|\(\?>")
    guilty = [
        f"{below(file)}: {node.value!r}"
        for file in modules()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if group.search(node.value)
    ]
    assert guilty == []
