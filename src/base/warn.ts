const told = new Set<string>();

/** Warns the developer once for all elements of the page: a map in a list must not fill the console. */
export function warnOnce(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  console.warn(text);
}
