"""`inv rename`: carry out a renaming, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.problem import Problem
from plugins.workshop.new_article import columns_of, sections_of
from plugins.workshop.renaming import Renaming, Shelf, Wish, plan
from plugins.workshop.running import run as run_program
from plugins.workshop.writing import write_whole

PLANNED, DONE = "Sẽ đổi (chưa đổi gì):", "Đã đổi:"


def run(content: Path, wish: Wish, *, dry_run: bool) -> int:
    """Rename, or only show what would change; 1 when it cannot be done."""
    planned = plan(shelf(content), wish)
    if isinstance(planned, Problem):
        print(planned)
        return 1
    if not dry_run:
        carry_out(content, planned)
    print(PLANNED if dry_run else DONE)
    print("".join(f"  {line}\n" for line in planned.said), end="")
    return 0


def shelf(content: Path) -> Shelf:
    """Look at the whole content; a text that is not UTF-8 cannot be edited and is left out."""
    files = sorted(path for path in content.rglob("*") if path.is_file() and not path.is_symlink())
    texts = {}
    for path in files:
        if path.suffix == ".md":
            try:
                texts[_name(content, path)] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return Shelf(
        files=frozenset(_name(content, path) for path in files),
        texts=texts,
        columns=columns_of(sections_of(content)),
    )


def carry_out(content: Path, renaming: Renaming) -> None:
    """Write the texts and move the files; whatever fails, everything is put back first."""
    before = {text.path: (content / text.path).read_bytes() for text in renaming.texts}
    moved: list[tuple[str, str]] = []
    tracked = _tracked(content, tuple(renaming.moves))
    try:
        for text in renaming.texts:
            write_whole(content / text.path, text.text.encode())
        for old, new in renaming.moves.items():
            _move(content, old, new, tracked=old in tracked)
            moved.append((old, new))
    except BaseException:
        for old, new in reversed(moved):
            _move(content, new, old, tracked=old in tracked)
        for path, data in before.items():
            write_whole(content / path, data)
        raise


def _name(content: Path, path: Path) -> str:
    return path.relative_to(content).as_posix()


def _tracked(content: Path, paths: tuple[str, ...]) -> frozenset[str]:
    """Ask Git which of the files it knows; outside a repository it knows none."""
    home = content.resolve()
    if not any((folder / ".git").exists() for folder in (home, *home.parents)):
        return frozenset()
    known = run_program("git", "ls-files", "-z", "--", *paths, cwd=content)
    return frozenset(known.split("\0"))


def _move(content: Path, old: str, new: str, *, tracked: bool) -> None:
    target = content / new
    target.parent.mkdir(parents=True, exist_ok=True)
    if tracked:
        run_program("git", "mv", "--", old, new, cwd=content)
    elif target.exists():
        raise FileExistsError(new)
    else:
        (content / old).rename(target)
    _remove_empty(content, (content / old).parent)


def _remove_empty(content: Path, folder: Path) -> None:
    """Leave no empty folder, which Git does not keep and the check refuses."""
    while folder != content and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
