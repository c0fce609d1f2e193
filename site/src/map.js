// The map of plants and provinces, drawn from our own shapes.
import { select as pick } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";

import { get, grouped, rows, shapes } from "./data.js";
import { h, link, put, s } from "./dom.js";
import { filterbar } from "./filterbar.js";
import { HEIGHT, mark, point, PRECISION, project, provinces, WIDTH } from "./geography.js";
import { address } from "./route.js";
import { select } from "./selection.js";
import { ordersAt } from "./web.js";
import { hangul } from "./words.js";

const NEAREST = 24;
/** Greatest enlargement. */
const STEP = 1.7;
/** How much nearer one step leads. */
const NAMED = 3;
/** Enlargement from which the plants with selected orders have their names on the map. */

const SHRINKING = 0.85;
/** With which power of the enlargement the marks stay small. */
const FINE = 0.9;
/** Size of marks and names on a narrow screen, against that on a wide one. */
const APART = 9;
const TURN = 2.4;
/** Plants with one point in common stand around it on a spiral: how far apart, and the turn from one to the next. */

/** The page with the map. */
export function map() {
  const bar = filterbar();
  const plants = fanned(rows("facilities").filter(point)).map(plant);
  const areas = provinces().map(area);
  const moved = s("g", {}, areas.map((each) => each.element), s("g", { class: "plants" }, plants.map((each) => each.element)), areas.map((each) => each.text));
  const svg = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "country", role: "group", "aria-label": "Map of the plants; the lists beside it hold the same" }, moved);
  const zooming = movable(svg, moved, plants);
  const side = h("div", { class: "side" });
  const element = h(
    "div",
    { class: "wide" },
    h("h1", { tabindex: "-1" }, "Map"),
    h("p", { class: "hint" }, "Orders by the plant and the province to which they are addressed. Orders to the whole country or to a body without a place have no point here."),
    bar.element,
    h("div", { class: "mapped" }, h("figure", { class: "map" }, zooming.buttons, svg, legend()), side),
  );
  const update = ({ parameters }) => {
    const selection = select(parameters);
    const byPlant = grouped(selection.rows, (row) => row.facility_id);
    plants.forEach((each) => each.show(cases(byPlant.get(each.id) ?? [])));
    areas.forEach((each) => each.show(selection));
    bar.show(selection, `${selection.cases.size} orders selected; ${off(selection)} of them without a place on the map.`);
    put(side, ...lists(selection, byPlant, plants));
  };
  return { title: "Map", element, update };
}

/** Number of different orders among rows of `order_outcomes`. */
const cases = (held) => new Set(held.map((row) => row.case_id)).size;

/** Number of selected orders that have neither a province nor a plant with a point. */
function off(selection) {
  const placed = new Set(selection.rows.filter((row) => row.province).map((row) => row.case_id));
  return selection.cases.size - placed.size;
}

/** Plants with how far each is moved aside from those with the same point; those with orders stay nearest to it. */
function fanned(held) {
  const first = [...held].sort((one, other) => ordersAt().has(other.facility_id) - ordersAt().has(one.facility_id));
  const together = grouped(first, (row) => `${row.lat} ${row.lon}`);
  const aside = (at) => [Math.cos(at * TURN), Math.sin(at * TURN)].map((each) => `${(each * APART * Math.sqrt(at)).toFixed(1)}px`);
  return [...together.values()].flatMap((rows) => rows.map((row, at) => ({ row, aside: aside(at) })));
}

/** The plant with most selected orders: where a first step nearer leads. */
const busiest = (plants) => plants.reduce((one, other) => (other.orders > (one?.orders ?? 0) ? other : one), null);

function plant({ row, aside }) {
  const [x, y] = project(point(row));
  const name = s("text", { x: 9, y: 4 }, row.name);
  const title = s("title", {}, row.name);
  const drawn = s("g", { class: "mark", style: { transform: `translate(${aside})` } }, mark(row.geo), name);
  const element = s("a", { class: "plant", href: address("facility", row.facility_id), tabindex: "-1" }, title, s("circle", { r: 1.8, class: "speck" }), drawn);
  const scale = (k) => element.setAttribute("transform", `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${1 / k})`);
  scale(1);
  const held = { id: row.facility_id, at: [x, y], orders: 0, element, scale };
  held.show = (orders) => {
    held.orders = orders;
    element.classList.toggle("chosen", orders > 0);
    title.textContent = `${[row.name, hangul(row.facility_id)[0]].filter(Boolean).join(" ")}; orders: ${orders}; the mark stands for ${PRECISION[row.geo] ?? "the place"}`;
    if (orders) element.parentNode?.append(element);
  };
  return held;
}

/** Address of the selected orders in a province. */
const inProvince = (asked, name) => address("tables", "order_outcomes", { ...asked, "is.province": name });

/** Names of the provinces that lie in an area of the map. */
const within = ({ places }) => places.map((id) => get("places", id)).filter((place) => place?.level === "province").map((place) => place.name);

/** Which provinces have no area of their own. */
const shared = () => provinces().map((each) => [each.name, within(each).filter((name) => name !== each.name)]).filter(([, others]) => others.length).map(([name, others]) => `${others.join(", ")}: drawn with ${name}.`).join(" ");

function area(each) {
  const { name, path, middle } = each;
  const names = within(each);
  const shape = s("path", { d: path, class: "province" }, s("title", {}, name));
  const element = s("a", { tabindex: "-1" }, shape);
  const number = s("tspan", { class: "number" });
  const text = s("text", { class: "label", x: middle[0].toFixed(1), y: middle[1].toFixed(1) }, name, " ", number);
  const show = ({ asked, rows: held }) => {
    element.setAttribute("href", inProvince(asked, names[0] ?? name));
    const orders = cases(held.filter((row) => names.includes(row.province)));
    number.textContent = orders || "";
    shape.setAttribute("data-depth", orders ? Math.min(4, 1 + Math.floor(Math.log2(orders) / 1.5)) : 0);
  };
  return { element, text, show };
}

/** Panning by dragging, zooming by buttons, by pinching and by the wheel with Ctrl, so that the page still scrolls. */
function movable(svg, moved, plants) {
  let [scale, unit] = [1, 1];
  const draw = () => {
    plants.forEach((each) => each.scale(scale ** SHRINKING / unit));
    svg.style.setProperty("--k", scale / unit);
  };
  const behaviour = zoom()
    .scaleExtent([1, NEAREST])
    .translateExtent([[0, 0], [WIDTH, HEIGHT]])
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button && (scale > 1 || event.type !== "touchstart" || event.touches.length > 1)))
    .on("zoom", ({ transform }) => {
      scale = transform.k;
      moved.setAttribute("transform", transform);
      moved.classList.toggle("near", scale >= NAMED);
      svg.classList.toggle("moved", scale > 1);
      draw();
    });
  pick(svg).call(behaviour);
  new ResizeObserver(() => {
    unit = Math.max(1, (WIDTH / (svg.clientWidth || WIDTH)) * FINE);
    draw();
  }).observe(svg);
  const button = (words, sign, work) => h("button", { type: "button", "aria-label": words, title: words, on: { click: work } }, sign);
  const nearer = () => {
    const target = scale > 1 ? null : busiest(plants);
    behaviour.scaleBy(pick(svg), STEP);
    if (target) behaviour.translateTo(pick(svg), ...target.at);
  };
  const buttons = h(
    "div",
    { class: "zoom" },
    button("Nearer", "+", nearer),
    button("Farther", "−", () => behaviour.scaleBy(pick(svg), 1 / STEP)),
    button("Whole country", "⤢", () => behaviour.transform(pick(svg), zoomIdentity)),
  );
  return { buttons };
}

function legend() {
  const item = (geo) => h("li", {}, s("svg", { viewBox: "-14 -14 28 28", class: "plant chosen", "aria-hidden": "true" }, mark(geo)), `the point is ${PRECISION[geo]}`);
  return h("figcaption", {}, h("ul", { class: "legend" }, Object.keys(PRECISION).map(item), h("li", {}, s("svg", { viewBox: "-14 -14 28 28", class: "plant", "aria-hidden": "true" }, s("circle", { r: 1.8, class: "speck" })), "no selected order"), h("li", {}, "Plants with one point in common stand around it.")));
}

/** The same as text: plants and provinces with the number of orders. */
function lists(selection, byPlant, plants) {
  const drawn = new Map(plants.map((each) => [each.id, each.element]));
  const counted = [...byPlant].filter(([id]) => id).map(([id, held]) => [id, held[0].facility_name, cases(held)]);
  const light = (id, on) => drawn.get(id)?.classList.toggle("lit", on);
  const item = ([id, name, orders]) =>
    h(
      "li",
      { on: { pointerenter: () => light(id, true), pointerleave: () => light(id, false), focusin: () => light(id, true), focusout: () => light(id, false) } },
      link(address("facility", id), name),
      hangul(id)[0] && [" ", h("span", { lang: "ko" }, hangul(id)[0])],
      h("span", { class: "count" }, orders),
      drawn.has(id) ? null : h("span", { class: "hint" }, " no point known"),
    );
  const places = [...grouped(selection.rows, (row) => row.province)].filter(([name]) => name).map(([name, held]) => [name, cases(held)]);
  const descending = (one, other) => other.at(-1) - one.at(-1) || (one.at(-2) < other.at(-2) ? -1 : 1);
  const place = ([name, orders]) => h("li", {}, link(inProvince(selection.asked, name), name), h("span", { class: "count" }, orders));
  return [
    h("section", {}, h("h2", {}, "By province"), h("ol", { class: "counts", id: "by-province" }, places.sort(descending).map(place))),
    h("section", {}, h("h2", {}, "By plant"), h("ol", { class: "counts", id: "by-plant" }, counted.sort(descending).map(item))),
    h("p", { class: "hint" }, `Outlines: ${shapes().source}; licence: ${shapes().licence}. ${shared()}`),
  ];
}
