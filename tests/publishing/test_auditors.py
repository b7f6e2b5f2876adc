"""What auditors from outside say of the served site: Observatory, csp_evaluator, sslyze."""

from __future__ import annotations

import json
import shlex
import sys
from itertools import chain
from pathlib import Path

import pytest
from publishing.conftest import Published
from support.servers import PROGRAMS, run

from plugins.publishing.loopback import Loopback
from plugins.workshop.headers import BY_ADDRESS
from plugins.workshop.node import find_node

ROOT = Path(__file__).parents[2]
OBSERVATORY = ROOT / "node_modules" / "@mdn" / "mdn-http-observatory"
ALONE = """\
ip link set lo up
{start} >{folder}/printed.log 2>&1 &
until curl --silent --fail --insecure --output /dev/null https://localhost/; do sleep 0.1; done
"$@"
code=$?
kill $!
wait
exit $code
"""
"""In a network of its own, where the ports of the web are free and nothing else is reached."""
EVALUATE = """\
import {{CspEvaluator}} from 'csp_evaluator/dist/evaluator.js';
import {{CspParser}} from 'csp_evaluator/dist/parser.js';
const found = {policies}.map((said) => new CspEvaluator(new CspParser(said).csp).evaluate());
console.log(JSON.stringify(found));
"""
MEDIUM_MAYBE = 40
STRONG = ("_GCM_SHA256", "_GCM_SHA384", "_CHACHA20_POLY1305_SHA256")


def test_s01_the_observatory_gives_the_best_mark(on_both: Published, tmp_path: Path) -> None:
    """Whoever rates the sites of the state scans them so."""
    web = Loopback(
        program=on_both.web,
        folder=tmp_path,
        root=on_both.server.store.root,
        http_port=80,
        https_port=443,
    )
    for name in ("ca.pem", "ca.key"):
        (tmp_path / name).write_bytes((on_both.server.folder / name).read_bytes())
    web.configure()
    preloaded = OBSERVATORY / "conf" / "hsts-preload.json"
    if not preloaded.exists():
        preloaded.write_text("{}", encoding="ascii")
    script = ALONE.format(start=shlex.join(web.command), folder=tmp_path)
    scan = (find_node(ROOT).program, str(OBSERVATORY / "src" / "scan.js"), "localhost")
    home = {"HOME": str(tmp_path), "NODE_EXTRA_CA_CERTS": str(tmp_path / "ca.pem")}
    found = json.loads(run("unshare", "--net", "sh", "-c", script, "sh", *scan, env=home))
    failed = {name: one["result"] for name, one in found["tests"].items() if not one["pass"]}
    assert failed == {}
    assert (found["scan"]["grade"], found["scan"]["score"] >= 130) == ("A+", True)


def test_s02_csp_evaluator_finds_nothing_grave() -> None:
    """Google's judge of policies knows the holes that a list of directives hides."""
    policy = next(one for one in BY_ADDRESS if one.name == "Content-Security-Policy")
    policies = [policy.otherwise, *(said for _, said in policy.where)]
    script = EVALUATE.format(policies=json.dumps(policies))
    words = ("--input-type=module", "--eval", script)
    found = json.loads(run(find_node(ROOT).program, *words, cwd=ROOT))
    assert len(found) == len(policies)
    assert [one for each in found for one in each if one["severity"] < MEDIUM_MAYBE] == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_s08_sslyze_finds_no_old_protocol_and_no_weak_cipher(
    published: Published, program: str
) -> None:
    """TLS 1.2 and 1.3 alone, as Mozilla's intermediate list has them."""
    place = published.server.webs[program].url.removeprefix("https://")
    said = run(sys.executable, "-m", "sslyze", "--json_out=-", place)
    scans = json.loads(said)["server_scan_results"][0]["scan_result"]
    taken = {
        one.removesuffix("_cipher_suites"): [
            suite["cipher_suite"]["name"] for suite in scan["result"]["accepted_cipher_suites"]
        ]
        for one, scan in scans.items()
        if one.endswith("_cipher_suites")
    }
    assert {one for one, suites in taken.items() if suites} == {"tls_1_2", "tls_1_3"}
    assert [suite for suite in taken["tls_1_2"] if not suite.startswith("TLS_ECDHE_")] == []
    assert [suite for suite in chain(*taken.values()) if not suite.endswith(STRONG)] == []
    assert not scans["tls_compression"]["result"]["supports_compression"]
    assert not scans["heartbleed"]["result"]["is_vulnerable_to_heartbleed"]
    assert not scans["openssl_ccs_injection"]["result"]["is_vulnerable_to_ccs_injection"]
