// Sắp xếp và lọc bảng xếp hạng; thiếu kịch bản thì bảng vẫn đủ, theo thứ hạng.
const folded = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
const figure = (text) => {
  const found = /^-?[\d.]+(?:,\d+)?/.exec(text);
  return found ? Number(found[0].replaceAll(".", "").replace(",", ".")) : NaN;
};
const order = new Intl.Collator("vi").compare;
const byCell = (column, sign) => (one, other) => {
  const [a, b] = [one, other].map((row) => row.cells[column].textContent.trim());
  const [x, y] = [figure(a), figure(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) {
    return Number.isNaN(x) && Number.isNaN(y) ? sign * order(a, b) : Number.isNaN(x) - Number.isNaN(y);
  }
  return sign * (x - y);
};
for (const block of document.querySelectorAll(".ranking-table")) {
  const table = block.querySelector("table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.slice(0, -1).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ranking-table__sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      body.append(...[...body.rows].sort(byCell(column, down ? -1 : 1)));
    });
  });
  const filter = block.querySelector(".ranking-table__filter");
  const said = filter.querySelector(".ranking-table__said");
  filter.hidden = body.rows.length < 8;
  filter.querySelector("input").addEventListener("input", (event) => {
    const wanted = folded(event.target.value.trim());
    let shown = 0;
    for (const row of body.rows) {
      row.hidden = !folded(row.cells[1].textContent).includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    said.textContent = wanted ? `Còn ${shown} đơn vị.` : "";
  });
}
