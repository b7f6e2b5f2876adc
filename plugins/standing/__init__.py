"""Standing pages (trang cố định): about, contact, English, the site's own map, and «not found».

An editor writes `trang/<slug>.md`.
"""
