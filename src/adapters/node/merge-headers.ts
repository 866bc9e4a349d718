import type { ServerResponse } from 'node:http';
import type { ResponseInfo } from '../../proxy/index.ts';

type Headers = ResponseInfo['headers'];

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';
/** Lists of names that are merged. */
const LISTS = ['Vary', 'Access-Control-Expose-Headers'];

/** The proxy's headers for a response with headers of the application. Those that contradict the proxy's are removed. */
export function mergeHeaders(response: ServerResponse, headers: Headers): Headers {
  const merged: Record<string, string> = { ...headers };
  for (const name of LISTS) {
    const names = union(response.getHeader(name), headers[name]);
    if (names) merged[name] = names;
  }
  const own = response.getHeader(ALLOW_ORIGIN);
  // If the proxy allows every origin, the application may be stricter.
  if (headers[ALLOW_ORIGIN] === '*' && own !== undefined && own !== '*') {
    return { ...merged, [ALLOW_ORIGIN]: String(own) };
  }
  for (const name of [ALLOW_ORIGIN, ALLOW_CREDENTIALS]) {
    if (headers[name] === undefined) response.removeHeader(name);
  }
  return merged;
}

function union(...values: (number | string | readonly string[] | undefined)[]): string {
  const names = values.flatMap((value) => String(value ?? '').split(',')).map((name) => name.trim());
  const unique = new Map(names.filter(Boolean).map((name) => [name.toLowerCase(), name]));
  return unique.has('*') ? '*' : [...unique.values()].join(', ');
}
