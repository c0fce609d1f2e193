// The page of one plant: what is known of it, and everything that was ordered, reported and contradicted there.
import { about, describe, find, get, grouped } from "./data.js";
import { h, joined, link, outward } from "./dom.js";
import { locator } from "./geography.js";
import { history } from "./history.js";
import { account, facts, section, sideBySide } from "./records.js";
import { address } from "./route.js";
import { code } from "./term.js";
import { atFacility } from "./web.js";
import { date, deadline, hangul, meaning } from "./words.js";

const POINT = { site: "the point is the plant itself", town: "the point is its town, not the plant", county: "the point is its county, not the plant" };
const SHOWN = new Set(["facility_id", "name", "class", "place_id", "lat", "lon", "geo", "note"]);
/** Columns that have a line of their own or are parts of another. */

/** The page of a plant. */
export function facility({ id }) {
  const row = get("facilities", id);
  if (!row) return null;
  const [korean] = hangul(id);
  const records = atFacility(id);
  const kind = (name) => records.filter((each) => each.kind === name);
  return {
    title: row.name,
    element: h(
      "div",
      { class: "page" },
      h("p", { class: "kicker" }, "Plant"),
      h("h1", { tabindex: "-1" }, row.name, korean && h("span", { lang: "ko", class: "korean" }, korean)),
      row.note && h("p", { class: "note lead" }, row.note),
      h("div", { class: "beside" }, fields(row), locator(row)),
      names(id),
      history(row, records),
      orders(kind("order")),
      h(
        "section",
        {},
        h("h2", {}, "What was reported of it: every account"),
        kind("outcome").length ? sideBySide(kind("outcome")) : h("p", { class: "silence" }, "No account of this plant. That is silence, not failure."),
      ),
      section("Incidents", kind("incident")),
      section("Penalties and rewards", kind("consequence")),
      section("Obstacles, causes, responses and effects", kind("factor")),
      sources(id),
    ),
  };
}

function fields(row) {
  const parts = find("facilities", "parent_id", row.facility_id);
  return facts([
    ["Branch", code("class", row.class)],
    ["Place", places(row.place_id).join(", ")],
    ["Point", row.lat && [`${row.lat}, ${row.lon}: `, POINT[row.geo] ?? row.geo]],
    ["Parts", joined(parts.map((each) => link(address("facility", each.facility_id), each.name)))],
    ...describe("facilities").fields.filter(more).map((each) => [each.title, value(row, each)]),
    ["Elsewhere", find("facility_ids", "facility_id", row.facility_id).map((each) => `${each.scheme} ${each.id}`).join(", ")],
    ["Id", h("code", {}, row.facility_id)],
  ]);
}

const more = (each) => !SHOWN.has(each.name) && !/_(min|max)$/.test(each.name);

/** A column that has no line of its own, by what the descriptor says of it. */
function value(row, { name, vocabulary, rdfType }) {
  const text = row[name];
  if (!text) return null;
  if (rdfType) return date(row, name);
  if (vocabulary) return joined(text.split("|").map((each) => code(vocabulary, each)));
  const target = about.tables.find((table) => table.name === "facilities").references[name];
  const parts = text.split("|");
  if (target === "facilities" || parts.every((each) => get("facilities", each))) return joined(parts.map((each) => link(address("facility", each), get("facilities", each)?.name ?? each)));
  return (target && get(target, text)?.name) || parts.join(", ");
}

function places(id, seen = []) {
  const place = get("places", id);
  return place && !seen.includes(id) ? [place.name, ...places(place.parent_id, [...seen, id])] : [];
}

/** Every spelling; with its system of writing where the table tells it. */
function names(id) {
  const item = (row) => {
    const system = row.system && meaning("facility_names", "system", row.system);
    const former = row.former === "true" && `former name${row.until ? `, until ${date(row, "until")}` : ""}`;
    const told = [system, former].filter(Boolean).join("; ");
    return h("li", {}, h("span", { lang: /^hangul/.test(row.system ?? "") ? "ko" : null }, row.name), told && h("span", { class: "hint" }, ` ${told}`));
  };
  const found = find("facility_names", "facility_id", id);
  return found.length ? h("section", {}, h("h2", {}, "Names"), h("ul", { class: "names" }, found.map(item))) : null;
}

function orders(records) {
  const item = (record) => h("div", {}, account(record), h("p", { class: "due" }, `deadline: ${deadline(get("orders", record.record_id))}`));
  return h("section", {}, h("h2", {}, "Orders"), records.length ? records.map(item) : h("p", { class: "silence" }, "No order to this plant or from it is in the data."));
}

function sources(id) {
  const found = [...grouped(find("facility_sources", "facility_id", id), (row) => row.fact)];
  const item = ([fact, held]) => h("div", {}, h("dt", {}, fact), h("dd", {}, h("ul", {}, held.map((row) => h("li", {}, outward(row.source))))));
  return found.length ? h("section", {}, h("h2", {}, "Where this is known from"), h("details", {}, h("summary", {}, `Sources of ${found.length} facts`), h("dl", { class: "facts wide" }, found.map(item)))) : null;
}
