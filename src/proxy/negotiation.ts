/** Whether an `Accept-Encoding` allows gzip. Absent means that the client did not ask, and gets it plain. */
export function acceptsGzip(header: string | null): boolean {
  let wildcard = false;
  for (const item of (header ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const allowed = quality === undefined || Number(quality) > 0;
    if (coding === 'gzip' || coding === 'x-gzip') return allowed;
    if (coding === '*') wildcard = allowed;
  }
  return wildcard;
}

/** Whether an `If-None-Match` names the entity tag, by the weak comparison that RFC 9110 §13.1.2 asks for. */
export function matchesETag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return Array.from(header.matchAll(/"[^"]*"/g), ([tag]) => tag).includes(opaque);
}
