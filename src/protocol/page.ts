/**
 * The path of a page, without query and fragment, whatever way the upstream told it: a path, host and path, or an
 * absolute URL.
 *
 * @returns A path that starts with "/", still percent-encoded as it came; `null` where nothing is told.
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

/** A path as a person reads it: percent-encoding undone where it is valid UTF-8, control and direction characters shown as "�". */
export function decodedPath(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURI(path);
  } catch {
    // Not UTF-8: as it came.
  }
  // eslint-disable-next-line no-control-regex -- they are the point
  return decoded.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
