"""Sentences in the words of the site itself, made by a seeded die.

A chain over pairs of words says what may follow what, so that the corpus has the site's
vocabulary, its lengths of words and its marks, and no sentence of it need be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

FOLDERS = ("tin-bai", "trang")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FOREIGN = "\nlang: en\n"
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
#: Lines that are no running text: headings, tables, lists, quotations, shortcodes, HTML.
NOT_PROSE = ("#", "|", "-", ">", "[", "<", "*")
#: Names in capitals are left out: some mean several things, and an editor must say which.
PLAIN = re.compile(r"[^\W\d_]+,?")
SHORTEST, LONGEST = 9, 28
MAX_CAPITALS = 1

Chain = dict[tuple[str, str], list[str]]


def prose(content: Path) -> Iterator[str]:
    """Give the running text of every article and standing page, a paragraph at a time."""
    for folder in FOLDERS:
        for file in sorted((content / folder).rglob("*.md")):
            text = file.read_text("utf-8")
            if FOREIGN in text:
                continue
            for line in LINK.sub(r"\1", FRONT_MATTER.sub("", text)).splitlines():
                if line and not line.startswith(NOT_PROSE):
                    yield line


def chain_of(paragraphs: Iterator[str]) -> tuple[Chain, list[tuple[str, str]]]:
    """Learn which word followed which two, and with which two a sentence began."""
    chain: Chain = {}
    starts: list[tuple[str, str]] = []
    for paragraph in paragraphs:
        for sentence in re.split(r"[.;:!?…]+(?:\s+|$)", paragraph):
            words = [word for word in sentence.split() if _is_plain(word)]
            if len(words) >= SHORTEST:
                starts.append((words[0], words[1]))
                for first, second, third in zip(words, words[1:], words[2:], strict=False):
                    chain.setdefault((first, second), []).append(third)
    return chain, starts


def sentences(content: Path, die: Random, count: int) -> Sequence[str]:
    """Make sentences of nine to twenty-eight words out of what the site says."""
    chain, starts = chain_of(prose(content))
    made: list[str] = []
    while len(made) < count:
        words = list(_walk(chain, die.choice(starts), die))
        if len(words) >= SHORTEST:
            text = " ".join(words).rstrip(",")
            made.append(f"{text[0].upper()}{text[1:]}.")
    return made


def _walk(chain: Chain, start: tuple[str, str], die: Random) -> Iterator[str]:
    yield from start
    for _ in range(die.randrange(SHORTEST, LONGEST) - len(start)):
        following = chain.get(start)
        if not following:
            return
        start = (start[1], die.choice(following))
        yield start[1]


def _is_plain(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return bool(PLAIN.fullmatch(word)) and capitals <= MAX_CAPITALS
