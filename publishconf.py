"""What production adds: the site's address. Used by `inv build --settings publishconf.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *

SITEURL = "https://cchc.example"
REVIEW_COMPONENTS = False

# Whom to tell of a hole in the site, as `mailto:…` or `https://…`; security.txt says so.
SECURITY_CONTACT = ""

# Where `inv publish` sends the site; docs/phat-hanh.md says what each key means.
PUBLISH_TARGETS = {
    "thu-muc": {"kind": "folder", "root": "../trang-that"},
}
