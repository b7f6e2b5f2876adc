"""Saving an article (lưu bài): the same text as a Word file and as plain text.

A reader keeps or re-uses the article with its date, source and address; an editor writes nothing
for it. Why these two formats: `docs/adr/0003-luu-bai-thanh-van-ban-va-docx.md`.
"""
