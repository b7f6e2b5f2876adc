"""The minute for which a site is checked or built (phút dựng) when nobody names one."""

from __future__ import annotations

import os
from datetime import datetime

from plugins.vietnamese.dates import ZONE


def current_minute() -> datetime:
    """Give SOURCE_DATE_EPOCH where it is set, else the clock's minute, in Vietnam's time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), ZONE)
    return datetime.now(ZONE).replace(second=0, microsecond=0)
