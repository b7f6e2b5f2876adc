"""What the full run of the law says at its end."""

from __future__ import annotations

from plugins.workshop.law import table


def test_the_table_says_how_often_each_step_was_taken() -> None:
    """Whoever reads the benchmark page sees what was tried, not only that nothing failed."""
    assert table(1500, {"edit_text": 12345, "kill": 7}) == (
        "1.500 chuỗi, không chuỗi nào sai:\nedit_text    12.345\nkill              7"
    )
