import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What keeps for workerd that which a worker gives to the Cache API. */
export interface CacheServer {
  /** "127.0.0.1:8000". */
  host: string;
  /** What is kept, as it came: whole responses, by their addresses. */
  kept: Map<string, Buffer>;
  close: () => void;
}

/**
 * Speaks what workerd does with a cache: GET for `match`, PUT with a whole response as its body for `put`, PURGE for
 * `delete`. It keeps everything for ever: that is worse than any real one.
 */
export async function startCache(): Promise<CacheServer> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void request.toArray().then((parts: Buffer[]) => {
      const address = `${request.headers.host ?? ''}${request.url ?? ''}`;
      const before = kept.get(address);
      if (request.method === 'PUT') {
        kept.set(address, Buffer.concat(parts));
        response.writeHead(204).end();
      } else if (request.method === 'PURGE') {
        kept.delete(address);
        response.writeHead(before ? 200 : 404).end();
      } else if (before) {
        const { status, headers, body } = parsed(before);
        response.writeHead(status, [...headers, 'CF-Cache-Status', 'HIT']).end(body);
      } else {
        response.writeHead(504, STATUS_CODES[504], { 'CF-Cache-Status': 'MISS' }).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    kept,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function parsed(message: Buffer): { status: number; headers: string[]; body: Buffer } {
  const end = message.indexOf('\r\n\r\n');
  const [line = '', ...lines] = message.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.flatMap((header) => [
    header.slice(0, header.indexOf(':')),
    header.slice(header.indexOf(':') + 1).trim(),
  ]);
  return { status: Number(line.split(' ')[1]), headers, body: message.subarray(end + 4) };
}
