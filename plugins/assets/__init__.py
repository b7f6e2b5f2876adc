"""The theme's files as readers get them: one stylesheet, one script, fonts, all named by content.

Designers write `theme/`; a page for them, «Thành phần giao diện», shows every component's examples.
"""
