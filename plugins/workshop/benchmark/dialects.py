"""One sample as each generator wants it written: the same words, another head, another link."""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.workshop.benchmark.corpus import Sample

LINK = re.compile(r"<<(.+?)>>")

Dialect = Callable[[Sample], str]


def for_us(sample: Sample) -> str:
    """Write a sample as our editors would."""
    return (
        f'---\ntitle: "{sample.title}"\ndate: {sample.moment:%d/%m/%Y %H:%M}\n'
        f"summary: {sample.summary}\ntags: [{', '.join(sample.tags)}]\n"
        f"agencies: [{', '.join(sample.agencies)}]\nstatus: published\n---\n\n"
        f"{_linked(sample, '../../../')}"
    )


def for_pelican(sample: Sample) -> str:
    """Write a sample as a plain Pelican wants it: the column as its category."""
    return (
        f"Title: {sample.title}\nDate: {sample.moment:%Y-%m-%d %H:%M}\n"
        f"Category: {sample.column.replace('/', '-')}\nSlug: {sample.slug}\n"
        f"Tags: {', '.join((*sample.tags, *sample.agencies))}\nSummary: {sample.summary}\n\n"
        f"{_linked(sample, '{filename}/')}"
    )


def for_hugo(sample: Sample) -> str:
    """Write a sample as Hugo and Eleventy read it: its registers are lists in the front matter."""
    return (
        f'---\ntitle: "{sample.title}"\ndate: {sample.moment:%Y-%m-%dT%H:%M:%S+07:00}\n'
        f"slug: {sample.slug}\nsummary: {sample.summary}\nthe: [{', '.join(sample.tags)}]\n"
        f"co-quan: [{', '.join(sample.agencies)}]\nthang: ['{sample.moment:%Y-%m}']\n---\n\n"
        f"{_linked(sample, '/')}"
    )


def _linked(sample: Sample, lead: str) -> str:
    """Put each link to an earlier article in the place of what stands for it."""
    return LINK.sub(lambda found: f"{lead}{found[1]}", sample.body)
