"""The abbreviations (từ viết tắt): one page of all, letter by letter.

An editor adds a line to `tu-viet-tat.csv`; the same file explains abbreviations inside articles.
"""
