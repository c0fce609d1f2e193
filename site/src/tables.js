// Every published table: to filter, sort, search, and take along as CSV.
import { about, count, describe, find, get, rows } from "./data.js";
import { csv, download } from "./csv.js";
import { h, link, outward, put } from "./dom.js";
import { filterbar, paged, pager } from "./filterbar.js";
import { home } from "./records.js";
import { address, change } from "./route.js";
import { remembered, select } from "./selection.js";
import { folded, meaning } from "./words.js";

const PAGE = 25;
const IS = "is.";
/** Begins the parameters that hold what a column is filtered by. */
const LONG = 60;
/** A longer cell may be cut; its whole text is in its title and on the pages of records. */
const LINKED = { facilities: "facility", articles: "article" };
const found = new WeakMap();

/** The page with one table, and the list of all. */
export function tables({ id }) {
  const name = id || "order_outcomes";
  const table = describe(name);
  if (!table) return null;
  const bar = filterbar();
  const search = input("search", "Search", { id: "search-rows", type: "search", placeholder: "any column, 한글 too", on: { input: later((event) => change({ find: event.target.value.trim(), page: "" })) } });
  const filters = new Map(table.fields.map((each) => [each.name, columnFilter(each)]));
  const take = h("button", { type: "button", class: "take" });
  const heads = new Map(table.fields.map((each) => [each.name, head(each)]));
  const body = h("tbody", {});
  const grid = h(
    "table",
    { class: "grid", "aria-label": table.title, on: { keydown: walk } },
    h("thead", {}, h("tr", {}, table.fields.map((each) => heads.get(each.name).element)), h("tr", { class: "by" }, table.fields.map((each) => h("td", {}, filters.get(each.name))))),
    body,
  );
  const leaf = h("div", {});
  const element = h(
    "div",
    { class: "wide" },
    h("h1", { tabindex: "-1" }, "Tables"),
    h("nav", { class: "choose", "aria-label": "Tables" }, about.tables.map((each) => choice(each, name))),
    h("h2", {}, h("code", {}, name)),
    h("p", {}, table.description.replaceAll("`", "")),
    bar.element,
    h("div", { class: "tools" }, search.element, take),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Rows of ${name}` }, grid),
    leaf,
  );
  const update = ({ parameters }) => {
    const selection = select(parameters);
    const { test, words } = within(name, selection);
    const asked = { sort: parameters.get("sort") ?? "", find: folded(parameters.get("find") ?? ""), is: table.fields.map((each) => [each.name, parameters.get(IS + each.name)]).filter(([, value]) => value) };
    const held = sorted(rows(name).filter((row) => test(row) && matches(table, row, asked)), asked.sort);
    const pages = Math.ceil(held.length / PAGE);
    const page = paged(parameters, pages);
    if (document.activeElement !== search.field) search.field.value = parameters.get("find") ?? "";
    for (const [column, field] of filters) if (document.activeElement !== field) field.value = parameters.get(IS + column) ?? "";
    for (const [column, each] of heads) each.show(asked.sort, column);
    bar.show(selection, h("strong", { id: "shown" }, held.length), ` of ${count(name)} rows. ${words}`);
    put(take, `Download ${held.length === count(name) ? "all" : "these"} ${held.length} rows as CSV`);
    take.onclick = () => download(`${name}.csv`, csv(table.fields.map((each) => each.name), held));
    put(body, ...held.slice((page - 1) * PAGE, page * PAGE).map((row, at) => line(table, row, at === 0)));
    put(leaf, pager(page, pages, "Pages of the table"));
  };
  return { title: `Table ${name}`, element, update };
}

const choice = (table, chosen) => h("a", { href: address("tables", table.name, remembered()), "aria-current": table.name === chosen ? "page" : null }, table.name, h("span", { class: "count" }, count(table.name)));

function input(name, words, attributes) {
  const field = h("input", { name, ...attributes });
  return { field, element: h("label", {}, h("span", {}, words), field) };
}

/** A listener that waits until typing pauses. */
function later(work) {
  let waiting = 0;
  return (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => work(event), 60);
  };
}

/** Codes of a column: those of its list in `terms`, or its own; none where it holds several or is free. */
function codesOf(field) {
  if (field.type === "boolean") return [["true", "true"], ["false", "false"]];
  return field.codes ?? [];
}

function columnFilter(field) {
  const words = `Only rows whose ${field.title} is`;
  const codes = codesOf(field);
  if (!codes.length) return h("input", { type: "search", "aria-label": `${words} or holds`, on: { input: later((event) => change({ [IS + field.name]: event.target.value.trim(), page: "" })) } });
  const options = codes.map(([value, label]) => h("option", { value }, label));
  return h("select", { "aria-label": words, on: { change: (event) => change({ [IS + field.name]: event.target.value, page: "" }) } }, h("option", { value: "" }, "all"), options);
}

function head(field) {
  const button = h("button", { type: "button", title: field.description.replaceAll("`", "") }, field.name);
  const element = h("th", { scope: "col" }, button);
  const show = (sort, column) => {
    const [up, down] = [sort === column, sort === `-${column}`];
    element.setAttribute("aria-sort", up ? "ascending" : down ? "descending" : "none");
    button.onclick = () => change({ sort: up ? `-${column}` : down ? "" : column, page: "" });
  };
  return { element, show };
}

/** Which rows of a table belong to the selected orders, and how that is said. */
function within(name, selection) {
  const all = !Object.keys(selection.asked).length;
  const columns = new Set(describe(name).fields.map((each) => each.name));
  if (all) return { test: () => true, words: "" };
  if (name === "order_outcomes") {
    const chosen = new Set(selection.rows);
    return { test: (row) => chosen.has(row), words: "Only the selected orders." };
  }
  if (name === "orders") return { test: (row) => selection.orders.has(row.record_id), words: "Only the selected orders." };
  const article = (row) => row.article_id ?? get("records", row.record_id ?? row.from_record)?.article_id;
  if (["article_id", "record_id", "from_record"].some((each) => columns.has(each))) return { test: (row) => selection.articles.has(article(row)), words: "Only rows from the articles that report the selected orders." };
  if (columns.has("facility_id")) return { test: (row) => selection.facilities.has(row.facility_id), words: "Only plants to which the selected orders are addressed." };
  return { test: () => true, words: "The filters above do not concern this table." };
}

function matches(table, row, asked) {
  const fits = ([column, value]) => {
    const field = table.fields.find((each) => each.name === column);
    return codesOf(field).length ? row[column] === value : folded(row[column]).includes(folded(value));
  };
  return asked.is.every(fits) && (!asked.find || asked.find.split(/\s+/).every((word) => hay(table, row).includes(word)));
}

/** All that can be searched in a row: its cells, and every other name of its plant. */
function hay(table, row) {
  if (!found.has(row)) {
    const names = row.facility_id && table.name !== "facility_names" ? find("facility_names", "facility_id", row.facility_id).map((each) => each.name) : [];
    found.set(row, folded([...table.fields.map((each) => row[each.name]), ...names].join(" ")));
  }
  return found.get(row);
}

/** Rows in the order asked for; empty cells stand last, numbers go by their size. */
function sorted(held, sort) {
  if (!sort) return held;
  const column = sort.replace(/^-/, "");
  if (!held.length || held[0][column] === undefined) return held;
  const numbers = held.every((row) => row[column] === "" || /^-?\d+(\.\d+)?$/.test(row[column]));
  const value = numbers ? (row) => Number(row[column]) : (row) => row[column];
  const sign = sort.startsWith("-") ? -1 : 1;
  const compare = (one, other) => {
    if (!one[column] || !other[column]) return (one[column] ? 0 : 1) - (other[column] ? 0 : 1);
    const [left, right] = [value(one), value(other)];
    return left < right ? -sign : left > right ? sign : 0;
  };
  return [...held].sort(compare);
}

function line(table, row, first) {
  return h("tr", {}, table.fields.map((field, at) => cell(table, field, row, first && at === 0)));
}

function cell(table, field, row, reachable) {
  const text = row[field.name];
  const list = field.vocabulary && !text.includes("|") ? field.vocabulary : null;
  const attributes = { tabindex: reachable ? "0" : "-1", class: field.type === "integer" || field.type === "number" ? "numeric" : null };
  if (text && list) Object.assign(attributes, { "data-list": list, "data-code": text });
  if (!text) return h("td", { ...attributes, class: "empty", title: field.empty });
  return h("td", { ...attributes, title: text.length > LONG && !list ? text : null }, h("div", { class: "clip" }, shown(table, field, text)));
}

/** A cell's text, with a link where it names a record, an article, a plant or an address. */
function shown(table, field, text) {
  const target = table.key.length === 1 && table.key[0] === field.name && !table.references[field.name] ? table.name : table.references[field.name];
  if (LINKED[target]) return link(address(LINKED[target], text), text);
  const record = ["records", "orders"].includes(target) && get("records", text);
  if (record) return link(home(record), text);
  if (/^https?:\/\//.test(text)) return outward(text);
  return field.codes && !field.vocabulary ? meaning(table.name, field.name, text) : text;
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Walk through the cells with the arrow keys; Enter follows the link in a cell. */
function walk(event) {
  const here = event.target.closest("tbody td");
  if (!here) return;
  if (event.key === "Enter" && event.target === here) here.querySelector("a")?.click();
  const step = STEPS[event.key];
  if (!step) return;
  const next = here.closest("tbody").rows[here.parentNode.sectionRowIndex + step[0]]?.cells[here.cellIndex + step[1]];
  if (!next) return;
  event.preventDefault();
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
