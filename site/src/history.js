// What is dated at a plant, from its opening on: orders, reports and accidents in the order of their days.
import { get } from "./data.js";
import { h } from "./dom.js";
import { said } from "./records.js";
import { teller, TELLERS } from "./web.js";
import { date } from "./words.js";

const DATED = {
  order: ["orders", { issued: "order issued", deadline: "deadline of an order" }],
  outcome: ["outcomes", { achieved: "achieved", as_of: "reported" }],
  incident: ["incidents", { date: "incident" }],
  consequence: ["consequences", { date: "penalty or reward" }],
};
/** Table of each kind of record, and its dates with what they are. */

/** The history of a plant, the oldest first; nothing where no day is known. */
export function history(plant, records) {
  const own = Object.keys(plant).filter((column) => `${column}_min` in plant).map((column) => entry(plant, column, column, null));
  const found = [...own, ...records.flatMap(dated)].filter(Boolean).sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  return found.length ? h("section", {}, h("h2", {}, "History"), h("ol", { class: "history" }, found.map(line))) : null;
}

function dated(record) {
  const [table, columns] = DATED[record.kind] ?? [null, {}];
  return Object.entries(columns).map(([column, words]) => entry(get(table, record.record_id) ?? {}, column, words, record));
}

/** A dated thing; one that lies open by years stands last. */
function entry(row, column, words, record) {
  const [first, last] = [row[`${column}_min`], row[`${column}_max`]];
  if (!row[column]) return null;
  const sure = first && last && Number(last.slice(0, 4)) - Number(first.slice(0, 4)) <= 1;
  return { first: sure ? first : "9", day: date(row, column), words, record };
}

const line = ({ day, words, record }) =>
  h("li", { class: record ? teller(record) : null }, h("span", { class: "day" }, day), h("span", {}, words, record && [` (${TELLERS[teller(record)].toLowerCase()}): `, said(record)]));
