"""A reader of a site on loopback: asks as a browser does, and follows nothing by itself."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a server answered; headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(url: str, ca: str, method: str = "GET", **asked: str) -> Answered:
    """Ask for an address; headers are given as `If_None_Match="…"`."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    context = ssl.create_default_context(cafile=ca)
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), Stay)
    named = {name.replace("_", "-"): value for name, value in asked.items()}
    request = urllib.request.Request(url, headers=named, method=method)  # noqa: S310 - our own
    try:
        with opener.open(request, timeout=10) as answer:
            return _answered(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return _answered(error.code, error.headers, error.read())


def lower(headers: Message) -> dict[str, str]:
    """Give headers by their names in small letters."""
    return {name.lower(): value for name, value in headers.items()}


def _answered(status: int, headers: Message, body: bytes) -> Answered:
    return Answered(status=status, headers=lower(headers), body=body)
