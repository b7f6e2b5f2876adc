// Chia sẻ, sao chép địa chỉ, in; các nút chỉ hiện khi trình duyệt làm được.
for (const bar of document.querySelectorAll(".share-and-save")) {
  const said = bar.querySelector(".share-and-save__said");
  const address = () => {
    const canonical = document.querySelector("link[rel=canonical]");
    return canonical && /^https?:/.test(canonical.getAttribute("href"))
      ? canonical.href
      : location.origin + location.pathname;
  };
  const actions = {
    share: (button) => navigator.share({ title: button.dataset.title, url: address() }),
    copy: async () => {
      try {
        await navigator.clipboard.writeText(address());
        said.textContent = "Đã sao chép liên kết.";
      } catch (refused) {
        said.textContent = address();
      }
    },
    print: () => window.print(),
  };
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    if (button) {
      Promise.resolve(actions[button.dataset.action](button)).catch(() => {
        // Người đọc đóng hộp chia sẻ: không có gì để nói.
      });
    }
  });
}
