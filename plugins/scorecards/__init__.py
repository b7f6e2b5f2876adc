"""Scorecards: readers get rankings, trends and open data; editors commit a TOML and a CSV a period.

An editor writes `content/chi-so/<bộ>/bo-chi-so.toml`, which says what a scorecard measures and how
its totals and ranks arise, and one `<kỳ>.csv` for each period. `content/chi-so/don-vi.csv` names
the units that are ranked beside those of `dia-ban.csv` and `co-quan.csv`.
"""
