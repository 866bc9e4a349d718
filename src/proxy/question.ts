/**
 * A request as the routes read it. The runtimes' own objects are dear to make, and most answers need four facts of them.
 */
export interface Question {
  /** In upper case. */
  readonly method: string;
  /** As in the URL: percent-encoded, without dot segments and query. */
  readonly path: string;
  /** Without the question mark; "" where there is none. */
  readonly query: string;
  /** The header of a name in lower case; `null` where it is absent. */
  header(name: string): string | null;
  /** All of it, but for the body, which nobody reads: for the operator's own functions. */
  request(): Request;
}

export function questionOf(request: Request): Question {
  const { url } = request;
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const [, path = '/', query = ''] = /^([^?#]*)\??([^#]*)/.exec(start < 0 ? '/' : url.slice(start)) ?? [];
  return { method: request.method, path, query, header: (name) => request.headers.get(name), request: () => request };
}
