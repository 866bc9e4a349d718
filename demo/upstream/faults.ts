import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * What can go wrong with the upstream. Numbers are the documented errors; the others are what may stand in front of it,
 * or what a broken one does:
 * `html` 200 with a web page · `garbage` JSON that breaks off · `empty` 204 · `wrong-shape` JSON of something else ·
 * `redirect` 302 to another path of this server, so that a client that follows is seen in `requests` ·
 * `hang` accepts and never answers · `stall` begins its answer and never ends it · `drip` sends it a byte at a time ·
 * `reset` the connection breaks · `half` it breaks in the middle of the answer · `short` the answer is longer than its
 * `Content-Length` says · `long` it is shorter · `huge` a body without end · `bomb` 100 kB of gzip, which unpack to 100 MB.
 */
export type Fault = DocumentedError | keyof typeof MISBEHAVIOURS;
type DocumentedError = keyof typeof MESSAGES;

const MESSAGES = {
  400: 'Invalid input',
  401: 'Invalid or missing API token',
  403: 'The token lacks the permission analytics:read',
  404: 'Website not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
};

/** The documented error envelope. */
export function sendError(response: ServerResponse, status: DocumentedError, message: string = MESSAGES[status]): void {
  const body = JSON.stringify({ status: 'error', error: { code: status, message } });
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Reads a fault as it stands in a URL; `null` for what is none. */
export function faultNamed(name: string | null): Fault | null {
  if (name === null) return null;
  if (Object.hasOwn(MISBEHAVIOURS, name)) return name as keyof typeof MISBEHAVIOURS;
  return Object.hasOwn(MESSAGES, name) ? (Number(name) as DocumentedError) : null;
}

export function sendFault(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (typeof fault === 'string') {
    MISBEHAVIOURS[fault](response, request);
    return;
  }
  if (fault === 429) response.setHeader('retry-after', '30');
  sendError(response, fault);
}

const JSON_TYPE = { 'content-type': 'application/json' };
const OPENING = '{"status":"success","data":{"count":1,"visitors":[';
const WHOLE = `${OPENING}{"visitorId":"8feaaf75","location":{"countryCode":"DE"}}]}}`;
const DRIP_MS = 5;
const MEGABYTE = 1_000_000;

const MISBEHAVIOURS = {
  html: (response: ServerResponse) => {
    const page = '<!doctype html><title>Just a moment...</title><h1>Checking your browser</h1>';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  },
  garbage: (response: ServerResponse) => {
    response.writeHead(200, JSON_TYPE).end(`${OPENING}{"visitorId":"8f`);
  },
  empty: (response: ServerResponse) => {
    response.writeHead(204).end();
  },
  'wrong-shape': (response: ServerResponse) => {
    response.writeHead(200, JSON_TYPE).end('{"ok":true}');
  },
  redirect: (response: ServerResponse) => {
    response.writeHead(302, { location: '/elsewhere' }).end();
  },
  hang: () => {
    // No answer is the answer.
  },
  stall: (response: ServerResponse) => {
    response.writeHead(200, JSON_TYPE).write(OPENING);
  },
  drip: (response: ServerResponse) => {
    response.writeHead(200, JSON_TYPE).write(OPENING);
    const dripping = setInterval(() => response.write(' '), DRIP_MS);
    response.on('close', () => {
      clearInterval(dripping);
    });
  },
  reset: (_response: ServerResponse, request: IncomingMessage) => {
    request.socket.resetAndDestroy();
  },
  half: (response: ServerResponse) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': WHOLE.length });
    response.write(OPENING, () => response.destroy());
  },
  short: (response: ServerResponse) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': OPENING.length }).end(WHOLE);
  },
  long: (response: ServerResponse) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': WHOLE.length + 1 }).write(WHOLE);
  },
  huge: (response: ServerResponse) => {
    const visitors = '{"visitorId":"8feaaf75","location":{"countryCode":"DE"}},'.repeat(1000);
    // Only as fast as it is read, until the reader has had enough.
    const pour = (): void => {
      while (response.write(visitors));
    };
    response.writeHead(200, JSON_TYPE).write(OPENING);
    response.on('drain', pour);
    response.on('close', () => response.off('drain', pour));
    pour();
  },
  bomb: (response: ServerResponse) => {
    // A gzip file may have members, one after the other.
    const member = gzipSync(Buffer.alloc(MEGABYTE, ' '));
    const body = Buffer.concat(Array.from({ length: 100 }, () => member));
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(body);
  },
};
