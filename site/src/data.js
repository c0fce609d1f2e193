// The published tables as the page holds them; each is opened when it is first asked for.
const read = (name) => JSON.parse(document.getElementById(`data-${name}`).textContent);

/** What the descriptor says of the package and of its tables. */
export const about = read("about");
export const shapes = once(() => read("shapes"));
const declared = new Map(about.tables.map((table) => [table.name, table]));
const opened = new Map();
const indexes = new Map();

/** What the descriptor says of one table. */
export const describe = (name) => declared.get(name);

/** What the descriptor says of a column of a table. */
export const field = (name, column) => declared.get(name)?.fields.find((each) => each.name === column);

/** Rows of a table, each with its cells as texts by column; none where there is no such table. */
export function rows(name) {
  if (!opened.has(name)) opened.set(name, declared.has(name) ? open(name) : []);
  return opened.get(name);
}

/** Number of rows of a table; it need not be opened for that. */
export const count = (name) => declared.get(name)?.rows ?? 0;

/** Rows of a table that hold a value in a column. */
export function find(name, column, value) {
  const key = `${name}/${column}`;
  if (!indexes.has(key)) indexes.set(key, grouped(rows(name), (row) => row[column]));
  return indexes.get(key).get(value) ?? [];
}

/** The row of a table with a key of one column. */
export const get = (name, value) => find(name, declared.get(name)?.key[0], value)[0];

/** Values in groups by what a function says of each, in the order of the values. */
export function grouped(values, key) {
  const groups = new Map();
  for (const value of values) {
    const name = key(value);
    if (groups.has(name)) groups.get(name).push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** A function that works once and remembers. */
export function once(work) {
  let done = false;
  let result;
  return () => {
    if (!done) [result, done] = [work(), true];
    return result;
  };
}

function open(name) {
  const held = read(`table-${name}`);
  const made = Array.from({ length: held.rows }, () => ({}));
  declared.get(name).fields.forEach((each, at) => {
    const column = held.columns[at];
    const { values, cells } = column;
    for (let row = 0; row < held.rows; row++) made[row][each.name] = cells ? values[cells[row]] : column[row];
  });
  return made;
}
