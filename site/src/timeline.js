// Orders in time: issued, due, what was reported of them and when, on a ground of anniversaries and campaigns.
import { scaleUtc } from "d3-scale";

import { get, rows } from "./data.js";
import { h, link, put, s } from "./dom.js";
import { filterbar, paged, pager } from "./filterbar.js";
import { address } from "./route.js";
import { published, select } from "./selection.js";
import { accounts, teller, TELLERS, told } from "./web.js";
import { date, deadline, label, names, outcome, plain, small, year } from "./words.js";

const PAGE = 30;
const HIGH = 3.75;
/** Height of the highest bar of the years, in rem. */
const DAY = 86400000;
const CLOSE = 4 * 366 * DAY;
/** Longest span that has room for anniversaries. */

/** The page with the timeline. */
export function timeline() {
  const bar = filterbar();
  const below = h("div", {});
  const element = h(
    "div",
    { class: "wide" },
    h("h1", { tabindex: "-1" }, "Timeline"),
    h("p", { class: "hint" }, "One line for each order. A pale stretch is what the source leaves open: the day lies somewhere in it. An outcome stands where its account places it, not where it was published."),
    bar.element,
    below,
  );
  const update = ({ parameters }) => {
    const selection = select(parameters);
    const orders = [...selection.orders].sort((one, other) => start(one) - start(other) || (one < other ? -1 : 1));
    const pages = Math.ceil(orders.length / PAGE);
    const page = paged(parameters, pages);
    const shown = orders.slice((page - 1) * PAGE, page * PAGE).map((id) => timed(get("records", id)));
    bar.show(selection, `${selection.orders.size} reports of orders selected (${selection.cases.size} different orders), ${shown.length} on this page.`);
    put(below, strip(parameters), legend(), shown.length ? drawing(shown) : h("p", { class: "silence" }, "No order fits these filters."), pager(page, pages, "Pages of the timeline"));
  };
  return { title: "Timeline", element, update };
}

const ms = (iso) => Date.parse(`${iso}T00:00:00Z`);

/** First and last possible day of a date of a row, the last to its end, in milliseconds; nothing where it is open. */
function span(row, column, kind, words, extra = {}) {
  const [first, last] = ["min", "max"].map((end) => ms(row?.[`${column}_${end}`]));
  return first <= last ? { kind, first, last: last + DAY, sure: year(row, column) !== "", words, ...extra } : null;
}

const starts = new Map();

/** Where an order stands in the row of all: by its issue, else its deadline, else the report; last where no year is certain. */
function start(id) {
  if (!starts.has(id)) {
    const dates = [[get("orders", id), "issued"], [get("orders", id), "deadline"], [get("articles", get("records", id).article_id), "published"]];
    const [row, column] = dates.find(([row, column]) => year(row, column)) ?? [];
    const at = ms(row?.[`${column}_min`]);
    starts.set(id, Number.isNaN(at) ? Number.MAX_VALUE : at);
  }
  return starts.get(id);
}

/** An order with everything about it that has a date. */
function timed(record) {
  const row = get("orders", record.record_id);
  const article = get("articles", record.article_id);
  const marks = [
    span(article, "published", "published", `published ${date(article, "published")}`),
    span(row, "issued", "issued", `issued ${date(row, "issued")}`),
    span(row, "deadline", "deadline", `deadline ${deadline(row)}`),
    ...accounts(record).map((each) => outcomeMark(each)),
    ...told(record, "during", "incident").map((each) => {
      const incident = get("incidents", each.record_id);
      return span(incident, "date", "incident", `${small("incident_type", incident.type)}, ${date(incident, "date")}`);
    }),
  ].filter(Boolean);
  return { record, row, marks };
}

function outcomeMark(record) {
  const row = get("outcomes", record.record_id);
  const column = row.achieved ? "achieved" : "as_of";
  const who = teller(record);
  const grade = { met: "good", exceeded: "good", missed: "bad", nominal: "bad", not_started: "bad" }[row.status] ?? "open";
  return span(row, column, "outcome", `${TELLERS[who].toLowerCase()}: ${outcome(row)}`, { who, grade });
}

/** Reports of orders by year; a year is a link that selects it. */
function strip(parameters) {
  const held = [...select(without(parameters, "year")).orders];
  const years = held.map((id) => published(get("records", id).article_id));
  const known = years.filter(Boolean).map(Number);
  if (!known.length) return null;
  const counts = new Map();
  for (const each of years) counts.set(each, (counts.get(each) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const all = Array.from({ length: Math.max(...known) - Math.min(...known) + 1 }, (_, at) => String(Math.min(...known) + at));
  const bar = (value, words) => {
    const number = counts.get(value) ?? 0;
    const chosen = parameters.get("year") === (value || "open");
    const to = address("timeline", "", { ...Object.fromEntries(without(parameters, "page")), year: chosen ? "" : value || "open" });
    const inside = [h("span", { class: "bar", style: { height: `${((number / most) * HIGH).toFixed(2)}rem` } }), h("span", { class: "number" }, number || ""), h("span", { class: "year" }, words)];
    return h("li", {}, number ? h("a", { href: to, "aria-current": chosen ? "true" : null }, inside) : h("span", {}, inside));
  };
  return h("ol", { class: "strip", "aria-label": "Reports of orders by year of the report", tabindex: "0" }, all.map((each) => bar(each, `’${each.slice(2)}`)), counts.has("") ? bar("", "open") : null);
}

function without(parameters, ...keys) {
  const left = new URLSearchParams(parameters);
  keys.forEach((key) => left.delete(key));
  return left;
}

function legend() {
  const one = (kind, words, extra = {}) => h("li", {}, s("svg", { viewBox: "-9 -9 18 18", "aria-hidden": "true" }, glyph({ kind, ...extra })), words);
  const who = Object.entries(TELLERS).map(([key, title]) => one("outcome", title.toLowerCase(), { who: key, grade: "good" }));
  return h(
    "ul",
    { class: "legend" },
    one("issued", "issued"),
    one("deadline", "deadline, last possible day"),
    one("published", "published"),
    one("incident", "incident under way"),
    h("li", { class: "group" }, "outcome reported by:"),
    who,
    one("outcome", "met or exceeded", { who: "others", grade: "good" }),
    one("outcome", "missed or nominal", { who: "others", grade: "bad" }),
    one("outcome", "anything else", { who: "others", grade: "open" }),
  );
}

function glyph({ kind, who = "", grade = "" }) {
  const name = `glyph ${kind} ${who} ${grade}`;
  if (kind === "issued") return s("path", { class: name, d: "M-4,-4h8v8h-8z" });
  if (kind === "deadline") return s("path", { class: name, d: "M0,-6.5L6,0L0,6.5L-6,0z" });
  if (kind === "published") return s("path", { class: name, d: "M0,-6V6" });
  if (kind === "incident") return s("path", { class: name, d: "M0,-7V7M-6,-3.5L6,3.5M-6,3.5L6,-3.5" });
  return grade === "bad" ? s("g", { class: name }, s("circle", { r: 5 }), s("path", { d: "M-3,-3L3,3M-3,3L3,-3" })) : s("circle", { class: name, r: 5 });
}

function drawing(orders) {
  const sure = orders.flatMap((order) => order.marks.filter((each) => each.sure));
  const all = sure.length ? sure : orders.flatMap((order) => order.marks);
  const [first, last] = [Math.min(...all.map((each) => each.first)), Math.max(...all.map((each) => each.last))];
  const margin = Math.max(20 * DAY, (last - first) * 0.04);
  const scale = scaleUtc().domain([first - margin, last + margin]).range([0, 100]).clamp(true);
  const ground = background(scale);
  return h(
    "figure",
    { class: "timeline" },
    h("div", { class: "axis", "aria-hidden": "true" }, h("span", {}), h("div", { class: "cell" }, axis(scale, ground))),
    h("ol", { class: "lines" }, orders.map((order) => line(order, scale, ground))),
    ground.length ? h("figcaption", {}, "In the background: ", [...new Map(ground.map((each) => [each.name, each.words])).values()].join("; "), ".") : null,
  );
}

/** Campaigns and plans as bands, and anniversaries as lines where there is room. */
function background(scale) {
  const [from, until] = scale.domain().map(Number);
  const bands = rows("calendar").filter((row) => row.span_min && row.span_max && ms(row.span_max) >= from && ms(row.span_min) <= until);
  const found = bands.map((row) => ({ name: row.name, first: ms(row.span_min), last: ms(row.span_max) + DAY, words: `${row.name} (${plain(row.span_min)} to ${plain(row.span_max)})` }));
  if (until - from > CLOSE) return found;
  const years = Array.from({ length: new Date(until).getUTCFullYear() - new Date(from).getUTCFullYear() + 1 }, (_, at) => new Date(from).getUTCFullYear() + at);
  const days = rows("calendar").filter((row) => row.monthday).flatMap((row) => years.map((each) => ({ name: row.name, first: ms(`${each}-${row.monthday}`), words: `${row.name} (${plain(`0000-${row.monthday}`).replace(/ 0*$/, "")})` })));
  return [...found, ...days.filter((each) => each.first >= from && each.first <= until)];
}

const percent = (number) => `${number.toFixed(2)}%`;

function ground(scale, held) {
  return held.map((each) =>
    each.last
      ? s("rect", { class: "band", x: percent(scale(each.first)), y: 0, width: percent(Math.max(0.15, scale(each.last) - scale(each.first))), height: "100%" }, s("title", {}, each.words))
      : s("line", { class: "day", x1: percent(scale(each.first)), x2: percent(scale(each.first)), y1: 0, y2: "100%" }, s("title", {}, each.words)),
  );
}

function axis(scale, held) {
  const format = scale.tickFormat(8);
  const words = (at, first) => (first && !/\d{4}/.test(format(at)) ? `${format(at)} ${at.getUTCFullYear()}` : format(at));
  const tick = (at, number) => s("text", { x: percent(scale(at)), y: 14 }, words(at, number === 0));
  return s("svg", { class: "row" }, ground(scale, held), scale.ticks(8).map(tick));
}

function line(order, scale, held) {
  const { record, row, marks } = order;
  const from = marks.find((each) => each.kind === "issued");
  const due = marks.find((each) => each.kind === "deadline");
  const known = marks.map((each) => each.words).join("; ");
  const width = (each) => Math.max(0.2, scale(each.last) - scale(each.first));
  const svg = s(
    "svg",
    { class: "row", "aria-hidden": "true" },
    ground(scale, held),
    from && due ? s("line", { class: "given", x1: percent(scale(from.first)), x2: percent(scale(due.last)), y1: "50%", y2: "50%" }) : null,
    marks.filter((each) => each.last - each.first > DAY).map((each) => s("rect", { class: `open ${each.kind} ${each.who ?? ""}`, x: percent(scale(each.first)), y: "28%", width: percent(width(each)), height: "44%" }, s("title", {}, each.words))),
    marks.filter((each) => each.sure).map((each) => s("svg", { x: percent(scale(place(each))), y: "50%", class: "at" }, glyph(each), s("title", {}, each.words))),
  );
  const text = `${label("action", row.action)}: ${names(record.record_id, "addressee")}`;
  return h("li", {}, h("div", { class: "what" }, link(address("order", record.record_id), text), h("span", { class: "unseen" }, `; ${known || "no date is known"}`)), h("div", { class: "cell" }, svg));
}

/** Where the mark of a date stands: a deadline at its last possible day, all else in the middle of what is possible. */
const place = ({ kind, first, last }) => (kind === "deadline" ? last - DAY / 2 : (first + last) / 2);
