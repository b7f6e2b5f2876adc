// Chọn tối đa bốn đơn vị để so sánh; lựa chọn nằm trong địa chỉ trang: ?don-vi=a,b.
for (const block of document.querySelectorAll(".comparison-table")) {
  const form = block.querySelector("form");
  const selects = [...form.elements["don-vi"]];
  const rows = [...block.querySelectorAll("[data-unit]")];
  const said = form.querySelector(".comparison-table__said");
  const show = () => {
    const chosen = selects.map((select) => select.value).filter(Boolean);
    for (const row of rows) {
      row.hidden = chosen.length > 0 && !chosen.includes(row.dataset.unit);
    }
    said.textContent = chosen.length ? `Đang so sánh ${new Set(chosen).size} đơn vị.` : "Đang xem mọi đơn vị.";
    const address = new URL(location.href);
    address.search = chosen.length ? `?don-vi=${chosen.join(",")}` : "";
    history.replaceState(null, "", address);
  };
  const asked = (new URLSearchParams(location.search).get("don-vi") || "").split(",");
  selects.forEach((select, place) => {
    select.value = asked[place] || "";
    if (select.selectedIndex < 0) {
      select.value = "";
    }
  });
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
