"""What `inv server-config` writes is what the servers' own auditors pass."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from support.servers import PROGRAMS, run

from plugins.publishing import server_config
from plugins.publishing.loopback import Loopback, make_certificate
from plugins.publishing.receiver.store import Store
from plugins.publishing.server_config import Server

PERFORMANCE = "try_files_is_evil_too"
"""It wants `open_file_cache`, which would show the old page after a change of the release."""


def configured(folder: Path, program: str) -> Loopback:
    """Write a configuration for a store that holds nothing yet."""
    Store(folder / "srv").prepare()
    make_certificate(folder)
    web = Loopback(
        program=program, folder=folder, root=folder / "srv", http_port=8080, https_port=8443
    )
    web.configure()
    return web


def test_d15_gixy_finds_nothing_in_the_configuration_of_nginx(tmp_path: Path) -> None:
    """An auditor of the province runs the same program."""
    configured(tmp_path, "nginx")
    gixy = str(Path(sys.executable).with_name("gixy"))
    words = (gixy, "-ll", "-f", "json", "--skips", PERFORMANCE)
    assert json.loads(run(*words, str(tmp_path / "main.conf"))) == []


def test_d15_each_server_takes_its_configuration(tmp_path: Path) -> None:
    """An administrator who installs it meets no error."""
    for program in PROGRAMS:
        folder = tmp_path / program
        folder.mkdir()
        web = configured(folder, program)
        if program == "nginx":
            run(*web.command, "-t", "-q")
        else:
            run("caddy", "validate", *web.caddyfile, env={"HOME": str(folder)})


@pytest.mark.parametrize("program", PROGRAMS)
def test_d15_every_blank_of_a_template_is_filled(tmp_path: Path, program: str) -> None:
    """What is copied to a server is finished; Caddy without a certificate gets one by itself."""
    settings = tmp_path / "conf.py"
    settings.write_text('SITEURL = "https://cchc.tinh.example"', encoding="utf-8")
    server = Server(program=program, root="/srv/trang", conf="/etc/trang")
    assert server_config.run(settings, server, tmp_path / "may-chu") == 0
    texts = [
        file.read_text(encoding="utf-8")
        for file in (tmp_path / "may-chu").iterdir()
        if file.suffix != ".pyz"
    ]
    assert not [line for text in texts for line in text.splitlines() if line.count("@") > 1]
    assert ("/etc/ssl/trang/khoa.pem" in "".join(texts)) == (program == "nginx")


def test_a_server_that_nobody_wrote_for_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever mistypes it is told what there is."""
    settings = tmp_path / "conf.py"
    settings.write_text('SITEURL = "https://cchc.tinh.example"', encoding="utf-8")
    server = Server(program="ngnix", root="/srv/trang", conf="/etc/trang")
    assert server_config.run(settings, server, tmp_path / "may-chu") == 1
    assert capsys.readouterr().err == (
        "lỗi: không có máy chủ «ngnix» – chỉ viết được cho nginx và caddy – sửa --program\n"
    )
