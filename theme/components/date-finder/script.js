// «Tìm theo ngày»: mở trang của ngày, hoặc nói rằng ngày ấy không có tin.
for (const form of document.querySelectorAll(".date-finder__form")) {
  const said = form.querySelector(".date-finder__said");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [year, month, day] = form.querySelector("input").value.split("-");
    const address = `${form.getAttribute("action")}${year}/${month}/${day}/`;
    said.textContent = "";
    const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
    if (answer && answer.status === 404) {
      said.textContent = `Ngày ${day}/${month}/${year} không có tin, bài.`;
    } else {
      location.assign(address);
    }
  });
}
