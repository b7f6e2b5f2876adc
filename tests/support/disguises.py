"""Ways in which spammers disguise a term (cách viết biến dạng), made by a seeded die."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import entities
from random import Random
from urllib.parse import quote

from plugins.newsroom.advert_patterns import TERMS, Term, is_numbered
from plugins.vietnamese.fold import fold, slug

Disguise = Callable[[str, Random], str]

LEET = {
    "a": "4@",
    "b": "8",
    "e": "3",
    "g": "9",
    "i": "1!",
    "l": "1|",
    "o": "0",
    "s": "5$",
    "t": "7",
}
CYRILLIC = dict(zip("aeopcyxisj", "аеорсухіѕј", strict=True))
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
ENTITIES = {chr(code): f"&{name};" for code, name in entities.codepoint2name.items() if code > 127}
SENTENCES = (
    "Sở Nội vụ thông báo về {} trong tháng này.",
    "{} – đăng ký ngay hôm nay!",
    "Kế hoạch cải cách hành chính năm 2024, {}, và nhiều việc khác.",
    "Xem thêm: {}.",
    "| Đơn vị | {} | 85,03 % |",
)


def _upper(words: str, _: Random) -> str:
    return words.upper()


def _without_marks(words: str, _: Random) -> str:
    return fold(words)


def _leet(words: str, die: Random) -> str:
    bare = fold(words)
    places = [n for n, letter in enumerate(bare) if letter in LEET]
    chosen = set(die.sample(places, k=min(len(places), max(1, len(bare) // 4))))
    return "".join(die.choice(LEET[c]) if n in chosen else words[n] for n, c in enumerate(bare))


def _unseen(words: str, die: Random) -> str:
    return "".join(letter + die.choice(("", die.choice(UNSEEN))) for letter in words)


def _cyrillic(words: str, _: Random) -> str:
    return "".join(CYRILLIC.get(letter, letter) for letter in words)


def _wide(words: str, _: Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in words)


def _bold(words: str, _: Random) -> str:
    return "".join(
        chr(0x1D41A + ord(c) - ord("a")) if c.isascii() and c.isalpha() else c
        for c in unicodedata.normalize("NFD", words)
    )


def _spelt(words: str, die: Random) -> str:
    between = die.choice(".-_*·~ ")
    return die.choice(("-", " ", ".-")).join(between.join(word) for word in words.split())


def _broken(words: str, die: Random) -> str:
    places = [n for n in range(1, len(words)) if " " not in words[n - 1 : n + 1]]
    cut = die.choice(places)
    return words[:cut] + die.choice(("-", ".", "_", "**", "*", "</b>", "<wbr>")) + words[cut:]


def _address(words: str, die: Random) -> str:
    named = die.choice((slug(words), slug(words).replace("-", ""), quote(words)))
    return die.choice(
        (f"https://{slug(words).replace('-', '')}.example/", f"https://a.example/{named}.html")
    )


def _decomposed(words: str, _: Random) -> str:
    return unicodedata.normalize("NFD", words)


def _coded(words: str, _: Random) -> str:
    return "".join(ENTITIES.get(c, c if c.isascii() else f"&#{ord(c)};") for c in words)


def _plain(words: str, _: Random) -> str:
    return words


def _alternative_text(words: str, _: Random) -> str:
    return f"![{words}](anh.jpg)"


def _link(words: str, _: Random) -> str:
    return f"[{words}](https://a.example/)"


def _half_a_link(words: str, _: Random) -> str:
    first, rest = words.split(" ", 1)
    return f"[{first}](https://a.example/) {rest}"


def _half_bold(words: str, die: Random) -> str:
    first, rest = words.split(" ", 1)
    return die.choice((f"{first} **{rest}**", f"**{first}** {rest}"))


def _two_lines(words: str, _: Random) -> str:
    return words.replace(" ", "\n", 1)


#: How it is spelt; a name with a number is spelt in one way only.
OF_NAMES: tuple[Disguise, ...] = (_plain, _upper, _unseen, _wide, _address)
SPELLINGS: tuple[Disguise, ...] = (
    *(*OF_NAMES, _without_marks, _leet, _cyrillic, _bold, _spelt, _broken, _coded, _decomposed),
)
#: Where it stands.
PLACES: tuple[Disguise, ...] = (_plain, _alternative_text, _link)
OF_PHRASES: tuple[Disguise, ...] = (*PLACES, _half_a_link, _half_bold, _two_lines)


def reads_alike(term: Term) -> bool:
    """Say whether a term without marks is an innocent phrase too: «lo de» is «lo để»."""
    return any(fold(phrase) == fold(term.words) for phrase in term.innocent)


def disguised(die: Random) -> tuple[str, str]:
    """Give a term, and a sentence in which it stands disguised."""
    term = die.choice(TERMS)
    may_lose_marks = not reads_alike(term)
    spellings = OF_NAMES if is_numbered(term.words) else SPELLINGS
    spelling = die.choice(
        [way for way in spellings if may_lose_marks or way not in {_without_marks, _address, _leet}]
    )
    spelt = spelling(term.words, die)
    place = _plain if spelling is _address else die.choice(OF_PHRASES if " " in spelt else PLACES)
    return term.words, die.choice(SENTENCES).format(place(spelt, die))
