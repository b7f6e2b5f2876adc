"""Open data: whole, described, the same bytes each time, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from openpyxl import load_workbook
from support.records import SITE
from support.score_files import SHEET, row, scorecard

from plugins.scorecards.exports.catalogue import catalogue
from plugins.scorecards.exports.datapackage import package_files
from plugins.scorecards.exports.json_data import index_json, series_json, sheet_json
from plugins.scorecards.exports.sheet_csv import cell, sheet_csv
from plugins.scorecards.model import Overview, PeriodResult, UnitSeries

#: A comma between cells, quotation marks around texts, UTF-8: what a click on «OK» chooses.
AS_ITS_DIALOG_PROPOSES = "--infilter=Text - txt - csv (StarCalc):44,34,76,1"
LATER = SHEET.replace("16.50,1", "16.60,1").replace("8.50,5.50,3.00,8.00", "8.60,5.60,3.00,8.00")
CORRECTED = LATER + row("Huế", tong="16.55", hang="1", sua_ngay="2024-05-01", ly_do_sua="=1+1")
READ = scorecard(ky_2023=CORRECTED)


def whole() -> Overview:
    """Give the scorecard as a whole."""
    found = READ.records[""]
    assert isinstance(found, Overview)
    return found


def results() -> tuple[PeriodResult, ...]:
    """Give its periods, newest first."""
    found = (READ.records[f"ky {period.id}"] for period in whole().periods)
    return tuple(one for one in found if isinstance(one, PeriodResult))


def rows(data: bytes) -> list[dict[str, str]]:
    """Read a CSV as a program does."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def packed(folder: Path) -> Path:
    """Unpack the ZIP of the scorecard into a folder."""
    files = {file.save_as: file.data for file in package_files(SITE, whole(), results())}
    archive = zipfile.ZipFile(io.BytesIO(files["du-lieu/v1/chi-so/thu/thu.zip"]))
    archive.extractall(folder)
    return folder


def test_a_sheet_holds_what_holds_what_differs_and_what_was_corrected() -> None:
    """Nobody who computes with the data misses a correction."""
    newest, _ = results()
    hue = [
        one
        for one in rows(sheet_csv(whole().scorecard, newest))
        if one["don_vi"] == "Thành phố Huế"
    ]
    assert [(one["diem"], one["loai_dong"], one["ngay_dinh_chinh"]) for one in hue] == [
        ("16.55", "hien-hanh", "2024-05-01"),
        ("16.60", "da-dinh-chinh", ""),
    ]


def test_a_sheet_begins_with_the_mark_that_excel_needs() -> None:
    """Without it Excel shows «Huáº¿»."""
    assert sheet_csv(whole().scorecard, results()[0]).startswith(b"\xef\xbb\xbfky,ma_don_vi")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_a_formula(text: str) -> None:
    """What an editor types is never run on a reader's machine."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [(Decimal("-1.50"), "-1.50"), (None, ""), (True, "true"), (3, "3"), ("Huế", "Huế")],
)
def test_values_are_written_plainly(value: Any, written: str) -> None:  # noqa: ANN401
    """A negative number stays a number."""
    assert cell(value) == written


def test_the_package_is_one_that_its_library_accepts(tmp_path: Path) -> None:
    """Frictionless checks every cell against the schema that the package names."""
    report = Package(str(packed(tmp_path) / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    assert report.valid


def test_the_package_is_the_same_each_time() -> None:
    """A cache, a signature and a reader who compares rely on it."""
    first, second = (
        {file.save_as: file.data for file in package_files(SITE, whole(), results())}
        for _ in range(2)
    )
    assert first == second


def test_libreoffice_opens_a_sheet_rightly(tmp_path: Path) -> None:
    """Words with all their marks, numbers as numbers, and no formula."""
    source = tmp_path / "2023.csv"
    source.write_bytes(sheet_csv(whole().scorecard, results()[0]))
    office = shutil.which("soffice")
    assert office
    profile = f"-env:UserInstallation=file://{tmp_path}/ho-so"
    order = [office, profile, "--headless", AS_ITS_DIALOG_PROPOSES, "--convert-to", "xlsx"]
    into = ["--outdir", str(tmp_path), str(source)]
    subprocess.run([*order, *into], check=True, capture_output=True, timeout=120)
    page = load_workbook(tmp_path / "2023.xlsx").active
    assert page is not None
    header, *lines = [[one.value for one in line] for line in page.iter_rows()]
    read = [dict(zip(header, line, strict=True)) for line in lines]
    assert header[0] == "ky"
    assert (read[0]["don_vi"], read[0]["diem"], read[0]["hang"]) == ("Thành phố Huế", 16.55, 1)
    assert read[0]["ly_do_dinh_chinh"] == "'=1+1"
    assert all(one.data_type != "f" for line in page.iter_rows() for one in line)


def test_the_api_says_the_same_as_the_sheet() -> None:
    """A program that reads JSON and a person who reads CSV have one truth."""
    card, newest = whole().scorecard, results()[0]
    said = json.loads(sheet_json(card, newest))
    written = rows(sheet_csv(card, newest))
    assert [str(one["hang"]) for one in said["dong"] if one["hang"]] == [
        one["hang"] for one in written if one["hang"]
    ]
    assert [one["diem"] for one in said["dong"]] == [float(one["diem"]) for one in written]
    assert said["trung_vi"]["tinh"]["tong"] == 14.625


def test_a_units_series_is_data_too() -> None:
    """One unit over all periods, oldest first."""
    series = READ.records["don-vi thanh-pho-hue"]
    assert isinstance(series, UnitSeries)
    said = json.loads(series_json(whole().scorecard, series))
    assert [(one["ky"], one["diem"]) for one in said["cac_ky"]] == [("2022", 16.5), ("2023", 16.55)]


def test_the_catalogue_names_every_file(tmp_path: Path) -> None:
    """A harvester of open data finds all from one address."""
    said = json.loads(catalogue(SITE, [whole()]))
    (dataset,) = said["dcat:dataset"]
    titles = [one["dct:title"] for one in dataset["dcat:distribution"]]
    assert dataset["dct:temporal"]["dcat:startDate"] == "2022-01-01"
    assert dataset["dct:temporal"]["dcat:endDate"] == "2023-12-31"
    assert titles == ["thu.zip", "2023.csv", "2022.csv", "2023.json", "2022.json"]
    assert json.loads(index_json([whole()]))["bo_chi_so"][0]["cac_ky"] == ["2023", "2022"]
    assert sorted(path.name for path in packed(tmp_path).iterdir()) == [
        *("2022.csv", "2023.csv", "README.md", "datapackage.json"),
    ]
