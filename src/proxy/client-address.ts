/**
 * Who asks, as far as it can be known: the peer, or what the last of the proxies that are believed says of theirs. Every
 * proxy adds the address that it saw at the right, so what stands farther left may be anybody's invention.
 *
 * @param forwarded The header `X-Forwarded-For`.
 * @param trustProxy Number of proxies that are believed, the peer the first of them.
 */
export function clientAddress(peer: string | undefined, forwarded: string | null, trustProxy: number): string {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  // A trusted proxy that added no address is all that is known.
  const client = trustProxy > 0 ? (hops.at(-trustProxy) ?? hops[0]) : undefined;
  return networkOf(client ?? peer ?? '');
}

/** One home, which in IPv6 has at least 2^64 addresses. */
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
