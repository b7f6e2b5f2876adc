"""Articles (tin, bài): a page each, with its neighbours and what was written before on its topics.

An editor writes `tin-bai/<chuyen-trang>/<chuyen-muc>/2023-03-23-ten-bai.md`.
"""
