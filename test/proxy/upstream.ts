import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { type Fault, sendFault } from '../../demo/upstream/faults.ts';

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** A stand-in for DataFast that answers as a test says. */
export interface TestUpstream {
  url: string;
  /** One entry for each request. */
  requests: { url: string; authorization: string | undefined }[];
  /** How the next requests are answered. */
  respond: Respond;
  close(): void;
}

export async function startUpstream(respond: Respond = answer(snapshot())): Promise<TestUpstream> {
  const upstream: TestUpstream = {
    url: '',
    requests: [],
    respond,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer((request, response) => {
    upstream.requests.push({ url: request.url ?? '', authorization: request.headers.authorization });
    upstream.respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  upstream.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/analytics/realtime/map`;
  return upstream;
}

export function answer(body: unknown): Respond {
  return raw(200, JSON.stringify(body), { 'content-type': 'application/json' });
}

export function raw(status: number, body: string | Buffer, headers: Record<string, string> = {}): Respond {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

export function failure(status: number, headers: Record<string, string> = {}): Respond {
  const body = { status: 'error', error: { code: status, message: 'Words of the upstream' } };
  return raw(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

/** What the stand-in of the demo does wrong. */
export function fault(name: Fault): Respond {
  return (request, response) => {
    sendFault(name, request, response);
  };
}

/** A body of so many bytes, sent only as fast as it is read. */
export function poured(bytes: number): Respond {
  const part = Buffer.alloc(100_000, ' ');
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes });
    const parts = Array.from({ length: bytes / part.length }, () => part);
    pipeline(Readable.from(parts), response, () => undefined);
  };
}

/** An answer with so many visitors, and not much of each. */
export function crowd(visitors: number): { status: string; data: Record<string, unknown> } {
  const location = { city: null, region: null, countryCode: 'DE' };
  return snapshot({
    count: visitors,
    visitors: Array.from({ length: visitors }, (_, index) => ({ visitorId: `visitor-${index}`, location })),
  });
}

/** A small answer of documentation version A. */
export function snapshot(data: Record<string, unknown> = {}): { status: string; data: Record<string, unknown> } {
  return {
    status: 'success',
    data: {
      count: 2,
      visitors: [
        {
          visitorId: 'visitor-one',
          location: { city: 'Denver', region: 'US-CO', countryCode: 'US' },
          system: { browser: { name: 'Firefox' }, os: { name: 'Linux' }, device: { type: 'desktop' } },
          currentUrl: '/pricing?plan=pro',
          sessionStartTime: '2026-11-23T11:58:00.000Z',
          latitude: 39.7392,
          longitude: -104.9903,
          isCustomer: true,
          profileData: {},
        },
        { visitorId: 'visitor-two', location: { city: null, region: null, countryCode: 'DE' }, profileData: {} },
      ],
      hasConversionPredictions: true,
      recentEvents: [
        {
          _id: 'event-one',
          type: 'custom',
          visitorId: 'visitor-one',
          timestamp: '2026-11-23T11:59:00.000Z',
          path: '/pricing',
          countryCode: 'US',
          extraData: { eventName: 'signup' },
        },
      ],
      recentPayments: [
        { _id: 'payment-one', timestamp: '2026-11-23T11:59:30.000Z', amount: 29.99, currency: 'USD', renewal: true },
      ],
      ...data,
    },
  };
}
