"""What production adds: the site's address. Used by `inv build --settings publishconf.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *

SITEURL = "https://cchc.example"
REVIEW_COMPONENTS = False
