// The page of one article: who speaks in it, and which paragraph says what.
import { find, get, grouped } from "./data.js";
import { h, joined, link, outward } from "./dom.js";
import { branch, ROLES } from "./order.js";
import { facts, grade, section, slug } from "./records.js";
import { address } from "./route.js";
import { code } from "./term.js";
import { to } from "./web.js";
import { date, statement } from "./words.js";

/** The page of an article. */
export function article({ id, parameters }) {
  const row = get("articles", id);
  if (!row) return null;
  const records = find("records", "article_id", id);
  const kind = (name) => records.filter((each) => each.kind === name);
  const heads = kind("order").filter((each) => !to(each.record_id, "implements").some((above) => above.article_id === id));
  const element = h(
    "div",
    { class: "page" },
    h("p", { class: "kicker" }, "Article"),
    h("h1", { tabindex: "-1" }, row.headline),
    fields(row),
    sources(id),
    paragraphs(row, records, parameters.get("paragraph")),
    heads.length ? h("section", {}, h("h2", {}, "Orders"), h("ul", { class: "cascade" }, heads.map((each) => branch(each)))) : null,
    section("Outcomes", kind("outcome"), id),
    section("Incidents", kind("incident"), id),
    section("Penalties and rewards", kind("consequence"), id),
    Object.entries(ROLES).map(([role, title]) => section(title, kind("factor").filter((each) => get("factors", each.record_id).role === role), id)),
  );
  return { title: `Article: ${row.headline}`, element, shown: () => show(element, parameters) };
}

/** Bring what the address names into view. */
function show(element, parameters) {
  const record = parameters.get("record");
  const paragraph = parameters.get("paragraph");
  const wanted = record ? `record-${record}` : paragraph ? `paragraph-${paragraph}` : "";
  const target = wanted && [...element.querySelectorAll("[id]")].find((each) => each.id === wanted);
  if (!target) return false;
  target.classList.add("marked");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
  return true;
}

function fields(row) {
  const outlet = get("outlets", row.outlet_id) ?? {};
  return facts([
    ["Outlet", [outlet.name, " (", code("outlet_kind", outlet.kind), ")"]],
    ["Reprinted by", row.host],
    ["Address", outward(row.url)],
    ["Item", row.item],
    ["Published", [date(row, "published"), " (dated by ", code("dated_by", row.dated_by), ")"]],
    ["Kind of text", code("genre", row.genre)],
    ["Read", [code("read", row.read), `, ${row.paragraph_count} paragraphs`]],
    ["Coded", `${row.annotators.split("|").join(", ")}; ${row.annotated}`],
    ["Note", row.note],
    ["Id", h("code", {}, row.article_id)],
  ]);
}

function sources(id) {
  const item = (row) =>
    h(
      "li",
      {},
      h("code", {}, slug(row.source_id)),
      " ",
      joined([code("source_kind", row.kind), get("outlets", row.outlet_id)?.name, get("places", row.place_id)?.name, row.via && `via ${slug(row.via)}`, row.said && `spoke ${date(row, "said")}`]),
      "; source ",
      grade("reliability", row.reliability),
      row.note && `; ${row.note}`,
    );
  return h("section", {}, h("h2", {}, "Who speaks"), h("ul", { class: "sources" }, find("sources", "article_id", id).map(item)));
}

/** Each paragraph with the records that rest on it; the text itself is not in the data. */
function paragraphs(row, records, marked) {
  const pairs = records.flatMap((record) => find("evidence", "record_id", record.record_id).map((each) => [each.paragraph, record]));
  const resting = grouped(pairs, ([number]) => number);
  const background = new Set(row.background.split("|"));
  const item = (number) => {
    const held = [...new Set((resting.get(number) ?? []).map(([, record]) => record))];
    const content = held.length
      ? h("ul", {}, held.map((record) => h("li", {}, h("span", { class: "kind" }, record.kind), " ", link(target(record), statement(record)))))
      : h("span", { class: "silence" }, background.has(number) ? "background" : "nothing coded");
    return h("li", { id: `paragraph-${number}`, class: marked === number ? "marked" : null }, h("span", { class: "numeral" }, number), content);
  };
  const numbers = Array.from({ length: Number(row.paragraph_count) || 0 }, (_, at) => String(at + 1));
  return h(
    "section",
    {},
    h("h2", {}, "Which paragraph says what"),
    h("p", { class: "hint" }, "No article text is stored; the numbers count the paragraphs of the body."),
    h("ol", { class: "paragraphs" }, numbers.map(item)),
  );
}

const target = (record) => (record.kind === "order" ? address("order", record.record_id) : address("article", record.article_id, { record: slug(record.record_id) }));
