"""The archive by day («Tìm theo ngày»): a page a day, month and year, with a month calendar.

Editors write nothing for it: an article's file name holds its day.
"""
