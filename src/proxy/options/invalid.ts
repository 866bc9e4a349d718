/** An error for an invalid option: its name, what was expected, and what was passed. */
export function invalidOption(option: string, expected: string, value: unknown): Error {
  return new Error(`${option}: expected ${expected}, got ${describeValue(value)}.`);
}

/** A value as an error may quote it. Options get mixed up, so nothing that may contain a key is quoted. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    if (/dft?_/i.test(value)) return 'a text that looks like a key';
    return value.length > 80 ? `a text of ${value.length} characters` : JSON.stringify(value);
  }
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
