// How records hang together: relations, cases, cascades, and who tells.
import { find, get, rows, grouped, once } from "./data.js";

/** Records to which a record has a relation. */
export const to = (id, relation) => records(find("links", "from_record", id), relation, "to_record");

/** Records that have a relation to a record. */
export const of = (id, relation) => records(find("links", "to_record", id), relation, "from_record");

/** Records joined to a record by a relation, either way round. */
export const both = (id, relation) => unique([...to(id, relation), ...of(id, relation)]);

/** All reports of the same real order or event, the record itself among them. */
export const caseOf = (record) => find("records", "case_id", record.case_id);

/** The records without doubles, in their order. */
export const unique = (records) => [...new Map(records.map((each) => [each.record_id, each])).values()];

/** The order at the head of the cascade to which an order belongs. */
export function head(record) {
  const seen = new Set();
  let top = record;
  for (let above = record; above && !seen.has(above.record_id); [above] = to(above.record_id, "implements")) {
    seen.add(above.record_id);
    top = above;
  }
  return top;
}

/** Accounts of what came of an order, from every report of it. */
export const accounts = (order) => told(order, "concerns", "outcome");

/** Records of a kind that have a relation to any report of an order or event. */
export const told = (record, relation, kind) =>
  unique(caseOf(record).flatMap((each) => of(each.record_id, relation))).filter((each) => each.kind === kind);

/** Records that name a facility in any role. */
export const atFacility = (id) => unique(find("parties", "facility_id", id).map((party) => get("records", party.record_id)).filter(Boolean));

/** Who may be behind a record: the state, an outlet with informants inside, or others. */
export function teller(record) {
  const root = get("sources", record.source_id)?.root ?? "";
  if (root === "state") return "state";
  return get("outlets", root)?.kind === "insider" ? "inside" : "others";
}

/** Tellers in the order in which they stand side by side. */
export const TELLERS = { state: "The state", inside: "Inside accounts", others: "Others" };

/** Outlet kind of the article in which a record stands. */
export const outletKind = (record) => get("outlets", get("articles", record.article_id)?.outlet_id)?.kind ?? "";

/** Rows of `order_outcomes` by facility. */
export const ordersAt = once(() => grouped(rows("order_outcomes"), (row) => row.facility_id));

/** Ids of records that sum up several orders or events; counts leave them out. */
export const summaries = once(
  () => new Set(rows("amounts").filter((each) => each.role === "count" && ["incident", "order"].includes(each.item)).map((each) => each.record_id)),
);

function records(links, relation, end) {
  return unique(links.filter((each) => each.relation === relation).map((each) => get("records", each[end])).filter(Boolean));
}
