"""A manifest is read back as it was written, and two are compared by what differs."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.publishing.listing import Entry, Listing
from plugins.publishing.manifest import (
    LIVES,
    Manifest,
    change_between,
    read_manifest,
    read_own,
)

NOW = datetime(2026, 11, 29, 5, 0, tzinfo=UTC)
ENTRIES = st.builds(
    Entry,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    size=st.integers(0, 10**9),
    type=st.sampled_from(("text/html", "image/png")),
    status=st.sampled_from((200, 301, 404, 410)),
    to=st.text(max_size=20),
)


def manifest(files: dict[str, Entry]) -> Manifest:
    """Make a manifest of some files."""
    return Manifest(
        site="https://mau.example",
        sequence=7,
        commit="a" * 40,
        by='Người "thử"',
        built=NOW,
        expires=NOW + LIVES,
        files=Listing.of(files),
    )


@settings(max_examples=1000, deadline=None)
@given(st.dictionaries(st.text(min_size=1, max_size=30), ENTRIES, max_size=5))
def test_b10_what_was_written_is_read_back(files: dict[str, Entry]) -> None:
    """Both readers, the quick one and the one for what comes over the network, agree."""
    made = manifest(files)
    written = made.as_json()
    for found in (read_own(written), read_manifest(json.loads(written))):
        assert dict(found.files) == files
        assert found.as_json() == written
        assert change_between(made, found).is_nothing


@settings(max_examples=1000, deadline=None)
@given(st.binary(max_size=200), st.floats(0, 1, exclude_max=True))
def test_b10_what_is_none_is_refused(noise: bytes, share: float) -> None:
    """A manifest that was cut short, and noise, are never taken for one."""
    whole = manifest({"index.html": Entry("0" * 64, 1, "text/html")}).as_json()
    for data in (noise, whole[: int(len(whole) * share)]):
        with pytest.raises(ValueError):  # noqa: PT011 - its own words and those of json
            read_own(data)


def test_a_change_is_told_by_bytes() -> None:
    """A page that only answers otherwise is not sent again; one with other bytes is."""
    page = Entry("0" * 64, 1, "text/html")
    before = manifest({"a": page, "b": page, "c": page})
    other = page._replace(sha256="1" * 64)
    after = manifest({"a": page._replace(status=410), "b": other, "d": page})
    change = change_between(before, after)
    assert (change.added, change.changed, change.removed) == (("d",), ("b",), ("c",))
