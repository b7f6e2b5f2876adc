"""Settings of the site: which province speaks, and what the build is made of.

Settings are data: nothing of `plugins/` is imported here. Another province is another such file,
named by `inv build --settings FILE`.
"""

SITENAME = "Cải cách hành chính tỉnh Bình Định"
SITE_SHORT_NAME = "CCHC Bình Định"
SITESUBTITLE = "Chuyên trang thông tin, tuyên truyền về cải cách hành chính nhà nước"
SITEURL = ""
PROVINCE = "tinh-binh-dinh"
OWNER = "ubnd-tinh-binh-dinh"
NOTICE = (
    "Trang nói về tỉnh Bình Định (mã số 52 trong hệ 63 tỉnh). "
    "Từ ngày 01/07/2025, Bình Định là một phần của tỉnh Gia Lai."
)
LICENCE = "Bản quyền và việc dùng lại"
LICENCE_URL = "/trang/ban-quyen/"
RATING_ENDPOINT = ""
REVIEW_COMPONENTS = True

DEFAULT_PAGINATION = 20
FEED_MAX_ITEMS = 20

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
PLUGINS = [
    "plugins.pelican_bridge.plugin",
    "plugins.checking.plugin",
    "plugins.assets.plugin",
    "plugins.images.plugin",
    "plugins.attachments.plugin",
    "plugins.articles.plugin",
    "plugins.columns.plugin",
    "plugins.archive.plugin",
    "plugins.agencies.plugin",
    "plugins.topics.plugin",
    "plugins.glossary.plugin",
    "plugins.corrections.plugin",
    "plugins.standing.plugin",
    "plugins.front_page.plugin",
    "plugins.feeds.plugin",
    "plugins.downloads.plugin",
    "plugins.scorecards.plugin",
]
# Pelican strikes a plugin that fails to load off PLUGINS and goes on; the build must not.
NEEDED_PLUGINS = tuple(PLUGINS)

TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8"]
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True}

# Our generator writes the feeds, and every file of the content is read by it alone.
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
