// Bảng «Hiển thị»: lựa chọn nằm ở thuộc tính của <html> và được lưu trên máy người đọc.
for (const panel of document.querySelectorAll(".display-panel")) {
  const form = panel.querySelector("form");
  const root = document.documentElement;

  const show = () => {
    for (const field of form.elements) {
      if (field.type === "radio") {
        field.checked = field.value === (root.dataset[field.name] || "");
      } else if (field.type === "checkbox") {
        field.checked = root.dataset[field.name] === field.value;
      }
    }
  };

  const apply = (choices) => {
    for (const name of ["text", "theme", "reading"]) {
      if (choices[name]) {
        root.dataset[name] = choices[name];
      } else {
        delete root.dataset[name];
      }
    }
    try {
      localStorage.setItem("hien-thi", JSON.stringify(choices));
    } catch (refused) {
      // Không lưu được thì lựa chọn chỉ có ở trang này.
    }
    show();
  };

  form.addEventListener("change", () => apply(Object.fromEntries(new FormData(form))));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    apply({});
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) {
      panel.open = false;
    }
  });
  show();
}
