/**
 * The address of the client: the peer, or the peer of the last trusted proxy. Every proxy appends the address of its peer at the
 * right, so a client can write anything farther left.
 *
 * @param forwarded The header `X-Forwarded-For`.
 * @param trustProxy Number of trusted proxies, the peer being the first.
 */
export function clientAddress(peer: string | undefined, forwarded: string | null, trustProxy: number): string {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  // With fewer addresses than trusted proxies, the leftmost is the best known.
  const client = trustProxy > 0 ? (hops.at(-trustProxy) ?? hops[0]) : undefined;
  return networkOf(client ?? peer ?? '');
}

/** An address, or for IPv6 its /64 network: one household has at least 2^64 addresses. */
function networkOf(address: string): string {
  const plain = address
    .replace(/^\[|\](?::\d+)?$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase();
  const [, v4] = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(plain) ?? [];
  if (v4 !== undefined) return v4;
  if (!plain.includes(':')) return plain.slice(0, 64);
  const [left = '', right] = plain.split('::');
  const head = left.split(':').filter(Boolean);
  const tail = right?.split(':').filter(Boolean) ?? [];
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').slice(0, 4))
    .join(':');
}
