import { pagePath } from '../protocol/page.ts';

const HIDDEN = '…';
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
/** Decodings that a segment may need: a path that went through a redirect is often encoded twice. */
const MAX_DECODINGS = 4;

/**
 * A page as it may be published: its path, with the segments that look like secrets (password resets, invitations,
 * numbers of orders and accounts) told as "…".
 */
export function publicPath(url: string | null): string | null {
  const path = pagePath(url);
  if (path === null) return null;
  return path
    .split('/')
    .map((segment) => (looksSecret(segment) ? HIDDEN : segment))
    .join('/');
}

function looksSecret(segment: string): boolean {
  const plain = decoded(segment);
  return (
    /[@\uff20]|%40/i.test(plain) ||
    // A query that was encoded into the path.
    /[?=]/.test(plain) ||
    /^\p{Nd}+$/u.test(plain) ||
    UUID.test(plain) ||
    // Counted decoded: encoded Chinese is long and has digits, and is no secret.
    (plain.length >= 16 && /\p{Nd}/u.test(plain))
  );
}

function decoded(segment: string): string {
  let text = segment;
  for (let i = 0; i < MAX_DECODINGS; i++) {
    try {
      const next = decodeURIComponent(text);
      if (next === text) break;
      text = next;
    } catch {
      break;
    }
  }
  return text;
}
