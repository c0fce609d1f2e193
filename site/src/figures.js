// Figures that are tables: every number is told, and a bar or a tint shows it.
import { h } from "./dom.js";

/** Columns of bars, one line for each series; `value` gives a number for a series and a column. */
export function columns({ id, caption, series, across, value }) {
  const most = Math.max(1, ...series.flatMap(([key]) => across.map(([each]) => value(key, each))));
  const cell = (number) => h("td", {}, number ? [h("span", { class: "number" }, number), h("span", { class: "bar", style: { height: `${(number / most) * 3}rem` } })] : null);
  return framed(
    id,
    caption,
    "columns",
    h("thead", {}, h("tr", {}, h("td", {}), across.map(([, words]) => h("th", { scope: "col" }, words)))),
    h("tbody", {}, series.map(([key, words]) => h("tr", {}, h("th", { scope: "row" }, words), across.map(([each]) => cell(value(key, each)))))),
  );
}

/** Shares of a whole, one line for each group; each part tells its number. */
export function shares({ id, caption, parts, groups, first }) {
  const line = ({ words, counts, total }) => {
    const part = ([key, title]) => h("span", { class: `part ${key}`, title: `${title}: ${counts[key]}`, style: { width: `${(counts[key] / total) * 100}%` } });
    return h("tr", {}, h("th", { scope: "row" }, words), h("td", { class: "numeric" }, total), h("td", { class: "stack" }, h("div", {}, total ? parts.filter(([key]) => counts[key]).map(part) : null)), parts.map(([key]) => h("td", { class: "numeric" }, counts[key], " ", h("span", { class: "share" }, total ? `${Math.round((counts[key] / total) * 100)} %` : ""))));
  };
  return framed(
    id,
    caption,
    "shares",
    h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col" }, first), h("td", {}), parts.map(([key, title]) => h("th", { scope: "col" }, h("span", { class: `swatch ${key}` }), title)))),
    h("tbody", {}, groups.map(line)),
  );
}

/** Numbers by line and column, the higher the darker; `groups` may head several columns. */
export function matrix({ id, caption, lines, across, value, groups, corner = "" }) {
  const most = Math.max(1, ...lines.flatMap(([key]) => across.map(([each]) => value(key, each))));
  const cell = (number) => h("td", { "data-depth": number ? Math.max(1, Math.ceil((number / most) * 5)) : 0 }, number || "");
  return framed(
    id,
    caption,
    "matrix",
    h(
      "thead",
      {},
      groups && h("tr", {}, h("td", {}), groups.map(([words, wide]) => h("th", { scope: "colgroup", colspan: wide }, words))),
      h("tr", {}, h("th", { scope: "col" }, corner), across.map(([, words]) => h("th", { scope: "col", class: "turned" }, h("span", {}, words)))),
    ),
    h("tbody", {}, lines.map(([key, words]) => h("tr", {}, h("th", { scope: "row" }, words), across.map(([each]) => cell(value(key, each)))))),
  );
}

function framed(id, caption, kind, ...parts) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, h("table", { id, class: `figure ${kind}` }, h("caption", { class: "unseen" }, caption), parts));
}
