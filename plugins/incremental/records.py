"""Records written down and read back: the newsroom's frozen values and the features', never code.

A cache that somebody else wrote can hold wrong values at worst.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import re
from dataclasses import is_dataclass
from typing import Any
from zoneinfo import ZoneInfo

from plugins.newsroom.problem import Severity

OURS = ("plugins.newsroom.", "plugins.vietnamese.")
OF_A_FEATURE = re.compile(r"plugins\.[a-z_]+\.model(?:\.[a-z_]+)*")
FOREIGN = {
    *(("datetime", "date"), ("datetime", "datetime"), ("zoneinfo", "ZoneInfo")),
    ("decimal", "Decimal"),
}
PROTOCOL = 5

#: What unpickling bytes that nobody vouches for may raise.
WRONG = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError)

_known: dict[tuple[str, str], Any] = {}

# Python before 3.11.4 (Debian 12 has 3.11.2) would pickle it as a call of `getattr`.
copyreg.pickle(Severity, lambda severity: (Severity, (severity.value,)))


class _OnlyRecords(pickle.Unpickler):
    """An unpickler that makes nothing but our own frozen values."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's own signature
        """Give a record's class, or refuse."""
        known = _known.get((module, name))
        if known is None:
            known = _known[module, name] = self._allowed(module, name)
        return known

    def _allowed(self, module: str, name: str) -> Any:  # noqa: ANN401 - any class
        if (module, name) == ("builtins", "getattr"):
            return _unpickle_of  # how a ZoneInfo is pickled
        is_ours = module.startswith(OURS) or OF_A_FEATURE.fullmatch(module)
        if is_ours or (module, name) in FOREIGN:
            found = super().find_class(module, name)
            if is_dataclass(found) or (module, name) in FOREIGN or found is Severity:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a record")


def _unpickle_of(owner: object, name: str) -> object:
    if owner is ZoneInfo and name == "_unpickle":
        return ZoneInfo._unpickle  # type: ignore[attr-defined]  # noqa: SLF001 - ZoneInfo's own
    raise pickle.UnpicklingError(f"{name} is not a record")


def written(record: object) -> bytes:
    """Write a record down."""
    return pickle.dumps(record, protocol=PROTOCOL)


def read_back(data: bytes) -> Any:  # noqa: ANN401 - whatever was written
    """Read a record; raises one of `WRONG` when it is damaged or no record."""
    return _OnlyRecords(io.BytesIO(data)).load()
