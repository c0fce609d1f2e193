// Plants, articles and orders that hold a word, in Latin letters or in Hangul.
import { find, get, rows } from "./data.js";
import { h, link } from "./dom.js";
import { said } from "./records.js";
import { address } from "./route.js";
import { folded, hangul, statement } from "./words.js";

const MOST = 60;

/** The page with what was found. */
export function search({ parameters }) {
  const asked = parameters.get("q") ?? "";
  const words = folded(asked).split(/\s+/).filter(Boolean);
  const fits = (...texts) => words.length > 0 && words.every((word) => folded(texts.join(" ")).includes(word));
  const spelled = (id) => find("facility_names", "facility_id", id).map((row) => row.name);
  const plants = rows("facilities").filter((row) => fits(row.name, row.facility_id, ...spelled(row.facility_id)));
  const articles = rows("articles").filter((row) => fits(row.headline, row.article_id, get("outlets", row.outlet_id)?.name));
  const named = (record) => find("parties", "record_id", record.record_id).flatMap((each) => (each.facility_id ? spelled(each.facility_id) : []));
  const orders = rows("records").filter((row) => row.kind === "order" && fits(statement(row), row.note, row.record_id, ...named(row)));
  return {
    title: `Search: ${asked}`,
    element: h(
      "div",
      { class: "page" },
      h("h1", { tabindex: "-1" }, "Search: ", asked),
      list("Plants", plants, (row) => [link(address("facility", row.facility_id), row.name), " ", h("span", { lang: "ko" }, hangul(row.facility_id)[0])]),
      list("Orders", orders, said),
      list("Articles", articles, (row) => [link(address("article", row.article_id), row.headline), ` ${get("outlets", row.outlet_id)?.name}`]),
      plants.length + orders.length + articles.length ? null : h("p", { class: "silence" }, "Nothing found. The tables search every column."),
    ),
  };
}

const list = (title, found, item) =>
  found.length ? h("section", {}, h("h2", {}, title, " ", h("span", { class: "count" }, found.length)), h("ul", { class: "found" }, found.slice(0, MOST).map((row) => h("li", {}, item(row)))), found.length > MOST ? h("p", { class: "hint" }, `The first ${MOST} are shown.`) : null) : null;
