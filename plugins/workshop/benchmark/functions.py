"""Which functions of a process took longest, by Python's own profiler."""

from __future__ import annotations

import pstats
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MOST = 20
#: Runs first in every Python that a build starts; a fork begins a profile of its own.
STARTER = """\
import atexit, cProfile, os
from multiprocessing import util

profile = cProfile.Profile()


def dump():
    profile.disable()
    profile.dump_stats(os.path.join(os.environ["PROFILES"], f"{os.getpid()}.prof"))


def begin_anew():
    global profile
    profile.disable()
    profile = cProfile.Profile()
    profile.enable()
    util.Finalize(None, dump, exitpriority=0)


os.register_at_fork(after_in_child=begin_anew)
atexit.register(dump)
profile.enable()
"""

Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """What one function took in one process (hàm): seconds of its own and with what it called."""

    name: str
    calls: int
    own: float
    whole: float


def slowest(profile: Path, folder: Path) -> tuple[float, Sequence[Function]]:
    """Read a profile: all seconds of the process, and the functions with most of their own."""
    stats: dict[Place, tuple[int, int, float, float, object]] = vars(pstats.Stats(str(profile)))[
        "stats"
    ]
    functions = [
        Function(name=_name(place, folder), calls=calls, own=own, whole=whole)
        for place, (_, calls, own, whole, _) in stats.items()
    ]
    functions.sort(key=lambda function: (-function.own, function.name))
    return sum(function.own for function in functions), functions[:MOST]


def _name(place: Place, folder: Path) -> str:
    file, line, name = place
    if not line:
        return name
    path = Path(file)
    short = path.relative_to(folder) if path.is_relative_to(folder) else Path(*path.parts[-2:])
    return f"{short.as_posix()}:{line} {name}"
