"""What the workshop makes of void runs of Lighthouse; the site's marks are a browser test."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.workshop.lighthouse import ATTEMPTS, measure_page
from plugins.workshop.running import CommandFailed

VOID = "Something went wrong with recording the trace. Please run Lighthouse again. (NO_NAVSTART)"
SCRIPT = """
const fs = require("fs");
const runs = fs.existsSync("runs") ? Number(fs.readFileSync("runs", "utf8")) + 1 : 1;
fs.writeFileSync("runs", String(runs));
if (runs <= %(failures)d) {
  console.error("Runtime error encountered: %(words)s");
  process.exit(1);
}
const categories = {};
for (const name of ["performance", "accessibility", "best-practices", "seo"])
  categories[name] = {score: 0.99, auditRefs: []};
const place = process.argv.find((word) => word.startsWith("--output-path=")).slice(14);
fs.writeFileSync(place, JSON.stringify({categories, audits: {}}));
"""


def _lighthouse(root: Path, failures: int, words: str) -> None:
    """Install a program in Lighthouse's place that fails at first."""
    script = root / "node_modules" / "lighthouse" / "cli" / "index.js"
    script.parent.mkdir(parents=True)
    script.write_text(SCRIPT % {"failures": failures, "words": words}, encoding="utf-8")


def test_a_run_that_lighthouse_calls_void_is_made_again(tmp_path: Path) -> None:
    """Chromium now and then leaves a hole in its trace; that says nothing about the page."""
    _lighthouse(tmp_path, ATTEMPTS - 1, VOID)
    assert measure_page(tmp_path, "home", "http://127.0.0.1/").points["seo"] == 99


@pytest.mark.parametrize(
    ("words", "runs"), [(VOID, ATTEMPTS), ("No page at this address. (ERRORED_DOCUMENT)", 1)]
)
def test_a_failure_stays_a_failure(tmp_path: Path, words: str, runs: int) -> None:
    """A page that can't be measured is told, at once where trying again can't help."""
    _lighthouse(tmp_path, ATTEMPTS, words)
    with pytest.raises(CommandFailed, match="Runtime error"):
        measure_page(tmp_path, "home", "http://127.0.0.1/")
    assert (tmp_path / "runs").read_text(encoding="utf-8") == str(runs)
