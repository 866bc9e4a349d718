import type { ErrorReason } from '../../src/protocol/published.ts';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { answer, crowd, failure, fault, poured, raw, type Respond } from './upstream.ts';

/** One way in which the upstream fails, and what is to come of it. */
export interface FaultRow {
  what: string;
  respond: Respond;
  /** Calls this instead: there is no server that could answer. */
  address?: string;
  options?: LiveMapProxyOptions;
  /** What a viewer gets of a proxy that has nothing else to show. */
  status: number;
  reason: ErrorReason;
  /** What the operator reads. */
  operator: RegExp;
}

type Result = Pick<FaultRow, 'status' | 'reason' | 'operator'> & Pick<FaultRow, 'options'>;

const LATE: Result = {
  status: 504,
  reason: 'upstream-unavailable',
  operator: /within 50 ms/,
  options: { timeoutMs: 50 },
};
const unavailable = (operator: RegExp): Result => ({ status: 503, reason: 'upstream-unavailable', operator });
const invalid = (operator: RegExp): Result => ({ status: 502, reason: 'upstream-invalid', operator });

const HUNDRED_MEGABYTES = 100_000_000;
const ANOTHER_ERROR = '{"status":"error","error":{"code":"x"}}';
const ERROR_401 = '{"status":"error","error":{"code":"401"}}';

/** @param closed A URL on this machine without a server. */
export function faultTable(closed: string): FaultRow[] {
  const row = (what: string, respond: Respond, result: Result): FaultRow => ({ what, respond, ...result });
  const unreached: Respond = () => undefined;
  return [
    { ...row('a refused connection', unreached, unavailable(/ECONNREFUSED/)), address: closed },
    { ...row('an unknown name', unreached, unavailable(/\(E[A-Z_]+\)/)), address: 'http://datafast.invalid/' },
    row('silence', fault('hang'), LATE),
    row('silence after a start', fault('stall'), LATE),
    row('a byte at a time', fault('drip'), LATE),
    row('less than its length', fault('long'), LATE),
    row('more than its length', fault('short'), invalid(/not JSON/)),
    row('half a body', fault('half'), unavailable(/reached/)),
    row('a reset', fault('reset'), unavailable(/reached/)),
    row('100 MB', poured(HUNDRED_MEGABYTES), invalid(/maxBytes/)),
    row('a body without end', fault('huge'), invalid(/maxBytes/)),
    row('a gzip bomb', fault('bomb'), invalid(/maxBytes/)),
    row('gzip that is none', raw(200, '{}', { 'content-encoding': 'gzip' }), unavailable(/reached/)),
    row('more visitors than maxBytes', answer(crowd(100_000)), invalid(/maxBytes/)),
    row('204', fault('empty'), invalid(/not JSON/)),
    row('HTML', fault('html'), invalid(/not JSON/)),
    row('half an answer', fault('garbage'), invalid(/not JSON/)),
    row('too deep a nest', raw(200, '['.repeat(100_000)), invalid(/not JSON/)),
    row('another document', fault('wrong-shape'), invalid(/no snapshot/)),
    row('no data', raw(200, '{"status":"success"}'), invalid(/no snapshot/)),
    row('null', raw(200, 'null'), invalid(/no snapshot/)),
    row('200 with an odd error', raw(200, ANOTHER_ERROR), invalid(/error answer/)),
    row('200 with an error', raw(200, ERROR_401), { ...invalid(/401/), reason: 'upstream-unauthorized' }),
    row('400', failure(400), { status: 500, reason: 'misconfigured', operator: /websiteId/ }),
    row('401', failure(401), { status: 502, reason: 'upstream-unauthorized', operator: /DATAFAST_API_KEY/ }),
    row('403', failure(403), {
      status: 502,
      reason: 'upstream-forbidden',
      operator: /analytics:read.*suspended.*API access/,
    }),
    row('404', failure(404), { status: 502, reason: 'upstream-not-found', operator: /website/ }),
    row('408', failure(408), unavailable(/408/)),
    row('418', failure(418), invalid(/418/)),
    row('429', failure(429), { status: 503, reason: 'upstream-rate-limited', operator: /429/ }),
    row('500', failure(500), unavailable(/500/)),
    row('503 with HTML', raw(503, '<h1>Down</h1>'), unavailable(/503/)),
  ];
}
