// The bar with the shared filters; what is chosen stands in the address.
import { h, put } from "./dom.js";
import { change } from "./route.js";
import { choices, FILTERS } from "./selection.js";

/** The bar, and a function that shows what an address holds. */
export function filterbar() {
  const selects = FILTERS.map((filter, at) =>
    h(
      "select",
      { id: `filter-${filter.key}`, on: { change: (event) => change({ [filter.key]: event.target.value, page: "" }) } },
      h("option", { value: "" }, "all"),
      choices()[at].map(([value, words]) => h("option", { value }, words)),
    ),
  );
  const clear = h("button", { type: "button", on: { click: () => change(Object.fromEntries([...FILTERS.map(({ key }) => [key, ""]), ["page", ""]])) } }, "Clear");
  const status = h("p", { class: "status", role: "status" });
  const element = h(
    "section",
    { class: "filters", "aria-label": "Filters" },
    FILTERS.map((filter, at) => h("label", {}, h("span", {}, filter.title), selects[at])),
    clear,
    status,
  );
  const show = (selection, ...words) => {
    FILTERS.forEach(({ key }, at) => (selects[at].value = selection.asked[key] ?? ""));
    clear.disabled = !Object.keys(selection.asked).length;
    put(status, ...words);
  };
  return { element, show };
}

/** Buttons that leaf through pages. */
export function pager(page, pages, label) {
  const turn = (to, words) => h("button", { type: "button", disabled: to < 1 || to > pages, on: { click: () => change({ page: to > 1 ? String(to) : "" }) } }, words);
  return pages > 1 ? h("nav", { class: "pager", "aria-label": label }, turn(page - 1, "Back"), h("span", {}, `page ${page} of ${pages}`), turn(page + 1, "On")) : null;
}

/** The page that an address asks for, inside what there is. */
export const paged = (parameters, pages) => Math.min(Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1), Math.max(1, pages));
