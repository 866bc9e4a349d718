/** A value that must exist: the element at a valid index, the entry of a known key. Throws where there is none. */
export function defined<T>(value: T | undefined, what = 'a value'): T {
  if (value === undefined) throw new Error(`Expected ${what}, got undefined.`);
  return value;
}
