/** As HTML encodes the sign within an address. */
const IN_HTML = /&(?:amp;)*(?:#0*64|#x0*40|commat);?/gi;
/** The sign: itself, its full-width and small forms, and as a URL, HTML or a script may encode it. */
const SIGN = `[@\\uff20\\ufe6b]|%(?:25)*40|${IN_HTML.source}|\\\\u0040|\\\\x40`;
/** How people write it for each other. */
const SPELLED = / ?[([{] ?at ?[)\]}] ?/.source;
const DOMAIN = /[\p{L}\d-]+(?:\.| ?[([{] ?dot ?[)\]}] ?)\p{L}{2}/u.source;
const ANY_SIGN = new RegExp(SIGN, 'i');
// One character either side is enough, and keeps the search linear in hostile texts; what is not so clear needs a domain.
const EMAIL = new RegExp(`[^\\s@](?:${SIGN})[^\\s@]|\\S(?: (?:${SIGN}) ?|${SPELLED})${DOMAIN}`, 'iu');
/** Links to unsubscribe carry them so. */
const BASE64 = /[a-z\d+/_-]{8,}/gi;
const PLAIN_EMAIL = /[\w.+-]@[\w-]+\.[a-z]{2}/i;

/** Whether a text holds the sign of an e-mail address, in whatever way it is written. */
export function containsAtSign(text: string): boolean {
  return ANY_SIGN.test(text);
}

/** An address of the web whose signs stand for themselves: as HTML encodes them, they would begin a fragment. */
export function decodeAtSigns(url: string): string {
  return url.replace(IN_HTML, '@');
}

/** Whether a text holds what looks like an e-mail address, also where it is encoded. */
export function containsEmail(text: string): boolean {
  return EMAIL.test(text) || Array.from(text.matchAll(BASE64)).some(([token]) => PLAIN_EMAIL.test(fromBase64(token)));
}

function fromBase64(token: string): string {
  const whole = token.slice(0, token.length - (token.length % 4 === 1 ? 1 : 0));
  return atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
}
