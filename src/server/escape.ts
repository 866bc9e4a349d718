const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (character: string): string => ESCAPES[character] ?? '';

/** Text between tags. */
export function escapedText(text: string): string {
  return text.replace(/[&<>]/g, escape);
}

/** Text within double quotes. */
export function escapedAttribute(text: string): string {
  return text.replace(/[&<>"]/g, escape);
}

/** JSON for a script element: nothing in it ends the script or opens a comment, whatever its texts are. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
