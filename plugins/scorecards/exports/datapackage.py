"""A scorecard's whole data in one ZIP, as a Frictionless Data Package with a README."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from plugins.newsroom.page import ExportFile
from plugins.newsroom.site import Site
from plugins.scorecards.exports.json_data import document
from plugins.scorecards.exports.rows import Field, fields_of
from plugins.scorecards.exports.sheet_csv import sheet_csv
from plugins.scorecards.model import Overview, PeriodResult, Scorecard
from plugins.scorecards.model.addresses import DATA, of_card

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""ZIP knows no earlier time, and the same data give the same bytes."""
PLAIN_FILE: Final = 0o644 << 16
HOW_TO_READ: Final = (
    (
        "Mỗi tệp CSV là một kỳ (UTF-8 có dấu BOM, dấu phẩy ngăn cột, dấu chấm thập phân; ô trống"
        " là không có số). `datapackage.json` nói nghĩa của từng cột."
    ),
    (
        "`suy_ra` là số suy từ câu chữ của nguồn; `hang_tu_xep` là hạng do trang xếp theo điểm."
        " Không nối chuỗi số qua hai phương pháp hay hai hệ địa giới: mã 52 là Bình Định trong hệ"
        " 63 tỉnh, là Gia Lai trong hệ 34 tỉnh."
    ),
)


def package_files(
    site: Site, whole: Overview, results: Sequence[PeriodResult]
) -> Iterator[ExportFile]:
    """Write `metadata.json`, `datapackage.json` and the ZIP of a scorecard."""
    card = whole.scorecard
    sheets = {f"{r.period.id}.csv": sheet_csv(card, r) for r in reversed(results)}
    described = document(_datapackage(site, card, sheets))
    place = f"{DATA}{card.id}/"
    yield ExportFile(save_as=f"{place}metadata.json", data=document(metadata(site, whole)))
    if sheets:
        files = {"README.md": _readme(site, whole), "datapackage.json": described, **sheets}
        yield ExportFile(save_as=f"{place}datapackage.json", data=described)
        yield ExportFile(save_as=f"{place}{card.id}.zip", data=_zipped(files))


def metadata(site: Site, whole: Overview) -> dict[str, object]:
    """Describe a scorecard: who publishes it, how it is made, under which terms it may be used."""
    card = whole.scorecard
    return {
        "ma": card.id,
        "ten": card.name,
        "mo_ta": card.description,
        "co_quan_cong_bo": card.publisher,
        "cach_lam": card.method_text,
        "can_cu": list(card.legal_basis),
        "giay_phep": card.licence,
        "ra_soat": card.reviewed_on.isoformat() if card.reviewed_on else None,
        "trang": site.url + of_card(card.id),
        "cac_ky": [period.id for period in whole.periods],
        "nguon": list(whole.sources),
        "phuong_phap": [
            {"ma": m.id, "tu": m.span.since, "den": m.span.until, "thang_diem": float(m.scale)}
            for m in card.methods
        ],
        "linh_vuc": [
            {"ma": c.id, "ten": c.name, "thuoc": c.parent, "tu": c.span.since, "den": c.span.until}
            for c in card.criteria
        ],
    }


def _datapackage(site: Site, card: Scorecard, sheets: Mapping[str, bytes]) -> dict[str, object]:
    """Describe the files (Data Package 1, datapackage.org)."""
    return {
        "name": card.id,
        "title": card.name,
        "description": card.description,
        **({"homepage": site.url + of_card(card.id)} if site.url else {}),
        "profile": "tabular-data-package",
        "licenses": [{"name": "other-open", "title": card.licence or site.licence}],
        "sources": [{"title": card.publisher}],
        "resources": [
            {
                "name": f"ky-{name.removesuffix('.csv')}",
                "path": name,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8-sig",
                "bytes": len(data),
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
                "schema": {
                    "fields": [_described(f) for f in fields_of(card, name.removesuffix(".csv"))],
                    "missingValues": [""],
                },
            }
            for name, data in sheets.items()
        ],
    }


def _described(field: Field) -> dict[str, object]:
    return {"name": field.name, "type": field.type, "title": field.title}


def _readme(site: Site, whole: Overview) -> bytes:
    card = whole.scorecard
    lines = [
        f"# {card.name}",
        card.description,
        f"Cơ quan công bố: {card.publisher}. Đưa lên bởi: {site.name}.",
        f"Giấy phép: {card.licence or 'chưa ghi'}.",
        *HOW_TO_READ,
        "## Nguồn",
        "\n".join(f"- {source}" for source in whole.sources),
    ]
    return ("\n\n".join(lines) + "\n").encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return whole.getvalue()
