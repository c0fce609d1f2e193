// Light or dark: as the system has it, until the reader chooses.
import { h } from "./dom.js";

const KEY = "dprk-industry-theme";
const NEXT = { "": "dark", dark: "light", light: "" };
const WORDS = { "": "as the system", dark: "dark", light: "light" };

/** The button that changes it. */
export function theme() {
  const button = h("button", { type: "button", class: "theme" });
  const show = (value) => {
    document.documentElement.dataset.theme = value;
    button.textContent = { "": "◐", dark: "●", light: "○" }[value];
    button.setAttribute("aria-label", `Colours: ${WORDS[value]}; change`);
    button.title = `Colours: ${WORDS[value]}`;
  };
  button.addEventListener("click", () => {
    const value = NEXT[document.documentElement.dataset.theme];
    keep(value);
    show(value);
  });
  show(kept());
  return button;
}

function kept() {
  try {
    return localStorage.getItem(KEY) in WORDS ? localStorage.getItem(KEY) : "";
  } catch {
    return "";
  }
}

function keep(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Some browsers keep nothing for pages from a file.
  }
}
