"""Attachments (tệp đính kèm): the plan, the form or the table that an article hands out.

A reader sees what it is and how large before the click, and gets a file in which nothing runs and
that names no author. An editor puts a PDF, DOCX or XLSX file beside the text and links to it.
"""
