"""No key and no password stands in the tree, by the detectors of detect-secrets."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.base import RegexBasedDetector
from detect_secrets.plugins.keyword import DENYLIST, KeywordDetector

ROOT = Path(__file__).parents[1]
#: What guesses by randomness or by addresses finds checksums; the others' owners we have none of.
NOT_ASKED = {"Cloudant", "IPPublic", "IbmCloudIam", "IbmCosHmac", "Softlayer"}
KINDS: list[type] = list(get_mapping_from_secret_type_to_class().values())
DETECTORS = tuple(
    kind()
    for kind in KINDS
    if issubclass(kind, RegexBasedDetector)
    if kind.__name__.removesuffix("Detector") not in NOT_ASKED
)
PASSWORDS = KeywordDetector()
PASSWORD_WORD = re.compile("|".join(DENYLIST), re.IGNORECASE)
LETTERS = "Zx9Kq2Lm7Pw4Rt8Vy3Bn6Hd1Fg5Js0CeWnQb"
#: Composed here, so that the tree itself holds none: a file, and what somebody leaves in it.
CANARIES = {
    "bai.md": ("Khóa: ", "AK", "IA", "Z7XK4M2QW9P3LT6V"),
    "so-lieu.csv": ("ma,khoa\n1,", "gh", "p_", LETTERS[:36]),
    "may-chu.key": ("-----BEGIN ", "RSA PRIV", "ATE KEY-----\n"),
    "tasks.py": ("hook = '", "xo", "xb-2345678901-2345678901-", LETTERS[:24], "'"),
    "trang.yml": ("pay: ", "sk_", "live_", LETTERS[:24]),
    "app.js": ("const t = '", "ey", "JhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiIxIn0.", LETTERS, "'"),
    "lien-ket.toml": ("url = 'https://bien-tap:", "mat-khau-that", "@kho.example.vn/'"),
    "README.md": ("`", "gl", "pat-", LETTERS[:20], "`"),
    ".npmrc": ("//kho.example.vn/:_auth", "Token=npm", "_", LETTERS[:36]),
    "thu.json": ('{"k": "', "S", "G.", LETTERS[:22], ".", LETTERS, LETTERS[:7], '"}'),
    "settings.py": ("PASS", "WORD = '", LETTERS[:12], "'"),
}


def secrets_in(path: Path) -> Iterator[str]:
    """Name the kinds of secrets in a file; each detector reads the whole text at once."""
    text = path.read_text(encoding="utf-8", errors="replace")
    for detector in DETECTORS:
        if any(True for _ in detector.analyze_string(text)):
            yield detector.secret_type
    if PASSWORD_WORD.search(text):
        for line in filter(PASSWORD_WORD.search, text.splitlines()):
            if PASSWORDS.analyze_line(path.name, line):
                yield PASSWORDS.secret_type


def test_c14_no_tracked_file_holds_a_secret() -> None:
    """Whoever clones the tree learns nothing that opens anything."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    found = [
        f"{path.relative_to(ROOT)}: {kind}"
        for path in paths
        if path.is_file()
        for kind in secrets_in(path)
    ]
    assert len(paths) > 1000
    assert not found


@pytest.mark.parametrize("name", CANARIES)
def test_c14_a_planted_secret_is_found(name: str, tmp_path: Path) -> None:
    """The scan above would see one, whatever kind of file it is left in."""
    planted = tmp_path / name
    planted.write_text("".join(CANARIES[name]), encoding="utf-8")
    assert list(secrets_in(planted))


def test_c14_every_canary_is_of_another_kind(tmp_path: Path) -> None:
    """Ten kinds at least, so that no one detector finds them all."""
    kinds: set[str] = set()
    for name, parts in CANARIES.items():
        planted = tmp_path / name
        planted.write_text("".join(parts), encoding="utf-8")
        kinds.update(secrets_in(planted))
    assert len(kinds) >= 10
