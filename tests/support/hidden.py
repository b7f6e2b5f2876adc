"""Links that a page has and its readers cannot see, as a browser has laid the page out."""

from __future__ import annotations

#: Names each link that nobody sees, and why, after unfolding whatever unfolds. The link past the
#: navigation, the first of a page, shows itself when it has the focus.
HIDDEN_LINKS = """() => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], below) =>
    [r, g, b].map((part, at) => (part * a + below[at] * (255 - a)) / 255);
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const chain = (one) => {
    const found = [];
    for (; one; one = one.parentElement) found.push(one);
    return found;
  };
  const first = document.querySelector("body a[href]");
  const fault = (link) => {
    const above = chain(link).map((part) => [part, getComputedStyle(part)]);
    if (!link.checkVisibility() || above[0][1].visibility !== "visible") return "not shown";
    if (above.reduce((all, [, style]) => all * style.opacity, 1) < 0.1) return "transparent";
    const words = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    const sizes = [];
    while (words.nextNode()) {
      const size = parseFloat(getComputedStyle(words.currentNode.parentElement).fontSize);
      if (words.currentNode.data.trim()) sizes.push(size);
    }
    if (sizes.length && Math.max(...sizes) < 8) return "tiny";
    const range = document.createRange();
    range.selectNodeContents(link);
    const boxes = [...range.getClientRects()]
      .filter(({ width, height }) => width > 1 && height > 1);
    if (!boxes.length) return "without size";
    const { scrollWidth, scrollHeight } = document.documentElement;
    const scrolled = above.some(([, style]) => /auto|scroll/.test(style.overflowX));
    if (!boxes.some(({ left, right, top, bottom }) =>
      right + scrollX > 0 && bottom + scrollY > 0 && top + scrollY < scrollHeight &&
      (scrolled || left + scrollX < scrollWidth))) return "off the page";
    for (const [part, style] of above) {
      const { width, height } = part.getBoundingClientRect();
      if (style.overflow !== "visible" && style.display !== "inline" && (width < 2 || height < 2)) {
        return "clipped";
      }
      if (style.clipPath !== "none" || style.clip !== "auto") return "clipped";
    }
    if (!sizes.length) return "";
    const back = above.map(([, style]) => rgba(style.backgroundColor)).reverse()
      .reduce((below, colour) => over(colour, below), [255, 255, 255]);
    return contrast(over(rgba(above[0][1].color), back), back) < 1.2 ? "of one colour" : "";
  };
  const found = {};
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  for (const link of document.querySelectorAll("a[href]")) {
    if (link === first && link.matches(".skip-link")) continue;
    const why = fault(link);
    if (why) found[link.id || link.outerHTML.slice(0, 120)] = why;
  }
  return found;
}"""
