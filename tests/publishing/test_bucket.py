"""A bucket has no switch: whatever happens to whom, what a page names is there."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from publishing.conftest import Published
from support.buckets import Buckets, buckets
from support.stores import name_of, written
from support.tracing import spread

from plugins.publishing.bucket import Bucket
from plugins.publishing.commit import NotPublishable
from plugins.publishing.targets import read_target

ROOT = Path(__file__).parents[2]
SEND = """
import sys
from pathlib import Path
from plugins.publishing.bucket import Bucket
from plugins.publishing.targets import read_target
target = read_target({"PUBLISH_TARGETS": {"kho": eval(sys.argv[1])}}, "")
Bucket(target).send(Path(sys.argv[2]), sys.argv[3])
"""
NAMED = re.compile(r'"(/[^"]*)"')


def site(word: str, articles: range) -> dict[str, str]:
    """Give a site whose home page links to articles, and each of them to a picture and a style."""
    style = f"tai-nguyen/site.{word}.css"
    files = {style: word, "tin.xml": " ".join(f'"/{number}/"' for number in articles)}
    for number in articles:
        picture = f"anh/{word}-{number}.png"
        files[picture] = f"{word} {number}"
        files[f"{number}/so-lieu.csv"] = f"{word},{number}"
        files[f"{number}/index.html"] = f'"/{style}" "/{picture}" "/{number}/so-lieu.csv" "/"'
    files["index.html"] = f'"/{style}" "/tin.xml" ' + files["tin.xml"]
    return files


OLD, NEW = site("cu", range(1, 4)), site("moi", range(2, 5))


@pytest.fixture(scope="module")
def server() -> Iterator[Buckets]:
    """Run an S3 server."""
    with buckets() as found:
        yield found


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHO_KEY", "thu")
    monkeypatch.setenv("KHO_SECRET", "thu-thoi")


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Write the releases that are sent."""
    folder = tmp_path_factory.mktemp("releases")
    return {n: written(folder / f"{n}", name_of(n), site) for n, site in ((1, OLD), (2, NEW))}


def entry(server: Buckets, name: str) -> dict[str, object]:
    """Give the entry of `PUBLISH_TARGETS` that names a bucket."""
    keys: dict[str, object] = {"access_key": "$KHO_KEY", "secret_key": "$KHO_SECRET"}
    return {"kind": "bucket", "bucket": name, "endpoint": server.url, "region": "us-east-1"} | keys


def bucket(server: Buckets, name: str, *, fresh: bool = False) -> Bucket:
    """Give a bucket."""
    if fresh:
        server.put(f"/{name}")
    return Bucket(read_target({"PUBLISH_TARGETS": {"kho": entry(server, name)}}, ""))


def assert_whole(server: Buckets, name: str) -> None:
    """Follow everything that pages name, from the home page on."""
    seen, ahead = set(), ["/"]
    while ahead:
        address = ahead.pop()
        if address not in seen:
            seen.add(address)
            status, body, _ = server.get(f"/{name}{address}")
            assert status == 200, address
            ahead += NAMED.findall(body.decode())


@pytest.mark.ordeal
def test_d17_killed_at_anything_it_writes_every_page_finds_what_it_names(
    server: Buckets,
    releases: dict[int, Path],
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """A publisher that dies between two files leaves no reader before a broken page."""
    killed = 0
    writes = writes_of(server, releases)
    for point in spread(range(1, writes + 1), rounds(4, writes)):
        name = f"kho-{point}"
        one = bucket(server, name, fresh=True)
        for file in filter(Path.is_file, releases[1].rglob("*")):
            server.put(f"/{name}/{file.relative_to(releases[1])}", file.read_bytes())
        server.written = 0
        words = (repr(entry(server, name)), str(releases[2]), name_of(2))
        sending = subprocess.Popen(
            [sys.executable, "-c", SEND, *words], cwd=ROOT, start_new_session=True
        )
        server.kill = lambda: os.killpg(sending.pid, signal.SIGKILL)  # noqa: B023
        server.fatal = point
        code = sending.wait()
        server.fatal = 0
        assert_whole(server, name)
        assert one.ask("status")["live"] in (name_of(1), name_of(2))
        killed += bool(code)
        one.send(releases[2], name_of(2))
        assert_whole(server, name)
        for path, text in NEW.items():
            assert server.get(f"/{name}/{path}")[1].decode() == text
        assert server.get(f"/{name}/1/")[0] == 404
        assert one.ask("scan")["faults"] == []
        assert not one.ask("status")["unfinished"]
    assert killed > 1
    figure(f"ngắt {killed} trong {writes} lần ghi vào kho, không trang nào thiếu thứ nó gọi")


def writes_of(server: Buckets, releases: dict[int, Path]) -> int:
    """Count how often the second release, sent over the first, writes into a bucket."""
    one = bucket(server, "dem", fresh=True)
    one.send(releases[1], name_of(1))
    server.written = 0
    one.send(releases[2], name_of(2))
    return server.written


def test_d17_files_bear_the_headers_that_a_cdn_passes_on(
    server: Buckets, releases: dict[int, Path]
) -> None:
    """A page is asked for anew each time, a file with its digest in its name never."""
    bucket(server, "tieu-de", fresh=True).send(releases[1], name_of(1))
    _, _, page = server.get("/tieu-de/")
    assert (page["content-type"], page["cache-control"]) == ("text/html; charset=utf-8", "no-cache")
    _, _, style = server.get("/tieu-de/tai-nguyen/site.cu.css")
    assert "immutable" in style["cache-control"]
    _, _, table = server.get("/tieu-de/1/so-lieu.csv")
    assert table["content-disposition"] == "attachment"


def test_d17_only_what_differs_is_sent_and_nothing_older(
    server: Buckets, releases: dict[int, Path], tmp_path: Path
) -> None:
    """An edit of one page costs one page, the mark, the manifest; yesterday's build is refused."""
    one = bucket(server, "it-thoi", fresh=True)
    one.send(releases[2], name_of(2))
    later = written(tmp_path / "sau", name_of(3), NEW | {"3/index.html": '"/"'})
    server.written = 0
    one.send(later, name_of(3))
    assert server.written == 4
    with pytest.raises(NotPublishable, match="cũ hơn bản đang chạy"):
        one.send(releases[1], name_of(1))
    with pytest.raises(NotPublishable, match="git revert rồi inv publish"):
        one.ask("rollback")


def test_d17_old_pictures_stay_until_they_have_to_go(
    server: Buckets, releases: dict[int, Path]
) -> None:
    """An open page keeps its looks; what was withdrawn is gone for all."""
    one = bucket(server, "giu", fresh=True)
    one.send(releases[1], name_of(1))
    one.send(releases[2], name_of(2))
    assert server.get("/giu/anh/cu-1.png")[0] == 200
    one.ask("forget")
    assert server.get("/giu/anh/cu-1.png")[0] == 404
    assert_whole(server, "giu")


def test_d17_a_key_is_never_written_into_the_settings(server: Buckets) -> None:
    """Who reads the repository would hold the site."""
    bare = entry(server, "x") | {"secret_key": hashlib.sha256(b"x").hexdigest()}
    with pytest.raises(NotPublishable, match="secret_key là khóa viết thẳng"):
        read_target({"PUBLISH_TARGETS": {"kho": bare}}, "")


def test_d17_a_commit_becomes_the_site_in_the_bucket(
    server: Buckets, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one command works as for other places: it compares, sends, and says what it did."""
    server.put("/ca-trang")
    kept = published.settings.read_text(encoding="utf-8")
    told = f"{kept}\nPUBLISH_TARGETS['kho'] = {entry(server, 'ca-trang')!r}\n"
    published.settings.write_text(told, encoding="utf-8")
    published.commit("Thêm kho")
    address = published.write(f"kho-{published.minutes}")
    assert published.publish(target="kho") == 0
    assert server.get(f"/ca-trang{address}")[0] == 200
    assert server.get("/ca-trang/index.html.br")[0] == 404
    assert published.publish(target="kho") == 0
    assert "Không có gì mới" in capsys.readouterr().out
    server.put("/ca-trang/.well-known/dang-gui.txt", b"x")
    server.put("/ca-trang/la.html", b"x")
    assert published.publish(target="kho") == 0
    assert server.get("/ca-trang/la.html")[0] == 404
    published.settings.write_text(kept, encoding="utf-8")
    published.commit("Bỏ kho")
