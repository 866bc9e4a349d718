/**
 * The path of a page, without query and fragment, however the upstream writes it: a path, host and path, or an
 * absolute URL.
 *
 * @returns A path that starts with "/", still percent-encoded as it came; `null` where there is none.
 */
export function pagePath(url: string | null): string | null {
  if (url === null) return null;
  const bare = url.split(/[?#]/, 1)[0] ?? '';
  const withoutHost = bare.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, '');
  if (withoutHost !== bare) return withoutHost || '/';
  if (bare.startsWith('/')) return bare;
  // "example.com/pricing": the host has a dot, or a port.
  const slash = bare.indexOf('/');
  const host = slash < 0 ? bare : bare.slice(0, slash);
  if (/[.:]/.test(host)) return slash < 0 ? '/' : bare.slice(slash);
  return bare === '' ? null : `/${bare}`;
}

/** Control and direction characters, which could turn the text around them. */
// oxlint-disable-next-line no-control-regex -- they are the point
export const CONTROLS: RegExp = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Percent-encoding undone; `undefined` where it is not valid UTF-8. */
export function decodedUri(text: string, decode: typeof decodeURI = decodeURIComponent): string | undefined {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}

/** A path as a person reads it: percent-encoding undone where it is valid UTF-8, control and direction characters shown as "�". */
export function decodedPath(path: string): string {
  return (decodedUri(path, decodeURI) ?? path).replace(CONTROLS, '\ufffd');
}
