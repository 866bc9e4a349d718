import { once } from 'node:events';
import { connect } from 'node:net';

/** As many as the queue of a listening server surely holds. */
const BATCH = 100;

/** Opens connections to a server, of which none has said anything yet. */
export async function openSockets(url, count) {
  const { hostname, port } = new URL(url);
  const sockets = [];
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(BATCH, count - sockets.length) }, () => connect(port, hostname));
    await Promise.all(batch.map((socket) => once(socket, 'connect')));
    sockets.push(...batch);
  }
  return sockets;
}

export const get = (path) => `GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip\r\n\r\n`;
