// Codes with their definitions, shown where the pointer or the focus rests.
import { h, put } from "./dom.js";
import { label, term } from "./words.js";

const DELAY = 120;
let shown = null;
let leaving = 0;

/** A code by its label; its definition appears on hover, focus and touch. */
export function code(list, value, text = label(list, value)) {
  if (!value) return null;
  return term(list, value) ? h("button", { type: "button", class: "term", "data-list": list, "data-code": value }, text) : text;
}

/** Show definitions for everything on the page that carries a list and a code. */
export function watch() {
  const tip = document.getElementById("tip");
  const over = (event) => show(tip, event.target.closest?.("[data-list]"));
  const away = () => (leaving = setTimeout(() => hide(tip), DELAY));
  document.addEventListener("pointerover", (event) => {
    if (tip.contains(event.target)) clearTimeout(leaving);
    else over(event);
  });
  document.addEventListener("pointerout", (event) => (shown?.contains(event.target) || tip.contains(event.target)) && away());
  document.addEventListener("focusin", over);
  document.addEventListener("focusout", () => hide(tip));
  document.addEventListener("click", over);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(tip));
  addEventListener("hashchange", () => hide(tip));
}

function show(tip, holder) {
  const entry = holder && term(holder.dataset.list, holder.dataset.code);
  if (!entry) return;
  clearTimeout(leaving);
  hide(tip);
  put(
    tip,
    h("strong", {}, entry.label),
    " ",
    h("code", {}, `${entry.list}: ${entry.code}`),
    h("p", {}, entry.definition),
    entry.boundary && h("p", { class: "boundary" }, entry.boundary),
  );
  tip.hidden = false;
  shown = holder;
  holder.setAttribute("aria-describedby", "tip");
  place(tip, holder.getBoundingClientRect());
}

function place(tip, beside) {
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const below = beside.bottom + 6;
  const fits = below + tip.offsetHeight < innerHeight;
  tip.style.left = `${Math.max(8, Math.min(beside.left, room))}px`;
  tip.style.top = `${Math.max(8, fits ? below : beside.top - tip.offsetHeight - 6)}px`;
}

function hide(tip) {
  clearTimeout(leaving);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  tip.hidden = true;
}
