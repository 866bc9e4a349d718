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

/** What could end a script or open a comment, and line ends of older versions of JavaScript. */
const OF_SCRIPTS = ['<', '>', '&', '\u2028', '\u2029'];

/** JSON for a script element: nothing in it ends the script or opens a comment, whatever its texts are. */
export function scriptJson(value: unknown): string {
  let json = JSON.stringify(value);
  // One after the other, which is faster than a set of characters.
  for (const character of OF_SCRIPTS)
    json = json.replaceAll(character, `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return json;
}
