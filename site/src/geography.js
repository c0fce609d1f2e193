// The country on paper: Mercator's projection, the outlines of the provinces, and marks for points.
import { shapes, once } from "./data.js";
import { h, s } from "./dom.js";

export const WIDTH = 720;
export const HEIGHT = 760;
const MARGIN = 14;

const radians = (degrees) => (degrees * Math.PI) / 180;
const raw = ([lon, lat]) => [radians(lon), -Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2))];

/** Place of a point, its longitude and latitude in degrees, on the map. */
export const project = (point) => frame()(raw(point));

/** Longitude and latitude of a plant; nothing where its point is not known. */
export function point(row) {
  const at = [Number(row.lon), Number(row.lat)];
  return row.lat && row.lon && at.every(Number.isFinite) ? at : null;
}

const frame = once(() => {
  const points = shapes().features.flatMap(rings).flat().map(raw);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
  return ([x, y]) => [(WIDTH - wide * scale) / 2 + (x - left) * scale, (HEIGHT - high * scale) / 2 + (y - top) * scale];
});

const rings = ({ geometry }) => (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat());

/** Outlines of the provinces: name, places that lie in the area, path, and a point for a label. */
export const provinces = once(() =>
  shapes().features.map((feature) => {
    const drawn = rings(feature).map((ring) => ring.map(project));
    const path = drawn.map((ring) => `M${ring.map((point) => point.map((each) => each.toFixed(1)).join(",")).join("L")}Z`).join("");
    const longest = drawn.reduce((one, other) => (other.length > one.length ? other : one));
    return { name: feature.properties.name, places: feature.properties.places, path, middle: centre(longest) };
  }),
);

/** Middle of an area within a ring. */
function centre(ring) {
  let [area, x, y] = [0, 0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]];
    const cross = ax * by - bx * ay;
    [area, x, y] = [area + cross, x + (ax + bx) * cross, y + (ay + by) * cross];
  }
  return [x / (3 * area), y / (3 * area)];
}

/** A mark that shows how exact a point is: a disc is the plant, a ring its town, a wide dashed ring its county. */
export function mark(geo) {
  if (geo === "site") return s("circle", { r: 4, class: "site" });
  if (geo === "town") return s("g", { class: "town" }, s("circle", { r: 6 }), s("circle", { r: 1.2, class: "dot" }));
  return s("circle", { r: 12, class: "county" });
}

/** What the marks mean. */
export const PRECISION = { site: "the plant itself", town: "its town", county: "its county" };

/** A small map with one plant on it; nothing where its point is not known. */
export function locator(row) {
  if (!point(row)) return null;
  const [x, y] = project(point(row));
  const words = `Map: ${row.name}; the mark stands for ${PRECISION[row.geo] ?? "the place"}`;
  return h(
    "figure",
    { class: "locator" },
    s(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": words },
      provinces().map(({ path }) => s("path", { d: path, class: "province" })),
      s("g", { class: "plant chosen", transform: `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(2.4)` }, mark(row.geo)),
    ),
    h("figcaption", {}, `The mark stands for ${PRECISION[row.geo] ?? "the place"}.`),
  );
}
