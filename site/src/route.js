// Addresses: `#/view/part?key=value`. Everything that is shown can be sent to someone.

/** What an address names: a view, the parts behind it, and parameters. */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view, ...parts] = path.split("/").map(decoded);
  return { view: view || "overview", id: parts.join("#"), parameters: new URLSearchParams(query) };
}

/** Address of a view; of an id `article#name` each half is a part of its own. */
export function address(view, id = "", parameters = {}) {
  const path = [view, ...(id ? id.split("#") : [])].map(encodeURIComponent).join("/");
  const kept = Object.entries(parameters).filter(([, value]) => value);
  const query = new URLSearchParams(kept).toString();
  return `#/${path}${query ? `?${query}` : ""}`;
}

/** Change parameters of the address that is shown; an empty value takes one away. */
export function change(parameters) {
  const here = parse(location.hash);
  const all = { ...Object.fromEntries(here.parameters), ...parameters };
  location.replace(address(here.view, here.id, all));
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
