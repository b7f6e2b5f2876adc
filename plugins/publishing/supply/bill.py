"""The bill of what a release is made with, CycloneDX 1.6 (bảng kê thành phần, SBOM).

It is made of the locks alone, so that one commit has one bill: no time, no number by chance. It
lies with whoever publishes and not on the site, where it would tell an attacker each version.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Final

from plugins.publishing.supply.parts import Part, shipped_parts

SPDX_WORDS: Final = {"MIT License": "MIT", "Apache Software License": "Apache-2.0"}
SPDX_IDS: Final = {
    *SPDX_WORDS.values(), "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "PSF-2.0", "OFL-1.1",
}  # fmt: skip


def write_bill(root: Path, file: Path) -> int:
    """Write the bill of a working tree into a file, and say so."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(bill(root))
    print(f"Đã viết {file}.")
    return 0


def bill(root: Path) -> bytes:
    """Give the bill of a working tree."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = shipped_parts(root)
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [_component(part) for part in parts],
        "dependencies": [{"ref": project["name"], "dependsOn": [part.purl for part in parts]}],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _component(part: Part) -> dict[str, object]:
    """Describe a package; a lock accepts several files of it, so the digests are of its files."""
    hashes = [{"alg": algorithm, "content": digest} for algorithm, digest in part.hashes]
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": _licence(said)} for said in part.licences],
        "purl": part.purl,
        "externalReferences": [{"type": "distribution", "url": part.purl, "hashes": hashes}],
    }


def _licence(said: str) -> dict[str, str]:
    word = SPDX_WORDS.get(said, said)
    return {"id": word} if word in SPDX_IDS else {"name": word}
