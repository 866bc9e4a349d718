// Tables as text: aligned for a terminal, and as Markdown.

export const fixed = (number, digits = 1) => (Number.isFinite(number) ? number.toFixed(digits) : '–');
export const kB = (bytes) => fixed(bytes / 1000);

/** The first column is a name, the others are numbers. */
export function aligned(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [head, ...rows].map(line).join('\n');
}

export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return `${[head, rule, ...rows].map(line).join('\n')}\n`;
}
