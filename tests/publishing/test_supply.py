"""What the site is made with: no known hole, no strange licence, and all of it written down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import distribution
from pathlib import Path
from threading import Thread

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.specifiers import SpecifierSet

from plugins.publishing.supply.auditing import audit, python_faults_in
from plugins.publishing.supply.bill import bill
from plugins.publishing.supply.licences import licence_faults
from plugins.publishing.supply.parts import Part, shipped_parts

ROOT = Path(__file__).parents[2]
DEBIAN_12 = "3.11.2"
NOWHERE = "http://127.0.0.1:9"
PINS = re.compile(r"^([a-z0-9][a-z0-9._-]*==\S+)", re.MULTILINE)
HOLE = {
    "id": "MAU-1", "modified": "2026-11-01T00:00:00Z", "affected": [{
        "package": {"name": "anyio", "ecosystem": "PyPI"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.0"}]}],
    }],
}  # fmt: skip


class Advisories(BaseHTTPRequestHandler):
    """Two sources of advisories in one, as pip-audit (OSV) and npm ask them."""

    def __init__(self, name: str, *wire: object) -> None:
        """Answer with a hole in the package of this name."""
        self.name = name
        super().__init__(*wire)  # type: ignore[arg-type]

    def do_POST(self) -> None:
        """Know one hole in one package, and none in any other."""
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        knows = (
            self.name and self.path == "/osv" and json.loads(asked)["package"]["name"] == self.name
        )
        body = json.dumps({"vulns": [HOLE]} if knows else {}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def advisories(monkeypatch: pytest.MonkeyPatch, hole_in: str = "") -> Iterator[None]:
    """Let both programs ask a source on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Advisories, hole_in))
    Thread(target=server.serve_forever, daemon=True).start()
    asked_at(monkeypatch, f"http://127.0.0.1:{server.server_port}")
    yield
    server.shutdown()


def asked_at(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Say where both programs ask."""
    monkeypatch.setenv("PIP_AUDIT_VULNERABILITY_SERVICE", "osv")
    monkeypatch.setenv("PIP_AUDIT_OSV_URL", f"{address}/osv")
    monkeypatch.setenv("npm_config_registry", address)
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_offline", "true")


def part(*licences: str, name: str = "goi-mau") -> Part:
    """Give a package that says so much of its licence."""
    return Part(kind="pypi", name=name, version="1.0", hashes=(), licences=licences)


def test_p06_an_audit_that_could_ask_nobody_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cut line, or npm told to be offline, is never read as «no holes»."""
    asked_at(monkeypatch, NOWHERE)
    assert audit(ROOT) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == ["pip-audit  HỎNG", "npm audit  HỎNG", "giấy phép  đạt"]
    assert said.err.count("không hỏi được nguồn cảnh báo lỗ hổng") == 2


def test_p06_an_audit_passes_when_the_sources_know_no_hole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a quiet day the timer is quiet."""
    with advisories(monkeypatch):
        assert audit(ROOT) == 0
    assert capsys.readouterr().out.count("đạt") == 3


def test_p06_a_known_hole_is_named_with_what_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever is on duty knows which pin to move."""
    with advisories(monkeypatch, "anyio"):
        assert audit(ROOT) == 1
    assert re.search(r"lỗi: pip-audit: anyio \S+: MAU-1 – bản đã vá: 99.0", capsys.readouterr().err)


def test_p06_a_package_that_was_left_out_was_not_audited() -> None:
    """pip-audit calls what it skipped sound when it is not strict."""
    report = {"dependencies": [{"name": "mau", "skip_reason": "not found"}]}
    assert "không hỏi được" in next(python_faults_in(report, ""))


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (part("MIT"), ""),
        (part("(MIT OR Apache-2.0) AND BSD-3-Clause"), ""),
        (part("MIT AND SSPL-1.0"), "giấy phép «SSPL-1.0»"),
        (part("Proprietary"), "giấy phép «Proprietary»"),
        (part("GNU General Public License (GPL)"), "giấy phép «GNU General Public License (GPL)»"),
        (part(), "không rõ giấy phép"),
    ],
)
def test_p06_a_licence_is_on_the_list_or_an_error(found: Part, fault: str) -> None:
    """Nobody ships what the AGPL may not be joined with."""
    said = list(licence_faults([found]))
    assert len(said) == bool(fault)
    assert all(line.startswith(f"goi-mau 1.0: {fault} – ") for line in said)


def test_p06_the_bill_is_a_valid_one_of_every_package() -> None:
    """An auditor's own tool reads it, and finds each pin of both locks with hash and licence."""
    text = bill(ROOT).decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found = json.loads(text)["components"]
    pins = set(PINS.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    fonts = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    pins |= {f"{name}=={version}" for name, version in fonts.items()}
    assert {f"{one['name']}=={one['version']}" for one in found} == pins
    assert all(one["licenses"] and one["externalReferences"][0]["hashes"] for one in found)


def test_p06_one_commit_has_one_bill() -> None:
    """Neither the time nor chance is in it."""
    assert bill(ROOT) == bill(ROOT)
    assert not re.search(r"timestamp|serialNumber", bill(ROOT).decode())


def test_p06_what_is_shipped_is_what_was_tested() -> None:
    """The tests' lock has each pin of the site's, and that is what is installed here."""
    shipped, tested = (
        set(PINS.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert shipped
    assert shipped - tested == set()
    assert [one.name for one in shipped_parts(ROOT) if not one.licences] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_p06_what_is_locked_installs_on_debian_12(lock: str) -> None:
    """Its Python is older than the developers', and pip finds no file for what asks for more."""
    pins = [pin.partition("==")[0] for pin in PINS.findall((ROOT / lock).read_text("utf-8"))]
    asked = {
        name: str(distribution(name).metadata.json.get("requires_python", "")) for name in pins
    }
    assert len(asked) > 15
    assert [name for name in asked if DEBIAN_12 not in SpecifierSet(asked[name])] == []
