"""Sections and columns (chuyên trang, chuyên mục).

A reader gets a page a section and a page a column, with years and agencies as further pages. An
editor adds a section or a column by a line in `chuyen-trang.toml`, and an article by its folder.
"""
