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
from plugins.publishing.receiver.lines import read_lines

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


@pytest.mark.parametrize("bent", ["no begin", "no end", "more after the end"])
def test_a_manifest_that_was_written_otherwise_is_refused(bent: str) -> None:
    """The lines that are compared unparsed are the very lines that were signed."""
    whole = manifest({"index.html": Entry("0" * 64, 1, "text/html")}).as_json()
    data = {
        "no begin": whole.replace(b',\n"files": {\n', b', "files": {\n'),
        "no end": whole.removesuffix(b"\n}}\n") + b"}}",
        "more after the end": whole + b" ",
    }[bent]
    with pytest.raises(ValueError, match="not one file a line"):
        read_lines(data)
    said, lines = read_lines(manifest({}).as_json())
    assert (said["files"], lines) == ({}, frozenset())


def test_a_change_is_told_by_bytes() -> None:
    """A page that only answers otherwise is not sent again; one with other bytes is."""
    page = Entry("0" * 64, 1, "text/html")
    before = manifest({"a": page, "b": page, "c": page})
    other = page._replace(sha256="1" * 64)
    after = manifest({"a": page._replace(status=410), "b": other, "d": page})
    change = change_between(before, after)
    assert (change.added, change.changed, change.removed) == (("d",), ("b",), ("c",))


WRITTEN = """\
{
"version": 1,
"site": "https://mau.example",
"sequence": 7,
"commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
"by": "Người \\"thử\\"",
"built": "2026-11-29T05:00:00+00:00",
"expires": "2026-12-06T05:00:00+00:00",
"files": {
"a\\"b.html": {"sha256": "00", "size": 1, "type": "text/html", "status": 301, "to": "/c/"},
"index.html": {"sha256": "11", "size": 2, "type": "text/html"},
"tep/b.pdf": {"sha256": "22", "size": 3, "type": "application/pdf", "status": 410}
}}
"""
FILES = {
    'a"b.html': Entry("00", 1, "text/html", 301, "/c/"),
    "index.html": Entry("11", 2, "text/html"),
    "tep/b.pdf": Entry("22", 3, "application/pdf", 410),
}


def test_a_manifest_is_written_one_file_a_line_and_read_back() -> None:
    """Whoever wants to know what was published can read it without us."""
    made = manifest(FILES)
    assert made.as_json().decode() == WRITTEN
    for found in (read_own(WRITTEN.encode()), read_manifest(json.loads(WRITTEN))):
        assert found == made
        assert (found.name, found.pages) == (
            "00000007-20261129T0500-aaaaaaaaaaaa",
            {'a"b.html', "index.html"},
        )
        assert (len(found.files), "index.html" in found.files, "x" in found.files) == (
            3,
            True,
            False,
        )


@pytest.mark.parametrize(
    "name", ["site", "sequence", "commit", "by", "built", "expires", "sha256", "size", "type"]
)
def test_a_manifest_that_lacks_something_is_refused_by_name(name: str) -> None:
    """What a publisher or a monitor cannot read is told, not guessed."""
    said = json.loads(WRITTEN)
    for place in (said, said["files"]["index.html"]):
        place.pop(name, None)
    with pytest.raises(ValueError, match=rf"^not a manifest: KeyError\('{name}'\)$"):
        read_manifest(said)
    head = WRITTEN.replace(f'"{name}": ', '"khac": ', 1)
    if name not in {"sha256", "size", "type"}:
        with pytest.raises(ValueError, match=rf"^not a manifest: KeyError\('{name}'\)$"):
            read_own(head.encode())


def test_a_digest_with_strange_signs_is_refused() -> None:
    """It would be written into a line as it is."""
    said = json.loads(WRITTEN)
    said["files"]["index.html"]["sha256"] = '0", "x": "'
    with pytest.raises(ValueError, match=r"^a digest or a media type with signs that neither has$"):
        read_manifest(said)


def test_the_first_release_is_all_new() -> None:
    """There is nothing to compare it with."""
    change = change_between(None, manifest(FILES))
    assert change.added == change.sent == tuple(sorted(FILES))
    assert (change.changed, change.removed, change.is_nothing) == ((), (), False)
