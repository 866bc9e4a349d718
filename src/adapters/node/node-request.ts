import type { IncomingMessage } from 'node:http';
import type { Encoders, PackageFiles, RequestContext, RequestInfo } from '../../proxy/index.ts';
import { packageFiles } from './package-files.ts';
import { zlibEncoders } from './zlib-encoders.ts';

/** Express and Connect remove the mount path from `url`, and keep the original here. */
type Mounted = IncomingMessage & { originalUrl?: string };

/** A request of Node, read only as far as it is needed. */
export class NodeRequest implements RequestInfo, RequestContext {
  readonly #message: Mounted;
  readonly method: string;
  readonly path: string;
  readonly query: string;

  constructor(message: Mounted) {
    this.#message = message;
    this.method = message.method ?? '';
    const target = targetOf(message);
    const mark = target.indexOf('?');
    this.path = mark < 0 ? target : target.slice(0, mark);
    this.query = mark < 0 ? '' : target.slice(mark + 1);
  }

  get encoders(): Encoders {
    return zlibEncoders;
  }

  get files(): PackageFiles {
    return packageFiles;
  }

  get clientAddress(): string | undefined {
    return this.#message.socket.remoteAddress;
  }

  get hasBody(): boolean {
    const { headers } = this.#message;
    return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  }

  header(name: string): string | null {
    if (name === 'host') return hostOf(this.#message);
    const value = this.#message.headers[name];
    return value === undefined ? null : String(value);
  }

  toRequest(): Request {
    const { headers: given, socket } = this.#message;
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    const url = `${this.path}${this.query && `?${this.query}`}`;
    // HTTP/1.0 has no Host, and a hostile client may send anything.
    const origin = `${scheme}://${given.host ?? ''}`;
    const base = URL.canParse(origin) ? origin : `${scheme}://localhost`;
    const headers = new Headers();
    for (const [name, value] of Object.entries(given)) {
      // HTTP/2 has its method and path among the headers.
      if (value !== undefined && !name.startsWith(':')) headers.set(name, String(value));
    }
    return new Request(base + url, { method: this.method, headers });
  }
}

/** All `Host` lines joined: `headers` has only the first. */
function hostOf({ rawHeaders }: IncomingMessage): string | null {
  let value: string | null = null;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    const text = rawHeaders[i + 1] ?? '';
    value = value === null ? text : `${value}, ${text}`;
  }
  return value;
}

/** The path and query, also of the absolute form that proxies may send, without dot segments. */
function targetOf({ originalUrl, url = '/' }: Mounted): string {
  const target = originalUrl ?? url;
  if (target.startsWith('/') && !/\/\.|%2e|[#\\]/i.test(target)) return target;
  const absolute = target.startsWith('/') ? `http://localhost${target}` : target;
  if (!URL.canParse(absolute)) return target;
  const { pathname, search } = new URL(absolute);
  return pathname + search;
}
