"""What has changed since the last build, in the content and in the output itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.incremental.inspection import Lies, inspect, strangers
from plugins.incremental.lines import Line
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.planning import Reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Why units are run: facts that changed, files that do not lie as they were left, or all."""

    facts: frozenset[str]
    altered: Mapping[int, str]
    moved: Mapping[str, Line]
    strangers: Sequence[str]
    everything: Reasons

    @property
    def is_nothing(self) -> bool:
        """Say whether the output is as it should be."""
        return not (self.facts or self.altered or self.moved or self.strangers or self.everything)

    def files(self, kind: str) -> list[str]:
        """Give the paths of the pictures or attachments among the facts."""
        facts = (fact.partition(" ") for fact in self.facts)
        return [path for name, _, path in facts if name == kind]


def look(
    output: Path,
    index: OutputIndex,
    facts: frozenset[str],
    everything: Reasons,
    lies: Lies | None = None,
) -> Changes:
    """Add to the facts that changed how the output lies, unless that was looked at just before."""
    lies = lies or inspect(output, index.places(), index.folders(), index.line)
    folders: dict[str, int] = dict(index.folders()) if lies.touched else {}
    changes = Changes(
        facts=facts,
        altered=lies.altered,
        moved=lies.moved,
        strangers=strangers(
            output, lies.touched, folders, lambda name: index.line(name) is not None
        ),
        everything=everything,
    )
    return with_every_file(changes, index) if lies.torn else changes


def with_every_file(changes: Changes, index: OutputIndex) -> Changes:
    """Count every file as altered, so that each is made and written again."""
    return replace(changes, altered={number: name for number, name, _, _ in index.places()})
