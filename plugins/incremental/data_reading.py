"""Which datasets are read again in a build, and reading one, as it goes back to the desk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from plugins.incremental.records import written
from plugins.incremental.shelf import Filled
from plugins.newsroom.dataset import Sources, dataset_of
from plugins.newsroom.registers import Registers
from plugins.newsroom.rules.adverts import unmentioned
from plugins.newsroom.source_file import SourceFile
from plugins.newsroom.stages import DATA_FOLDERS

Datasets = Mapping[str, Sequence[SourceFile]]


def by_dataset(files: Iterable[SourceFile]) -> dict[str, list[SourceFile]]:
    """Sort the files of datasets: by `chi-so/papi`, and those that all share by `chi-so`."""
    found: dict[str, list[SourceFile]] = {}
    for file in files:
        found.setdefault(dataset_of(file.path), []).append(file)
    return found


def stale(touched: Collection[str], datasets: Datasets, *, everything: bool) -> list[str]:
    """Name the datasets that are read again: those touched, and all that share a touched file."""
    places = set(map(dataset_of, touched))
    return [
        name
        for name in sorted(datasets)
        if "/" in name and (everything or name in places or name.partition("/")[0] in places)
    ]


def read_dataset(name: str, datasets: Datasets, registers: Registers) -> Filled:
    """Read a dataset and write down what came of it."""
    folder, _, own = name.partition("/")
    kind = DATA_FOLDERS.get(folder)
    if kind is None:
        return Filled(name=name, records={}, problems=written(()))
    shared = tuple(datasets.get(folder, ()))
    reading = kind.read.family(
        Sources(name=own, files=tuple(datasets[name]), shared=shared, registers=registers)
    )
    checked = () if reading.value is None else kind.check.family(reading.value)
    problems = tuple(unmentioned((*reading.problems, *checked), registers.mentions))
    sound = reading.value is not None and not any(found.is_error for found in problems)
    records = kind.arrange.family(reading.value) if sound else ()
    return Filled(
        name=name,
        records={record: written(value) for record, value in records},
        problems=written(problems),
    )
