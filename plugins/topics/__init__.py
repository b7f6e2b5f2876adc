"""Tags and series (thẻ, dòng sự kiện): a page each, from two controlled lists.

An editor adds a line to `the.csv` or `dong-su-kien.csv`, and names its id in an article.
"""
