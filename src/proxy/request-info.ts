/** A request as the routes read it: a runtime's own `Request` is expensive to make, and most answers need little of it. */
export interface RequestInfo {
  /** In upper case. */
  readonly method: string;
  /** As in the URL: percent-encoded, without dot segments and query. */
  readonly path: string;
  /** Without the question mark; "" where there is none. */
  readonly query: string;
  /** The header of a name in lower case; `null` where it is absent. */
  header(name: string): string | null;
  /** The whole request except its body, which is never read: for the operator's own functions. */
  toRequest(): Request;
}

export function requestInfoOf(request: Request): RequestInfo {
  const { url } = request;
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const [, path = '/', query = ''] = /^([^?#]*)\??([^#]*)/.exec(start < 0 ? '/' : url.slice(start)) ?? [];
  return { method: request.method, path, query, header: (name) => request.headers.get(name), toRequest: () => request };
}

/** A name, an IPv4 address or an IPv6 address in brackets, with a port or without. No comma: two lines are joined by one. */
const HOST = /^(?:\[[\w.:%~-]+\]|[\w.~%!$&'()*+;=-]*)(?::\d*)?$/;

/** Whether a request has one valid `Host` or, as in HTTP/1.0, none. RFC 9112 §3.2 requires 400 otherwise. */
export function isValidHost(header: string | null): boolean {
  return header === null || HOST.test(header);
}
