"""What pages stand on beside the content, and what of it has changed since the last build."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.incremental.desk import Desk
from plugins.incremental.marks import Marks, template_marks
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.planning import Reasons, changed_marks
from plugins.incremental.renaming import ADDRESSES, SPELT, Renaming
from plugins.incremental.units import SHELL, template_fact
from plugins.newsroom.edition import THEME, Edition
from plugins.newsroom.mark import mark_of
from plugins.newsroom.page import AssetSet
from plugins.newsroom.stages import DRESSING
from plugins.newsroom.view_parts import Shell
from plugins.newsroom.world import facts_of
from plugins.pelican_bridge.fixed import fixed_values
from plugins.pelican_bridge.shell import make_shell

FIRST: Reasons = frozenset(("chưa có bộ nhớ của lần dựng trước",))
REMADE: Reasons = frozenset(("chương trình, thư viện hoặc thiết đặt đã đổi",))


class Ground:
    """The registers' facts, the templates, the theme's files, the shell; and what has changed."""

    def __init__(  # noqa: PLR0913 - each is a part of it
        self,
        settings: Mapping[str, Any],
        index: OutputIndex,
        edition: Edition,
        desk: Desk,
        *,
        marks: Marks,
        today: date,
    ) -> None:
        """Compare with what the index knows of the last build."""
        self._theme = Path(settings["THEME"]).resolve()
        self._index, self._edition, self._desk, self._today = index, edition, desk, today
        self._fixed = fixed_values(settings, edition.site, marks, today)
        self._before = index.marks()

    @cached_property
    def everything(self) -> Reasons:
        """Give the reason for which every unit is run, if there is one."""
        value = self._index.values.get
        if self._index.is_new or value("identity") != self._desk.index.identity:
            return FIRST
        return REMADE if value("whole") != self._fixed["whole"] else frozenset()

    @cached_property
    def changed_facts(self) -> frozenset[str]:
        """Give every fact that has changed since the last build."""
        if self.everything:
            return frozenset(self._desk.catalogue.changed)
        return self._of_content | changed_marks(self._before, self.marks)

    @cached_property
    def marks(self) -> dict[str, str]:
        """Give the facts beside those of the content, each with a mark of what it says."""
        if self._is_as_before and not self._of_content:
            return self._before
        return {
            **self._of_registers,
            **self._of_templates,
            SHELL: mark_of(repr(replace(self.shell, assets={}))),
            ADDRESSES: self._mark_of_addresses,
            SPELT: self._mark_of_addresses,
            THEME: self._fixed["theme"],
        }

    @property
    def renaming(self) -> Renaming | None:
        """Give what the theme's files are called now for what they were, where that is enough."""
        before = self._index.values.get("assets")
        renaming = Renaming(json.loads(before), self._assets.names) if before else None
        return renaming if renaming and renaming.is_possible else None

    @cached_property
    def shell(self) -> Shell:
        """Give what surrounds every page."""
        return make_shell(self._edition, self._assets)

    @cached_property
    def dressed(self) -> AssetSet | None:
        """Bundle the theme, if it has changed; else None."""
        if self._is_dressed:
            return None
        return self.dress()

    def dress(self) -> AssetSet:
        """Bundle the theme."""
        return DRESSING["dressing"](theme=self._theme, root=self._theme.parent)

    @property
    def values(self) -> dict[str, str]:
        """Give what the next build has to know of this one."""
        return {
            "identity": self._desk.index.identity,
            "count": str(self._desk.index.count),
            **self._fixed,
            "assets": json.dumps(self._assets.names),
        }

    @cached_property
    def _of_content(self) -> frozenset[str]:
        count = int(self._index.values.get("count") or 0)
        return frozenset(self._desk.index.changed_after(count))

    @cached_property
    def _is_dressed(self) -> bool:
        return not self.everything and self._index.values.get("theme") == self._fixed["theme"]

    @cached_property
    def _is_as_before(self) -> bool:
        return self._is_dressed and self._index.values.get("today") == self._today.isoformat()

    @cached_property
    def _assets(self) -> AssetSet:
        if self.dressed:
            return self.dressed
        names: dict[str, str] = json.loads(self._index.values.get("assets"))
        return AssetSet(names=names, files=())

    @property
    def _mark_of_addresses(self) -> str:
        return mark_of(repr(sorted(self._assets.names.items())))

    @property
    def _of_registers(self) -> dict[str, str]:
        if self._is_as_before and "registers" not in self._of_content:
            return {f: m for f, m in self._before.items() if not _is_of_theme(f)}
        return facts_of(self._desk.registers, self._today)

    @property
    def _of_templates(self) -> dict[str, str]:
        if self._is_dressed:
            return {f: m for f, m in self._before.items() if _is_of_theme(f)}
        marks = template_marks(self._theme)
        return {template_fact(name): mark for name, mark in marks.items()}


def _is_of_theme(fact: str) -> bool:
    return fact in (SHELL, THEME, ADDRESSES, SPELT) or fact.startswith(template_fact(""))
