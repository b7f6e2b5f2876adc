"""The tables of headers and of media types, as each server's configuration writes them."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.workshop.headers import BY_ADDRESS, EVERYWHERE, Varying, regex
from plugins.workshop.media_types import MEDIA_TYPES, UNKNOWN


def nginx_maps() -> str:
    """Write a map for each header that depends on the address, by nginx's `$uri`."""
    return "".join(_nginx_map(one) for one in BY_ADDRESS)


def _nginx_map(one: Varying) -> str:
    rows = [("default", one.otherwise), *((f"~{regex(at)}", said) for at, said in one.where)]
    lines = "".join(f'    "{at}" "{said}";\n' for at, said in rows)
    return f"map $uri {_variable(one)} {{\n{lines}}}\n"


def _variable(one: Varying) -> str:
    return f"$cchc_{one.name.lower().replace('-', '_')}"


def nginx_headers() -> str:
    """Write the `add_header` lines of every answer; nginx leaves out what is empty."""
    plain = [f'add_header {name} "{said}" always;' for name, said in EVERYWHERE.items()]
    varying = [f"add_header {one.name} {_variable(one)} always;" for one in BY_ADDRESS]
    return "\n".join((*plain, *varying))


def nginx_types() -> str:
    """Write which suffix is of which type, and which types are text in UTF-8."""
    kinds = {suffix: said.split(";")[0] for suffix, said in MEDIA_TYPES.items()}
    rows = [f"    {kind} {suffix[1:]};" for suffix, kind in kinds.items()]
    texts = [kinds[suffix] for suffix, said in MEDIA_TYPES.items() if "charset" in said]
    types = "types {\n" + "\n".join(rows) + f"\n}}\ndefault_type {UNKNOWN};\n"
    return types + f"charset utf-8;\ncharset_types {' '.join(texts[1:])};"


def caddy_headers() -> str:
    """Write the headers of every answer; of several lines for one header the last one holds."""
    lines = [f'header {name} "{said}"' for name, said in EVERYWHERE.items()]
    for one in BY_ADDRESS:
        lines += [f'header {one.name} "{one.otherwise}"'] if one.otherwise else []
        for number, (at, said) in enumerate(reversed(one.where)):
            name = f"@{one.name}-{number}"
            lines += [f"{name} path_regexp {regex(at)}", f'header {name} {one.name} "{said}"']
    return "\n\t".join(lines)


def caddy_types() -> str:
    """Write which address is of which type, where Caddy would ask the machine's own list."""
    rows = [f'~\\{suffix}$ "{said}"' for suffix, said in MEDIA_TYPES.items()]
    rows += [f'~/$ "{MEDIA_TYPES[".html"]}"', f"default {UNKNOWN}"]
    return "\n\t\t".join(rows)


def pages_headers() -> Iterator[str]:
    """Write the `_headers` of hosts of pages (Cloudflare, GitLab): `!` takes a header back."""
    usual = {one.name: one.otherwise for one in BY_ADDRESS if one.otherwise}
    yield from _rule("/*", *(f"{name}: {said}" for name, said in (EVERYWHERE | usual).items()))
    for one in BY_ADDRESS:
        for at, said in one.where:
            taken_back = [f"! {one.name}"] if one.otherwise else []
            yield from _rule(at, *taken_back, f"{one.name}: {said}")


def _rule(pattern: str, *lines: str) -> Iterator[str]:
    yield f"{pattern}\n"
    yield from (f"  {line}\n" for line in lines)
