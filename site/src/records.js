// Records as they stand on a page: what is said, who says it, where, and what is against it.
import { find, get } from "./data.js";
import { h, joined, link } from "./dom.js";
import { address } from "./route.js";
import { code } from "./term.js";
import { both, teller, TELLERS } from "./web.js";
import { label, party, statement } from "./words.js";

const RELATIONS = { contradicts: "clashes with", corroborates: "agrees with", updates: "earlier or later than" };

/** Address of the page on which a record is shown. */
export const home = (record) =>
  record.kind === "order" ? address("order", record.record_id) : address("article", record.article_id, { record: slug(record.record_id) });

/** The part of a record's id behind its article. */
export const slug = (id) => id.slice(id.indexOf("#") + 1);

/** A link to a record with what it says. */
export const said = (record) => link(home(record), statement(record));

/** One record with its source, its grades in words, its paragraphs and what is against it; `here` is the article shown. */
export function account(record, here) {
  const manner = record.manner === "stated" ? null : h("span", { class: "manner" }, code("manner", record.manner), " ");
  return h(
    "article",
    { class: `account ${teller(record)}`, id: `record-${slug(record.record_id)}` },
    h("p", { class: "says" }, manner, record.article_id === here && record.kind !== "order" ? statement(record) : said(record)),
    record.note && h("p", { class: "note" }, record.note),
    h("p", { class: "source" }, ...source(record)),
    h("p", { class: "where" }, ...where(record, here)),
    Object.entries(RELATIONS).map(([relation, words]) =>
      both(record.record_id, relation).map((other) =>
        h("p", { class: relation }, h("strong", {}, words), " ", TELLERS[teller(other)].toLowerCase(), ": ", said(other)),
      ),
    ),
  );
}

/** Who says it, and both grades in words. */
export function source(record) {
  const row = get("sources", record.source_id) ?? {};
  const through = [get("outlets", row.outlet_id)?.name, get("places", row.place_id)?.name];
  return [
    ...joined([code("source_kind", row.kind), ...through]),
    h("span", { class: "grades" }, "source ", grade("reliability", row.reliability), " · statement ", grade("credibility", record.credibility)),
  ];
}

/** A grade by its letter or number and its word. */
export const grade = (list, value) => h("span", {}, `${value} `, code(list, value, label(list, value).toLowerCase()));

/** Article, unless it is the one shown, and paragraphs on which a record rests. */
export function where(record, here) {
  const article = get("articles", record.article_id) ?? {};
  const outlet = get("outlets", article.outlet_id)?.name;
  const paragraphs = [...new Set(find("evidence", "record_id", record.record_id).map((each) => Number(each.paragraph)))].sort((a, b) => a - b);
  const at = (number) => link(address("article", record.article_id, { paragraph: number }), String(number));
  const before = record.article_id === here ? ["P"] : [`${outlet}, `, link(address("article", record.article_id), article.headline), ", p"];
  return [...before, `aragraph${paragraphs.length > 1 ? "s" : ""} `, ...joined(paragraphs.map(at))];
}

/** Accounts of the state, from inside and of others, each in a column of its own; never added up. */
export function sideBySide(records, here) {
  return h(
    "div",
    { class: "tellers" },
    Object.entries(TELLERS).map(([key, title]) => {
      const own = records.filter((record) => teller(record) === key);
      return h(
        "section",
        { class: `teller ${key}`, "aria-label": title },
        h("h3", {}, title, " ", h("span", { class: "count" }, own.length)),
        own.length ? own.map((record) => account(record, here)) : h("p", { class: "silence" }, "No account."),
      );
    }),
  );
}

/** A party with a link to its plant. */
export const partyLink = (row) => (row.facility_id ? link(address("facility", row.facility_id), party(row)) : party(row));

/** Headed accounts; nothing where there are none. */
export const section = (title, records, here) =>
  records.length ? h("section", {}, h("h2", {}, title), records.map((record) => account(record, here))) : null;

/** Facts as a list of names and values, without those that are empty. */
export const facts = (pairs) =>
  h("dl", { class: "facts" }, pairs.filter(([, value]) => (Array.isArray(value) ? value.some(Boolean) : value)).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
