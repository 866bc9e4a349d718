/** A text that differs where a part of the value does. JSON would call the `toJSON` that a page may give its arrays. */
export function contentOf(value: unknown): string {
  return Object(value) === value
    ? Object.entries(value as object)
        .map(([name, part]) => `${name}=${contentOf(part)}`)
        .join('\n')
    : String(value);
}
