"""What the head of a page tells machines: the path to it, whatever the words are."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from support.records import SITE

from plugins.newsroom.heads import breadcrumb_list, json_ld
from plugins.newsroom.view_parts import Link

WORDS = st.text(st.sampled_from("ab&<>\"'\\/\n\x00\u2028ế "), max_size=6)
LINKS = st.builds(Link, label=WORDS, url=WORDS, current=st.booleans(), note=WORDS)


def written(document: dict[str, object]) -> str:
    """Write a document as the standard library does, safe inside `<script>`."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026").replace(">", "\\u003e")


@given(st.sampled_from(("", "https://a.example", "https://b.example")), st.lists(LINKS), LINKS)
def test_the_path_to_a_page_is_told_link_by_link(base: str, crumbs: list[Link], own: Link) -> None:
    """A search engine shows the way to a page, and no other page's way."""
    found = breadcrumb_list(replace(SITE, url=base), tuple(crumbs), own.label, own.url)

    assert found == written(
        {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": link.label,
                    "item": base + link.url,
                }
                for position, link in enumerate((*crumbs, own), start=1)
            ],
        }
    )


@given(st.dictionaries(WORDS, st.one_of(WORDS, st.integers(), st.lists(WORDS), st.none())))
def test_a_document_is_json_that_no_word_can_break_out_of(document: dict[str, object]) -> None:
    """A headline with «</script>» stays a headline."""
    found = json_ld(document)

    assert found == written({"@context": "https://schema.org", **document})
    assert not set(found) & set("<>&")
