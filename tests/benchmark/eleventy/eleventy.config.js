// An Eleventy site of comparable reach: an article a page, paginated lists of columns, tags,
// agencies and months, feeds for each, a sitemap.
const SIZE = 20;
const REGISTERS = ["the", "co-quan", "thang"];
const LINK = /^\/tin-bai\/.*\/(\d{4})-(\d\d)-(\d\d)-([^/]+)\.md$/;

const columnOf = (post) => post.inputPath.split("/").slice(3, 5).join("/");

function grouped(posts, keysOf) {
  const groups = new Map();
  for (const post of posts) {
    for (const key of keysOf(post)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(post);
    }
  }
  return groups;
}

function lists(collections) {
  const posts = newest(collections);
  const found = [];
  for (const [key, items] of grouped(posts, (post) => [columnOf(post)])) {
    found.push({ base: `/tin-bai/${key}/`, title: key, items });
  }
  for (const register of REGISTERS) {
    for (const [key, items] of grouped(posts, (post) => post.data[register])) {
      found.push({ base: `/${register}/${key}/`, title: key, items });
    }
  }
  return found;
}

function pages(collections) {
  return lists(collections).flatMap(({ base, title, items }) => {
    const total = Math.ceil(items.length / SIZE);
    const url = (number) => (number === 1 ? base : `${base}trang-${number}/`);
    return Array.from({ length: total }, (_, index) => ({
      title,
      base,
      url: url(index + 1),
      number: index + 1,
      total,
      previous: index ? url(index) : "",
      next: index + 1 < total ? url(index + 2) : "",
      items: items.slice(index * SIZE, (index + 1) * SIZE),
    }));
  });
}

const newest = (collections) => collections.getFilteredByGlob("content/tin-bai/**/*.md").reverse();

export default function (config) {
  config.addPassthroughCopy("style.css");
  config.addCollection("posts", newest);
  config.addCollection("pages", pages);
  config.addCollection("feeds", (collections) =>
    lists(collections).map(({ base, title, items }) => ({
      base,
      title,
      items: items.slice(0, SIZE),
    })),
  );
  config.addCollection("columns", (collections) => [
    ...grouped(newest(collections), (post) => [columnOf(post)]).keys(),
  ].sort());
  config.addFilter("day", (date) => date.toISOString().slice(0, 16).replace("T", " "));
  config.addFilter("utc", (date) => date.toUTCString());
  config.amendLibrary("md", (markdown) => {
    markdown.normalizeLink = ((before) => (url) =>
      before(url.replace(LINK, "/tin-bai/$1/$2/$3/$4/")))(markdown.normalizeLink);
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
