"""Agencies and localities (cơ quan, địa bàn): a page each, with the days of its life and its news.

An editor adds a line to `co-quan.csv` or `dia-ban.csv`, and names its id in an article.
"""
