import { after } from 'next/server';
import { liveMapProxy } from '../../live-map-proxy';

function handle(request) {
  // Next.js compresses answers itself, and drops Content-Encoding of what is already compressed.
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return liveMapProxy().fetch(new Request(request, { headers }), { waitUntil: after });
}

export const dynamic = 'force-dynamic';
export { handle as GET, handle as HEAD, handle as OPTIONS };
