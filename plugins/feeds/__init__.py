"""Feeds and maps for machines (nguồn cấp tin, sơ đồ cho máy tìm kiếm, bảng của máy chủ).

A reader follows the whole site, a section, a column, an agency or a locality in any feed reader;
a search engine finds every page with its true date; the web server learns which addresses moved
and which are gone. An editor writes nothing for it.
"""
