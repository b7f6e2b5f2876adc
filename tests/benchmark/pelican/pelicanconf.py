"""A plain Pelican of comparable reach: its own theme, feeds, archives, tags; no plugin of ours."""

SITENAME = "Cải cách hành chính"
SITEURL = ""
AUTHOR = "Ban biên tập"
PATH = "content"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8"]
READERS = {"rst": None, "html": None}
PLUGINS: list[str] = []
DEFAULT_PAGINATION = 20
ARTICLE_URL = "tin-bai/{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = "tin-bai/{date:%Y}/{date:%m}/{date:%d}/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "tin-bai/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "tin-bai/{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_SAVE_AS = "tin-bai/{date:%Y}/{date:%m}/{date:%d}/index.html"
FEED_ALL_ATOM = "tin.atom.xml"
FEED_ALL_RSS = "tin.rss.xml"
CATEGORY_FEED_ATOM = "{slug}/tin.atom.xml"
CATEGORY_FEED_RSS = "{slug}/tin.rss.xml"
TAG_FEED_ATOM = "the/{slug}/tin.atom.xml"
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
