"""A score is typed, corrected, cited: readers see it where it belongs, and nothing else moves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support.score_files import CARD, SHEET, UNITS, row
from support.tiny import COLUMN, TinySite, article, tiny_site

SECOND = SHEET.replace("16.50,1", "16.60,1").replace("8.50,5.50,3.00", "8.60,5.60,3.00")
PATH = f"{COLUMN}/2026-11-20-ket-qua.md"
URL = "/tin-bai/2026/11/20/ket-qua/"
MARK = ".ban-dung.json"


@pytest.fixture
def site(tmp_path: Path, cache: Path) -> TinySite:
    """Give a tiny site with one scorecard of two periods."""
    site = tiny_site(tmp_path, cache)
    site.write("chi-so/don-vi.csv", UNITS.replace("63,52,", ",,").replace("34,52,", ",,"))
    site.write("chi-so/thu/bo-chi-so.toml", CARD)
    for period, text in (("2022", SHEET), ("2023", SECOND)):
        site.write(f"chi-so/thu/{period}.csv", plain(text))
    return site


def plain(text: str) -> str:
    """Leave the codes of a sheet away, which the tiny site's registers give to others."""
    return (
        text.replace(",46,63,", ",,,")
        .replace(",52,63,", ",,,")
        .replace(",54,63,", ",,,")
        .replace(",64,63,", ",,,")
    )


def test_a_scorecard_has_its_pages_and_its_data(site: TinySite) -> None:
    """From a TOML and two CSVs come rankings, units and open data."""
    report = site.build()
    assert [str(problem) for problem in report.problems] == []
    assert "THỬ" in site.read("/chi-so/")
    assert "16,60" in site.read("/chi-so/thu/2023/")
    assert "16,50" in site.read("/chi-so/thu/don-vi/thanh-pho-hue/")
    said = json.loads(site.read("/du-lieu/v1/chi-so/thu/2022.json"))
    assert said["dong"][0]["diem"] == 16.5


def test_a_changed_note_concerns_the_pages_that_show_it_and_no_others(site: TinySite) -> None:
    """One cell edited: its unit, its period, the latest ranking, their data."""
    site.build()
    before = site.tree()
    text = plain(SECOND).replace(
        "14.00,3,4,Khá,7.00,4.00,3.00,7.00,https://vi-du.vn/1,",
        "14.00,3,4,Khá,7.00,4.00,3.00,7.00,https://vi-du.vn/1,Ghi thêm",
    )
    assert "Ghi thêm" in text
    site.write("chi-so/thu/2023.csv", text)
    report = site.build()
    after = site.tree()
    changed = {name for name in after if before.get(name) != after[name]} - {MARK}
    data = "du-lieu/v1/chi-so/thu"
    assert changed == {
        "chi-so/thu/index.html",
        "chi-so/thu/2023/index.html",
        "chi-so/thu/don-vi/tinh-phu-yen/index.html",
        f"{data}/2023.csv",
        f"{data}/2023.json",
        f"{data}/thu.zip",
        f"{data}/datapackage.json",
    }
    assert {name for name in report.written if name.endswith(".html")} == {
        name for name in changed if name.endswith(".html")
    }


def test_a_build_says_which_figures_a_page_shows(site: TinySite) -> None:
    """`inv build --why` names the record that made a page again."""
    site.build()
    site.write(
        "chi-so/thu/2022.csv",
        plain(
            SHEET.replace("Phú Yên,54,63,14.00,3", "Phú Yên,54,63,14.00,3").replace(
                "/1,,,,,\nGia", "/1,Ghi thêm,,,,\nGia"
            )
        ),
    )
    report = site.build(why="chi-so/thu/don-vi/tinh-phu-yen/index.html")
    assert report.explained is not None
    assert report.explained.reasons == frozenset(("record chi-so/thu don-vi tinh-phu-yen",))


def test_an_article_shows_a_result_and_follows_it(site: TinySite) -> None:
    """Figures in news never drift from the data."""
    text = "Kết quả:\n\n[[chi-so thu 2022 binh-dinh]]\n\nHết."
    site.write(PATH, article("Kết quả năm 2022", "20/11/2026", text=text))
    site.build()
    assert "15,25 điểm" in site.read(URL)
    assert "đứng thứ 2 trong 4" in site.read(URL)
    corrected = plain(SHEET) + row(
        "Bình Định", tong="15.35", hang="2", sua_ngay="2023-05-01", ly_do_sua="Cơ quan công bố sửa"
    )
    site.write("chi-so/thu/2022.csv", corrected)
    site.build()
    assert "15,35 điểm" in site.read(URL)
    assert "trước đó ghi 15,25" in site.read("/chi-so/thu/2022/")


def test_an_article_that_cites_what_is_not_there_is_refused(site: TinySite) -> None:
    """A figure in news is in the data, or the news does not appear."""
    text = "Kết quả:\n\n[[chi-so thu 2021 binh-dinh]]\n\n[[chi-so thu 2022 binh-din]]\n\nHết."
    site.write(PATH, article("Kết quả năm 2021", "20/11/2026", text=text))
    said = [problem.fact for problem in site.build().problems]
    assert said == ["THỬ không có kỳ «2021»", "THỬ không có đơn vị «binh-din»"]


def test_a_sheet_with_a_fault_leaves_the_site_as_it_was(site: TinySite) -> None:
    """What is live never shows half a ranking."""
    site.build()
    before = site.tree()
    site.write("chi-so/thu/2023.csv", plain(SECOND).replace("16.60,1", "26.60,1"))
    report = site.build()
    assert [problem.rule for problem in report.problems if problem.is_error] != []
    assert site.tree() == before


def test_a_scorecard_that_goes_takes_its_pages_along(site: TinySite) -> None:
    """Nothing is left on the server of what was taken out of the content."""
    for file in sorted((site.content / "chi-so" / "thu").iterdir()):
        file.unlink()
    (site.content / "chi-so" / "thu").rmdir()
    site.build()
    without = site.tree()
    site.write("chi-so/thu/bo-chi-so.toml", CARD)
    site.write("chi-so/thu/2022.csv", plain(SHEET))
    site.build()
    assert any(name.startswith("chi-so/thu/") for name in site.tree())
    for file in sorted((site.content / "chi-so" / "thu").iterdir()):
        file.unlink()
    (site.content / "chi-so" / "thu").rmdir()
    site.build()
    assert site.tree() == without


def test_a_link_may_lead_to_a_scorecard(site: TinySite) -> None:
    """News leads to the ranking that it speaks of; a period that is not there is a dead link."""
    good = (
        "Xem [bảng xếp hạng](/chi-so/thu/2022/) và [Bình Định](/chi-so/thu/don-vi/tinh-binh-dinh/)."
    )
    site.write(PATH, article("Kết quả", "20/11/2026", text=good))
    assert [str(problem) for problem in site.build().problems] == []
    site.write(PATH, article("Kết quả", "20/11/2026", text=good.replace("2022", "2021")))
    assert [problem.rule for problem in site.build().problems] == ["every_link_leads_somewhere"]


def test_a_merged_province_shows_those_that_it_succeeds_side_by_side(site: TinySite) -> None:
    """A province that began last year has no results yet; its people lived in the old ones."""
    own = site.folder / "mauconf.py"
    own.write_text(own.read_text("utf-8") + 'PROVINCE = "tinh-moi"\n', encoding="utf-8")
    places = (site.content / "dia-ban.csv").read_text("utf-8")
    other = "tinh-canh,Tỉnh Cạnh,Cạnh,tinh,63,65,,,2025-06-30,tinh-moi,Bản mẫu\n"
    site.write("dia-ban.csv", places + other)
    sheet = SHEET.replace("Bình Định,52", "Mẫu,52").replace("Gia Lai,64", "Cạnh,65")
    site.write("chi-so/thu/2022.csv", sheet.replace(",46,63,", ",,,").replace(",54,63,", ",,,"))
    (site.content / "chi-so/thu/2023.csv").unlink()
    assert [str(problem) for problem in site.build().problems] == []

    tile = BeautifulSoup(site.read("/chi-so/"), "html.parser").select_one(".score-tile")
    assert tile
    assert [found.get_text(" ", strip=True) for found in tile.select(".score-tile__result")] == [
        "Mẫu Hạng 2/4 15,25 điểm, năm 2022",
        "Cạnh Hạng 4/4 13,00 điểm, năm 2022",
    ]
    page = BeautifulSoup(site.read("/chi-so/thu/"), "html.parser")
    marked = [row.th.get_text() for row in page.select("tr.data-table__ours") if row.th]
    assert marked == ["Mẫu", "Cạnh"]
    profiles = [
        found.get_text() for found in page.select("h2, h3") if "theo lĩnh vực" in str(found)
    ]
    assert len(profiles) == 2, [found.get_text() for found in page.select("h2, h3")]
