"""What a forge runs for us: few lines, least privilege, nothing that can be moved under us."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github" / "workflows" / "trang.yml"
FORGEJO = ROOT / ".forgejo" / "workflows" / "trang.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
FILES = (GITHUB, FORGEJO, GITLAB)
ACTIONS = (GITHUB, FORGEJO)
AUDITS = tuple(file.with_name("kiem-toan.yml") for file in ACTIONS)
RENEWAL = ROOT / ".github" / "dependabot.yml"
NIGHTLY = ("compare-builds", "law", "fuzz")
PREPARED = re.compile(r"python3 -m venv|apt-get |\.venv/bin/pip install --require-hashes")


def read(file: Path) -> dict[Any, Any]:
    """Read a file of CI; YAML takes the key «on» for true."""
    found: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def commands(file: Path) -> list[str]:
    """Give every command that a file runs."""
    text = file.read_text(encoding="utf-8")
    if file == GITLAB:
        return re.findall(r"^    - (?!if:)(.+)$", text, re.MULTILINE)
    return re.findall(r"run: (.+)$", text, re.MULTILINE)


def test_p01_zizmor_finds_nothing() -> None:
    """The auditor of workflows has nothing to say, offline."""
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--quiet", "--min-severity=low", *ACTIONS, *AUDITS, RENEWAL],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("file", [*ACTIONS, *AUDITS], ids=str)
def test_p01_actions_are_pinned_and_nothing_is_permitted_at_the_top(file: Path) -> None:
    """A tag that is moved to other code does not run here."""
    used = re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))
    assert used
    assert all(re.search(r"@[0-9a-f]{40}$", name) for name in used)
    assert read(file)["permissions"] == {}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_p02_each_file_is_short_and_calls_our_own_commands(file: Path) -> None:
    """Whoever moves to another forge loses nothing."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 60
    ours = [command for command in commands(file) if not PREPARED.match(command)]
    nightly = ["audit", *NIGHTLY] if file == GITLAB else []
    wanted = sorted([*nightly, "build", "check", "check-merge", "publish"])
    assert sorted(re.findall(r"^\.venv/bin/inv (\S+)", "\n".join(ours), re.MULTILINE)) == wanted
    assert len(ours) == len(wanted)
    assert all("--require-hashes" in c for c in commands(file) if "pip install" in c)


@pytest.mark.parametrize("file", [*AUDITS, GITLAB], ids=str)
def test_p06_the_audit_runs_each_night_and_not_on_proposed_changes(file: Path) -> None:
    """A hole that was published today stops no article that is being read."""
    found = read(file)
    job = found["kiem-toan"] if file == GITLAB else found["jobs"]["kiem-toan"]
    assert "inv audit" in str(job)
    assert "requirements-dev.lock" in str(job)
    assert "secrets." not in str(job)
    if file == GITLAB:
        assert 'CI_PIPELINE_SOURCE == "schedule"' in str(job["rules"])
    else:
        assert found[True].keys() == {"schedule", "workflow_dispatch"}


@pytest.mark.parametrize("file", [*AUDITS, GITLAB], ids=str)
def test_b08_what_takes_long_runs_each_night(file: Path) -> None:
    """Five hundred sequences, ten minutes of noise, and a clean build beside the other one."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 60
    found = read(file)
    job = found["thu-dem"] if file == GITLAB else found["jobs"]["thu-dem"]
    ours = re.findall(r"\.venv/bin/inv ([^'\"]+)", str(job))
    assert tuple(ours) == NIGHTLY
    assert "secrets." not in str(job)
    assert "cache/restore" in str(job) or job["cache"]["policy"] == "pull"
    if file == GITLAB:
        assert 'CI_PIPELINE_SOURCE == "schedule"' in str(job["rules"])


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=str)
def test_p05_a_preview_is_built_as_one_and_is_gone_after_a_day(file: Path) -> None:
    """What was proposed yesterday, drafts too, lies about nowhere."""
    job = read(file)["kiem-tra"] if file == GITLAB else read(file)["jobs"]["kiem-tra"]
    assert "inv build --for-review" in str(job)
    if file == GITLAB:
        assert job["artifacts"] == {"paths": ["output"], "expire_in": "1 day"}
    else:
        assert [s["with"]["retention-days"] for s in job["steps"] if "upload" in str(s)] == [1]


@pytest.mark.parametrize("file", FILES, ids=str)
def test_p03_a_proposed_change_is_judged_by_who_may_make_it(file: Path) -> None:
    """The whole history is there, since the owners are those of the branch that it goes into."""
    job = read(file)["kiem-tra"] if file == GITLAB else read(file)["jobs"]["kiem-tra"]
    assert "inv check-merge --proposed --base" in str(job)
    assert re.search(r"'(fetch-depth|GIT_DEPTH)': '?0", str(job))


@pytest.mark.parametrize("file", ACTIONS, ids=str)
def test_p02_a_proposed_change_is_given_no_secret(file: Path) -> None:
    """Whoever proposes a change cannot publish, nor read a key."""
    checking, publishing = read(file)["jobs"]["kiem-tra"], read(file)["jobs"]["phat-hanh"]
    assert "secrets." not in str(checking)
    assert "environment" not in checking
    assert publishing["environment"] == "trang-that"
    assert "refs/heads/main" in publishing["if"]
    assert "pull_request_target" not in str(read(file)[True])


@pytest.mark.parametrize("file", ACTIONS, ids=str)
def test_p04_no_publication_is_cut_short_by_the_next(file: Path) -> None:
    """The queue waits; the server decides which is newest."""
    assert read(file)["concurrency"]["cancel-in-progress"] is False


@pytest.mark.parametrize("file", ACTIONS, ids=str)
def test_p08_a_proposed_change_cannot_write_the_cache(file: Path) -> None:
    """What production reads was written by production."""
    assert "actions/cache" not in str(read(file)["jobs"]["kiem-tra"])
    assert "cache" not in read(GITLAB)["kiem-tra"]


def test_p06_a_new_version_waits_a_week() -> None:
    """Most stolen packages are found out within days."""
    assert all(one["cooldown"]["default-days"] >= 7 for one in read(RENEWAL)["updates"])
