"""Settings of the sample province: the new Gia Lai, code 52 in the system of 34 provinces."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))
from pelicanconf import *  # noqa: E402

SITENAME = "Cải cách hành chính tỉnh Gia Lai (trang mẫu)"
SITE_SHORT_NAME = "CCHC Gia Lai"
SITESUBTITLE = "Trang mẫu, chỉ dùng trong phép thử"
SITEURL = "https://mau.example"
PROVINCE = "tinh-gia-lai"
OWNER = "ubnd-tinh-gia-lai"
NOTICE = (
    "Tỉnh Gia Lai (mã số 52 trong hệ 34 tỉnh) gồm tỉnh Bình Định và tỉnh Gia Lai trước ngày "
    "01/07/2025."
)
RATING_ENDPOINT = "https://mau.example/danh-gia"
REVIEW_COMPONENTS = False
DEFAULT_PAGINATION = 2
THEME = str(ROOT / "theme")
