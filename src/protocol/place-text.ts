import { CONTROLS, decodedUri } from './page.ts';
import { text } from './read.ts';

/** A longer text is no name. */
const LONGEST = 200;
/** Nothing is to be undone in a name of these letters and signs, as most are. */
const PLAIN = /^[\w (),./'\xc0-\u0151-]*$/;
/** Percent-encoding and HTML entities. */
const ENCODED = /%([\da-f]{2})|&(?:#(?:x([\da-f]+)|(\d+))|(amp|apos));/gi;
/** Windows-1252 from 0x80 to 0x9f; from 0xa0 on it is Latin-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** Behind a Latin letter a mark that it never has, or a letter of another script: signs that only look like bytes. */
const MIXED = /[a-z][\u0300-\u1dff]/i;
/** Nothing but words for a place that is not known: "(not set)", "Unknown city", "N/A", "-". */
const PLACEHOLDER =
  /^(?:[^a-z\d\xc0-\u1fff\u3040-\uffff]|(?:unknown|undefined|not|set|provided|available|null|none|n[^a-z]a|anonymous|proxy|private|localhost|city|region|xx)(?![a-z\d]))*$/i;

/**
 * The name of a place as people write it: percent-encoding, HTML entities and UTF-8 read as Windows-1252 are undone, as
 * often as they were done.
 *
 * @returns `null` where it says only that the place is not known.
 */
export function placeText(value: unknown): string | null {
  const name = text(value)?.slice(0, LONGEST) ?? '';
  if (!PLAIN.test(name)) {
    const plain = name.replace(/\+/g, ' ').replace(ENCODED, decoded);
    const read = (decodedUri(plain.replace(/[^ -$&-~]/g, escapedByte)) ?? plain).normalize();
    const better = (MIXED.test(read) ? plain : read).replace(CONTROLS, '');
    if (better !== name) return placeText(better);
  }
  return PLACEHOLDER.test(name) ? null : name;
}

/** The parameters are the groups of {@link ENCODED}. */
function decoded(_: string, hex: string, code = hex, decimal?: number, entity?: string): string {
  return entity ? (entity === 'amp' ? '&' : "'") : String.fromCharCode(decimal ?? parseInt(code, 16));
}

/** What is no byte makes the whole invalid. */
function escapedByte(letter: string): string {
  const code = letter.charCodeAt(0);
  const byte = code > 255 ? WINDOWS.indexOf(letter) + 128 : code;
  return byte === 127 ? '%' : `%${byte.toString(16)}`;
}
