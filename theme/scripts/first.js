// Chạy trước khi vẽ: đánh dấu trang có JavaScript và áp lựa chọn hiển thị đã lưu trên máy này.
(function (root) {
  root.dataset.script = "on";
  if (navigator.share) {
    root.dataset.share = "on";
  }
  try {
    var kept = JSON.parse(localStorage.getItem("hien-thi")) || {};
    ["text", "theme", "reading"].forEach(function (name) {
      if (/^[a-z]+$/.test(kept[name] || "")) {
        root.dataset[name] = kept[name];
      }
    });
  } catch (refused) {
    // Trình duyệt không cho lưu: trang giữ cách hiển thị mặc định.
  }
})(document.documentElement);
