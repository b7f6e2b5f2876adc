"""A plain Pelican site of comparable reach: its own theme, no plugin.

An article a page, paginated lists of columns (categories), tags and agencies, an archive a month,
feeds for each, a sitemap.
"""

SITENAME = "Cải cách hành chính"
SITEURL = "https://cchc.example"
AUTHOR = "Ban biên tập"
PATH = "content"
THEME = "theme"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8"]
READERS = {"rst": None, "html": None}
PLUGINS: list[str] = []
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"category": None, "tag": None}
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
AUTHOR_SAVE_AS = ""
ARTICLE_URL = "tin-bai/{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = "tin-bai/{date:%Y}/{date:%m}/{date:%d}/{slug}/index.html"
MONTH_ARCHIVE_SAVE_AS = "tin-bai/{date:%Y}/{date:%m}/index.html"
FEED_ALL_ATOM = "tin.atom.xml"
FEED_ALL_RSS = "tin.rss.xml"
CATEGORY_FEED_ATOM = "{slug}/tin.atom.xml"
CATEGORY_FEED_RSS = "{slug}/tin.rss.xml"
TAG_FEED_ATOM = "the/{slug}/tin.atom.xml"
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
