const shown = new Set<string>();

/** Warns the developer once for all elements of the page: a map in a list must not fill the console. */
export function warnOnce(text: string): void {
  if (shown.has(text)) return;
  shown.add(text);
  console.warn(text);
}
