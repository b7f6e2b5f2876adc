"""A key that was pasted into a text is refused before anybody publishes it."""

from __future__ import annotations

import pytest

from plugins.newsroom.rules.secrets import no_text_holds_a_secret

LETTERS = "Zx9Kq2Lm7Pw4Rt8Vy3Bn6Hd1Fg5Js0CeWnQb"
#: Composed here, so that the tree itself holds none.
SECRETS = (
    ("-----BEGIN ", "OPENSSH PRIV", "ATE KEY-----"),
    ("gh", "p_", LETTERS[:36]),
    ("github", "_pat_", LETTERS[:30]),
    ("gl", "pat-", LETTERS[:20]),
    ("AK", "IA", "Z7XK4M2QW9P3LT6V"),
    ("xo", "xb-", "2345678901-2345678901-", LETTERS[:24]),
    ("sk_", "live_", LETTERS[:24]),
    ("AI", "za", LETTERS[:35]),
)


@pytest.mark.parametrize("parts", SECRETS, ids=lambda parts: parts[0])
def test_c14_a_key_in_a_text_is_refused_and_not_said_again(parts: tuple[str, ...]) -> None:
    """The message names the line, and shows no more of the key than its beginning."""
    (problem,) = no_text_holds_a_secret(f"Một dòng.\nKhóa: {''.join(parts)}\n", "the.csv")
    assert (problem.path, problem.line) == ("content/the.csv", 2)
    assert parts[-1] not in str(problem)


@pytest.mark.parametrize(
    "text", ["Mã: AKIA-01", "ghp_ là gì", "glpat-", "PRIVATE KEY", "task_live_show", "AIzawa"]
)
def test_c14_words_that_begin_alike_are_let_be(text: str) -> None:
    """A handbook may say how a key begins."""
    assert list(no_text_holds_a_secret(text, "the.csv")) == []
