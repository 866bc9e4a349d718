import type { Handler, RequestContext } from './context.ts';
import type { RequestInfo } from './request-info.ts';
import type { ResponseInfo } from './response-info.ts';
import type { Snapshots } from './snapshots.ts';

/** Per path: codings, conditions and origins differ, and a hostile client may send many. */
const MOST_KNOWN = 8;

/** A response, and everything of the request that it depends on. */
interface Known {
  query: string;
  context: Pick<RequestContext, 'encoders' | 'files'>;
  headers: ReadonlyMap<string, string | null>;
  response: ResponseInfo;
}

/**
 * Answers a request as an earlier one, without the handler, if everything that was read of that one is the same. Only responses
 * that a shared cache may store are kept, for at most a second, and only as long as the handler would give the same.
 */
export function repeatResponses(
  handler: Handler,
  now: () => number,
  snapshots: Pick<Snapshots, 'version' | 'sameForMs'>,
): Handler {
  const known = new Map<string, Known[]>();
  let version = NaN;
  let since = Infinity;
  let until = -Infinity;

  /** Whether the kept responses are still what the handler would give. */
  const isSteady = (): boolean => {
    const time = now();
    if (time >= since && time < until && snapshots.version === version) return true;
    known.clear();
    version = snapshots.version;
    since = time;
    // `Date` has the second of a response.
    until = time + Math.min(snapshots.sameForMs, 1000 - (time % 1000));
    return until > since;
  };

  return (request, context) => {
    if (request.method !== 'GET' || !isSteady()) return handler(request, context);
    const before = known.get(request.path);
    const repeated = before && findRepeated(before, request, context);
    if (repeated) return repeated;
    const recorded = new RecordedRequest(request);
    const made = handler(recorded, context);
    if (!(made instanceof Promise) && made.headers['Cache-Control']?.startsWith('public')) {
      const { encoders, files } = context;
      const entry = { query: request.query, context: { encoders, files }, headers: recorded.headers, response: made };
      known.set(request.path, [entry, ...(before ?? [])].slice(0, MOST_KNOWN));
    }
    return made;
  };
}

function findRepeated(
  known: readonly Known[],
  request: RequestInfo,
  { encoders, files }: RequestContext,
): ResponseInfo | undefined {
  return known.find(({ query, context, headers }) => {
    if (query !== request.query || context.encoders !== encoders || context.files !== files) return false;
    for (const [name, value] of headers) if (request.header(name) !== value) return false;
    return true;
  })?.response;
}

/** Records which headers of a request are read. */
class RecordedRequest implements RequestInfo {
  readonly headers = new Map<string, string | null>();
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly #request: RequestInfo;

  constructor(request: RequestInfo) {
    const { method, path, query } = request;
    this.method = method;
    this.path = path;
    this.query = query;
    this.#request = request;
  }

  header(name: string): string | null {
    const value = this.#request.header(name);
    this.headers.set(name, value);
    return value;
  }

  toRequest(): Request {
    return this.#request.toRequest();
  }
}
