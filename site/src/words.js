// What codes, dates, parties, amounts and records say, in words.
import { about, field, find, get, once, rows } from "./data.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const terms = once(() => new Map(rows("terms").map((term) => [`${term.list}/${term.code}`, term])));

/** The entry of a code in its list: label, definition, boundary, example. */
export const term = (list, code) => terms().get(`${list}/${code}`);

/** Label of a code. */
export const label = (list, code) => (code ? (term(list, code)?.label ?? code) : "");

/** Label of a code as it stands inside a sentence. */
export function small(list, code) {
  const text = label(list, code);
  return text === text.toUpperCase() ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Codes of a list: in its own order where a column declares it, else as they stand in `terms`. */
export function codes(list) {
  const declared = about.tables.flatMap((table) => table.fields).find((each) => each.vocabulary === list && each.codes);
  return declared ? declared.codes.map(([code]) => code) : find("terms", "list", list).map((each) => each.code);
}

/** Label of a code of a column, whether its list stands in `terms` or with the column alone. */
export function meaning(table, column, code) {
  const told = field(table, column);
  if (told?.vocabulary) return label(told.vocabulary, code);
  return told?.codes?.find(([value]) => value === code)?.[1] ?? code;
}

/** A day as `24 November 2021`. */
export function plain(iso) {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A date as a person would say it, with its bounds where it is not exact; the row holds `<column>_min` and `_max`. */
export function date(row, column) {
  const text = row[column];
  if (!text) return "";
  const [first, last] = [row[`${column}_min`], row[`${column}_max`]];
  if (/^[\d-]+$/.test(text)) return simple(text);
  if (/^[\d-]+\/[\d-]+$/.test(text)) return text.split("/").map(simple).join(" to ");
  const rough = /^(\d[\d-]*)[~?%]$/.exec(text);
  const said = rough ? `about ${simple(rough[1])}` : text;
  return first && last ? `${said} (between ${plain(first)} and ${plain(last)})` : said;
}

function simple(text) {
  const [year, month, day] = text.split("-");
  if (day) return plain(text);
  return month && MONTHS[Number(month) - 1] ? `${MONTHS[Number(month) - 1]} ${year}` : text;
}

/** Year of a date, or nothing where it is not certain. */
export function year(row, column) {
  const [first, last] = [row[`${column}_min`].slice(0, 4), row[`${column}_max`].slice(0, 4)];
  return first === last ? first : "";
}

/** Name of a party: of its actor or facility, or the label of its class with its place or facility. */
export function party(row) {
  if (row.actor_id) return get("actors", row.actor_id)?.name ?? row.actor_id;
  const facility = row.facility_id && (get("facilities", row.facility_id)?.name ?? row.facility_id);
  if (!row.class) return facility || (get("places", row.place_id)?.name ?? row.place_id);
  return `${label("class", row.class)}, ${facility || (get("places", row.place_id)?.name ?? row.place_id)}`;
}

/** Parties of a record in a role. */
export const parties = (id, role) => find("parties", "record_id", id).filter((each) => each.role === role);

/** Names of the parties of a record in a role. */
export const names = (id, role) => parties(id, role).map(party).join("; ");

/** An amount in words: number or word, unit, item, base and what it is counted for. */
export function amount(row) {
  const range = row.min && row.max ? `${row.min}–${row.max}` : row.min ? `at least ${row.min}` : row.max ? `at most ${row.max}` : "";
  const number = row.value ? `${row.value}${range ? ` (${range})` : ""}` : range;
  const rough = row.approximate === "true" && number ? "about " : "";
  const unit = number && row.unit && row.unit !== "unit" ? small("unit", row.unit) : "";
  const word = number ? rough + number : small("amount_word", row.word);
  const base = row.base ? `of ${small("base", row.base)}` : "";
  const per = row.per ? row.per.split("|").map((each) => `per ${small("per", each)}`) : [];
  return [word, unit, small("item", row.item), base, ...per].filter(Boolean).join(" ");
}

/** Amounts of a record with what they are. */
export const amounts = (id) => find("amounts", "record_id", id).map((row) => `${small("amount_role", row.role)}: ${amount(row)}`);

/** Deadline of an order with its kind, its last day and its occasion. */
export function deadline(order) {
  if (!order.deadline_kind) return "not told; only an excerpt was read";
  if (order.deadline_kind === "none") return "none was set";
  const last = order.deadline && order.deadline_min !== order.deadline_max && /^[\d/-]+$/.test(order.deadline) ? `last day ${plain(order.deadline_max)}` : "";
  const occasion = get("calendar", order.deadline_occasion)?.name;
  const every = order.deadline_every && `every ${small("per", order.deadline_every)}`;
  return [date(order, "deadline") || small("deadline_kind", order.deadline_kind), last, occasion, every].filter(Boolean).join(", ");
}

/** What a record says, in one line. */
export function statement(record) {
  const id = record.record_id;
  const row = get({ order: "orders", outcome: "outcomes", incident: "incidents", consequence: "consequences", factor: "factors" }[record.kind], id) ?? {};
  const more = amounts(id).map((each) => `; ${each}`).join("");
  switch (record.kind) {
    case "order":
      return `${names(id, "issuer")} to ${names(id, "addressee")}: ${small("action", row.action)}${demand(id)}`;
    case "outcome":
      return `${outcome(row)}${more} (${names(id, "subject")})`;
    case "incident":
      return `${label("incident_type", row.type)} at ${names(id, "subject")}${row.date ? `, ${date(row, "date")}` : ""}${more}`;
    case "consequence":
      return `${label("consequence_type", row.type)}, ${small("stage", row.stage)}: ${names(id, "target") || "target not told"}${more}`;
    default:
      return `${label("factor_type", row.type)}${more}${names(id, "subject") ? ` (${names(id, "subject")})` : ""}`;
  }
}

/** State that an outcome tells, with what it is measured by and when it held. */
export function outcome(row) {
  const state = row.status ? label("status", row.status) : "State not told";
  const plan = row.plan ? `, by the plan: ${small("plan", row.plan)}` : "";
  const timing = row.timing ? `, ${small("timing", row.timing)}` : "";
  const period = row.period ? `, for ${date(row, "period")}` : "";
  const asOf = row.as_of ? `, as of ${date(row, "as_of")}` : "";
  const achieved = row.achieved ? `, achieved ${date(row, "achieved")}` : "";
  return `${small("outcome_kind", row.kind)}: ${state.toLowerCase()}${timing}${plan}${period}${achieved}${asOf}`.replace(/^./, (first) => first.toUpperCase());
}

function demand(id) {
  const said = find("amounts", "record_id", id).map(amount);
  return said.length ? ` (${said.join("; ")})` : "";
}

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;

/** Names of a facility written in Hangul, today's first. */
export function hangul(id) {
  const found = find("facility_names", "facility_id", id).filter((each) => HANGUL.test(each.name));
  const rank = (each) => (each.former === "true" ? 2 : each.system === "hangul" ? 1 : 0);
  return found.sort((one, other) => rank(one) - rank(other)).map((each) => each.name);
}

/** A text made comparable: small letters, composed Hangul, no marks on Latin letters. */
export const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase();
