"""Nothing reaches readers by one person alone, and editors leave the workshop's files alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from publishing.conftest import Published
from support.servers import run

from plugins.publishing import two_persons
from plugins.publishing.owners import read_owners
from plugins.publishing.publishing import Wish, publish
from plugins.publishing.withdrawing import Demand, withdraw_article

ROOT = Path(__file__).parents[2]
EDITOR, READER, ENGINEER = "lan", "minh", "ky-su"
OWNERS = """\
/plugins/ ky-su@mau.example
/*.py ky-su@mau.example
/content/lien-ket.csv minh@mau.example
"""
WAIVED = "---\ntitle: Bài\nwaivers:\n  - rule: dates_are_near\n    reason: Lịch sử.\n---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository in which several persons work."""

    folder: Path

    def git(self, *words: str, by: str = ENGINEER) -> None:
        """Run git as somebody."""
        who = ("-c", f"user.name={by}", "-c", f"user.email={by.title()}@mau.example")
        run("git", *who, *words, cwd=self.folder)

    def write(self, path: str, text: str, by: str, message: str = "Sửa") -> None:
        """Commit a file as somebody."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        self.git("add", "--all", by=by)
        self.git("commit", "-q", "-m", message, by=by)

    def merge(self, by: str) -> None:
        """Merge the branch of the proposal into main as somebody."""
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "--no-ff", "-m", "Gộp", "de-nghi", by=by)

    def checked(self, *, proposed: bool = False) -> int:
        """Check what has come since the base."""
        return two_persons.check_merge(self.folder, "goc", proposed=proposed)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository with owners, a base, and a branch for a proposal."""
    found = Repository(folder=tmp_path)
    found.git("init", "-q", "-b", "main")
    found.write("docs/CODEOWNERS", OWNERS, ENGINEER)
    found.git("tag", "goc")
    found.git("checkout", "-q", "-b", "de-nghi")
    return found


def test_p03_one_writes_and_another_merges(repository: Repository) -> None:
    """The everyday way needs no ceremony."""
    repository.write("content/bai.md", "Bài.", EDITOR)
    repository.merge(by=READER)
    assert repository.checked() == 0


@pytest.mark.parametrize("message", ["Sửa", "Sửa\n\nReviewed-by: Lan <lan@mau.example>"])
def test_p03_who_merges_their_own_work_is_named(
    repository: Repository, capsys: pytest.CaptureFixture[str], message: str
) -> None:
    """Whoever holds one account cannot fill the site; approving oneself is no approval."""
    repository.write("content/bai.md", "Bài.", EDITOR, message)
    repository.merge(by=EDITOR)
    assert repository.checked() == 1
    assert "«Gộp»: chỉ có lan@mau.example" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["Approved-by", "Reviewed-by"])
def test_p03_a_squashed_change_names_its_approver(repository: Repository, word: str) -> None:
    """A forge that squashes leaves no merge, but can write who approved."""
    repository.write("content/bai.md", "Bài.", EDITOR, f"Bài\n\n{word}: Minh <minh@mau.example>")
    assert repository.checked() == 0


def test_p03_whoever_wrote_along_approves_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two who wrote it together are one side; a third reads it."""
    trailer = "Bài\n\nCo-authored-by: Minh <minh@mau.example>"
    repository.write("content/bai.md", "Bài.", EDITOR, trailer)
    repository.merge(by=READER)
    assert repository.checked() == 1
    assert "lan@mau.example, minh@mau.example" in capsys.readouterr().err


def test_p03_what_was_pushed_past_the_proposal_is_named(repository: Repository) -> None:
    """One good merge on top hides no lonely commit below it."""
    repository.git("checkout", "-q", "main")
    repository.write("content/lau.md", "Lậu.", EDITOR)
    repository.git("checkout", "-q", "de-nghi")
    repository.write("content/bai.md", "Bài.", EDITOR)
    repository.merge(by=READER)
    assert repository.checked() == 1


def test_p03_an_editors_proposal_that_touches_the_workshop_names_the_files(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code, settings and the list of links are changed by whoever answers for them."""
    repository.write("plugins/ma.py", "1", EDITOR)
    repository.write("content/lien-ket.csv", "xau.example", EDITOR)
    repository.write("content/bai.md", WAIVED, EDITOR)
    repository.write("content/bai-khac.md", "Bài.", EDITOR)
    assert repository.checked(proposed=True) == 1
    said = capsys.readouterr().err
    named = re.findall(r"«Sửa»: (\S+) có người giữ, mà lan@mau.example không phải", said)
    assert named == ["content/bai.md", "content/lien-ket.csv", "plugins/ma.py"]


def test_p03_an_owner_may_change_what_is_theirs_or_approve_it(repository: Repository) -> None:
    """The rule stops nobody who answers for the file."""
    repository.write("plugins/ma.py", "1", ENGINEER)
    approved = "Mã\n\nApproved-by: Kỹ sư <ky-su@mau.example>"
    repository.write("plugins/ma.py", "2", EDITOR, approved)
    assert repository.checked(proposed=True) == 0


def test_p03_the_owners_are_those_of_the_base(repository: Repository) -> None:
    """A proposal that names its author an owner is judged by the list before it."""
    repository.write("docs/CODEOWNERS", "/plugins/ lan@mau.example\n", EDITOR)
    repository.write("plugins/ma.py", "1", EDITOR)
    assert repository.checked(proposed=True) == 1


def test_p03_a_list_of_placeholders_stops_nobody_and_says_so(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fresh installation can be worked on, and nobody believes that it is guarded."""
    given = (ROOT / "docs" / "CODEOWNERS").read_text(encoding="utf-8")
    repository.write("docs/CODEOWNERS", given, ENGINEER)
    repository.git("tag", "-f", "goc")
    repository.write("plugins/ma.py", "1", EDITOR)
    assert repository.checked(proposed=True) == 0
    assert "còn tên mẫu" in capsys.readouterr().err


def test_p03_both_ways_of_writing_the_owners_mean_the_same_files() -> None:
    """Forgejo reads expressions where the other forges read patterns."""
    text = (ROOT / "docs" / "CODEOWNERS").read_text(encoding="utf-8")
    owners = read_owners(text)
    rules = [line.split()[0] for line in text.splitlines() if line[0] not in "#/"]
    files = run("git", "ls-files", cwd=ROOT).split()
    owned = {path for path in files if owners.of(path) is not None}
    assert owned == {path for path in files if any(re.fullmatch(rule, path) for rule in rules)}
    free = {path.split("/")[0] for path in files} - {path.split("/")[0] for path in owned}
    assert free == {".editorconfig", "CHANGELOG.md", "LICENSE", "README.md"}


def test_p03_publishing_can_demand_two_persons_but_for_an_urgent_withdrawal(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing new goes out by one hand; what must go at night does."""
    strict = tmp_path / "conf.py"
    loose = published.settings
    strict.write_text(
        f"import runpy\nglobals().update(runpy.run_path({str(loose)!r}))\n"
        "PUBLISH_TWO_PERSONS = True\n",
        encoding="utf-8",
    )
    assert published.publish() == 0
    address = published.write("mot-minh")
    published.minutes += 1
    options = replace(published.options, settings=strict)
    root = published.site.folder
    assert publish(root, options, Wish()) == 1
    assert "chỉ có thu@mau.example" in capsys.readouterr().err
    approved = "Bài\n\nApproved-by: Minh <minh@mau.example>"
    run("git", "commit", "-q", "--amend", "-m", approved, cwd=root)
    assert publish(root, options, Wish()) == 0
    published.minutes += 1
    options = replace(published.options, settings=strict)
    demand = Demand(address=address, reason="Sai số liệu.", is_confirmed=True)
    assert withdraw_article(root, options, demand) == 0
