// The page of one order: its cascade, every account of it side by side, and what happened around it.
import { find, get } from "./data.js";
import { h, joined, link, outward } from "./dom.js";
import { facts, home, partyLink, section, sideBySide, source, where } from "./records.js";
import { address } from "./route.js";
import { code } from "./term.js";
import { accounts, both, caseOf, head, of, told } from "./web.js";
import { amount, date, deadline, hangul, label, names, parties, statement } from "./words.js";

/** Roles of factors, with what they are called. */
export const ROLES = {
  purpose: "Purposes, told and rumoured",
  obstacle: "What stands in the way",
  cause: "Causes",
  enforcement: "How it is enforced",
  response: "What those below do about it",
  effect: "What follows",
};

/** The page of an order. */
export function order({ id }) {
  const record = get("records", id);
  if (record?.kind !== "order") return null;
  const here = record.article_id;
  const reports = caseOf(record).filter((each) => each !== record);
  const factors = told(record, "concerns", "factor");
  return {
    title: `Order: ${label("action", get("orders", id).action)}, ${names(id, "addressee")}`,
    element: h(
      "div",
      { class: "page" },
      h("p", { class: "kicker" }, "Order"),
      h("h1", { tabindex: "-1" }, statement(record)),
      record.note && h("p", { class: "note lead" }, record.note),
      fields(record),
      h("section", {}, h("h2", {}, "Cascade"), h("p", { class: "hint" }, "From the centre down; this order is marked."), h("ul", { class: "cascade" }, branch(head(record), record))),
      section("Changes of this order, and orders it changes", both(id, "amends"), here),
      verdict(record),
      outcomes(record),
      section("The same order in other reports", reports),
      section("Incidents under way", told(record, "during", "incident"), here),
      section("Penalties and rewards", told(record, "because_of", "consequence"), here),
      Object.entries(ROLES).map(([role, title]) => section(title, factors.filter((each) => get("factors", each.record_id).role === role), here)),
    ),
  };
}

function fields(record) {
  const id = record.record_id;
  const row = get("orders", id);
  const party = (role) => joined(parties(id, role).map(withHangul), "; ");
  const article = get("articles", record.article_id);
  return facts([
    ["Issued by", party("issuer")],
    ["Addressed to", party("addressee")],
    ["To the benefit of", party("beneficiary")],
    ["Exempt", party("exempt")],
    ["Action", code("action", row.action)],
    ["Demand", find("amounts", "record_id", id).map(amount).join("; ")],
    ["Issued", date(row, "issued")],
    ["Deadline", [deadline(row), row.deadline_kind && row.deadline_kind !== "none" ? [" (", code("deadline_kind", row.deadline_kind), ")"] : null]],
    ["Campaign or plan", get("calendar", row.campaign)?.name],
    ["Change", code("change", row.change)],
    ["Told by", source(record)],
    ["Stands in", [where(record), h("br"), outward(article.url)]],
    ["Id", h("code", {}, id)],
  ]);
}

/** A party; of a plant, with its name in Hangul. */
function withHangul(row) {
  const [name] = row.facility_id ? hangul(row.facility_id) : [];
  return [partyLink(row), name ? [" ", h("span", { lang: "ko" }, name)] : null];
}

/** An order and, under it, the orders that carry it out. */
export function branch(record, marked, seen = new Set()) {
  seen.add(record.record_id);
  const row = get("orders", record.record_id);
  const below = of(record.record_id, "implements").filter((each) => !seen.has(each.record_id));
  const here = record === marked;
  const text = h("a", { href: home(record), "aria-current": here ? "true" : null }, statement(record));
  return h("li", {}, text, h("span", { class: "due" }, `deadline: ${deadline(row)}`), below.length ? h("ul", {}, below.map((each) => branch(each, marked, seen))) : null);
}

/** What the headline table makes of the accounts, for each addressee. */
function verdict(record) {
  const rows = find("order_outcomes", "order_id", record.record_id);
  if (!rows.length || get("orders", record.record_id).deadline_kind === "none") return null;
  const words = (row) => (row.accounts === "0" ? "no account says" : { yes: "yes", no: "no", unknown: "the accounts do not say" }[row.met_deadline]);
  const item = (row) => h("li", {}, `${row.addressee}: `, h("strong", {}, words(row)), row.disputed === "true" ? ", disputed" : "");
  return h(
    "section",
    {},
    h("h2", {}, "Met by the deadline?"),
    h("ul", { class: "verdict" }, rows.map(item)),
    h("p", { class: "hint" }, "As in the table ", link(address("tables", "order_outcomes"), "order_outcomes"), ": by the account of fulfilment with the best grade of credibility, then the latest. Accounts of how a plant runs or of how much it makes do not count here."),
  );
}

function outcomes(record) {
  const found = accounts(record);
  return h(
    "section",
    {},
    h("h2", {}, "What came of it: every account"),
    found.length ? sideBySide(found, record.article_id) : h("p", { class: "silence" }, "No account says what came of this order. That is silence, not failure."),
  );
}
