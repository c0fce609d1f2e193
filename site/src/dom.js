// Elements made from plain values. Text becomes text nodes and nothing is ever parsed as HTML.
const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; `on` holds listeners, `style` properties, anything else is an attribute. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Replace what an element holds. */
export function put(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(present));
  return element;
}

/** Values with something between them. */
export function joined(values, between = ", ") {
  return values.filter(present).flatMap((value, at) => (at ? [between, value] : [value]));
}

/** A link to another page of the explorer. */
export const link = (address, ...children) => h("a", { href: address }, ...children);

/** A link to somewhere else; what is no web address stays text. */
export function outward(address, ...children) {
  const shown = children.length ? children : [address];
  return /^https?:\/\//i.test(address) ? h("a", { href: address, rel: "noopener noreferrer" }, ...shown) : h("span", {}, ...shown);
}

const present = (value) => value !== null && value !== undefined && value !== false && value !== "";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === "style") for (const [property, text] of Object.entries(value)) element.style.setProperty(property, text);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(present));
  return element;
}
