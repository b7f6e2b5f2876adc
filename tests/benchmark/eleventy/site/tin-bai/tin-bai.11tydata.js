export default {
  layout: "article.njk",
  permalink: (data) => {
    const [year, month, day] = data.page.inputPath.match(/(\d{4})-(\d\d)-(\d\d)-/).slice(1);
    return `/tin-bai/${year}/${month}/${day}/${data.slug}/`;
  },
};
