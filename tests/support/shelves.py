"""Records of datasets for tests that read no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class DictShelf:
    """A shelf that holds what it is given: by dataset, and by the record's name."""

    records: Mapping[tuple[str, str], object] = field(default_factory=dict)

    def record(self, dataset: str, name: str) -> object | None:
        """Give a record."""
        return self.records.get((dataset, name))

    def datasets(self, folder: str) -> tuple[str, ...]:
        """Name the datasets of a folder."""
        names = {dataset for dataset, _ in self.records if dataset.startswith(f"{folder}/")}
        return tuple(sorted(name.removeprefix(f"{folder}/") for name in names))
