// Rows as CSV, cell by cell as in the published files.

/** Text of a CSV file: header and rows, line feeds, quotes where RFC 4180 asks for them. */
export function csv(columns, rows) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells) => `${cells.map(cell).join(",")}\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join("");
}

/** Hand a text to the browser as a file. */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
