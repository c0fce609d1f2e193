// What the data hold, what they cannot tell, and four figures.
import { about, count, find, get, grouped, rows } from "./data.js";
import { h, link, outward } from "./dom.js";
import { columns, matrix, shares } from "./figures.js";
import { address } from "./route.js";
import { published } from "./selection.js";
import { code } from "./term.js";
import { summaries, teller, TELLERS, to } from "./web.js";
import { codes, label } from "./words.js";

/** What a reader must know before computing anything. */
const LIMITS = [
  "A row says what an article says, not what is true.",
  "Many orders have no report of their outcome: silence, not failure. Show the silent share beside every rate.",
  "Counts are counts of what outlets chose to report: state outlets favour success, inside outlets trouble.",
  "All organs of the state are one root, and so are the informants of one outlet: they may be one person.",
  "Some texts give day and month without a year; such dates stay open (`202X`) and fit no time series.",
];
const COUNTED = { articles: "articles read", orders: "reports of orders", outcomes: "accounts of outcomes", consequences: "penalties and rewards", incidents: "incidents", facilities: "plants" };
const LICENCE = "Data under ";

/** The first page. */
export function overview({ parameters }) {
  const cited = cite();
  return {
    title: "Overview",
    shown: () => parameters.get("at") === "cite" && (cited.scrollIntoView(), cited.querySelector("h2").focus({ preventScroll: true }), true),
    element: h(
      "div",
      { class: "page overview" },
      h("h1", { tabindex: "-1" }, "What North Korean industry is ordered to do, and what came of it"),
      h("p", { class: "lead" }, "Each article is read in full, or as far as it can be had, and coded by a written manual: who ordered what from whom, by when, under what threat, and what each source says came of it. Accounts of the state and accounts from inside stand side by side and are never merged into one number."),
      h("ul", { class: "numbers" }, Object.entries(COUNTED).map(([name, words]) => h("li", {}, link(address("tables", name), h("strong", { id: `count-${name}` }, count(name)), ` ${words}`)))),
      h("section", { class: "limits" }, h("h2", {}, "What the data cannot tell"), h("ul", {}, LIMITS.map((each) => h("li", {}, each.replaceAll("`", ""))))),
      overTime(),
      byDeadline(),
      obstacles(),
      penalties(),
      cited,
    ),
  };
}

const distinct = (held, column = "case_id") => new Set(held.map((row) => row[column])).size;
const kinds = (held) => codes("outlet_kind").filter((kind) => held.some((row) => row.outlet_kind === kind)).map((kind) => [kind, code("outlet_kind", kind)]);
const figure = (title, note, drawn) => h("section", { class: "fig" }, h("h2", {}, title), h("p", { class: "hint" }, note), drawn);

function overTime() {
  const held = rows("order_outcomes");
  const groups = grouped(held, (row) => `${row.outlet_kind}/${published(row.article_id)}`);
  const years = [...new Set(held.map((row) => published(row.article_id)))].filter(Boolean).map(Number).sort();
  const open = held.some((row) => !published(row.article_id)) ? [["", "open"]] : [];
  const across = years.length ? Array.from({ length: years.at(-1) - years[0] + 1 }, (_, at) => [String(years[0] + at), `’${String(years[0] + at).slice(2)}`]) : [];
  const value = (kind, year) => distinct(groups.get(`${kind}/${year}`) ?? []);
  return figure(
    "Orders over time",
    `Different orders by the year in which an article reported them${years.length ? `, ${years[0]} to ${years.at(-1)}` : ""}, by kind of outlet. It counts reporting as much as ordering. “Open”: the year of publication is not certain.`,
    columns({ id: "fig-time", caption: "Orders by year of the report and kind of outlet", series: kinds(held), across: [...across, ...open], value }),
  );
}

const ANSWERS = [
  ["yes", "met"],
  ["no", "not met"],
  ["unknown", "not clear"],
  ["silent", "silence"],
];

function byDeadline() {
  const due = rows("order_outcomes").filter((row) => row.deadline_kind && !["none", "urgent"].includes(row.deadline_kind));
  const answer = (held) => {
    if (held.every((row) => row.accounts === "0")) return "silent";
    return ["yes", "no"].find((each) => held.some((row) => row.met_deadline === each)) ?? "unknown";
  };
  const groups = kinds(due).map(([kind, words]) => {
    const cases = [...grouped(due.filter((row) => row.outlet_kind === kind), (row) => row.case_id).values()].map(answer);
    return { words, total: cases.length, counts: Object.fromEntries(ANSWERS.map(([key]) => [key, cases.filter((each) => each === key).length])) };
  });
  return figure(
    "Deadlines against outcomes",
    "Orders with a deadline, by the kind of outlet that reported the order. Met means met by at least one addressee, by the account with the best grade. Silence means that no account says anything: neither met nor missed.",
    shares({ id: "fig-deadlines", caption: "Orders with a deadline by outcome and kind of outlet", parts: ANSWERS, groups, first: "orders" }),
  );
}

/** Branch of a party: class of its plant, else its own class if that is one of enterprises. */
function branch(party) {
  if (party.facility_id) return get("facilities", party.facility_id)?.class;
  return find("terms", "list", "class").some((term) => term.code === party.class && term.group === "enterprise") ? party.class : "";
}

function obstacles() {
  const tally = new Map();
  for (const factor of rows("factors").filter((row) => ["obstacle", "cause"].includes(row.role))) {
    const record = get("records", factor.record_id);
    if (record.holds !== "1") continue;
    const parties = to(record.record_id, "concerns").flatMap((each) => find("parties", "record_id", each.record_id)).filter((each) => ["addressee", "subject"].includes(each.role));
    for (const sector of new Set(parties.map((each) => branch(each) || "none"))) {
      const key = `${factor.type}/${sector}`;
      tally.set(key, (tally.get(key) ?? new Set()).add(record.case_id));
    }
  }
  const has = (at) => new Set([...tally.keys()].map((key) => key.split("/")[at]));
  const ordered = (list, at) => [...codes(list), "none"].filter((each) => has(at).has(each));
  const words = (list) => (each) => [each, each === "none" ? "no branch told" : code(list, each)];
  const value = (type, sector) => tally.get(`${type}/${sector}`)?.size ?? 0;
  return figure(
    "Obstacles by branch",
    "What is said to stand in the way or to have caused a failure or an accident: different statements, by the branch of those to whom it happened. One statement may concern several branches.",
    matrix({ id: "fig-obstacles", caption: "Obstacles and causes by branch", lines: ordered("factor_type", 0).map(words("factor_type")), across: ordered("class", 1).map(words("class")), value, corner: "obstacle or cause" }),
  );
}

function penalties() {
  const held = rows("consequences").map((row) => ({ ...row, record: get("records", row.record_id) })).filter((row) => row.record.holds === "1" && !summaries().has(row.record_id));
  const groups = grouped(held, (row) => `${row.type}/${teller(row.record)}/${row.stage}`);
  const stages = codes("stage").filter((stage) => held.some((row) => row.stage === stage));
  const value = (type, who) => distinct((groups.get(`${type}/${who}`) ?? []).map((row) => row.record));
  const types = codes("consequence_type").filter((type) => held.some((row) => row.type === type)).map((type) => [type, code("consequence_type", type)]);
  const across = Object.keys(TELLERS).flatMap((who) => stages.map((stage) => [`${who}/${stage}`, label("stage", stage).toLowerCase()]));
  return figure(
    "Penalties threatened and imposed",
    "Penalties, and the few rewards, by who tells of them and how far they had gone. The three tellers are not added up.",
    matrix({ id: "fig-penalties", caption: "Penalties and rewards by teller and stage", lines: types, across, value, groups: Object.values(TELLERS).map((words) => [words, stages.length]), corner: "penalty or reward" }),
  );
}

function cite() {
  const [licence] = about.licenses ?? [];
  return h(
    "section",
    { id: "cite" },
    h("h2", { tabindex: "-1" }, "How to cite"),
    h("p", {}, `This is version ${about.version}. Values may change from one version to the next, so name it.`),
    h("p", { class: "citation" }, about.citation),
    h("p", {}, "Cite the article too when you use a single fact; its page names the paragraphs. ", licence && [LICENCE, outward(licence.path, licence.title), "."]),
  );
}
