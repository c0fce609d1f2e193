// The five filters that map, timeline and tables share, and what they select.
import { get, rows, once } from "./data.js";
import { codes, label, year } from "./words.js";

const SILENT = "silent";

/** The filters: key in the address, heading, value of a row of `order_outcomes`, values in order with their words. */
export const FILTERS = [
  coded("sector", "Branch", "class", (row) => row.sector, "no branch"),
  coded("action", "Action", "action", (row) => row.action),
  {
    key: "outcome",
    title: "Outcome",
    value: (row) => (row.accounts === "0" ? SILENT : row.outcome_status || "untold"),
    choices: (found) => [SILENT, ...codes("status"), "untold"].filter((each) => found.has(each)),
    words: (value) => ({ [SILENT]: "Silence: no account", untold: "Accounts without a state" })[value] ?? label("status", value),
  },
  {
    key: "year",
    title: "Year of the report",
    value: (row) => published(row.article_id) || "open",
    choices: (found) => [...found].sort(),
    words: (value) => (value === "open" ? "Year not known" : value),
  },
  coded("outlet", "Outlet kind", "outlet_kind", (row) => row.outlet_kind),
];

function coded(key, title, list, column, none = "none") {
  return {
    key,
    title,
    list,
    value: (row) => column(row) || "none",
    choices: (found) => [...codes(list), "none"].filter((each) => found.has(each)),
    words: (value) => (value === "none" ? none : label(list, value)),
  };
}

/** Year in which an article was published; empty where it is open. */
export const published = (id) => year(get("articles", id) ?? { published_min: "", published_max: "?" }, "published");

/** Each row of `order_outcomes` with its value for each filter. */
const valued = once(() => rows("order_outcomes").map((row) => ({ row, values: FILTERS.map((filter) => filter.value(row)) })));

/** Values that occur, with their words, for each filter. */
export const choices = once(() =>
  FILTERS.map((filter, at) => {
    const found = new Set(valued().map((each) => each.values[at]));
    return filter.choices(found).map((value) => [value, filter.words(value)]);
  }),
);

let kept = {};

/** The filters in an address; they are remembered, so that other pages can lead back to them. */
export function remember(parameters) {
  kept = given(parameters);
}

/** The filters that were last in an address. */
export const remembered = () => kept;

const given = (parameters) => Object.fromEntries(FILTERS.map(({ key }) => [key, parameters.get(key)]).filter(([, value]) => value));

/** What the filters of an address select: rows of `order_outcomes`, and the orders, cases, articles and plants in them. */
export function select(parameters) {
  const asked = given(parameters);
  const wanted = FILTERS.map(({ key }) => asked[key]);
  const found = valued().filter((each) => wanted.every((value, at) => !value || each.values[at] === value)).map((each) => each.row);
  const ids = (column) => new Set(found.map((row) => row[column]));
  return { asked, rows: found, orders: ids("order_id"), cases: ids("case_id"), articles: ids("article_id"), facilities: ids("facility_id") };
}
