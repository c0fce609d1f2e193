// The page: head, foot, and the view that the address names.
import { about } from "./data.js";
import { article } from "./article.js";
import { h, link, outward, put } from "./dom.js";
import { facility } from "./facility.js";
import { map } from "./map.js";
import { order } from "./order.js";
import { overview } from "./overview.js";
import { address, parse } from "./route.js";
import { search } from "./search.js";
import { remember, remembered } from "./selection.js";
import { tables } from "./tables.js";
import { watch } from "./term.js";
import { theme } from "./theme.js";
import { timeline } from "./timeline.js";

const VIEWS = { overview, map, timeline, tables, order, facility, article, search };
const NAVIGATION = { overview: "Overview", map: "Map", timeline: "Timeline", tables: "Tables" };
const SHARING = new Set(["map", "timeline", "tables"]);
/** Views with the shared filters. */
const NAME = "DPRK Industry";

const main = document.getElementById("main");
let shown = { key: null, view: null };

function show() {
  const route = parse(location.hash);
  const key = `${route.view}/${route.id}`;
  if (SHARING.has(route.view)) remember(route.parameters);
  if (key !== shown.key || !shown.view.update) open(route, key);
  shown.view.update?.(route);
  navigation(route.view);
}

function open(route, key) {
  const first = shown.key === null;
  const view = (Object.hasOwn(VIEWS, route.view) && VIEWS[route.view](route)) || missing();
  shown = { key, view };
  document.title = `${view.title} · ${NAME}`;
  put(main, view.element);
  if (view.shown?.()) return;
  scrollTo(0, 0);
  if (!first) main.querySelector("h1").focus({ preventScroll: true });
}

const missing = () => ({ title: "Nothing here", element: h("div", { class: "page" }, h("h1", { tabindex: "-1" }, "Nothing here"), h("p", {}, "No page of this version has this address. An id may have been withdrawn: see the table ", link(address("tables", "retired"), "retired"), ".")) });

function navigation(current) {
  const item = ([view, words]) => h("a", { href: address(view, "", SHARING.has(view) ? remembered() : {}), "aria-current": view === current ? "page" : null }, words);
  put(document.getElementById("nav"), Object.entries(NAVIGATION).map(item));
}

function frame() {
  const find = h("input", { type: "search", id: "search", "aria-label": "Search plants, orders and articles", placeholder: "Plant, article, 공장" });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && find.value.trim()) location.hash = address("search", "", { q: find.value.trim() });
  });
  put(
    document.getElementById("head"),
    h("a", { class: "name", href: address("overview") }, NAME),
    h("nav", { id: "nav", "aria-label": "Views" }),
    h("div", { role: "search" }, find),
    theme(),
  );
  const [licence] = about.licenses ?? [];
  put(
    document.getElementById("foot"),
    h("p", {}, `Version ${about.version}. `, link(address("overview", "", { at: "cite" }), "How to cite"), ". ", licence && ["Data: ", outward(licence.path, licence.name), ". "], "No article text is stored; each record names the paragraphs on which it stands."),
  );
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
frame();
watch();
addEventListener("hashchange", show);
show();
document.documentElement.dataset.ready = "true";
performance.mark("ready");
