"""A tiny site in a Git repository of its own, and a server on loopback that it is published to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from support import office_files, pdf_files
from support.publishing import begin_repository
from support.readers import Answered, ask
from support.servers import PROGRAMS, Servers, run, servers
from support.stores import FIRST, name_of, released
from support.tiny import COLUMN, NOW, TinySite, article, tiny_site

from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.publishing import Wish, publish
from plugins.publishing.receiver.store import Store


@dataclass(kw_only=True)
class Published:
    """A site that is committed and published as an editor does it."""

    site: TinySite
    server: Servers
    web: str = "nginx"
    minutes: int = 0

    def commit(self, message: str = "Sửa") -> None:
        """Commit all that was changed."""
        run("git", "add", "--all", cwd=self.site.folder)
        run("git", "commit", "-q", "--allow-empty", "-m", message, cwd=self.site.folder)

    def write(self, name: str, text: str = "Nội dung của bài mẫu.") -> str:
        """Write an article and commit it; gives its address."""
        self.site.write(f"{COLUMN}/2026-11-20-{name}.md", article(name, "2026-11-20", text=text))
        self.commit(f"Bài {name}")
        return f"/tin-bai/2026/11/20/{name}/"

    def edit(self) -> str:
        """Edit the one article that tests change when any change will do; gives its address."""
        return self.write("sua", text=f"Sửa ở phút {self.minutes}.")

    def remove(self, name: str) -> None:
        """Take an article away and commit that."""
        (self.site.content / COLUMN / f"2026-11-20-{name}.md").unlink()
        self.commit(f"Bỏ bài {name}")

    @property
    def url(self) -> str:
        """Give the site's address at the web server that is looked at."""
        return self.server.webs[self.web].url

    def ask(self, address: str, method: str = "GET", **asked: str) -> Answered:
        """Ask the live site as a browser does, redirects not followed."""
        return ask(self.url + address, str(self.server.folder / "ca.pem"), method, **asked)

    def publish(self, *, target: str = "", allow_loss: bool = False, dry_run: bool = False) -> int:
        """Publish, a minute after the last time."""
        self.minutes += 1
        wish = Wish(target=target or self.web, allow_loss=allow_loss, dry_run=dry_run)
        return publish(self.site.folder, self.options, wish)

    @property
    def options(self) -> BuildOptions:
        """Give what the build is asked for."""
        return BuildOptions(
            content=self.site.content,
            output=self.site.output,
            cache=self.site.cache,
            settings=self.settings,
            workers=1,
            now=self.now,
        )

    @property
    def now(self) -> datetime:
        """Give the minute of the next publication."""
        return NOW.replace(minute=self.minutes % 60, hour=NOW.hour + self.minutes // 60)

    @property
    def settings(self) -> Path:
        """Give the settings file."""
        return self.site.folder / "mauconf.py"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give a store whose first release is live."""
    found = Store(tmp_path / "srv")
    released(found, name_of(1), FIRST)
    return found


@pytest.fixture
def published(prepared: Published) -> Published:
    """Give the site and its server as an earlier test left them, and an edit to publish."""
    prepared.server.serve()
    prepared.edit()
    return prepared


@pytest.fixture(params=PROGRAMS)
def on_both(request: pytest.FixtureRequest, prepared: Published) -> Iterator[Published]:
    """Give what is live at nginx, and once more at Caddy; nothing waits to be published."""
    prepared.server.serve()
    prepared.web = request.param
    yield prepared
    prepared.web = "nginx"


def hand_out(site: TinySite) -> None:
    """Let a standing page hand out a PDF and a workbook."""
    folder = site.content / "trang"
    (folder / "ke-hoach.pdf").write_bytes(pdf_files.pdf())
    (folder / "bang-diem.xlsx").write_bytes(office_files.workbook())
    with (folder / "lien-he.md").open("a", encoding="utf-8") as page:
        page.write("\nXem [kế hoạch](ke-hoach.pdf) và [bảng điểm](bang-diem.xlsx).\n")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Publish a site of one article, with all forms that a server may want."""
    with committed(tmp_path_factory.mktemp("publishing")) as found:
        assert found.publish(target="caddy") == 0
        yield found


@contextmanager
def committed(folder: Path) -> Iterator[Published]:
    """Commit a site of one article, and run a server that waits for it."""
    site = tiny_site(folder / "site", folder / "cache")
    with servers(folder / "server") as server:
        settings = site.folder / "mauconf.py"
        settings.write_text(
            settings.read_text(encoding="utf-8")
            + f"PUBLISH_TARGETS = {{'nginx': {server.target('nginx')!r},\n"
            + f"'caddy': {server.target('caddy')!r},\n"
            + f"'trang-tinh': {{'kind': 'artefact', 'root': {str(folder / 'public')!r}}}}}\n",
            encoding="utf-8",
        )
        (site.folder / ".gitignore").write_text("output*/\n", encoding="utf-8")
        begin_repository(site.folder)
        hand_out(site)
        found = Published(site=site, server=server)
        found.commit("Đầu tiên")
        yield found
